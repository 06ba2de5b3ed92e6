using System.Threading.Tasks;
using Xunit;
using static IntegrationAnalyzers.Tests.Rules.Payloads.IA5001UncheckedPayloadTests;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Payloads.IA5001UncheckedPayload>;

namespace IntegrationAnalyzers.Tests.Rules.Payloads;

/// <summary>Payloads that somebody checks, by hand or by a library, and what is no payload of an upstream.</summary>
public sealed class IA5001CheckedPayloadTests
{
    private static Task IsQuiet(string body) => Verify.VerifyAnalyzerAsync(InMethod(body));

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

    [Fact]
    public Task OwnReaderThatThrowsOnNull_IsQuiet() => Verify.VerifyAnalyzerAsync(
        Usings + """
        #nullable disable
        static class Contents
        {
            public static async Task<T> ReadAs<T>(this HttpContent content) =>
                JsonSerializer.Deserialize<T>(await content.ReadAsStringAsync()) ?? throw new InvalidOperationException("none");
        }

        class Orders(HttpClient http)
        {
            public async Task<string> Get()
            {
                var response = await http.GetAsync("orders");
                response.EnsureSuccessStatusCode();
                var order = await response.Content.ReadAs<Order>();
                return order.Id;
            }
        }
        """);

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

    [Theory]
    [InlineData("JsonSerializerOptions.Strict")]
    [InlineData("new JsonSerializerOptions { RespectNullableAnnotations = true }")]
    [InlineData("new JsonSerializerOptions(JsonSerializerDefaults.Web) { WriteIndented = true, RespectNullableAnnotations = true }")]
    public Task OptionsThatRefuseWhatIsMissing_AreQuiet(string options) =>
        IsQuiet($"var options = {options}; var order = await http.GetFromJsonAsync<Order>(\"orders\", options); return order!.Id;");

    [Theory]
    [InlineData("JsonSerializerOptions.Web")]
    [InlineData("new JsonSerializerOptions(JsonSerializerDefaults.Web)")]
    [InlineData("new JsonSerializerOptions { WriteIndented = true }")]
    [InlineData("new JsonSerializerOptions { RespectNullableAnnotations = false }")]
    public Task OptionsThatTakeWhatever_Report(string options) =>
        Reports($"var options = {options}; var order = await [|http.GetFromJsonAsync<Order>(\"orders\", options)|]; return order!.Id;");

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

    [Theory]
    [InlineData("if (Order == null) return false;")]
    [InlineData("if (Order is not { } known) return false; Console.WriteLine(known.Id);")]
    [InlineData("if (this.Order is null) throw new InvalidOperationException();")]
    [InlineData("return Order?.Id is not null;")]
    public Task StoredInAPropertyAndAskedAboutNext_IsQuiet(string next) => Verify.VerifyAnalyzerAsync(
        Usings + $$"""
        class Page(HttpClient http)
        {
            public Order Order { get; set; } = new();

            public async Task<bool> Load()
            {
                try
                {
                    Order = await http.GetFromJsonAsync<Order>("orders");
                    {{next}}
                }
                catch (HttpRequestException)
                {
                    Order = new Order();
                }

                return true;
            }
        }
        """);

    [Fact]
    public Task OwnGenericReader_AllCallersAsk_IsQuiet() =>
        Verify.VerifyAnalyzerAsync(GenericReader("if (orders is null) return 0;", "JsonSerializer.Deserialize<T>(await response.Content.ReadAsStringAsync())"));

    [Fact]
    public Task OwnGenericReader_OneCallerDoesNotAsk_Reports() =>
        Verify.VerifyAnalyzerAsync(GenericReader("", "[|JsonSerializer.Deserialize<T>(await response.Content.ReadAsStringAsync())|]"));

    /// <summary>An own reader with two callers: the first asks, the second as given.</summary>
    private static string GenericReader(string question, string read) =>
        Usings + $$"""
        class Numbers(HttpClient http)
        {
            public async Task<string?> Second()
            {
                var order = await Send<Order>("b");
                return order == null ? null : order.Id;
            }

            public async Task<int> Count()
            {
                var orders = await Send<List<Order>>("c");
                {{question}}
                return orders.Count;
            }

            private async Task<T> Send<T>(string path)
            {
                var response = await http.PostAsync(path, null);
                response.EnsureSuccessStatusCode();
                return {{read}}!;
            }
        }
        """;
}
