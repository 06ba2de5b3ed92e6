using System.Threading.Tasks;
using Microsoft.CodeAnalysis.Testing;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Retries.IA2001RetriedWriteWithoutIdempotencyKey>;

namespace IntegrationAnalyzers.Tests.Rules.Retries;

/// <summary>One more attempt that is written out by hand.</summary>
public sealed class IA2001SecondAttemptTests
{
    private const string Usings = """
        using System;
        using System.Net;
        using System.Net.Http;
        using System.Net.Http.Json;
        using System.Threading;
        using System.Threading.Tasks;

        """;

    private const string Before = Usings + """
        class Payments(HttpClient http)
        {
            private string host = "";

            public async Task<HttpResponseMessage> Charge(HttpContent charge, CancellationToken token)
            {

        """;

    private const string After = """

            }

            private Task Login() => Task.CompletedTask;
        }
        """;

    [Theory]
    [InlineData("""try { return await http.PostAsync("charges", charge, token); } catch (HttpRequestException) { return await http.[|PostAsync|]("charges", charge, token); }""")]
    [InlineData("""try { return await http.PostAsync("charges", charge, token); } catch (Exception) { await Task.Delay(500, token); return await http.[|PostAsync|]("charges", charge, token).ConfigureAwait(false); }""")]
    [InlineData("""try { return await http.PostAsync("charges", charge, token); } catch { } return await http.[|PostAsync|]("charges", charge, token);""")]
    [InlineData("""try { var sent = await http.PostAsync("charges", charge, token); sent.EnsureSuccessStatusCode(); return sent; } catch (TaskCanceledException) when (!token.IsCancellationRequested) { return await http.[|PostAsync|]("charges", charge, token); }""")]
    [InlineData("""var answer = await http.PostAsync("charges", charge, token); if (!answer.IsSuccessStatusCode) { await Task.Delay(500, token); answer = await http.[|PostAsync|]("charges", charge, token); } return answer;""")]
    [InlineData("""var answer = await http.PostAsync("charges", charge, token); if (answer.IsSuccessStatusCode) return answer; return await http.[|PostAsync|]("charges", charge, token);""")]
    [InlineData("""var answer = await http.PostAsync("charges", charge, token); return answer.IsSuccessStatusCode ? answer : await http.[|PostAsync|]("charges", charge, token);""")]
    [InlineData("""var answer = await http.PostAsync("charges", charge, token); if (answer.StatusCode == HttpStatusCode.GatewayTimeout) answer = await http.[|PostAsync|]("charges", charge, token); return answer;""")]
    [InlineData("""var answer = await http.PostAsync("charges", charge, token); if (!answer.IsSuccessStatusCode && answer.StatusCode != HttpStatusCode.BadRequest) answer = await http.[|PostAsync|]("charges", charge, token); return answer;""")]
    [InlineData("""var answer = await http.PostAsync("charges", charge, token); if (!answer.IsSuccessStatusCode && answer.StatusCode is not (HttpStatusCode.BadRequest or HttpStatusCode.NotFound)) answer = await http.[|PostAsync|]("charges", charge, token); return answer;""")]
    [InlineData("""
        try { using var request = new HttpRequestMessage(HttpMethod.Post, "charges") { Content = charge }; return await http.SendAsync(request, token); }
        catch (HttpRequestException) { using var again = new HttpRequestMessage(HttpMethod.Post, "charges") { Content = charge }; return await http.[|SendAsync|](again, token); }
        """)]
    public Task SecondAttempt_Reports(string body) => Verify.VerifyAnalyzerAsync(Before + body + After);

    /// <summary>Asked the same, with more time.</summary>
    [Theory]
    [InlineData("""try { return await http.PostAsync("charges", charge, new CancellationTokenSource(3000).Token); } catch (OperationCanceledException) { return await http.[|PostAsync|]("charges", charge, new CancellationTokenSource(30000).Token); }""")]
    [InlineData("""using var soon = new CancellationTokenSource(3000); try { return await http.PostAsync("charges", charge, soon.Token); } catch (OperationCanceledException) { using var late = new CancellationTokenSource(30000); return await http.[|PostAsync|]("charges", charge, late.Token); }""")]
    [InlineData("""using var soon = new CancellationTokenSource(3000); try { return await http.PostAsync("charges", charge, soon.Token); } catch (OperationCanceledException) { using var late = new CancellationTokenSource(); late.CancelAfter(30000); return await http.[|PostAsync|]("charges", charge, late.Token); }""")]
    [InlineData("""try { return await http.PostAsync("charges", charge, token); } catch (OperationCanceledException) { return await http.[|PostAsync|]("charges", charge, default); }""")]
    public Task SecondAttemptWithAnotherToken_Reports(string body) => Verify.VerifyAnalyzerAsync(Before + body + After);

    [Theory]
    [InlineData("WithTimeout(4)", "WithTimeout(9)", "[|PostJsonAsync|]")]
    [InlineData("WithTimeout(TimeSpan.FromSeconds(4))", "WithTimeout(TimeSpan.FromMinutes(1))", "[|PostJsonAsync|]")]
    [InlineData("WithHeader(\"X-Shop\", \"a\")", "WithHeader(\"X-Shop\", \"b\")", "PostJsonAsync")]
    public Task SecondAttemptOfFlurl(string first, string again, string call) => Verify.VerifyAnalyzerAsync("using Flurl;\nusing Flurl.Http;\n" + Before + $$"""
        try { await "https://api.lager.example".AppendPathSegment("orders").{{first}}.PostJsonAsync(new { a = 1 }); }
        catch (FlurlHttpException) { await "https://api.lager.example".AppendPathSegment("orders").{{again}}.{{call}}(new { a = 1 }); }
        return new HttpResponseMessage();
        """ + After);

    [Theory]
    [InlineData("""try { return await http.PostAsync("charges", charge, token); } catch (HttpRequestException e) when (e.StatusCode == HttpStatusCode.NotFound) { return await http.PostAsync("charges", charge, token); }""")]
    [InlineData("""try { return await http.PostAsync("charges", charge, token); } catch (HttpRequestException) { return await http.PostAsync("charges/late", charge, token); }""")]
    [InlineData("""try { return await http.PostAsync("charges", charge, token); } catch (HttpRequestException) { await Login(); return await http.PostAsync("charges", charge, token); }""")]
    [InlineData("""try { return await http.PostAsync(host, charge, token); } catch (HttpRequestException) { host = "https://other"; return await http.PostAsync(host, charge, token); }""")]
    [InlineData("""try { return await http.PostAsync("charges", charge, token); } catch (HttpRequestException) { charge.Headers.Add("X-Part", "2"); return await http.PostAsync("charges", charge, token); }""")]
    [InlineData("""try { return await http.PostAsync("charges", charge, token); } catch (InvalidOperationException) { throw; } catch (NullReferenceException) { return await http.PostAsync("charges", charge, token); }""")]
    [InlineData("""var answer = await http.PostAsync("charges", charge, token); if (answer.StatusCode == HttpStatusCode.Unauthorized) answer = await http.PostAsync("charges", charge, token); return answer;""")]
    [InlineData("""var answer = await http.PostAsync("charges", charge, token); if (!answer.IsSuccessStatusCode && answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.NotFound) answer = await http.PostAsync("charges", charge, token); return answer;""")]
    [InlineData("""var answer = await http.PostAsync("charges", charge, token); if (answer.IsSuccessStatusCode || answer.StatusCode != HttpStatusCode.BadRequest) return answer; return await http.PostAsync("charges", charge, token);""")]
    [InlineData("""var answer = await http.PostAsync("charges", charge, token); if ((int)answer.StatusCode == 409) answer = await http.PostAsync("charges", charge, token); return answer;""")]
    [InlineData("""await http.PostAsync("charges", charge, token); return await http.PostAsync("charges", charge, token);""")]
    [InlineData("""var answer = await http.PostAsync("charges", charge, token); if (answer.IsSuccessStatusCode) answer = await http.PostAsync("charges", charge, token); return answer;""")]
    [InlineData("""if (host == "") return await http.PostAsync("charges", charge, token); else return await http.PostAsync("charges", charge, token);""")]
    [InlineData("""charge.Headers.Add("Idempotency-Key", host); try { return await http.PostAsync("charges", charge, token); } catch (HttpRequestException) { return await http.PostAsync("charges", charge, token); }""")]
    [InlineData("""try { return await http.PostAsync("search", charge, token); } catch (HttpRequestException) { return await http.PostAsync("search", charge, token); }""")]
    public Task AnotherRequestOrRefused_IsQuiet(string body) => Verify.VerifyAnalyzerAsync(Before + body + After);

    [Fact]
    public Task Wrapper_Reports() => Verify.VerifyAnalyzerAsync(Usings + """
        abstract class Api(HttpClient http)
        {
            protected async Task<T> Post<T>(string path, object body)
            {
                using var response = await http.PostAsJsonAsync(path, body);
                response.EnsureSuccessStatusCode();
                return (await response.Content.ReadFromJsonAsync<T>())!;
            }
        }

        class Orders(HttpClient http) : Api(http)
        {
            public async Task<int> Place(object order)
            {
                try
                {
                    return await Post<int>("orders", order);
                }
                catch (HttpRequestException)
                {
                    return await {|#0:Post<int>|}("orders", order);
                }
            }
        }
        """, Verify.Diagnostic().WithLocation(0).WithOptions(DiagnosticOptions.IgnoreAdditionalLocations).WithArguments("Post<int>", " (POST via 'PostAsJsonAsync')", "once"));

    [Fact]
    public Task BothAttempts_GetOneKey() => Verify.VerifyCodeFixAsync(
        Before + """
                try
                {
                    return await http.PostAsync("charges", charge, token);
                }
                catch (HttpRequestException)
                {
                    // Once more.
                    return await http.[|PostAsync|]("charges", charge, token);
                }
        """ + After,
        Before + """
                var idempotencyKey = Guid.NewGuid().ToString();
                try
                {
                    return await http.SendAsync(new HttpRequestMessage(HttpMethod.Post, "charges") { Content = charge, Headers = { { "Idempotency-Key", idempotencyKey } } }, token);
                }
                catch (HttpRequestException)
                {
                    // Once more.
                    return await http.SendAsync(new HttpRequestMessage(HttpMethod.Post, "charges") { Content = charge, Headers = { { "Idempotency-Key", idempotencyKey } } }, token);
                }
        """ + After);

    [Fact]
    public Task AttemptBehindAFailedStatus_GetsTheKeyOfTheFirst() => Verify.VerifyCodeFixAsync(
        Before + """
                var answer = await http.PostAsync("charges", charge, token);
                if (!answer.IsSuccessStatusCode)
                    answer = await http.[|PostAsync|]("charges", charge, token);
                return answer;
        """ + After,
        Before + """
                var idempotencyKey = Guid.NewGuid().ToString();
                var answer = await http.SendAsync(new HttpRequestMessage(HttpMethod.Post, "charges") { Content = charge, Headers = { { "Idempotency-Key", idempotencyKey } } }, token);
                if (!answer.IsSuccessStatusCode)
                    answer = await http.SendAsync(new HttpRequestMessage(HttpMethod.Post, "charges") { Content = charge, Headers = { { "Idempotency-Key", idempotencyKey } } }, token);
                return answer;
        """ + After);

    [Fact]
    public Task PrivateWrapper_GetsTheKeyAsAParameter() => Verify.VerifyCodeFixAsync(
        Usings + """
        class Orders(HttpClient http)
        {
            public async Task Place(object order)
            {
                try
                {
                    await Send(order);
                }
                catch (HttpRequestException)
                {
                    await [|Send|](order);
                }
            }

            private async Task Send(object order)
            {
                using var response = await http.PostAsJsonAsync("orders", order);
                response.EnsureSuccessStatusCode();
            }
        }
        """,
        Usings + """
        class Orders(HttpClient http)
        {
            public async Task Place(object order)
            {
                var idempotencyKey = Guid.NewGuid().ToString();
                try
                {
                    await Send(order, idempotencyKey);
                }
                catch (HttpRequestException)
                {
                    await Send(order, idempotencyKey);
                }
            }

            private async Task Send(object order, string idempotencyKey)
            {
                using var response = await http.SendAsync(new HttpRequestMessage(HttpMethod.Post, "orders") { Content = JsonContent.Create(order), Headers = { { "Idempotency-Key", idempotencyKey } } });
                response.EnsureSuccessStatusCode();
            }
        }
        """);

    [Fact]
    public Task ThreeAttempts_HaveNoFix() => Verify.VerifyNoFixAsync(Before + """
                try
                {
                    return await http.PostAsync("charges", charge, token);
                }
                catch (HttpRequestException)
                {
                    try
                    {
                        return await http.[|PostAsync|]("charges", charge, token);
                    }
                    catch (HttpRequestException)
                    {
                        return await http.[|PostAsync|]("charges", charge, token);
                    }
                }
        """ + After);
}
