using System.Threading.Tasks;
using Xunit;
using static IntegrationAnalyzers.Tests.Rules.Errors.CatchSource;
using Strict = IntegrationAnalyzers.Tests.Verification.ConfiguredVerifier<IntegrationAnalyzers.Rules.Errors.IA4002VanishedFailure, IntegrationAnalyzers.Tests.Rules.Errors.BestEffortReported>;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Errors.IA4002VanishedFailure>;

namespace IntegrationAnalyzers.Tests.Rules.Errors;

public class IA4002VanishedFailureTests
{
    [Theory]
    [InlineData("[|catch|]", "return null;")]
    [InlineData("[|catch|] (Exception)", "return null;")]
    [InlineData("[|catch|] (Exception)", "return default;")]
    [InlineData("[|catch|] (HttpRequestException)", "return null;")]
    [InlineData("[|catch|] (HttpRequestException)", "// no rate today\n    return null;")]
    [InlineData("[|catch|] (JsonException)", "return new Rate(0);")]
    [InlineData("[|catch|] (Exception)", "await Task.Delay(5, token);\n    return null;")]
    public Task DefaultAndNobodyTold_Reports(string clause, string body) => Verify.VerifyAnalyzerAsync(Clauses($$"""
        {{clause}}
        {
            {{body}}
        }
        """).Replace("new Rate(0)", "default(Rate)"));

    [Theory]
    [InlineData("_ = ex;\n    return null;")]
    [InlineData("_ = ex;")]
    public Task CaughtExceptionDiscarded_Reports(string body) => Verify.VerifyAnalyzerAsync(Clauses($$"""
        [|catch|] (Exception ex)
        {
            {{body}}
        }
        return null;
        """));

    [Theory]
    [InlineData("")]
    [InlineData("// ignore")]
    [InlineData("/* never mind */")]
    public Task Empty_Reports(string comment) => Verify.VerifyAnalyzerAsync(Clauses($$"""
        [|catch|]
        {
            {{comment}}
        }
        return null;
        """));

    [Fact]
    public Task EShopOrderService_EmptyResultAsSuccess_Reports() => Verify.VerifyAnalyzerAsync(File("""
        public interface IRequestProvider
        {
            Task<T?> GetAsync<T>(string uri, string token = "");
        }

        public class RequestProvider : IRequestProvider
        {
            private readonly HttpClient _client = new() { Timeout = TimeSpan.FromSeconds(30) };

            public async Task<T?> GetAsync<T>(string uri, string token = "")
            {
                var response = await _client.GetAsync(uri).ConfigureAwait(false);
                return await response.Content.ReadFromJsonAsync<T>();
            }
        }

        public class Order;

        public class OrderService(IRequestProvider requestProvider)
        {
            public async Task<Order> GetOrderAsync(int orderId)
            {
                try
                {
                    return (await requestProvider.GetAsync<Order>("orders/" + orderId).ConfigureAwait(false))!;
                }
                [|catch|]
                {
                    return new Order();
                }
            }
        }
        """));

    [Fact]
    public Task EachItemsFailureVanishes_Reports() => Verify.VerifyAnalyzerAsync(Service("""
        public async Task SendAllAsync(IEnumerable<string> orders)
        {
            foreach (var order in orders)
            {
                try
                {
                    await client.PostAsJsonAsync("orders", order);
                }
                [|catch|] (Exception)
                {
                }
            }
        }
        """));

    [Fact]
    public Task BoundaryThatTellsNobody_Reports() => Strict.VerifyAnalyzerAsync(Service("""
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
        """));

    [Theory]
    [InlineData("logger.LogWarning(\"no rate\");\n    return null;")]
    [InlineData("Console.WriteLine(ex);\n    return null;")]
    [InlineData("System.Diagnostics.Activity.Current?.SetStatus(System.Diagnostics.ActivityStatusCode.Error);\n    return null;")]
    [InlineData("_last = ex;\n    return null;")]
    [InlineData("_failures++;\n    return null;")]
    [InlineData("Environment.ExitCode = 1;\n    return null;")]
    [InlineData("return new Rate(-1);")]
    [InlineData("return ex is HttpRequestException ? null : new Rate(1);")]
    [InlineData("return Fallback();")]
    [InlineData("throw;")]
    public Task SomebodyIsTold_IsQuiet(string body) => Verify.VerifyAnalyzerAsync(Clauses($$"""
        catch (Exception ex) when (ex is not null)
        {
            {{body}}
        }
        """).Replace(" when (ex is not null)", "").Replace("public class Service", "public static class State { public static Exception? Last; }\n\npublic class Service").Replace(
        "public async Task<Rate?> GetAsync", "private Exception? _last;\n    private int _failures;\n\n    public string? Last => _last?.Message + _failures;\n\n    private Rate? Fallback() => Last is null ? null : new Rate(1);\n\n    public async Task<Rate?> GetAsync"));

    [Theory]
    [InlineData("public async Task<bool> IsUpAsync()", "return true;", "return false;")]
    [InlineData("public async Task<(bool Ok, string? Text)> ReadAsync()", "return (true, \"\");", "return (false, null);")]
    [InlineData("public async Task<string?> TryReadAsync()", "return \"\";", "return null;")]
    public Task NegativeAnswer_IsQuiet(string method, string success, string failure) => Verify.VerifyAnalyzerAsync(Service($$"""
        {{method}}
        {
            try
            {
                await client.GetStringAsync("x");
                {{success}}
            }
            catch (Exception)
            {
                {{failure}}
            }
        }
        """));

    [Fact]
    public Task FlagReadAfterwards_IsQuiet() => Verify.VerifyAnalyzerAsync(Service("""
        public async Task<string> GetAsync()
        {
            string? text = null;
            try
            {
                text = await client.GetStringAsync("x");
            }
            catch (HttpRequestException)
            {
            }

            return text ?? throw new InvalidOperationException("no text");
        }
        """));

    [Fact]
    public Task TriedAgain_IsQuiet() => Verify.VerifyAnalyzerAsync(Service("""
        public async Task<string?> GetAsync()
        {
            for (var attempt = 0; attempt < 3; attempt++)
            {
                try
                {
                    return await client.GetStringAsync("x");
                }
                catch (HttpRequestException)
                {
                }
            }

            return null;
        }
        """));

    [Theory]
    [InlineData("catch (HttpRequestException ex) when (ex.StatusCode == System.Net.HttpStatusCode.NotFound)")]
    [InlineData("catch (OperationCanceledException)")]
    [InlineData("catch (TaskCanceledException)")]
    [InlineData("catch (OperationCanceledException) when (token.IsCancellationRequested)")]
    [InlineData("catch (KeyNotFoundException)")]
    public Task OneAnswer_Cancellation_OtherException_IsQuiet(string clause) => Verify.VerifyAnalyzerAsync(Clauses($$"""
        {{clause}}
        {
            return null;
        }
        """));

    [Theory]
    [InlineData("", "// Best effort: the page works without.")]
    [InlineData("/// <summary>Best-effort look at the rate.</summary>", "")]
    public Task DocumentedBestEffort_IsQuiet(string onMethod, string inClause) => Verify.VerifyAnalyzerAsync(Service($$"""
        {{onMethod}}
        public async Task<string?> GetAsync()
        {
            try
            {
                return await client.GetStringAsync("x");
            }
            catch (Exception)
            {
                {{inClause}}
                return null;
            }
        }
        """));

    [Fact]
    public Task OwnWordsForBestEffort_ByOption_IsQuiet() => new Verify.Test
    {
        TestCode = Clauses("""
            catch (Exception)
            {
                // Optional: nobody needs it.
                return null;
            }
            """),
        TestState = { AnalyzerConfigFiles = { ("/.editorconfig", "root = true\n[*.cs]\nintegration_analyzers.ia4002.best_effort_pattern = ^// optional\n") } },
    }.RunAsync();

    [Theory]
    [InlineData("public void Dispose()")]
    [InlineData("void IDisposable.Dispose()")]
    public Task Dispose_IsQuiet(string method) => Verify.VerifyAnalyzerAsync(File($$"""
        public sealed class Session(HttpClient client) : IDisposable
        {
            {{method}}
            {
                try
                {
                    client.Send(new HttpRequestMessage(HttpMethod.Delete, "session"));
                }
                catch (Exception)
                {
                }
            }
        }
        """));

    [Fact]
    public Task OctokitCachingHttpClient_Cache_IsQuiet() => Verify.VerifyAnalyzerAsync(File("""
        public interface IResponseCache
        {
            Task<string?> GetAsync(HttpRequestMessage request);
        }

        public class CachingHttpClient(HttpClient client, IResponseCache cache)
        {
            public async Task<string> Send(HttpRequestMessage request)
            {
                if (await Cached(request) is { } cached)
                    return cached;
                using var response = await client.SendAsync(request);
                return await response.Content.ReadAsStringAsync();
            }

            private async Task<string?> Cached(HttpRequestMessage request)
            {
                try
                {
                    return await cache.GetAsync(request);
                }
                catch (Exception)
                {
                    return null;
                }
            }
        }
        """));

    [Fact]
    public Task OnlyALaterClauseLogsItsOwnFailure_Reports() => Strict.VerifyAnalyzerAsync(CatchSource.Service("""
        public async Task SendAsync(CancellationToken token)
        {
            try
            {
                await client.GetStringAsync("events", token);
            }
            [|catch|]
            {
                // ignored
            }

            try
            {
                await client.GetStringAsync("faxes", token);
            }
            catch (HttpRequestException ex)
            {
                logger.LogWarning(ex, "failed");
            }
        }
        """));

    /// <summary>resq-software/dotnet-sdk: a transaction is pending where the node says so, and where nobody knows.</summary>
    [Theory]
    [InlineData("Pending", "[|catch|]")]
    [InlineData("Unknown", "catch")]
    public Task StateBehindTheTryThatTheOtherSideGivesToo_Reports(string state, string mark) => Verify.VerifyAnalyzerAsync(File($$"""
        public enum State { Unknown, Pending, Confirmed }

        public record Transaction(string Vm);

        public class Ledger(HttpClient client)
        {
            public async Task<State> StateAsync(string hash, CancellationToken token)
            {
                try
                {
                    var transaction = await client.GetFromJsonAsync<Transaction>("transactions/" + hash, token);
                    if (transaction is not null)
                        return transaction.Vm == "HALT" ? State.Confirmed : State.{{state}};
                }
                {{mark}}
                {
                    // Transaction not yet included in a block
                }

                return State.{{state}};
            }
        }
        """));
}
