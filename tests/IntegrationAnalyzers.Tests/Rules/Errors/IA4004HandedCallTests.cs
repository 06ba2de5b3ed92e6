using System.Threading.Tasks;
using Xunit;
using static IntegrationAnalyzers.Tests.Rules.Errors.CatchSource;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Errors.IA4004LostCause>;

namespace IntegrationAnalyzers.Tests.Rules.Errors;

/// <summary>Helpers that are handed outbound calls and hide why they failed: OrderCloud's <c>CardConnectClient.TryCatchRequestAsync</c>.</summary>
public sealed class IA4004HandedCallTests
{
    private const string Handed = "public Task<string> GetAsync() => Guarded.RunAsync(() => client.GetStringAsync(\"rates\"));";

    [Theory]
    [InlineData("catch (HttpRequestException) { throw [|new RateException(\"no answer\")|]; }")]
    [InlineData("catch (Exception ex) { throw [|new RateException(ex.Message)|]; }")]
    [InlineData("catch { throw [|new RateException(\"no answer\")|]; }")]
    public Task HelperThatHidesTheCause_OrderCloudCardConnectClient_Reports(string clause) => Verify.VerifyAnalyzerAsync(Called(Handed, clause));

    [Theory]
    [InlineData("catch (HttpRequestException ex) { throw new RateException(\"no answer\", ex); }")]
    [InlineData("catch (FormatException) { throw new RateException(\"no number\"); }")]
    [InlineData("catch (HttpRequestException ex) { if (ex.StatusCode == System.Net.HttpStatusCode.NotFound) throw new RateException(\"no rate\"); throw; }")]
    public Task HelperThatKeepsIt_IsQuiet(string clause) => Verify.VerifyAnalyzerAsync(Called(Handed, clause));

    /// <summary>What one of its callers hands over is none of an API's.</summary>
    [Fact]
    public Task HelperForAnything_IsQuiet() => Verify.VerifyAnalyzerAsync(Called(
        Handed + " public Task<string> Read() => Guarded.RunAsync(() => System.IO.File.ReadAllTextAsync(\"rates\"));", "catch (Exception ex) { throw new RateException(ex.Message); }"));

    [Fact]
    public Task Fix_HandsItOver() => Verify.VerifyCodeFixAsync(
        Called(Handed, "catch (HttpRequestException) { throw [|new RateException(\"no answer\")|]; }"),
        Called(Handed, "catch (HttpRequestException ex) { throw new RateException(\"no answer\", ex); }"));

    private static string Called(string members, string clause) => Service(members) + $$"""
        public static class Guarded
        {
            public static async Task<T> RunAsync<T>(Func<Task<T>> call)
            {
                try
                {
                    return await call();
                }
                {{clause}}
            }
        }

        public class RateException(string message, Exception? inner = null) : Exception(message, inner)
        {
        }

        """;
}
