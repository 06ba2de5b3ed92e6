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
    public Task PrefixThatSaysTheKind_IsNoPartOfIt(string type, string name, string variable) => Named(Member(type, name), variable);

    [Theory]
    [InlineData("EBay", "password", "E_BAY_PASSWORD")]
    [InlineData("Classes", "eBayPassword", "CLASSES_E_BAY_PASSWORD")]
    [InlineData("Formula", "cPanelPassword", "FORMULA_C_PANEL_PASSWORD")]
    public Task LetterOfAName_StaysInIt(string type, string name, string variable) => Named(Member(type, name), variable);

    private static string Member(string type, string name) => $"using System;\n\nclass {type}\n{{\n    private string {name} = $;\n    public string Get() => {name};\n}}\n";

    private static Task Named(string source, string variable) => Verify.VerifyCodeFixAsync(
        source.Replace("$", "[|\"" + MadeUp.Base62(40) + "\"|]"),
        source.Replace("$", $"Environment.GetEnvironmentVariable(\"{variable}\") ?? throw new InvalidOperationException(\"Set the environment variable {variable}.\")"));
}
