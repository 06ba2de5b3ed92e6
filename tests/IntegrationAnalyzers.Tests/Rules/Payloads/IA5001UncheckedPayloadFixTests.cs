using System.Threading.Tasks;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Payloads.IA5001UncheckedPayload>;

namespace IntegrationAnalyzers.Tests.Rules.Payloads;

public sealed class IA5001UncheckedPayloadFixTests
{
    private const string Usings = IA5001UncheckedPayloadTests.Usings;

    [Fact]
    public Task FixIsOffered_AwaitedIntoVariable() => Verify.VerifyCodeFixAsync(
        Usings + """
        class Orders(HttpClient http)
        {
            public async Task<string?> Get(string id, string key)
            {
                // The last order of all.
                var order = await [|http.GetFromJsonAsync<Order>($"orders/{id}?key={key}")|].ConfigureAwait(false); // may fail
                return order!.Id;
            }
        }
        """,
        Usings + """
        class Orders(HttpClient http)
        {
            public async Task<string?> Get(string id, string key)
            {
                // The last order of all.
                var order = await http.GetFromJsonAsync<Order>($"orders/{id}?key={key}").ConfigureAwait(false)
                    ?? throw new InvalidOperationException($"The response of 'orders/{id}' held no Order"); // may fail
                return order.Id;
            }
        }
        """);

    /// <summary>BenParr64/WooWebhookReceiver, WoocommerceClient: constants are filled in, and holes alone say nothing.</summary>
    [Theory]
    [InlineData("const string Path = \"/wc/v3/orders\"; const string Query = \"?per_page=1\";", "$\"{Path}{Query}\"", "\n            ?? throw new InvalidOperationException(\"The response of '/wc/v3/orders' held no Order\")")]
    [InlineData("var path = id + \"s\";", "$\"{path}/{id}\"", " ?? throw new InvalidOperationException(\"The response held no Order\")")]
    [InlineData("", "$\"orders/{id.Length}/lines?id={id}\"", "\n            ?? throw new InvalidOperationException($\"The response of 'orders/{id.Length}/lines' held no Order\")")]
    [InlineData("var token = id;", "$\"bot{token}/orders\"", "\n            ?? throw new InvalidOperationException(\"The response of 'bot{token}/orders' held no Order\")")]
    [InlineData("", "$\"orders/{Math.Abs(id.Length)}\"", "\n            ?? throw new InvalidOperationException(\"The response of 'orders/{Math.Abs(id.Length)}' held no Order\")")]
    [InlineData("var path = id + \"s\";", "$\"{path}{id}\"", " ?? throw new InvalidOperationException(\"The response held no Order\")")]
    public Task Fix_EndpointThatIsPutTogether_NamesWhatIsKnown(string locals, string url, string thrown) => Verify.VerifyCodeFixAsync(
        PutTogether(locals, $"await [|http.GetFromJsonAsync<Order>({url})|]", "order!"),
        PutTogether(locals, $"await http.GetFromJsonAsync<Order>({url}){thrown}", "order"));

    private static string PutTogether(string locals, string read, string order) => Usings + $$"""
        class Orders(HttpClient http)
        {
            public async Task<string?> Get(string id)
            {
                {{locals}}
                var order = {{read}};
                return {{order}}.Id;
            }
        }
        """;

    [Fact]
    public Task FixIsOffered_BaseAddressIsLeftOutOfTheMessage() => Verify.VerifyCodeFixAsync(
        Usings + """
        class Orders(HttpClient http, string baseUrl)
        {
            public async Task<string?> Get(string id)
            {
                var order = await [|http.GetFromJsonAsync<Order>($"{baseUrl}/orders/{id}")|];
                return order!.Id;
            }
        }
        """,
        Usings + """
        class Orders(HttpClient http, string baseUrl)
        {
            public async Task<string?> Get(string id)
            {
                var order = await http.GetFromJsonAsync<Order>($"{baseUrl}/orders/{id}")
                    ?? throw new InvalidOperationException($"The response of '/orders/{id}' held no Order");
                return order.Id;
            }
        }
        """);

    [Fact]
    public Task FixIsOffered_MemberAccessGetsParentheses() => Verify.VerifyCodeFixAsync(
        Usings + """
        class Orders(HttpClient http)
        {
            public async Task<string?> Get()
            {
                using var response = await http.GetAsync("orders");
                return (await [|response.Content.ReadFromJsonAsync<Order>()|])!.Id;
            }

            public async Task<string?> Parse()
            {
                var text = await http.GetStringAsync("orders");
                return [|JsonSerializer.Deserialize<Order>(text)|]!.Id;
            }
        }
        """,
        Usings + """
        class Orders(HttpClient http)
        {
            public async Task<string?> Get()
            {
                using var response = await http.GetAsync("orders");
                return (await response.Content.ReadFromJsonAsync<Order>() ?? throw new InvalidOperationException("The response of 'orders' held no Order")).Id;
            }

            public async Task<string?> Parse()
            {
                var text = await http.GetStringAsync("orders");
                return (JsonSerializer.Deserialize<Order>(text) ?? throw new InvalidOperationException("The response of 'orders' held no Order")).Id;
            }
        }
        """);

    /// <summary>MewsSystems/fiscalizations, UniwixClient: a payload may have a <c>Result</c> of its own.</summary>
    [Theory]
    [InlineData("JsonSerializer.Deserialize<Answer>(text)", "")]
    [InlineData("http.GetFromJsonAsync<Answer>(\"orders\")", ".Result")]
    public Task Fix_PayloadsOwnResult_StandsBehindTheThrow(string read, string waited) => Verify.VerifyCodeFixAsync(
        OwnResult($"[|{read}|]{waited}.Result"),
        OwnResult($"({read}{waited} ?? throw new InvalidOperationException(\"The response of 'orders' held no Answer\")).Result"));

    private static string OwnResult(string result) => Usings + $$"""
        #nullable disable
        #pragma warning disable IA1009
        class Answer { public string Result { get; set; } }

        class Orders(HttpClient http)
        {
            public async Task<string> Get()
            {
                var text = await http.GetStringAsync("orders");
                return {{result}};
            }
        }
        """;

    [Fact]
    public Task FixIsOffered_ReturnedTaskIsAwaited() => Verify.VerifyCodeFixAsync(
        Usings + """
        class Orders(HttpClient http)
        {
            public Task<Order[]> GetOrders()
            {
                return [|http.GetFromJsonAsync<Order[]>("/api/orders/")|]!;
            }

            Task<Order> Last() => [|http.GetFromJsonAsync<Order>("/api/orders/last")|]!;
        }
        """,
        Usings + """
        class Orders(HttpClient http)
        {
            public async Task<Order[]> GetOrders()
            {
                return await http.GetFromJsonAsync<Order[]>("/api/orders/")
                    ?? throw new InvalidOperationException("The response of '/api/orders/' held no Order[]");
            }

            async Task<Order> Last() => await http.GetFromJsonAsync<Order>("/api/orders/last")
                ?? throw new InvalidOperationException("The response of '/api/orders/last' held no Order");
        }
        """);

    [Fact]
    public Task FixIsOffered_BlockingReadAndMissingUsing() => Verify.VerifyCodeFixAsync(
        """
        using System.Net.Http;
        using Newtonsoft.Json;

        class Order
        {
            public string? Id { get; set; }
        }

        class Orders(HttpClient http)
        {
            public string? Get()
            {
                var text = http.GetStringAsync("orders").Result;
                Order? order = [|JsonConvert.DeserializeObject<Order>(text)|];
                return order!.Id;
            }
        }
        """,
        """
        using System;
        using System.Net.Http;
        using Newtonsoft.Json;

        class Order
        {
            public string? Id { get; set; }
        }

        class Orders(HttpClient http)
        {
            public string? Get()
            {
                var text = http.GetStringAsync("orders").Result;
                Order? order = JsonConvert.DeserializeObject<Order>(text)
                    ?? throw new InvalidOperationException("The response of 'orders' held no Order");
                return order.Id;
            }
        }
        """);

    [Fact]
    public Task FixIsOffered_NestedReads() => Verify.VerifyCodeFixAsync(
        Usings + """
        class Orders(HttpClient http)
        {
            public async Task<string?> Get()
            {
                return (await [|http.GetFromJsonAsync<Order>((await [|http.GetFromJsonAsync<Order>("last")|])!.Id)|])!.Id;
            }
        }
        """,
        Usings + """
        class Orders(HttpClient http)
        {
            public async Task<string?> Get()
            {
                return (await http.GetFromJsonAsync<Order>((await http.GetFromJsonAsync<Order>("last") ?? throw new InvalidOperationException("The response of 'last' held no Order")).Id) ?? throw new InvalidOperationException("The response held no Order")).Id;
            }
        }
        """);

    [Fact]
    public Task FixIsOffered_GenericWrapperThatPromises() => Verify.VerifyCodeFixAsync(
        Usings + """
        class Api(HttpClient http)
        {
            public async Task<T> Get<T>(string path)
            {
                using var response = await http.GetAsync(path);
                return (await [|response.Content.ReadFromJsonAsync<T>()|])!;
            }
        }
        """,
        Usings + """
        class Api(HttpClient http)
        {
            public async Task<T> Get<T>(string path)
            {
                using var response = await http.GetAsync(path);
                return await response.Content.ReadFromJsonAsync<T>() ?? throw new InvalidOperationException($"The response held no {typeof(T).Name}");
            }
        }
        """);

    [Theory]
    [InlineData("""
        using var response = await http.GetAsync("orders");
        return response?[|.Content.ReadFromJsonAsync<Order>()|].Result!.Id;
        """)]
    [InlineData("""
        var task = [|http.GetFromJsonAsync<Order>("orders")|];
        var order = await task;
        return order!.Id;
        """)]
    [InlineData("""
        return (/* the last one */ await [|http.GetFromJsonAsync<Order>("orders")|])!.Id;
        """)]
    public Task FixIsNotOffered(string body) => Verify.VerifyNoFixAsync(Usings + """
        class Orders(HttpClient http)
        {
            public async Task<string?> Get()
            {
                await Task.Yield();

        """ + body + """

            }
        }
        """);

    private const string OfOrders = "\n            ?? throw new InvalidOperationException(\"The response of 'orders' held no Order\")";

    /// <summary>What would be thrown before it hides the status.</summary>
    [Theory]
    [InlineData("var response = await http.GetAsync(\"orders\"); var order = await [|response.Content.ReadFromJsonAsync<Order>()|]; if (!response.IsSuccessStatusCode) throw new TimeoutException(); return order!.Id;")]
    [InlineData("var response = await http.GetAsync(\"orders\"); var order = await [|response.Content.ReadFromJsonAsync<Order>()|]; response.EnsureSuccessStatusCode(); return order!.Id;")]
    public Task FixIsNotOffered_StatusIsAskedForBehindTheRead(string body) => FixIsNotOffered(body);

    [Theory]
    [InlineData("response.EnsureSuccessStatusCode();", "if (response.StatusCode == System.Net.HttpStatusCode.Created) await Task.Yield();", OfOrders)]
    [InlineData("", "response = await http.GetAsync(\"last\"); response.EnsureSuccessStatusCode();", " ?? throw new InvalidOperationException(\"The response held no Order\")")]
    [InlineData("", "var last = await http.GetAsync(\"last\"); last.EnsureSuccessStatusCode();", OfOrders)]
    public Task FixIsOffered_StatusIsAskedForBefore_OrIsAnothers(string before, string behind, string thrown) => Verify.VerifyCodeFixAsync(
        Between(before, "[|response.Content.ReadFromJsonAsync<Order>()|]", behind, "order!"),
        Between(before, "response.Content.ReadFromJsonAsync<Order>()" + thrown, behind, "order"));

    private static string Between(string before, string read, string behind, string order) => Usings + $$"""
        class Orders(HttpClient http)
        {
            public async Task<string?> Get()
            {
                var response = await http.GetAsync("orders");
                {{before}}
                var order = await {{read}};
                {{behind}}
                return {{order}}.Id;
            }
        }
        """;

    [Fact]
    public Task FixIsNotOffered_SeveralReturns() => Verify.VerifyNoFixAsync(Usings + """
        class Orders(HttpClient http)
        {
            public Task<Order> Get(bool last)
            {
                if (!last)
                    return Task.FromResult(new Order());
                return [|http.GetFromJsonAsync<Order>("orders")|]!;
            }
        }
        """);

    [Fact]
    public Task FixIsOffered_NothingLeftToForgive() => Verify.VerifyCodeFixAsync(
        Usings + """
        class Orders(HttpClient http)
        {
            public async Task<string?> Get(string id)
            {
                var order = await [|http.GetFromJsonAsync<Order>($"orders/{Uri.EscapeDataString(id)}")|];
                var ids = new[] { "a" }.Select(a => a + order!.Id).ToList();
                return order!.Id + Local() + ids[0];

                string? Local() => order!.Id;
            }

            public async Task<string?> Again(string id)
            {
                var order = await [|http.GetFromJsonAsync<Order>("orders")|];
                var first = order!.Id;
                order = null;
                return first + order!.Id;
            }
        }
        """,
        Usings + """
        class Orders(HttpClient http)
        {
            public async Task<string?> Get(string id)
            {
                var order = await http.GetFromJsonAsync<Order>($"orders/{Uri.EscapeDataString(id)}")
                    ?? throw new InvalidOperationException($"The response of 'orders/{id}' held no Order");
                var ids = new[] { "a" }.Select(a => a + order.Id).ToList();
                return order.Id + Local() + ids[0];

                string? Local() => order!.Id;
            }

            public async Task<string?> Again(string id)
            {
                var order = await http.GetFromJsonAsync<Order>("orders")
                    ?? throw new InvalidOperationException("The response of 'orders' held no Order");
                var first = order!.Id;
                order = null;
                return first + order!.Id;
            }
        }
        """);

    [Fact]
    public Task FixIsOffered_OwnReaderInObliviousCodeWhoseCallersUseTheResult() => Verify.VerifyCodeFixAsync(
        Usings + """
        #nullable disable
        static class Contents
        {
            public static async Task<T> ReadAs<T>(this HttpContent content) => JsonSerializer.Deserialize<T>(await content.ReadAsStringAsync());
        }

        class Orders(HttpClient http)
        {
            public async Task<Order> Get(string id)
            {
                var response = await http.GetAsync("orders/" + id);
                response.EnsureSuccessStatusCode();
                return await [|response.Content.ReadAs<Order>()|].ConfigureAwait(false);
            }

            public async Task<Order> Last()
            {
                var response = await http.GetAsync("orders/last").ConfigureAwait(false);
                response.EnsureSuccessStatusCode();
                var order = await [|response.Content.ReadAs<Order>()|];
                return order;
            }

            public async Task<string> Ids(string id) => (await Get(id)).Id + (await Last().ConfigureAwait(false)).Id;
        }
        """,
        Usings + """
        #nullable disable
        static class Contents
        {
            public static async Task<T> ReadAs<T>(this HttpContent content) => JsonSerializer.Deserialize<T>(await content.ReadAsStringAsync());
        }

        class Orders(HttpClient http)
        {
            public async Task<Order> Get(string id)
            {
                var response = await http.GetAsync("orders/" + id);
                response.EnsureSuccessStatusCode();
                return await response.Content.ReadAs<Order>().ConfigureAwait(false) ?? throw new InvalidOperationException("The response held no Order");
            }

            public async Task<Order> Last()
            {
                var response = await http.GetAsync("orders/last").ConfigureAwait(false);
                response.EnsureSuccessStatusCode();
                var order = await response.Content.ReadAs<Order>() ?? throw new InvalidOperationException("The response of 'orders/last' held no Order");
                return order;
            }

            public async Task<string> Ids(string id) => (await Get(id)).Id + (await Last().ConfigureAwait(false)).Id;
        }
        """);
}
