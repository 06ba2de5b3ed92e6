using System.Threading.Tasks;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Secrets.IA3007UnvalidatedOptions>;

namespace IntegrationAnalyzers.Tests.Rules.Secrets;

public sealed class IA3007UnvalidatedOptionsTests
{
    private const string Usings = """
        using System;
        using System.ComponentModel.DataAnnotations;
        using System.Net.Http;
        using System.Net.Http.Headers;
        using System.Threading.Tasks;
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Options;

        class RatesOptions
        {
            [Required]
            public string BaseUrl { get; set; } = "";

            [Required]
            public string ApiKey { get; set; } = "";

            public int Retries { get; set; }
        }

        """;

    private const string Client = """

        class Rates
        {
            private readonly HttpClient _http;

            public Rates(HttpClient http, IOptions<RatesOptions> options)
            {
                _http = http;
                _http.BaseAddress = new Uri(options.Value.BaseUrl);
                _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", options.Value.ApiKey);
            }
        }
        """;

    [Fact]
    public Task Configure_Reports() => Verify.VerifyAnalyzerAsync(Usings + """
        static class Startup
        {
            public static void Add(IServiceCollection services, IConfiguration configuration)
            {
                services.[|Configure<RatesOptions>|](configuration.GetSection("Rates"));
                services.[|Configure<RatesOptions>|]("other", configuration.GetSection("Other"));
            }
        }
        """ + Client);

    [Fact]
    public Task UseInAFileThatDoesNotNameTheType_Reports() => new Verify.Test
    {
        TestCode = Usings + """
            class Settings(IOptions<RatesOptions> options)
            {
                public RatesOptions Rates => options.Value;
            }

            static class Startup
            {
                public static void Add(IServiceCollection services, IConfiguration configuration) =>
                    services.[|Configure<RatesOptions>|](configuration.GetSection("Rates"));
            }
            """,
        TestState =
        {
            Sources =
            {
                ("/0/Client.cs", """
                    using System;
                    using System.Net.Http;

                    class Client(HttpClient http, Settings settings)
                    {
                        public void Prepare() => http.BaseAddress = new Uri(settings.Rates.BaseUrl);
                    }
                    """),
                ("/0/Other.cs", """
                    class Other
                    {
                        public string BaseUrl { get; set; } = "";

                        public bool IsEmpty => string.IsNullOrEmpty(BaseUrl);
                    }
                    """),
            },
        },
    }.RunAsync();

    [Fact]
    public Task CheckInAFileThatDoesNotNameTheType_IsQuiet() => new Verify.Test
    {
        TestCode = Usings + """
            class Settings(IOptions<RatesOptions> options)
            {
                public RatesOptions Rates => options.Value;
            }

            static class Startup
            {
                public static void Add(IServiceCollection services, IConfiguration configuration) =>
                    services.Configure<RatesOptions>(configuration.GetSection("Rates"));
            }
            """,
        TestState =
        {
            Sources =
            {
                ("/0/Client.cs", """
                    using System;
                    using System.Net.Http;

                    class Client(HttpClient http, Settings settings)
                    {
                        public void Prepare() => http.BaseAddress = new Uri(settings.Rates.BaseUrl ?? throw new InvalidOperationException("No rates."));
                    }
                    """),
            },
        },
    }.RunAsync();

    [Fact]
    public Task EShopWebhookClient_BindConfigurationIntoARegistration_Reports() => Verify.VerifyAnalyzerAsync(Usings + """
        static class Startup
        {
            public static void Add(IServiceCollection services)
            {
                services.[|AddOptions<RatesOptions>|]().BindConfiguration(nameof(RatesOptions));
                services.AddHttpClient("rates", (sp, c) => c.BaseAddress = new Uri(sp.GetRequiredService<IOptions<RatesOptions>>().Value.BaseUrl));
            }
        }
        """);

    [Fact]
    public Task ValidatedWhenFirstReadAlone_Reports() => Verify.VerifyAnalyzerAsync(Usings + """
        static class Startup
        {
            public static void Add(IServiceCollection services, IConfiguration configuration) =>
                services.[|AddOptions<RatesOptions>|]().Bind(configuration.GetSection("Rates")).ValidateDataAnnotations();
        }
        """ + Client);

    [Fact]
    public Task KeyInAHeader_Reports() => Verify.VerifyAnalyzerAsync(Usings + """
        static class Startup
        {
            public static void Add(IServiceCollection services, IConfiguration configuration) => services.[|Configure<RatesOptions>|](configuration);
        }

        class Rates(IOptions<RatesOptions> options)
        {
            public void Sign(HttpRequestMessage request) => request.Headers.Add("Authorization", "Key " + options.Value.ApiKey);
        }
        """);

    [Fact]
    public Task ValidatedAtStart_IsQuiet() => Verify.VerifyAnalyzerAsync(Usings + """
        static class Startup
        {
            public static void Add(IServiceCollection services, IConfiguration configuration) =>
                services.AddOptions<RatesOptions>().Bind(configuration.GetSection("Rates")).Validate(o => o.BaseUrl.Length > 0).ValidateOnStart();
        }
        """ + Client);

    [Fact]
    public Task ValidatedAtStartElsewhere_IsQuiet() => Verify.VerifyAnalyzerAsync(Usings + """
        static class Startup
        {
            public static void Add(IServiceCollection services, IConfiguration configuration)
            {
                services.Configure<RatesOptions>(configuration.GetSection("Rates"));
                services.AddOptions<RatesOptions>().ValidateDataAnnotations().ValidateOnStart();
            }
        }
        """ + Client);

    [Fact]
    public Task OwnValidator_IsQuiet() => Verify.VerifyAnalyzerAsync(Usings + """
        class RatesValidator : IValidateOptions<RatesOptions>
        {
            public ValidateOptionsResult Validate(string? name, RatesOptions options) => ValidateOptionsResult.Success;
        }

        static class Startup
        {
            public static void Add(IServiceCollection services, IConfiguration configuration) => services.Configure<RatesOptions>(configuration.GetSection("Rates"));
        }
        """ + Client);

    [Fact]
    public Task CheckedByHand_IsQuiet() => Verify.VerifyAnalyzerAsync(Usings + """
        static class Startup
        {
            public static void Add(IServiceCollection services, IConfiguration configuration) => services.Configure<RatesOptions>(configuration.GetSection("Rates"));
        }

        class Rates
        {
            public Rates(HttpClient http, IOptions<RatesOptions> options)
            {
                ArgumentException.ThrowIfNullOrEmpty(options.Value.BaseUrl);
                http.BaseAddress = new Uri(options.Value.BaseUrl);
            }
        }
        """);

    [Fact]
    public Task GetCheckedByHand_IsQuiet() => Verify.VerifyAnalyzerAsync(Usings + """
        static class Startup
        {
            public static HttpClient Make(IConfiguration configuration)
            {
                var options = configuration.GetSection("Rates").Get<RatesOptions>() ?? throw new InvalidOperationException("Rates is missing.");
                return new HttpClient { BaseAddress = new Uri(options.BaseUrl), Timeout = TimeSpan.FromSeconds(5) };
            }
        }
        """);

    [Fact]
    public Task OptionsOfNoClientAndSetInCode_AreQuiet() => Verify.VerifyAnalyzerAsync(Usings + """
        class PageOptions
        {
            public string Title { get; set; } = "";
        }

        static class Startup
        {
            public static void Add(IServiceCollection services, IConfiguration configuration, Uri root)
            {
                services.Configure<PageOptions>(configuration.GetSection("Page"));
                services.Configure<RatesOptions>(o => o.BaseUrl = root.ToString());
                services.AddOptions<RatesOptions>().Configure(o => o.ApiKey = "");
            }
        }
        """ + Client);

    [Fact]
    public Task EveryForm_FixValidatesAtStart() => Verify.VerifyCodeFixAsync(
        Usings + """
        class PricesOptions
        {
            public string BaseUrl { get; set; } = "";
        }

        class StockOptions
        {
            public Uri? BaseUrl { get; set; }
        }

        static class Startup
        {
            public static void Add(IServiceCollection services, IConfiguration configuration)
            {
                // Rates.
                services.[|Configure<RatesOptions>|](configuration.GetSection("Rates")); // from the file
                services.[|AddOptions<PricesOptions>|]()
                    .BindConfiguration("Prices");
                services.[|AddOptions<StockOptions>|]().Bind(configuration.GetSection("Stock")).ValidateDataAnnotations();
            }
        }

        class Prices
        {
            public Prices(HttpClient a, IOptions<PricesOptions> prices) => a.BaseAddress = new Uri(prices.Value.BaseUrl);

            public Prices(HttpClient b, IOptions<StockOptions> stock) => b.BaseAddress = stock.Value.BaseUrl;
        }
        """ + Client,
        Usings + """
        class PricesOptions
        {
            public string BaseUrl { get; set; } = "";
        }

        class StockOptions
        {
            public Uri? BaseUrl { get; set; }
        }

        static class Startup
        {
            public static void Add(IServiceCollection services, IConfiguration configuration)
            {
                // Rates.
                services.AddOptions<RatesOptions>().Bind(configuration.GetSection("Rates")).ValidateDataAnnotations().ValidateOnStart(); // from the file
                services.AddOptions<PricesOptions>()
                    .BindConfiguration("Prices")
                    .Validate(options => !string.IsNullOrWhiteSpace(options.BaseUrl), "PricesOptions.BaseUrl is not set")
                    .ValidateOnStart();
                services.AddOptions<StockOptions>().Bind(configuration.GetSection("Stock")).ValidateDataAnnotations().ValidateOnStart();
            }
        }

        class Prices
        {
            public Prices(HttpClient a, IOptions<PricesOptions> prices) => a.BaseAddress = new Uri(prices.Value.BaseUrl);

            public Prices(HttpClient b, IOptions<StockOptions> stock) => b.BaseAddress = stock.Value.BaseUrl;
        }
        """ + Client);

    [Fact]
    public Task ResultOfConfigureIsUsed_NoFix() => Verify.VerifyNoFixAsync(Usings + """
        static class Startup
        {
            public static IServiceCollection Add(IServiceCollection services, IConfiguration configuration) => services.[|Configure<RatesOptions>|](configuration.GetSection("Rates"));
        }
        """ + Client);

    /// <summary>ahmedyasir779/BankIntegrationPlatform, RegisterInfrastructure: the section stands on a line of its own.</summary>
    [Fact]
    public Task SectionOnItsOwnLine_FixGivesEachCallOne() => Verify.VerifyCodeFixAsync(
        Broken("""
            services.[|Configure<StaticDataClientSettings>|](
                configuration.GetSection("Data"));
            """),
        Broken("""
            services.AddOptions<StaticDataClientSettings>()
                .Bind(configuration.GetSection("Data"))
                .Validate(options => options.BaseStaticDataClientUrl != null, "StaticDataClientSettings.BaseStaticDataClientUrl is not set")
                .ValidateOnStart();
            """));

    private static string Broken(string statement) => Usings + $$"""
        class StaticDataClientSettings
        {
            public Uri? BaseStaticDataClientUrl { get; set; }
        }

        class StaticDataClient
        {
            public StaticDataClient(HttpClient client, IOptions<StaticDataClientSettings> options) => client.BaseAddress = options.Value.BaseStaticDataClientUrl;
        }

        static class Startup
        {
            public static void Add(IServiceCollection services, IConfiguration configuration)
            {
                {{statement.Replace("\n", "\n        ")}}
            }
        }
        """;

    [Fact]
    public Task TypeWithoutAnnotations_FixAsksForTheMember() => Verify.VerifyCodeFixAsync(
        Usings + """
        class StaticDataClientSettings
        {
            public Uri? BaseStaticDataClientUrl { get; set; }
        }

        class StaticDataClient
        {
            public StaticDataClient(HttpClient client, IOptions<StaticDataClientSettings> options) => client.BaseAddress = options.Value.BaseStaticDataClientUrl;
        }

        static class Startup
        {
            public static void Add(IServiceCollection services, IConfiguration options)
            {
                services.[|Configure<StaticDataClientSettings>|](options.GetSection(nameof(StaticDataClient)));
            }
        }
        """,
        Usings + """
        class StaticDataClientSettings
        {
            public Uri? BaseStaticDataClientUrl { get; set; }
        }

        class StaticDataClient
        {
            public StaticDataClient(HttpClient client, IOptions<StaticDataClientSettings> options) => client.BaseAddress = options.Value.BaseStaticDataClientUrl;
        }

        static class Startup
        {
            public static void Add(IServiceCollection services, IConfiguration options)
            {
                services.AddOptions<StaticDataClientSettings>().Bind(options.GetSection(nameof(StaticDataClient))).Validate(settings => settings.BaseStaticDataClientUrl != null, "StaticDataClientSettings.BaseStaticDataClientUrl is not set").ValidateOnStart();
            }
        }
        """);
}
