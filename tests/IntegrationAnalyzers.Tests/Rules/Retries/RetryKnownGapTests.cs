using System.Threading.Tasks;
using IntegrationAnalyzers.Rules.Retries;
using IntegrationAnalyzers.Tests.Verification;
using Xunit;

namespace IntegrationAnalyzers.Tests.Rules.Retries;

/// <summary>What the pages of the rules on retries list under <em>Known gaps</em>; each is to be reported one day.</summary>
public sealed class RetryKnownGapTests
{
    private const string Usings = """
        using System;
        using System.Net.Http;
        using System.Threading;
        using System.Threading.Tasks;
        using Microsoft.Extensions.DependencyInjection;
        using Polly;

        """;

    [Fact(Skip = "Known gap: a handler that makes the key inside a retrying handler of the same client is not seen")]
    public Task KeyHandlerInsideTheRetryHandler_Reports() => RuleVerifier<IA2002KeyMadeAnewOnEachAttempt>.VerifyAnalyzerAsync(Usings + """
        class KeyHandler : DelegatingHandler
        {
            protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken token)
            {
                request.Headers.Add("Idempotency-Key", [|Guid.NewGuid().ToString()|]);
                return base.SendAsync(request, token);
            }
        }

        static class Registration
        {
            public static void Add(IServiceCollection services) => services.AddHttpClient("payments", c => c.Timeout = TimeSpan.FromSeconds(5))
                .AddTransientHttpErrorPolicy(p => p.WaitAndRetryAsync(3, n => TimeSpan.FromSeconds(n)))
                .AddHttpMessageHandler<KeyHandler>();
        }
        """);

    [Fact(Skip = "Known gap: a constant that comes in by a parameter is not followed")]
    public Task ConstantKeyByAParameter_Reports() => RuleVerifier<IA2003KeyWithoutIdentity>.VerifyAnalyzerAsync(Usings + """
        class Payments(HttpClient http)
        {
            public Task Charge() => Send([|"charge"|]);

            private Task Send(string key)
            {
                var request = new HttpRequestMessage(HttpMethod.Post, "charges");
                request.Headers.Add("Idempotency-Key", key);
                return http.SendAsync(request);
            }
        }
        """);

    [Fact(Skip = "Known gap: a message in a field is not followed")]
    public Task MessageInAField_Reports() => RuleVerifier<IA2010RequestSentAgain>.VerifyAnalyzerAsync(Usings + """
        class Orders(HttpClient http)
        {
            private readonly HttpRequestMessage _request = new(HttpMethod.Get, "orders");

            public Task<HttpResponseMessage> Read() => Policy.Handle<HttpRequestException>().RetryAsync(3).ExecuteAsync(() => http.SendAsync([|_request|]));
        }
        """);

    [Fact(Skip = "Known gap: a pause on one of several ways to the next attempt counts for all of them")]
    public Task PauseOnOneWay_Reports() => RuleVerifier<IA2006RetryWithoutPause>.VerifyAnalyzerAsync(Usings + """
        class Orders(HttpClient http)
        {
            public async Task<string> Read()
            {
                [|for|] (var attempt = 0; attempt < 5; attempt++)
                {
                    try
                    {
                        return await http.GetStringAsync("orders");
                    }
                    catch (HttpRequestException)
                    {
                        await Task.Delay(1000);
                    }
                    catch (TaskCanceledException)
                    {
                    }
                }

                throw new HttpRequestException();
            }
        }
        """);

    [Fact(Skip = "Known gap: a token that is never cancelled counts as a bound")]
    public Task TokenOfNobody_Reports() => RuleVerifier<IA2005UnboundedRetry>.VerifyAnalyzerAsync(Usings + """
        class Orders(HttpClient http)
        {
            public async Task<string> Read()
            {
                var token = CancellationToken.None;
                [|while|] (true)
                {
                    try
                    {
                        return await http.GetStringAsync("orders", token);
                    }
                    catch (HttpRequestException)
                    {
                        await Task.Delay(1000);
                    }
                }
            }
        }
        """);

    [Fact(Skip = "Known gap: Thread.Sleep in a callback of a policy is not reported")]
    public Task SleepInACallback_Reports() => RuleVerifier<IA2014ThreadSleepBetweenAttempts>.VerifyAnalyzerAsync(Usings + """
        class Orders(HttpClient http)
        {
            public Task<string> Read() =>
                Policy.Handle<HttpRequestException>().RetryAsync(3, (error, attempt) => [|Thread.Sleep(1000)|]).ExecuteAsync(() => http.GetStringAsync("orders"));
        }
        """);

    [Fact(Skip = "Known gap: a variable that keeps its first value when all attempts fail is not followed")]
    public Task VariableThatKeepsItsFirstValue_Reports() => RuleVerifier<IA2015SilentAfterLastAttempt>.VerifyAnalyzerAsync(Usings + """
        class Orders(HttpClient http)
        {
            public async Task<string> Read()
            {
                var found = "";
                for (var attempt = 0; attempt < 3; attempt++)
                {
                    try
                    {
                        found = await http.GetStringAsync("orders");
                        break;
                    }
                    catch (HttpRequestException)
                    {
                        await Task.Delay(1000);
                    }
                }

                return [|found|];
            }
        }
        """);
}
