using System.Threading.Tasks;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Secrets.IA3002Credential>;

namespace IntegrationAnalyzers.Tests.Rules.Secrets;

/// <summary>What the page lists under <em>Known gaps</em>; each is to be reported one day.</summary>
public sealed class IA3002KnownGapTests
{
    [Fact(Skip = "Known gap: a value that reaches its use through another file is not followed")]
    public Task ValueInAnotherFile_Reports() => Verify.VerifyAnalyzerAsync(
        ("/0/Values.cs", """
            static class Values
            {
                public const string First = [|"kV7tr29-Lq!x"|];
            }
            """),
        ("/0/Portal.cs", """
            using System.Net;

            class Portal
            {
                public NetworkCredential Login() => new NetworkCredential("storefront", Values.First);
            }
            """));
}
