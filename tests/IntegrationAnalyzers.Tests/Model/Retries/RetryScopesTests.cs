using System.Threading;
using IntegrationAnalyzers.Model;
using IntegrationAnalyzers.Model.Retries;
using Xunit;

namespace IntegrationAnalyzers.Tests.Model.Retries;

public sealed class RetryScopesTests
{
    [Theory]
    [InlineData("for (var i = 0; i < 3; i++) { try { await Call(); return; } catch { } }", 2)]
    [InlineData("for (var i = 1; i <= 3; i++) { try { await Call(); break; } catch (HttpRequestException) { continue; } }", 2)]
    [InlineData("var n = 0; while (n < 5) { try { await Call(); return; } catch { n++; } }", 4)]
    [InlineData("while (true) { try { await Call(); return; } catch { } }", null)]
    public void Loop_WithItsLimit(string statements, int? retries)
    {
        var scope = Scope(statements);
        Assert.Equal(RetryKind.Loop, scope?.Kind);
        Assert.Equal(retries, scope?.Limit.Retries);
        Assert.Equal(Certainty.No, scope?.OnlyUnprocessed);
    }

    [Theory]
    [InlineData("await Policy.Handle<Exception>().RetryAsync(4).ExecuteAsync(() => Call());", 4, false)]
    [InlineData("await Policy.Handle<Exception>().RetryAsync().ExecuteAsync(() => Call());", 1, false)]
    [InlineData("await Policy.Handle<Exception>().WaitAndRetryAsync(new[] { TimeSpan.Zero, TimeSpan.Zero }).ExecuteAsync(() => Call());", 2, false)]
    [InlineData("await Policy.Handle<Exception>().RetryForeverAsync().ExecuteAsync(() => Call());", null, true)]
    [InlineData("await Policy.TimeoutAsync(3).WrapAsync(Policy.Handle<Exception>().RetryAsync(2)).ExecuteAsync(() => Call());", 2, false)]
    [InlineData("await new ResiliencePipelineBuilder().AddRetry(new Polly.Retry.RetryStrategyOptions()).Build().ExecuteAsync(async t => await Call());", 3, false)]
    [InlineData("await new ResiliencePipelineBuilder().AddRetry(new Polly.Retry.RetryStrategyOptions { MaxRetryAttempts = int.MaxValue }).Build().ExecuteAsync(async t => await Call());", null, true)]
    public void Polly_WithItsLimit(string statements, int? retries, bool isUnbounded)
    {
        var scope = Scope(statements);
        Assert.Equal(RetryKind.Polly, scope?.Kind);
        Assert.Equal(new RetryLimit(retries, isUnbounded), scope?.Limit);
    }

    [Theory]
    [InlineData("while (true) { try { await Call(); return; } catch (UnauthorizedAccessException) { } }")]
    [InlineData("while (true) { try { await Call(); return; } catch (HttpRequestException ex) when (ex.StatusCode == HttpStatusCode.TooManyRequests) { } }")]
    [InlineData("await Policy.HandleResult<HttpResponseMessage>(r => r.StatusCode == HttpStatusCode.Unauthorized).RetryAsync(1).ExecuteAsync(() => Call());")]
    public void Refusals_AreOnlyUnprocessed(string statements) => Assert.Equal(Certainty.Yes, Scope(statements)?.OnlyUnprocessed);

    [Theory]
    [InlineData("Policy.WrapAsync(refused, failed)", Certainty.No)]
    [InlineData("Policy.WrapAsync(failed, refused)", Certainty.No)]
    [InlineData("Policy.WrapAsync(refused, refused)", Certainty.Yes)]
    [InlineData("(DateTime.Now.Hour > 3 ? refused : failed)", Certainty.Unknown)]
    [InlineData("(DateTime.Now.Hour > 3 ? failed : refused)", Certainty.Unknown)]
    [InlineData("(DateTime.Now.Hour > 3 ? failed : failed)", Certainty.No)]
    internal void RefusalsOfSeveralPolicies_CountByTheLayerAndByTheWay(string policy, Certainty expected) => Assert.Equal(expected, Scope($$"""
        IAsyncPolicy<HttpResponseMessage> refused = Policy.HandleResult<HttpResponseMessage>(r => r.StatusCode == HttpStatusCode.Unauthorized).RetryAsync(1);
        IAsyncPolicy<HttpResponseMessage> failed = Policy<HttpResponseMessage>.Handle<HttpRequestException>().RetryAsync(1);
        await {{policy}}.ExecuteAsync(() => Call());
        """)?.OnlyUnprocessed);

    [Theory]
    [InlineData("while (true) { try { await Call(); } catch { } }")]
    [InlineData("for (var i = 0; i < 3; i++) { await Call(); }")]
    [InlineData("for (var i = 0; i < 3; i++) { try { await Call(); return; } catch { throw; } }")]
    [InlineData("for (var i = 0; i < 3; i++) { try { await Call(); return; } catch { return; } }")]
    [InlineData("foreach (var host in new[] { \"a\", \"b\" }) { try { await Call(host); return; } catch { } }")]
    [InlineData("await Policy.TimeoutAsync(3).ExecuteAsync(() => Call());")]
    [InlineData("await Task.Run(() => Call());")]
    public void NoRetry(string statements) => Assert.Null(Scope(statements));

    private static RetryScope? Scope(string statements)
    {
        var source = new ModelSource($$"""
            class C(HttpClient http)
            {
                async Task Run()
                {
                    await Task.Yield();
                    {{statements}}
                }

                Task<HttpResponseMessage> Call(string host = "") => http.PostAsync(host, null);
            }
            """);
        return source.Model.Retries.Around(source.Call("Call").Syntax, CancellationToken.None);
    }
}
