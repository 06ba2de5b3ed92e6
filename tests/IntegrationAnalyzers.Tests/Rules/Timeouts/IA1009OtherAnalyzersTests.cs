using System.Threading.Tasks;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Timeouts.IA1009BlockingWait>;

namespace IntegrationAnalyzers.Tests.Rules.Timeouts;

/// <summary>Waits for which another analyzer's warning of the same is switched off: somebody means them.</summary>
public sealed class IA1009OtherAnalyzersTests
{
    private static string Under(string warning, string wait) => $$"""
        using System.Net.Http;

        class Downloads
        {
            private readonly HttpClient _http = new();

            public string Fetch()
            {
        #pragma warning disable {{warning}}
                return _http.GetStringAsync("a").{{wait}};
        #pragma warning restore {{warning}}
            }
        }
        """;

    [Theory]
    [InlineData("VSTHRD002")]
    [InlineData("VSTHRD103")]
    [InlineData("VSTHRD104")]
    [InlineData("CA1849")]
    [InlineData("MA0042")]
    [InlineData("MA0045")]
    [InlineData("S4462")]
    [InlineData("AsyncFixer02")]
    [InlineData("RCS1261")]
    public Task WarningOfTheSameSwitchedOff_IsQuiet(string warning) => Verify.VerifyAnalyzerAsync(Under(warning, "Result"));

    [Theory]
    [InlineData("CS0618")]
    [InlineData("VSTHRD200")]
    [InlineData("CA2007")]
    public Task WarningOfSomethingElseSwitchedOff_Reports(string warning) => Verify.VerifyAnalyzerAsync(Under(warning, "[|Result|]"));
}
