using System.Threading.Tasks;
using Xunit;
using static IntegrationAnalyzers.Tests.Rules.Secrets.IA3008SecretInUrlTests;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Secrets.IA3008SecretInUrl>;

namespace IntegrationAnalyzers.Tests.Rules.Secrets;

public sealed class IA3008FixTests
{
    [Fact]
    public Task RequestMessage_FixMovesTheKeyToTheProvidersHeader() => Verify.VerifyCodeFixAsync(
        Usings + """
        class Client(HttpClient http, string apiKey, string accessToken)
        {
            public async Task<string> Videos(string q)
            {
                // The search.
                using var request = new HttpRequestMessage(HttpMethod.Get, $"https://youtube.googleapis.com/youtube/v3/search?key=[|{Uri.EscapeDataString(apiKey)}|]&q={q}"); // first page
                using var response = await http.SendAsync(request);
                return await response.Content.ReadAsStringAsync();
            }

            public async Task<string> Me()
            {
                var message = new HttpRequestMessage(HttpMethod.Get, $"https://graph.facebook.com/me?access_token=[|{accessToken}|]");
                using var response = await http.SendAsync(message);
                return await response.Content.ReadAsStringAsync();
            }
        }
        """,
        Usings + """
        class Client(HttpClient http, string apiKey, string accessToken)
        {
            public async Task<string> Videos(string q)
            {
                // The search.
                using var request = new HttpRequestMessage(HttpMethod.Get, $"https://youtube.googleapis.com/youtube/v3/search?q={q}"); // first page
                request.Headers.Add("X-Goog-Api-Key", apiKey);
                using var response = await http.SendAsync(request);
                return await response.Content.ReadAsStringAsync();
            }

            public async Task<string> Me()
            {
                var message = new HttpRequestMessage(HttpMethod.Get, "https://graph.facebook.com/me");
                message.Headers.Add("Authorization", "Bearer " + accessToken);
                using var response = await http.SendAsync(message);
                return await response.Content.ReadAsStringAsync();
            }
        }
        """);

    [Fact]
    public Task KeyBehindABaseAddressAlone_FixLeavesTheAddress() => Verify.VerifyCodeFixAsync(
        Usings + """
        class Client(HttpClient http, string apiKey)
        {
            private const string Base = "https://youtube.googleapis.com/youtube/v3/search";

            public async Task<string> Latest(CancellationToken token)
            {
                var url = $"{Base}?key=[|{apiKey}|]";
                using var response = await http.GetAsync(url, token);
                return await response.Content.ReadAsStringAsync(token);
            }
        }
        """,
        Usings + """
        class Client(HttpClient http, string apiKey)
        {
            private const string Base = "https://youtube.googleapis.com/youtube/v3/search";

            public async Task<string> Latest(CancellationToken token)
            {
                var url = Base;
                using var request = new HttpRequestMessage(HttpMethod.Get, url);
                request.Headers.Add("X-Goog-Api-Key", apiKey);
                using var response = await http.SendAsync(request, token);
                return await response.Content.ReadAsStringAsync(token);
            }
        }
        """);

    [Fact]
    public Task GetAsync_FixMakesARequest() => Verify.VerifyCodeFixAsync(
        Usings + """
        class Client(HttpClient http, string apiKey)
        {
            public async Task<string> News(string q, CancellationToken token)
            {
                var request = q;

                // All of them.
                using var response = await http.GetAsync($"https://newsapi.org/v2/everything?q={request}&apiKey=[|{apiKey}|]&page=1", token);
                return await response.Content.ReadAsStringAsync(token);
            }
        }
        """,
        Usings + """
        class Client(HttpClient http, string apiKey)
        {
            public async Task<string> News(string q, CancellationToken token)
            {
                var request = q;

                // All of them.
                using var request2 = new HttpRequestMessage(HttpMethod.Get, $"https://newsapi.org/v2/everything?q={request}&page=1");
                request2.Headers.Add("X-Api-Key", apiKey);
                using var response = await http.SendAsync(request2, token);
                return await response.Content.ReadAsStringAsync(token);
            }
        }
        """);

    [Theory]
    [InlineData("AddQueryParameter")]
    [InlineData("AddParameter")]
    public Task RestSharp_FixAddsAHeader(string writer)
    {
        const string config = "root = true\n[*.cs]\nintegration_analyzers.ia3008.header = X-Acme-Key\n";
        var test = new Verify.Test
        {
            TestCode = $$"""
                using System.Threading.Tasks;
                using RestSharp;

                class Client(RestClient client, string apiKey)
                {
                    public Task<RestResponse> Get()
                    {
                        var request = new RestRequest("search");
                        request.{{writer}}("api_key", [|apiKey|]); // theirs
                        return client.ExecuteAsync(request);
                    }
                }
                """,
            FixedCode = """
                using System.Threading.Tasks;
                using RestSharp;

                class Client(RestClient client, string apiKey)
                {
                    public Task<RestResponse> Get()
                    {
                        var request = new RestRequest("search");
                        request.AddHeader("X-Acme-Key", apiKey); // theirs
                        return client.ExecuteAsync(request);
                    }
                }
                """,
        };
        test.TestState.AnalyzerConfigFiles.Add(("/.editorconfig", config));
        return test.RunAsync();
    }

    [Fact]
    public Task HeaderNotKnownOrRequestNotAtHand_NoFix() => Verify.VerifyNoFixAsync(Usings + """
        class Client(HttpClient http, string apiKey, string clientSecret)
        {
            public async Task<HttpResponseMessage> A()
            {
                var response = await http.GetAsync($"https://api.acmepay.com/v1?client_secret=[|{clientSecret}|]");
                return response;
            }

            public Task<string> B() => http.GetStringAsync($"https://newsapi.org/v2/everything?apiKey=[|{apiKey}|]");
        }
        """);

    [Fact]
    public Task ReadsAndWritesOfHttpClient_FixMakesARequest() => Verify.VerifyCodeFixAsync(
        Usings + """
        class Order { public string? Id { get; set; } }

        class Client(HttpClient http, string apiKey, string accessToken)
        {
            public async Task<string> Text(CancellationToken token)
            {
                // The first page.
                var text = await http.GetStringAsync($"orders?page=1&api_key=[|{Uri.EscapeDataString(apiKey)}|]", token).ConfigureAwait(false);
                return text;
            }

            public async Task<Order> Json(CancellationToken token)
            {
                var url = $"orders/last?access_token=[|{accessToken}|]";
                return await http.GetFromJsonAsync<Order>(url, token) ?? throw new InvalidOperationException("none");
            }

            public async Task Post(HttpContent content)
            {
                string url = $"orders?api_key=[|{apiKey}|]&notify=true";
                using var response = await http.PostAsync(url, content);
                response.EnsureSuccessStatusCode();
            }
        }
        """,
        Usings + """
        class Order { public string? Id { get; set; } }

        class Client(HttpClient http, string apiKey, string accessToken)
        {
            public async Task<string> Text(CancellationToken token)
            {
                // The first page.
                using var request = new HttpRequestMessage(HttpMethod.Get, "orders?page=1");
                request.Headers.Add("X-Api-Key", apiKey);
                using var response = await http.SendAsync(request, token).ConfigureAwait(false);
                response.EnsureSuccessStatusCode();
                var text = await response.Content.ReadAsStringAsync(token).ConfigureAwait(false);
                return text;
            }

            public async Task<Order> Json(CancellationToken token)
            {
                var url = "orders/last";
                using var request = new HttpRequestMessage(HttpMethod.Get, url);
                request.Headers.Add("Authorization", "Bearer " + accessToken);
                using var response = await http.SendAsync(request, token);
                response.EnsureSuccessStatusCode();
                return await response.Content.ReadFromJsonAsync<Order>(cancellationToken: token) ?? throw new InvalidOperationException("none");
            }

            public async Task Post(HttpContent content)
            {
                string url = "orders?notify=true";
                using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = content };
                request.Headers.Add("X-Api-Key", apiKey);
                using var response = await http.SendAsync(request);
                response.EnsureSuccessStatusCode();
            }
        }
        """);

    [Fact]
    public Task CallInAnExpressionBodyOrALoopCondition_FixIsNotOffered() => Verify.VerifyNoFixAsync(Usings + """
        class Client(HttpClient http, string apiKey)
        {
            public Task<string> A() => http.GetStringAsync($"orders?api_key=[|{apiKey}|]");

            public async Task B(string passphrase)
            {
                while ((await http.GetStringAsync($"orders?api_key=[|{apiKey}|]")).Length > 0)
                    await Task.Delay(1000);
                var text = await http.GetStringAsync($"export?passphrase=[|{passphrase}|]");
            }
        }
        """);

    [Fact]
    public Task RefitParameter_FixSendsItInAHeader() => Verify.VerifyCodeFixAsync(
        """
        using System.Threading.Tasks;
        using Refit;

        public interface IFaxes
        {
            [Get("/faxes/{id}?api_key={apiKey}&page={page}")]
            Task<string> A(string id, [|string apiKey|], int page);

            [Get("/faxes")]
            Task<string> B([|[AliasAs("access_token")] string accessToken|]);
        }
        """,
        """
        using System.Threading.Tasks;
        using Refit;

        public interface IFaxes
        {
            [Get("/faxes/{id}?page={page}")]
            Task<string> A(string id, [Header("X-Api-Key")] string apiKey, int page);

            [Get("/faxes")]
            Task<string> B([Authorize("Bearer")] string accessToken);
        }
        """);

    [Fact]
    public Task SeveralRequestsOfOneMethod_NumberedInTheirOrder() => Verify.VerifyCodeFixAsync(
        Usings + """
        class Client(HttpClient http, string apiKey)
        {
            public async Task<string> All(bool more, CancellationToken token)
            {
                var first = await http.GetStringAsync($"orders?page=1&api_key=[|{apiKey}|]", token);
                if (more)
                {
                    using var response = await http.GetAsync($"orders?page=2&api_key=[|{apiKey}|]", token);
                    response.EnsureSuccessStatusCode();
                }

                var third = await http.GetStringAsync($"orders?page=3&api_key=[|{apiKey}|]", token);
                return first + third;
            }

            public async Task<string> One(CancellationToken token)
            {
                return await http.GetStringAsync($"orders?page=1&api_key=[|{apiKey}|]", token);
            }
        }
        """,
        Usings + """
        class Client(HttpClient http, string apiKey)
        {
            public async Task<string> All(bool more, CancellationToken token)
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, "orders?page=1");
                request.Headers.Add("X-Api-Key", apiKey);
                using var response2 = await http.SendAsync(request, token);
                response2.EnsureSuccessStatusCode();
                var first = await response2.Content.ReadAsStringAsync(token);
                if (more)
                {
                    using var request2 = new HttpRequestMessage(HttpMethod.Get, "orders?page=2");
                    request2.Headers.Add("X-Api-Key", apiKey);
                    using var response = await http.SendAsync(request2, token);
                    response.EnsureSuccessStatusCode();
                }

                using var request3 = new HttpRequestMessage(HttpMethod.Get, "orders?page=3");
                request3.Headers.Add("X-Api-Key", apiKey);
                using var response3 = await http.SendAsync(request3, token);
                response3.EnsureSuccessStatusCode();
                var third = await response3.Content.ReadAsStringAsync(token);
                return first + third;
            }

            public async Task<string> One(CancellationToken token)
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, "orders?page=1");
                request.Headers.Add("X-Api-Key", apiKey);
                using var response = await http.SendAsync(request, token);
                response.EnsureSuccessStatusCode();
                return await response.Content.ReadAsStringAsync(token);
            }
        }
        """);

    [Fact]
    public Task TwoSecretsOfOneAddress_FixIsNotOffered() => Verify.VerifyNoFixAsync(Usings + """
        class Client(HttpClient http, string apiKey, string accessToken)
        {
            public async Task<string> All(CancellationToken token)
            {
                return await http.GetStringAsync($"orders?api_key=[|{apiKey}|]&access_token=[|{accessToken}|]", token);
            }
        }
        """);
}
