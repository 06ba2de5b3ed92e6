using System.Threading.Tasks;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Payloads.IA5009JsonSentAsPlainText>;

namespace IntegrationAnalyzers.Tests.Rules.Payloads;

public sealed class IA5009JsonSentAsPlainTextFixTests
{
    [Fact]
    public Task FixIsOffered_AddsEncodingAndMediaType() => Verify.VerifyCodeFixAsync(
        """
        using System.Net.Http;
        using System.Text.Json;
        using System.Threading.Tasks;

        class Orders(HttpClient http)
        {
            public async Task Send(string id)
            {
                // As the partner wants it.
                using var response = await http.PostAsync("orders", [|new StringContent(JsonSerializer.Serialize(id) /* the order */)|]); // once
                response.EnsureSuccessStatusCode();
            }
        }
        """,
        """
        using System.Net.Http;
        using System.Text;
        using System.Text.Json;
        using System.Threading.Tasks;

        class Orders(HttpClient http)
        {
            public async Task Send(string id)
            {
                // As the partner wants it.
                using var response = await http.PostAsync("orders", new StringContent(JsonSerializer.Serialize(id), Encoding.UTF8, "application/json" /* the order */)); // once
                response.EnsureSuccessStatusCode();
            }
        }
        """);

    [Fact]
    public Task FixIsOffered_KeepsEncodingNamesAndLayout() => Verify.VerifyCodeFixAsync(
        """
        using System.Net.Http;
        using System.Text;
        using System.Text.Json;
        using System.Threading.Tasks;

        class Orders(HttpClient http)
        {
            public async Task Send(string id)
            {
                StringContent named = [|new(content: JsonSerializer.Serialize(id))|];
                using var first = await http.PostAsync("orders", named);
                first.EnsureSuccessStatusCode();
                using var second = await http.PostAsync("orders", [|new StringContent(
                    JsonSerializer.Serialize(id),
                    Encoding.Unicode)|]);
                second.EnsureSuccessStatusCode();
            }
        }
        """,
        """
        using System.Net.Http;
        using System.Text;
        using System.Text.Json;
        using System.Threading.Tasks;

        class Orders(HttpClient http)
        {
            public async Task Send(string id)
            {
                StringContent named = new(content: JsonSerializer.Serialize(id), encoding: Encoding.UTF8, mediaType: "application/json");
                using var first = await http.PostAsync("orders", named);
                first.EnsureSuccessStatusCode();
                using var second = await http.PostAsync("orders", new StringContent(
                    JsonSerializer.Serialize(id),
                    Encoding.Unicode,
                    "application/json"));
                second.EnsureSuccessStatusCode();
            }
        }
        """);

    [Fact]
    public Task FixIsOffered_OtherTypeNamedEncoding() => Verify.VerifyCodeFixAsync(
        """
        using System.Net.Http;
        using System.Text.Json;
        using System.Threading.Tasks;

        enum Encoding
        {
            None,
        }

        class Orders(HttpClient http)
        {
            public async Task Send(string id, Encoding encoding)
            {
                using var response = await http.PostAsync("orders/" + encoding, [|new StringContent(JsonSerializer.Serialize(id))|]);
                response.EnsureSuccessStatusCode();
            }
        }
        """,
        """
        using System.Net.Http;
        using System.Text.Json;
        using System.Threading.Tasks;

        enum Encoding
        {
            None,
        }

        class Orders(HttpClient http)
        {
            public async Task Send(string id, Encoding encoding)
            {
                using var response = await http.PostAsync("orders/" + encoding, new StringContent(JsonSerializer.Serialize(id), System.Text.Encoding.UTF8, "application/json"));
                response.EnsureSuccessStatusCode();
            }
        }
        """);
}
