using System.Threading.Tasks;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Secrets.IA3003EndpointInSource>;
using VerifyNonProduction = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Secrets.IA3004NonProductionEndpoint>;

namespace IntegrationAnalyzers.Tests.Rules.Secrets.CodeFixes;

/// <summary>One host at several places of a project is one setting: it changes in one place.</summary>
public class IA3003OneHostFixTests
{
    [Fact]
    public Task SeveralPaths_ShareTheHost() => Verify.VerifyCodeFixAsync(
        (Client("Orders", "", Url("/orders")), Client("Orders", "", Origin("ACMERATES_BASE_URL", "/orders"))),
        (Client("Refunds", "", Url("/refunds")), Client("Refunds", "", Origin("ACMERATES_BASE_URL", "/refunds"))));

    [Fact]
    public Task OnePathTwice_IsOneSettingWithIt() => Verify.VerifyCodeFixAsync(
        (Client("Orders", "", Url("/orders")), Client("Orders", "", Variable("ACMERATES_ORDERS_URL"))),
        (Client("Refunds", "", Url("/orders")), Client("Refunds", "", Variable("ACMERATES_ORDERS_URL"))));

    [Fact]
    public Task PathThatGoesOn_LeavesTheHostAloneEverywhere() => Verify.VerifyCodeFixAsync(
        (Client("Orders", "", Url("/orders/") + " + id"), Client("Orders", "", Origin("ACMERATES_BASE_URL", "/orders/") + " + id")),
        (Client("Refunds", "", Url("")), Client("Refunds", "", Variable("ACMERATES_BASE_URL"))));

    [Fact]
    public Task ConfigurationAtAllPlaces_IsRead() => Verify.VerifyCodeFixAsync(
        (Client("Orders", ", IConfiguration configuration", Url("/orders")), Client("Orders", ", IConfiguration configuration", OriginOf("configuration", "Acmerates:BaseUrl", "/orders"))),
        (Client("Refunds", ", IConfiguration settings", Url("/refunds")), Client("Refunds", ", IConfiguration settings", OriginOf("settings", "Acmerates:BaseUrl", "/refunds"))));

    [Fact]
    public Task ConfigurationAtOnePlace_IsNotRead() => Verify.VerifyCodeFixAsync(
        (Client("Orders", ", IConfiguration configuration", Url("/orders")), Client("Orders", ", IConfiguration configuration", Origin("ACMERATES_BASE_URL", "/orders"))),
        (Client("Refunds", "", Url("/refunds")), Client("Refunds", "", Origin("ACMERATES_BASE_URL", "/refunds"))));

    [Fact]
    public Task TwoHosts_AreTwoSettings() => Verify.VerifyCodeFixAsync(
        (Client("Orders", "", Url("/orders")), Client("Orders", "", Origin("ACMERATES_DOT_IO_API_BASE_URL", "/orders"))),
        (Client("Refunds", "", "[|\"https://api.acmerates.com/refunds\"|]") + Client("Bills", "", Url("/bills")).Substring(Usings.Length),
            Client("Refunds", "", Variable("ACMERATES_DOT_COM_API_REFUNDS_URL")) + Client("Bills", "", Origin("ACMERATES_DOT_IO_API_BASE_URL", "/bills")).Substring(Usings.Length)));

    [Fact]
    public Task SuppressedPlace_Stays()
    {
        var suppressed = Client("Bills", "", "\"https://api.acmerates.io/bills\"").Replace("    public", "#pragma warning disable IA3003\n    public");
        return Verify.VerifyCodeFixAsync((suppressed, suppressed), (Client("Orders", "", Url("/orders")), Client("Orders", "", Variable("ACMERATES_ORDERS_URL"))));
    }

    [Fact]
    public Task MachineOfSeveralPurposes_IsNamedForNone() => VerifyNonProduction.VerifyCodeFixAsync(
        (Client("Orders", "", Local(5173, "orders")), Client("Orders", "", Origin("API_BASE_URL", "/api/orders"))),
        (Client("Refunds", "", Local(5173, "refunds")), Client("Refunds", "", Origin("API_BASE_URL", "/api/refunds"))));

    [Fact]
    public Task BothSchemesOfAMachine_AreOneSetting() => VerifyNonProduction.VerifyCodeFixAsync(
        (Client("Orders", "", Local(5173, "orders")), Client("Orders", "", Origin("API_BASE_URL", "/api/orders"))),
        (Client("Refunds", "", Local(5173, "refunds").Replace("http:", "https:")), Client("Refunds", "", Origin("API_BASE_URL", "/api/refunds"))));

    [Fact]
    public Task BlankBeforeTheAddress_LeavesWithIt() => VerifyNonProduction.VerifyCodeFixAsync(
        (Client("Orders", "", Local(5173, "orders")), Client("Orders", "", Origin("API_BASE_URL", "/api/orders"))),
        (Client("Refunds", "", Local(5173, "refunds").Replace("http:", " http:")), Client("Refunds", "", Origin("API_BASE_URL", "/api/refunds"))));

    [Fact]
    public Task MachinesOfSeveralPurposes_AreToldApartByTheirPorts() => VerifyNonProduction.VerifyCodeFixAsync(
        (Client("Orders", "", Local(5173, "orders")) + Client("Bills", "", Local(5174, "bills")).Substring(Usings.Length),
            Client("Orders", "", Origin("API_PORT5173_BASE_URL", "/api/orders")) + Client("Bills", "", Origin("API_PORT5174_BASE_URL", "/api/bills")).Substring(Usings.Length)),
        (Client("Refunds", "", Local(5173, "refunds")) + Client("Users", "", Local(5174, "users")).Substring(Usings.Length),
            Client("Refunds", "", Origin("API_PORT5173_BASE_URL", "/api/refunds")) + Client("Users", "", Origin("API_PORT5174_BASE_URL", "/api/users")).Substring(Usings.Length)));

    private const string Usings = "using System;\nusing System.Net.Http;\nusing System.Threading.Tasks;\nusing Microsoft.Extensions.Configuration;\n\n";

    private static string Client(string name, string parameters, string url) =>
        $"{Usings}class {name}Client(HttpClient http)\n{{\n    public Task<string> Get(string id{parameters}) => http.GetStringAsync({url});\n}}\n";

    private static string Url(string path) => $"[|\"https://api.acmerates.io{path}\"|]";

    private static string Local(int port, string path) => $"[|\"http://localhost:{port}/api/{path}\"|]";

    private static string Variable(string name) => $"Environment.GetEnvironmentVariable(\"{name}\") ?? throw new InvalidOperationException(\"Set the environment variable {name}.\")";

    private static string Origin(string name, string path) => $"({Variable(name)}).TrimEnd('/') + \"{path}\"";

    private static string OriginOf(string configuration, string key, string path) =>
        $"({configuration}[\"{key}\"] ?? throw new InvalidOperationException(\"Set the configuration value '{key}'.\")).TrimEnd('/') + \"{path}\"";
}
