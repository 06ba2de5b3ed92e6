using System.Threading.Tasks;
using IntegrationAnalyzers.Rules.Errors;
using IntegrationAnalyzers.Tests.Verification;
using Xunit;
using static IntegrationAnalyzers.Tests.Rules.Errors.CatchSource;

namespace IntegrationAnalyzers.Tests.Rules.Errors;

/// <summary>Calls that are started in front of a <c>try</c> and awaited in it.</summary>
public sealed class StartedTaskTests
{
    [Theory]
    [InlineData("return await task;")]
    [InlineData("return await task.ConfigureAwait(false);")]
    [InlineData("logger.LogInformation(\"waits\"); var text = await task; return text;")]
    public Task VanishedFailure_IsReported(string body) => RuleVerifier<IA4002VanishedFailure>.VerifyAnalyzerAsync(In("", body, "[|catch|] (HttpRequestException) { return null; }"));

    /// <summary>Awaited in front of the statement, by an inner one that tells, or by nobody here.</summary>
    [Theory]
    [InlineData("await task;", "return await task;")]
    [InlineData("", "try { return await task; } catch (HttpRequestException e) { logger.LogWarning(e, \"failed\"); throw new InvalidOperationException(\"failed\", e); }")]
    [InlineData("", "return await Read(async () => await task);")]
    [InlineData("", "Keep(task); return \"\";")]
    public Task FailsElsewhere_IsQuiet(string before, string body) => RuleVerifier<IA4002VanishedFailure>.VerifyAnalyzerAsync(In(before, body, "catch (HttpRequestException) { return null; }"));

    [Fact]
    public Task LostCause_IsReported() =>
        RuleVerifier<IA4004LostCause>.VerifyAnalyzerAsync(In("", "return await task;", "catch (HttpRequestException e) { throw [|new InvalidOperationException(e.Message)|]; }"));

    [Fact]
    public Task Fix_LogsInTheClause() => RuleVerifier<IA4002VanishedFailure>.VerifyCodeFixAsync(
        In("", "return await task;", "[|catch|] (HttpRequestException)\n    {\n        return null;\n    }"),
        In("", "return await task;", "catch (HttpRequestException ex)\n    {\n        logger.LogError(ex, \"{Operation} failed\", nameof(Get));\n        return null;\n    }"));

    private static string In(string before, string body, string clause) => Service($$"""
        private static void Keep(Task task) { }
        private static Func<Task<string>>? _kept;
        private static Task<string> Read(Func<Task<string>> read) { _kept = read; return Task.FromResult(""); }
        public async Task<string?> Get(CancellationToken token)
        {
            var task = client.GetStringAsync("a", token);
            {{before}}
            try { {{body}} }
            {{clause}}
        }
        """);
}
