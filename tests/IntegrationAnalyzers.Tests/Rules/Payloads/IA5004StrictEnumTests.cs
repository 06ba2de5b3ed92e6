using System.Threading.Tasks;
using IntegrationAnalyzers.Tests.Verification;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Payloads.IA5004StrictEnum>;

namespace IntegrationAnalyzers.Tests.Rules.Payloads;

public sealed class IA5004StrictEnumTests
{
    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.IO;
        using System.Linq;
        using System.Net.Http;
        using System.Net.Http.Json;
        using System.Text.Json;
        using System.Text.Json.Serialization;
        using System.Threading.Tasks;

        public enum Status { Unknown, Open, Closed }

        public enum Color { Red, Green }

        public sealed class Order
        {
            public string Status { get; set; } = "";
            public string? Color { get; set; }
            public List<Order> Lines { get; set; } = new();
        }

        """;

    private static string InMethod(string body) => Usings + """
        class Orders(HttpClient http)
        {
            public async Task<object?> Get(string id)
            {
                var order = await http.GetFromJsonAsync<Order>("orders/" + id) ?? throw new JsonException("no order");

        """ + body + """

            }
        }
        """;

    private static Task Reports(string body) => Verify.VerifyAnalyzerAsync(InMethod(body));

    private static Task IsQuiet(string body) => Verify.VerifyAnalyzerAsync(InMethod(body));

    [Fact]
    public Task Generic_Reports() => Reports("return [|Enum.Parse<Status>(order.Status)|];");

    [Fact]
    public Task ByType_Reports() => Reports("return (Status)[|Enum.Parse(typeof(Status), order.Status, true)|];");

    [Fact]
    public Task InALoopAndAQuery_Reports() => Reports("""
        foreach (var line in order.Lines)
            Console.WriteLine([|Enum.Parse<Color>(line.Color!, ignoreCase: true)|]);
        return order.Lines.Select(l => [|Enum.Parse<Status>(l.Status.Trim())|]).ToList();
        """);

    [Fact]
    public Task OwnExtensionThreeCallsAway_Reports() => Verify.VerifyAnalyzerAsync(Usings + """
        static class Texts
        {
            public static T ToEnum<T>(this string text) where T : struct, Enum => [|Enum.Parse<T>(text, true)|];
        }

        class Mapper
        {
            public Status Map(Order order) => order.Status.ToEnum<Status>();
        }

        class Orders(HttpClient http, Mapper mapper)
        {
            private async Task<Order> Load(string id) =>
                await http.GetFromJsonAsync<Order>("orders/" + id) ?? throw new JsonException("no order");

            public async Task<Status> Get(string id) => mapper.Map(await Load(id));
        }
        """);

    [Fact]
    public Task OfADocument_Reports() => Reports("""
        using var doc = JsonDocument.Parse(await http.GetStringAsync("orders"));
        return doc.RootElement.TryGetProperty("status", out var status) ? [|Enum.Parse<Status>(status.GetString()!)|] : null;
        """);

    [Theory]
    [InlineData("[|Enum.Parse<Status>(response.Content!)|]")]
    [InlineData("[|Enum.Parse<Status>(System.Text.Encoding.UTF8.GetString(response.RawBytes!))|]")]
    [InlineData("[|Enum.Parse<Status>(response.Data!.Status)|]")]
    [InlineData("Enum.Parse<Status>(response.StatusDescription!)")]
    [InlineData("Enum.Parse<Status>(response.Server!)")]
    public Task PartOfAResponse_ReportsThatOfTheBody(string parse) =>
        Verify.VerifyAnalyzerAsync("using RestSharp;\n" + InMethod($"var response = await new RestClient(id).ExecuteAsync<Order>(new RestRequest(\"o\")); return {parse};"));

    [Fact]
    public Task TryParse_IsQuiet() => IsQuiet("return Enum.TryParse<Status>(order.Status, out var status) ? status : Status.Unknown;");

    [Fact]
    public Task AskedBefore_IsQuiet() => IsQuiet("""
        if (!Enum.IsDefined(typeof(Status), order.Status))
            return Status.Unknown;
        return Enum.Parse<Status>(order.Status);
        """);

    [Fact]
    public Task Caught_IsQuiet() => IsQuiet("""
        try
        {
            return Enum.Parse<Status>(order.Status);
        }
        catch (ArgumentException)
        {
            return Status.Unknown;
        }
        """);

    [Fact]
    public Task FromElsewhere_IsQuiet() => IsQuiet("""
        var setting = Enum.Parse<Status>(Environment.GetEnvironmentVariable("STATUS") ?? "Open");
        var file = (Color)Enum.Parse(typeof(Color), File.ReadAllText("color"));
        var name = Enum.Parse<Color>("Red");
        return (setting, file, name, int.Parse(order.Status), Enum.Parse<Color>(id));
        """);

    [Fact]
    public Task EShopWebHooksApi_OwnCallersText_IsQuiet() => Verify.VerifyAnalyzerAsync("""
        using System;
        using System.Net.Http;
        using System.Threading.Tasks;

        public enum WebhookType { CatalogItemPriceChange, OrderShipped }

        public sealed record SubscriptionRequest(string Event, string Url);

        public static class WebHooksApi
        {
            public static async Task<WebhookType> Subscribe(SubscriptionRequest request, HttpClient http)
            {
                using var response = await http.GetAsync(request.Url);
                response.EnsureSuccessStatusCode();
                return Enum.Parse<WebhookType>(request.Event, ignoreCase: true);
            }
        }
        """);

    [Fact]
    public Task ConverterOnAPayloadsMember_Reports() => Verify.VerifyAnalyzerAsync(Usings + """
        public sealed class Shipment
        {
            [[|JsonConverter(typeof(JsonStringEnumConverter))|]]
            public Color Color { get; set; }

            [[|JsonConverter(typeof(JsonStringEnumConverter<Status>))|]]
            public Status? Status { get; set; }
        }

        class Shipments(HttpClient http)
        {
            public async Task<Shipment?> Get() => await http.GetFromJsonAsync<Shipment>("shipment");
        }
        """);

    [Fact]
    public Task ConverterOnAPayloadsParameterAndNewtonsoft_Report() => Verify.VerifyAnalyzerAsync(Usings + """
        public sealed record Part([property: [|JsonConverter(typeof(JsonStringEnumConverter))|]] Color Color);

        public sealed class Shipment
        {
            public List<Part>? Parts { get; set; }
        }

        public sealed class Parcel
        {
            [[|Newtonsoft.Json.JsonConverter(typeof(Newtonsoft.Json.Converters.StringEnumConverter))|]]
            public Color Color { get; set; }
        }

        class Shipments(HttpClient http)
        {
            public async Task<Shipment?> Get() => await http.GetFromJsonAsync<Shipment>("shipment");

            public async Task<Parcel?> Parcel() => Newtonsoft.Json.JsonConvert.DeserializeObject<Parcel>(await http.GetStringAsync("parcel"));
        }
        """);

    [Fact]
    public Task WinAcmeZoneStatus_ConverterOnTheEnum_Reports() => Verify.VerifyAnalyzerAsync(Usings + """
        [[|JsonConverter(typeof(JsonStringEnumConverter<ZoneStatus>))|]]
        public enum ZoneStatus { Ok, Updating }

        public sealed class Zone
        {
            public ZoneStatus Status { get; set; }
        }

        class Zones(HttpClient http)
        {
            public async Task<List<Zone>?> Get() => await http.GetFromJsonAsync<List<Zone>>("zones");
        }
        """);

    [Fact]
    public Task EShopOrderStatus_OwnModel_IsQuiet() => Verify.VerifyAnalyzerAsync(Usings + """
        [JsonConverter(typeof(JsonStringEnumConverter))]
        public enum OrderStatus { Submitted, Shipped }

        public sealed class Sale
        {
            [JsonConverter(typeof(JsonStringEnumConverter))]
            public Color Color { get; set; }

            public OrderStatus Status { get; set; }
        }

        class Sales(HttpClient http)
        {
            public Task Send(Sale sale) => http.PutAsJsonAsync("sales", sale);

            public Sale? Read() => JsonSerializer.Deserialize<Sale>(File.ReadAllText("sale.json"));
        }
        """);

    [Fact]
    public Task OwnConverter_IsQuiet() => Verify.VerifyAnalyzerAsync(Usings + """
        public sealed class TolerantConverter : JsonConverter<Color>
        {
            public override Color Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
                Enum.TryParse<Color>(reader.GetString(), out var color) ? color : Color.Red;

            public override void Write(Utf8JsonWriter writer, Color value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
        }

        public sealed class Shipment
        {
            [JsonConverter(typeof(TolerantConverter))]
            public Color Color { get; set; }
        }

        class Shipments(HttpClient http)
        {
            public async Task<Shipment?> Get() => await http.GetFromJsonAsync<Shipment>("shipment");
        }
        """);

    /// <summary>What a number that is too large throws is not what an unknown word throws.</summary>
    [Fact]
    public Task AnotherFailureCaught_Reports() => Reports("""
        try
        {
            return [|Enum.Parse<Status>(order.Status)|];
        }
        catch (OverflowException)
        {
            return Status.Unknown;
        }
        """);

    [Theory]
    [InlineData("Unknown")]
    [InlineData("Unspecified")]
    [InlineData("Unrecognized")]
    [InlineData("Undefined")]
    [InlineData("Other")]
    [InlineData("None")]
    [InlineData("NotSet")]
    public Task MemberForWhatIsNotKnown_FixIsOffered(string member) => Verify.VerifyCodeFixAsync(
        InMethod("        var kind = [|Enum.Parse<Kind>(order.Status)|];\n        return kind;") + $"\npublic enum Kind {{ Open, {member} }}\n",
        InMethod($"        var kind = Enum.TryParse<Kind>(order.Status, out var parsedKind) ? parsedKind : Kind.{member};\n        return kind;") + $"\npublic enum Kind {{ Open, {member} }}\n");

    [Fact]
    public Task FixIsOffered() => Verify.VerifyCodeFixAsync(
        InMethod("""
                var status = [|Enum.Parse<Status>(order.Status)|]; // of the order
                Status other = (Status)[|Enum.Parse(typeof(Status), order.Lines[0].Status, true)|];
                if ([|Enum.Parse<Status>(order.Status.Trim(), true)|] == Status.Open)
                    return other;
                return order.Lines.Select(l => [|Enum.Parse<Status>(l.Status)|].ToString()).First() + status;
        """),
        InMethod("""
                var status = Enum.TryParse<Status>(order.Status, out var statusElement) ? statusElement : Status.Unknown; // of the order
                Status other = Enum.TryParse<Status>(order.Lines[0].Status, true, out var statusElement2) ? statusElement2 : Status.Unknown;
                if ((Enum.TryParse<Status>(order.Status.Trim(), true, out var statusElement3) ? statusElement3 : Status.Unknown) == Status.Open)
                    return other;
                return order.Lines.Select(l => (Enum.TryParse<Status>(l.Status, out var statusElement4) ? statusElement4 : Status.Unknown).ToString()).First() + status;
        """.Replace("statusElement", "parsedStatus")));

    [Fact]
    public Task NoFix_WithoutAnUnknownMember() => Verify.VerifyNoFixAsync(InMethod("""
                object boxed = [|Enum.Parse(typeof(Status), order.Status)|];
                return ([|Enum.Parse<Color>(order.Color!)|], boxed);
        """));
}
