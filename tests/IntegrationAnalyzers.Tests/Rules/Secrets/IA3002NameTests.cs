using System.Linq;
using System.Threading.Tasks;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Secrets.IA3002Credential>;

namespace IntegrationAnalyzers.Tests.Rules.Secrets;

/// <summary>The words by which a name says that its value is a credential: each of them, in a name that has it.</summary>
public sealed class IA3002NameTests
{
    /// <summary>One variable a word, each with a drawn value of its own.</summary>
    private static string Variables(string words, string name, bool isReported) => IA3002CredentialTests.Statement(string.Join("\n        ", words.Split(' ').Select((word, i) =>
    {
        var value = $"\"{MadeUp.Hex(32, i + 11)}\"";
        return $"var {name.Replace("*", word)} = {(isReported ? $"[|{value}|]" : value)};";
    })));

    [Theory]
    [InlineData("password passwd pwd passphrase passcode psw passwort contrasena senha motdepasse pass pw", "my_*")]
    [InlineData("password passwd pwd passphrase passcode psw passwort contrasena senha motdepasse pass", "*")]
    [InlineData("userPass dbPass databasePass smtpPass mailPass emailPass ftpPass proxyPass myPass adminPass rootPass loginPass authPass sqlPass rabbitPass mqPass serverPass", "*")]
    [InlineData("passWord passPhrase PASS_PHRASE", "smtp_*")]
    [InlineData("secret secrets secretKey clientSecret appSecret sharedSecret clientsecret appsecret secretkey sharedsecret", "*")]
    [InlineData("apikey accesskey privatekey signingkey encryptionkey authkey subscriptionkey appkey", "*")]
    [InlineData("apiKey accessKey privateKey signingKey encryptionKey authKey subscriptionKey appKey", "*")]
    [InlineData("githubPat gitlabPat azurePat devopsPat adoPat personalPat", "*")]
    [InlineData("authCode authorizationCode recoveryCode backupCode", "*")]
    [InlineData("credential credentials creds", "smtp_*")]
    public Task Noun_Reports(string words, string name) => Verify.VerifyAnalyzerAsync(Variables(words, name, isReported: true));

    [Theory]
    [InlineData("api access secret private signing signature sign encryption encrypt decryption decrypt crypto cipher aes des hmac jwt master account shared", "*_key")]
    [InlineData("storage subscription consumer client auth authentication authorization app application service admin host function server webhook integration", "*_key")]
    [InlineData("symmetric security validation machine rest sas symmetrickey issuer bearer developer license licence merchant pay stripe", "*_key")]
    [InlineData("api access signing encryption account storage subscription webhook machine licence merchant", "*key")]
    [InlineData("api access auth authentication authorization bearer refresh bot secret personal private security session id oauth oauth2 service deploy user app", "*_token")]
    [InlineData("application client login github gitlab slack discord telegram webhook verify verification jwt admin device push web account", "*_token")]
    [InlineData("api access auth bearer refresh bot personal login github slack device", "*token")]
    [InlineData("user db database host server smtp mail email ftp sftp ssh proxy my admin root login auth sql mysql postgres oracle redis mongo rabbit mq", "*password")]
    [InlineData("broker amqp ldap account app application service client api key keystore truststore cert certificate pfx private secret sa system master", "*password")]
    public Task WhoseItIs_Reports(string words, string name) => Verify.VerifyAnalyzerAsync(Variables(words, name, isReported: true));

    [Theory]
    [InlineData("value values string str text txt bytes byte array base64 b64 hex plain plaintext clear cleartext raw default production prod live staging")]
    [InlineData("dev development local current new old main primary secondary const constant literal data v1 v2 v3 2")]
    public Task WordBehind_SaysNothing_Reports(string words) => Verify.VerifyAnalyzerAsync(Variables(words, "apiKey_*", isReported: true));

    [Theory]
    [InlineData("invalid wrong bad incorrect fake mock dummy sample example placeholder empty no not has is are should must needs requires use show hide forgot forget", "*_apiKey")]
    [InlineData("reset change confirm missing expired masked mask hashed hash encrypted obfuscated public", "*_apiKey")]
    [InlineData("cancellation syntax antiforgery forgery csrf xsrf page paging continuation next sync replace json start end open close separator concurrency pagination skip", "*_token")]
    [InlineData("foreign primary sort hot cache partition lookup dictionary row group", "*_key")]
    [InlineData("postal country zip error status", "*_code")]
    [InlineData("by render mountain", "*_pass")]
    public Task SomethingElse_IsQuiet(string words, string name) => Verify.VerifyAnalyzerAsync(Variables(words, name, isReported: false));
}
