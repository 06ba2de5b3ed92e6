using System.Threading.Tasks;
using Xunit;
using static IntegrationAnalyzers.Tests.Rules.Errors.CatchSource;
using Strict = IntegrationAnalyzers.Tests.Verification.ConfiguredVerifier<IntegrationAnalyzers.Rules.Errors.IA4002VanishedFailure, IntegrationAnalyzers.Tests.Rules.Errors.BestEffortReported>;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Errors.IA4002VanishedFailure>;

namespace IntegrationAnalyzers.Tests.Rules.Errors;

/// <summary>Failures that end in a clause for a reason: a comment gives it, or the next source is asked.</summary>
public class IA4002ReasonTests
{
    [Theory]
    [InlineData("// Silently fail - server might not be running")]
    [InlineData("// The feed is not critical")]
    [InlineData("// non-critical: the icon stays away")]
    [InlineData("// Do not spam logs if the service is down")]
    [InlineData("/* don't care, the next run has it */")]
    [InlineData("// may fail behind a proxy")]
    [InlineData("// Resources not supported, return empty")]
    public Task CommentThatGivesAReason_IsQuiet(string comment) => Verify.VerifyAnalyzerAsync(Clauses($$"""
        catch (HttpRequestException)
        {
            {{comment}}
            return null;
        }
        """));

    [Theory]
    [InlineData("// ignored")]
    [InlineData("// Ignore")]
    [InlineData("// swallow exception")]
    [InlineData("// TODO: handle this properly")]
    [InlineData("// log the error")]
    [InlineData("// return null")]
    public Task CommentWithoutAReason_Reports(string comment) => Verify.VerifyAnalyzerAsync(Clauses($$"""
        [|catch|] (HttpRequestException)
        {
            {{comment}}
            return null;
        }
        """));

    [Theory]
    [InlineData("LogoutAsync", "catch", "/* the session ends by itself */")]
    [InlineData("SignOutAsync", "catch", "// it ends anyway")]
    [InlineData("LogoutAsync", "[|catch|]", "")]
    [InlineData("LogOrderAsync", "[|catch|]", "/* the session ends by itself */")]
    public Task CommentWhereASessionEnds(string method, string clause, string comment) => Verify.VerifyAnalyzerAsync(Service($$"""
        public async Task {{method}}(string session)
        {
            try
            {
                using var response = await client.PostAsJsonAsync("logout", session);
                response.EnsureSuccessStatusCode();
            }
            {{clause}} (HttpRequestException)
            {
                {{comment}}
            }
        }
        """));

    [Fact]
    public Task BTCPayServerFeeProviderFactory_ReasonBeforeTheFirstClause_IsQuiet() => Verify.VerifyAnalyzerAsync(Service("""
        public async Task RefreshAsync()
        {
            try
            {
                await client.GetStringAsync("fees");
            }
            // Do not spam logs if the explorer is down
            catch (TaskCanceledException)
            {
            }
            catch (HttpRequestException)
            {
            }
        }
        """));

    /// <summary>What stands above the condition speaks of all that hangs on it, and of no more.</summary>
    [Theory]
    [InlineData("if (id.Length > 0)\n    {\n        try { await client.DeleteAsync(id); }\n        catch { /* swallow */ }\n    }")]
    [InlineData("if (id.Length > 0)\n    {\n        _ = id;\n        try { await client.DeleteAsync(id); }\n        [|catch|] { /* swallow */ }\n    }")]
    [InlineData("if (id.Length > 0)\n    {\n        try { await client.DeleteAsync(id); }\n        [|catch|] { /* swallow */ }\n    }\n    else\n    {\n        _ = id;\n    }")]
    public Task ChatPortalBilling_ReasonAboveTheConditionOfTheTry_IsQuiet(string statements) => Verify.VerifyAnalyzerAsync(Service($$"""
        public async Task ClearAsync(string id)
        {
            _ = logger;

            // Best-effort: attempt to cancel the pending one. Ignore failures (it may already be expired).
            {{statements}}

            _ = id;
        }
        """));

    [Fact]
    public Task SmartstoreDefaultWebHelper_NextOfSeveralServices_ReportsTheLastAlone() => Verify.VerifyAnalyzerAsync(Service("""
        public async Task<string?> AddressAsync(string[] checkers)
        {
            string? address = null;
            try
            {
                address = await client.GetStringAsync("http://first.example.test/");
            }
            catch
            {
            }

            if (string.IsNullOrEmpty(address))
            {
                foreach (var checker in checkers)
                {
                    try
                    {
                        address = await client.GetStringAsync(checker);
                        if (!string.IsNullOrEmpty(address))
                            break;
                    }
                    catch
                    {
                    }
                }
            }

            if (string.IsNullOrEmpty(address))
            {
                try
                {
                    address = await client.GetStringAsync("http://last.example.test/");
                }
                [|catch|]
                {
                }
            }

            return address;
        }
        """));

    [Fact]
    public Task FirstOfSeveralHostsThatAnswers_IsQuiet() => Verify.VerifyAnalyzerAsync(Service("""
        public async Task<string> LoadAsync(string[] hosts)
        {
            foreach (var host in hosts)
            {
                try
                {
                    return await client.GetStringAsync(host);
                }
                catch (HttpRequestException)
                {
                }
            }

            throw new InvalidOperationException("no host answers");
        }
        """));

    [Fact]
    public Task OneOfSeveralItems_Reports() => Verify.VerifyAnalyzerAsync(Service("""
        public async Task<List<string>> LoadAsync(string[] items)
        {
            var all = new List<string>();
            foreach (var item in items)
            {
                try
                {
                    all.Add(await client.GetStringAsync(item));
                }
                [|catch|] (HttpRequestException)
                {
                }
            }

            return all;
        }
        """));

    [Fact]
    public Task WhatIsMissingIsNotAskedForElsewhere_OfAStrictTeam_Reports() => Strict.VerifyAnalyzerAsync(Service("""
        public async Task<string?> LoadAsync()
        {
            string? text = null;
            try
            {
                text = await client.GetStringAsync("x");
            }
            [|catch|] (HttpRequestException)
            {
            }

            if (text != null)
                text = text.Trim();
            return text;
        }
        """));

    [Theory]
    [InlineData("string? picture = null;", "picture = await client.GetStringAsync(\"cover\");", "_cover = picture ?? \"\";")]
    [InlineData("", "_cover = await client.GetStringAsync(\"cover\");", "")]
    public Task OptionalExtra_IsQuiet(string before, string read, string after) => Verify.VerifyAnalyzerAsync(Extra("catch", before, read, after));

    [Theory]
    [InlineData("string? picture = null;", "picture = await client.GetStringAsync(\"cover\");", "_cover = picture ?? \"\";")]
    [InlineData("", "_cover = await client.GetStringAsync(\"cover\");", "")]
    public Task OptionalExtra_OfAStrictTeam_Reports(string before, string read, string after) => Strict.VerifyAnalyzerAsync(Extra("[|catch|]", before, read, after));

    [Fact]
    public Task JellyfinAIRecommendationsDiscordBot_Typing_IsQuiet() => Verify.VerifyAnalyzerAsync(Service("""
        public async Task SendTypingAsync()
        {
            try
            {
                await client.PostAsync("typing", null);
            }
            catch { }

            _ = logger;
        }
        """));

    [Fact]
    public Task WriteThatVanishes_Reports() => Verify.VerifyAnalyzerAsync(Extra("[|catch|]", "", "await client.PostAsync(\"seen\", null);", ""));

    /// <summary>What is missing is asked for by all who call; who cannot be seen may take it for an answer.</summary>
    [Theory]
    [InlineData("private", "await FirstAsync() ?? await client.GetStringAsync(\"second\")", false)]
    [InlineData("private", "await FirstAsync() is { } text ? text : \"none\"", false)]
    [InlineData("private", "(await FirstAsync())!.Trim()", true)]
    [InlineData("public", "await FirstAsync() ?? await client.GetStringAsync(\"second\")", true)]
    public Task BBDownSubUtil_NullThatCallersAskAbout_IsQuiet(string access, string use, bool reports) => Verify.VerifyAnalyzerAsync(Service($$"""
        public async Task<string> SubtitlesAsync() => {{use}};

        {{access}} async Task<string?> FirstAsync()
        {
            try
            {
                return await client.GetStringAsync("first");
            }
            {{(reports ? "[|catch|]" : "catch")}} (Exception)
            {
                return null;
            }
        }
        """));

    [Fact]
    public Task NullInALocalThatIsAskedAbout_IsQuiet() => Verify.VerifyAnalyzerAsync(Service("""
        public async Task<string> SubtitlesAsync()
        {
            var text = await FirstAsync();
            if (text == null)
                return "none";
            return text;
        }

        private async Task<string?> FirstAsync()
        {
            try
            {
                return await client.GetStringAsync("first");
            }
            catch (Exception)
            {
                return null;
            }
        }
        """));

    private static string Extra(string clause, string before, string read, string after) => Service($$"""
        private string _cover = "";

        public async Task ShowAsync()
        {
            {{before}}
            try
            {
                {{read}}
            }
            {{clause}} (Exception)
            {
            }

            {{after}}
            _cover += "!";
        }
        """);
}
