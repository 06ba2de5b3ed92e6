using System.Threading.Tasks;
using Xunit;
using static IntegrationAnalyzers.Tests.Rules.Retries.IA2002KeyMadeAnewOnEachAttemptTests;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Retries.IA2002KeyMadeAnewOnEachAttempt>;

namespace IntegrationAnalyzers.Tests.Rules.Retries;

/// <summary>The key gets a name before the retry.</summary>
public class IA2002FixTests
{
    [Fact]
    public Task Value_GetsANameBeforeTheRetry() => Verify.VerifyCodeFixAsync(
        In("""
            public async Task<HttpResponseMessage> Charge(string order)
            {
                // With a key.
                return await _retry.ExecuteAsync(() =>
                {
                    var request = new HttpRequestMessage(HttpMethod.Post, "charges");
                    request.Headers.Add("Idempotency-Key", [|$"{order}-{Guid.NewGuid()}"|]); // the key
                    return http.SendAsync(request);
                });
            }

            public async Task Both(decimal amount)
            {
                await _retry.ExecuteAsync(() => http.PostAsJsonAsync("payments", new { amount, idempotency_key = [|Guid.NewGuid()|] }));
                await _retry.ExecuteAsync(() => http.PostAsJsonAsync("refunds", new { amount, idempotency_key = [|Guid.NewGuid()|] }));
            }
        """),
        In("""
            public async Task<HttpResponseMessage> Charge(string order)
            {
                var idempotencyKey = $"{order}-{Guid.NewGuid()}";
                // With a key.
                return await _retry.ExecuteAsync(() =>
                {
                    var request = new HttpRequestMessage(HttpMethod.Post, "charges");
                    request.Headers.Add("Idempotency-Key", idempotencyKey); // the key
                    return http.SendAsync(request);
                });
            }

            public async Task Both(decimal amount)
            {
                var idempotencyKey = Guid.NewGuid();
                await _retry.ExecuteAsync(() => http.PostAsJsonAsync("payments", new { amount, idempotency_key = idempotencyKey }));
                var idempotencyKey2 = Guid.NewGuid();
                await _retry.ExecuteAsync(() => http.PostAsJsonAsync("refunds", new { amount, idempotency_key = idempotencyKey2 }));
            }
        """));

    [Fact]
    public Task Local_MovesBeforeTheLoop() => Verify.VerifyCodeFixAsync(
        In("""
            public async Task<HttpResponseMessage> Charge(HttpContent json)
            {
                for (var attempt = 0; ; attempt++)
                {
                    // One attempt.
                    var key = [|Guid.NewGuid().ToString()|]; // so that nothing is charged twice
                    try
                    {
                        using var request = new HttpRequestMessage(HttpMethod.Post, "charges");
                        request.Headers.Add("Idempotency-Key", key);
                        return await http.SendAsync(request);
                    }
                    catch (HttpRequestException) when (attempt < 3)
                    {
                        await Task.Delay(1000);
                    }
                }
            }
        """),
        In("""
            public async Task<HttpResponseMessage> Charge(HttpContent json)
            {
                var key = Guid.NewGuid().ToString(); // so that nothing is charged twice
                for (var attempt = 0; ; attempt++)
                {
                    // One attempt.
                    try
                    {
                        using var request = new HttpRequestMessage(HttpMethod.Post, "charges");
                        request.Headers.Add("Idempotency-Key", key);
                        return await http.SendAsync(request);
                    }
                    catch (HttpRequestException) when (attempt < 3)
                    {
                        await Task.Delay(1000);
                    }
                }
            }
        """));

    [Fact]
    public Task WrapperOrValueOfTheAttempt_OffersNoFix() => Verify.VerifyNoFixAsync(In("""
            public Task<HttpResponseMessage> Charge() => _retry.ExecuteAsync(() => [|Submit|]());

            private async Task<HttpResponseMessage> Submit()
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, "charges");
                request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
                return await http.SendAsync(request);
            }

            public async Task<HttpResponseMessage> Numbered()
            {
                for (var attempt = 0; ; attempt++)
                {
                    try
                    {
                        using var request = new HttpRequestMessage(HttpMethod.Post, "charges");
                        request.Headers.Add("Idempotency-Key", [|$"{attempt}-{Guid.NewGuid()}"|]);
                        return await http.SendAsync(request);
                    }
                    catch (HttpRequestException) when (attempt < 3)
                    {
                        await Task.Delay(1000);
                    }
                }
            }
        """));
}
