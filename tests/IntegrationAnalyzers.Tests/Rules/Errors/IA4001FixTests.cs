using System.Threading.Tasks;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;
using static IntegrationAnalyzers.Tests.Rules.Errors.CatchSource;
using Verify = IntegrationAnalyzers.Tests.Verification.ConfiguredVerifier<IntegrationAnalyzers.Rules.Errors.IA4001CatchAllAroundOutboundCall, IntegrationAnalyzers.Tests.Rules.Errors.BestEffortReported>;

namespace IntegrationAnalyzers.Tests.Rules.Errors;

public class IA4001FixTests
{
    internal const string Plain = """
        public async Task<string?> GetAsync()
        {
            try
            {
                return await client.GetStringAsync("x");
            }
            «0»
            {
                // What the page shows then.
                logger.LogError("failed");
                return null;
            }
        }
        """;

    [Theory]
    [InlineData("[|catch|] (Exception ex)", "catch (Exception ex) when (ex is HttpRequestException or TaskCanceledException)")]
    [InlineData("[|catch|] (Exception)", "catch (Exception ex) when (ex is HttpRequestException or TaskCanceledException)")]
    [InlineData("[|catch|]", "catch (Exception ex) when (ex is HttpRequestException or TaskCanceledException)")]
    [InlineData("[|catch|] // all of it", "catch (Exception ex) when (ex is HttpRequestException or TaskCanceledException) // all of it")]
    [InlineData("[|catch|] (Exception) /* all */", "catch (Exception ex) when (ex is HttpRequestException or TaskCanceledException) /* all */")]
    [InlineData("[|catch|] (System.Exception failure)", "catch (System.Exception failure) when (failure is HttpRequestException or TaskCanceledException)")]
    [InlineData("catch (HttpRequestException) { return \"\"; }\n    [|catch|] (Exception ex)", "catch (HttpRequestException) { return \"\"; }\n    catch (TaskCanceledException ex)")]
    public Task Filter_NamesTransportAndTimeout(string clause, string expected) =>
        Verify.VerifyCodeFixAsync(Service(Plain.Replace("«0»", clause)), Service(Plain.Replace("«0»", expected)));

    [Theory]
    [InlineData("[|catch|] (Exception) { }", "catch (Exception ex) when (ex is HttpRequestException or TaskCanceledException) { }")]
    [InlineData("[|catch|] { }", "catch (Exception ex) when (ex is HttpRequestException or TaskCanceledException) { }")]
    public Task EmptyClauseWithFalseBehind_GetsTheFilter(string clause, string expected)
    {
        const string Captured = """
            public async Task<bool> CaptureAsync(string id)
            {
                try
                {
                    using var response = await client.PostAsync("orders/" + id + "/capture", null);
                    return response.IsSuccessStatusCode;
                }
                «0»
                return false;
            }
            """;
        return Verify.VerifyCodeFixAsync(Service(Captured.Replace("«0»", clause)), Service(Captured.Replace("«0»", expected)));
    }

    [Fact]
    public Task OlderLanguage_GetsTheOldOperator() => new Verify.Test
    {
        LanguageVersion = LanguageVersion.CSharp8,
        TestCode = Older("[|catch|] (Exception ex)"),
        FixedCode = Older("catch (Exception ex) when (ex is HttpRequestException || ex is TaskCanceledException)"),
    }.RunAsync();

    [Fact]
    public Task CallersToken_IsNoFailure() => Verify.VerifyCodeFixAsync(
        Clauses("""
            [|catch|] (Exception ex)
            {
                logger.LogError(ex, "no rate");
                return null;
            }
            """),
        Clauses("""
            catch (Exception ex) when (ex is HttpRequestException or JsonException || (ex is OperationCanceledException && !token.IsCancellationRequested))
            {
                logger.LogError(ex, "no rate");
                return null;
            }
            """));

    [Fact]
    public Task AttemptCounter_StaysInTheFilter() => Verify.VerifyCodeFixAsync(Attempts("[|catch|] (Exception ex) when (attempt < Limit())"), Attempts(
        "catch (Exception ex) when (attempt < Limit() && (ex is HttpRequestException || (ex is OperationCanceledException && !token.IsCancellationRequested)))"));

    [Fact]
    public Task OwnExceptionOfTheWrapper_IsKept() => Verify.VerifyCodeFixAsync(Wrapper("[|catch|] (Exception ex)"), Wrapper(
        "catch (Exception ex) when (ex is HttpRequestException or TaskCanceledException or ApiException)"));

    [Fact]
    public Task MissingUsings_AreAdded() => Verify.VerifyCodeFixAsync(
        """
        using System.Threading.Tasks;

        public class Service
        {
            private readonly System.Net.Http.HttpClient _client = new();

            public async Task<string> GetAsync()
            {
                try
                {
                    return await _client.GetStringAsync("x");
                }
                [|catch|]
                {
                    System.Console.WriteLine("failed");
                    return "";
                }
            }
        }
        """,
        """
        using System;
        using System.Net.Http;
        using System.Threading.Tasks;

        public class Service
        {
            private readonly System.Net.Http.HttpClient _client = new();

            public async Task<string> GetAsync()
            {
                try
                {
                    return await _client.GetStringAsync("x");
                }
                catch (Exception ex) when (ex is HttpRequestException or TaskCanceledException)
                {
                    System.Console.WriteLine("failed");
                    return "";
                }
            }
        }
        """);

    [Theory]
    [InlineData("return decimal.Parse(await client.GetStringAsync(\"x\"));", "HttpRequestException or TaskCanceledException or FormatException")]
    [InlineData("return Number(await client.GetStringAsync(\"x\"));", "HttpRequestException or TaskCanceledException or FormatException")]
    [InlineData("var text = await client.GetStringAsync(\"x\");\n        return Convert.ToDecimal(text);", "HttpRequestException or TaskCanceledException or FormatException")]
    [InlineData("return decimal.TryParse(await client.GetStringAsync(\"x\"), out var rate) ? rate : throw new JsonException();", "HttpRequestException or TaskCanceledException or JsonException")]
    [InlineData("return Tried(await client.GetStringAsync(\"x\"));", "HttpRequestException or TaskCanceledException")]
    public Task Filter_NamesWhatATextThatIsNoNumberThrows(string read, string expected)
    {
        return Verify.VerifyCodeFixAsync(Read("[|catch|] (Exception ex)"), Read($"catch (Exception ex) when (ex is {expected})"));

        string Read(string clause) => Service($$"""
            public async Task<decimal> GetAsync()
            {
                try
                {
                    {{read}}
                }
                {{clause}}
                {
                    logger.LogError(ex, "no rate");
                    return 0m;
                }
            }

            private static decimal Number(string text) => decimal.Parse(text);

            private static decimal Tried(string text)
            {
                try
                {
                    return decimal.Parse(text);
                }
                catch (FormatException)
                {
                    return 1m;
                }
            }
            """);
    }

    /// <summary>The helper that reads the text is on no call's way, and what it throws came to the clause all the same.</summary>
    [Theory]
    [InlineData("var response = await client.GetAsync(\"x\");\n        return await ParseAsync<Rate>(response);", "HttpRequestException or TaskCanceledException or Newtonsoft.Json.JsonException")]
    [InlineData("return Json<Rate>(await client.GetStringAsync(\"x\"));", "HttpRequestException or TaskCanceledException or Newtonsoft.Json.JsonException")]
    [InlineData("return Tried<Rate>(await client.GetStringAsync(\"x\"));", "HttpRequestException or TaskCanceledException")]
    public Task Filter_NamesWhatAHelperThrowsThatReadsTheText(string read, string expected)
    {
        return Verify.VerifyCodeFixAsync(Read("[|catch|] (Exception ex)"), Read($"catch (Exception ex) when (ex is {expected})"));

        string Read(string clause) => Service($$"""
            public async Task<Rate?> GetAsync()
            {
                try
                {
                    {{read}}
                }
                {{clause}}
                {
                    logger.LogError(ex, "no rate");
                    return null;
                }
            }

            private static async Task<T> ParseAsync<T>(HttpResponseMessage response)
            {
                response.EnsureSuccessStatusCode();
                return Json<T>(await response.Content.ReadAsStringAsync());
            }

            private static T Json<T>(string text) => Newtonsoft.Json.JsonConvert.DeserializeObject<T>(text)!;

            private static T? Tried<T>(string text) where T : class
            {
                try
                {
                    return Newtonsoft.Json.JsonConvert.DeserializeObject<T>(text);
                }
                catch (Newtonsoft.Json.JsonException)
                {
                    return null;
                }
            }
            """);
    }

    [Fact]
    public Task FixAll_NestedTry_EqualsOneByOne() => Verify.VerifyCodeFixAsync(
        Nested("[|catch|]", "[|catch|]", "[|catch|]"),
        Nested(
            "catch (Exception ex) when (ex is HttpRequestException or TaskCanceledException)",
            "catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException)",
            "catch (Exception ex) when (ex is HttpRequestException or TaskCanceledException)"));

    [Fact]
    public Task OwnExceptionOfAHelper_IsKept() => Verify.VerifyCodeFixAsync(
        Checked("[|catch|] (Exception ex)", "RefusedException"),
        Checked("catch (Exception ex) when (ex is HttpRequestException or TaskCanceledException or RefusedException)", "RefusedException"));

    private static string Attempts(string clause) => Service($$"""
        public async Task<string?> GetAsync(CancellationToken token)
        {
            for (var attempt = 0; ; attempt++)
            {
                try
                {
                    return await client.GetStringAsync("x", token);
                }
                {{clause}}
                {
                    logger.LogError(ex, "again");
                }
            }
        }

        private static int Limit() => 3;
        """);

    internal static string Checked(string clause, string thrown) => Service($$"""
        public sealed class RefusedException(string message) : Exception(message);

        public async Task<string?> GetAsync()
        {
            try
            {
                using var response = await client.GetAsync("x");
                await CheckAsync(response, "no rate");
                return await response.Content.ReadAsStringAsync();
            }
            {{clause}}
            {
                logger.LogError(ex, "failed");
                return null;
            }
        }

        private static async Task CheckAsync(HttpResponseMessage response, string text)
        {
            if (!response.IsSuccessStatusCode)
                throw Refused(text, await response.Content.ReadAsStringAsync());
        }

        private static {{thrown}} Refused(string text, string reason) => new(text + reason);
        """);

    private static string Wrapper(string clause) => Service($$"""
        public sealed class ApiException(string message) : Exception(message);

        public async Task<string?> GetAsync()
        {
            try
            {
                return await LoadAsync();
            }
            {{clause}}
            {
                logger.LogError(ex, "failed");
                return null;
            }
        }

        private async Task<string> LoadAsync()
        {
            using var response = await client.GetAsync("x");
            if (!response.IsSuccessStatusCode)
                throw new ApiException("refused");
            return await response.Content.ReadAsStringAsync();
        }
        """);

    private static string Nested(string outer, string inner, string other) => Service($$"""
        public async Task<string?> GetAsync()
        {
            try
            {
                return await client.GetStringAsync("x");
            }
            {{outer}}
            {
                logger.LogError("failed");
                try
                {
                    await client.GetStringAsync("y");
                }
                {{inner}}
                {
                    logger.LogError("failed again");
                }
            }

            try
            {
                return await client.GetStringAsync("z");
            }
            {{other}}
            {
                logger.LogError("failed");
                return null;
            }
        }
        """);

    private static string Older(string clause) => $$"""
        using System;
        using System.Net.Http;
        using System.Threading.Tasks;

        public class Service
        {
            private readonly HttpClient _client = new HttpClient();

            public async Task<string> GetAsync()
            {
                try
                {
                    return await _client.GetStringAsync("x");
                }
                {{clause}}
                {
                    Console.WriteLine(ex);
                    return "";
                }
            }
        }
        """;

    /// <summary>What the filter names stays where it was: no retry further out comes to see it.</summary>
    [Fact]
    public Task RetriesRoundAndInside_FilterSetsOffNoOther() => Verify.VerifyCodeFixAsync(Retried("[|catch|] (Exception ex)"), Retried("catch (Exception ex) when (ex is HttpRequestException or TaskCanceledException)"));

    private static string Retried(string clause) => $$"""
        using System;
        using System.Net.Http;
        using System.Threading.Tasks;
        using Polly;

        class Orders(HttpClient http)
        {
            public async Task<bool> Place(HttpContent order)
            {
                try
                {
                    var response = await Policy.Handle<HttpRequestException>().WaitAndRetryAsync(3, n => TimeSpan.FromSeconds(n)).ExecuteAsync(() => http.PutAsync("orders", order));
                    return response.IsSuccessStatusCode;
                }
                {{clause}}
                {
                    Console.Error.WriteLine("Not placed: " + ex.Message);
                    return false;
                }
            }

            public async Task<bool> Add(HttpContent order)
            {
                try
                {
                    using var response = await http.PostAsync("orders", order);
                    return response.IsSuccessStatusCode;
                }
                {{clause}}
                {
                    Console.Error.WriteLine("Not added: " + ex.Message);
                    return false;
                }
            }
        }

        class Nightly(Orders orders)
        {
            public async Task Run(HttpContent order)
            {
                for (var attempt = 1; ; attempt++)
                {
                    try
                    {
                        await orders.Place(order);
                        await orders.Add(order);
                        return;
                    }
                    catch (Exception) when (attempt < 5)
                    {
                        await Task.Delay(1000);
                    }
                }
            }
        }
        """;
}
