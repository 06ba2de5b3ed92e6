using System.Threading.Tasks;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Retries.IA2015SilentAfterLastAttempt>;

namespace IntegrationAnalyzers.Tests.Rules.Retries;

public sealed class IA2015SilentAfterLastAttemptTests
{
    internal const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Net.Http;
        using System.Net.Http.Json;
        using System.Threading;
        using System.Threading.Tasks;

        """;

    internal static string In(string members) => Usings + "class Orders(HttpClient http)\n{\n" + members + "\n}\n";

    internal static string Loop(string result, string handler, string end, string name = "Read") => In($$"""
            public async Task<{{result}}> {{name}}()
            {
                for (var attempt = 0; attempt < 3; attempt++)
                {
                    try
                    {
                        return (await http.GetFromJsonAsync<{{result}}>("orders"))!;
                    }
                    {{handler}}
                }

                {{end}}
            }

            private readonly List<Exception> _errors = [];

            private void LogError(Exception ex) { }
        """);

    [Theory]
    [InlineData("string", "return [|null!|];")]
    [InlineData("string", "return [|\"\"|];")]
    [InlineData("List<string>", "return [|new List<string>()|];")]
    [InlineData("string[]", "return [|[]|];")]
    public Task DefaultAfterTheLoop_Reports(string result, string end) =>
        Verify.VerifyAnalyzerAsync(Loop(result, "catch (HttpRequestException) { await Task.Delay(1000); }", end));

    /// <summary>A count or a price: nothing says that it was made up.</summary>
    [Theory]
    [InlineData("int", "return [|0|];")]
    [InlineData("decimal", "return [|0m|];")]
    [InlineData("double?", "return [|null|];")]
    public Task NumberAfterTheLoop_Reports(string result, string end) =>
        Verify.VerifyAnalyzerAsync(Loop(result, "catch (HttpRequestException) { await Task.Delay(1000); }", end).Replace("))!;", "));"));

    [Theory]
    [InlineData("int", "return -1;")]
    [InlineData("int", "return int.MaxValue;")]
    [InlineData("bool", "return false;")]
    public Task NumberThatSaysSo_IsQuiet(string result, string end) =>
        Verify.VerifyAnalyzerAsync(Loop(result, "catch (HttpRequestException) { await Task.Delay(1000); }", end).Replace("))!;", "));"));

    [Theory]
    [InlineData("int count = 0;", "[|count|]")]
    [InlineData("var count = 1;", "[|count|]")]
    [InlineData("var count = -1;", "count")]
    [InlineData("var count = int.MaxValue;", "count")]
    public Task NumberThatOnlyTheCallSets(string before, string end) => Verify.VerifyAnalyzerAsync(In(Counted(before, "count = await http.GetFromJsonAsync<int>(\"count\");", end)));

    /// <summary>How far it came is an answer.</summary>
    [Fact]
    public Task NumberOfAttempts_IsQuiet() => Verify.VerifyAnalyzerAsync(In(Counted("var count = 0;", "await http.GetStringAsync(\"count\"); count = attempt;", "count")));

    [Fact]
    public Task ExitCode_IsQuiet() => Verify.VerifyAnalyzerAsync(In(Counted("", "await http.GetStringAsync(\"count\"); return 1;", "0").Replace("return 1; break;", "return 1;")));

    private static string Counted(string before, string attempt, string end) => $$"""
        public async Task<int> CountAsync()
        {
            {{before}}
            for (var attempt = 0; attempt < 3; attempt++)
            {
                try
                {
                    {{attempt}} break;
                }
                catch (HttpRequestException)
                {
                    await Task.Delay(500);
                }
            }

            return {{end}};
        }
        """;

    /// <summary>Salam95Hany/SMSWorkerService, ConnectivityService: it waits for the other side until it is stopped, so no attempt is the last.</summary>
    [Theory]
    [InlineData("!token.IsCancellationRequested")]
    [InlineData("!_stopping.Token.IsCancellationRequested")]
    public Task WaitUntilCancelled_IsQuiet(string condition) => Verify.VerifyAnalyzerAsync(In(Waiting(condition)));

    [Fact]
    public Task WaitUntilCancelledOrTooOften_Reports() => Verify.VerifyAnalyzerAsync(In(Waiting("!token.IsCancellationRequested && attempts++ < 5").Replace("while", "[|while|]")));

    private static string Waiting(string condition) => $$"""
        public async Task WaitAsync(CancellationToken token)
        {
            var attempts = 0;
            while ({{condition}})
            {
                try
                {
                    using var answer = await http.GetAsync("/", token);
                    return;
                }
                catch
                {
                    await Task.Delay(TimeSpan.FromSeconds(5 + attempts), token);
                }
            }
        }

        private readonly CancellationTokenSource _stopping = new();
        """;

    private static string Thrown(string thrown, string end) => In($$"""
            public async Task<IReadOnlyList<string>> Gates()
            {
                for (var attempt = 0; attempt < 3; attempt++)
                {
                    try
                    {
                        {{thrown}}
                    }
                    catch (HttpRequestException)
                    {
                        await Task.Delay(1000);
                    }
                }

                return {{end}};
            }
        """);

    /// <summary>It leaves the method for another reason than the failure that the attempts run into.</summary>
    [Theory]
    [InlineData("return await http.GetFromJsonAsync<string[]>(\"gates\") ?? throw new InvalidOperationException(\"No gates.\");")]
    [InlineData("var gates = await http.GetFromJsonAsync<string[]>(\"gates\");\nif (gates is null)\n    throw new InvalidOperationException(\"No gates.\");\nreturn gates;")]
    public Task AttemptThatThrowsForAnotherReason_Reports(string thrown) => Verify.VerifyAnalyzerAsync(Thrown(thrown, "[|[]|]"));

    [Fact]
    public Task LastAttemptThatThrows_IsQuiet() => Verify.VerifyAnalyzerAsync(Thrown(
        "var gates = await http.GetFromJsonAsync<string[]>(\"gates\");\nif (gates is null && attempt == 2)\n    throw new InvalidOperationException(\"No gates.\");\nreturn gates!;", "[]"));

    [Theory]
    [InlineData("[|while|] (!sent && n < 3) { n++; try { await http.GetStringAsync(id); sent = true; } catch (HttpRequestException) { await Task.Delay(1000); } }")]
    [InlineData("[|for|] (n = 0; n < 3 && !sent; n++) { try { await http.GetStringAsync(id); sent = true; } catch (HttpRequestException) { await Task.Delay(1000); } }")]
    [InlineData("while (!isDone && n < 3) { n++; try { await http.GetStringAsync(id); isDone = true; } catch (HttpRequestException) { await Task.Delay(1000); } }")]
    [InlineData("while (!sent && n < 3) { n++; try { await http.GetStringAsync(id); sent = true; } catch (HttpRequestException) { await Task.Delay(1000); } } if (!sent) throw new TimeoutException();")]
    [InlineData("var again = true; while (again) { try { await http.GetStringAsync(id); again = false; } catch (HttpRequestException) { await Task.Delay(1000); } }")]
    public Task FlagThatEndsTheLoop(string loop) => Verify.VerifyAnalyzerAsync(In($$"""
            private bool isDone;

            public async Task Send(string id)
            {
                var n = 0;
                var sent = false;
                {{loop}}
            }
        """));

    [Fact]
    public Task EndOfTheMethod_Reports() => Verify.VerifyAnalyzerAsync(In("""
            public async Task Submit(HttpContent order)
            {
                [|for|] (var attempt = 0; attempt < 3; attempt++)
                {
                    try
                    {
                        var response = await http.PutAsync("orders", order);
                        response.EnsureSuccessStatusCode();
                        return;
                    }
                    catch (HttpRequestException)
                    {
                        await Task.Delay(1000);
                    }
                }
            }
        """));

    [Fact]
    public Task FailedStatus_Reports() => Verify.VerifyAnalyzerAsync(In("""
            public async Task<string?> Read()
            {
                for (var attempt = 0; attempt < 3; attempt++)
                {
                    var response = await http.GetAsync("orders");
                    if (response.IsSuccessStatusCode)
                        return await response.Content.ReadAsStringAsync();
                    await Task.Delay(1000);
                }

                return [|null|];
            }
        """));

    [Theory]
    [InlineData("catch (HttpRequestException) when (attempt < 2) { await Task.Delay(1000); }")]
    [InlineData("catch (HttpRequestException) { if (attempt == 2) throw; await Task.Delay(1000); }")]
    [InlineData("catch (HttpRequestException ex) { LogError(ex); }")]
    [InlineData("catch (HttpRequestException ex) { _errors.Add(ex); }")]
    [InlineData("catch (HttpRequestException) { Console.WriteLine(attempt); }")]
    public Task LastAttemptThrowsOrIsTold_IsQuiet(string handler) => Verify.VerifyAnalyzerAsync(Loop("string", handler, "return null!;"));

    [Theory]
    [InlineData("throw new HttpRequestException();")]
    [InlineData("Console.Error.WriteLine(\"no answer\"); return null!;")]
    [InlineData("return \"unavailable\";")]
    public Task EndThatTells_IsQuiet(string end) => Verify.VerifyAnalyzerAsync(Loop("string", "catch (HttpRequestException) { await Task.Delay(1000); }", end));

    [Fact]
    public Task FalseIsAnAnswer_IsQuiet() => Verify.VerifyAnalyzerAsync(Loop("bool", "catch (HttpRequestException) { await Task.Delay(1000); }", "return false;"));

    [Fact]
    public Task TryMethod_IsQuiet() => Verify.VerifyAnalyzerAsync(Loop("string", "catch (HttpRequestException) { await Task.Delay(1000); }", "return null!;", "TryRead"));

    [Fact]
    public Task FailedResponse_WebApiAspNetRetryPolicy_IsQuiet() => Verify.VerifyAnalyzerAsync(Usings + """
        public class RetryPolicy : DelegatingHandler
        {
            protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            {
                HttpResponseMessage response = null!;
                for (int i = 0; i < 3; i++)
                {
                    response = await base.SendAsync(request, cancellationToken);
                    if (response.IsSuccessStatusCode)
                    {
                        return response;
                    }
                }
                return response;
            }
        }
        """);

    [Fact]
    public Task Paging_IsQuiet() => Verify.VerifyAnalyzerAsync(In("""
            public async Task<string?> Find(string name)
            {
                for (var page = 0; page < 3; page++)
                {
                    var text = await http.GetStringAsync("orders?page=" + page);
                    if (text.Contains(name))
                        return text;
                }

                return null;
            }
        """));

    [Fact]
    public Task LocalLeftAtItsDefault_Reports() => Verify.VerifyAnalyzerAsync(In("""
            public async Task<List<string>> Read()
            {
                var found = new List<string>();
                var tries = 0;
                while (tries < 3)
                {
                    try
                    {
                        found = (await http.GetFromJsonAsync<List<string>>("orders"))!;
                        break;
                    }
                    catch (HttpRequestException)
                    {
                        tries++;
                        await Task.Delay(1000 * tries);
                    }
                }

                return [|found|];
            }
        """));

    [Theory]
    [InlineData("[|name ?? \"\"|]")]
    [InlineData("[|name ?? string.Empty|]")]
    [InlineData("name ?? \"unknown\"")]
    [InlineData("name ?? throw new HttpRequestException(\"no answer\")")]
    public Task DefaultInPlaceOfTheLocal_ReportsWhereItSaysNothing(string returned) => Verify.VerifyAnalyzerAsync(In($$"""
            public async Task<string> Read()
            {
                string? name = null;
                for (var attempt = 0; name is null && attempt < 3; ++attempt)
                {
                    try { name = await http.GetStringAsync("name"); }
                    catch (HttpRequestException) { await Task.Delay(700 << attempt); }
                }

                return {{returned}};
            }
        """));

    [Fact]
    public Task LocalThatTheHandlerSets_IsQuiet() => Verify.VerifyAnalyzerAsync(In("""
            public async Task<string?> Read()
            {
                string? found = null;
                for (var attempt = 0; attempt < 3; attempt++)
                {
                    try
                    {
                        found = await http.GetStringAsync("orders");
                        break;
                    }
                    catch (HttpRequestException ex)
                    {
                        found = "failed";
                        await Task.Delay(1000);
                    }
                }

                return found;
            }
        """));

    [Fact]
    public Task TupleThatSaysFalse_IsQuiet() => Verify.VerifyAnalyzerAsync(In("""
            public async Task<(bool Ok, string? Text)> Read()
            {
                for (var attempt = 0; attempt < 3; attempt++)
                {
                    try
                    {
                        return (true, await http.GetStringAsync("orders"));
                    }
                    catch (HttpRequestException)
                    {
                        await Task.Delay(1000);
                    }
                }

                return (false, null);
            }
        """));
}
