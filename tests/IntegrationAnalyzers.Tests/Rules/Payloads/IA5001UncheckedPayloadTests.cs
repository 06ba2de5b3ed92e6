using System.Threading.Tasks;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Payloads.IA5001UncheckedPayload>;

namespace IntegrationAnalyzers.Tests.Rules.Payloads;

public sealed class IA5001UncheckedPayloadTests
{
    internal const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.IO;
        using System.Linq;
        using System.Net.Http;
        using System.Net.Http.Json;
        using System.Text.Json;
        using System.Threading;
        using System.Threading.Tasks;
        using Newtonsoft.Json;
        using JsonSerializer = System.Text.Json.JsonSerializer;

        public sealed class Order
        {
            public string? Id { get; set; }
            public bool Success { get; set; }
            public List<Order> Lines { get; set; } = new();
        }

        """;

    /// <summary>A method body in a class with a client, with the payload named <c>order</c>.</summary>
    internal static string InMethod(string body) => Usings + """
        class Orders(HttpClient http)
        {
            public async Task<string?> Get(string id)
            {
                await Task.Yield();

        """ + body + """

            }

            internal static void Log(string text) => Console.WriteLine(text);
        }
        """;

    internal static Task Reports(string body) => Verify.VerifyAnalyzerAsync(InMethod(body));

    [Fact]
    public Task Dereferenced_Reports() => Reports("""
        var order = await [|http.GetFromJsonAsync<Order>($"orders/{id}")|];
        return order!.Id;
        """);

    /// <summary>What a pattern takes the body out of.</summary>
    [Theory]
    [InlineData("if (response is not { IsSuccessStatusCode: true, Content: { } content })\n    throw new InvalidOperationException();\nreturn (await [|content.ReadFromJsonAsync<Order>()|])!.Id;")]
    [InlineData("if (response is { IsSuccessStatusCode: true, Content: var content })\n    return (await [|content.ReadFromJsonAsync<Order>()|])!.Id;\nreturn null;")]
    [InlineData("response.EnsureSuccessStatusCode();\nif (await response.Content.ReadAsStringAsync() is { Length: > 0 } text)\n    return [|JsonSerializer.Deserialize<Order>(text)|]!.Id;\nreturn null;")]
    [InlineData("response.EnsureSuccessStatusCode();\nif (response is { RequestMessage: { Content: { } sent } })\n    return (await sent.ReadFromJsonAsync<Order>())!.Id;\nreturn null;")]
    [InlineData("response.EnsureSuccessStatusCode();\nif (Environment.GetEnvironmentVariable(id) is { Length: > 0 } text)\n    return JsonSerializer.Deserialize<Order>(text)!.Id;\nreturn null;")]
    public Task BodyOfAPattern(string read) => Verify.VerifyAnalyzerAsync(InMethod("using var response = await http.GetAsync(id);\n" + read));

    [Fact]
    public Task DereferencedInSameExpression_Reports() => Reports("""
        var text = await http.GetStringAsync("orders");
        return [|JsonSerializer.Deserialize<Order>(text)|]!.Id;
        """);

    [Fact]
    public Task DereferencedAfterAwaitInParentheses_Reports() => Reports("""
        using var response = await http.GetAsync("orders");
        return (await [|response.Content.ReadFromJsonAsync<Order>()|].ConfigureAwait(false))!.Id;
        """);

    [Fact]
    public Task Iterated_Reports() => Reports("""
        foreach (var order in (await [|http.GetFromJsonAsync<List<Order>>("orders")|])!)
            Log(order.Id ?? "");
        return null;
        """);

    [Fact]
    public Task Linq_Reports() => Reports("""
        var orders = await [|http.GetFromJsonAsync<Order[]>("orders")|];
        return orders!.First().Id;
        """);

    [Fact]
    public Task Indexed_Reports() => Reports("""
        var orders = await [|http.GetFromJsonAsync<Order[]>("orders")|];
        return orders![0].Id;
        """);

    [Fact]
    public Task CheckThatOnlyLogs_Reports() => Reports("""
        var order = await [|http.GetFromJsonAsync<Order>("orders")|];
        if (order is null)
            Log("nothing came");
        return order!.Id;
        """);

    [Fact]
    public Task DebugAssert_Reports() => Reports("""
        var order = await [|http.GetFromJsonAsync<Order>("orders")|];
        System.Diagnostics.Debug.Assert(order != null);
        return order.Id;
        """);

    [Fact]
    public Task CheckAfterUse_Reports() => Reports("""
        var order = await [|http.GetFromJsonAsync<Order>("orders")|];
        Log(order!.Id ?? "");
        return order == null ? null : order.Id;
        """);

    [Fact]
    public Task CatchRoundIt_Reports() => Reports("""
        try
        {
            var order = await [|http.GetFromJsonAsync<Order>("orders")|];
            return order!.Id;
        }
        catch (Exception ex)
        {
            Log(ex.Message);
            throw;
        }
        """);

    [Fact]
    public Task BlockingRead_Reports() => Reports("""
        var order = [|http.GetFromJsonAsync<Order>("orders")|].Result;
        var text = http.GetStringAsync("orders").GetAwaiter().GetResult();
        return order!.Id + [|JsonSerializer.Deserialize<Order>(text)|]!.Id;
        """);

    [Fact]
    public Task StreamAndBytes_Report() => Reports("""
        using var response = await http.GetAsync("orders");
        await using var stream = await response.Content.ReadAsStreamAsync();
        var one = await [|JsonSerializer.DeserializeAsync<Order>(stream)|];
        var bytes = await http.GetByteArrayAsync("orders");
        var two = [|JsonSerializer.Deserialize<Order>(bytes)|];
        return one!.Id + two!.Id;
        """);

    [Fact]
    public Task TextAssignedLater_Reports() => Reports("""
        string text;
        try
        {
            text = await http.GetStringAsync("orders");
        }
        catch (HttpRequestException)
        {
            text = "";
        }

        var order = [|JsonConvert.DeserializeObject<Order>(text)|];
        return order!.Id;
        """);

    [Fact]
    public Task UsedInLambda_Reports() => Reports("""
        var order = await [|http.GetFromJsonAsync<Order>("orders")|];
        return new[] { "a" }.FirstOrDefault(x => x == order!.Id);
        """);

    [Fact]
    public Task ReadInLambdaOfPolicy_Reports() => Verify.VerifyAnalyzerAsync(Usings + """
        class Orders(HttpClient http, Polly.IAsyncPolicy policy)
        {
            public async Task<string?> Get()
            {
                var order = await policy.ExecuteAsync(async () => await [|http.GetFromJsonAsync<Order>("orders")|]);
                return order!.Id;
            }
        }
        """);

    [Fact]
    public Task ReturnedAsNonNull_Reports() => Verify.VerifyAnalyzerAsync(Usings + """
        class Orders(HttpClient http)
        {
            public async Task<Order> Get() => (await [|http.GetFromJsonAsync<Order>("orders")|])!;

            public async Task<Order> GetLater()
            {
                var order = await [|http.GetFromJsonAsync<Order>("orders")|];
                return order!;
            }
        }
        """);

    [Fact]
    public Task StoredInNonNullMember_Reports() => Verify.VerifyAnalyzerAsync(Usings + """
        class Orders(HttpClient http)
        {
            private Order _last = new();

            public Order Current { get; set; } = new();

            public async Task Load()
            {
                _last = (await [|http.GetFromJsonAsync<Order>("orders/last")|])!;
                Current = (await [|http.GetFromJsonAsync<Order>("orders/current")|])!;
            }

            public Order Last() => _last;
        }
        """);

    [Fact]
    public Task PassedToNonNullParameter_Reports() => Verify.VerifyAnalyzerAsync(Usings + """
        interface IStore
        {
            void Save(Order order);
        }

        class Orders(HttpClient http, IStore store)
        {
            public async Task Load()
            {
                var order = await [|http.GetFromJsonAsync<Order>("orders/last")|];
                store.Save(order!);
            }
        }
        """);

    [Theory]
    [InlineData("Save<T>(T order)", "Order")]
    [InlineData("Save(params Order[] orders)", "Order[]")]
    [InlineData("Save(Order order = null!)", "Order")]
    [InlineData("Save(Order? order)", "Order")]
    public Task PassedToParameterThatMayTakeANull_IsQuiet(string declaration, string payload) => Verify.VerifyAnalyzerAsync(Usings + $$"""
        interface IStore
        {
            void {{declaration}};
        }

        class Orders(HttpClient http, IStore store)
        {
            public async Task Load()
            {
                var order = await http.GetFromJsonAsync<{{payload}}>("orders/last");
                store.Save(order!);
            }
        }
        """);

    [Fact]
    public Task PassedToMethodThatDereferences_Reports() => Verify.VerifyAnalyzerAsync(Usings + """
        #nullable disable
        class Orders(HttpClient http)
        {
            public async Task<string> Load()
            {
                var order = await [|http.GetFromJsonAsync<Order>("orders/last")|];
                return Describe(order);
            }

            private static string Describe(Order order) => Name(order);

            private static string Name(Order order) => order.Id.Trim();
        }
        """);

    [Fact]
    public Task ActionResultOfT_Reports() => Verify.VerifyAnalyzerAsync("""
        using Microsoft.AspNetCore.Mvc;

        """ + Usings + """
        public class OrdersController(HttpClient http) : ControllerBase
        {
            public async Task<ActionResult<Order>> Get() => Ok(await [|http.GetFromJsonAsync<Order>("orders")|]);

            public async Task<IActionResult> GetAny() => Ok(await http.GetFromJsonAsync<Order>("orders"));

            public async Task<ActionResult<Order?>> GetMaybe() => Ok(await http.GetFromJsonAsync<Order>("orders"));
        }
        """);

    [Fact]
    public Task TextFromHelper_Reports() => Verify.VerifyAnalyzerAsync(Usings + """
        class Orders(HttpClient http)
        {
            public async Task<string?> Load()
            {
                var text = await Fetch("orders");
                return [|JsonConvert.DeserializeObject<Order>(text)|]!.Id;
            }

            private Task<string> Fetch(string path) => FetchCore(path);

            private async Task<string> FetchCore(string path)
            {
                using var response = await Send(path);
                return await response.Content.ReadAsStringAsync();
            }

            private Task<HttpResponseMessage> Send(string path) => http.GetAsync(path);
        }
        """);

    [Fact]
    public Task TextFromCaller_Reports() => Verify.VerifyAnalyzerAsync(Usings + """
        class Orders(HttpClient http)
        {
            public async Task<string?> Load() => Parse(await http.GetStringAsync("orders"));

            private static string? Parse(string text) => [|JsonConvert.DeserializeObject<Order>(text)|]!.Id;
        }
        """);

    [Fact]
    public Task TextKeptInResultObject_Reports() => Verify.VerifyAnalyzerAsync(Usings + """
        class Result
        {
            public string Text { get; set; } = "";
        }

        class Orders(HttpClient http)
        {
            public async Task<string?> Load()
            {
                var result = await Fetch();
                return [|JsonConvert.DeserializeObject<Order>(result.Text)|]!.Id;
            }

            private async Task<Result> Fetch()
            {
                var result = new Result();
                result.Text = await http.GetStringAsync("orders");
                return result;
            }
        }
        """);

    [Fact]
    public Task GenericWrapper_ReportsAtItsCall() => Verify.VerifyAnalyzerAsync(Usings + """
        static class Json
        {
            public static T? Parse<T>(string text) => JsonConvert.DeserializeObject<T>(text);
        }

        class Orders(HttpClient http)
        {
            public async Task<string?> Load()
            {
                var order = [|Json.Parse<Order>(await http.GetStringAsync("orders"))|];
                return order!.Id;
            }

            public string? FromFile(string path) => Json.Parse<Order>(File.ReadAllText(path))!.Id;

            public async Task<string?> Checked()
            {
                var order = Json.Parse<Order>(await http.GetStringAsync("orders"));
                return order?.Id;
            }
        }
        """);

    [Fact]
    public Task ReturnedAsNullableAndForgivenByCaller_ReportsAtCaller() => Verify.VerifyAnalyzerAsync(Usings + """
        class Orders(HttpClient http)
        {
            public async Task<Order?> Get() => await http.GetFromJsonAsync<Order>("orders");

            public async Task<string?> Use() => (await [|Get()|])!.Id;
        }
        """);

    [Fact]
    public Task StoredInAPropertyThatIsNotAskedAbout_Reports() => Verify.VerifyAnalyzerAsync(
        Usings + """
        class Page(HttpClient http)
        {
            public Order Order { get; set; } = new();

            public Order Other { get; set; } = new();

            public async Task<bool> Load()
            {
                Order = await [|http.GetFromJsonAsync<Order>("orders")|];
                if (Other == null)
                    return false;
                return true;
            }
        }
        """);
}
