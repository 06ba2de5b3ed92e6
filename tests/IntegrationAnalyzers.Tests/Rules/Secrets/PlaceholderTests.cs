using System.Linq;
using System.Threading.Tasks;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Secrets.IA3002Credential>;

namespace IntegrationAnalyzers.Tests.Rules.Secrets;

/// <summary>The words and forms by which a value says that it stands for another, each in a value that would be a password without it.</summary>
public sealed class PlaceholderTests
{
    [Theory]
    [InlineData("your my the some any enter insert replace change put add use set fill paste provide specify generate sample dummy fake mock foo bar", "*-value-123!")]
    [InlineData("placeholder todo tbd fixme redacted removed hidden secret-here", "*-value-123!")]
    [InlineData("example-phrase-whichnobodyknowsorwritesanywhere-butthesepagesdo-123!")]
    [InlineData("changeme changethis changeit change-in-prod changed-before-prod replaceme replacethis replace-for-production user-secrets placeholder redacted", "k9-*-12!")]
    [InlineData("not-for-production not_for_prod NotForProduction never-in-prod do-not-use-in-production DoNotUseInProd dont-use-in-production don't-use-in-prod never-use-this-in-production", "k9-*-12!")]
    [InlineData("put-your putyour insert-your insertyour your-api your-key your-token your-secret your-password your-client your-access your-account your-own-key", "k9-*-12!")]
    [InlineData("value-here! value_here! value-here. value-here>", "k9-*")]
    [InlineData("@Password1@ $Password1 $Password1$ __Password1__ kT9wQ2...x7 kT9wQ2vZx7…", "*")]
    public Task StandsForAPassword_IsQuiet(string words, string value = "*") => Verify.VerifyAnalyzerAsync(Variables(words, value, isReported: false));

    /// <summary>The head of such a word is a word of its own, or stands before one that says what is to be put there.</summary>
    [Theory]
    [InlineData("YourPassword1! MyPassword2024! the-word-2024! some.value.1! UseThis2024! Set_Me_2024! AddHere1!")]
    [InlineData("yourapikey12! mysecret123! mytoken2024! thepassword1! somesecret12! anypassword1! useyourown12! putkey2024! MYSECRETKEY12! dummydata12! samplevalue1! foobar2024! mocktoken12! fakeuser2024!")]
    [InlineData("access account admin api app auth aws azure bar bearer bot client code company connection credential data default email encrypt fake hash host id jwt key long login mail name new org own pass phrase pin " +
        "private project public pwd random real salt secret secure server service shop sign string strong super test text token url user value very web your", "my*123!")]
    public Task WholeWordThatStandsForAnother_IsQuiet(string words, string value = "*") => Verify.VerifyAnalyzerAsync(Variables(words, value, isReported: false));

    [Theory]
    [InlineData("Theodore2024! Barcelona2024! Mythical2024! Somerset1985! Anytown2024! Settlers2024! Address-k9-12! Putney2024! Fillmore1985! Mockingbird12! Enterprise2024! Providence2024! Hiddensee2024! Userland2024!")]
    public Task LongerWordThatBeginsLikeOne_Reports(string words) => Verify.VerifyAnalyzerAsync(Variables(words, "*", isReported: true));

    [Theory]
    [InlineData("yo mine tho none else centre inset displace exchange putt odd used reset full past prove special general simple yummy face mick fog ban", "*-value-123!")]
    [InlineData("k9-chance-12! k9-exchanges-12! k9-usersecret-12! k9-hold-place-12! k9-your-bike-12! k9-where! k9-there!", "*")]
    [InlineData("k9-for-production-12! k9-in-prod-12! k9-note-for-production-12! k9-not-produced-12! k9-use-in-prod-12! k9-dev-only-12! k9-not-for-testing-12!", "*")]
    public Task AnotherWord_Reports(string words, string value) => Verify.VerifyAnalyzerAsync(Variables(words, value, isReported: true));

    /// <summary>Steven-Foo/Crypto.Gateway.Core, DevHdWalletProvisioner: the salt that development's made-up keys are derived with.</summary>
    [Theory]
    [InlineData("\"cpe-dev-hdwallet-master-v1-not-for-production\"")]
    [InlineData("[|\"cpe-dev-hdwallet-master-v1-kept-for-production\"|]")]
    public Task SaltThatIsNotForProduction_CryptoGateway_IsQuiet(string salt) => Verify.VerifyAnalyzerAsync(IA3002CredentialTests.Statement(
        $"const string DevMasterSalt = {salt}; using var hmac = new HMACSHA512(Encoding.UTF8.GetBytes(DevMasterSalt));"));

    /// <summary>A word that says that there is nothing is a word, and quiet by that.</summary>
    [Fact]
    public Task WordThatSaysNothing_IsQuiet() => Verify.VerifyAnalyzerAsync(IA3002CredentialTests.Statement(string.Join("\n        ", "null none undefined unknown default n/a true false empty optional required string".Split(' ').Select(static (word, i) =>
        $"var password{i} = \"{word}\"; var hash{i} = new HMACSHA256(Encoding.UTF8.GetBytes(\"{word}\")); var login{i} = new System.Net.NetworkCredential(\"svc\", \"{word}\"); var url{i} = \"https://svc:{word}@acme.io/\";"))));

    private static string Variables(string words, string value, bool isReported) => IA3002CredentialTests.Statement(string.Join("\n        ", words.Split(' ').Select((word, i) =>
    {
        var text = $"\"{value.Replace("*", word)}\"";
        return $"var smtpPassword{i} = {(isReported ? $"[|{text}|]" : text)};";
    })));
}
