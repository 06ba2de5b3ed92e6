using System.Threading.Tasks;
using Xunit;
using static IntegrationAnalyzers.Tests.Rules.Retries.IA2005UnboundedRetryTests;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Retries.IA2005UnboundedRetry>;

namespace IntegrationAnalyzers.Tests.Rules.Retries;

public sealed class IA2005FixTests
{
    [Fact]
    public Task EndlessLoop_CountsItsAttempts() => Verify.VerifyCodeFixAsync(
        In("""
            public async Task<string> Read()
            {
                // Until it answers.
                [|while|] (true)
                {
                    try
                    {
                        return await http.GetStringAsync("orders");
                    }
                    catch (HttpRequestException)
                    {
                        await Task.Delay(1000);
                    }
                    catch (TaskCanceledException ex) when (ex.InnerException is TimeoutException)
                    {
                        await Task.Delay(1000);
                    }
                }
            }
        """),
        In("""
            public async Task<string> Read()
            {
                // Until it answers.
                for (var attempt = 1; ; attempt++)
                {
                    try
                    {
                        return await http.GetStringAsync("orders");
                    }
                    catch (HttpRequestException) when (attempt < 5)
                    {
                        await Task.Delay(1000);
                    }
                    catch (TaskCanceledException ex) when (attempt < 5 && ex.InnerException is TimeoutException)
                    {
                        await Task.Delay(1000);
                    }
                }
            }
        """));

    [Fact]
    public Task Policies_TakeTheirCountingForm() => Verify.VerifyCodeFixAsync(
        In("""
            private readonly AsyncRetryPolicy _forever = Policy.Handle<HttpRequestException>().[|WaitAndRetryForeverAsync|](n => TimeSpan.FromSeconds(n));
            private readonly ResiliencePipeline _pipeline = new ResiliencePipelineBuilder().[|AddRetry|](new RetryStrategyOptions { MaxRetryAttempts = int.MaxValue }).Build();

            public Task<string> Forever() => _forever.ExecuteAsync(() => http.GetStringAsync("orders"));

            public async Task<string> Pipeline() => await _pipeline.ExecuteAsync(async token => await http.GetStringAsync("orders", token));
        """),
        In("""
            private readonly AsyncRetryPolicy _forever = Policy.Handle<HttpRequestException>().WaitAndRetryAsync(5, n => TimeSpan.FromSeconds(n));
            private readonly ResiliencePipeline _pipeline = new ResiliencePipelineBuilder().AddRetry(new RetryStrategyOptions { MaxRetryAttempts = 5 }).Build();

            public Task<string> Forever() => _forever.ExecuteAsync(() => http.GetStringAsync("orders"));

            public async Task<string> Pipeline() => await _pipeline.ExecuteAsync(async token => await http.GetStringAsync("orders", token));
        """));

    [Fact]
    public Task StatusFlagOrRecursion_OffersNoFix() => Verify.VerifyNoFixAsync(In("""
            public async Task<HttpResponseMessage> Status()
            {
                [|while|] (true)
                {
                    var response = await http.GetAsync("orders");
                    if (response.IsSuccessStatusCode)
                        return response;
                    await Task.Delay(1000);
                }
            }

            public async Task<string> Read()
            {
                try
                {
                    return await http.GetStringAsync("orders");
                }
                catch (HttpRequestException)
                {
                    await Task.Delay(1000);
                    return await [|Read|]();
                }
            }
        """));
}
