using System.Threading.Tasks;
using IntegrationAnalyzers.Rules.Configuration;
using IntegrationAnalyzers.Rules.Secrets;
using IntegrationAnalyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Secrets.IA3006SecretInConfiguration>;

namespace IntegrationAnalyzers.Tests.Rules.Secrets;

/// <summary>What stands beside a value in its section tells whose it is.</summary>
public sealed class IA3006SectionTests
{
    private static readonly string AppPassword = "lqek" + "mtfd" + "ydrv" + "jqdx";

    [Theory]
    [InlineData("""{ "Shopify": { "ApiKey": "$hex", "ApiSecret": "[|$sec|]", "Scopes": "read_orders" } }""")]
    [InlineData("""{ "Cloudinary": { "ApiKey": "$hex", "ApiSecret": "{ApiSecret}" } }""")]
    [InlineData("""{ "Twitter": { "ConsumerKey": "$hex", "ConsumerSecret": "[|$sec|]" } }""")]
    [InlineData("""{ "Twitter": { "ApiKey": "$hex", "ApiKeySecret": "[|$sec|]" } }""")]
    [InlineData("""{ "SHOPIFY_API_KEY": "$hex", "SHOPIFY_API_SECRET": "[|$sec|]" }""")]
    public Task PublicHalfBesideItsSecret_IsQuiet(string text) => In(text);

    [Theory]
    [InlineData("""{ "Shop": { "ApiKey": "[|$hex|]", "WebhookSecret": "[|$sec|]" } }""")]
    [InlineData("""{ "Shop": { "ApiKey": "[|$hex|]" }, "Bank": { "ApiSecret": "[|$sec|]" } }""")]
    [InlineData("""{ "Shop": { "MailApiKey": "[|$hex|]", "ShopApiSecret": "[|$sec|]" } }""")]
    public Task KeyBesideAnotherSecret_Reports(string text) => In(text);

    [Theory]
    [InlineData("""{ "JwtSettings": { "SecretKey": "AcmeDefaultDevKeyChangeInProduction2025!" } }""")]
    [InlineData("""{ "JwtSettings": { "SecretKey": "ThisKeyMustBeReplacedBeforeProduction99!" } }""")]
    public Task TextThatAsksToBeChanged_IsQuiet(string text) => In(text);

    [Theory]
    [InlineData("""{ "Email": { "SmtpServer": "smtp.gmail.com", "SenderPassword": "[|$app|]" } }""")]
    [InlineData("""{ "Smtp": { "Host": "smtp.gmail.com", "Pass": "[|$eight|]" } }""")]
    [InlineData("""{ "Smtp": { "User": "shop@gmail.com", "Password": "[|$four|]" } }""")]
    public Task AppPasswordBesideItsMailServer_Reports(string text) => In(text);

    [Theory]
    [InlineData("""{ "Email": { "SmtpServer": "smtp.acme.io", "SenderPassword": "$app" } }""")]
    [InlineData("""{ "Email": { "SmtpServer": "smtp.gmail.com", "SenderName": "$app" } }""")]
    [InlineData("""{ "Email": { "SmtpServer": "smtp.gmail.com", "Password": "yourapppasswords" } }""")]
    [InlineData("""{ "Email": { "SmtpServer": "smtp.gmail.com", "Password": "gmailapppassword" } }""")]
    [InlineData("""{ "Email": { "SmtpServer": "smtp.gmail.com", "Password": "xxxx xxxx xxxx xxxx" } }""")]
    [InlineData("""{ "Email": { "SmtpServer": "smtp.gmail.com", "Password": "abcd efgh ijkl mnop" } }""")]
    public Task SixteenLettersOfAnotherServerOrOfWords_AreQuiet(string text) => In(text);

    [Theory]
    [InlineData("""{ "Smtp": { "Password": "[|kT9w)Q2(vZx7|]" } }""")]
    [InlineData("""{ "Smtp": { "Password": "(password)" } }""")]
    [InlineData("""{ "Smtp": { "Password": "$(SmtpPassword1)" } }""")]
    [InlineData("""{ "Smtp": { "Password": "[smtp-password-1]" } }""")]
    public Task PasswordWithBrackets_Reports(string text) => In(text);

    [Theory]
    [InlineData("""{ "PayPal": { "Mode": "sandbox", "SecretKey": "{|#0:$b62|}" } }""")]
    [InlineData("""{ "PayPal": { "Environment": "Sandbox", "SecretKey": "{|#0:$b62|}" } }""")]
    [InlineData("""{ "PayPal": { "BaseUrl": "https://api.sandbox.paypal.com", "SecretKey": "{|#0:$b62|}" } }""")]
    [InlineData("""{ "Altinn.External.Api": { "Url": "https://tt02.altinn.no/", "Password": "{|#0:kT9wQ2vZx7|}" } }""")]
    [InlineData("""{ "Signing": { "BaseUrl": "https://app.acme.io", "ApiToken": "{|#0:test.$b62|}" } }""")]
    [InlineData("""{ "ConnectionStrings": { "LocalConnection": "Server=DESKTOP-SHOP;Database=o;User Id=sa;Password={|#0:kT9wQ2vZx7|}" } }""")]
    public Task OfASandbox_OrADevelopersMachine_IsASuggestion(string text) => Level("/0/appsettings.json", text, DiagnosticSeverity.Info);

    [Theory]
    [InlineData("""{ "PayPal": { "Mode": "live", "SecretKey": "{|#0:$b62|}" } }""")]
    [InlineData("""{ "PayPal": { "BaseUrl": "https://api.paypal.com", "SecretKey": "{|#0:$b62|}" } }""")]
    [InlineData("""{ "App": { "PayPalUrl": "https://api.sandbox.paypal.com", "JwtSecret": "{|#0:$b62|}" } }""")]
    [InlineData("""{ "Mode": "sandbox", "ClientSecret": "{|#0:$b62|}" }""")]
    [InlineData("""{ "Orders": { "BaseUrl": "https://api-staging.acme.io", "ClientSecret": "{|#0:$b62|}" } }""")]
    [InlineData("""{ "ConnectionStrings": { "LocalConnection": "Server=sql.acme.io;Database=o;User Id=sa;Password={|#0:kT9wQ2vZx7|}" } }""")]
    [InlineData("""{ "ConnectionStrings": { "Orders": "Server=DESKTOP-SHOP;Database=o;User Id=sa;Password={|#0:kT9wQ2vZx7|}" } }""")]
    [InlineData("""{ "Demo": { "Password": "{|#0:kT9wQ2vZx7|}" } }""")]
    public Task OfTheLiveService_IsAWarning(string text) => Level("/0/appsettings.json", text, DiagnosticSeverity.Warning);

    [Theory]
    [InlineData("/0/appsettings.LocalDevelopment.json", "Demo", DiagnosticSeverity.Info)]
    [InlineData("/0/appsettings.LocalDevelopment.json", "Shop", DiagnosticSeverity.Warning)]
    [InlineData("/0/appsettings.Production.json", "Demo", DiagnosticSeverity.Warning)]
    public Task PasswordOfTheDemonstration_InAFileForDevelopment_IsASuggestion(string file, string section, DiagnosticSeverity severity) =>
        Level(file, "{ \"" + section + "\": { \"Password\": \"{|#0:kT9wQ2vZx7|}\" } }", severity);

    [Theory]
    [InlineData("/0/sdk.samples/Shop.Example/appsettings.json", DiagnosticSeverity.Info)]
    [InlineData("/0/src/Shop/appsettings.json", DiagnosticSeverity.Warning)]
    public Task BlankToFillIn_InASample_IsASuggestion(string file, DiagnosticSeverity severity) => LevelVerifier<IA0002UnreadableConfiguration>.VerifyAsync(
        RuleVerifier<IA0002UnreadableConfiguration>.FileTest(file, "{ \"PackageId\": {|#0:I|}nsert-your-package-number }"), severity);

    private static Task In(string text) => Verify.FileTest("/0/appsettings.json", Fill(text)).RunAsync();

    private static Task Level(string file, string text, DiagnosticSeverity severity) => LevelVerifier<IA3006SecretInConfiguration>.VerifyAsync(Verify.FileTest(file, Fill(text)), severity);

    private static string Fill(string text) => text
        .Replace("$hex", MadeUp.Hex(32)).Replace("$sec", MadeUp.Hex(32, 11)).Replace("$b62", MadeUp.Base62(40)).Replace("$app", AppPassword)
        .Replace("$four", string.Join(" ", AppPassword[..4], AppPassword[4..8], AppPassword[8..12], AppPassword[12..]))
        .Replace("$eight", AppPassword[..8] + " " + AppPassword[8..]);
}
