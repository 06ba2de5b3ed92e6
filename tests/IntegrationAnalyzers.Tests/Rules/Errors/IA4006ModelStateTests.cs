using System.Threading.Tasks;
using Xunit;
using static IntegrationAnalyzers.Tests.Rules.Errors.EndpointSource;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Errors.IA4006UpstreamDetailDisclosed>;

namespace IntegrationAnalyzers.Tests.Rules.Errors;

/// <summary>What goes out with the state of the model.</summary>
public sealed class IA4006ModelStateTests
{
    [Theory]
    [InlineData("ModelState.AddModelError(\"\", [|ex.Message|]);", "ValidationProblem(ModelState)")]
    [InlineData("ModelState.AddModelError(\"\", [|ex.ToString()|]);", "ValidationProblem()")]
    [InlineData("ModelState.TryAddModelError(\"\", \"No fax: \" + [|ex.Message|]);", "BadRequest(ModelState)")]
    [InlineData("ModelState.AddModelError(\"\", \"No fax\");", "ValidationProblem(ModelState)")]
    [InlineData("ModelState.AddModelError(\"\", ex.Message);", "NotFound()")]
    public Task FailureInTheState(string statement, string answer) => Verify.VerifyAnalyzerAsync(Clause(statement, answer));

    [Theory]
    [InlineData("ModelState.AddModelError(\"\", [|ex.Message|]);", "ModelState.AddModelError(\"\", \"The upstream service failed\");")]
    [InlineData("ModelState.AddModelError(\"\", \"No fax: \" + [|ex.Message|]);", "ModelState.AddModelError(\"\", \"No fax\");")]
    public Task Text_BecomesOneOfOurOwn(string statement, string fixedStatement) => Verify.VerifyCodeFixAsync(
        Clause(statement, "ValidationProblem(ModelState)"),
        Clause("logger.LogError(ex, \"{Operation} failed\", nameof(Send));\n    " + fixedStatement, "ValidationProblem(ModelState)"));

    private static string Clause(string statement, string answer) => Action($$"""
        catch (HttpRequestException ex)
        {
            {{statement}}
            return {{answer}};
        }
        """);
}
