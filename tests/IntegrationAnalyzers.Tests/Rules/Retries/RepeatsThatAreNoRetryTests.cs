using System.Threading.Tasks;
using IntegrationAnalyzers.Rules.Retries;
using IntegrationAnalyzers.Tests.Verification;
using Xunit;

namespace IntegrationAnalyzers.Tests.Rules.Retries;

/// <summary>Loops and recursion that send again without a lost answer: found in code that no rule was made on.</summary>
public sealed class RepeatsThatAreNoRetryTests
{
    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Net;
        using System.Net.Http;
        using System.Net.Http.Json;
        using System.Threading;
        using System.Threading.Tasks;

        """;

    private static Task Writes(string members) =>
        RuleVerifier<IA2001RetriedWriteWithoutIdempotencyKey>.VerifyAnalyzerAsync(Usings + "class Orders(HttpClient http)\n{\n" + members + "\n}\n");

    private static Task Pauses(string members) =>
        RuleVerifier<IA2006RetryWithoutPause>.VerifyAnalyzerAsync(Usings + "class Orders(HttpClient http)\n{\n" + members + "\n}\n");

    private static Task Sleeps(string members) =>
        RuleVerifier<IA2014ThreadSleepBetweenAttempts>.VerifyAnalyzerAsync(Usings + "class Orders(HttpClient http)\n{\n" + members + "\n}\n");

    private static Task Stacked(string members) =>
        RuleVerifier<IA2013StackedRetries>.VerifyAnalyzerAsync(Usings + "class Orders(HttpClient http)\n{\n" + members + "\n}\n");

    private static string OnlyAfter(string statuses, string mark = "PostAsJsonAsync") => $$"""
            public async Task<string> Place(object order)
            {
                for (var attempt = 1; attempt <= 5; attempt++)
                {
                    try
                    {
                        var response = await http.{{mark}}("orders", order);
                        response.EnsureSuccessStatusCode();
                        return await response.Content.ReadAsStringAsync();
                    }
                    catch (HttpRequestException ex) when (ex.StatusCode is {{statuses}})
                    {
                        if (attempt == 5)
                            throw;
                    }
                    await Task.Delay(1000);
                }
                throw new InvalidOperationException();
            }
        """;

    [Fact]
    public Task OnlyAfterTooBusy_LingarrTranslationServices_IsQuiet() => Writes(OnlyAfter("HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable"));

    [Fact]
    public Task AfterABadGateway_Reports() => Writes(OnlyAfter("HttpStatusCode.ServiceUnavailable or HttpStatusCode.BadGateway", "[|PostAsJsonAsync|]"));

    private static string Until(string test, string mark) => $$"""
            public class Outcome
            {
                public bool {{test.TrimStart('!')}} { get; set; }
            }

            private async Task<Outcome> Post(object order)
            {
                using var response = await http.PostAsJsonAsync("orders", order);
                return new Outcome();
            }

            public async Task<Outcome?> Place(object order)
            {
                for (var attempt = 1; attempt <= 5; attempt++)
                {
                    var outcome = await {{mark}}(order);
                    if ({{(test[0] == '!' ? "!outcome." + test.Substring(1) : "outcome." + test)}})
                        return outcome;
                    await Task.Delay(1000 * attempt);
                }

                return null;
            }
        """;

    /// <summary>Whether the answer says by its name that it went well, or did not.</summary>
    [Theory]
    [InlineData("IsSuccessStatusCode")]
    [InlineData("IsSuccessful")]
    [InlineData("IsSuccess")]
    [InlineData("IsSuccessfulStatusCode")]
    [InlineData("Success")]
    [InlineData("Successful")]
    [InlineData("Succeeded")]
    [InlineData("Ok")]
    [InlineData("IsOk")]
    [InlineData("!Failed")]
    [InlineData("!HasError")]
    [InlineData("!NeedsRetry")]
    [InlineData("!IsTransient")]
    [InlineData("!Faulted")]
    [InlineData("!HasException")]
    [InlineData("!IsTimeout")]
    [InlineData("!IsUnavailable")]
    [InlineData("!ShouldTry")]
    [InlineData("!TryAgain")]
    public Task AfterAFailureByItsName_Reports(string test) => Writes(Until(test, "[|Post|]"));

    [Theory]
    [InlineData("!Unauthorized")]
    [InlineData("!Forbidden")]
    [InlineData("!RateLimited")]
    [InlineData("!IsTooManyRequests")]
    [InlineData("!Throttled")]
    [InlineData("!NeedsAuthentication")]
    [InlineData("!TokenExpired")]
    [InlineData("!HasExpiredToken")]
    [InlineData("!AccessDenied")]
    [InlineData("!HasMore")]
    public Task AfterARefusalOrAnythingElseByItsName_IsQuiet(string test) => Writes(Until(test, "Post"));

    private static string Numbered(string name, string mark) => $$"""
            public async Task Place(object order)
            {
                for (var {{name}} = 1; {{name}} <= 5; {{name}}++)
                {
                    try
                    {
                        using var response = await http.{{mark}}("orders?n=" + {{name}}, order);
                        response.EnsureSuccessStatusCode();
                        return;
                    }
                    catch (HttpRequestException ex)
                    {
                        Console.WriteLine(ex);
                        await Task.Delay(1000);
                    }
                }
            }
        """;

    [Theory]
    [InlineData("attempt")]
    [InlineData("attemptNumber")]
    [InlineData("retried")]
    [InlineData("retries")]
    [InlineData("tries")]
    [InlineData("retry")]
    [InlineData("tryCount")]
    public Task NumberOfTheAttemptSentAlong_Reports(string name) => Writes(Numbered(name, "[|PostAsJsonAsync|]"));

    [Theory]
    [InlineData("page")]
    [InlineData("retrieved")]
    [InlineData("server")]
    public Task AnotherNumberSentAlong_IsQuiet(string name) => Writes(Numbered(name, "PostAsJsonAsync"));

    private static string Recursion(string parameter, string argument, string mark = "PostAsJsonAsync") => $$"""
            public async Task<List<string>> Scrobble(string[] episodes, bool {{parameter}})
            {
                var answers = new List<string>();
                var payloads = new List<object>();
                foreach (var episode in episodes)
                    payloads.Add({{parameter}} ? new { id = episode } : new { title = episode });
                foreach (var payload in payloads)
                {
                    var response = await http.{{mark}}("scrobble", payload);
                    if (response.IsSuccessStatusCode)
                        answers.Add(await response.Content.ReadAsStringAsync());
                    else if ({{parameter}})
                        answers = await Scrobble(episodes, {{argument}});
                }
                return answers;
            }
        """;

    [Fact]
    public Task RecursionInTheOtherWay_TraktScrobble_IsQuiet() => Writes(Recursion("withIds", "false"));

    [Fact]
    public Task RecursionWithARetryFlag_Reports() => Writes(Recursion("retry", "false", "[|PostAsJsonAsync|]"));

    [Fact]
    public Task BodyHandedInAsBytes_BililiveWebhook_IsQuiet() => Writes("""
            public async Task Send(string url, byte[] data)
            {
                for (var i = 0; i < 3; i++)
                    try
                    {
                        if (i > 0)
                            await Task.Delay(i * 1000);
                        using var body = new ByteArrayContent(data);
                        var result = await http.PostAsync(url, body);
                        result.EnsureSuccessStatusCode();
                        return;
                    }
                    catch (Exception ex)
                    {
                        Console.WriteLine(ex);
                    }
            }
        """);

    [Fact]
    public Task BodyMadeHere_Reports() => Writes("""
            public async Task Send(string url, string order)
            {
                for (var i = 0; i < 3; i++)
                    try
                    {
                        using var body = new StringContent(order);
                        var result = await http.[|PostAsync|](url, body);
                        result.EnsureSuccessStatusCode();
                        return;
                    }
                    catch (HttpRequestException ex)
                    {
                        Console.WriteLine(ex);
                    }
            }
        """);

    [Fact]
    public Task LoopThatFollowsRedirects_BililiveRecordTask_IsQuiet() => Pauses("""
            public async Task<HttpResponseMessage> Open(string fullUrl)
            {
                while (true)
                {
                    var original = new Uri(fullUrl);
                    var request = new HttpRequestMessage(HttpMethod.Get, original);
                    var response = await http.SendAsync(request);
                    switch (response.StatusCode)
                    {
                        case HttpStatusCode.OK:
                            return response;
                        case HttpStatusCode.Moved:
                        case HttpStatusCode.Redirect:
                            fullUrl = new Uri(original, response.Headers.Location!).ToString();
                            response.Dispose();
                            break;
                        default:
                            throw new InvalidOperationException("answered " + response.StatusCode);
                    }
                }
            }
        """);

    private static string Downloads(string inTry, string inCatch) => $$"""
            public async Task Page(string id)
            {
                int retries = 0;
                again:
                try
                {
                    await http.GetStringAsync("points/" + id);
                    await http.GetStringAsync("video/" + id);
                    {{inTry}}
                    Console.WriteLine("cleaned up");
                }
                catch (Exception)
                {
                    if (++retries > 2) throw;
                    {{inCatch}}
                    goto again;
                }
            }
        """;

    [Fact]
    public Task SleepAfterTheLastCall_BBDownCleanup_IsQuiet() => Sleeps(Downloads("Thread.Sleep(200);", "await Task.Delay(3000);"));

    [Fact]
    public Task SleepBeforeGoto_Reports() => Sleeps(Downloads("", "[|Thread.Sleep(3000)|];"));

    [Fact]
    public Task OneRetriedMethodCalledOften_BBDownTracks_ReportsOnce() => Stacked("""
            public async Task Page(string[] tracks)
            {
                int retries = 0;
                again:
                try
                {
                    await [|Download|]("cover");
                    await Download("video");
                    foreach (var track in tracks)
                        await Download(track);
                }
                catch (Exception)
                {
                    if (++retries > 2) throw;
                    await Task.Delay(3000);
                    goto again;
                }
            }

            private async Task Download(string path)
            {
                int tries = 0;
                again:
                try
                {
                    await http.GetStringAsync(path);
                }
                catch (Exception)
                {
                    if (++tries == 3) throw;
                    await Task.Delay(1000);
                    goto again;
                }
            }
        """);

    /// <summary>OpenAI.ChatGPT.Net, GPTModelCompletions: the next round of a conversation follows a good answer.</summary>
    [Theory]
    [InlineData("answer.Error == null")]
    [InlineData("null == answer.Error")]
    [InlineData("answer.Error is null")]
    [InlineData("!(answer.ErrorMessage is not null)")]
    [InlineData("!(answer.Error != null)")]
    [InlineData("!(answer.Error is { })")]
    public Task RecursionAfterAGoodAnswer_GPTModelCompletions_IsQuiet(string test) => Writes(Conversation(test, "PostAsJsonAsync"));

    [Theory]
    [InlineData("answer.Error != null")]
    [InlineData("answer.Error is not null")]
    [InlineData("answer.Error is { }")]
    [InlineData("answer == null")]
    public Task RecursionAfterAFailedAnswer_Reports(string test) => Writes(Conversation(test, "[|PostAsJsonAsync|]"));

    private static string Conversation(string test, string mark) => $$"""
            public sealed class Answer { public string Error { get; set; } = ""; public string ErrorMessage { get; set; } = ""; }

            public async Task<Answer?> Complete(List<object> history)
            {
                using var response = await http.{{mark}}("orders", history);
                var answer = await response.Content.ReadFromJsonAsync<Answer>();
                if ({{test}})
                    return await Complete(history);
                return answer;
            }
        """;
}
