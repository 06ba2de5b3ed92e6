using System.Threading.Tasks;
using Xunit;
using static IntegrationAnalyzers.Tests.Rules.Retries.IA2010RequestSentAgainTests;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Retries.IA2010RequestSentAgain>;

namespace IntegrationAnalyzers.Tests.Rules.Retries;

public sealed class IA2010FixTests
{
    [Fact]
    public Task ExpressionBody_TakesTheMessageIn() => Verify.VerifyCodeFixAsync(
        In("""
                public async Task<HttpResponseMessage> Read(string id)
                {
                    var request = new HttpRequestMessage(HttpMethod.Get, $"orders/{id}");

                    return await Retry.ExecuteAsync(() => http.SendAsync([|request|])); // three times
                }
            """),
        In("""
                public async Task<HttpResponseMessage> Read(string id)
                {

                    return await Retry.ExecuteAsync(() => http.SendAsync(new HttpRequestMessage(HttpMethod.Get, $"orders/{id}"))); // three times
                }
            """));

    [Fact]
    public Task Statements_MoveIntoTheDelegateAndTheLoop() => Verify.VerifyCodeFixAsync(
        In("""
            public async Task<HttpResponseMessage> Submit(string json, string key, CancellationToken token)
            {
                // The order.
                var content = new StringContent(json);
                using var request = new HttpRequestMessage(HttpMethod.Put, "orders") { Content = content };
                request.Headers.Add("Idempotency-Key", key);
                return await Retry.ExecuteAsync(ct => http.SendAsync([|request|], ct), token);
            }

            public async Task<HttpResponseMessage> Read(CancellationToken token)
            {
                var request = new HttpRequestMessage(HttpMethod.Get, "orders");
                request.Headers.Accept.ParseAdd("application/json");
                for (var attempt = 0; ; attempt++)
                {
                    try
                    {
                        return await http.SendAsync([|request|], token);
                    }
                    catch (HttpRequestException) when (attempt < 3)
                    {
                        Console.WriteLine(request.RequestUri);
                        await Task.Delay(1000, token);
                    }
                }
            }
        """),
        In("""
            public async Task<HttpResponseMessage> Submit(string json, string key, CancellationToken token)
            {
                return await Retry.ExecuteAsync(async ct =>
                {
                    // The order.
                    var content = new StringContent(json);
                    using var request = new HttpRequestMessage(HttpMethod.Put, "orders") { Content = content };
                    request.Headers.Add("Idempotency-Key", key);
                    return await http.SendAsync(request, ct);
                }, token);
            }

            public async Task<HttpResponseMessage> Read(CancellationToken token)
            {
                for (var attempt = 0; ; attempt++)
                {
                    var request = new HttpRequestMessage(HttpMethod.Get, "orders");
                    request.Headers.Accept.ParseAdd("application/json");
                    try
                    {
                        return await http.SendAsync(request, token);
                    }
                    catch (HttpRequestException) when (attempt < 3)
                    {
                        Console.WriteLine(request.RequestUri);
                        await Task.Delay(1000, token);
                    }
                }
            }
        """));

    [Fact]
    public Task CommentBehindAStatement_MovesAlong() => Verify.VerifyCodeFixAsync(
        In("""
            public async Task<HttpResponseMessage> Read(CancellationToken token)
            {
                var request = new HttpRequestMessage(HttpMethod.Get, "orders"); // one page
                for (var attempt = 0; ; attempt++)
                {
                    try
                    {
                        return await http.SendAsync([|request|], token);
                    }
                    catch (HttpRequestException) when (attempt < 3)
                    {
                        await Task.Delay(1000, token);
                    }
                }
            }
        """),
        In("""
            public async Task<HttpResponseMessage> Read(CancellationToken token)
            {
                for (var attempt = 0; ; attempt++)
                {
                    var request = new HttpRequestMessage(HttpMethod.Get, "orders"); // one page
                    try
                    {
                        return await http.SendAsync(request, token);
                    }
                    catch (HttpRequestException) when (attempt < 3)
                    {
                        await Task.Delay(1000, token);
                    }
                }
            }
        """));

    [Fact]
    public Task DisposedContent_MovesIntoTheAttempt() => Verify.VerifyCodeFixAsync(
        In("""
            public Task<HttpResponseMessage> Submit(string json)
            {
                var content = new StringContent(json);
                return Retry.ExecuteAsync(async () =>
                {
                    using var request = new HttpRequestMessage(HttpMethod.Put, "orders") { Content = [|content|] };
                    return await http.SendAsync(request);
                });
            }
        """),
        In("""
            public Task<HttpResponseMessage> Submit(string json)
            {
                return Retry.ExecuteAsync(async () =>
                {
                    var content = new StringContent(json);
                    using var request = new HttpRequestMessage(HttpMethod.Put, "orders") { Content = content };
                    return await http.SendAsync(request);
                });
            }
        """));

    [Theory]
    [InlineData("var request = new HttpRequestMessage(HttpMethod.Get, \"orders\"); Console.WriteLine(request.RequestUri);")]
    [InlineData("var request = new HttpRequestMessage(HttpMethod.Put, \"orders\"); request.Headers.Add(\"Idempotency-Key\", Guid.NewGuid().ToString());")]
    [InlineData("var request = new HttpRequestMessage(HttpMethod.Put, \"orders\") { Content = body };")]
    [InlineData("var request = new HttpRequestMessage(HttpMethod.Get, Next());")]
    [InlineData("var request = await Make();")]
    public Task LookedAtFreshOrFromElsewhere_OffersNoFix(string statements) => Verify.VerifyNoFixAsync(In($$"""
            public async Task<HttpResponseMessage> Read(HttpContent body)
            {
                {{statements}}
                return await Retry.ExecuteAsync(() => http.SendAsync([|request|]));
            }

            private string Next() => "orders";

            private Task<HttpRequestMessage> Make() => Task.FromResult(new HttpRequestMessage());
        """));

    [Fact]
    public Task ParameterAndUseAfterwards_OffersNoFix() => Verify.VerifyNoFixAsync(In("""
            public Task<HttpResponseMessage> Send(HttpRequestMessage request) => Retry.ExecuteAsync(() => http.SendAsync([|request|]));

            public async Task Read()
            {
                var request = new HttpRequestMessage(HttpMethod.Get, "orders");
                await Retry.ExecuteAsync(() => http.SendAsync([|request|]));
                Console.WriteLine(request.RequestUri);
            }
        """));

    [Fact]
    public Task LoopThatIsNoRetry_TakesTheMessageIn() => Verify.VerifyCodeFixAsync(
        In("""
            public async Task<string> Read(string[] pages)
            {
                var text = "";
                var request = new HttpRequestMessage(HttpMethod.Get, "orders");
                foreach (var page in pages)
                {
                    using var response = await http.SendAsync([|request|]);
                    text += page + await response.Content.ReadAsStringAsync();
                }

                return text;
            }
        """),
        In("""
            public async Task<string> Read(string[] pages)
            {
                var text = "";
                foreach (var page in pages)
                {
                    var request = new HttpRequestMessage(HttpMethod.Get, "orders");
                    using var response = await http.SendAsync(request);
                    text += page + await response.Content.ReadAsStringAsync();
                }

                return text;
            }
        """));
}
