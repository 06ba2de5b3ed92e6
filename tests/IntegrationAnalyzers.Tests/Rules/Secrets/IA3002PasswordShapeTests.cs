using System.Linq;
using System.Threading.Tasks;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Secrets.IA3002Credential>;

namespace IntegrationAnalyzers.Tests.Rules.Secrets;

/// <summary>Values under a password's name that have a form of code, and those that only begin like it.</summary>
public sealed class IA3002PasswordShapeTests
{
    [Theory]
    [InlineData("#a1b2c3")] // a colour
    [InlineData("#fa1")]
    [InlineData("%d1x2w9")] // a format
    [InlineData("%SMTP_PW1")]
    [InlineData("user_pw1=")] // the name before a value
    [InlineData("kT9wQ2!vZx7mRp=")]
    [InlineData("smtp/pw1/office")] // a path
    [InlineData("kv-prod/mail2")]
    [InlineData("/run/secrets/smtp1")]
    [InlineData("-p1w2d3")] // an argument
    [InlineData("Password1:")] // a label
    public Task FormOfCode_IsQuiet(string value) => Verify.VerifyAnalyzerAsync(IA3002CredentialTests.Statement($"var password = \"{value}\";"));

    [Theory]
    [InlineData("#a1b2c3x")]
    [InlineData("kT9wQ2!vZx7mRp4=")]
    [InlineData("kT9wQ2vZx7/mRp4Lw8Yb3Nc5")]
    public Task PasswordThatBeginsOrEndsLikeIt_Reports(string value) => Verify.VerifyAnalyzerAsync(IA3002CredentialTests.Statement($"var password = [|\"{value}\"|];"));

    /// <summary>ProjectEnzo: a client secret of Azure AD, which draws brackets, too.</summary>
    [Theory]
    [InlineData("clientSecret", "QCAA4T:3aoRSCeIiCIpCVHEc9]rfV4+.")]
    [InlineData("password", "kT9wQ2(vZx7mRp4")]
    [InlineData("accessToken", "kT9wQ2!vZx7)mRp4")]
    public Task ValueWithABracketThatNothingCloses_Reports(string name, string value) => Verify.VerifyAnalyzerAsync(IA3002CredentialTests.Statement($"var {name} = [|\"{value}\"|];"));

    [Theory]
    [InlineData("clientSecret", "settings[0].Values[12]!")]
    [InlineData("password", "Hash2(user, 16)")]
    [InlineData("accessToken", "enter it below :-)")]
    [InlineData("accessToken", "[a-zA-Z0-9]{32}")]
    public Task CodeOrAPattern_IsQuiet(string name, string value) => Verify.VerifyAnalyzerAsync(IA3002CredentialTests.Statement($"var {name} = \"{value}\";"));

    [Theory]
    [InlineData("oauth2 oauth1 sha256 sha384 sha512 aes128 aes256 rs256 hs256 hs512 es256 base64 utf16 pkcs7 pkcs8 pkcs12 ntlmv2 tls12 tls13 http2 bcrypt2 argon2 argon2id pbkdf2 ed25519 secp256k1 s3cret")]
    [InlineData("SHA256 OAuth2 Base64 Ed25519")]
    [InlineData("sha1 md5 utf8 x509 ssl3 2fa mp3 mp4")]
    public Task TermWithANumber_IsQuiet(string terms) => Verify.VerifyAnalyzerAsync(IA3002CredentialTests.Statement(Passwords(terms, isReported: false)));

    [Theory]
    [InlineData("letmein qwerty qwertyuiop qwertz azerty asdfgh asdfghjkl zxcvbn zxcvbnm iloveyou opensesame swordfish trustnoone correcthorsebatterystaple LetMeIn")]
    [InlineData("oauth25 sha256x aes256k tls13b")]
    public Task PasswordThatEverybodyKnows_OrNoTerm_Reports(string values) => Verify.VerifyAnalyzerAsync(IA3002CredentialTests.Statement(Passwords(values, isReported: true)));

    /// <summary>Letters alone are a password where they follow each other as in no word.</summary>
    [Theory]
    [InlineData("BGUKDmdHRzHx qXvBzWkTjRpL", true)]
    [InlineData("TheodoreSmith BarcelonaMes XMLHttpRequest MyDbPasswordXY HasloDoBazyDanych MatKhauCuaToi WSDLUrlOfTheAPI kontrasenaPrueba bgukdmdhrzhx BGUKDMDHRZHX", false)]
    public Task LettersAlone_AsInNoWord_Report(string values, bool isReported) => Verify.VerifyAnalyzerAsync(IA3002CredentialTests.Statement(Passwords(values, isReported)));

    /// <summary>Brackets among all other signs, as generators draw them.</summary>
    [Theory]
    [InlineData("jwtSecret", "A@9v!p#Z2^bL$w8&Qx*G7m%T1s)R4u{E", true)]
    [InlineData("signingKey", "A@9v!p#Z2^bL$w8&Qx{}7m%T1s<R4u>E", true)]
    [InlineData("signingKey", "{0:D2}-{1:X4}-{2:Yy}-{3:Ab3}", false)]
    [InlineData("accessKey", "^[A-Z]{2}[a-z]{2}[A-Za-z0-9]{12}$", false)]
    [InlineData("signingKey", "Orders[12].Lines(3).Total{4}", false)]
    public Task BracketsAmongAllSigns_Report(string name, string value, bool isReported) =>
        Verify.VerifyAnalyzerAsync(IA3002CredentialTests.Statement($"var {name} = {(isReported ? $"[|\"{value}\"|]" : $"\"{value}\"")};"));

    private static string Passwords(string values, bool isReported) => string.Join("\n        ", values.Split(' ').Select((value, i) =>
        $"var password{i} = {(isReported ? $"[|\"{value}\"|]" : $"\"{value}\"")};"));
}
