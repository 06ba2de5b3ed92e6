using System.Threading.Tasks;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Payloads.IA5005OpenSwitch>;

namespace IntegrationAnalyzers.Tests.Rules.Payloads;

public sealed class IA5005OpenSwitchTests
{
    internal const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.IO;
        using System.Linq;
        using System.Net;
        using System.Net.Http;
        using System.Net.Http.Json;
        using System.Text.Json;
        using System.Threading.Tasks;

        public enum Kind { Card, Transfer, Cash }

        public sealed class Payment
        {
            public string Status { get; set; } = "";
            public string? Token { get; set; }
            public Kind Kind { get; set; }
            public Kind? Other { get; set; }
            public List<Payment> Parts { get; set; } = new();
        }

        """;

    internal static string InMethod(string body) => Usings + """
        class Payments(HttpClient http)
        {
            private int _count;

            public async Task<string?> Get(string id)
            {
                var payment = await http.GetFromJsonAsync<Payment>("payments/" + id) ?? throw new JsonException("no payment");

        """ + body + """

            }

            private void Count(string text) => _count += text.Length;
        }
        """;

    private static Task Reports(string body) => Verify.VerifyAnalyzerAsync(InMethod(body));

    private static Task IsQuiet(string body) => Verify.VerifyAnalyzerAsync(InMethod(body));

    [Fact]
    public Task Text_Reports() => Reports("""
        [|switch|] (payment.Status)
        {
            case "paid":
                Count("a");
                break;
            case "open":
                Count("b");
                break;
        }

        return null;
        """);

    [Fact]
    public Task Enum_Reports() => Reports("""
        [|switch|] (payment.Kind)
        {
            case Kind.Card:
                Count("a");
                break;
            case Kind.Cash:
                Count("b");
                break;
        }

        [|switch|] (payment.Other)
        {
            case Kind.Card when payment.Token is null:
                return "a";
            case Kind.Cash:
                Count("b");
                break;
        }

        return null;
        """);

    [Fact]
    public Task Expression_Reports() => Reports("""
        var name = payment.Status.ToLower() [|switch|]
        {
            "paid" => "a",
            "open" => "b",
        };
        return name;
        """);

    /// <summary>What stands in where there is none says nothing of where the text is from.</summary>
    [Theory]
    [InlineData("doc.RootElement.TryGetProperty(\"status\", out var status) ? status.GetString() : null")]
    [InlineData("doc.RootElement.TryGetProperty(\"status\", out var status) ? status.GetString() : \"open\"")]
    [InlineData("id.Length == 0 ? null : doc.RootElement.GetProperty(\"status\").GetString()")]
    public Task ChoiceOfATextAndAConstant_Reports(string text) => Reports($$"""
        using var doc = JsonDocument.Parse(await http.GetStringAsync("payments"));
        var text = {{text}};
        return text [|switch|]
        {
            "paid" => "a",
            "open" => "b",
        };
        """);

    [Theory]
    [InlineData("id.Length > 3 ? id : null")]
    [InlineData("id.Length > 3 ? \"paid\" : \"open\"")]
    [InlineData("id.Length > 3 ? payment.Status : id")]
    public Task ChoiceOfOtherTexts_IsQuiet(string text) => IsQuiet($$"""
        var text = {{text}};
        return text switch
        {
            "paid" => "a",
            "open" => "b",
        };
        """);

    [Fact]
    public Task OfADocument_Reports() => Reports("""
        using var doc = JsonDocument.Parse(await http.GetStringAsync("payments"));
        if (doc.RootElement.TryGetProperty("status", out var status))
        {
            [|switch|] (status.GetString())
            {
                case "paid":
                    Count("a");
                    break;
                case "open":
                    Count("b");
                    break;
            }
        }

        return null;
        """);

    [Fact]
    public Task AllLeaveAndNothingFollows_Reports() => Verify.VerifyAnalyzerAsync(Usings + """
        class Payments(HttpClient http)
        {
            public async Task Refresh()
            {
                var payment = await http.GetFromJsonAsync<Payment>("payment") ?? throw new JsonException("no payment");
                [|switch|] (payment.Status)
                {
                    case "paid":
                        Console.WriteLine("a");
                        return;
                    case "open":
                        Console.WriteLine("b");
                        return;
                }
            }
        }
        """);

    [Fact]
    public Task ParameterThreeCallsAway_Reports() => Verify.VerifyAnalyzerAsync(Usings + """
        class Api(HttpClient http)
        {
            private async Task<T> Load<T>(string path) => await http.GetFromJsonAsync<T>(path) ?? throw new JsonException("nothing");

            public async Task<Payment> Payment(string id) => await Load<Payment>("payments/" + id);
        }

        class Payments(Api api)
        {
            public async Task Show(string id)
            {
                var payment = await api.Payment(id);
                Show(payment);
            }

            private static void Show(Payment payment) => Print(payment.Status);

            private static void Print(string status)
            {
                [|switch|] (status)
                {
                    case "paid":
                        Console.WriteLine("a");
                        break;
                    case "open":
                        Console.WriteLine("b");
                        break;
                }
            }
        }
        """);

    [Fact]
    public Task Default_IsQuiet() => IsQuiet("""
        switch (payment.Status)
        {
            case "paid":
                Count("a");
                break;
            case "open":
                Count("b");
                break;
            default:
                break;
        }

        switch (payment.Status)
        {
            case "paid":
                Count("a");
                break;
            case var other:
                Count(other);
                break;
        }

        return payment.Status switch { "paid" => "a", "open" => "b", _ => null };
        """);

    [Fact]
    public Task EveryArmReturnsAndCodeFollows_IsQuiet() => IsQuiet("""
        switch (payment.Status)
        {
            case "paid":
                return "a";
            case "open":
                {
                    return "b";
                }
        }

        throw new InvalidOperationException("unknown status");
        """);

    [Fact]
    public Task SetBefore_IsQuiet() => IsQuiet("""
        var name = "unknown";
        switch (payment.Status)
        {
            case "paid":
                name = "a";
                break;
            case "open":
                name = "b";
                break;
        }

        return name;
        """);

    [Fact]
    public Task CompleteEnum_IsQuiet() => IsQuiet("""
        switch (payment.Kind)
        {
            case Kind.Card:
                Count("a");
                break;
            case Kind.Cash:
            case Kind.Transfer:
                Count("b");
                break;
        }

        return null;
        """);

    [Fact]
    public Task OneOfMany_IsQuiet() => IsQuiet("""
        foreach (var part in payment.Parts)
        {
            switch (part.Status)
            {
                case "paid":
                    Count("a");
                    break;
                case "open":
                    Count("b");
                    break;
            }
        }

        return null;
        """);

    [Fact]
    public Task StatusAndValueKind_AreQuiet() => IsQuiet("""
        using var response = await http.GetAsync("payments");
        switch (response.StatusCode)
        {
            case HttpStatusCode.NotFound:
                Count("a");
                break;
            case HttpStatusCode.Conflict:
                Count("b");
                break;
        }

        switch (response.ReasonPhrase)
        {
            case "a":
                Count("a");
                break;
            case "b":
                Count("b");
                break;
        }

        using var doc = JsonDocument.Parse(await http.GetStringAsync("payments"));
        switch (doc.RootElement.ValueKind)
        {
            case JsonValueKind.Array:
                Count("a");
                break;
            case JsonValueKind.Object:
                Count("b");
                break;
        }

        return null;
        """);

    [Fact]
    public Task FromElsewhere_IsQuiet() => IsQuiet("""
        switch (id)
        {
            case "a":
                Count("a");
                break;
            case "b":
                Count("b");
                break;
        }

        switch (File.ReadAllText("mode"))
        {
            case "a":
                Count("a");
                break;
            case "b":
                Count("b");
                break;
        }

        return null;
        """);

    [Fact]
    public Task WebhookEvents_AreQuiet() => Verify.VerifyAnalyzerAsync(Usings + """
        public class WebhookController : Microsoft.AspNetCore.Mvc.ControllerBase
        {
            public async Task Post()
            {
                using var doc = await JsonDocument.ParseAsync(Request.Body);
                switch (doc.RootElement.TryGetProperty("type", out var type) ? type.GetString() : null)
                {
                    case "payment.paid":
                        Console.WriteLine("a");
                        break;
                    case "payment.refused":
                        Console.WriteLine("b");
                        break;
                }
            }
        }
        """);

    [Fact]
    public Task OneCase_IsQuiet() => IsQuiet("""
        switch (payment.Status)
        {
            case "paid":
                Count("a");
                break;
        }

        return null;
        """);
}
