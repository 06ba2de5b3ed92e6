using System.Threading.Tasks;
using Xunit;
using static IntegrationAnalyzers.Tests.Rules.Retries.IA2006RetryWithoutPauseTests;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Retries.IA2006RetryWithoutPause>;

namespace IntegrationAnalyzers.Tests.Rules.Retries;

/// <summary>Repeats that go on with something else: redirects, pages, codes that are asked for anew, what was mended in between.</summary>
public class IA2006OtherRepeatsTests
{
    [Fact]
    public Task RedirectsFollowedByHand_ClaudetRelay_AreQuiet() => Verify.VerifyAnalyzerAsync(In("""
            public async Task<string> Fetch(string url)
            {
                var current = url;
                for (int hop = 0; hop < 5; hop++)
                {
                    using var request = new HttpRequestMessage(HttpMethod.Get, current);
                    using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
                    if ((int)response.StatusCode is >= 301 and <= 308)
                    {
                        var location = response.Headers.Location?.ToString();
                        if (string.IsNullOrEmpty(location))
                            return "";
                        current = location;
                        continue;
                    }

                    if (!response.IsSuccessStatusCode)
                        return "";
                    return await response.Content.ReadAsStringAsync();
                }

                return "";
            }
        """));

    private static string Paged(string next, string given) => In($$"""
            public record Segment(string[]? Data, string? Cursor);

            private async Task<Segment?> Page(string cursor)
            {
                var response = await http.GetAsync("pages/" + cursor);
                return response.IsSuccessStatusCode ? new Segment([], "") : null;
            }

            public async Task All(Segment? first)
            {
                var segment = first;
                {{next}} (segment?.Data != null)
                {
                    if (segment.Cursor is null)
                        break;
                    var cursor = {{given}};
                    segment = await Page(cursor).ConfigureAwait(false);
                }
            }
        """);

    [Fact]
    public Task NextPageByTheCursorOfTheLast_Verifalia_IsQuiet() => Verify.VerifyAnalyzerAsync(Paged("while", "segment.Cursor + \"\""));

    [Fact]
    public Task AnswerThatIsOnlyLookedAt_Reports() => Verify.VerifyAnalyzerAsync(In("""
            public async Task<HttpResponseMessage> Get(string url)
            {
                HttpResponseMessage? response = null;
                [|for|] (var i = 0; i < 5; i++)
                {
                    response = await http.GetAsync(url);
                    if (response.IsSuccessStatusCode)
                        return response;
                }

                return response!;
            }
        """));

    [Fact]
    public Task RequestTakenBackFromTheAnswer_Reports() => Verify.VerifyAnalyzerAsync(In("""
            private static HttpRequestMessage Copy(HttpRequestMessage? sent) => new(sent!.Method, sent.RequestUri);

            public async Task<HttpResponseMessage> Get(string url)
            {
                var response = await http.GetAsync(url);
                [|for|] (var i = 0; i < 5; i++)
                {
                    if (response.IsSuccessStatusCode)
                        return response;
                    response = await http.SendAsync(Copy(response.RequestMessage));
                }

                return response;
            }
        """));

    private static string Codes(string loop, string type) => Usings + $$"""
        public interface ICodes { Task<string> ProvideAsync(CancellationToken token); }

        {{type}}

        public class Login(HttpClient http, ICodes codes)
        {
            public async Task<string> Verify(CancellationToken token)
            {
                {{loop}} (var i = 0; i < 3; i++)
                {
                    var code = await codes.ProvideAsync(token).ConfigureAwait(false);
                    try
                    {
                        using var response = await http.PostAsync("totp", new StringContent(code), token);
                        if (response.StatusCode == HttpStatusCode.OK)
                            return await response.Content.ReadAsStringAsync(token);
                    }
                    catch (HttpRequestException)
                    {
                    }
                }

                throw new InvalidOperationException();
            }
        }
        """;

    [Fact]
    public Task CodeAskedForAnewByTheCallersInterface_Verifalia_IsQuiet() => Verify.VerifyAnalyzerAsync(Codes("for", ""));

    [Fact]
    public Task CodeOfAnImplementationThatDoesNotWait_Reports() => Verify.VerifyAnalyzerAsync(
        Codes("[|for|]", "public class Fixed : ICodes { public Task<string> ProvideAsync(CancellationToken token) => Task.FromResult(\"1\"); }"));

    /// <summary>Coflnet/SkyApi, KnowledgeService: the stale lock is deleted, and only who deleted it takes it again.</summary>
    [Fact]
    public Task WhatFailedIsMendedByACallBeforeTheRepeat_SkyApiKnowledgeService_IsQuiet() => Verify.VerifyAnalyzerAsync(In(Marker("""
            using var delete = await http.DeleteAsync($"locks/{id}?if_seq_no={document}");
            if (delete.StatusCode == HttpStatusCode.Conflict)
                return false;
            delete.EnsureSuccessStatusCode();
            return await TakeAsync(id, attempt);
        """)));

    [Fact]
    public Task CallsBesideTheRepeatThatMendNothing_Report() => Verify.VerifyAnalyzerAsync(In(Marker("""
            if (document.Length > 0)
                await http.DeleteAsync($"locks/{id}?if_seq_no={document}");
            return await [|TakeAsync|](id, attempt);
        """)));

    private static string TakenOut(string loop, string attempt, string access = "private") => In($$"""
            public async Task Place(string order)
            {
                {{loop}} (var i = 0; i < 3; i++)
                {
                    if (await Sent(order))
                        return;
                }

                throw new InvalidOperationException();
            }

            {{access}} async Task<bool> Sent(string order)
            {
                {{attempt}}
            }
        """);

    [Theory]
    [InlineData("using var r = await http.PutAsync(order, null); if (!r.IsSuccessStatusCode) await Task.Delay(1000); return r.IsSuccessStatusCode;")]
    [InlineData("await Task.Delay(500); using var r = await http.PutAsync(order, null); return r.IsSuccessStatusCode;")]
    [InlineData("try { using var r = await http.PutAsync(order, null); return r.IsSuccessStatusCode; } catch (HttpRequestException e) { Console.WriteLine(e); Thread.Sleep(1000); return false; }")]
    public Task PauseInTheAttemptThatIsAMethodOfItsOwn_IsQuiet(string attempt) => Verify.VerifyAnalyzerAsync(TakenOut("for", attempt));

    [Theory]
    [InlineData("using var r = await http.PutAsync(order, null); return r.IsSuccessStatusCode;", "private")]
    [InlineData("for (var i = 0; i < 3; i++) { using var r = await http.PutAsync(order, null); if (r.IsSuccessStatusCode) return true; await Task.Delay(1000); } return false;", "private")]
    [InlineData("_ = Task.Run(async () => { await Task.Delay(1000); }); using var r = await http.PutAsync(order, null); return r.IsSuccessStatusCode;", "private")]
    [InlineData("await Task.Delay(500); using var r = await http.PutAsync(order, null); return r.IsSuccessStatusCode;", "public")]
    public Task AttemptOfItsOwnThatDoesNotWait_Reports(string attempt, string access) => Verify.VerifyAnalyzerAsync(TakenOut("[|for|]", attempt, access));

    private static string Marker(string rest) => $$"""
            private async Task<bool> TakeAsync(string id, int attempt)
            {
                using var marker = await http.PutAsync($"locks/{id}", null);
                if (marker.IsSuccessStatusCode)
                    return true;
                string document;
                using (var current = await http.GetAsync($"locks/{id}"))
                    document = await current.Content.ReadAsStringAsync();
        {{rest}}
            }
        """;
}
