using System.Threading.Tasks;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Retries.IA2001RetriedWriteWithoutIdempotencyKey>;

namespace IntegrationAnalyzers.Tests.Rules.Retries;

/// <summary>Helpers that tell the delegate which attempt it is: it makes the same call again, or another one of that number.</summary>
public sealed class IA2001ToldAttemptTests
{
    private const string ByStatus = "for (var i = 0; ; i++) { var r = await send(i); if (r.IsSuccessStatusCode || i == times) return r; await Task.Delay(1000); }";
    private const string ByException = "for (var i = 0; ; i++) { try { return await send(i + 1); } catch (HttpRequestException) when (i < times) { await Task.Delay(1000); } }";
    private const string ByCondition =
        "HttpResponseMessage r; var i = 0; do { r = await send(i); if (r.IsSuccessStatusCode) return r; await Task.Delay(1000); } while (++i < times); return r;";
    private const string ByRange = "HttpResponseMessage? r = null; foreach (var i in Enumerable.Range(1, times)) { r = await send(i); if (r.IsSuccessStatusCode) return r; await Task.Delay(1000); } return r!;";
    private const string ByAttempt = "for (var attempt = 0; ; attempt++) { var r = await send.Invoke(attempt); if (r.IsSuccessStatusCode || attempt == times) return r; await Task.Delay(1000); }";

    private static string In(string helper, string handed) => $$"""
        using System;
        using System.Linq;
        using System.Net.Http;
        using System.Threading.Tasks;

        class Payments(HttpClient http, string[] hosts)
        {
            public Task<HttpResponseMessage> Pay(HttpContent order) => Forward(3, {{handed}});

            private static Task<HttpResponseMessage> Forward(int times, Func<int, Task<HttpResponseMessage>> send) => Repeat(times, send);

            private static async Task<HttpResponseMessage> Repeat(int times, Func<int, Task<HttpResponseMessage>> send)
            {
                {{helper}}
            }

            private Task<HttpResponseMessage> To(string host, HttpContent order) => http.PostAsync(host + "/payments", order);
        }
        """;

    [Theory]
    [InlineData(ByStatus, "_ => [|To|](hosts[0], order)")]
    [InlineData(ByStatus, "i => { Console.WriteLine($\"attempt {i}\"); return [|To|](hosts[0], order); }")]
    [InlineData(ByException, "i => http.[|PostAsync|](\"payments\", order)")]
    [InlineData(ByCondition, "i => http.[|PostAsync|](\"payments\", order)")]
    [InlineData(ByRange, "i => http.[|PostAsync|](\"payments\", order)")]
    [InlineData(ByAttempt, "i => http.[|PostAsync|](\"payments\", order)")]
    public Task TheSameCallAgain_Reports(string helper, string handed) => Verify.VerifyAnalyzerAsync(In(helper, handed));

    [Theory]
    [InlineData(ByStatus, "i => To(hosts[i], order)")]
    [InlineData(ByException, "i => { var host = hosts[i % 2]; return To(host, order); }")]
    [InlineData(ByCondition, "i => http.PostAsync(\"payments/\" + i, order)")]
    [InlineData(ByRange, "i => To(hosts[i], order)")]
    [InlineData(ByAttempt, "i => To(hosts[i], order)")]
    public Task AnotherCallByTheNumber_IsQuiet(string helper, string handed) => Verify.VerifyAnalyzerAsync(In(helper, handed));

    [Fact]
    public Task PagesByTheNumber_AreQuiet() => Verify.VerifyAnalyzerAsync(In(
        "HttpResponseMessage? last = null; for (var i = 0; i < times; i++) { last = await send(i); if (!last.IsSuccessStatusCode) break; } return last!;",
        "i => To(hosts[0], order)"));
}
