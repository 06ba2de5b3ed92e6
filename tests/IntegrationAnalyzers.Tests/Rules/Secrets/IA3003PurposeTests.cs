using System.Threading.Tasks;
using Xunit;
using Levels = IntegrationAnalyzers.Tests.Verification.LevelVerifier<IntegrationAnalyzers.Rules.Secrets.IA3003EndpointInSource>;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Secrets.IA3003EndpointInSource>;

namespace IntegrationAnalyzers.Tests.Rules.Secrets;

/// <summary>What the code around an endpoint says of its use.</summary>
public sealed class IA3003PurposeTests
{
    private const string Reader = """

        class Startup(Microsoft.Extensions.Configuration.IConfiguration settings) { public string? Key => settings["Rates:Key"]; }
        """;

    [Theory]
    [InlineData("isLive ? settings : {|#0:\"https://api-m.sandbox.paypal.com\"|}")]
    [InlineData("isLive switch { true => settings, _ => {|#0:\"https://api-m.sandbox.paypal.com\"|} }")]
    public Task SandboxHalfOfAChoice_IsASuggestion(string address) => Levels.SuggestsAsync(Choosing(address) + Reader);

    [Theory]
    [InlineData("isLive ? {|#0:\"https://api-m.paypal.com\"|} : settings")]
    [InlineData("isLive ? settings : {|#0:\"https://api.sandbox.acmepay.com\"|}")]
    public Task LiveHalfOfAChoice_OrAHostOfNoKnownProvider_IsAWarning(string address) => Levels.WarnsAsync(Choosing(address) + Reader);

    /// <summary>Kirogo/RekC, MpesaService: both addresses are constants of the type.</summary>
    [Theory]
    [InlineData("isLive ? Live : Sandbox")]
    [InlineData("isLive switch { true => Live, _ => Payments.Sandbox }")]
    public Task SandboxThatIsAConstant_RekC_IsASuggestionWhereItIsChosen(string address)
    {
        var source = $$"""
            class Payments(System.Net.Http.HttpClient http, string settings)
            {
                private const string Sandbox = {|#0:"https://api-m.sandbox.paypal.com"|};
                private readonly string Live = settings;

                public System.Threading.Tasks.Task<string> Get(bool isLive) => http.GetStringAsync(({{address}}) + "/v2/orders");
            }
            """;
        return Levels.SuggestsAsync(source + Reader);
    }

    /// <summary>NES.PaymentGateway, SageConfig: an operation for each environment; nopCommerce EcLogistics: two locals.</summary>
    [Theory]
    [InlineData("var root = \"\"; if (mode == \"LIVE\") { root = settings; } else if (mode == \"TEST\") { switch (operation) { case \"void\": root = {|#0:\"https://test.sagepay.com/gateway/service/void.vsp\"|}; break; } }")]
    [InlineData("var sandbox = {|#0:\"https://logistics-stage.ecpay.com.tw\"|}; var root = mode == \"LIVE\" ? settings : sandbox;")]
    [InlineData("string root; switch (mode) { case \"test\": root = {|#0:\"https://api-m.sandbox.paypal.com\"|}; break; default: root = settings; break; }")]
    public Task SandboxThatStatementsChoose_SageConfig_IsASuggestion(string choice) => Levels.SuggestsAsync($$"""
        class Payments(System.Net.Http.HttpClient http, string settings)
        {
            public System.Threading.Tasks.Task<string> Get(string mode, string operation)
            {
                {{choice}}
                return http.GetStringAsync(root + "/v2/orders");
            }
        }
        """ + Reader);

    private static string Choosing(string address) => $$"""
        class Payments(System.Net.Http.HttpClient http, string settings)
        {
            public System.Threading.Tasks.Task<string> Get(bool isLive)
            {
                var root = {{address}};
                return http.GetStringAsync(root + "/v2/orders");
            }
        }
        """;

    [Fact]
    public Task LinkThatSomebodyGave_WrittenAnew_IsQuiet() => Verify.VerifyAnalyzerAsync(Links("host == \"drive.acmefiles.com\" || host == \"acmefiles.com\"", "\"https://drive.acmefiles.com/uc?id=\" + id"));

    [Fact]
    public Task LinkOfAnotherHost_Reports() => Verify.VerifyAnalyzerAsync(Links("host == \"acmefiles.io\"", "[|\"https://api.acmefiles.com/uc?id=\"|] + id"));

    [Theory]
    [InlineData("class Videos(System.Net.Http.HttpClient http) { public System.Threading.Tasks.Task<string> ScrapeLive(string id) => http.GetStringAsync({|#0:\"https://www.acmevideos.com/live\"|}); }")]
    [InlineData("class VideoScraper(System.Net.Http.HttpClient http) { public System.Threading.Tasks.Task<string> Live(string id) => http.GetStringAsync({|#0:\"https://www.acmevideos.com/live\"|}); }")]
    [InlineData("class Videos(System.Net.Http.HttpClient http) { public System.Threading.Tasks.Task<string> Live(string id) => FetchHTMLAsync({|#0:$\"https://www.acmevideos.com/@{id}\"|}); System.Threading.Tasks.Task<string> FetchHTMLAsync(string page) => http.GetStringAsync(page); }")]
    [InlineData("class VideoDebugController(System.Net.Http.HttpClient http) { public System.Threading.Tasks.Task<string> Live(string id) => http.GetStringAsync({|#0:\"https://api.acmevideos.com/live\"|}); }")]
    public Task ScrapedPageOrDiagnosis_IsASuggestion(string source) => Levels.SuggestsAsync(source + Reader);

    [Theory]
    [InlineData("class Videos(System.Net.Http.HttpClient http) { public System.Threading.Tasks.Task<string> Live(string id) => http.GetStringAsync({|#0:\"https://api.acmevideos.com/live\"|}); }")]
    [InlineData("class Videos(System.Net.Http.HttpClient http) { public System.Threading.Tasks.Task<string> Live(string id) => FetchJsonAsync({|#0:$\"https://www.acmevideos.com/@{id}\"|}); System.Threading.Tasks.Task<string> FetchJsonAsync(string page) => http.GetStringAsync(page); }")]
    [InlineData("class VideoDebugController(System.Net.Http.HttpClient http) { public System.Threading.Tasks.Task<string> Live(string id) => http.GetStringAsync({|#0:\"https://acme-videos.azurewebsites.net/live\"|}); }")]
    public Task OnlyAddressOfAProvider_IsAWarning(string source) => Levels.WarnsAsync(source + Reader);

    [Theory]
    [InlineData("https://app.testprojectnow.com")]
    [InlineData("https://api.testprojecthq.com")]
    public Task LibraryForAProvider_WhoseDomainIsLonger_IsASuggestion(string origin) => Levels.SuggestsAsync(Calling(origin) + Reader);

    [Theory]
    [InlineData("https://app.testprojectors.com")]
    [InlineData("https://app.projectnow.com")]
    public Task LibraryForAnotherProvider_IsAWarning(string origin) => Levels.WarnsAsync(Calling(origin) + Reader);

    private static string Calling(string origin) =>
        $$"""class Rates(System.Net.Http.HttpClient http) { public System.Threading.Tasks.Task<string> Get() => http.GetStringAsync({|#0:"{{origin}}/latest"|}); }""";

    private static string Links(string asks, string link) => $$"""
        class Files(System.Net.Http.HttpClient http)
        {
            public System.Threading.Tasks.Task<string> Get(string url, string id) => http.GetStringAsync(Direct(url, id));

            private static string Direct(string url, string id)
            {
                var host = new System.Uri(url).Host;
                if ({{asks}})
                {
                    if (id.Length > 0)
                        return {{link}};
                }

                return url;
            }
        }
        """;
}
