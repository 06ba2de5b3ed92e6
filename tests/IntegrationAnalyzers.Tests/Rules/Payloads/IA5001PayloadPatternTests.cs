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
    public Task DevStoreService_CallerDereferences_ReportsAtTheWrappersCall() => Verify.VerifyAnalyzerAsync(Usings + """
        #nullable disable
        public abstract class Service
        {
            protected async Task<T> DeserializeResponse<T>(HttpResponseMessage message) =>
                JsonSerializer.Deserialize<T>(await message.Content.ReadAsStringAsync());
        }

        public interface ICartService
        {
            Task<Order> Get();
        }

        public class CartService(HttpClient http) : Service, ICartService
        {
            public async Task<Order> Get()
            {
                var response = await http.GetAsync("/cart");
                response.EnsureSuccessStatusCode();
                return await [|DeserializeResponse<Order>(response)|];
            }
        }

        public class CartController(ICartService cart)
        {
            public async Task<int> Show()
            {
                var order = await cart.Get();
                return order.Lines.Count;
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
    public Task MpesaLibMpesaClient_DeserializeAndDereference_Reports() => Verify.VerifyAnalyzerAsync(Usings + """
        #nullable disable
        public static class JsonStreamHelper
        {
            public static object DeserializeFromStream(Stream stream)
            {
                using (var reader = new StreamReader(stream))
                using (var json = new JsonTextReader(reader))
                {
                    return new Newtonsoft.Json.JsonSerializer().Deserialize(json);
                }
            }
        }

        public class MpesaClient(HttpClient http)
        {
            public async Task<string> RequestAccessToken(HttpRequestMessage request, CancellationToken ct)
            {
                var response = await http.SendAsync(request, ct);
                var content = await response.Content.ReadAsStreamAsync();
                var data = JsonStreamHelper.DeserializeFromStream(content);
                var strData = JsonConvert.SerializeObject(data);
                if (response.IsSuccessStatusCode == false)
                    throw new InvalidOperationException(strData);
                return [|JsonConvert.DeserializeObject<Order>(strData)|].Id;
            }
        }
        """);

    [Fact]
    public Task MpesaSdkNet_ErrorBodyInElse_IsQuietAndResultReports() => Verify.VerifyAnalyzerAsync(Usings + """
        #nullable disable
        public class MpesaClient(HttpClient http)
        {
            public async Task<string> Token()
            {
                var result = new Order();
                var response = await http.GetAsync("token");
                if (response.IsSuccessStatusCode)
                {
                    using (var stream = await response.Content.ReadAsStreamAsync())
                    {
                        result = await [|JsonSerializer.DeserializeAsync<Order>(stream)|];
                    }
                }
                else
                {
                    var failure = new Order();
                    using (var stream = await response.Content.ReadAsStreamAsync())
                    {
                        failure = await JsonSerializer.DeserializeAsync<Order>(stream);
                    }

                    throw new InvalidOperationException(failure.Id);
                }

                return result.Id;
            }
        }
        """);

    [Fact]
    public Task EShopOrderingService_ForgivenTask_Reports() => Verify.VerifyAnalyzerAsync(Usings + """
        public class OrderingService(HttpClient httpClient)
        {
            private readonly string remoteServiceBaseUrl = "/api/Orders/";

            public Task<Order[]> GetOrders()
            {
                return [|httpClient.GetFromJsonAsync<Order[]>(remoteServiceBaseUrl)|]!;
            }
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
    public Task SimplCommerceThemeApi_ReadAsAsync_Reports() => new Verify.Test
    {
        References = TestReferences.Net.With(TestReferences.WebApiClient),
        TestCode = """
            using System.Net.Http;
            using System.Threading.Tasks;

            public class Project
            {
                public bool IsInstalled { get; set; }
            }

            public class ThemeApi(HttpClient client)
            {
                public async Task<Project> Get(string name)
                {
                    var response = await client.GetAsync("/api/projects/" + name);
                    response.EnsureSuccessStatusCode();
                    var project = await [|response.Content.ReadAsAsync<Project>()|];
                    project.IsInstalled = true;
                    return project;
                }
            }
            """,
    }.RunAsync();

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
    public Task RequestrrSonarr_CalledThroughFactoryOfClients_Reports() => Verify.VerifyAnalyzerAsync(Usings + """
        #nullable disable
        public class SonarrClient
        {
            private static Task<HttpResponseMessage> HttpGetAsync(HttpClient client, string url) => client.GetAsync(url);

            public static async Task<IList<Order>> GetRootPaths(HttpClient client)
            {
                try
                {
                    var response = await HttpGetAsync(client, "/rootfolder");
                    var jsonResponse = await response.Content.ReadAsStringAsync();
                    return [|JsonConvert.DeserializeObject<IList<Order>>(jsonResponse)|];
                }
                catch (Exception)
                {
                    throw;
                }
            }
        }

        public class SonarrController(HttpClient client)
        {
            public async Task<string[]> Paths()
            {
                var paths = await SonarrClient.GetRootPaths(client);
                return paths.Select(x => x.Id).ToArray();
            }
        }
        """);

    [Fact]
    public Task ShareXUploader_TextThroughStackedBaseMethods_Reports() => Verify.VerifyAnalyzerAsync("using System.Net;\n" + Usings + """
        #nullable disable
        #pragma warning disable SYSLIB0014
        public class ResponseInfo
        {
            public string ResponseText { get; set; }
        }

        public abstract class Uploader
        {
            internal string SendRequest(string url) => SendRequest(url, (Stream)null);

            protected string SendRequest(string url, Stream data)
            {
                using (HttpWebResponse webResponse = GetResponse(url))
                {
                    return ProcessWebResponseText(webResponse);
                }
            }

            protected HttpWebResponse GetResponse(string url)
            {
                try
                {
                    return (HttpWebResponse)WebRequest.Create(url).GetResponse();
                }
                catch (WebException)
                {
                    return null;
                }
            }

            private ResponseInfo ProcessWebResponse(HttpWebResponse response)
            {
                if (response != null)
                {
                    ResponseInfo responseInfo = new ResponseInfo();
                    using (Stream responseStream = response.GetResponseStream())
                    using (StreamReader reader = new StreamReader(responseStream, System.Text.Encoding.UTF8))
                    {
                        responseInfo.ResponseText = reader.ReadToEnd();
                    }

                    return responseInfo;
                }

                return null;
            }

            private string ProcessWebResponseText(HttpWebResponse response)
            {
                ResponseInfo responseInfo = ProcessWebResponse(response);
                if (responseInfo != null)
                {
                    return responseInfo.ResponseText;
                }

                return null;
            }
        }

        public sealed class LobFile : Uploader
        {
            public string FetchApiKey(string url)
            {
                string response = SendRequest(url);
                if (!string.IsNullOrEmpty(response))
                {
                    Order apiKey = [|JsonConvert.DeserializeObject<Order>(response)|];
                    if (apiKey.Success)
                        return apiKey.Id;
                }

                return null;
            }
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
