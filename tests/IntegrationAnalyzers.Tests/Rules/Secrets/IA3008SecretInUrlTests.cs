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
    public Task FormattedWithKeysThatAreNoSecrets_OrSentNowhere_IsQuiet() => Verify.VerifyAnalyzerAsync(Usings + """
        class Client(HttpClient http, string template, string apiKey, string cacheKey)
        {
            private const string Search = "https://api.acmepay.com/v1/search?q={0}&key={1}";
            private const string Weather = "https://api.openweathermap.org/data/2.5/weather?q={0}&appid={1}";
            private const string Check = "https://oauth2.acmepay.com/tokeninfo?access_token={0}";

            public Task<string> A(string q) => http.GetStringAsync(string.Format(Search, q, cacheKey));

            public Task<string> B(string q) => http.GetStringAsync(string.Format(Weather, q, apiKey));

            public Task<string> C(string accessToken) => http.GetStringAsync(string.Format(Check, accessToken));

            public Task<string> D(string q) => http.GetStringAsync(string.Format(template, q, apiKey));

            public string E(string q) => string.Format(Search, q, apiKey);
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

    [Fact]
    public Task ObjectOfAnOwnMethodOfThatName_IsQuiet() => Verify.VerifyAnalyzerAsync(Usings + """
        class Links
        {
            public Links SetQueryParams(object values) => this;
        }

        class Rates(HttpClient http, Links links, string apiKey)
        {
            public Task<string> Latest() => http.GetStringAsync(links.SetQueryParams(new { api_key = apiKey }).ToString());
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
    public Task OpenWeatherAndGoogleMaps_TakeItNowhereElse_AreQuiet() => Verify.VerifyAnalyzerAsync(Usings + """
        class Client(HttpClient http, string apiKey)
        {
            private const string Root = "https://maps.googleapis.com/maps/api";

            public Task<string> Weather(string city) => http.GetStringAsync($"https://api.openweathermap.org/data/2.5/weather?q={city}&appid={apiKey}");

            public Task<string> Place(string at) => http.GetStringAsync(Root + "/geocode/json?address=" + at + "&key=" + apiKey);
        }
        """);

    [Fact]
    public Task EdmundsVinAuditAndNavasan_TakeItNowhereElse_AreQuiet() => Verify.VerifyAnalyzerAsync(Usings + """
        class Cars(HttpClient http, string apiKey)
        {
            public Task<string> Styles(string make) => http.GetStringAsync($"https://api.edmunds.com/api/vehicle/v3/{make}?fmt=json&api_key={apiKey}");

            public Task<string> History(string vin) => http.GetStringAsync($"https://api.vinaudit.com/v1/vehicle-history?vin={vin}&key={apiKey}");

            public Task<string> Rates() => http.GetStringAsync($"http://api.navasan.tech/latest/?api_key={apiKey}");
        }
        """);

    /// <summary>surfsky/App.Wechats, WechatOP.Menu.cs: WeChat, DingTalk, QQ and Baidu know tokens in the query alone; vycdev/Morpheus, YoutubeUtils.cs: the key that YouTube's own pages hold.</summary>
    [Fact]
    public Task WeChatAndItsLike_TakeItNowhereElse_AreQuiet() => Verify.VerifyAnalyzerAsync(Usings + """
        class Messages(HttpClient http, string appId, string appSecret, string accessToken, string apiKey)
        {
            public Task<string> Token() => http.GetStringAsync(string.Format("https://api.weixin.qq.com/cgi-bin/token?grant_type=client_credential&appid={0}&secret={1}", appId, appSecret));

            public Task<HttpResponseMessage> Menu(HttpContent menu) => http.PostAsync($"https://api.weixin.qq.com/cgi-bin/menu/create?access_token={accessToken}", menu);

            public Task<HttpResponseMessage> Work(HttpContent text) => http.PostAsync("https://qyapi.weixin.qq.com/cgi-bin/message/send?access_token=" + accessToken, text);

            public Task<HttpResponseMessage> Ding(HttpContent text) => http.PostAsync($"https://oapi.dingtalk.com/robot/send?access_token={accessToken}", text);

            public Task<string> Openid() => http.GetStringAsync($"https://graph.qq.com/oauth2.0/me?access_token={accessToken}");

            public Task<HttpResponseMessage> Ocr(HttpContent image) => http.PostAsync($"https://aip.baidubce.com/rest/2.0/ocr/v1/general_basic?access_token={accessToken}", image);

            public Task<HttpResponseMessage> Browse(HttpContent query) => http.PostAsync($"https://www.youtube.com/youtubei/v1/browse?key={apiKey}", query);
        }
        """);

    [Fact]
    public Task RelativeUrlInAFileThatNamesTheProvider_IsQuiet() => Verify.VerifyAnalyzerAsync(Usings + """
        class Omdb
        {
            private readonly HttpClient _http = new HttpClient { BaseAddress = new Uri("https://www.omdbapi.com/"), Timeout = TimeSpan.FromSeconds(5) };

            public Task<string> Get(string apiKey, string title) => _http.GetStringAsync($"?t={title}&apikey={apiKey}");
        }
        """);

    [Fact]
    public Task HostOption_IsQuiet()
    {
        var test = new Verify.Test
        {
            TestCode = Usings + """
                class Client(HttpClient http, string apiKey)
                {
                    public Task<string> Get() => http.GetStringAsync($"https://api.acmepay.com/v1?api_key={apiKey}");
                }
                """,
        };
        test.TestState.AnalyzerConfigFiles.Add(("/.editorconfig", "root = true\n[*.cs]\nintegration_analyzers.ia3008.query_only_hosts = acmepay.com\n"));
        return test.RunAsync();
    }

    [Fact]
    public Task BodyLinkAndLog_AreQuiet() => Verify.VerifyAnalyzerAsync(Usings + """
        class Client(HttpClient http, string password, string resetToken)
        {
            public async Task Login()
            {
                using var response = await http.PostAsync("login", new StringContent("grant_type=password&password=" + password));
                response.EnsureSuccessStatusCode();
                var form = new Dictionary<string, string> { ["password"] = password, ["client_secret"] = password };
                using var other = await http.PostAsync("login", new FormUrlEncodedContent(form));
                other.EnsureSuccessStatusCode();
            }

            public string Link(string apiKey) => $"https://www.acmepay.com/reset?api_key={apiKey}";
        }
        """);

    [Fact]
    public Task OrdinaryKeysAndTokens_AreQuiet() => Verify.VerifyAnalyzerAsync(Usings + """
        class Client(HttpClient http, string cacheKey, string nextPageToken, string resetToken, string publishableKey, CancellationToken cancellationToken)
        {
            public async Task Get()
            {
                await http.GetStringAsync($"items?key={cacheKey}", cancellationToken);
                await http.GetStringAsync($"items?token={nextPageToken}", cancellationToken);
                await http.GetStringAsync($"items?token={resetToken}", cancellationToken);
                await http.GetStringAsync($"items?api_key={publishableKey}", cancellationToken);
                await http.GetStringAsync($"items?q=a&page_token={nextPageToken}", cancellationToken);
                await http.GetStringAsync("items?key=" + 5, cancellationToken);
            }
        }
        """);

    [Fact]
    public Task LiteralKey_IsLeftToTheRulesAboutLiterals() => Verify.VerifyAnalyzerAsync(Usings + $$"""
        class Client(HttpClient http)
        {
            public Task<string> Get() => http.GetStringAsync("https://api.acmepay.com/v1?api_key={{MadeUp.Base62(32)}}");
        }
        """);

    [Fact]
    public Task CollectionHandedOn_IsQuiet() => Verify.VerifyAnalyzerAsync(Usings + """
        class Uploader(HttpClient http, string apiKey)
        {
            public Task<HttpResponseMessage> Upload()
            {
                var args = new Dictionary<string, string>();
                args.Add("api_key", apiKey);
                return Send(HttpMethod.Post, "https://api.acmepay.com/upload", args);
            }

            private Task<HttpResponseMessage> Send(HttpMethod method, string url, Dictionary<string, string> args)
            {
                if (method == HttpMethod.Get)
                    url += "?" + string.Join("&", args.Select(a => a.Key + "=" + a.Value));
                return http.SendAsync(new HttpRequestMessage(method, url) { Content = new FormUrlEncodedContent(args) });
            }
        }
        """);

    [Fact]
    public Task TestProject_IsQuiet()
    {
        var test = new Verify.Test
        {
            TestCode = Usings + """
                class Client(HttpClient http, string apiKey)
                {
                    [Xunit.Fact]
                    public Task<string> Get() => http.GetStringAsync($"https://api.acmepay.com/v1?api_key={apiKey}");
                }
                """,
        };
        test.TestState.AdditionalReferences.Add(Microsoft.CodeAnalysis.MetadataReference.CreateFromFile(typeof(FactAttribute).Assembly.Location));
        return test.RunAsync();
    }

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
    public Task RefitParameterElsewhere_IsQuiet() => Verify.VerifyAnalyzerAsync("""
        using System.Threading.Tasks;
        using Refit;

        public interface IFaxes
        {
            [Get("/faxes/{id}")]
            Task<string> A(string id, [Header("X-Api-Key")] string apiKey);

            [Get("/faxes/{apiKey}")]
            Task<string> B(string apiKey);

            [Post("/login")]
            Task<string> C([Body] string password, string user);

            [Get("/faxes")]
            Task<string> D([Authorize("Bearer")] string accessToken, string pageToken, string key);
        }

        public interface INoClient
        {
            Task<string> A(string apiKey);
        }
        """);

    [Theory]
    [InlineData("Environment.GetEnvironmentVariable(\"NAVASAN_LATEST_URL\") ?? throw new InvalidOperationException(\"Set the environment variable NAVASAN_LATEST_URL.\")")]
    [InlineData("Configuration[\"Navasan:BaseUrl\"] ?? throw new InvalidOperationException(\"Set the configuration value 'Navasan:BaseUrl'.\")")]
    public Task AddressFromASettingNamedForAProviderThatTakesItNowhereElse_IsQuiet(string address) => Verify.VerifyAnalyzerAsync(Usings + $$"""
        class Rates(HttpClient http, string apiKey)
        {
            private static readonly System.Collections.Generic.Dictionary<string, string?> Configuration = new();
            private static readonly string ApiBaseUrl = {{address}};

            public Task<string> Latest() => http.GetStringAsync($"{ApiBaseUrl}?api_key={apiKey}");
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

    [Theory]
    [InlineData("https://www.googleapis.com/oauth2/v3/tokeninfo?access_token=")]
    [InlineData("https://oauth2.googleapis.com/tokeninfo?access_token=")]
    [InlineData("https://accounts.google.com/o/oauth2/revoke?token=")]
    public Task GoogleTokenInfo_TheTokenIsTheQuestion_IsQuiet(string address) => Verify.VerifyAnalyzerAsync(Usings + $$"""
        class Tokens(HttpClient http)
        {
            public Task<string> Ask(string accessToken) => http.GetStringAsync($"{{address}}{accessToken}");

            public Task<string> AskAgain(string accessToken) => http.GetStringAsync("{{address}}" + accessToken);
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
