using System.Threading.Tasks;
using Microsoft.CodeAnalysis.Testing;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Secrets.IA3008SecretInUrl>;

namespace IntegrationAnalyzers.Tests.Rules.Secrets;

/// <summary>Providers that document the query as the one place for the secret, by their host or by the type that is named for them.</summary>
public sealed class IA3008ProviderTests
{
    [Theory]
    [InlineData("$\"https://cryptopanic.com/api/v1/posts/?auth_token={key}&limit=1\"")]
    [InlineData("$\"https://api.binderbyte.com/v1/track?api_key={key}&courier=jne\"")]
    [InlineData("$\"https://api.letterboxd.com/api/v0/films?apikey={key}&nonce={Guid.NewGuid()}&timestamp=1\"")]
    [InlineData("$\"https://business-api.tiktok.com/open_api/v1.3/oauth2/advertiser/get/?app_id=1&secret={secret}\"")]
    [InlineData("$\"https://graph.facebook.com/v18.0/oauth/access_token?client_id=1&client_secret={secret}&code=2\"")]
    [InlineData("$\"https://graph.instagram.com/access_token?grant_type=ig_exchange_token&client_secret={secret}\"")]
    [InlineData("$\"https://api.mdblist.com/imdb/movie/tt1?apikey={key}\"")]
    [InlineData("$\"https://123-abc-456.mktorest.com/identity/oauth/token?grant_type=client_credentials&client_id=1&client_secret={secret}\"")]
    [InlineData("$\"https://{path}.mktorest.com/identity/oauth/token?grant_type=client_credentials&client_id=1&client_secret={secret}\"")]
    public Task DocumentedInTheQueryAlone_IsQuiet(string url) => Verify.VerifyAnalyzerAsync(Sending("Feed", url));

    [Theory]
    [InlineData("$\"https://cryptofear.com/api/v1/posts/?auth_token=[|{key}|]\"")]
    [InlineData("$\"https://business-api.tiktok.com/open_api/v1.3/campaign/get/?access_token=[|{key}|]\"")]
    [InlineData("$\"https://graph.facebook.com/v18.0/me?access_token=[|{key}|]\"")]
    [InlineData("$\"https://login.acme.io/oauth/access_token?client_id=1&client_secret=[|{secret}|]\"")]
    public Task AnotherParameterOrHost_Reports(string url) => Verify.VerifyAnalyzerAsync(Sending("Feed", url.Replace("{key}", "{apiKey}")));

    /// <summary>quangntpk, LienHeController: siteverify knows no header, and its parameters are those of a form.</summary>
    [Theory]
    [InlineData("www.google.com/recaptcha/api", "the form of the POST")]
    [InlineData("challenges.cloudflare.com/turnstile/v0", "the form of the POST")]
    [InlineData("verify.acme.io", "a header")]
    public Task SecretThatBelongsIntoAForm_SaysSo(string host, string place)
    {
        var test = new Verify.Test { TestCode = Sending("Feed", $"$\"https://{host}/siteverify?secret={{|#0:{{secret}}|}}&response={{path}}\"") };
        test.ExpectedDiagnostics.Add(Verify.Diagnostic().WithLocation(0).WithArguments("clientSecret", "query as 'secret'", place).WithOptions(DiagnosticOptions.IgnoreAdditionalLocations));
        return test.RunAsync();
    }

    [Fact]
    public Task SecretThatBelongsIntoAForm_FixIsNotOffered() => Verify.VerifyNoFixAsync("""
        using System.Net.Http;
        using System.Threading.Tasks;

        public class Captcha(HttpClient http)
        {
            public async Task<bool> Verify(string secretKey, string token)
            {
                using var response = await http.GetAsync($"https://www.google.com/recaptcha/api/siteverify?secret=[|{secretKey}|]&response={token}");
                return response.IsSuccessStatusCode;
            }
        }
        """);

    /// <summary>The address comes from a registration or from options, and the type says whose it is.</summary>
    [Theory]
    [InlineData("CryptoPanicClient", "auth_token")]
    [InlineData("BinderByteService", "api_key")]
    // SkillsFundingAgency/tl-find-provider-api
    [InlineData("GoogleMapsApiService", "key")]
    [InlineData("IBingMapsClient", "key")]
    // alanedwardes/Ae.Geocode
    [InlineData("GoogleGeocodeAuthenticationHandler", "key")]
    [InlineData("GeocodingClient", "key")]
    [InlineData("GooglePlaceSearch", "key")]
    // happy-travel/edo-api
    [InlineData("GoogleGeoCoder", "key")]
    [InlineData("GoogleGeoCoder", "sessiontoken")]
    public Task RelativeAddressInATypeNamedForTheProvider_IsQuiet(string type, string parameter) => Verify.VerifyAnalyzerAsync(Sending(type, $"$\"posts/?{parameter}={{key}}\""));

    [Theory]
    [InlineData("CryptoPanicClient", "api_key")]
    [InlineData("CryptoPanickedClient", "auth_token")]
    [InlineData("MyCryptoPanic", "auth_token")]
    [InlineData("NewsClient", "auth_token")]
    [InlineData("WeatherApiClient", "key")]
    [InlineData("GoogleMapsterClient", "key")]
    [InlineData("MapsClient", "key")]
    [InlineData("PlacesOfGooglersClient", "key")]
    [InlineData("GeocodingClient", "token")]
    [InlineData("CurrencyConverterService", "apiKey")]
    public Task RelativeAddressInAnotherType_Reports(string type, string parameter) => Verify.VerifyAnalyzerAsync(Sending(type, $"$\"posts/?{parameter}=[|{{apiKey}}|]\""));

    /// <summary>Tickmill.Integrations.Google, GoogleService: the client's base address is a setting; a session of Places is no secret.</summary>
    [Theory]
    [InlineData("$\"/maps/api/place/autocomplete/json?input=x&sessiontoken={apiKey}&key={key}\"")]
    [InlineData("\"maps/api/geocode/json?address=x\" + \"&key=\" + apiKey")]
    [InlineData("$\"place/details/json?key={key}&placeid={path}&\" + $\"sessiontoken={apiKey}\"")]
    [InlineData("\"directions/xml?origin=x\" + \"&key=\" + apiKey")]
    public Task PathOfGooglesWebServices_GoogleService_IsQuiet(string address) => Verify.VerifyAnalyzerAsync(Sending("Addresses", address));

    [Theory]
    [InlineData("/api/maps/geocode")]
    [InlineData("place/orders/json")]
    [InlineData("place/details")]
    [InlineData("directions/json/2")]
    public Task PathOfSomethingElsesMaps_Reports(string path) => Verify.VerifyAnalyzerAsync(Sending("Addresses", $"$\"{path}?key=[|{{apiKey}}|]\""));

    /// <summary>cxfksword/jellyfin-plugin-danmu, YoukuApi: the app's public number, beside what its secret signed.</summary>
    [Theory]
    [InlineData("appKey", "sign")]
    [InlineData("app_key", "api_sig")]
    [InlineData("api_key", "signature")]
    [InlineData("oauth_token", "oauth_signature")]
    public Task KeyBesideASignature_YoukuApi_IsQuiet(string parameter, string signature) => Verify.VerifyAnalyzerAsync(Signed(parameter, signature, "apiKey"));

    [Theory]
    [InlineData("access_token", "sign")]
    [InlineData("client_secret", "sign")]
    [InlineData("appKey", "signup")]
    [InlineData("oauth_token", "oauth_version")]
    public Task SecretBesideASignature_OrKeyBesideNone_Reports(string parameter, string signature) => Verify.VerifyAnalyzerAsync(Signed(parameter, signature, "[|apiKey|]"));

    [Fact]
    public Task KeyBesideASignatureInOneText_IsQuiet() => Verify.VerifyAnalyzerAsync(Sending("Photos", "$\"https://api.acmephotos.com/rest?api_key={key}&api_sig={path}\""));

    /// <summary>lusoris/jellyfin-plugin-lastfm: the address is read in another file, as IA3003's fix writes it.</summary>
    [Theory]
    [InlineData("AUDIOSCROBBLER_WS_BASE_URL", "\"method=artist.getInfo&api_key=\" + apiKey")]
    [InlineData("AUDIOSCROBBLER_WS_BASE_URL", "string.Format(\"method=artist.getInfo&api_key={0}\", apiKey)")]
    [InlineData("ACMERATES_BASE_URL", "\"method=artist.getInfo&api_key=\" + [|apiKey|]")]
    [InlineData("ACMERATES_BASE_URL", "string.Format(\"method=artist.getInfo&api_key={0}\", [|apiKey|])")]
    public Task SettingThatAnotherFileReads_IsAProviderToo(string setting, string query) => Verify.VerifyAnalyzerAsync(
        ("Roots.cs", $"using System;\n\nstatic class Roots\n{{\n    internal static readonly string Root = (Environment.GetEnvironmentVariable(\"{setting}\") ?? throw new InvalidOperationException()).TrimEnd('/') + \"/2.0/?\";\n}}\n"),
        ("Artists.cs", $"using System.Net.Http;\nusing System.Threading.Tasks;\n\nclass Artists(HttpClient http)\n{{\n    public Task<string> Get(string apiKey) => http.GetStringAsync(Roots.Root + {query});\n}}\n"));

    private static string Signed(string parameter, string signature, string value) => $$"""
        using System;
        using System.Net.Http;
        using System.Threading.Tasks;
        using System.Web;

        public class Comments(HttpClient http)
        {
            public Task<string> Get(string apiKey, string signed)
            {
                var query = HttpUtility.ParseQueryString(string.Empty);
                query["{{parameter}}"] = {{value}};
                query["{{signature}}"] = signed;
                var address = new UriBuilder("https://api.acmevideo.com/comments") { Query = query.ToString() };
                return http.GetStringAsync(address.Uri);
            }
        }
        """;

    private static string Sending(string type, string url) => $$"""
        using System;
        using System.Net.Http;
        using System.Threading.Tasks;

        public class {{type}}(HttpClient http)
        {
            public Task<string> Get(string apiKey, string clientSecret, string path) => http.GetStringAsync({{url.Replace("{key}", "{apiKey}").Replace("{secret}", "{clientSecret}")}});
        }
        """;
}
