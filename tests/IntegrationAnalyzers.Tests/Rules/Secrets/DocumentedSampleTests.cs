using System.Threading.Tasks;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Secrets.IA3002Credential>;

namespace IntegrationAnalyzers.Tests.Rules.Secrets;

/// <summary>Keys that specifications and providers print to be copied.</summary>
public sealed class DocumentedSampleTests
{
    [Theory]
    [InlineData("SecretKey", "JBSWY3DPEHPK3PXP")]
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

    private static string Preview(string name, string value) => $$"""
        public class Previews
        {
            public object Model() => new { DisplayName = "Amina Wanjiku", {{name}} = {{value}}, QrCid = "qrcode" };
        }
        """;
}
