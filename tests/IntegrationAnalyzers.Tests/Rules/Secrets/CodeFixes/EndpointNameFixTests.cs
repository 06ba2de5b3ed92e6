using System.Threading.Tasks;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Secrets.IA3003EndpointInSource>;
using VerifyNonProduction = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Secrets.IA3004NonProductionEndpoint>;

namespace IntegrationAnalyzers.Tests.Rules.Secrets.CodeFixes;

/// <summary>What the setting of an endpoint is called by its host.</summary>
public class EndpointNameFixTests
{
    [Theory]
    [InlineData("https://acmebooks.blob.core.windows.net", "ACMEBOOKS_BLOB_BASE_URL")]
    [InlineData("https://acme-ai.openai.azure.com", "ACME_AI_OPENAI_BASE_URL")]
    [InlineData("https://acmeshop.azurewebsites.net", "ACMESHOP_BASE_URL")]
    [InlineData("https://api.acmerates.co.uk", "ACMERATES_BASE_URL")]
    [InlineData("https://gee.acmebank.fi.cr", "ACMEBANK_GEE_BASE_URL")]
    public Task HostOfASharedDomain_IsNamedForItsOwner(string url, string variable) => Verify.VerifyCodeFixAsync(Source(Literal(url)), Source(Variable(variable)));

    /// <summary>Production's value goes there.</summary>
    [Theory]
    [InlineData("https://staging-api.mailstats.io/v2", "MAILSTATS_BASE_URL")]
    [InlineData("https://push-sandbox.acme-push.io/v1", "ACME_PUSH_PUSH_BASE_URL")]
    [InlineData("https://uat2.acmerates.io/orders", "ACMERATES_ORDERS_URL")]
    [InlineData("https://ocr-dev.cognitiveservices.azure.com", "OCR_COGNITIVESERVICES_BASE_URL")]
    public Task Stage_LeavesTheName(string url, string variable) => VerifyNonProduction.VerifyCodeFixAsync(Source(Literal(url)), Source(Variable(variable)));

    [Fact]
    public Task StageBesideTheLiveHost_KeepsItsName() => VerifyNonProduction.VerifyCodeFixAsync(
        Source(Literal("https://sandbox.acmerates.io"), "\"https://api.acmerates.io\""), Source(Variable("ACMERATES_SANDBOX_BASE_URL"), "\"https://api.acmerates.io\""));

    [Fact]
    public Task SettingThatIsReadAlready_KeepsItsName() => VerifyNonProduction.VerifyCodeFixAsync(
        Source(Literal("https://sandbox.acmerates.io"), Variable("ACMERATES_BASE_URL")), Source(Variable("ACMERATES_SANDBOX_BASE_URL"), Variable("ACMERATES_BASE_URL")));

    [Fact]
    public Task TwoStages_KeepTheirNames() => VerifyNonProduction.VerifyCodeFixAsync(
        Source(Literal("https://uat.acmerates.io"), Literal("https://staging.acmerates.io")), Source(Variable("ACMERATES_UAT_BASE_URL"), Variable("ACMERATES_STAGING_BASE_URL")));

    /// <summary>Two of one name under two domains, and a third host of the domain that has no such neighbour.</summary>
    [Theory]
    [InlineData("https://owner-api.cloud.acmecar.cn", "ACMECAR_OWNER_API_CLOUD_BASE_URL")]
    [InlineData("https://auth.eu.acmecar.cn", "ACMECAR_AUTH_EU_BASE_URL")]
    public Task TwoDomains_TeslaLogger_LeaveAnotherHostItsName(string url, string variable) => Verify.VerifyCodeFixAsync(
        Source(Literal("https://login.acmecar.com"), Literal("https://login.acmecar.cn")) + Third(Literal(url)),
        Source(Variable("ACMECAR_DOT_COM_LOGIN_BASE_URL"), Variable("ACMECAR_DOT_CN_LOGIN_BASE_URL")) + Third(Variable(variable)));

    /// <summary>The scheme of one would change unsaid.</summary>
    [Fact]
    public Task TwoSchemesOfOneHost_AreTwoSettings() => Verify.VerifyCodeFixAsync(
        Source(Literal("http://api.acmerates.io"), Literal("https://api.acmerates.io")), Source(Variable("ACMERATES_HTTP_BASE_URL"), Variable("ACMERATES_BASE_URL")));

    [Fact]
    public Task TwoSchemesOfOneHost_EncryptedFirst_AreTwoSettings() => Verify.VerifyCodeFixAsync(
        Source(Literal("https://api.acmerates.io"), Literal("http://api.acmerates.io")), Source(Variable("ACMERATES_BASE_URL"), Variable("ACMERATES_HTTP_BASE_URL")));

    [Fact]
    public Task OneSchemeOfAHost_IsNoPartOfItsName() => Verify.VerifyCodeFixAsync(Source(Literal("http://api.acmerates.io")), Source(Variable("ACMERATES_BASE_URL")));

    /// <summary>Whoever starts a program with windows sets no variables for it.</summary>
    [Fact]
    public Task ProgramWithWindows_FixIsNotOffered() => Verify.VerifyNoFixAsync(Source(Literal("https://api.acmerates.io")) + Window);

    [Fact]
    public Task ProgramWithWindows_ConfigurationInReach_FixReadsIt() => Verify.VerifyCodeFixAsync(
        Configured(Literal("https://api.acmerates.io")) + Window,
        Configured("configuration[\"Acmerates:BaseUrl\"] ?? throw new InvalidOperationException(\"Set the configuration value 'Acmerates:BaseUrl'.\")") + Window);

    /// <summary>PaddiM8, quangntpk: other settings of what is called stand in a section already.</summary>
    [Theory]
    [InlineData("config.GetSection(\"Nominatim\")[\"UserAgent\"]", "https://nominatim.streets.org", "Nominatim")]
    [InlineData("config[\"ReCaptcha:SecretKey\"]", "https://www.acmesearch.com/recaptcha/api/site/verify", "ReCaptcha")]
    [InlineData("config[\"Acmerates:Key\"]", "https://eu.acmerates.io", "Acmerates", "Eu")]
    [InlineData("config[\"Auth:Audience\"]", "https://auth.acmerates.io", "Acmerates", "Auth")]
    [InlineData("config[\"Nominatim:UserUrl\"]", "https://nominatim.streets.org", "Streets", "Nominatim")]
    public Task SectionThatTheTypeReads_TakesTheEndpointToo(string read, string url, string section, string start = "")
    {
        var (path, rest) = url.Contains("/api/") ? (url[(url.IndexOf(".com", System.StringComparison.Ordinal) + 4)..], true) : ("", false);
        var setting = $"configuration[\"{section}:{start}BaseUrl\"] ?? throw new InvalidOperationException(\"Set the configuration value '{section}:{start}BaseUrl'.\")";
        return Verify.VerifyCodeFixAsync(
            Configured(Literal(url), read.Replace("config", "configuration") + " ?? \"\""),
            Configured(rest ? $"({setting}).TrimEnd('/') + \"{path}\"" : setting, read.Replace("config", "configuration") + " ?? \"\""));
    }

    /// <summary>One section of two hosts would be one setting for both.</summary>
    [Fact]
    public Task SectionThatNamesTwoHosts_TakesNeither() => Verify.VerifyCodeFixAsync(
        Paged(Literal("https://rates.acmebank.io"), Literal("https://rates.acmeshop.io")), Paged(Setting("Acmebank:Rates"), Setting("Acmeshop:Rates")));

    private static string Paged(string first, string second) => Configured(first, second).Replace("    public Task<string> First()", "    public string? Page => configuration[\"Rates:Page\"];\n\n    public Task<string> First()");

    private static string Setting(string start) => $"configuration[\"{start}BaseUrl\"] ?? throw new InvalidOperationException(\"Set the configuration value '{start}BaseUrl'.\")";

    private const string Window = "\nclass Colours\n{\n    public object? DependencyProperty { get; set; }\n}\n";

    private static string Configured(string url, string second = "\"b\"") => Source(url, second).Replace("(HttpClient http)", "(HttpClient http, Microsoft.Extensions.Configuration.IConfiguration configuration)");

    private static string Source(string first, string second = "\"b\"") =>
        "using System;\nusing System.Net.Http;\nusing System.Threading.Tasks;\n\n" +
        $"class Rates(HttpClient http)\n{{\n    public Task<string> First() => http.GetStringAsync({first});\n\n    public Task<string> Second() => http.GetStringAsync({second});\n}}\n";

    private static string Third(string third) => $"\nclass Third(HttpClient http)\n{{\n    public Task<string> Get() => http.GetStringAsync({third});\n}}\n";

    private static string Literal(string url) => $"[|\"{url}\"|]";

    private static string Variable(string name) => $"Environment.GetEnvironmentVariable(\"{name}\") ?? throw new InvalidOperationException(\"Set the environment variable {name}.\")";
}
