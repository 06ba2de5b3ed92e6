using System.Threading.Tasks;
using Xunit;
using static IntegrationAnalyzers.Tests.Rules.Retries.IA2006RetryWithoutPauseTests;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Retries.IA2006RetryWithoutPause>;

namespace IntegrationAnalyzers.Tests.Rules.Retries;

/// <summary>Policies and pipelines of Polly's.</summary>
public class IA2006PolicyTests
{
    [Fact]
    public Task Policies_Reports() => Verify.VerifyAnalyzerAsync(Usings + """
        static class Policies
        {
            public static readonly AsyncRetryPolicy Three = Policy.Handle<HttpRequestException>().[|RetryAsync|](3);

            public static readonly AsyncRetryPolicy NoWait = Policy.Handle<HttpRequestException>().[|WaitAndRetryAsync|](3, _ => TimeSpan.Zero);

            public static readonly ResiliencePipeline Pipeline = new ResiliencePipelineBuilder()
                .[|AddRetry|](new RetryStrategyOptions { MaxRetryAttempts = 4, Delay = TimeSpan.Zero })
                .Build();
        }

        class Orders(HttpClient http)
        {
            public Task<string> Read() => Policies.Three.ExecuteAsync(() => http.GetStringAsync("orders"));

            public Task<string> Second() => Policies.NoWait.ExecuteAsync(Plain);

            public async Task<string> Third() => await Policies.Pipeline.ExecuteAsync(async token => await http.GetStringAsync("orders", token));

            private Task<string> Plain() => http.GetStringAsync("orders");
        }
        """);

    [Fact]
    public Task PolicyOfARegistration_Reports() => Verify.VerifyAnalyzerAsync(Usings + """
        static class Registration
        {
            public static void Add(IServiceCollection services) =>
                services.AddHttpClient("orders", c => c.Timeout = TimeSpan.FromSeconds(5)).AddTransientHttpErrorPolicy(p => p.[|RetryAsync|](3));
        }
        """);

    /// <summary>What runs before each further attempt may wait by itself, or send it to another host.</summary>
    [Theory]
    [InlineData("[|RetryAsync|]", "3, (_, n) => Console.WriteLine(n)")]
    [InlineData("[|RetryAsync|]", "3, async (_, n) => await Console.Out.WriteLineAsync(\"attempt \" + n)")]
    [InlineData("RetryAsync", "3, async (_, n) => await Task.Delay(n * 100)")]
    [InlineData("RetryAsync", "3, (_, n) => Thread.Sleep(n * 100)")]
    [InlineData("RetryAsync", "3, (_, n) => Pause(n)")]
    [InlineData("RetryAsync", "3, (_, n) => http.BaseAddress = new Uri($\"https://{n}.acmeship.com\")")]
    [InlineData("RetryAsync", "3, before")]
    public Task BeforeEachFurtherAttempt_MultifactorRadiusAdapter(string name, string arguments) => Verify.VerifyAnalyzerAsync(Usings + $$"""
        class Orders(HttpClient http, Action<Exception, int> before)
        {
            public Task<string> Read() => Policy.Handle<HttpRequestException>().{{name}}({{arguments}}).ExecuteAsync(() => http.GetStringAsync("orders"));

            public void Take() => before(new Exception(), 1);

            private static void Pause(int attempt) => Thread.Sleep(attempt * 100);
        }
        """);
}
