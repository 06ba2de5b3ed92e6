using System.Threading.Tasks;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Secrets.IA3003EndpointInSource>;

namespace IntegrationAnalyzers.Tests.Rules.Secrets;

/// <summary>What the page lists under <em>Known gaps</em>; each is to be reported one day.</summary>
public sealed class IA3003KnownGapTests
{
    private const string Usings = """
        using System;
        using System.Net.Http;
        using System.Threading.Tasks;

        """;

    [Fact(Skip = "Known gap: An address kept in an array or a dictionary is not followed")]
    public Task ShareXLambda_ArrayOfUrls_Reports() => Verify.VerifyAnalyzerAsync(Usings + """
        class Lambda(HttpClient http)
        {
            private static readonly string[] Urls = { [|"https://lbda.acmestore.net/"|], [|"https://lambda.acmestore.net/"|] };

            public Task<string> Get(int index) => http.GetStringAsync(Urls[index]);
        }
        """);

    [Fact(Skip = "Known gap: A URL in a Refit attribute is not read")]
    public Task RefitAttributeWithAbsoluteUrl_Reports() => Verify.VerifyAnalyzerAsync(Usings + """
        interface IRates
        {
            [Refit.Get([|"https://api.acmerates.com/latest"|])]
            Task<string> Latest();
        }
        """);

    [Fact(Skip = "Known gap: An address handed through a delegate is not followed")]
    public Task UrlThroughDelegate_Reports() => Verify.VerifyAnalyzerAsync(Usings + """
        class Rates(HttpClient http)
        {
            private readonly Func<string> _url = () => [|"https://api.acmerates.com/latest"|];

            public Task<string> Get() => http.GetStringAsync(_url());
        }
        """);
}
