using System.Threading.Tasks;
using IntegrationAnalyzers.Rules.Retries;
using IntegrationAnalyzers.Tests.Verification;
using Xunit;
using static IntegrationAnalyzers.Tests.Rules.Errors.CatchSource;
using Verify = IntegrationAnalyzers.Tests.Verification.ConfiguredVerifier<IntegrationAnalyzers.Rules.Errors.IA4001CatchAllAroundOutboundCall, IntegrationAnalyzers.Tests.Rules.Errors.BestEffortReported>;

namespace IntegrationAnalyzers.Tests.Rules.Errors;

public class IA4001CatchAllAroundOutboundCallTests
{
    [Fact]
    public Task Exception_LoggedAndDefaultReturned_Reports() => Verify.VerifyAnalyzerAsync(Clauses("""
        [|catch|] (Exception ex)
        {
            logger.LogError(ex, "no rate");
            return null;
        }
        """));

    [Fact]
    public Task BareCatch_ThatLogs_Reports() => Verify.VerifyAnalyzerAsync(Clauses("""
        [|catch|]
        {
            logger.LogError("no rate");
            return null;
        }
        """));

    [Fact]
    public Task SystemException_Reports() => Verify.VerifyAnalyzerAsync(Clauses("""
        [|catch|] (SystemException ex)
        {
            logger.LogError(ex, "no rate");
            return null;
        }
        """));

    [Fact]
    public async Task Message_NamesTheClauseAndTheCall()
    {
        var test = new Verify.Test
        {
            TestCode = Service("""
                public async Task<Rate?> GetAsync()
                {
                    try
                    {
                        return await {|#1:client.GetFromJsonAsync<Rate>("rates")|};
                    }
                    {|#0:catch|} (Exception ex)
                    {
                        logger.LogError(ex, "no rate");
                        return null;
                    }
                }
                """),
        };
        test.ExpectedDiagnostics.Add(Verify.Diagnostic().WithLocation(0).WithLocation(1).WithArguments(
            "catch (Exception)", "a refused connection, a timeout and a wrong payload of 'GetFromJsonAsync' alike"));
        await test.RunAsync();
    }

    [Fact]
    public async Task Message_NamesThePathAndOnlyWhatIsUntold()
    {
        var test = new Verify.Test
        {
            TestCode = Service("""
                public async Task<string?> ReadAsync()
                {
                    try
                    {
                        return await LoadAsync();
                    }
                    catch (HttpRequestException)
                    {
                        return null;
                    }
                    {|#0:catch|} (Exception ex)
                    {
                        logger.LogError(ex, "failed");
                        return null;
                    }
                }

                private Task<string> LoadAsync() => {|#1:client.GetStringAsync("x")|};
                """),
        };
        test.ExpectedDiagnostics.Add(Verify.Diagnostic().WithLocation(0).WithLocation(1).WithArguments(
            "catch (Exception)", "a timeout of 'GetStringAsync' (reached through 'LoadAsync') like any bug"));
        await test.RunAsync();
    }

    [Fact]
    public Task CallThreeCallsAway_Reports() => Verify.VerifyAnalyzerAsync(
        ("A.cs", File("""
            public class Shop(IRates rates, ILogger<Shop> logger)
            {
                public async Task<bool> ShowAsync()
                {
                    try
                    {
                        await rates.LoadAsync();
                        return true;
                    }
                    [|catch|] (Exception ex)
                    {
                        logger.LogWarning(ex, "no rates");
                        return false;
                    }
                }
            }
            """)),
        ("B.cs", File("""
            public interface IRates
            {
                Task LoadAsync();
            }

            public abstract class ApiBase
            {
                protected HttpClient Client { get; } = new();

                protected async Task<T> ReadAsync<T>(string path)
                {
                    using var response = await Client.GetAsync(path);
                    return await response.ReadAsync<T>();
                }
            }

            public sealed class Rates : ApiBase, IRates
            {
                public Task LoadAsync() => LoadCoreAsync();

                private async Task LoadCoreAsync() => await ReadAsync<string>("rates");
            }

            public static class Responses
            {
                public static async Task<T> ReadAsync<T>(this HttpResponseMessage response)
                {
                    response.EnsureSuccessStatusCode();
                    return (await response.Content.ReadFromJsonAsync<T>())!;
                }
            }
            """)));

    [Theory]
    [InlineData("catch (HttpRequestException) { return null; }")]
    [InlineData("catch (TaskCanceledException) { return null; }")]
    [InlineData("catch (JsonException) { return null; }")]
    [InlineData("catch (HttpRequestException) { return null; } catch (JsonException) { return null; }")]
    [InlineData("catch (HttpRequestException) { return null; } catch (OperationCanceledException) { return null; }")]
    [InlineData("catch (HttpRequestException ex) when (ex.StatusCode == System.Net.HttpStatusCode.NotFound) { return null; }")]
    [InlineData("catch (OperationCanceledException) when (token.IsCancellationRequested) { throw; } catch (HttpRequestException) { return null; } catch (JsonException) { return null; }")]
    [InlineData("catch (ArgumentException) { return null; } catch (InvalidCastException) { return null; }")]
    public Task EarlierClauses_ThatCoverAPart_Reports(string earlier) =>
        Verify.VerifyAnalyzerAsync(Clauses(earlier + "\n[|catch|] (Exception ex)\n{\n    logger.LogError(ex, \"no rate\");\n    return null;\n}"));

    [Theory]
    [InlineData("catch (HttpRequestException) { return null; } catch (TaskCanceledException) { return null; } catch (JsonException) { return null; }")]
    [InlineData("catch (HttpRequestException) { return null; } catch (OperationCanceledException) when (!token.IsCancellationRequested) { return null; } catch (JsonException) { return null; }")]
    [InlineData("catch (HttpRequestException) { return null; } catch (TaskCanceledException ex) when (ex.InnerException is TimeoutException) { return null; } catch (JsonException) { return null; }")]
    [InlineData("catch (Exception ex) when (ex is HttpRequestException or TaskCanceledException or JsonException) { return null; }")]
    [InlineData("catch (Exception ex) when (ex is HttpRequestException || ex is OperationCanceledException || ex is JsonException) { return null; }")]
    public Task EarlierClauses_ThatTogetherCoverAll_IsQuiet(string earlier) =>
        Verify.VerifyAnalyzerAsync(Clauses(earlier + "\ncatch (Exception ex)\n{\n    logger.LogError(ex, \"no rate\");\n    return null;\n}"));

    [Fact]
    public Task PayloadClause_IsNotNeeded_WhereNothingIsDeserialized_IsQuiet() => Verify.VerifyAnalyzerAsync(Service("""
        public async Task<string?> GetAsync()
        {
            try
            {
                return await client.GetStringAsync("x");
            }
            catch (HttpRequestException)
            {
                return null;
            }
            catch (TaskCanceledException)
            {
                return null;
            }
            catch (Exception ex)
            {
                logger.LogError(ex, "bug");
                return null;
            }
        }
        """));

    [Theory]
    [InlineData("when (ex is HttpRequestException)")]
    [InlineData("when (ex is not OperationCanceledException)")]
    [InlineData("when (!token.IsCancellationRequested)")]
    [InlineData("when (ex is HttpRequestException { StatusCode: System.Net.HttpStatusCode.NotFound })")]
    [InlineData("when (IsTransient(ex))")]
    public Task Filter_OnTypeStatusOrToken_IsQuiet(string filter) => Verify.VerifyAnalyzerAsync(Service($$"""
        public async Task<Rate?> GetAsync(CancellationToken token)
        {
            try
            {
                return await client.GetFromJsonAsync<Rate>("rates", token);
            }
            catch (Exception ex) {{filter}}
            {
                logger.LogError(ex, "no rate");
                return null;
            }
        }

        private static bool IsTransient(Exception ex) => ex is HttpRequestException;
        """));

    private const string AttemptsInFilter = """
        public async Task<Rate?> GetAsync()
        {
            for (var attempt = 0; ; attempt++)
            {
                try
                {
                    return await client.GetFromJsonAsync<Rate>("rates");
                }
                [|catch|] (Exception ex) when (attempt < 3)
                {
                    logger.LogError(ex, "again");
                }
            }
        }
        """;

    private const string ThrownAfterTheLastAttempt = """
        public async Task<Rate?> GetAsync()
        {
            var attempt = 0;
            while (true)
            {
                try
                {
                    return await client.GetFromJsonAsync<Rate>("rates");
                }
                [|catch|] (Exception ex)
                {
                    logger.LogError(ex, "again");
                    if (++attempt >= 3)
                        throw;
                }
            }
        }
        """;

    /// <summary>That every exception is repeated is IA2008's to say; the last one goes on.</summary>
    [Theory]
    [InlineData(AttemptsInFilter)]
    [InlineData(ThrownAfterTheLastAttempt)]
    public Task RetriedAfterEveryException_IsTheRetryRules(string members)
    {
        var source = Service(members);
        return Task.WhenAll(
            RuleVerifier<IA2008RetriesWhatCannotSucceed>.VerifyAnalyzerAsync(source),
            Verify.VerifyAnalyzerAsync(source.Replace("[|catch|]", "catch")));
    }

    [Theory]
    [InlineData(AttemptsInFilter)]
    [InlineData(ThrownAfterTheLastAttempt)]
    public Task RetriedAfterEveryException_WithoutTheRetryRule_Reports(string members) =>
        new Verify.Test { TestCode = Service(members), GlobalOptions = { ["dotnet_diagnostic.IA2008.severity"] = "none" } }.RunAsync();

    [Theory]
    [InlineData("return \"error: \" + ex.Message;")]
    [InlineData("Console.WriteLine(ex); return \"\";")]
    [InlineData("_failed = true; return \"\";")]
    [InlineData("if (_failed) throw new InvalidOperationException(\"failed\"); return ex.Message;")]
    public Task ToldButAlike_Reports(string body) => Verify.VerifyAnalyzerAsync(Service($$"""
        private bool _failed;

        public bool HasFailed => _failed || logger is null;

        public async Task<string> GetAsync()
        {
            try
            {
                return await client.GetStringAsync("x");
            }
            [|catch|] (Exception ex)
            {
                _ = ex;
                {{body}}
            }
        }
        """.Replace("        _ = ex;\n", "")));

    [Fact]
    public Task LambdaThatRunsInPlace_Reports() => Verify.VerifyAnalyzerAsync(Service("""
        public async Task<string> GetAsync()
        {
            try
            {
                return await TimedAsync(() => client.GetStringAsync("x"));
            }
            [|catch|] (Exception ex)
            {
                logger.LogError(ex, "failed");
                return "";
            }
        }

        private static async Task<T> TimedAsync<T>(Func<Task<T>> run) => await run();
        """));

    [Fact]
    public Task InnerCatchAll_ReportsTheInnerAlone() => Verify.VerifyAnalyzerAsync(Service("""
        public async Task<string> GetAsync()
        {
            try
            {
                try
                {
                    return await client.GetStringAsync("x");
                }
                [|catch|] (Exception ex)
                {
                    logger.LogError(ex, "failed");
                    return "";
                }
            }
            catch (Exception ex)
            {
                logger.LogError(ex, "bug");
                return "";
            }
        }
        """));

    [Fact]
    public Task HalfTypedSource_DoesNotThrow() => Verify.VerifyAnalyzerAsync(Service("""
        public async Task<string> GetAsync()
        {
            try
            {
                return await client.GetStringAsync("x");
            }
            catch (Exception ex) when (ex is HttpRequestException)
            {
                return "";
            }
            finally
            {
                logger.LogInformation("done");
            }
        }
        """));
}
