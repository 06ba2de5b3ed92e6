using System.Threading.Tasks;
using IntegrationAnalyzers.Tests.Verification;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Payloads.IA5001UncheckedPayload>;

namespace IntegrationAnalyzers.Tests.Rules.Payloads;

/// <summary>What public repositories do with payloads, in small.</summary>
public sealed class IA5001PayloadPatternTests
{
    private const string Usings = IA5001UncheckedPayloadTests.Usings;

    [Fact]
    public Task DevStoreService_GenericWrapperOfBaseClass_IsQuiet() => Verify.VerifyAnalyzerAsync(Usings + """
        #nullable disable
        public abstract class Service
        {
            protected async Task<T> DeserializeResponse<T>(HttpResponseMessage message)
            {
                var options = new JsonSerializerOptions { PropertyNameCaseInsensitive = true };
                return JsonSerializer.Deserialize<T>(await message.Content.ReadAsStringAsync(), options);
            }

            protected bool ManageResponseErrors(HttpResponseMessage response)
            {
                if ((int)response.StatusCode == 400)
                    return false;
                response.EnsureSuccessStatusCode();
                return true;
            }
        }

        public class CatalogService(HttpClient http) : Service
        {
            public async Task<Order> Get(int id)
            {
                var response = await http.GetAsync($"/catalog/{id}");
                ManageResponseErrors(response);
                return await DeserializeResponse<Order>(response);
            }
        }
        """);

    [Fact]
    public Task CallersThatCheckFirst_AreQuiet() => Verify.VerifyAnalyzerAsync(Usings + """
        #nullable disable
        public class Cart(HttpClient http)
        {
            private async Task<Order> Get() => await http.GetFromJsonAsync<Order>("/cart");

            public async Task<int> Count()
            {
                var order = await Get();
                if (order == null)
                    return 0;
                return order.Lines.Count;
            }
        }
        """);

    [Fact]
    public Task WinAcmeZeroSsl_ElseIfChain_IsQuiet() => Verify.VerifyAnalyzerAsync(Usings + """
        public class ZeroSsl(HttpClient http)
        {
            public async Task<Order?> Register()
            {
                var response = await http.PostAsync("/acme/eab", new StringContent(""));
                if (response.IsSuccessStatusCode)
                {
                    var content = await response.Content.ReadAsStringAsync();
                    var result = JsonSerializer.Deserialize<Order>(content);
                    if (result == null)
                    {
                        Console.WriteLine("Unexpected response");
                    }
                    else if (result.Success == true)
                    {
                        return result;
                    }
                    else if (result.Id != null)
                    {
                        Console.WriteLine("Error {0}", result.Id);
                    }
                }

                return null;
            }
        }
        """);

    [Fact]
    public Task AzureComputerVisionService_ThrowAtTheEnd_IsQuiet() => Verify.VerifyAnalyzerAsync(Usings + """
        public class VisionService(HttpClient http)
        {
            public async Task<Order> Vectorize(HttpRequestMessage request, CancellationToken ct)
            {
                using var response = await http.SendAsync(request, ct);
                response.EnsureSuccessStatusCode();
                var json = await response.Content.ReadAsStringAsync(ct);
                var result = JsonSerializer.Deserialize<Order>(json);

                return result ?? throw new InvalidOperationException("Failed to deserialize response");
            }
        }
        """);

    [Fact]
    public Task AzureApiClient_CarriedAsNullable_IsQuiet() => Verify.VerifyAnalyzerAsync(Usings + """
        public readonly record struct Answer(bool IsSuccessful, Order? Response);

        public class ApiClient(HttpClient http)
        {
            public async Task<Answer> Post()
            {
                var result = new Answer(false, null);
                var response = await http.PostAsync("chat", null);
                if (response.IsSuccessStatusCode)
                {
                    var answer = await response.Content.ReadFromJsonAsync<Order>();
                    return result with { IsSuccessful = answer is not null, Response = answer };
                }

                return result;
            }
        }
        """);

    [Fact]
    public Task BetBibleClient_HandedOnAsNullable_IsQuiet() => Verify.VerifyAnalyzerAsync(Usings + """
        public class BibleClient(HttpClient http)
        {
            public async Task<Order?> GetQuoteAsync(string search, CancellationToken ct)
            {
                try
                {
                    var response = await http.GetAsync(search, ct);
                    response.EnsureSuccessStatusCode();
                    var json = await response.Content.ReadAsStringAsync(ct);
                    return JsonSerializer.Deserialize<Order>(json);
                }
                catch (Exception ex)
                {
                    Console.WriteLine(ex);
                }

                return null;
            }
        }
        """);

    [Fact]
    public Task EShopRedisBasketRepository_OwnCache_IsQuiet() => Verify.VerifyAnalyzerAsync(Usings + """
        public interface IDatabase
        {
            Task<byte[]> StringGetAsync(string key);
        }

        public class RedisBasketRepository(IDatabase database, HttpClient http)
        {
            public HttpClient Http => http;

            public async Task<Order> GetBasketAsync(string id)
            {
                var data = await database.StringGetAsync(id);
                return JsonSerializer.Deserialize<Order>(data)!;
            }
        }
        """);

    [Fact]
    public Task ClaimsConfigurationAndQueue_AreQuiet() => Verify.VerifyAnalyzerAsync(Usings + """
        public class Sources(HttpClient http, Microsoft.Extensions.Configuration.IConfiguration configuration)
        {
            public HttpClient Http => http;

            public string? FromClaim(System.Security.Claims.ClaimsPrincipal user) =>
                JsonSerializer.Deserialize<Order>(user.FindFirst("order")!.Value)!.Id;

            public string? FromConfiguration() => JsonSerializer.Deserialize<Order>(configuration["order"]!)!.Id;

            public string? FromQueue(ReadOnlyMemory<byte> body) => JsonSerializer.Deserialize<Order>(body.Span)!.Id;
        }
        """);

    [Fact]
    public Task EShopWebHooksClient_DefaultList_IsQuiet() => Verify.VerifyAnalyzerAsync(Usings + """
        public class WebHooksClient(HttpClient client)
        {
            public async Task<IEnumerable<Order>> Load() => await client.GetFromJsonAsync<IEnumerable<Order>>("/api/webhooks") ?? [];
        }
        """);

    [Fact]
    public Task FailClosedUse_IsQuiet() => Verify.VerifyAnalyzerAsync(Usings + """
        public class Captcha(HttpClient http)
        {
            public async Task<bool> Verify(string token)
            {
                var r = await http.GetFromJsonAsync<Order>("verify?t=" + token);
                return r is not null && r.Success;
            }

            public async Task<bool> VerifyShort(string token) => (await http.GetFromJsonAsync<Order>("verify?t=" + token))?.Success == true;
        }
        """);

    [Fact]
    public Task MollieConverters_SerializerPlumbing_IsQuiet() => Verify.VerifyAnalyzerAsync(Usings + """
        public interface IJsonConverterService
        {
            T? Deserialize<T>(string json);
        }

        public class JsonConverterService(HttpClient http) : IJsonConverterService
        {
            public HttpClient Http => http;

            public T? Deserialize<T>(string json) => JsonSerializer.Deserialize<T>(json);
        }

        public class Metadata
        {
            public string? Raw { get; set; }

            public T? Get<T>() => Raw != null ? JsonSerializer.Deserialize<T>(Raw) : default;
        }
        """);

    [Fact]
    public Task DSharpPlusRestClient_ObjectOfAParsedDocument_IsQuiet() => Verify.VerifyAnalyzerAsync(Usings + """
        public static class Tokens
        {
            public static T To<T>(this Newtonsoft.Json.Linq.JToken token) => token.ToObject<T>()!;
        }

        public class Guilds(HttpClient http)
        {
            public async Task<Order> Get(string id)
            {
                var json = Newtonsoft.Json.Linq.JObject.Parse(await http.GetStringAsync(id));
                var order = json.To<Order>();
                order.Success = true;
                return order;
            }

            public async Task<int> Lines(string id)
            {
                var json = Newtonsoft.Json.Linq.JArray.Parse(await http.GetStringAsync(id));
                return json.ToObject<List<Order>>()!.Count;
            }

            public async Task<string?> Part(string id)
            {
                var json = Newtonsoft.Json.Linq.JToken.Parse(await http.GetStringAsync(id));
                return [|json.ToObject<Order>()|]!.Id;
            }
        }
        """);

    [Fact]
    public Task BtcPayClient_MethodsThatHandOnWhatAGenericReaderGives_AreQuiet() => Verify.VerifyAnalyzerAsync(Usings + """
        #nullable disable
        public partial class Client(HttpClient http)
        {
            private async Task<T> Send<T>(string path)
            {
                using var response = await http.GetAsync(path);
                response.EnsureSuccessStatusCode();
                return await Handle<T>(response);
            }

            private static async Task<T> Handle<T>(HttpResponseMessage response) => JsonConvert.DeserializeObject<T>(await response.Content.ReadAsStringAsync());
        }

        #nullable enable
        public partial class Client
        {
            public async Task<Order> One() => await Send<Order>("one");

            public async Task<Order[]> All()
            {
                return await Send<Order[]>("all");
            }

            public async Task<string?> Id() => (await [|Send<Order>("one")|]).Id;
        }
        """);

    [Theory]
    [InlineData("HostEnvironment", "", "")]
    [InlineData("OtherService", "[|", "|]")]
    public Task BlazorEcommerceClient_ServerOfThePage_IsQuiet(string host, string open, string close)
    {
        var test = new Verify.Test { TestCode = Usings + $$"""
            #nullable disable
            public class OrderService(HttpClient http)
            {
                public async Task<string> Get()
                {
                    var response = await {{open}}http.GetFromJsonAsync<Order>("api/order"){{close}};
                    return response.Id;
                }
            }
            """ };
        test.TestState.Sources.Add(("/0/Program.cs", """
            using System;
            using System.Net.Http;
            public sealed class Host { public string BaseAddress { get; } = "https://page.acme.com/"; }
            public sealed class WebAssemblyHostBuilder { public Host HOST { get; } = new(); public HttpClient Client { get; set; } = null!; }
            public static class Page
            {
                public static void Build(WebAssemblyHostBuilder builder) => builder.Client = new HttpClient { BaseAddress = new Uri(builder.HOST.BaseAddress), Timeout = TimeSpan.FromSeconds(9) };
            }
            """.Replace("HOST", host)));
        return test.RunAsync();
    }
}
