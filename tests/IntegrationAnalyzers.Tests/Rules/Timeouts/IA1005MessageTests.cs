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

    /// <summary>Chance at its highest, or a timeout raised to what is named here still ends the last attempt.</summary>
    [Theory]
    [InlineData("BackoffType = DelayBackoffType.Constant", "AddTimeout(TimeSpan.FromSeconds(4))", "36.5")]
    [InlineData("BackoffType = DelayBackoffType.Constant, MaxDelay = TimeSpan.FromSeconds(2)", "AddTimeout(TimeSpan.FromSeconds(4))", "34")]
    [InlineData("BackoffType = DelayBackoffType.Linear", "AddTimeout(TimeSpan.FromSeconds(4))", "61.5")]
    [InlineData("BackoffType = DelayBackoffType.Constant, UseJitter = false", "AddTimeout(TimeSpan.FromSeconds(4))", "34")]
    [InlineData("BackoffType = DelayBackoffType.Constant", "AddCircuitBreaker(new())", "12.5")]
    public Task CutShort_SaysTheMostThatThePipelineMayTake(string pauses, string inner, string most) => Verify.VerifyAnalyzerAsync(
        RegistrationCode.Of("var builder = services.AddHttpClient<Api>(c => {|#0:c.Timeout = TimeSpan.FromSeconds(7)|}); {|#1:builder.AddResilienceHandler(\"p\", b => b.AddRetry(new Microsoft.Extensions.Http.Resilience.HttpRetryStrategyOptions { MaxRetryAttempts = 5, " + pauses + " })." + inner + ")|};"),
        Verify.Diagnostic().WithLocation(0).WithLocation(1).WithArguments(
            $"The timeout of 7 s spans all attempts and ends them before 'AddResilienceHandler' is through, which may take {most} s; raise it, or shorten the pipeline"));

    [Fact]
    public Task NobodySetIt_SaysWhatThePipelineMayTake() => Verify.VerifyAnalyzerAsync(
        RegistrationCode.Of("services.AddHttpClient<Api>().{|#0:AddResilienceHandler|}(\"p\", b => b.AddTimeout(TimeSpan.FromMinutes(3)));"),
        Verify.Diagnostic().WithLocation(0).WithArguments(
            "The pipeline may take 180 s, but its client gives up after 100 s, all attempts together; set the client's 'Timeout' to more"));
}
