using System.Threading.Tasks;
using IntegrationAnalyzers.Rules.Errors;
using IntegrationAnalyzers.Tests.Verification;
using Xunit;
using static IntegrationAnalyzers.Tests.Rules.Errors.CatchSource;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Errors.IA4001CatchAllAroundOutboundCall>;

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

    [Fact]
    public Task SeveralImplementations_IsQuiet() => Verify.VerifyAnalyzerAsync(File("""
        public interface IRates
        {
            Task<string> LoadAsync();
        }

        public class Remote(HttpClient client) : IRates
        {
            public Task<string> LoadAsync() => client.GetStringAsync("x");
        }

        public class Local : IRates
        {
            public Task<string> LoadAsync() => Task.FromResult("");
        }

        public class Shop(IRates rates, ILogger<Shop> logger)
        {
            public async Task<string> ShowAsync()
            {
                try
                {
                    return await rates.LoadAsync();
                }
                catch (Exception ex)
                {
                    logger.LogWarning(ex, "no rates");
                    return "?";
                }
            }
        }
        """));

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

    [Fact]
    public Task Filter_OnAttempts_Reports() => Verify.VerifyAnalyzerAsync(Service("""
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
        """));

    [Fact]
    public Task RethrownAfterTheLastAttempt_Reports() => Verify.VerifyAnalyzerAsync(Service("""
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
        """));

    [Theory]
    [InlineData("logger.LogError(ex, \"no rate\"); throw;")]
    [InlineData("throw ex;")]
    [InlineData("throw new InvalidOperationException(\"no rate\", ex);")]
    [InlineData("if (code == \"\") throw new ArgumentException(\"code\", ex); throw;")]
    [InlineData("System.Runtime.ExceptionServices.ExceptionDispatchInfo.Capture(ex).Throw(); return null;")]
    public Task GoesOnWithItsCause_IsQuiet(string body) => Verify.VerifyAnalyzerAsync(Clauses($"catch (Exception ex)\n{{\n    {body}\n}}"));

    [Theory]
    [InlineData("switch (ex) { case HttpRequestException: logger.LogError(ex, \"transport\"); break; default: logger.LogError(ex, \"other\"); break; } return null;")]
    [InlineData("if (ex is HttpRequestException) logger.LogError(ex, \"transport\"); return null;")]
    [InlineData("logger.LogError(ex, \"no rate\"); return ex is JsonException ? null : new Rate(0);")]
    [InlineData("if (ex.GetType() == typeof(HttpRequestException)) logger.LogError(ex, \"transport\"); return null;")]
    [InlineData("if (ex.InnerException is TimeoutException) logger.LogError(ex, \"timeout\"); return null;")]
    [InlineData("if (ex.Message.Contains(\"404\")) logger.LogError(ex, \"not there\"); return null;")]
    [InlineData("token.ThrowIfCancellationRequested(); logger.LogError(ex, \"no rate\"); return null;")]
    [InlineData("var http = ex as HttpRequestException; logger.LogError(ex, \"{Status}\", http?.StatusCode); return null;")]
    public Task BodyTellsApart_IsQuiet(string body) => Verify.VerifyAnalyzerAsync(Clauses($"catch (Exception ex)\n{{\n    {body}\n}}"));

    [Fact]
    public Task ResultFailWithTheException_IsQuiet() => Verify.VerifyAnalyzerAsync(Service("""
        public async Task<Result> GetAsync()
        {
            try
            {
                return new Result(await client.GetStringAsync("x"), null);
            }
            catch (Exception ex)
            {
                logger.LogError(ex, "failed");
                return Result.Fail(ex);
            }
        }

        public record Result(string? Value, Exception? Error)
        {
            public static Result Fail(Exception error) => new(null, error);
        }
        """));

    [Theory]
    [InlineData("_last = ex; return null;")]
    [InlineData("_errors.Add(ex); return null;")]
    [InlineData("_source.TrySetException(ex); return null;")]
    [InlineData("OnError(ex); return null;")]
    [InlineData("return Recover(ex);")]
    public Task ExceptionTravelsOn_IsQuiet(string body) => Verify.VerifyAnalyzerAsync(Service($$"""
        private readonly List<Exception> _errors = new();
        private readonly TaskCompletionSource _source = new();
        private Exception? _last;

        public async Task<string?> GetAsync()
        {
            try
            {
                return await client.GetStringAsync("x");
            }
            catch (Exception ex)
            {
                logger.LogError("failed");
                {{body}}
            }
        }

        public Exception? Last => _last;

        private void OnError(Exception ex) => _last = ex;

        private static string? Recover(Exception ex) => ex.Message;
        """));

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
    public Task NoCallInTheTry_IsQuiet() => Verify.VerifyAnalyzerAsync(Service("""
        public interface IStore
        {
            Task DeleteAsync(string id);
        }

        public async Task<string> GetAsync(IStore store)
        {
            var text = await client.GetStringAsync("x");
            try
            {
                await store.DeleteAsync(text);
            }
            catch (Exception ex)
            {
                logger.LogError(ex, "failed");
            }

            return text;
        }
        """));

    [Fact]
    public Task TaskHandedOutOfTheTry_IsQuiet() => Verify.VerifyAnalyzerAsync(Service("""
        public Task<string> GetAsync()
        {
            try
            {
                return client.GetStringAsync("x");
            }
            catch (Exception ex)
            {
                logger.LogError(ex, "failed");
                return Task.FromResult("");
            }
        }
        """));

    [Fact]
    public Task LambdaThatRunsLater_IsQuiet() => Verify.VerifyAnalyzerAsync(Service("""
        public event EventHandler? Changed;

        public bool Subscribe()
        {
            try
            {
                Changed += async (_, _) => await client.GetStringAsync("x");
                _ = Task.Run(async () => await client.GetStringAsync("y"));
                Changed?.Invoke(this, EventArgs.Empty);
                return true;
            }
            catch (Exception ex)
            {
                logger.LogError(ex, "failed");
                return false;
            }
        }
        """));

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
    public Task InnerClausesTakeTheFailures_IsQuiet() => Verify.VerifyAnalyzerAsync(Service("""
        public async Task<string> GetAsync()
        {
            try
            {
                return await SafeAsync();
            }
            catch (Exception ex)
            {
                logger.LogError(ex, "bug");
                return "";
            }
        }

        private async Task<string> SafeAsync()
        {
            try
            {
                return await client.GetStringAsync("x");
            }
            catch (HttpRequestException)
            {
                return "transport";
            }
            catch (TaskCanceledException)
            {
                return "timeout";
            }
        }
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
    public Task TellsNobody_IsLeftToIA4002_IsQuiet() => Verify.VerifyAnalyzerAsync(Clauses("""
        catch (Exception)
        {
            return null;
        }
        """));

    [Fact]
    public Task WebRequest_Reports() => Verify.VerifyAnalyzerAsync(Service("""
        public string Get()
        {
            try
            {
        #pragma warning disable SYSLIB0014
                using var response = System.Net.WebRequest.Create("https://api.example.test").GetResponse();
        #pragma warning restore SYSLIB0014
                return response.ContentType;
            }
            [|catch|] (Exception ex)
            {
                logger.LogError(ex, "failed {Client}", client);
                return "";
            }
        }
        """));

    [Theory]
    [InlineData("Flurl.Http.FlurlHttpException", false)]
    [InlineData("HttpRequestException", true)]
    public Task Flurl_OwnFamilyCoversAll(string earlier, bool reports)
    {
        var (open, close) = reports ? ("[|", "|]") : ("", "");
        return Verify.VerifyAnalyzerAsync("using Flurl.Http;\n" + Service($$"""
            public async Task<string> GetAsync()
            {
                try
                {
                    return await "https://api.example.test".GetStringAsync();
                }
                catch ({{earlier}})
                {
                    return "";
                }
                {{open}}catch{{close}} (Exception ex)
                {
                    logger.LogError(ex, "failed {Client}", client);
                    return "";
                }
            }
            """));
    }

    [Fact]
    public Task RestSharpExecute_PutsFailuresIntoItsResult_IsQuiet() => Verify.VerifyAnalyzerAsync("using RestSharp;\n" + Service("""
        public async Task<string?> GetAsync(RestClient rest)
        {
            try
            {
                var response = await rest.ExecuteAsync(new RestRequest("x"));
                return response.Content;
            }
            catch (Exception ex)
            {
                logger.LogError(ex, "failed {Client}", client);
                return null;
            }
        }
        """));

    [Fact]
    public Task Refit_Reports() => Verify.VerifyAnalyzerAsync("using Refit;\n" + Service("""
        public interface IApi
        {
            [Get("/x")]
            Task<string> LoadAsync();
        }

        public async Task<string?> GetAsync(IApi api)
        {
            try
            {
                return await api.LoadAsync();
            }
            [|catch|] (Exception ex)
            {
                logger.LogError(ex, "failed {Client}", client);
                return null;
            }
        }
        """));

    [Fact]
    public Task OwnExceptionOfTheWrapper_CaughtBefore_IsQuiet() => Verify.VerifyAnalyzerAsync(Service("""
        public sealed class ApiException(string message) : Exception(message);

        public async Task<string?> GetAsync()
        {
            try
            {
                return await client.GetStringAsync("x");
            }
            catch (ApiException)
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

    [Fact]
    public Task TestProject_IsQuiet() => new Verify.Test
    {
        TestCode = Clauses("catch (Exception ex) { logger.LogError(ex, \"no rate\"); return null; }"),
        References = TestReferences.Default.With(TestReferences.Of(
            "xunit.core", Microsoft.CodeAnalysis.MetadataReference.CreateFromFile(typeof(FactAttribute).Assembly.Location))),
    }.RunAsync();

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
