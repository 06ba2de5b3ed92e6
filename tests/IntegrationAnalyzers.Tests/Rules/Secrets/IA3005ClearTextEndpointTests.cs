using System.Threading.Tasks;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Secrets.IA3005ClearTextEndpoint>;

namespace IntegrationAnalyzers.Tests.Rules.Secrets;

public sealed class IA3005ClearTextEndpointTests
{
    private const string Usings = """
        using System;
        using System.Net.Http;
        using System.Net.WebSockets;
        using System.Threading;
        using System.Threading.Tasks;

        """;

    [Fact]
    public Task LiteralInCall_Reports() => Verify.VerifyAnalyzerAsync(Usings + """
        class Rates(HttpClient http)
        {
            public Task<string> Get() => http.GetStringAsync([|"http://api.acmerates.com/latest"|]);
        }
        """);

    /// <summary>Its free service answers over <c>https://</c> with 403; that for customers does not.</summary>
    [Fact]
    public Task IpApi_OffersNoTls_IsQuiet() => Verify.VerifyAnalyzerAsync(Usings + """
        class Places(HttpClient http)
        {
            private const string Root = "http://ip-api.com/json/";

            public Task<string> Get(string ip) => http.GetStringAsync(Root + ip);

            public Task<string> Paid() => http.GetStringAsync([|"http://pro.ip-api.com/json/"|]);
        }
        """);

    [Fact]
    public Task WebSocket_Reports() => Verify.VerifyAnalyzerAsync(Usings + """
        class Ticker
        {
            public Task Open(ClientWebSocket socket, CancellationToken token) =>
                socket.ConnectAsync(new Uri([|"ws://ticker.acmerates.com/v1"|]), token);
        }
        """);

    [Fact]
    public Task OmbiTvMaze_BaseUriInConstant_ReportsAtItsDeclaration() => Verify.VerifyAnalyzerAsync(Usings + """
        class TvMaze(HttpClient http)
        {
            private const string Uri = [|"http://api.tvmaze.com"|];

            public Task<string> Show(int id) => http.GetStringAsync(Uri + "/shows/" + id);
        }
        """);

    [Fact]
    public Task Interpolated_Reports() => Verify.VerifyAnalyzerAsync(Usings + """
        class Rates(HttpClient http)
        {
            public Task<string> Of(string code) => http.GetStringAsync([|$"HTTP://api.acmerates.com/v1/{code}"|]);
        }
        """);

    [Fact]
    public Task PublicAddress_Reports() => Verify.VerifyAnalyzerAsync(Usings + """
        class Rates(HttpClient http)
        {
            public void Configure() => http.BaseAddress = new Uri([|"http://93.184.216.34/"|]);
        }
        """);

    [Fact]
    public Task Encrypted_IsQuiet() => Verify.VerifyAnalyzerAsync(Usings + """
        class Rates(HttpClient http)
        {
            public Task<string> Get() => http.GetStringAsync("https://api.acmerates.com/latest");
        }
        """);

    [Fact]
    public Task EShop_ServiceNamesAndClusterNames_AreQuiet() => Verify.VerifyAnalyzerAsync(Usings + """
        class Catalog(HttpClient http)
        {
            public void Configure()
            {
                http.BaseAddress = new Uri("http://basket-api");
                http.BaseAddress = new Uri("http://catalog.shop.svc.cluster.local/");
                http.BaseAddress = new Uri("http://auth.api:8080");
                http.BaseAddress = new Uri("http://printer.local/");
                http.BaseAddress = new Uri("http://build.acme.internal:8080/");
            }
        }
        """);

    [Fact]
    public Task PrivateAddressesAndMetadataService_AreQuiet() => Verify.VerifyAnalyzerAsync(Usings + """
        class Devices(HttpClient http)
        {
            public async Task Read()
            {
                await http.GetStringAsync("http://192.168.1.20/status");
                await http.GetStringAsync("http://10.0.0.5:8080/status");
                await http.GetStringAsync("http://172.20.0.9/status");
                await http.GetStringAsync("http://169.254.169.254/latest/meta-data/");
                await http.GetStringAsync("http://[fd00::1]/status");
            }
        }
        """);

    [Fact]
    public Task ReservedHosts_AreQuiet() => Verify.VerifyAnalyzerAsync(Usings + """
        class Rates(HttpClient http)
        {
            public Task<string> A() => http.GetStringAsync("http://api.example.com/latest");

            public Task<string> B() => http.GetStringAsync("http://api.contoso.com/latest");
        }
        """);

    [Fact]
    public Task NamespacesListenersAndLinks_AreQuiet() => Verify.VerifyAnalyzerAsync(Usings + """
        class Words
        {
            private const string Namespace = "http://schemas.acmerates.com/2020/rates";
            private static readonly string[] Listeners = { "http://+:5000", "http://0.0.0.0:80" };

            public string Link(int id) => $"http://www.acmerates.com/orders/{id}";

            public bool IsSchema(string name) => name == Namespace || name.StartsWith("http://www.w3.org/") || name == Listeners[0];
        }
        """);

    [Fact]
    public Task DefaultThatConfigurationOverrides_IsQuiet() => Verify.VerifyAnalyzerAsync(Usings + """
        using Microsoft.Extensions.Configuration;

        class Rates(HttpClient http, IConfiguration configuration)
        {
            public Task<string> Get() => http.GetStringAsync(configuration["Rates:Url"] ?? "http://api.acmerates.com/latest");
        }
        """);

    [Fact]
    public Task TestProject_IsQuiet()
    {
        var test = new Verify.Test
        {
            TestCode = Usings + """
                class Rates(HttpClient http)
                {
                    [Xunit.Fact]
                    public Task<string> Get() => http.GetStringAsync("http://api.acmerates.com/latest");
                }
                """,
        };
        test.TestState.AdditionalReferences.Add(Microsoft.CodeAnalysis.MetadataReference.CreateFromFile(typeof(FactAttribute).Assembly.Location));
        return test.RunAsync();
    }

    [Fact]
    public Task EveryKindOfLiteral_FixWritesTheEncryptedScheme() => Verify.VerifyCodeFixAsync(
        Usings + """"
        class Rates(HttpClient http)
        {
            // Where rates come from.
            private const string Root = [|"http://api.acmerates.com"|]; // no slash

            public async Task Read(ClientWebSocket socket, string code, CancellationToken token)
            {
                await http.GetStringAsync(Root + "/latest", token);
                await http.GetStringAsync(/* old */ [|@"http://old.acmerates.com/""q"""|], token);
                await http.GetStringAsync([|"""http://raw.acmerates.com/"""|], token);
                await http.GetStringAsync([|$"http://api.acmerates.com:80/{code}/{{x}}?a=b"|], token);
                await socket.ConnectAsync(new Uri([|"ws://ticker.acmerates.com/\u0061"|]), token);
            }
        }
        """",
        Usings + """"
        class Rates(HttpClient http)
        {
            // Where rates come from.
            private const string Root = "https://api.acmerates.com"; // no slash

            public async Task Read(ClientWebSocket socket, string code, CancellationToken token)
            {
                await http.GetStringAsync(Root + "/latest", token);
                await http.GetStringAsync(/* old */ @"https://old.acmerates.com/""q""", token);
                await http.GetStringAsync("""https://raw.acmerates.com/""", token);
                await http.GetStringAsync($"https://api.acmerates.com/{code}/{{x}}?a=b", token);
                await socket.ConnectAsync(new Uri("wss://ticker.acmerates.com/\u0061"), token);
            }
        }
        """");

    [Fact]
    public Task AddressOrPortOfItsOwn_NoFix() => Verify.VerifyNoFixAsync(Usings + """
        class Rates(HttpClient http)
        {
            public Task<string> A() => http.GetStringAsync([|"http://93.184.216.34/latest"|]);

            public Task<string> B() => http.GetStringAsync([|"http://api.acmerates.com:8080/latest"|]);
        }
        """);
}
