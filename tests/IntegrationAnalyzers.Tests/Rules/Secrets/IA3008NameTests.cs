using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis.Testing;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Secrets.IA3008SecretInUrl>;

namespace IntegrationAnalyzers.Tests.Rules.Secrets;

/// <summary>The names of query parameters that are secrets, by themselves or together with what is put there.</summary>
public sealed class IA3008NameTests
{
    [Theory]
    [InlineData("apikey api_key appkey accesstoken access_token authtoken auth_token apitoken secret clientsecret client_secret secretkey appsecret password passwd pwd psw passphrase", "given", true)]
    [InlineData("authkey subscriptionkey subscription-key privatetoken private_token privatekey sessiontoken bearer X-Plex-Token wstoken hapikey consumersecret oauthtoken", "given", true)]
    [InlineData("oauth_token oauth2_access_token refreshtoken refresh_token clientassertion client_assertion sharedsecret", "given", true)]
    [InlineData("key token appid auth pass clientkey licensekey usertoken", "given", false)]
    [InlineData("authorization", "given", false)]
    [InlineData("authorization Authorization", "apiKey", true)]
    [InlineData("key token appid auth pass clientkey client_key licensekey license_key usertoken user_token", "apiKey", true)]
    [InlineData("page author keys tokens passage api_keyboard access_key", "apiKey", false)]
    [InlineData("apikey client_secret password", "publicKey", false)]
    public Task NameOfTheParameter_Reports(string names, string value, bool isReported) => Verify.VerifyAnalyzerAsync(Calls(names, value, isReported));

    [Theory]
    [InlineData("access_token oauth_token oauth2_access_token bearer", "a header ('Authorization' is usual)")]
    [InlineData("api_key apikey", "a header ('X-Api-Key' is usual)")]
    [InlineData("subscription-key subscriptionKey", "a header ('Ocp-Apim-Subscription-Key' is usual)")]
    [InlineData("password secret private_token", "a header")]
    public Task UsualHeader_IsSaid(string names, string says) => Verify.VerifyAnalyzerAsync(
        Calls(names, "given", isReported: false, marks: true),
        names.Split(' ').Select((name, i) => Verify.Diagnostic().WithLocation(i).WithArguments("given", $"query as '{name}'", says).WithOptions(DiagnosticOptions.IgnoreAdditionalLocations)).ToArray());

    /// <summary>A parameter that says too little needs the value's name, which stands behind what escapes it.</summary>
    [Theory]
    [InlineData("Uri.EscapeDataString(apiKey)")]
    [InlineData("Uri.EscapeUriString(apiKey)")]
    [InlineData("HttpUtility.UrlEncode(apiKey)")]
    [InlineData("HttpUtility.UrlPathEncode(apiKey)")]
    [InlineData("UrlEncoder.Default.Encode(apiKey)")]
    [InlineData("apiKey.Trim()")]
    [InlineData("apiKey.ToString()")]
    [InlineData("(apiKey ?? \"\")")]
    [InlineData("apiKey!")]
    public Task EscapedOrConverted_Reports(string value) => Verify.VerifyAnalyzerAsync($$"""
        using System;
        using System.Net.Http;
        using System.Text.Encodings.Web;
        using System.Threading.Tasks;
        using System.Web;

        class Rates(HttpClient http, string apiKey)
        {
            public Task<string> Get() => http.GetStringAsync("https://api.acmerates.com/latest?key=" + [|{{value}}|]);
        }
        """);

    /// <summary>What a read takes goes into the query, unless an attribute sends it elsewhere.</summary>
    [Fact]
    public Task RefitAttributeThatSendsItElsewhere_IsQuiet() => Verify.VerifyAnalyzerAsync("""
        using System.Threading.Tasks;
        using Refit;

        public interface IFaxes
        {
            [Get("/faxes")]
            Task<string> A([Header("X-Api-Key")] string apiKey);

            [Get("/faxes")]
            Task<string> B([Authorize("Bearer")] string accessToken);

            [Delete("/faxes")]
            Task<string> C([Body] string password);

            [Get("/faxes")]
            Task<string> D([Property("tenant")] string clientSecret);

            [Get("/faxes")]
            Task<string> E([HeaderCollection] System.Collections.Generic.IDictionary<string, string> apiKey);

            [Get("/faxes")]
            Task<string> F([|[Query] string apiKey|]);
        }
        """);

    private static string Calls(string names, string value, bool isReported, bool marks = false) => $$"""
        using System.Net.Http;
        using System.Threading.Tasks;

        class Rates(HttpClient http, string {{value}})
        {
            {{string.Join("\n    ", names.Split(' ').Select((name, i) =>
                $"public Task<string> Get{i}() => http.GetStringAsync($\"https://api.acmerates.com/latest?day=1&{name}={(marks ? $"{{|#{i}:{{{value}}}|}}" : isReported ? $"[|{{{value}}}|]" : $"{{{value}}}")}\");"))}}
        }
        """;

    /// <summary>jellyfin/jellyfin-plugin-webhook, GotifyClient: the member's name is bare, and its holder says what it is.</summary>
    [Theory]
    [InlineData("token", "[|{options.Token}|]")]
    [InlineData("token", "[|{this.settings.Value.Token}|]")]
    [InlineData("token", "[|{serviceConfig.Token}|]")]
    [InlineData("key", "{serviceConfig.Key}")]
    // jakkaj/SmartMeterMonitor, NotificationService
    [InlineData("token", "[|{settings.Value.PUSHOVER_TOKEN}|]")]
    [InlineData("token", "[|{options.PushoverToken}|]")]
    [InlineData("token", "[|{token}|]")]
    [InlineData("token", "{nextToken}")]
    [InlineData("token", "{options.PageToken}")]
    [InlineData("token", "{page.PushoverToken}")]
    [InlineData("token", "{page.Token}")]
    [InlineData("key", "{pair.Key}")]
    [InlineData("token", "{settings.Value.Cursor}")]
    public Task BareNameOfASetting_GotifyClient_Reports(string parameter, string value) => Verify.VerifyAnalyzerAsync($$"""
        using System.Collections.Generic;
        using System.Net.Http;
        using System.Threading.Tasks;

        public record Settings(string Token, string Key, string Cursor, string PUSHOVER_TOKEN, string PushoverToken, string PageToken);

        public record Holder(Settings Value);

        public class Messages(HttpClient http, Settings options, Settings serviceConfig, Settings page, Holder settings)
        {
            private readonly Holder settings = settings;

            public string All => options.Token + serviceConfig.Key + page.Token + settings.Value.Token;

            public Task<string> Get(KeyValuePair<string, string> pair)
            {
                var token = options.PushoverToken;
                var nextToken = page.PushoverToken;
                return http.GetStringAsync($"https://push.acme.io/message?{{parameter}}={{value}}");
            }
        }
        """);

    /// <summary>A bare name is a secret's where it is read as a setting or kept; what a method is given may be what the request is about.</summary>
    [Theory]
    [InlineData("stops?token=", "[|configuration[\"Token\"]|]")]
    [InlineData("stops?token=", "[|configuration[\"Partner:Token\"]|]")]
    [InlineData("stops?token=", "[|configuration.GetSection(\"Partner\")[\"Token\"]|]")]
    [InlineData("stops?token=", "[|configuration.GetValue<string>(\"Partner:Token\")|]")]
    [InlineData("stops?token=", "[|_token|]")]
    [InlineData("stops?token=", "[|this._token|]")]
    [InlineData("stops?token=", "given")]
    [InlineData("stops?token=", "token")]
    [InlineData("stops?token=", "query[\"token\"]")]
    [InlineData("stops?token=", "configuration[\"Cursor\"]")]
    [InlineData("stops?key=", "_token")]
    [InlineData("users/confirm-mail?token=", "_token")]
    public Task BareToken_OfASettingOrKept_Reports(string url, string value) => Verify.VerifyAnalyzerAsync($$"""
        using System.Collections.Generic;
        using System.Net.Http;
        using System.Threading.Tasks;
        using Microsoft.Extensions.Configuration;

        public class Stops(HttpClient http, IConfiguration configuration)
        {
            private string _token = "";

            public void Login(string token) => _token = token;

            public Task<string> Get(string given, string token, Dictionary<string, string> query) => http.GetStringAsync("https://api.acmerates.com/{{url}}" + {{value}});
        }
        """);
}
