using System.Threading.Tasks;
using IntegrationAnalyzers.Tests.Verification;
using Xunit;
using static IntegrationAnalyzers.Tests.Rules.Payloads.IA5001UncheckedPayloadTests;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Payloads.IA5001UncheckedPayload>;

namespace IntegrationAnalyzers.Tests.Rules.Payloads;

/// <summary>Payloads that other libraries than System.Text.Json read.</summary>
public sealed class IA5001LibraryTests
{
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
}
