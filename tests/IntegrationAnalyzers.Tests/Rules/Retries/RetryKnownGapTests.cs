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

    [Fact(Skip = "Known gap: A message in a field is not followed")]
    public Task MessageInAField_Reports() => RuleVerifier<IA2010RequestSentAgain>.VerifyAnalyzerAsync(Usings + """
        class Orders(HttpClient http)
        {
            private readonly HttpRequestMessage _request = new(HttpMethod.Get, "orders");

            public Task<HttpResponseMessage> Read() => Policy.Handle<HttpRequestException>().RetryAsync(3).ExecuteAsync(() => http.SendAsync([|_request|]));
        }
        """);

    [Fact(Skip = "Known gap: A pause on one of several ways to the next attempt counts for all of them")]
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

    [Fact(Skip = "Known gap: A token that is never cancelled counts as a bound")]
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

    [Fact(Skip = "Known gap: A constant in a dictionary that is not named for headers is not followed")]
    public Task ConstantKeyInADictionary_Reports() => RuleVerifier<IA2003KeyWithoutIdentity>.VerifyAnalyzerAsync("using System.Collections.Generic;\n" + Usings + """
        class Payments(HttpClient http)
        {
            public Task<HttpResponseMessage> Charge()
            {
                var values = new Dictionary<string, string> { ["Idempotency-Key"] = [|"charge"|] };
                var request = new HttpRequestMessage(HttpMethod.Post, "charges");
                foreach (var pair in values)
                    request.Headers.Add(pair.Key, pair.Value);
                return http.SendAsync(request);
            }
        }
        """);

    [Fact(Skip = "Known gap: A message that a method hands to its own repeat is not followed")]
    public Task MessageHandedToTheOwnRepeat_Reports() => RuleVerifier<IA2010RequestSentAgain>.VerifyAnalyzerAsync(Usings + """
        class Orders(HttpClient http)
        {
            public Task<HttpResponseMessage> Read() => Send(new HttpRequestMessage(HttpMethod.Get, "orders"), 3);

            private async Task<HttpResponseMessage> Send(HttpRequestMessage request, int left)
            {
                try
                {
                    return await http.SendAsync([|request|]);
                }
                catch (HttpRequestException) when (left > 0)
                {
                    await Task.Delay(TimeSpan.FromSeconds(4 - left));
                    return await Send(request, left - 1);
                }
            }
        }
        """);

    [Fact(Skip = "Known gap: A limit in a handler of the client is not seen")]
    public Task LimitInAHandler_IsQuiet() => RuleVerifier<IA2016UnboundedFanOut>.VerifyAnalyzerAsync("using System.Linq;\n" + Usings + """
        class OneAfterTheOther : DelegatingHandler
        {
            private readonly SemaphoreSlim _turn = new(4);

            protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken token)
            {
                await _turn.WaitAsync(token);
                try
                {
                    return await base.SendAsync(request, token);
                }
                finally
                {
                    _turn.Release();
                }
            }
        }

        class Orders
        {
            private static readonly HttpClient Http = new(new OneAfterTheOther { InnerHandler = new SocketsHttpHandler() }) { Timeout = TimeSpan.FromSeconds(5) };

            public Task<string[]> Read(string[] all) => Task.WhenAll(all.Select(id => Http.GetStringAsync("orders/" + id)));
        }
        """);

    [Fact(Skip = "Known gap: A repeat after 503 alone is taken for one after a refusal, which needs no pause")]
    public Task RepeatAfter503Alone_Reports() => RuleVerifier<IA2006RetryWithoutPause>.VerifyAnalyzerAsync(Usings + """
        class ImpatientHandler : DelegatingHandler
        {
            protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken token)
            {
                var answer = await base.SendAsync(request, token);
                [|for|] (var left = 2; left > 0 && answer.StatusCode == System.Net.HttpStatusCode.ServiceUnavailable && request.Method == HttpMethod.Get; left--)
                    answer = await base.SendAsync(request, token);
                return answer;
            }
        }
        """);
}
