using System.Threading.Tasks;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Secrets.IA3002Credential>;

namespace IntegrationAnalyzers.Tests.Rules.Secrets.CodeFixes;

/// <summary>What the setting is called that takes a secret's place.</summary>
public class IA3002SettingNameTests
{
    [Theory]
    [InlineData("Bearer", "PARTNER_TOKEN")]
    [InlineData("Token", "PARTNER_TOKEN")]
    [InlineData("ApiKey", "PARTNER_API_KEY")]
    public Task AuthorizationHeader_IsNamedByItsScheme(string scheme, string variable) => Named(
        $"using System;\nusing System.Net.Http.Headers;\n\nclass PartnerApi\n{{\n    AuthenticationHeaderValue Get() => new AuthenticationHeaderValue(\"{scheme}\", $);\n}}\n", variable);

    [Theory]
    [InlineData("Archive", "C_PASSWORD", "ARCHIVE_PASSWORD")]
    [InlineData("Archive", "cPassword", "ARCHIVE_PASSWORD")]
    [InlineData("Archive", "cApiKey", "ARCHIVE_API_KEY")]
    [InlineData("clsCarrier", "szPassword", "CARRIER_PASSWORD")]
    [InlineData("frmMail", "kPassword", "MAIL_PASSWORD")]
    [InlineData("Program", "consumersecret", "CONSUMER_SECRET")]
    public Task PrefixThatSaysTheKind_IsNoPartOfIt(string type, string name, string variable) => Named(Member(type, name), variable);

    [Theory]
    [InlineData("EBay", "password", "E_BAY_PASSWORD")]
    [InlineData("Classes", "eBayPassword", "CLASSES_E_BAY_PASSWORD")]
    [InlineData("Formula", "cPanelPassword", "FORMULA_C_PANEL_PASSWORD")]
    public Task LetterOfAName_StaysInIt(string type, string name, string variable) => Named(Member(type, name), variable);

    /// <summary>The class that registers all clients is the owner of none.</summary>
    [Theory]
    [InlineData("AddHttpClient<UpsClient>(c => c.DefaultRequestHeaders.Add(\"X-Api-Key\", $))", "UPS_API_KEY")]
    [InlineData("AddHttpClient<IUpsClient, UpsClient>((_, c) => { c.DefaultRequestHeaders.Add(\"X-Api-Key\", $); })", "UPS_API_KEY")]
    [InlineData("AddHttpClient<IUpsClient>(c => c.DefaultRequestHeaders.Add(\"X-Api-Key\", $))", "UPS_API_KEY")]
    [InlineData("AddHttpClient(\"dhl-parcels\", c => c.DefaultRequestHeaders.Add(\"X-Api-Key\", $))", "DHL_PARCELS_API_KEY")]
    [InlineData("AddHttpClient(Clients.Fedex, c => c.DefaultRequestHeaders.Add(\"X-Api-Key\", $))", "FEDEX_API_KEY")]
    [InlineData("AddHttpClient(nameof(UpsClient), c => c.DefaultRequestHeaders.Add(\"X-Api-Key\", $))", "UPS_API_KEY")]
    [InlineData("AddHttpClient(\"dhl\").ConfigureHttpClient(c => c.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(\"Bearer\", $))", "DHL_TOKEN")]
    [InlineData("AddHttpClient(Name(), c => c.DefaultRequestHeaders.Add(\"X-Api-Key\", $))", "COMPANY_CARRIERS_API_KEY")]
    public Task SecretInARegistration_IsTheClients(string registration, string variable) => Named(
        $$"""
        using System;
        using System.Net.Http;
        using System.Net.Http.Headers;
        using Microsoft.Extensions.DependencyInjection;

        public static class CompanyCarriersExtensions
        {
            public static void Add(IServiceCollection services) => services.{{registration}};

            private static string Name() => Environment.MachineName;
        }

        public static class Clients { public const string Fedex = "the fedex client"; }
        public interface IUpsClient;
        public class UpsClient(HttpClient http) : IUpsClient { public object Http => http; }

        """.Replace("\r", ""),
        variable);

    /// <summary>A name that says nothing of a secret gets what the place says that takes it.</summary>
    [Theory]
    [InlineData("OpenAi", "Headers.Authorization = new(\"Bearer\", *)", "VENDORS_OPEN_AI_TOKEN")]
    [InlineData("OpenAi", "Headers.Add(\"Authorization\", $\"Bearer {*}\")", "VENDORS_OPEN_AI_TOKEN")]
    [InlineData("K", "Headers.Add(\"X-Api-Key\", *)", "VENDORS_API_KEY")]
    [InlineData("Value", "Headers.Add(\"X-Auth-Token\", *)", "VENDORS_AUTH_TOKEN")]
    [InlineData("BillingKey", "Headers.Add(\"X-Api-Key\", *)", "VENDORS_BILLING_KEY")]
    public Task NameThatSaysNothing_TakesTheHeaders(string name, string header, string variable)
    {
        var source = $"using System;\nusing System.Net.Http;\n\nclass Vendors\n{{\n    private @ {name} = $;\n    public void Send(HttpRequestMessage request) => request.{header.Replace("*", name)};\n}}\n";
        return Verify.VerifyCodeFixAsync(
            source.Replace("@", "const string").Replace(" = $", " = [|\"" + MadeUp.Base62(40) + "\"|]"),
            source.Replace("@", "static string").Replace(" = $", $" => Environment.GetEnvironmentVariable(\"{variable}\") ?? throw new InvalidOperationException(\"Set the environment variable {variable}.\")"));
    }

    private static string Member(string type, string name) => $"using System;\n\nclass {type}\n{{\n    private string {name} = $;\n    public string Get() => {name};\n}}\n";

    private static Task Named(string source, string variable) => Verify.VerifyCodeFixAsync(
        source.Replace("$", "[|\"" + MadeUp.Base62(40) + "\"|]"),
        source.Replace("$", $"Environment.GetEnvironmentVariable(\"{variable}\") ?? throw new InvalidOperationException(\"Set the environment variable {variable}.\")"));
}
