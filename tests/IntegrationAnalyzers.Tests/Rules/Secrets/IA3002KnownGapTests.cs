using System.Threading.Tasks;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Secrets.IA3002Credential>;

namespace IntegrationAnalyzers.Tests.Rules.Secrets;

/// <summary>What the page lists under <em>Known gaps</em>; each is to be reported one day.</summary>
public sealed class IA3002KnownGapTests
{
    [Fact(Skip = "Known gap: A value that passes through an array or a collection is not followed")]
    public Task ValueInAnArray_Reports() => Verify.VerifyAnalyzerAsync("""
        using System.Net;

        class Portal
        {
            public NetworkCredential Login()
            {
                var values = new[] { "", [|"kV7tr29-Lq!x"|] };
                return new NetworkCredential("storefront", values[1]);
            }
        }
        """);

    [Fact(Skip = "Known gap: Code that is commented out is not read")]
    public Task CommentedOut_Reports() => Verify.VerifyAnalyzerAsync("""
        class Portal
        {
            // private const string ClientSecret = [|"kV7tr29LqxkV7tr29Lqx"|];
        }
        """);
}
