using System.Threading.Tasks;
using Xunit;
using static IntegrationAnalyzers.Tests.Rules.Errors.CatchSource;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Errors.IA4002VanishedFailure>;

namespace IntegrationAnalyzers.Tests.Rules.Errors;

/// <summary>Helpers that are handed outbound calls and swallow their failures.</summary>
public sealed class IA4002HandedCallTests
{
    private const string Helper = """
        public static class Safe
        {
            public static async Task<T?> OrDefaultAsync<T>(Func<Task<T>> call)
            {
                try
                {
                    return await call();
                }
                [|catch|] (Exception)
                {
                    return default;
                }
            }
        }
        """;

    private static string Called(string members, string helper = Helper) => Service(members) + helper + "\n";

    [Theory]
    [InlineData("public Task<string?> GetAsync() => Safe.OrDefaultAsync(() => client.GetStringAsync(\"rates\"));")]
    [InlineData("public async Task<string?> GetAsync() => await Safe.OrDefaultAsync(async () => { var text = await client.GetStringAsync(\"rates\"); return text; });")]
    [InlineData("public Task<string?> GetAsync() => Safe.OrDefaultAsync(ReadAsync); private Task<string> ReadAsync() => client.GetStringAsync(\"rates\");")]
    [InlineData("public Task<string?> GetAsync() => Safe.OrDefaultAsync(() => ReadAsync()); private async Task<string> ReadAsync() => await client.GetStringAsync(\"rates\");")]
    public Task HelperThatSwallows_Reports(string members) => Verify.VerifyAnalyzerAsync(Called(members));

    [Theory]
    [InlineData("[|catch|] { return default; }")]
    [InlineData("[|catch|] (HttpRequestException) { return default; }")]
    [InlineData("[|catch|] (Exception ex) { _ = ex; return default; }")]
    public Task ClausesOfTheHelper_Report(string clause) => Verify.VerifyAnalyzerAsync(Called(
        "public Task<string?> GetAsync() => Safe.OrDefaultAsync(() => client.GetStringAsync(\"rates\"));", Clause(clause)));

    [Theory]
    [InlineData("catch (Exception ex) { Console.WriteLine(ex); return default; }")]
    [InlineData("catch (Exception) { throw; }")]
    [InlineData("catch (OperationCanceledException) { return default; }")]
    [InlineData("catch (FormatException) { return default; }")]
    [InlineData("catch (Exception) { /* best effort */ return default; }")]
    [InlineData("catch (Exception ex) { onFailure?.Invoke(ex); return default; }")]
    public Task HelperThatTells_IsQuiet(string clause) => Verify.VerifyAnalyzerAsync(Called(
        "public Task<string?> GetAsync() => Safe.OrDefaultAsync(() => client.GetStringAsync(\"rates\"));", Clause(clause).Replace("call)", "call, Action<Exception>? onFailure = null)")));

    /// <summary>What a <c>Try…</c> method or a Boolean gives back says that it failed.</summary>
    [Theory]
    [InlineData("TryAsync")]
    [InlineData("TryGetAsync")]
    public Task HelperNamedForTrying_IsQuiet(string name) => Verify.VerifyAnalyzerAsync(
        Called($"public Task<string?> GetAsync() => Safe.{name}(() => client.GetStringAsync(\"rates\"));", Helper.Replace("OrDefaultAsync", name).Replace("[|catch|]", "catch")));

    /// <summary>A helper for anything: what it swallows is its callers' own.</summary>
    [Theory]
    [InlineData("public Task<string?> GetAsync() => Safe.OrDefaultAsync(() => client.GetStringAsync(\"rates\")); public Task<string?> Read() => Safe.OrDefaultAsync(() => System.IO.File.ReadAllTextAsync(\"rates\"));")]
    [InlineData("public Task<string> GetAsync() => client.GetStringAsync(\"rates\"); public Task<string?> Read() => Safe.OrDefaultAsync(() => System.IO.File.ReadAllTextAsync(\"rates\"));")]
    [InlineData("public Task<string> GetAsync() => client.GetStringAsync(\"rates\");")]
    [InlineData("public Task<string?> GetAsync(Func<Task<string>> read) { _ = client.GetStringAsync(\"rates\"); return Safe.OrDefaultAsync(read); }")]
    public Task HelperForAnything_IsQuiet(string members) => Verify.VerifyAnalyzerAsync(Called(members, Helper.Replace("[|catch|]", "catch")));

    /// <summary>The failure is taken and told before the helper could see it.</summary>
    [Theory]
    [InlineData("public Task<string?> GetAsync() => Safe.OrDefaultAsync(async () => { try { return await client.GetStringAsync(\"rates\"); } catch (Exception ex) { logger.LogError(ex, \"no rates\"); return \"\"; } });")]
    [InlineData("public Task<string?> GetAsync() => Safe.OrDefaultAsync(ReadAsync); private async Task<string> ReadAsync() { try { return await client.GetStringAsync(\"rates\"); } catch (Exception ex) { logger.LogError(ex, \"no rates\"); throw; } }")]
    public Task FailureTakenBefore_IsQuiet(string members) => Verify.VerifyAnalyzerAsync(Called(members, Helper.Replace("[|catch|]", "catch")));

    /// <summary>A task that is handed out unawaited fails elsewhere.</summary>
    [Fact]
    public Task TaskHandedOut_IsQuiet() => Verify.VerifyAnalyzerAsync(Called(
        "public Task<string>? GetAsync() => Safe.OrDefault(() => client.GetStringAsync(\"rates\"));", """
            public static class Safe
            {
                public static Task<T>? OrDefault<T>(Func<Task<T>> call)
                {
                    try
                    {
                        return call();
                    }
                    catch (Exception)
                    {
                        return null;
                    }
                }
            }
            """));

    /// <summary>What it gives back for a failure is handed in as well, and empty everywhere.</summary>
    [Theory]
    [InlineData("await Safe.OrAsync(() => client.GetFromJsonAsync<List<string>>(\"names\"), new List<string>())", "[|catch|]")]
    [InlineData("await Safe.OrAsync(() => client.GetFromJsonAsync<List<string>>(\"names\"), null)", "[|catch|]")]
    [InlineData("await Safe.OrAsync(() => client.GetFromJsonAsync<List<string>>(\"names\"))", "[|catch|]")]
    [InlineData("await Safe.OrAsync(() => client.GetFromJsonAsync<List<string>>(\"names\"), _last)", "catch")]
    [InlineData("await Safe.OrAsync(() => client.GetFromJsonAsync<List<string>>(\"names\"), given)", "catch")]
    [InlineData("await Safe.OrAsync(() => client.GetFromJsonAsync<List<string>>(\"names\"), new List<string> { \"none\" })", "catch")]
    [InlineData("await Safe.OrAsync(() => client.GetFromJsonAsync<List<string>>(\"names\")) ?? await Safe.OrAsync(() => client.GetFromJsonAsync<List<string>>(\"names\"), _last)", "catch")]
    public Task EmptyValueHandedIn(string call, string clause) => Verify.VerifyAnalyzerAsync(Called(
        $"private readonly List<string> _last = []; public async Task<List<string>?> GetAsync(List<string> given) {{ _ = _last; return {call}; }}",
        Helper.Replace("OrDefaultAsync", "OrAsync").Replace("Func<Task<T>> call", "Func<Task<T>> call, T? otherwise = default").Replace("return default;", "return otherwise;").Replace("[|catch|]", clause)));

    [Fact]
    public Task HelperThatSwallows_NoFix() => Verify.VerifyNoFixAsync(Called("public Task<string?> GetAsync() => Safe.OrDefaultAsync(() => client.GetStringAsync(\"rates\"));"));

    private static string Clause(string clause) => Helper[..Helper.IndexOf("[|catch|]", System.StringComparison.Ordinal)] + clause + "\n    }\n}";
}
