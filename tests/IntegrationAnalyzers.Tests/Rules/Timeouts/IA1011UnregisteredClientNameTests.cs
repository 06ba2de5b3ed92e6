using System.Threading.Tasks;
using IntegrationAnalyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Timeouts.IA1011UnregisteredClientName>;

namespace IntegrationAnalyzers.Tests.Rules.Timeouts;

public class IA1011UnregisteredClientNameTests
{
    private const string Registered = "static class R { public const string Payments = \"payments\"; public static void Register(IServiceCollection services) { services.AddHttpClient(\"orders\", c => c.Timeout = TimeSpan.FromSeconds(5)); services.AddHttpClient(Payments, c => c.Timeout = TimeSpan.FromSeconds(5)); services.AddHttpClient<Api>(c => c.Timeout = TimeSpan.FromSeconds(5)); } }" + RegistrationCode.Api;

    [Theory]
    [InlineData("factory.CreateClient([|\"order\"|])")]
    [InlineData("factory.CreateClient([|\"Orders\"|])")]
    [InlineData("factory.CreateClient(name: [|\"shipping\"|])")]
    [InlineData("factory.CreateClient([|nameof(Clients)|])")]
    [InlineData("factory.CreateClient([|Invoices|])")]
    [InlineData("factory.CreateClient([|$\"{nameof(Api)}-v2\"|])")]
    public Task UnregisteredName_Reports(string call) => Program(Client(call), Registered);

    [Theory]
    [InlineData("factory.CreateClient(\"orders\")")]
    [InlineData("factory.CreateClient(R.Payments)")]
    [InlineData("factory.CreateClient(nameof(Api))")]
    [InlineData("factory.CreateClient(typeof(Api).Name)")]
    [InlineData("factory.CreateClient()")]
    [InlineData("factory.CreateClient(\"\")")]
    [InlineData("factory.CreateClient(factory.ToString()!)")]
    [InlineData("Own.CreateClient(\"order\")")]
    public Task RegisteredOrUnknownName_IsQuiet(string call) => Program(Client(call), Registered);

    [Theory]
    [InlineData("")]
    [InlineData("services.AddHttpClient();")]
    [InlineData("services.AddHttpClient(\"orders\", c => c.Timeout = TimeSpan.FromSeconds(5)); services.AddHttpClient(configuration[\"name\"]!, c => c.Timeout = TimeSpan.FromSeconds(5));")]
    [InlineData("services.AddHttpClient(\"orders\", c => c.Timeout = TimeSpan.FromSeconds(5)); foreach (var name in new[] { \"a\", \"b\" }) services.AddHttpClient(name, c => c.Timeout = TimeSpan.FromSeconds(5));")]
    [InlineData("services.AddHttpClient(\"orders\", c => c.Timeout = TimeSpan.FromSeconds(5)); services.Configure<Microsoft.Extensions.Http.HttpClientFactoryOptions>(\"order\", o => { });")]
    public Task NoOrUnknownRegistrations_IsQuiet(string statements) =>
        Program(Client("factory.CreateClient(\"order\")"), "static class R { public const string Payments = \"\"; public static void Register(IServiceCollection services, IConfiguration configuration) { " + statements + " } }" + RegistrationCode.Api);

    [Fact]
    public Task HelperThatRegistersManyNames_IsKnownByItsCallers() => Program(
        Client("factory.CreateClient([|\"c\"|])") + "class D(IHttpClientFactory factory) { public HttpClient M() => factory.CreateClient(\"b\"); }",
        "static class R { public const string Payments = \"\"; public static void Register(IServiceCollection services) { Add(services, \"a\"); Add(services, \"b\"); } static void Add(IServiceCollection services, string name) => services.AddHttpClient(name, c => c.Timeout = TimeSpan.FromSeconds(5)); }" + RegistrationCode.Api);

    [Fact]
    public Task NameOfARefitClient_Reports() => Program(
        Client("factory.CreateClient([|nameof(IRates)|])") + "public interface IRates { [Get(\"/rates\")] Task<string> Get(); }",
        "static class R { public static void Register(IServiceCollection services) { services.AddHttpClient(\"orders\", c => c.Timeout = TimeSpan.FromSeconds(5)); services.AddRefitClient<IRates>().ConfigureHttpClient(c => c.Timeout = TimeSpan.FromSeconds(5)); } }");

    [Fact]
    public Task Library_WithNothingAlike_IsQuiet() => Verify.VerifyAnalyzerAsync(RegistrationCode.Usings + Client("factory.CreateClient(\"shipping\")") + Registered);

    [Fact]
    public Task Library_WithASlip_Reports() => Verify.VerifyAnalyzerAsync(RegistrationCode.Usings + Client("factory.CreateClient([|\"order\"|])") + Registered);

    [Fact]
    public Task Slip_IsMended() => Verify.VerifyCodeFixAsync(
        RegistrationCode.Usings + Client("factory.CreateClient(/* which */ [|\"order\"|])") + Registered,
        RegistrationCode.Usings + Client("factory.CreateClient(/* which */ \"orders\")") + Registered);

    [Fact]
    public Task AllSlips_AreMended() => Verify.VerifyCodeFixAsync(
        RegistrationCode.Usings + Client("factory.CreateClient([|\"order\"|]) ?? factory.CreateClient([|\"Payment\"|])") + Registered,
        RegistrationCode.Usings + Client("factory.CreateClient(\"orders\") ?? factory.CreateClient(\"payments\")") + Registered);

    [Theory]
    [InlineData("factory.CreateClient([|Slip|])")]
    [InlineData("factory.CreateClient([|\"order\" + \"r\"|])")]
    public Task NameThatIsNoLiteral_HasNoFix(string call) => Verify.VerifyNoFixAsync(RegistrationCode.Usings + Client(call) + Registered);

    [Fact]
    public Task NameLikeTwo_HasNoFix() => new Verify.Test
    {
        TestCode = RegistrationCode.Usings + "class P { static void Main() { } } " + Client("factory.CreateClient([|\"cat\"|])") + "static class R { public const string Payments = \"\"; public static void Register(IServiceCollection services) { services.AddHttpClient(\"car\", c => c.Timeout = TimeSpan.FromSeconds(5)); services.AddHttpClient(\"cap\", c => c.Timeout = TimeSpan.FromSeconds(5)); } }" + RegistrationCode.Api,
        OutputKind = OutputKind.ConsoleApplication,
        OffersNoFix = true,
    }.RunAsync();

    private static string Client(string call) =>
        "class Clients(IHttpClientFactory factory) { const string Invoices = \"invoices\"; const string Slip = \"orderz\"; public HttpClient M() => " + call +
        "; public override string ToString() => Invoices + Slip; } static class Own { public static HttpClient CreateClient(string name) => throw new NotSupportedException(name); }\n";

    private static Task Program(string client, string registered) => new Verify.Test
    {
        TestCode = RegistrationCode.Usings + "class P { static void Main() { } } " + client + registered,
        OutputKind = OutputKind.ConsoleApplication,
    }.RunAsync();
}
