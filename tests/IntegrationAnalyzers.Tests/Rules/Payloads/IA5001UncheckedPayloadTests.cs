using System.Threading.Tasks;
using IntegrationAnalyzers.Tests.Verification;
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
    private static string InMethod(string body) => Usings + """
        class Orders(HttpClient http)
        {
            public async Task<string?> Get(string id)
            {
                await Task.Yield();

        """ + body + """

            }

            private static void Log(string text) => Console.WriteLine(text);
        }
        """;

    private static Task Reports(string body) => Verify.VerifyAnalyzerAsync(InMethod(body));

    private static Task IsQuiet(string body) => Verify.VerifyAnalyzerAsync(InMethod(body));

    [Fact]
    public Task Dereferenced_Reports() => Reports("""
        var order = await [|http.GetFromJsonAsync<Order>($"orders/{id}")|];
        return order!.Id;
        """);

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
    public Task NewtonsoftReader_Reports() => Reports("""
        using var response = await http.GetAsync("orders");
        using var stream = await response.Content.ReadAsStreamAsync();
        using var reader = new JsonTextReader(new StreamReader(stream));
        var order = [|new Newtonsoft.Json.JsonSerializer().Deserialize<Order>(reader)|];
        return order!.Id;
        """);

    [Fact]
    public Task NewtonsoftToObject_Reports() => Reports("""
        var text = await http.GetStringAsync("orders");
        return [|Newtonsoft.Json.Linq.JObject.Parse(text)["order"]!.ToObject<Order>()|]!.Id;
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
    public Task RestSharpData_Reports() => Verify.VerifyAnalyzerAsync("""
        using RestSharp;

        """ + Usings + """
        class Orders(RestClient rest)
        {
            public async Task<string?> Get()
            {
                var response = await [|rest.ExecuteAsync<Order>(new RestRequest("orders"))|];
                return response.Data!.Id;
            }

            public async Task<string?> Checked()
            {
                var response = await rest.ExecuteAsync<Order>(new RestRequest("orders"));
                if (response.Data is null)
                    throw new InvalidOperationException("No order");
                return response.Data.Id;
            }

            public async Task<string?> OnlyAfterSuccess()
            {
                var response = await rest.ExecuteAsync<Order>(new RestRequest("orders"));
                if (!response.IsSuccessful)
                    throw new InvalidOperationException("No order");
                return response.Data!.Id;
            }
        }
        """);

    [Fact]
    public Task Flurl_Reports() => Verify.VerifyAnalyzerAsync("""
        using System.Threading.Tasks;
        using Flurl.Http;

        class Order
        {
            public string? Id { get; set; }
        }

        class Orders
        {
            public async Task<string?> Get(string url)
            {
                var order = await [|url.GetJsonAsync<Order>()|];
                return order.Id;
            }
        }
        """);

    [Fact]
    public Task ReadAsAsync_Reports() => new Verify.Test
    {
        References = TestReferences.Net.With(TestReferences.WebApiClient),
        TestCode = """
            using System.Net.Http;
            using System.Threading.Tasks;

            class Order
            {
                public string? Id { get; set; }
            }

            class Orders(HttpClient http)
            {
                public async Task<string?> Get()
                {
                    var response = await http.GetAsync("orders");
                    var order = await [|response.Content.ReadAsAsync<Order>()|];
                    return order.Id;
                }
            }
            """,
    }.RunAsync();

    [Theory]
    [InlineData("var order = await http.GetFromJsonAsync<Order>(\"o\") ?? throw new InvalidOperationException(\"none\"); return order.Id;")]
    [InlineData("var order = await http.GetFromJsonAsync<Order>(\"o\"); if (order is null) return null; return order.Id;")]
    [InlineData("var order = await http.GetFromJsonAsync<Order>(\"o\"); if (order == null) throw new InvalidOperationException(); return order.Id;")]
    [InlineData("var order = await http.GetFromJsonAsync<Order>(\"o\"); if (null != order) return order.Id; return null;")]
    [InlineData("var order = await http.GetFromJsonAsync<Order>(\"o\"); if (order is { Id.Length: > 0 }) return order.Id; return null;")]
    [InlineData("var order = await http.GetFromJsonAsync<Order>(\"o\"); if (order is not { } found) return null; return found.Id;")]
    [InlineData("var order = await http.GetFromJsonAsync<Order>(\"o\"); return order?.Id;")]
    [InlineData("var order = await http.GetFromJsonAsync<Order>(\"o\"); return order is not null && order.Success ? order.Id : null;")]
    [InlineData("var order = await http.GetFromJsonAsync<Order>(\"o\"); if (order == null || !order.Success) return null; return order.Id;")]
    [InlineData("var order = await http.GetFromJsonAsync<Order>(\"o\"); if (order?.Success == true) return order.Id; return null;")]
    [InlineData("var order = await http.GetFromJsonAsync<Order>(\"o\"); if (order?.Success != true) return null; return order.Id;")]
    [InlineData("var order = await http.GetFromJsonAsync<Order>(\"o\"); if (order?.Id is null) return null; return order.Id;")]
    [InlineData("var order = await http.GetFromJsonAsync<Order>(\"o\"); if (string.IsNullOrEmpty(order?.Id)) return null; return order.Id;")]
    [InlineData("var order = await http.GetFromJsonAsync<Order>(\"o\"); if (!(order?.Lines.Any() ?? false)) return null; return order.Id;")]
    [InlineData("var order = await http.GetFromJsonAsync<Order>(\"o\"); if (order?.Lines.Count > 0) return order.Id; return null;")]
    [InlineData("var order = await http.GetFromJsonAsync<Order>(\"o\"); var ok = order != null && order.Success; if (!ok) return null; return order!.Id;")]
    [InlineData("var order = await http.GetFromJsonAsync<Order>(\"o\"); ArgumentNullException.ThrowIfNull(order); return order.Id;")]
    [InlineData("var order = (await http.GetFromJsonAsync<Order>(\"o\"))!; if (ReferenceEquals(order, null)) return null; return order.Id;")]
    [InlineData("var order = await http.GetFromJsonAsync<Order>(\"o\") ?? new Order(); return order.Id;")]
    [InlineData("var order = await http.GetFromJsonAsync<Order>(\"o\"); order ??= new Order(); return order.Id;")]
    [InlineData("foreach (var o in await http.GetFromJsonAsync<List<Order>>(\"o\") ?? []) Log(o.Id ?? \"\"); return null;")]
    [InlineData("var order = await http.GetFromJsonAsync<Order>(\"o\"); switch (order) { case null: return null; default: return order.Id; }")]
    [InlineData("var order = await http.GetFromJsonAsync<Order>(\"o\"); return order switch { null => null, { Success: true } => order.Id, _ => null };")]
    [InlineData("Order? order; while ((order = await http.GetFromJsonAsync<Order>(\"o\")) == null) await Task.Delay(9); return order.Id;")]
    [InlineData("if (await http.GetFromJsonAsync<Order>(\"o\") is { } order) return order.Id; return null;")]
    [InlineData("if (await http.GetFromJsonAsync<Order>(\"o\") is not Order order) throw new InvalidOperationException(); return order.Id;")]
    public Task Guarded_IsQuiet(string body) => IsQuiet(body);

    [Theory]
    [InlineData("var count = await http.GetFromJsonAsync<int>(\"count\"); return count.ToString();")]
    [InlineData("var flag = await (await http.GetAsync(\"x\")).Content.ReadFromJsonAsync<bool>(); return flag.ToString();")]
    [InlineData("var element = await http.GetFromJsonAsync<JsonElement>(\"x\"); return element.ToString();")]
    [InlineData("var when = JsonSerializer.Deserialize<DateTime?>(await http.GetStringAsync(\"x\")); return when!.Value.ToString();")]
    public Task ValueType_IsQuiet(string body) => IsQuiet(body);

    [Theory]
    [InlineData("return JsonSerializer.Deserialize<Order>(File.ReadAllText(id))!.Id;")]
    [InlineData("return JsonSerializer.Deserialize<Order>(Environment.GetEnvironmentVariable(\"ORDER\")!)!.Id;")]
    [InlineData("return JsonSerializer.Deserialize<Order>(id)!.Id;")]
    [InlineData("await using var stream = File.OpenRead(id); return (await JsonSerializer.DeserializeAsync<Order>(stream))!.Id;")]
    [InlineData("return JsonSerializer.Deserialize<Order>(JsonSerializer.Serialize(new Order()))!.Id;")]
    [InlineData("var text = await http.GetStringAsync(\"o\"); text = File.ReadAllText(id); return JsonSerializer.Deserialize<Order>(text)!.Id;")]
    public Task NotUpstream_IsQuiet(string body) => IsQuiet(body);

    [Theory]
    [InlineData("if (!response.IsSuccessStatusCode) { var problem = await response.Content.ReadFromJsonAsync<Order>(); throw new InvalidOperationException(problem!.Id); } return null;")]
    [InlineData("if (response.IsSuccessStatusCode) return null; var problem = await response.Content.ReadFromJsonAsync<Order>(); throw new InvalidOperationException(problem!.Id);")]
    [InlineData("if (response.StatusCode == System.Net.HttpStatusCode.BadRequest) { var problem = await response.Content.ReadFromJsonAsync<Order>(); return problem!.Id; } return null;")]
    [InlineData("if ((int)response.StatusCode >= 400) return (await response.Content.ReadFromJsonAsync<Order>())!.Id; return null;")]
    public Task ErrorBodyAfterFailedStatus_IsQuiet(string body) => IsQuiet("var response = await http.GetAsync(\"o\");\n" + body);

    [Fact]
    public Task ErrorBodyByItsType_IsQuiet() => Verify.VerifyAnalyzerAsync(Usings + """
        class ApiError
        {
            public string? Message { get; set; }
        }

        class Orders(HttpClient http)
        {
            public async Task<string?> Why(HttpResponseMessage response) => (await response.Content.ReadFromJsonAsync<ApiError>())!.Message;
        }
        """);

    [Fact]
    public Task ReturnedAsNullable_IsQuiet() => Verify.VerifyAnalyzerAsync(Usings + """
        class Orders(HttpClient http)
        {
            public Task<Order?> Get() => http.GetFromJsonAsync<Order>("orders");

            public async Task<Order?> GetAsync()
            {
                var order = await http.GetFromJsonAsync<Order>("orders");
                return order;
            }

            public async Task<string?> Use() => (await Get())?.Id;
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
    public Task HelperGuards_AreQuiet() => Verify.VerifyAnalyzerAsync(Usings + """
        class Orders(HttpClient http)
        {
            public async Task<string?> Get()
            {
                var order = await http.GetFromJsonAsync<Order>("orders");
                MustBe(order);
                return order!.Id;
            }

            public async Task<string?> GetReturned()
            {
                var order = NotEmpty(await http.GetFromJsonAsync<Order>("orders"));
                return order.Id;
            }

            public async Task<string?> GetNamed()
            {
                var order = await http.GetFromJsonAsync<Order>("orders");
                if (!IsUsable(order))
                    return null;
                return order!.Id;
            }

            private static void MustBe(Order? order) => MustBeCore(order);

            private static void MustBeCore(Order? order)
            {
                if (order is null)
                    throw new InvalidOperationException("No order");
            }

            private static Order NotEmpty(Order? order) => order ?? throw new InvalidOperationException("No order");

            private static bool IsUsable(Order? order) => order is { Success: true };
        }
        """);

    [Fact]
    public Task OwnValidators_AreQuiet() => Verify.VerifyAnalyzerAsync(Usings + """
        interface IRules
        {
            void ValidateOrder(Order? order);
        }

        class CheckedOrder
        {
            public CheckedOrder(Order? order) => Value = order!;

            public Order Value { get; }
        }

        class Orders(HttpClient http, IRules rules)
        {
            public async Task<string?> Get()
            {
                var order = await http.GetFromJsonAsync<Order>("orders");
                rules.ValidateOrder(order);
                return order!.Id;
            }

            public async Task<string?> GetWrapped()
            {
                var order = await http.GetFromJsonAsync<Order>("orders");
                return new CheckedOrder(order).Value.Id;
            }
        }
        """);

    [Fact]
    public Task ValidationLibraries_AreQuiet() => Verify.VerifyAnalyzerAsync("""
        using System.ComponentModel.DataAnnotations;
        using FluentValidation;

        """ + Usings + """
        class Orders(HttpClient http, IValidator<Order> validator)
        {
            public async Task<string?> Fluent()
            {
                var order = await http.GetFromJsonAsync<Order>("orders");
                await validator.ValidateAndThrowAsync(order!);
                return order!.Id;
            }

            public async Task<string?> FluentResult()
            {
                var order = await http.GetFromJsonAsync<Order>("orders");
                var result = validator.Validate(order!);
                return result.IsValid ? order!.Id : null;
            }

            public async Task<string?> Annotations()
            {
                var order = await http.GetFromJsonAsync<Order>("orders");
                Validator.ValidateObject(order!, new ValidationContext(order!), validateAllProperties: true);
                return order!.Id;
            }
        }
        """);

    [Fact]
    public Task ValidatorNamesOption_IsQuiet() => new Verify.Test
    {
        TestCode = Usings + """
            interface IRules
            {
                void Inspect(Order order);
            }

            class Orders(HttpClient http, IRules rules)
            {
                public async Task<string?> Get()
                {
                    var order = await http.GetFromJsonAsync<Order>("orders");
                    rules.Inspect(order!);
                    return order!.Id;
                }
            }
            """,
        TestState = { AnalyzerConfigFiles = { ("/.editorconfig", "root = true\n[*.cs]\nintegration_analyzers.ia5001.validator_names = Inspect\n") } },
    }.RunAsync();

    [Fact]
    public Task TypeChecksItself_IsQuiet() => Verify.VerifyAnalyzerAsync(Usings + """
        class Strict
        {
            public required string Id { get; set; }
        }

        class Orders(HttpClient http)
        {
            public async Task<string> Get() => (await http.GetFromJsonAsync<Strict>("orders"))!.Id;
        }
        """);

    [Fact]
    public Task InboundBody_IsQuiet() => Verify.VerifyAnalyzerAsync("""
        using Microsoft.AspNetCore.Http;

        """ + Usings + """
        class Endpoint
        {
            public async Task<string?> Handle(HttpRequest request)
            {
                using var reader = new StreamReader(request.Body);
                var order = JsonSerializer.Deserialize<Order>(await reader.ReadToEndAsync());
                return order!.Id;
            }

            public async Task<string?> HandleRequest(HttpRequestMessage request) =>
                (await request.Content!.ReadFromJsonAsync<Order>())!.Id;
        }
        """);

    [Fact]
    public Task ConverterPlumbing_IsQuiet() => Verify.VerifyAnalyzerAsync(Usings + """
        class OrderConverter : System.Text.Json.Serialization.JsonConverter<Order>
        {
            public override Order Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
            {
                var order = JsonSerializer.Deserialize<Order>(ref reader, options);
                return order!;
            }

            public override void Write(Utf8JsonWriter writer, Order value, JsonSerializerOptions options) => writer.WriteNullValue();
        }
        """);
}
