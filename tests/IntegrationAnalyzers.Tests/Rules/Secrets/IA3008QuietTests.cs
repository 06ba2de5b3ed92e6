using System.Threading.Tasks;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Secrets.IA3008SecretInUrl>;

namespace IntegrationAnalyzers.Tests.Rules.Secrets;

/// <summary>Queries without a secret, providers that take it nowhere else, and URLs that nothing is sent to.</summary>
public sealed class IA3008QuietTests
{
    private const string Usings = IA3008SecretInUrlTests.Usings;

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
}
