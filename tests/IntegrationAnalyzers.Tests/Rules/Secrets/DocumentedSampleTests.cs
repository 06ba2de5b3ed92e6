using System.Linq;
using System.Threading.Tasks;
using IntegrationAnalyzers.Rules.Secrets;
using IntegrationAnalyzers.Tests.Verification;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Secrets.IA3002Credential>;

namespace IntegrationAnalyzers.Tests.Rules.Secrets;

/// <summary>Keys that specifications and providers print to be copied.</summary>
public sealed class DocumentedSampleTests
{
    [Theory]
    [InlineData("SecretKey", "JBSWY3DPEHPK3PXP")]
    [InlineData("Password", "pass@word1")]
    [InlineData("SharedSecret", "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP")]
    [InlineData("TotpSecret", "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ")]
    [InlineData("OtpSecret", "3132333435363738393031323334353637383930")]
    [InlineData("ClientSecret", "7Fjfp0ZBr1KtDRbnfVdmIw")]
    [InlineData("ConsumerSecret", "kd94hf93k423kf44")]
    [InlineData("AccessToken", "2YotnFZFEjr1zCsicMWpAA")]
    [InlineData("RefreshToken", "tGzv3JOkF0XG5Qx2TlKWIA")]
    [InlineData("SigningSecret", "8f742231b10e8888abcd99yyyzzz85a5")]
    [InlineData("ApiKey", "b6907d289e10d714a6e88b30761fae22")]
    public Task PrintedInDocumentation_SampleForATemplatesPreview_IsQuiet(string name, string value) => Verify.VerifyAnalyzerAsync(Preview(name, "\"" + value + "\""));

    [Fact]
    public Task AnotherKeyOfThatForm_Reports() => Verify.VerifyAnalyzerAsync(Preview("SecretKey", "[|\"" + "K5QXE3DEMVZ" + "ON4TGQ7HCZ2" + "\"|]"));

    /// <summary>One line a sample: what the code calls it, the part by which it is known, and how it goes on where it is printed.</summary>
    [Fact]
    public Task EachKeyThatIsPrinted_IsQuiet() => Verify.VerifyAnalyzerAsync(IA3002CredentialTests.Statement(string.Join("\n        ", Printed.Select(
        static (sample, i) => $"var {sample.Name}_{i} = \"{sample.Before}{sample.Known}{sample.Behind}\";"))));

    /// <summary>The same of keys that an own place takes: as bytes of a hash, and as a test-mode key.</summary>
    [Fact]
    public Task SeedOfOneTimePasswords_IsQuiet() => Verify.VerifyAnalyzerAsync(IA3002CredentialTests.Statement("""
        using var seeded = new HMACSHA1(Convert.FromHexString("3132333435363738393031323334353637383930"));
                using var other = new HMACSHA1(Convert.FromHexString([|"3132333435363738393132333435363738393130"|]));
        """));

    [Theory]
    [InlineData("4eC39HqLyjWDarjt", "T1zdp7dc", false)]
    [InlineData("BQokikJOvBiI2HlW", "gH4olfQ2", false)]
    [InlineData("tR3PYbcVNZZ796tH", "88S4VQ2u", false)]
    [InlineData("7yB2mKQx9LrWzN4d", "H8sVcT3p", true)]
    public Task PublishedTestKey_IsQuiet(string known, string behind, bool isReported)
    {
        var key = "\"" + "sk_" + "test_" + known + behind + "\"";
        return RuleVerifier<IA3004NonProductionEndpoint>.VerifyAnalyzerAsync($"class Keys {{ public string Key = {(isReported ? $"[|{key}|]" : key)}; }}");
    }

    private static readonly (string Name, string Before, string Known, string Behind)[] Printed =
    [
        ("accountKey", "", "Eby8vdM02xNO", "cqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw=="),
        ("accountKey", "", "C2y6yDjf5/R+ob0N", "8A7Cgv30VRDJIWEHLM+4QDU5DE2nQ9nDuVTqobD4b8mGGyPMbIZnqyMsEcaGQy67XIw/Jw=="),
        ("totpSecret", "", "JBSWY3DPEHPK3PXP", ""),
        ("totpSecret", "", "GEZDGNBVGY3TQOJQ", "GEZDGNBVGY3TQOJQ"),
        ("totpSecret", "", "base32secret3232", ""),
        ("consumerSecret", "", "kd94hf93k423kf44", ""),
        ("tokenSecret", "", "pfkkdhi9sl3r4s00", ""),
        ("clientSecret", "", "7Fjfp0ZBr1KtDRbnfVdmIw", ""),
        ("clientSecret", "", "gX1fBat3bV", ""),
        ("password", "", "czZCaGRSa3F0Mz", "pnWDFmQmF0M2JW"),
        ("accessToken", "", "2YotnFZFEjr1zCsicMWpAA", ""),
        ("refreshToken", "", "tGzv3JOkF0XG5Qx2TlKWIA", ""),
        ("signingKey", "", "AyM1SysPpbyDfgZl", "d3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow"),
        ("password", "", "QWxhZGRpbjpvcGVuIHNlc2FtZQ", "=="),
        ("clientSecret", "", "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk", ""),
        ("secretKey", "", "wJalrXUtnFEMI", "/K7MDENG/bPxRfiCYkT9wQ2vZx"),
        ("apiKey", "key-", "3ax6xnjp29jd6fds", "4gc373sgvjxteol0"),
        ("secretKey", "", "zuf+tfteSlswRu7B", "J86wekitnifILbZam1KYY3TG"),
        ("securityKey", "", "6457Thfj624V5r7W", "Uwc5v6a68Zsd6YEm"),
        ("secretKey", "", "8NdU5pG5R2spGHGh", "yO99HN1OhD8IQJBn"),
        ("secretKey", "", "uUfsWgfLkRLzq6W2", "uNXTCxrfxs51auny"),
        ("secretKey", "", "PcY4iZIKFCIdgZvA", "6ueMcMHHUbRLYjPL"),
        ("secretKey", "", "kLtgPl8HHhfvMuDH", "PwKfgfsY4Ydm9eIz"),
        ("secretKey", "", "K951B6PE1waDMi64", "0xX08PD3vg6EkVlz"),
        ("accessKey", "", "F8BBA842ECF85", ""),
        ("secretKey", "", "5294y06JbISpM5x9", ""),
        ("secretKey", "", "v77hoKGq4kWxNNIS", ""),
        ("secretKey", "", "XBERn1YOvpM9nfZc", ""),
        ("secretKey", "", "h1ONHk4P4yqbl5LK", ""),
        ("secretKey", "", "pwFHCqoQZGmho4w6", ""),
        ("secretKey", "", "EkRm7iFT261dpevs", ""),
        ("secretKey", "", "ejCk326UnaZWKisg", ""),
        ("secretKey", "", "q9jcZX8Ib9LM8wYk", ""),
        ("secretKey", "", "13a980d4f851f3d9", "a1cfc792fb1f5e50"),
        ("clientSecret", "", "12f071174cb7eb79", "d4aac5bc2f07563f"),
        ("secretKey", "", "b6ca15b0d1020e80", "94d9b5f8d163db54"),
        ("clientSecret", "", "2ee86a66e5d97e3f", "adc400c9f19b065d"),
        ("secretKey", "", "87f410056e1ec5ff", "64f6bea777a0e694"),
        ("clientSecret", "", "89e263df5657cccf", "e7d1d2a0f50b6e41"),
        ("webhookSecret", "", "MfKQ9r8GKYqrTwjU", "PD8ILPZIo2LaLaSw"),
        ("signingSecret", "", "8f742231b10e8888abcd99yyyzzz85a5", ""),
        ("botToken", "110201543:", "AAHdqTcvCH1vGWJx", "fSeofSAs0K5PALDsaw"),
        ("botToken", "1234567:", "4TT8bAc8GHUspu3E", "Ryn-KGcvsvGB9u_n4ddy"),
        ("botToken", "123456:", "ABC-DEF1234ghIkl", "-zyx57W2v1u123ew11"),
        ("consumerSecret", "", "kAcSOqF21Fu85e7z", "jz7ZN2U4ZRhfV3WpwPAoE3Z7kBw"),
        ("tokenSecret", "", "LswwdoUaIvS8ltyT", "t5jkRh4J50vUPVVHtR2YPi5kE"),
        ("apiKey", "", "vmPUZE6mv9SD5VNH", "k4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8A"),
        ("secretKey", "", "NhqPtmdSJYdKjVHj", "A7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j"),
        ("secretKey", "", "6LeIxAcTAAAAA", "GG-vFI1TnRWxMZNFuojJ4WifJWe"),
        ("apiKey", "", "b6907d289e10d714", "a6e88b30761fae22"),
        ("apiKey", "", "b1b15e88fa797225", "412429c1c50c122a1"),
        ("accessToken", "", "5K4MVS-OjfWhK_4y", "rjOlFe1F6kJXPVf7eQYggo8ebAE"),
        ("accessToken", "", "3A77EECF61BD445F", "47241A5A36202185C35AF3AF58609E19B53F3A8872AD7BE1-1"),
    ];

    private static string Preview(string name, string value) => $$"""
        public class Previews
        {
            public object Model() => new { DisplayName = "Amina Wanjiku", {{name}} = {{value}}, QrCid = "qrcode" };
        }
        """;
}
