using System.Threading.Tasks;
using IntegrationAnalyzers.Tests.Verification;
using Xunit;
using static IntegrationAnalyzers.Tests.Rules.Errors.CatchSource;
using Verify = IntegrationAnalyzers.Tests.Verification.ConfiguredVerifier<IntegrationAnalyzers.Rules.Errors.IA4001CatchAllAroundOutboundCall, IntegrationAnalyzers.Tests.Rules.Errors.BestEffortReported>;

namespace IntegrationAnalyzers.Tests.Rules.Errors;

/// <summary>General clauses that tell failures apart or let them go on, and code in which no call fails.</summary>
public class IA4001QuietTests
{
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

    private static string FilteredInside(string outer, string filter) => Service($$"""
        public async Task<Rate[]> GetAsync(CancellationToken token)
        {
            try
            {
                return await SafeAsync(token) ?? [];
            }
            {{outer}} (Exception ex)
            {
                logger.LogError(ex, "no rates");
                return [];
            }
        }

        private async Task<Rate[]?> SafeAsync(CancellationToken token)
        {
            try
            {
                return await {|#1:client.GetFromJsonAsync<Rate[]>("rates", token)|};
            }
            catch (Exception ex) when ({{filter}})
            {
                logger.LogWarning(ex, "no rates");
                return null;
            }
        }
        """);

    [Theory]
    [InlineData("ex is not OperationCanceledException || !token.IsCancellationRequested")]
    [InlineData("!(ex is OperationCanceledException && token.IsCancellationRequested)")]
    [InlineData("!token.IsCancellationRequested")]
    public Task InnerFilterLeavesTheCallersCancellationOut_IsQuiet(string filter) => Verify.VerifyAnalyzerAsync(FilteredInside("catch", filter));

    /// <summary>The client's own timeout is a cancellation too: that alone arrives, and neither a refused connection nor a wrong payload.</summary>
    [Theory]
    [InlineData("ex is not OperationCanceledException")]
    [InlineData("ex is not (TaskCanceledException or OperationCanceledException)")]
    public Task InnerFilterLeavesCancellationsOut_ReportsTheTimeoutAlone(string filter) => new Verify.Test
    {
        TestCode = FilteredInside("{|#0:catch|}", filter),
        ExpectedDiagnostics = { Verify.Diagnostic().WithLocation(0).WithLocation(1).WithArguments("catch (Exception)", "a timeout of 'GetFromJsonAsync' (reached through 'SafeAsync') like any bug") },
    }.RunAsync();

    [Fact]
    public Task TellsNobody_IsLeftToIA4002_IsQuiet() => Verify.VerifyAnalyzerAsync(Clauses("""
        catch (Exception)
        {
            return null;
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
}
