using System.Threading.Tasks;
using IntegrationAnalyzers.Tests.Model.Secrets;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Secrets.IA3004NonProductionEndpoint>;

namespace IntegrationAnalyzers.Tests.Rules.Secrets;

public sealed class IA3004NonProductionEndpointTests
{
    internal const string Usings = """
        using System;
        using System.Net.Http;
        using System.Threading.Tasks;

        """;

    private static readonly string TestKey = TokenSample.Of("Stripe", "Test keys");

    [Fact]
    public Task PayPalSandboxAsConstant_Reports() => Verify.VerifyAnalyzerAsync(Usings + """
        class PayPalService
        {
            private HttpClient GetPaypalHttpClient()
            {
                const string sandbox = [|"https://api.sandbox.paypal.com"|];

                var http = new HttpClient
                {
                    BaseAddress = new Uri(sandbox),
                    Timeout = TimeSpan.FromSeconds(30),
                };
                return http;
            }
        }
        """);

    [Fact]
    public Task MoipCSharp_StaticClientOnTheSandboxConstant_Reports() => Verify.VerifyAnalyzerAsync(Usings + """
        class Configuration
        {
            private static HttpClient httpClient = new HttpClient { BaseAddress = new Uri(BaseAddress.SANDBOX) };

            private static class BaseAddress
            {
                public const string SANDBOX = [|"https://sandbox.moip.com.br/"|];
                public const string PRODUCTION = "https://api.moip.com.br/";
            }

            public static HttpClient HttpClient() => httpClient;
        }
        """);

    [Fact]
    public Task DocumoController_SandboxAndTunnelInRequests_Report() => Verify.VerifyAnalyzerAsync(Usings + """
        class DocumoController(HttpClient client)
        {
            public async Task<string> Send(string id)
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, [|"https://api.sandbox.documo.com/v1/fax/send"|]);
                using var response = await client.SendAsync(request);
                response.EnsureSuccessStatusCode();
                await client.GetStringAsync([|$"https://9de2-203-129-247-226.ngrok-free.app/hook/{id}"|]);
                return await client.GetStringAsync([|"https://my-app-uat.azurewebsites.net/api/faxes"|]);
            }
        }
        """);

    [Theory]
    [InlineData("https://test-payment.momopay.vn/gw")]
    [InlineData("https://api.nexiopaysandbox.com/pay")]
    [InlineData("https://checkout-test.adyen.com/v71/payments")]
    [InlineData("https://try.access.worldpay.com/payments")]
    [InlineData("https://demo.docusign.net/restapi")]
    [InlineData("https://paper-api.alpaca.markets/v2")]
    [InlineData("https://blue-cat.trycloudflare.com/")]
    [InlineData("https://abc-5001.euw.devtunnels.ms/api")]
    [InlineData("https://jsonplaceholder.typicode.com/todos")]
    [InlineData("http://localhost:5009/api")]
    [InlineData("https://127.0.0.1:7033/api")]
    [InlineData("http://[::1]:8080/")]
    [InlineData("http://host.docker.internal:3000/")]
    [InlineData("https://app.localtest.me/")]
    [InlineData("http://orders.staging.svc.cluster.local/")]
    [InlineData("https://api.uat2.acmepay.co.uk/v1")]
    public Task HostOfTheTable_Reports(string url) => Verify.VerifyAnalyzerAsync(Usings + $$"""
        class Client(HttpClient http)
        {
            public Task<string> Get() => http.GetStringAsync([|"{{url}}"|]);
        }
        """);

    [Theory]
    [InlineData("https://dev.azure.com/acme/_apis/projects")]
    [InlineData("https://dev.gittigidiyor.com:8443/listingapi/ws/IndividualProductService")]
    [InlineData("https://dev.virtualearth.net/REST/v1/Locations")]
    [InlineData("https://api.dev.runwayml.com/v1/tasks")]
    [InlineData("https://api.testrail.io/v2")]
    [InlineData("https://developer.api.autodesk.com/oss")]
    [InlineData("https://latest.acmepay.com/v1")]
    [InlineData("https://api.dev.to/articles")]
    [InlineData("https://api.sandbox.game/assets")]
    [InlineData("http://test-api/orders")]
    [InlineData("http://10.0.0.5/orders")]
    [InlineData("https://sandbox.example.com/orders")]
    public Task LiveInternalOrReservedHost_IsQuiet(string url) => Verify.VerifyAnalyzerAsync(Usings + $$"""
        class Client(HttpClient http)
        {
            public Task<string> Get() => http.GetStringAsync("{{url}}");
        }
        """);

    [Fact]
    public Task SimplCommerceMomo_ASettingChooses_IsQuiet() => Verify.VerifyAnalyzerAsync(Usings + """
        class MomoPayment(HttpClient http)
        {
            public async Task Pay(bool isSandbox)
            {
                string url = isSandbox ? "https://test-payment.momopay.vn/gw" : "https://payment.momopay.vn/gw";
                using var response = await http.PostAsync(url, null);
                response.EnsureSuccessStatusCode();
            }
        }
        """);

    [Fact]
    public Task Wirecard_ConstantChosenWhereItIsUsed_IsQuiet() => Verify.VerifyAnalyzerAsync(Usings + """
        enum Environments { Sandbox, Production }

        class Client
        {
            private const string Sandbox = "https://sandbox.moip.com.br/";
            private const string Production = "https://api.moip.com.br/";

            private readonly HttpClient _http = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };

            public Client(Environments environment)
            {
                switch (environment)
                {
                    case Environments.Sandbox:
                        _http.BaseAddress = new Uri(Sandbox);
                        break;
                    default:
                        _http.BaseAddress = new Uri(Production);
                        break;
                }
            }

            public static Uri Of(Environments environment) => environment switch
            {
                Environments.Sandbox => new Uri(Sandbox),
                _ => new Uri(Production),
            };

            public static string Early(Environments environment)
            {
                if (environment == Environments.Production)
                    return Production;
                return Sandbox;
            }

            public Task<string> A(Environments e) => _http.GetStringAsync(Of(e));

            public Task<string> B(Environments e) => _http.GetStringAsync(Early(e));
        }
        """);

    [Fact]
    public Task DevelopmentBranch_IsQuiet() => Verify.VerifyAnalyzerAsync(Usings + """
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Hosting;

        static class Startup
        {
            public static void Add(IServiceCollection services, IHostEnvironment env, Uri live)
            {
                if (env.IsDevelopment())
                {
                    services.AddHttpClient("orders", c => c.BaseAddress = new Uri("http://localhost:5009/"));
                    AddLocal(services);
                }
                else
                {
                    services.AddHttpClient("orders", c => c.BaseAddress = live);
                }
            }

            private static void AddLocal(IServiceCollection services) =>
                services.AddHttpClient("rates", c => c.BaseAddress = new Uri("http://localhost:5010/"));
        }
        """);

    [Fact]
    public Task DebugBuild_IsQuiet() => Verify.VerifyAnalyzerAsync("#define DEBUG\n" + Usings + """
        class Client(HttpClient http)
        {
        #if DEBUG
            private const string Root = "https://localhost:7033/";
        #else
            private const string Root = "https://api.acmepay.com/";
        #endif

            public Task<string> Get() => http.GetStringAsync(Root);
        }
        """);

    [Fact]
    public Task DefaultThatConfigurationOverrides_IsQuiet() => Verify.VerifyAnalyzerAsync(Usings + """
        using Microsoft.Extensions.Configuration;

        class Client(HttpClient http, IConfiguration configuration)
        {
            public Task<string> Get() => http.GetStringAsync(configuration["Orders:Url"] ?? "http://localhost:5009/orders");
        }
        """);

    [Fact]
    public Task CallerChoosesByName_IsQuiet() => Verify.VerifyAnalyzerAsync(Usings + """
        class SandboxClient(HttpClient http)
        {
            public Task<string> Get() => http.GetStringAsync("https://api.sandbox.acmepay.com/");
        }

        class Client(HttpClient http)
        {
            public void UseSandbox() => http.BaseAddress = new Uri("https://api.sandbox.acmepay.com/");
        }
        """);

    [Fact]
    public Task ListenerComparisonAndPortAtRunTime_AreQuiet() => Verify.VerifyAnalyzerAsync(Usings + """
        using System.Net;

        class Local(HttpClient http)
        {
            public HttpListener Listen()
            {
                var listener = new HttpListener();
                listener.Prefixes.Add("http://localhost:8080/");
                return listener;
            }

            public bool IsLocal(string url) => url.StartsWith("http://localhost");

            public Task<string> Ask(int port) => http.GetStringAsync($"http://localhost:{port}/status");
        }
        """);

    [Fact]
    public Task TestProject_IsQuiet()
    {
        var test = new Verify.Test
        {
            TestCode = Usings + $$"""
                class Client(HttpClient http)
                {
                    private const string Key = "{{TestKey}}";

                    [Xunit.Fact]
                    public Task<string> Get() => http.GetStringAsync("https://api.sandbox.paypal.com/" + Key);
                }
                """,
        };
        test.TestState.AdditionalReferences.Add(Microsoft.CodeAnalysis.MetadataReference.CreateFromFile(typeof(FactAttribute).Assembly.Location));
        return test.RunAsync();
    }

    [Fact]
    public Task AllowedHostAndLoopbackOption_AreQuiet()
    {
        var test = new Verify.Test
        {
            TestCode = Usings + """
                class Client(HttpClient http)
                {
                    public Task<string> A() => http.GetStringAsync("https://api.test.acmepay.com/");

                    public Task<string> B() => http.GetStringAsync("http://localhost:9200/");
                }
                """,
        };
        test.TestState.AnalyzerConfigFiles.Add(("/.editorconfig", """
            root = true
            [*.cs]
            integration_analyzers.ia3004.allowed_hosts = test.acmepay.com
            integration_analyzers.ia3004.report_loopback = false
            """));
        return test.RunAsync();
    }

    [Fact]
    public Task TestModeKey_Reports() => Verify.VerifyAnalyzerAsync(Usings + $$"""
        class Payments
        {
            private const string Key = [|"{{TestKey}}"|];

            public void Configure(HttpClient http)
            {
                http.DefaultRequestHeaders.Add("Authorization", "Bearer " + Key);
                http.DefaultRequestHeaders.Add("X-Other", [|"{{TokenSample.Of("Stripe", "Test keys", 2)}}"|]);
            }
        }
        """);

    [Fact]
    public Task TestModeKeyThatIsChosen_IsQuiet() => Verify.VerifyAnalyzerAsync(Usings + $$"""
        class Payments(bool useSandbox, string live)
        {
            private const string Key = "{{TestKey}}";

            public string Current => useSandbox ? Key : live;

            public string Other(bool isTest)
            {
                if (isTest)
                    return "{{TokenSample.Of("Stripe", "Test keys", 2)}}";
                return live;
            }
        }
        """);

    [Fact]
    public Task MaskAndPublishableKey_AreQuiet() => Verify.VerifyAnalyzerAsync(Usings + $$"""
        class Payments
        {
            public const string Mask = "{{"sk_te" + "st_" + new string('x', 24)}}";
            public const string Public = "{{"pk_te" + "st_" + MadeUp.Base62(24)}}";
        }
        """);

    [Fact]
    public Task SandboxAndLoopback_FixReadsConfiguration() => Verify.VerifyCodeFixAsync(
        Usings + """
        using Microsoft.Extensions.Configuration;

        class Client
        {
            public Client(HttpClient http, HttpClient orders, HttpClient rates, IConfiguration configuration)
            {
                // PayPal's.
                http.BaseAddress = new Uri([|"https://api.sandbox.paypal.com"|]);
                orders.BaseAddress = new Uri([|"http://localhost:5009/api/"|]);
                rates.BaseAddress = new Uri([|"http://localhost:5010/api/"|]);
            }
        }
        """,
        Usings + """
        using Microsoft.Extensions.Configuration;

        class Client
        {
            public Client(HttpClient http, HttpClient orders, HttpClient rates, IConfiguration configuration)
            {
                // PayPal's.
                http.BaseAddress = new Uri(configuration["Paypal:BaseUrl"] ?? throw new InvalidOperationException("Set the configuration value 'Paypal:BaseUrl'."));
                orders.BaseAddress = new Uri(configuration["Orders:ApiUrl"] ?? throw new InvalidOperationException("Set the configuration value 'Orders:ApiUrl'."));
                rates.BaseAddress = new Uri(configuration["Rates:ApiUrl"] ?? throw new InvalidOperationException("Set the configuration value 'Rates:ApiUrl'."));
            }
        }
        """);

    [Fact]
    public Task TestModeKey_FixReadsTheEnvironment() => Verify.VerifyCodeFixAsync(
        Usings + $$"""
        class Payments
        {
            public void Configure(HttpClient http) => http.DefaultRequestHeaders.Add("X-Api-Key", [|"{{TestKey}}"|]);
        }
        """,
        Usings + """
        class Payments
        {
            public void Configure(HttpClient http) => http.DefaultRequestHeaders.Add("X-Api-Key", Environment.GetEnvironmentVariable("STRIPE_API_KEY") ?? throw new InvalidOperationException("Set the environment variable STRIPE_API_KEY."));
        }
        """);

    [Fact]
    public Task ConstantNeededAtCompileTime_NoFix() => Verify.VerifyNoFixAsync(Usings + """
        class Client(HttpClient http)
        {
            private const string Root = [|"https://api.sandbox.paypal.com"|];
            private const string Orders = Root + "/orders";

            public Task<string> Get() => http.GetStringAsync(Orders);
        }
        """);

    /// <summary>Agents beside the program are on its own machine wherever it runs.</summary>
    [Fact]
    public Task PahApiTunnel_AgentsOfThisMachine_AreQuiet() => Verify.VerifyAnalyzerAsync(Usings + """
        class Agents(HttpClient http)
        {
            public Task<string> Tunnels() => http.GetStringAsync("http://127.0.0.1:4040/api/tunnels");

            public Task<string> Secret(string name) => http.GetStringAsync("http://localhost:3500/v1.0/secrets/store/" + name);

            public Task<string> Orders() => http.GetStringAsync([|"http://localhost:40400/orders"|]);
        }
        """);
}
