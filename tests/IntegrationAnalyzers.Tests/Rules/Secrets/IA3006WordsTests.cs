using System;
using System.Security.Cryptography;
using System.Threading.Tasks;
using IntegrationAnalyzers.Rules.Secrets;
using IntegrationAnalyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Secrets.IA3006SecretInConfiguration>;

namespace IntegrationAnalyzers.Tests.Rules.Secrets;

/// <summary>What a value says of itself: its words, and the bytes of a public key.</summary>
public sealed class IA3006WordsTests
{
    [Theory]
    [InlineData("super-secret-dev-key-min-32-chars!!")]
    [InlineData("SuperSecretKeyForTestingPurposes123!")]
    [InlineData("authtestkey-$guid-$guid")]
    [InlineData("apisandbox_$hex")]
    public Task WordsThatSayForTests_AreASuggestion(string value) => Level(value, DiagnosticSeverity.Info);

    [Theory]
    [InlineData("super-secret-shop-key-min-32-chars!!")]
    [InlineData("ShopDevKey-kT9wQ2vZx7-min-32-chars!!")]
    [InlineData("authlatestkey-$guid-$guid")]
    [InlineData("devkey-$hex")]
    public Task WordsThatSayNothing_AreAWarning(string value) => Level(value, DiagnosticSeverity.Warning);

    [Theory]
    [InlineData("Kennwort", "kT9wQ2vZx7")]
    [InlineData("MotDePasse", "kT9wQ2vZx7")]
    [InlineData("Hmac", "$hex")]
    [InlineData("SESSION_KEY", "$hex")]
    [InlineData("RefreshToken", "Atzr|$hex")]
    [InlineData("ApiSecret", "12|$hex")]
    public Task KeyThatNamesASecret_Reports(string key, string value) => Level(value, DiagnosticSeverity.Warning, key);

    [Fact]
    public Task PublicKeyByItsBytes_NamedForAPrivateOne_IsQuiet()
    {
        using var rsa = RSA.Create(1024);
        using var curve = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return In($$"""{ "Bank": { "FB_PRIVATE_KEY": "{{Convert.ToBase64String(rsa.ExportSubjectPublicKeyInfo())}}", "PartnerSecretKey": "{{Convert.ToBase64String(curve.ExportSubjectPublicKeyInfo())}}" } }""");
    }

    [Fact]
    public Task PrivateKeyByItsBytes_Reports()
    {
        using var rsa = RSA.Create(1024);
        using var curve = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return In($$"""{ "Bank": { "FB_PRIVATE_KEY": "[|{{Convert.ToBase64String(rsa.ExportPkcs8PrivateKey())}}|]", "PartnerSecretKey": "[|{{Convert.ToBase64String(curve.ExportPkcs8PrivateKey())}}|]" } }""");
    }

    private static Task In(string text) => Verify.FileTest("/0/appsettings.json", text).RunAsync();

    private static Task Level(string value, DiagnosticSeverity severity, string key = "SecretKey") => LevelVerifier<IA3006SecretInConfiguration>.VerifyAsync(
        Verify.FileTest("/0/appsettings.json", "{ \"Jwt\": { \"" + key + "\": \"{|#0:" + value.Replace("$hex", MadeUp.Hex(32)).Replace("$guid", "3f6a9ae4-62d7-48fc-92fa-fb7008e44f9d") + "|}\" } }"), severity);
}
