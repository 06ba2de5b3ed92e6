using System.Threading.Tasks;
using Xunit;
using static IntegrationAnalyzers.Tests.Rules.Secrets.IA3003EndpointInSourceTests;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Secrets.IA3003EndpointInSource>;

namespace IntegrationAnalyzers.Tests.Rules.Secrets;

/// <summary>Addresses that members, options and descriptions hold until somebody gives another.</summary>
public sealed class IA3003DefaultTests
{
    [Fact]
    public Task DefaultFromConfiguration_IsQuiet() => Verify.VerifyAnalyzerAsync(Usings + """
        using Microsoft.Extensions.Configuration;

        class Rates(HttpClient http, IConfiguration configuration)
        {
            public Task<string> Get() => http.GetStringAsync(configuration["Rates:Url"] ?? "https://api.acmerates.com/latest");

            public Task<string> Other() => http.GetStringAsync(configuration.GetValue("Rates:Url", "https://api.acmerates.com/latest"));
        }
        """);

    private static string Called(string body) => Usings + $$"""
        using Microsoft.Extensions.Configuration;

        class Rates(HttpClient http, IConfiguration configuration)
        {
            public Task<string> Get()
            {
                {{body}}
            }
        }
        """;

    [Theory]
    [InlineData("return http.GetStringAsync(configuration[\"Url\"] is string url ? url : \"https://api.acmerates.com/\");")]
    [InlineData("return http.GetStringAsync(configuration[\"Url\"] is { Length: > 0 } url ? url.TrimEnd('/') : \"https://api.acmerates.com/\");")]
    [InlineData("return http.GetStringAsync(Environment.GetEnvironmentVariable(\"URL\") is not { } url ? \"https://api.acmerates.com/\" : url);")]
    [InlineData("return http.GetStringAsync(configuration[\"Url\"] switch { null or \"\" => \"https://api.acmerates.com/\", var url => url });")]
    [InlineData("return http.GetStringAsync(configuration[\"Url\"] switch { { Length: > 0 } url => url, null => \"https://api.acmerates.com/\", _ => throw new InvalidOperationException() });")]
    [InlineData("if (configuration[\"Url\"] is not { } url) url = \"https://api.acmerates.com/\"; return http.GetStringAsync(url);")]
    public Task DefaultBehindAPattern_IsQuiet(string body) => Verify.VerifyAnalyzerAsync(Called(body));

    [Theory]
    [InlineData("return http.GetStringAsync(configuration[\"Version\"] is string version ? [|\"https://api.acmerates.com/v2\"|] : [|\"https://api.acmerates.com/v1\"|]);")]
    [InlineData("return http.GetStringAsync(configuration[\"Version\"] switch { \"2\" => [|\"https://api.acmerates.com/v2\"|], _ => [|\"https://api.acmerates.com/v1\"|] });")]
    [InlineData("if (configuration[\"Version\"] is not { } version) return http.GetStringAsync([|\"https://api.acmerates.com/v1\"|]); return http.GetStringAsync(version);")]
    public Task ChoiceThatIsNoDefault_Reports(string body) => Verify.VerifyAnalyzerAsync(Called(body));

    [Fact]
    public Task DuplicatiDrime_DefaultWhereTheOptionIsBlank_IsQuiet() => Verify.VerifyAnalyzerAsync(Usings + """
        class Drime
        {
            private const string DEFAULT_API_URL = "https://app.drime.cloud/api/v1";

            private readonly string _apiUrl;

            public Drime(string option)
            {
                _apiUrl = option ?? "";
                if (string.IsNullOrWhiteSpace(_apiUrl))
                    _apiUrl = DEFAULT_API_URL;
            }

            public HttpClient Make() => new HttpClient { BaseAddress = new Uri(_apiUrl.TrimEnd('/') + "/"), Timeout = TimeSpan.FromSeconds(5) };

            public Task<string> Get(HttpClient http, string option) =>
                http.GetStringAsync(string.IsNullOrEmpty(option) ? "https://app.drime.cloud/api/v1" : option);
        }
        """);

    [Fact]
    public Task DuplicatiFilejump_DefaultUsedWithoutAsking_Reports() => Verify.VerifyAnalyzerAsync(Usings + """
        class Filejump
        {
            private const string DEFAULT_API_URL = [|"https://drive.filejump.com/api/v1/"|];

            private readonly string _apiUrl;

            public Filejump(string option)
            {
                _apiUrl = option;
                if (_apiUrl == null)
                    _apiUrl = DEFAULT_API_URL;
            }

            public HttpClient Make() => new HttpClient { BaseAddress = new Uri(DEFAULT_API_URL), Timeout = TimeSpan.FromSeconds(5) };

            public string Url => _apiUrl;
        }
        """);

    [Fact]
    public Task OctokitGitHubClient_PublicOverridableDefault_IsQuiet() => Verify.VerifyAnalyzerAsync(Usings + """
        public class GitHubClient
        {
            public static readonly Uri GitHubApiUrl = new Uri("https://api.github.com/");

            private readonly HttpClient _http;

            public GitHubClient(HttpClient http)
                : this(http, GitHubApiUrl)
            {
            }

            public GitHubClient(HttpClient http, Uri baseAddress)
            {
                _http = http;
                _http.BaseAddress = baseAddress;
            }
        }
        """);

    private static Task InProgram(string source) => new Verify.Test { TestCode = source, OutputKind = Microsoft.CodeAnalysis.OutputKind.ConsoleApplication }.RunAsync();

    private static string CommandLine(string attribute, string url) => Usings + $$"""
        class OptionAttribute(string name) : Attribute { public string? Default { get; set; } }

        class Upload
        {
            [{{attribute}}]
            public string Url { get; init; } = {{url}};

            public Task Run(HttpClient http) => http.GetStringAsync(Url + "/upload");
        }

        static class Program
        {
            static Task Main(string[] args) => Parse<Upload>(args).Run(new HttpClient { Timeout = TimeSpan.FromSeconds(9) });

            static T Parse<T>(string[] args) where T : new() => new();
        }
        """;

    [Theory]
    [InlineData("Option")]
    [InlineData("Value")]
    [InlineData("Argument")]
    [InlineData("CommandOption")]
    [InlineData("CommandArgument")]
    [InlineData("Parameter")]
    public Task MuhomorikCosmosDbOptions_SetByTheCommandLine_IsQuiet(string attribute) =>
        InProgram(CommandLine(attribute + "(\"url\", Default = \"https://api.acmerates.com\")", "\"https://api.acmerates.com\"").Replace("OptionAttribute", attribute + "Attribute"));

    [Fact]
    public Task MemberWithAnotherAttribute_Reports() => InProgram(CommandLine("System.ComponentModel.Description(\"url\")", "[|\"https://api.acmerates.com\"|]"));

    private static string Seeded(string seed) => Usings + $$"""
        class Charger { public string Server { get; set; } = ""; }

        class Builder<T> { public void HasData(params T[] rows) { } public void Keep(T row) { } }

        class Context
        {
            public void OnModelCreating(Builder<Charger> builder) => builder.{{seed}};

            public Task<string> Call(HttpClient http, Charger charger) => http.GetStringAsync(charger.Server + "/state");
        }
        """;

    [Fact]
    public Task IammeterSimulator_FirstRowOfATable_IsQuiet() => Verify.VerifyAnalyzerAsync(Seeded("HasData(new Charger { Server = \"https://api.acmerates.com\" })"));

    [Fact]
    public Task ObjectThatIsKept_Reports() => Verify.VerifyAnalyzerAsync(Seeded("Keep(new Charger { Server = [|\"https://api.acmerates.com\"|] })"));

    [Fact]
    public Task SettableOptionsProperty_IsQuiet() => Verify.VerifyAnalyzerAsync(Usings + """
        public class RatesOptions
        {
            public string Url { get; set; } = "https://api.acmerates.com/latest";
        }

        public class Rates(HttpClient http, RatesOptions options)
        {
            public Task<string> Get() => http.GetStringAsync(options.Url);
        }
        """);

    [Fact]
    public Task BtcPayRateProviders_EachReadsItsOwnDescription() => Verify.VerifyAnalyzerAsync(Usings + """
        public record RateSource(string Id, string Name, string Url);

        public interface IRates { RateSource Source { get; } }

        class Called(HttpClient http) : IRates
        {
            public RateSource Source => new("a", "A", [|"https://api.acmerates.com/latest"|]);

            public Task<string> Get() => http.GetStringAsync(Source.Url);
        }

        class Described : IRates
        {
            public RateSource Source => new("b", "B", "https://api.other-rates.com/latest");
        }

        class Kept : IRates
        {
            public RateSource Source { get; } = new("c", "C", "https://api.third-rates.com/latest");
        }
        """);

    [Fact]
    public Task DescriptionReadThroughItsInterface_Reports() => Verify.VerifyAnalyzerAsync(Usings + """
        public record RateSource(string Id, string Url);

        public interface IRates { RateSource Source { get; } }

        class Described : IRates
        {
            public RateSource Source => new("b", [|"https://api.acmerates.com/latest"|]);
        }

        class Reader(HttpClient http, IRates rates)
        {
            public Task<string> Get() => http.GetStringAsync(rates.Source.Url);
        }
        """);

    [Fact]
    public Task TelegramBotOptions_DefaultWhereNoUrlWasGiven_IsQuiet() => Verify.VerifyAnalyzerAsync(Usings + """
        public class BotOptions
        {
            private const string Root = "https://api.acmebots.com";

            public BotOptions(string? url = null)
            {
                IsOwn = url is not null;
                var root = IsOwn ? Authority(url!) : Root;
                Requests = $"{root}/bot";
            }

            public bool IsOwn { get; }

            public string Requests { get; }

            private static string Authority(string url) => new Uri(url).GetLeftPart(UriPartial.Authority);
        }

        public class Bot(HttpClient http, BotOptions options)
        {
            public Task<string> Get() => http.GetStringAsync(options.Requests + "/me");
        }
        """);

    [Fact]
    public Task OtherWayThatNobodyChooses_Reports() => Verify.VerifyAnalyzerAsync(Usings + """
        public class Bot(HttpClient http)
        {
            public Task<string> Get(bool isFast, string id) => http.GetStringAsync(isFast ? Fast(id) : [|"https://api.acmebots.com/slow"|]);

            private static string Fast(string id) => id + "/fast";
        }
        """);

    [Fact]
    public Task DuplicatiMovistar_BothWaysLeadThere_Reports() => Verify.VerifyAnalyzerAsync(Usings + """
        public class Files(HttpClient http, string key)
        {
            private const string Root = [|"https://upload.acmecloud.com"|];

            public Task<string> Get(string path) => http.GetStringAsync(WithKey(Root + path));

            private string WithKey(string url) => url.Contains("key=") ? url : $"{url}{(url.Contains("?") ? "&" : "?")}key={Uri.EscapeDataString(key)}";
        }
        """);

    [Fact]
    public Task SendGridOptions_SetByTheirConstructor_IsQuiet() => Verify.VerifyAnalyzerAsync(Usings + """
        public class MailOptions
        {
            public MailOptions() => Host = "https://api.acmemail.com";

            public string Host { get; set; }
        }

        public class Mail(HttpClient http, MailOptions options)
        {
            public Task<string> Get() => http.GetStringAsync(options.Host + "/send");
        }
        """);

    [Fact]
    public Task MemberThatNobodyElseSets_Reports() => Verify.VerifyAnalyzerAsync(Usings + """
        public class Mail
        {
            private readonly HttpClient _http;

            public Mail(HttpClient http)
            {
                _http = http;
                Host = [|"https://api.acmemail.com"|];
            }

            public string Host { get; private set; }

            public Task<string> Get() => _http.GetStringAsync(Host + "/send");
        }
        """);

    [Theory]
    [InlineData("", "[|\"https://api.acmerates.com/latest\"|]")]
    [InlineData("/// <summary>The address; the provider's own by default.</summary>", "\"https://api.acmerates.com/latest\"")]
    public Task OptionsDefaultInAProgram_ReportsUnlessDocumented(string comment, string value) => new Verify.Test
    {
        OutputKind = Microsoft.CodeAnalysis.OutputKind.ConsoleApplication,
        TestCode = Usings + $$"""
            public static class Program
            {
                public static void Main() { }
            }

            public class RatesOptions
            {
                {{comment}}
                public string Url { get; set; } = {{value}};
            }

            public class Rates(HttpClient http, RatesOptions options)
            {
                public Task<string> Get() => http.GetStringAsync(options.Url);
            }
            """,
    }.RunAsync();

    /// <summary>What a section is bound to may be set without a release: the literal holds where nothing else is said.</summary>
    [Theory]
    [InlineData("services.Configure<PaySettings>(configuration.GetSection(\"Pay\"));", false)]
    [InlineData("services.AddOptions<PaySettings>().BindConfiguration(\"Pay\");", false)]
    [InlineData("services.AddSingleton(configuration.GetSection(\"Pay\").Get<PaySettings>()!);", false)]
    [InlineData("var pay = new PaySettings(); configuration.GetSection(\"Pay\").Bind(pay); services.AddSingleton(pay);", false)]
    [InlineData("PaySettings pay = new(); configuration.Bind(\"Pay\", pay); services.AddSingleton(pay);", false)]
    [InlineData("services.AddSingleton(sp => { PaySettings? pay = null; pay = new PaySettings(); configuration.Bind(\"Pay\", pay); return pay; });", false)]
    [InlineData("var pay = new PaySettings(); var other = new object(); configuration.Bind(\"Pay\", other); services.AddSingleton(pay);", true)]
    [InlineData("configuration.GetSection(\"Pay\").Bind(new PaySettings());", false)]
    [InlineData("services.Configure<PaySettings>(o => configuration.GetSection(\"Pay\").Bind(o));", false)]
    [InlineData("services.AddOptions<PaySettings>().Configure<IConfiguration>((settings, values) => values.GetSection(\"Pay\").Bind(settings));", false)]
    [InlineData("services.Configure<PaySettings>(o => { o.Key = \"\"; o.BaseUrl = configuration[\"Pay:BaseUrl\"]!; });", false)]
    [InlineData("services.Configure<PaySettings>(o => o.BaseUrl = configuration.GetValue<string>(\"Pay:BaseUrl\")!);", false)]
    [InlineData("services.Configure<PaySettings>(o => o.Key = configuration[\"Pay:Key\"]!);", true)]
    [InlineData("services.Configure<PaySettings>(o => o.Key = \"\");", true)]
    [InlineData("services.AddOptions<PaySettings>().Configure<IConfiguration>((settings, values) => settings.Key = values[\"Key\"] ?? \"\");", true)]
    [InlineData("services.AddSingleton(new PaySettings());", true)]
    public Task EvRental_DefaultOfBoundSettings_IsQuiet(string binding, bool reports) => new Verify.Test
    {
        OutputKind = Microsoft.CodeAnalysis.OutputKind.ConsoleApplication,
        TestCode = Usings + $$"""
            using Microsoft.Extensions.Configuration;
            using Microsoft.Extensions.DependencyInjection;

            public static class Program
            {
                public static void Main() { }

                public static void Add(IServiceCollection services, IConfiguration configuration) { {{binding}} }
            }

            public class PaySettings
            {
                public string BaseUrl { get; set; } = {{(reports ? "[|\"https://api.acmepay.com\"|]" : "\"https://api.acmepay.com\"")}};
                public string Key { get; set; } = "";
            }

            public class Payments(HttpClient http, PaySettings settings)
            {
                public Task<string> Get() => http.GetStringAsync(settings.BaseUrl + "/payments");
            }
            """,
    }.RunAsync();
}
