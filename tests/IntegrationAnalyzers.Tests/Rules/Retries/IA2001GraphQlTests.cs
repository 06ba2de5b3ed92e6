using System.Threading.Tasks;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Retries.IA2001RetriedWriteWithoutIdempotencyKey>;

namespace IntegrationAnalyzers.Tests.Rules.Retries;

/// <summary>GraphQL sends queries and mutations by POST to one address: the document tells them apart.</summary>
public sealed class IA2001GraphQlTests
{
    private const string Usings = """
        using System;
        using System.Net.Http;
        using System.Net.Http.Json;
        using System.Text.Json;
        using System.Threading.Tasks;

        """;

    private static string Sent(string body, string address = "graphql.json", string call = "http.[|PostAsJsonAsync|]") => Usings + $$"""
        static class Documents
        {
            public const string Create = "mutation orderCreate($order: OrderInput!) { orderCreate(order: $order) { id } }";
            public const string Find = "query { orders(first: 5) { id } }";
            public static readonly string Pay = @"
                mutation {
                    pay: paymentCapture(id: 5) { id }
                }";
        }

        class Orders(HttpClient http)
        {
            public async Task<HttpResponseMessage> Place(string key)
            {
                for (var attempt = 1; ; attempt++)
                {
                    try
                    {
                        {{body}}
                        return await {{call}}("{{address}}", payload);
                    }
                    catch (HttpRequestException) when (attempt < 3)
                    {
                        await Task.Delay(1000 << attempt);
                    }
                }
            }
        }
        """;

    [Theory]
    [InlineData("const string query = \"mutation orderCreate { orderCreate { id } }\"; var payload = new { query };")]
    [InlineData("var payload = new { query = Documents.Create };")]
    [InlineData("var payload = new { query = Documents.Pay, variables = new { amount = 5 } };")]
    [InlineData("var payload = new { query = $\"mutation {{ orderCreate(id: {key.Length}) {{ id }} }}\" };")]
    [InlineData("var payload = \"{\\\"query\\\": \\\"mutation { orderCreate { id } }\\\"}\";")]
    [InlineData("var payload = \"mutation { deletedOrder: orderCreate { id } }\";")]
    public Task MutationInAConstantText_Reports(string body) => Verify.VerifyAnalyzerAsync(Sent(body));

    [Theory]
    [InlineData("const string query = \"query orders { orders { id } }\"; var payload = new { query };", "graphql.json")]
    [InlineData("var payload = new { query = Documents.Find };", "graphql.json")]
    [InlineData("var payload = new { query = \"{ mutation { id } }\" };", "graphql.json")]
    [InlineData("var payload = new { query = Documents.Find };", "v2")]
    [InlineData("var payload = \"{\\\"query\\\": \\\"query { orders { id } }\\\"}\";", "v2")]
    [InlineData("var payload = new { text = key };", "graphql.json")]
    [InlineData("var payload = new { query = \"mutation is a word { of mine\" + key };", "search")]
    public Task QueryInAConstantText_IsQuiet(string body, string address) => Verify.VerifyAnalyzerAsync(Sent(body, address, "http.PostAsJsonAsync"));

    [Theory]
    [InlineData("var payload = new { query = \"mutation { inventorySetQuantities(quantity: 5) { id } }\" };")]
    [InlineData("var payload = new { query = \"mutation Remove($id: ID!) { order_delete(id: $id) { id } }\" };")]
    public Task MutationThatSetsOrRemoves_IsQuiet(string body) => Verify.VerifyAnalyzerAsync(Sent(body, call: "http.PostAsJsonAsync"));

    [Theory]
    [InlineData("var payload = new { query = \"mutation { orderCreate(input: { clientMutationId: 5 }) { id } }\" };")]
    [InlineData("var payload = new { query = \"mutation M($k: ID!) { orderCreate @idempotent(key: $k) { id } }\", variables = new { k = key } };")]
    [InlineData("var payload = new { query = Documents.Create, variables = new { idempotencyKey = key } };")]
    public Task MutationWithAKey_IsQuiet(string body) => Verify.VerifyAnalyzerAsync(Sent(body, call: "http.PostAsJsonAsync"));

    private static string Handed(string callers, string call) => Usings + $$"""
        class ShopClient(HttpClient http)
        {
            private async Task<string> PostGraphqlAsync(string query, object? variables)
            {
                var serialized = JsonSerializer.Serialize(new { query, variables });
                HttpResponseMessage response = null!;
                for (var attempt = 1; attempt <= 3; attempt++)
                {
                    using var content = new StringContent(serialized);
                    response = await http.{{call}}("graphql.json", content);
                    if ((int)response.StatusCode >= 500 && attempt < 3)
                    {
                        await Task.Delay(5000 * attempt);
                        continue;
                    }

                    break;
                }

                return await response.Content.ReadAsStringAsync();
            }

            private Task<string> Run(string document, object? variables) => PostGraphqlAsync(document, variables);

            public Task<string> Orders() => PostGraphqlAsync("query { orders { id } }", null);

        {{callers}}
        }
        """;

    [Theory]
    [InlineData("public Task<string> Create() => PostGraphqlAsync(\"mutation { orderCreate { id } }\", null);")]
    [InlineData("public Task<string> Create() => Run(\"mutation { orderCreate { id } }\", null);")]
    [InlineData("public Task<string> Create() { const string mutation = \"mutation { orderCreate { id } }\"; var variables = new { name = 5 }; return PostGraphqlAsync(mutation, variables); }")]
    public Task MutationThatACallerHandsToTheRetryingMethod_Reports(string callers) => Verify.VerifyAnalyzerAsync(Handed(callers, "[|PostAsync|]"));

    [Theory]
    [InlineData("public Task<string> Products() => Run(\"query { products { id } }\", null);")]
    [InlineData("public Task<string> Set() => Run(\"mutation { stockSet { id } }\", null);")]
    [InlineData("public Task<string> Any(string document) => Run(document, null);")]
    [InlineData("public Task<string> Create(string key) => PostGraphqlAsync(\"mutation { orderCreate { id } }\", new { idempotencyKey = key });")]
    public Task DocumentsOfCallersThatAskOrHaveAKey_AreQuiet(string callers) => Verify.VerifyAnalyzerAsync(Handed(callers, "PostAsync"));
}
