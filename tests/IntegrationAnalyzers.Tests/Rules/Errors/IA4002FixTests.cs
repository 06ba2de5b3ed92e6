using System.Threading.Tasks;
using Xunit;
using static IntegrationAnalyzers.Tests.Rules.Errors.CatchSource;
using Strict = IntegrationAnalyzers.Tests.Verification.ConfiguredVerifier<IntegrationAnalyzers.Rules.Errors.IA4002VanishedFailure, IntegrationAnalyzers.Tests.Rules.Errors.BestEffortReported>;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Errors.IA4002VanishedFailure>;

namespace IntegrationAnalyzers.Tests.Rules.Errors;

public class IA4002FixTests
{
    [Theory]
    [InlineData("[|catch|] (Exception)", "catch (Exception ex) when (ex is HttpRequestException or JsonException || (ex is OperationCanceledException && !token.IsCancellationRequested))")]
    [InlineData("[|catch|]", "catch (Exception ex) when (ex is HttpRequestException or JsonException || (ex is OperationCanceledException && !token.IsCancellationRequested))")]
    [InlineData("[|catch|] (HttpRequestException)", "catch (HttpRequestException ex)")]
    [InlineData("[|catch|] (HttpRequestException failure)", "catch (HttpRequestException failure)")]
    public Task Fix_LogsWithTheLoggerInReach(string clause, string expected) => Verify.VerifyCodeFixAsync(
        Clauses($$"""
            {{clause}}
            {
                // The page shows none.
                return null;
            }
            """),
        Clauses($$"""
            {{expected}}
            {
                logger.LogError({{(clause.Contains("failure") ? "failure" : "ex")}}, "{Operation} failed", nameof(GetAsync));
                // The page shows none.
                return null;
            }
            """));

    [Theory]
    [InlineData("{\n    // none then\n}")]
    [InlineData("{ /* none then */ }")]
    [InlineData("{\n    // ignored\n}")]
    [InlineData("{ /* Ignore this error. */ }")]
    [InlineData("{\n}")]
    [InlineData("{ }")]
    public Task Fix_FillsAnEmptyClause(string block) => Verify.VerifyCodeFixAsync(
        Clauses("[|catch|] (HttpRequestException)\n" + block + "\n\nreturn null;"),
        Clauses("catch (HttpRequestException ex)\n{\n" + (block.Contains("none") ? block.Contains("//") ? "    // none then\n" : "    /* none then */\n" : "") +
            "    logger.LogError(ex, \"{Operation} failed\", nameof(GetAsync));\n}\n\nreturn null;"));

    [Fact]
    public Task Fix_ClauseInALine_StaysInIt() => Verify.VerifyCodeFixAsync(
        Sending("var answer = await client.PostAsJsonAsync(\"x\", text); answer.EnsureSuccessStatusCode();", "[|catch|] { }"),
        Sending("var answer = await client.PostAsJsonAsync(\"x\", text); answer.EnsureSuccessStatusCode();",
            "catch (Exception ex) when (ex is HttpRequestException or TaskCanceledException) { logger.LogError(ex, \"{Operation} failed\", nameof(SendAsync)); }"));

    [Fact]
    public Task RefusalsVanishToo_FixIsNotOffered() => Verify.VerifyNoFixAsync(
        Sending("using var _ = await client.PostAsJsonAsync(\"x\", text);", "[|catch|] { }"));

    [Fact]
    public Task Fix_WithoutLogger_LetsItGoOn_FixAll() => Verify.VerifyCodeFixAsync(
        NoLogger("""
            try
                    {
                        return await client.GetStringAsync("x");
                    }
                    [|catch|]
                    {
                        return null; // none
                    }
            """, """
            try
                    {
                        await client.PostAsJsonAsync("x", text);
                    }
                    [|catch|] (HttpRequestException)
                    {
                        // ignored
                    } // Nobody minds.
            """),
        NoLogger("""
            // none
                    return await client.GetStringAsync("x");
            """, """
            // Nobody minds.
                    await client.PostAsJsonAsync("x", text);
            """));

    /// <summary>ForexRepository: what stands commented out at the end of the block stays, and no clause for its sake.</summary>
    [Fact]
    public Task Fix_CommentsAtTheEndOfTheTry_StayWithoutTheClause() => Verify.VerifyCodeFixAsync(
        Ended("""
            try
                {
                    return await client.GetStringAsync("x");
                    // var response = await client.GetAsync("x");

                    // return await response.Content.ReadAsStringAsync();
                }
                [|catch|] (Exception)
                {
                    return "";
                }
            """),
        Ended("""
            return await client.GetStringAsync("x");
                // var response = await client.GetAsync("x");

                // return await response.Content.ReadAsStringAsync();
            """));

    private static string Ended(string body) => File($$"""
        public class Rates(HttpClient client)
        {
            public async Task<string> GetAsync()
            {
                {{body.Replace("\n", "\n    ")}}
            }
        }
        """);

    [Fact]
    public Task BoundaryWithoutLogger_FixIsNotOffered() => Strict.VerifyNoFixAsync(File("""
        public class Ticker(HttpClient client)
        {
            public async void OnTick(object? sender, EventArgs e)
            {
                try
                {
                    await client.GetStringAsync("tick");
                }
                [|catch|]
                {
                }
            }
        }
        """));

    [Fact]
    public Task CallerCatchesEverything_FixIsNotOffered() => Verify.VerifyNoFixAsync(File("""
        public interface IRates
        {
            Task<string?> GetAsync();
        }

        public class Rates(HttpClient client) : IRates
        {
            public async Task<string?> GetAsync()
            {
                try
                {
                    return await client.GetStringAsync("x");
                }
                [|catch|]
                {
                    return null;
                }
            }
        }

        public class Page(IRates rates)
        {
            public async Task<string> ShowAsync()
            {
                try
                {
                    return await rates.GetAsync() ?? "none";
                }
                catch (Exception ex)
                {
                    return ex.Message;
                }
            }
        }
        """));

    [Fact]
    public Task Fix_NothingLeftOfTheTry_ItsStatementsStay() => Verify.VerifyCodeFixAsync(
        File("""
            public class Rates(HttpClient client)
            {
                public async Task<string?> GetAsync(string code)
                {
                    var url = "rates/" + code;

                    // Asked once a day.
                    try
                    {
                        // The other side wants it small.
                        var lower = url.ToLowerInvariant();

                        if (lower.Length > 0)
                        {
                            return await client.GetStringAsync(
                                lower);
                        }

                        return @"none
                            at all";
                    }
                    [|catch|] (HttpRequestException)
                    {
                        return null;
                    }
                }
            }
            """),
        File("""
            public class Rates(HttpClient client)
            {
                public async Task<string?> GetAsync(string code)
                {
                    var url = "rates/" + code;

                    // Asked once a day.
                    // The other side wants it small.
                    var lower = url.ToLowerInvariant();

                    if (lower.Length > 0)
                    {
                        return await client.GetStringAsync(
                            lower);
                    }

                    return @"none
                            at all";
                }
            }
            """));

    [Fact]
    public Task Fix_OtherClausesStay_FixAll() => Verify.VerifyCodeFixAsync(
        File(Two("[|catch|] (HttpRequestException)\n        {\n            return null;\n        }\n        ", " [|catch|] (HttpRequestException) {\n            return null;\n        }")),
        File(Two("", "")));

    [Theory]
    [InlineData("var text = \"\";\n            ", "return null;")]
    [InlineData("", "return Found(text => text);")]
    public Task Fix_NamesThatWouldMeet_StayInABlock(string before, string after) => Verify.VerifyCodeFixAsync(
        File(Meeting(before, after, Tried)), File(Meeting(before, after, "")));

    [Fact]
    public Task Fix_UsingThatEndsWithTheTry_StaysInABlock() => Verify.VerifyCodeFixAsync(File(Using(Tried)), File(Using("")));

    private const string Tried = "\n        [|catch|] (HttpRequestException)\n        {\n            return null;\n        }";

    [Fact]
    public Task Fix_NarrowIndentation_IsKept_AndTheCommentStandsAbove() => Verify.VerifyCodeFixAsync(
        File(Narrow("try\n      {\n        return await client.GetStringAsync(\"x\");\n      }\n      // Not shown then.\n      [|catch|]\n      {\n        return null;\n      }")),
        File(Narrow("// Not shown then.\n      return await client.GetStringAsync(\"x\");")));

    [Fact]
    public Task ClauseAnswersForTheBodyToo_FixIsNotOffered() => Verify.VerifyNoFixAsync(File("""
        public class Zones(HttpClient client)
        {
            public async Task<string?> FirstAsync()
            {
                try
                {
                    using var document = JsonDocument.Parse(await client.GetStringAsync("zones"));
                    return document.RootElement.GetProperty("zone").GetString();
                }
                [|catch|]
                {
                    return null;
                }
            }
        }
        """));

    private static string Sending(string call, string clause) => Service($$"""
        public async Task SendAsync(string text)
        {
            try { {{call}} }
            {{clause}}
        }
        """);

    private static string Two(string first, string last) => $$"""
        public class Rates(HttpClient client)
        {
            public async Task<string?> GetAsync()
            {
                try
                {
                    return await client.GetStringAsync("x");
                }
                catch (TimeoutException)
                {
                    throw new InvalidOperationException("late");
                }
                {{first}}finally
                {
                    Console.WriteLine("asked");
                }
            }

            public async Task<string?> AskAsync()
            {
                try {
                    return await client.GetStringAsync("y");
                } catch (TimeoutException) {
                    throw new InvalidOperationException("late");
                }{{last}}
            }
        }
        """;

    private static string Meeting(string before, string after, string tail) => $$"""
        public class Rates(HttpClient client)
        {
            public async Task<string?> GetAsync()
            {
                var found = 0;
                if (found == 0)
                {
                    {{before}}found++;
                }

                {{(tail.Length > 0 ? "try\n        {" : "{")}}
                    var text = await client.GetStringAsync("x");
                    found = text.Length;
                }{{tail}}

                {{after}}
            }

            private static string Found(Func<string, string> read) => read("");
        }
        """;

    private static string Using(string tail) => $$"""
        public class Rates(HttpClient client)
        {
            public async Task<int?> GetAsync()
            {
                var length = 0;
                {{(tail.Length > 0 ? "try\n        {" : "{")}}
                    using var response = await client.GetAsync("x");
                    response.EnsureSuccessStatusCode();
                    length = (await response.Content.ReadAsStringAsync()).Length;
                }{{tail}}

                return length;
            }
        }
        """;

    private static string Narrow(string body) => $$"""
        public class Rates(HttpClient client)
        {
            public async Task<string?> GetAsync()
            {
              {{body}}
            }
        }
        """;

    private static string NoLogger(string first, string second) => File($$"""
        public class Rates(HttpClient client)
        {
            public async Task<string?> GetAsync()
            {
                {{first}}
            }

            public async Task SendAsync(string text)
            {
                {{second}}
            }
        }
        """);
}
