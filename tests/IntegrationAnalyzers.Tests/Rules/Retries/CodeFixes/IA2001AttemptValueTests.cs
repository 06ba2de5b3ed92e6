using System.Threading.Tasks;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Retries.IA2001RetriedWriteWithoutIdempotencyKey>;

namespace IntegrationAnalyzers.Tests.Rules.Retries.CodeFixes;

/// <summary>A provider that knows the key refuses another body under it: what differs from attempt to attempt is read once, as the key is.</summary>
public sealed class IA2001AttemptValueTests
{
    [Theory]
    [InlineData("""http.[|PostAsJsonAsync|]("credits", new { points, at = DateTime.UtcNow })""", "at = DateTime.UtcNow", "new { points, at = at }")]
    [InlineData("""http.[|PostAsJsonAsync|]("credits", new { points, at = DateTime.UtcNow.AddMinutes(5).ToString("O") })""", """at = DateTime.UtcNow.AddMinutes(5).ToString("O")""", "new { points, at = at }")]
    [InlineData("""http.[|PostAsJsonAsync|]("credits", new Credit { Points = points, Reference = Guid.NewGuid() })""", "reference = Guid.NewGuid()", "new Credit { Points = points, Reference = reference }")]
    public Task InTheBody_ReadOnce(string sent, string declared, string body) => Verify.VerifyCodeFixAsync(
        Source(sent),
        Source(
            $$"""http.SendAsync(new HttpRequestMessage(HttpMethod.Post, "credits") { Content = JsonContent.Create({{body}}), Headers = { { "Idempotency-Key", idempotencyKey } } })""",
            $"""
            var idempotencyKey = Guid.NewGuid().ToString();
                    var {declared};
                    
            """.TrimEnd(' ') + "        "));

    [Fact]
    public Task InTheContentOfAMessage_ReadOnce() => Verify.VerifyCodeFixAsync(
        Source("""http.[|SendAsync|](new HttpRequestMessage(HttpMethod.Post, "credits") { Content = new StringContent($"{points};{DateTimeOffset.Now:O}") })"""),
        Source(
            """http.SendAsync(new HttpRequestMessage(HttpMethod.Post, "credits") { Content = new StringContent($"{points};{now:O}"), Headers = { { "Idempotency-Key", idempotencyKey } } })""",
            """
            var idempotencyKey = Guid.NewGuid().ToString();
                    var now = DateTimeOffset.Now;
                    
            """.TrimEnd(' ') + "        "));

    [Fact]
    public Task InAHeader_StaysNew() => Verify.VerifyCodeFixAsync(
        Source(
            "http.[|SendAsync|](message)",
            prepare: """
            var message = new HttpRequestMessage(HttpMethod.Post, "credits") { Content = new StringContent(points) };
                            message.Headers.Add("X-Correlation-ID", Guid.NewGuid().ToString());
            """ + "\n                "),
        Source(
            "http.SendAsync(message)",
            "var idempotencyKey = Guid.NewGuid().ToString();\n        ",
            prepare: """
            var message = new HttpRequestMessage(HttpMethod.Post, "credits") { Content = new StringContent(points) };
                            message.Headers.Add("Idempotency-Key", idempotencyKey);
                            message.Headers.Add("X-Correlation-ID", Guid.NewGuid().ToString());
            """ + "\n                "));

    [Theory]
    [InlineData("""http.[|PostAsJsonAsync|]("credits", new { points, DateTime.UtcNow })""")]
    [InlineData("""http.[|PostAsJsonAsync|]("credits", new { points, at = DateTime.UtcNow + delay })""")]
    [InlineData("""http.[|PostAsJsonAsync|]("credits", new { points, member = Guid.NewGuid() })""")]
    public Task ThatCannotStandBeforeTheRetry_NoFix(string sent) => Verify.VerifyNoFixAsync(Source(sent, prepare: "var delay = TimeSpan.FromSeconds(5); "));

    [Fact]
    public Task InAWrapper_NoFix() => Verify.VerifyNoFixAsync(Source(
        "[|Send|](points)",
        member: """private Task<HttpResponseMessage> Send(string points) => http.PostAsJsonAsync("credits", new { points, at = DateTime.UtcNow });"""));

    private static string Source(string sent, string before = "", string member = "", string prepare = "") => $$"""
        using System;
        using System.Net.Http;
        using System.Net.Http.Json;
        using System.Threading.Tasks;

        class Credit
        {
            public string? Points { get; set; }
            public Guid Reference { get; set; }
        }

        class Loyalty(HttpClient http)
        {
            public async Task Add(string points, string member)
            {
                {{before}}for (var n = 0; ; n++)
                {
                    try
                    {
                        {{prepare}}(await {{sent}}).EnsureSuccessStatusCode();
                        return;
                    }
                    catch (HttpRequestException) when (n < 2)
                    {
                        await Task.Delay(700);
                    }
                }
            }

            {{member}}
        }
        """;
}
