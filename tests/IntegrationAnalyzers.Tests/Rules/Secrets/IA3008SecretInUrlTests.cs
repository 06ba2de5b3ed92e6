using System.Threading.Tasks;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Secrets.IA3008SecretInUrl>;

namespace IntegrationAnalyzers.Tests.Rules.Secrets;

public sealed class IA3008SecretInUrlTests
{
    internal const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Net;
        using System.Net.Http;
        using System.Net.Http.Json;
        using System.Text;
        using System.Threading;
        using System.Threading.Tasks;

        """;

    [Fact]
    public Task WinAcmeDreamhost_KeyInDictionaryThatBecomesTheQuery_Reports() => Verify.VerifyAnalyzerAsync(Usings + """
        class DnsManagementClient(string apiKey)
        {
            private readonly string _apiKey = apiKey;
            private readonly string uri = "https://api.dreamhost.com/";

            public async Task<HttpResponseMessage> SendRequest(string command, IEnumerable<KeyValuePair<string, string>> args)
            {
                using (var client = new HttpClient { BaseAddress = new Uri(uri), Timeout = TimeSpan.FromSeconds(5) })
                {
                    var queryString = new Dictionary<string, string>
                    {
                        { "key", [|_apiKey|] },
                        { "unique_id", Guid.NewGuid().ToString() },
                        { "cmd", command }
                    };
                    foreach (var arg in args)
                    {
                        queryString.Add(arg.Key, arg.Value);
                    }
                    return await client.GetAsync("?" + string.Join("&", queryString.Select(kvp => $"{WebUtility.UrlEncode(kvp.Key)}={WebUtility.UrlEncode(kvp.Value)}")));
                }
            }
        }
        """);

    [Fact]
    public Task InterpolatedConcatenatedFormatted_Report() => Verify.VerifyAnalyzerAsync(Usings + """
        class Client(HttpClient http, string apiKey, string root)
        {
            public Task<string> A(string q) => http.GetStringAsync($"https://api.acmepay.com/v1/search?q={q}&api_key=[|{apiKey}|]");

            public Task<string> B(string q) => http.GetStringAsync(root + "/search?apikey=" + [|apiKey|] + "&q=" + q);

            public Task<string> InTheHost(string host) => http.GetStringAsync($"https://{host}/list?apikey=" + [|apiKey|]);

            public Task<string> InTheMiddle(string host, string q) => http.GetStringAsync(root + $"/{host}/list?apikey=" + [|apiKey|] + "&q=" + q);

            public Task<string> C(string q) => http.GetStringAsync(string.Format("{0}/search?q={1}&access_token={2}", root, q, [|apiKey|]));

            public Task<string> D(string q)
            {
                var url = root + "/search?q=" + q;
                url += $"&key=[|{Uri.EscapeDataString(apiKey)}|]";
                return http.GetStringAsync(url);
            }
        }
        """);

    [Fact]
    public Task FormattedFromAConstantOrWithACulture_Reports() => Verify.VerifyAnalyzerAsync(Usings + """
        static class Urls
        {
            public const string Search = "https://api.acmepay.com/v1/search?q={0}&api_key={1}";
        }

        class Client(HttpClient http, string apiKey)
        {
            private static readonly string Rates = "https://api.acmepay.com/v1/rates?access_token={0}";

            public Task<string> A(string q) => http.GetStringAsync(string.Format(Urls.Search, q, [|apiKey|]));

            public Task<string> B(string q) => http.GetStringAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, "https://api.acmepay.com/v1/search?api_key={0}&q={1}", [|apiKey|], q));

            public Task<string> C(string token)
            {
                var url = string.Format(Rates, [|token|]);
                return http.GetStringAsync(url);
            }

            public Task<string> D(string apiKey) => http.GetStringAsync(string.Format(Urls.Search + "&page={2}", "x", [|apiKey|], 2));
        }
        """);

    [Fact]
    public Task BuilderQueryAndQueryHelpers_Report() => Verify.VerifyAnalyzerAsync(Usings + """
        using System.Web;
        using Microsoft.AspNetCore.WebUtilities;

        class Client(HttpClient http, string clientSecret)
        {
            public Task<string> A()
            {
                var builder = new UriBuilder("https://api.acmepay.com/v1");
                builder.Query = "client_secret=" + [|clientSecret|];
                return http.GetStringAsync(builder.Uri);
            }

            public Task<string> B()
            {
                var query = HttpUtility.ParseQueryString(string.Empty);
                query["api_key"] = [|clientSecret|];
                return http.GetStringAsync("https://api.acmepay.com/v1?" + query);
            }

            public Task<string> C() => http.GetStringAsync(QueryHelpers.AddQueryString("https://api.acmepay.com/v1", "password", [|clientSecret|]));

            public Task<string> D()
            {
                var text = new StringBuilder("https://api.acmepay.com/v1");
                text.Append($"?token=[|{clientSecret}|]");
                return http.GetStringAsync(text.ToString());
            }
        }
        """);

    [Fact]
    public Task RestSharpAndFlurl_Report() => Verify.VerifyAnalyzerAsync(Usings + """
        using Flurl;
        using Flurl.Http;
        using RestSharp;

        class Clients(RestClient client, string token)
        {
            private readonly string _apiKey = token;

            public Task<RestResponse> Rest()
            {
                var request = new RestRequest("search").AddQueryParameter("api_key", [|_apiKey|]);
                return client.ExecuteAsync(request);
            }

            public Task<string> Fluent(Url root) => root.SetQueryParam("access_token", [|token|]).GetStringAsync();
        }
        """);

    /// <summary>Each member of the object becomes a parameter of the query.</summary>
    [Theory]
    [InlineData("new { api_key = [|apiKey|], page = 2 }")]
    [InlineData("new { q, access_token = [|apiKey|] }")]
    [InlineData("new { [|apiKey|] }")]
    [InlineData("new { q, key = q }")]
    [InlineData("new { q }")]
    public Task FlurlsObject_SetQueryParams(string values) => Verify.VerifyAnalyzerAsync(Usings + $$"""
        using Flurl;
        using Flurl.Http;

        class Rates(string apiKey)
        {
            public Task<string> Latest(string q) => "https://api.acmerates.com".SetQueryParams({{values}}).GetStringAsync();
        }
        """);

    /// <summary>A parameter without a kind goes into the query of a GET, and into the body of any other request.</summary>
    [Theory]
    [InlineData("var request = new RestRequest(\"latest\"); request.AddParameter(\"api_key\", [|apiKey|]); return client.ExecuteAsync(request);")]
    [InlineData("var request = new RestRequest(\"latest\", Method.Get).AddParameter(\"api_key\", [|apiKey|]); return client.ExecuteAsync(request);")]
    [InlineData("var request = new RestRequest(\"latest\", Method.Post); request.AddParameter(\"api_key\", [|apiKey|], ParameterType.QueryString); return client.ExecuteAsync(request);")]
    [InlineData("var request = new RestRequest(\"latest\", Method.Post); request.AddParameter(\"api_key\", apiKey); return client.ExecuteAsync(request);")]
    [InlineData("var request = new RestRequest(\"latest\") { Method = Method.Put }; request.AddParameter(\"api_key\", apiKey); return client.ExecuteAsync(request);")]
    [InlineData("var request = new RestRequest(\"latest\"); request.AddParameter(\"api_key\", apiKey); return client.ExecutePostAsync(request);")]
    [InlineData("var request = new RestRequest(\"latest\"); request.AddParameter(\"X-Api-Key\", apiKey, ParameterType.HttpHeader); return client.ExecuteAsync(request);")]
    public Task RestSharpsParameter(string statements) => Verify.VerifyAnalyzerAsync(Usings + $$"""
        using RestSharp;

        class Rates(RestClient client, string apiKey)
        {
            public Task<RestResponse> Latest()
            {
                {{statements}}
            }
        }
        """);

    [Fact]
    public Task OwnWrapper_Reports() => Verify.VerifyAnalyzerAsync(Usings + """
        class Client(HttpClient http, string accessToken)
        {
            public Task<string> Me() => Get($"/me?access_token=[|{accessToken}|]");

            private Task<string> Get(string path) => http.GetStringAsync("https://api.acmepay.com" + path);
        }
        """);

    [Fact]
    public Task UserInfo_Reports() => Verify.VerifyAnalyzerAsync(Usings + """
        class Client(HttpClient http, string user, string password)
        {
            public Task<string> Get() => http.GetStringAsync($"https://{user}:[|{password}|]@api.acmepay.com/v1");

            public Task<string> OfAnyHost(string host) => http.GetStringAsync(new Uri($"https://{user}:[|{Uri.EscapeDataString(password)}|]@{host}/rates.csv"));

            public Task<string> Added(string host) => http.GetStringAsync("https://shop:" + [|password|] + "@" + host + "/orders");

            public Task<string> AddedBoth() => http.GetStringAsync("https://" + user + ":" + [|password|] + "@api.acmepay.com/v1");

            public Task<string> AddedUserAlone(string host) => http.GetStringAsync("https://" + user + "@" + host);

            public string Address(string host) => password + "@" + host;

            public Task<string> UserAlone(string host) => http.GetStringAsync($"https://{user}@{host}/rates.csv");
        }
        """);

    [Fact]
    public Task SettingReadInPlace_Reports() => Verify.VerifyAnalyzerAsync(Usings + """
        using Microsoft.Extensions.Configuration;

        class Client(HttpClient http, IConfiguration configuration)
        {
            public Task<string> Get() => http.GetStringAsync($"https://api.acmepay.com/v1?key=[|{configuration["Acme:ApiKey"]}|]");
        }
        """);

    [Fact]
    public Task ShareXGemini_KeyByTheProvidersRow_Reports() => Verify.VerifyAnalyzerAsync(Usings + """
        class Gemini
        {
            public HttpRequestMessage Models(string geminiKey) =>
                new HttpRequestMessage(HttpMethod.Get, "https://generativelanguage.googleapis.com/v1beta/models?key=" + [|Uri.EscapeDataString(geminiKey)|]);
        }
        """);

    [Fact]
    public Task RefitParameter_Reports() => Verify.VerifyAnalyzerAsync("""
        using System.Threading.Tasks;
        using Refit;

        public interface IFaxes
        {
            [Get("/faxes/{id}?api_key={apiKey}")]
            Task<string> A(string id, [|string apiKey|]);

            [Get("/faxes")]
            Task<string> B([|[AliasAs("access_token")] string accessToken|]);

            [Post("/faxes")]
            Task<string> C([Body] string fax, [|[Query] string access_token|]);
        }
        """);

    [Fact]
    public Task AddressFromASettingNamedForAnother_Reports() => Verify.VerifyAnalyzerAsync(Usings + """
        class Rates(HttpClient http, string apiKey)
        {
            private static readonly string ApiBaseUrl = Environment.GetEnvironmentVariable("ACMERATES_LATEST_URL") ?? throw new InvalidOperationException("Set the environment variable ACMERATES_LATEST_URL.");

            public Task<string> Latest() => http.GetStringAsync($"{ApiBaseUrl}?api_key=[|{apiKey}|]");
        }
        """);

    [Fact]
    public Task UserInfoByTheSameToken_Reports() => Verify.VerifyAnalyzerAsync(Usings + """
        class Tokens(HttpClient http)
        {
            public Task<string> Who(string accessToken) => http.GetStringAsync($"https://www.googleapis.com/oauth2/v3/userinfo?access_token=[|{accessToken}|]");
        }
        """);
}
