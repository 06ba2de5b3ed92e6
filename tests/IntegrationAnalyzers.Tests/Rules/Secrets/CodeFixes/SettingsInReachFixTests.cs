using System.Threading.Tasks;
using Xunit;
using static IntegrationAnalyzers.Tests.Rules.Secrets.IA3003EndpointInSourceTests;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Secrets.IA3003EndpointInSource>;
using VerifyCredential = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Secrets.IA3002Credential>;

namespace IntegrationAnalyzers.Tests.Rules.Secrets.CodeFixes;

/// <summary>From where a value is read that leaves the source.</summary>
public class SettingsInReachFixTests
{
    private const string Configuration = "[\"Acmerates:BaseUrl\"] ?? throw new InvalidOperationException(\"Set the configuration value 'Acmerates:BaseUrl'.\")";

    private const string Environment = "Environment.GetEnvironmentVariable(\"ACMERATES_BASE_URL\") ?? throw new InvalidOperationException(\"Set the environment variable ACMERATES_BASE_URL.\")";

    private const string Extensions = "using Microsoft.Extensions.Configuration;\nusing Microsoft.Extensions.DependencyInjection;\n";

    /// <summary>A field's initializer reaches what the instance is made of, and no other member.</summary>
    [Theory]
    [InlineData("private readonly HttpClient _http = new() { BaseAddress = new Uri(*), Timeout = TimeSpan.FromSeconds(9) };", "config" + Configuration)]
    [InlineData("private HttpClient Http { get; } = new() { BaseAddress = new Uri(*), Timeout = TimeSpan.FromSeconds(9) };", "config" + Configuration)]
    [InlineData("private readonly Lazy<HttpClient> _http = new(() => new HttpClient { BaseAddress = new Uri(*), Timeout = TimeSpan.FromSeconds(9) });", "config" + Configuration)]
    [InlineData("private static readonly HttpClient Http = new() { BaseAddress = new Uri(*), Timeout = TimeSpan.FromSeconds(9) };", Environment)]
    [InlineData("private static readonly Lazy<HttpClient> Http = new(() => new HttpClient { BaseAddress = new Uri(*), Timeout = TimeSpan.FromSeconds(9) });", Environment)]
    public Task Initializer_PrimaryConstructor_ReadsItsParameter(string member, string read) => Fixed(
        Usings + "using Microsoft.Extensions.Configuration;\n\nclass Rates(IConfiguration config)\n{\n    private string Name => config[\"Name\"] ?? \"\";\n    " + member + "\n}\n", read);

    [Theory]
    [InlineData("private readonly Lazy<HttpClient> _http = new(() => new HttpClient { BaseAddress = new Uri(*), Timeout = TimeSpan.FromSeconds(9) });", Environment)]
    [InlineData("private HttpClient Http() => new() { BaseAddress = new Uri(*), Timeout = TimeSpan.FromSeconds(9) };", "_config" + Configuration)]
    public Task FieldOfTheInstance_IsOutOfReachOfAnInitializer(string member, string read) => Fixed(
        Usings + "using Microsoft.Extensions.Configuration;\n\nclass Rates\n{\n    private readonly IConfiguration _config;\n    " + member + "\n    public Rates(IConfiguration config) => _config = config;\n}\n", read);

    [Theory]
    [InlineData("services.AddHttpClient(\"rates\", static (sp, c) => c.BaseAddress = new Uri(*));", "sp.GetRequiredService<IConfiguration>()" + Configuration)]
    [InlineData("services.AddSingleton(sp => new HttpClient { BaseAddress = new Uri(*) });", "sp.GetRequiredService<IConfiguration>()" + Configuration)]
    [InlineData("services.AddHttpClient(\"rates\", (_, c) => c.BaseAddress = new Uri(*));", Environment)]
    [InlineData("services.AddHttpClient(\"rates\", c => c.BaseAddress = new Uri(*));", Environment)]
    public Task ProviderOfARegistration_GivesTheConfiguration(string registration, string read) => Fixed(
        Usings + Extensions + "\nstatic class Registrations\n{\n    public static void Add(IServiceCollection services)\n    {\n        " + registration + "\n    }\n}\n", read);

    /// <summary>The namespaces that the read needs come with it.</summary>
    [Fact]
    public Task ProviderOfARegistration_SecretMovesToo() => VerifyCredential.VerifyCodeFixAsync(
        Registered("\"" + MadeUp.Base62(40) + "\"").Replace("(\"X-Api-Key\", ", "(\"X-Api-Key\", [|").Replace("\"));", "\"|]));"),
        Registered("sp.GetRequiredService<IConfiguration>()[\"Rates:ApiKey\"] ?? throw new InvalidOperationException(\"Set the configuration value 'Rates:ApiKey'.\")")
            .Replace("using Microsoft.Extensions.DependencyInjection;", "using Microsoft.Extensions.Configuration;\nusing Microsoft.Extensions.DependencyInjection;").Replace("using System.Net.Http;", "using System;\nusing System.Net.Http;"));

    /// <summary>ziming0504zhao: settings stand in Web.config, and nobody sets variables for a site of IIS.</summary>
    [Theory]
    [InlineData("HttpApplication", "ConfigurationManager.AppSettings" + Configuration, "using System.Configuration;\n")]
    [InlineData("HttpUtility", Environment, "")]
    public Task AspNetOfFramework_ReadsItsAppSettings(string type, string read, string added) => Verify.VerifyCodeFixAsync(
        Framework("[|\"https://api.acmerates.com\"|]", type), Framework(read, type).Replace("using System.Net;\n", added + "using System.Net;\n"));

    private static string Framework(string url, string type) =>
        "using System;\nusing System.Net;\nusing System.Net.Http;\nusing System.Threading.Tasks;\n\nstatic class Sms\n{\n    public static Task<string> Get(HttpClient http) => http.GetStringAsync(" + url + ");\n}\n" +
        "\nnamespace System.Web { public class " + type + " { } }\n" +
        "namespace System.Configuration { public static class ConfigurationManager { public static System.Collections.Specialized.NameValueCollection AppSettings { get; } = new(); } }\n";

    private static string Registered(string key) =>
        "using System.Net.Http;\nusing Microsoft.Extensions.DependencyInjection;\n\nstatic class Registrations\n{\n    public static void Add(IServiceCollection services) => services.AddHttpClient(\"rates\", (sp, c) => c.DefaultRequestHeaders.Add(\"X-Api-Key\", " + key + "));\n}\n";

    private static Task Fixed(string source, string read) => Verify.VerifyCodeFixAsync(source.Replace("*", "[|\"https://api.acmerates.com\"|]"), source.Replace("*", read));
}
