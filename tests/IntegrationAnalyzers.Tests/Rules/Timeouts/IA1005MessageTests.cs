using System.Threading.Tasks;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Timeouts.IA1005TimeoutAgainstPipeline>;

namespace IntegrationAnalyzers.Tests.Rules.Timeouts;

/// <summary>What the rule says of each way in which the two contradict each other.</summary>
public sealed class IA1005MessageTests
{
    [Fact]
    public Task LostTimeout_NamesItAndTheHandlerThatTakesIt() => Verify.VerifyAnalyzerAsync(
        RegistrationCode.Of("var builder = services.AddHttpClient<Api>(c => {|#0:c.Timeout = TimeSpan.FromSeconds(5)|}); {|#1:builder.AddStandardResilienceHandler()|};"),
        Verify.Diagnostic().WithLocation(0).WithLocation(1).WithArguments(
            "The timeout of 5 s is lost: 'AddStandardResilienceHandler' after it makes it infinite; set the handler's total timeout instead"));

    [Fact]
    public Task NobodySetIt_SaysWhatThePipelineMayTake() => Verify.VerifyAnalyzerAsync(
        RegistrationCode.Of("services.AddHttpClient<Api>().{|#0:AddResilienceHandler|}(\"p\", b => b.AddTimeout(TimeSpan.FromMinutes(3)));"),
        Verify.Diagnostic().WithLocation(0).WithArguments(
            "The pipeline may take 180 s, but its client gives up after 100 s, all attempts together; set the client's 'Timeout' to more"));
}
