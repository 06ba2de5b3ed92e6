using System.Threading.Tasks;
using IntegrationAnalyzers.Tests.Verification;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Payloads.IA5001UncheckedPayload>;

namespace IntegrationAnalyzers.Tests.Rules.Payloads;

/// <summary>Payloads that public repositories trust, in small.</summary>
public sealed class IA5001TrustedPayloadPatternTests
{
    private const string Usings = IA5001UncheckedPayloadTests.Usings;

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
}
