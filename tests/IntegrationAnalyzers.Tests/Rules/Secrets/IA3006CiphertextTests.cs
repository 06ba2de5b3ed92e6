using System;
using System.Threading.Tasks;
using IntegrationAnalyzers.Tests.Verification;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Secrets.IA3006SecretInConfiguration>;

namespace IntegrationAnalyzers.Tests.Rules.Secrets;

/// <summary>What a configuration provider decrypts is no secret: a user's name that reads as blocks of a cipher tells it, or the mark before a value.</summary>
public sealed class IA3006CiphertextTests
{
    [Theory]
    [InlineData("""{ "Sms:Username": "$48", "Sms:Password": "$64", "Bank:SecretKey": "$80", "Jwt:Key": "$96" }""")]
    [InlineData("""{ "Sms": { "User": "$48", "ApiKey": "$64" }, "Bank": { "SecretKey": "$80" }, "Note": "" }""")]
    [InlineData("""{ "AllowedHosts": "*", "Smtp": { "Host": "$48", "Port": 587, "Password": "$64" } }""")]
    public Task FileOrSectionOfABlockCipher_IsQuiet(string text) => In("/0/appsettings.secrets.json", text);

    [Fact]
    public Task DotEnvOfABlockCipher_IsQuiet() => In("/0/.env", "SMTP_USERNAME=$48\nSMTP_PASSWORD=$64\n");

    [Theory]
    [InlineData("""{ "Storage": { "AccountKey": "[|$64|]" } }""")]
    [InlineData("""{ "Storage": { "AccountKey": "[|$64|]", "SecretKey": "[|$80|]" }, "Jwt": { "SigningKey": "[|$48|]" } }""")]
    [InlineData("""{ "Smtp": { "Username": "orders", "Password": "[|$48|]" } }""")]
    [InlineData("""{ "Smtp": { "Username": "orders@acme.io", "Password": "[|$48|]" }, "Sms": { "Username": "$64", "Password": "$80" } }""")]
    [InlineData("""{ "Shop": { "Username": "$hex64", "ClientSecret": "[|$hex96|]" } }""")]
    [InlineData("""{ "Shop": { "Username": "$49", "ClientSecret": "[|$64|]" } }""")]
    [InlineData("""{ "Shop": { "ClientId": "$64", "ClientSecret": "[|$80|]" } }""")]
    [InlineData("""{ "Smtp": { "Username": "$48", "Password": "[|kT9wQ2!vZx7|]" } }""")]
    public Task KeyInBase64_Reports(string text) => In("/0/appsettings.json", text);

    [Fact]
    public Task DotEnvWithMoreInIt_Reports() => In("/0/.env", "SMTP_USERNAME=$48\nJWT_SECRET=[|$64|]\nNAME=shop\n");

    [Theory]
    [InlineData("ENC[AES256_GCM,data:kT9wQ2vZx7,iv:Rm3pL8,tag:Zw1]")]
    [InlineData("enc:$48")]
    [InlineData("encrypted:$64")]
    [InlineData("CfDJ8N$48")]
    [InlineData("U2FsdGVkX1$48")]
    [InlineData("AQAAANCMnd8BFdERjHoAwE/Cl+sBAAAA$48")]
    public Task MarkOfWhatEncryptedIt_IsQuiet(string value) => In("/0/appsettings.json", "{ \"Smtp\": { \"Password\": \"" + value + "\" } }");

    [Theory]
    [InlineData("encoder-kT9wQ2vZx7")]
    [InlineData("U2Fsd-kT9wQ2vZx7")]
    public Task PasswordThatBeginsAlike_Reports(string value) => In("/0/appsettings.json", "{ \"Smtp\": { \"Password\": \"[|" + value + "|]\" } }");

    private static Task In(string file, string text)
    {
        foreach (var bytes in new[] { 48, 49, 64, 80, 96 })
            text = text.Replace("$" + bytes, Blocks(bytes)).Replace("$hex" + bytes, MadeUp.Hex(bytes));
        return Verify.FileTest(file, text).RunAsync();
    }

    /// <summary>With a sign that only base64 has.</summary>
    private static string Blocks(int bytes)
    {
        for (var seed = bytes; ; seed++)
        {
            if (MadeUp.Base64(bytes, seed) is var text && text.IndexOfAny(['+', '/']) >= 0)
                return text;
        }
    }
}
