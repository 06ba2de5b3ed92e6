using System.Linq;
using System.Threading.Tasks;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Secrets.IA3002Credential>;

namespace IntegrationAnalyzers.Tests.Rules.Secrets;

/// <summary>How a name reaches its value: past calls that convert it, from methods that are named for what they give, from the type around it.</summary>
public sealed class IA3002CarrierTests
{
    [Fact]
    public Task ConvertedOnTheWayToItsName_Reports() => Verify.VerifyAnalyzerAsync(IA3002CredentialTests.Statement("""
        var apiKey = Encoding.UTF8.GetBytes([|"$b62-32"|]);
                var accessKey = Convert.FromBase64String([|"$b64-32"|]);
                var signingKey = Convert.FromHexString([|"$hex32"|]);
                var authKey = Coder.Base64Decode([|"$b64-64"|]);
                var password = [|"kT9wQ2vZx7"|].ToCharArray();
                var smtpPassword = [|"kT9w!Q2vZx7 "|].Trim();
                var ftpPassword = [|"kT9wQ2vZx8"|].AsSpan().ToArray();
                var sqlPassword = [|"kT9wQ2vZx9"|].AsSpan().ToString();
                var dbPassword = [|"kT9wQ2vZx5"|].ToString();
        """) + "\nstatic class Coder { public static string Base64Decode(string text) => text; }");

    [Fact]
    public Task ConvertedByAnotherCall_IsQuiet() => Verify.VerifyAnalyzerAsync(IA3002CredentialTests.Statement("""
        var apiKey = Coder.Find("$b62-32");
                var password = "kT9wQ2vZx7".Replace('k', 'l');
        """) + "\nstatic class Coder { public static string Find(string text) => text; }");

    /// <summary>What a keyed hash takes for its key, from a field that nothing names.</summary>
    [Theory]
    [InlineData("Encoding.UTF8.GetBytes(Shift)")]
    [InlineData("Convert.FromBase64String(Shift)")]
    [InlineData("Convert.FromHexString(Shift)")]
    [InlineData("SHA256.HashData(Encoding.UTF8.GetBytes(Shift))")]
    [InlineData("SHA256.Create().ComputeHash(Encoding.UTF8.GetBytes(Shift))")]
    [InlineData("Encoding.UTF8.GetBytes(Shift.ToCharArray())")]
    [InlineData("Encoding.UTF8.GetBytes(Shift.Trim())")]
    [InlineData("Encoding.UTF8.GetBytes(Shift).AsSpan().ToArray()")]
    [InlineData("Encoding.UTF8.GetBytes(Shift.AsSpan().ToString())")]
    [InlineData("(byte[])Encoding.UTF8.GetBytes(Shift).Clone()")]
    public Task ConvertedOnTheWayToAHash_Reports(string value) => Verify.VerifyAnalyzerAsync(IA3002CredentialTests.Member(
        "private static readonly string Shift = [|\"$hex32\"|];\n\n    byte[] Of(byte[] text) => new HMACSHA256(" + value + ").ComputeHash(text);"));

    [Theory]
    [InlineData("Get Read Load Fetch Retrieve Obtain Default My Api Client Admin User Db", true)]
    [InlineData("Send Verify Store Prompt Write", false)]
    public Task MethodNamedForWhatItGives_Reports(string verbs, bool isReported) => Verify.VerifyAnalyzerAsync(IA3002CredentialTests.Member(string.Join("\n    ", verbs.Split(' ').Select(verb =>
        $"string {verb}Password() => {(isReported ? "[|\"kT9wQ2vZx7\"|]" : "\"kT9wQ2vZx7\"")};"))));

    /// <summary>Tessera: a drawn value is the secret that the method is named for, whatever the first word.</summary>
    [Theory]
    [InlineData("DemoClientSecret PartnerApiKey StorefrontPassword", true)]
    [InlineData("DemoText PartnerName WrongPassword ConfirmPassword", false)]
    public Task DrawnValueGivenBackByAMethodNamedForASecret_Reports(string methods, bool isReported) => Verify.VerifyAnalyzerAsync(IA3002CredentialTests.Member(string.Join("\n    ", methods.Split(' ').Select((method, i) =>
    {
        var value = $"\"{MadeUp.Base62(32, i + 11)}\"";
        return $"string {method}() => {(isReported ? $"[|{value}|]" : value)};";
    }))));

    /// <summary>A header of a provider's own, whatever the provider is called.</summary>
    [Theory]
    [InlineData("X-Air-Key x-figma-key X-FAX-KEY", true)]
    [InlineData("X-Idempotency-Key X-Idempotent-Key X-Request-Key X-Correlation-Key X-Cache-Key X-Partition-Key X-Routing-Key X-Route-Key X-Sort-Key X-Dedup-Key X-Deduplication-Key X-Operation-Key", false)]
    [InlineData("X-Transaction-Key X-Trace-Key X-Session-Key X-Object-Key X-Resource-Key X-Surrogate-Key X-Shard-Key X-Sharding-Key X-Bucket-Key X-Range-Key X-Key Air-Key", false)]
    public Task HeaderNamedForAProvidersKey_Reports(string headers, bool isReported) => Verify.VerifyAnalyzerAsync(IA3002CredentialTests.Statement(string.Join("\n        ", headers.Split(' ').Select((header, i) =>
    {
        var value = $"\"{MadeUp.Base62(32, i + 11)}\"";
        return $"map.Add(\"{header}\", {(isReported ? $"[|{value}|]" : value)});";
    }))));

    [Theory]
    [InlineData("Auth Crypt Api Jwt Token Secret Credential Aes Hmac Sign Login Client Gateway Payment", true)]
    [InlineData("Cache Grid Row Menu", false)]
    public Task BareKeyInATypeThatSpeaksOfSecrets_Reports(string stems, bool isReported) => Verify.VerifyAnalyzerAsync(string.Join("\n", stems.Split(' ').Select((stem, i) =>
    {
        var value = $"\"{MadeUp.Base62(40, i + 11)}\"";
        return $"class {stem}Parts {{ public string Key = {(isReported ? $"[|{value}|]" : value)}; }}";
    })));

    /// <summary>A password that reads as a name of a secret is one.</summary>
    [Theory]
    [InlineData("password passwd pwd passphrase passcode psw passwort contrasena senha motdepasse secret secrets secretkey token access-key connectionstring connstring connstr connectionstr", false)]
    [InlineData("conn-string connection-string", false)]
    [InlineData("basket string constring and-all-that-the-office-orders-password", true)]
    public Task ValueThatIsANameItself_IsQuiet(string words, bool isReported) => Verify.VerifyAnalyzerAsync(IA3002CredentialTests.Statement(string.Join("\n        ", words.Split(' ').Select((word, i) =>
        $"var smtpPassword{i} = {(isReported ? $"[|\"orders2-{word}\"|]" : $"\"orders2-{word}\"")};"))));

    /// <summary>What is drawn behind such a word is no name, with whichever digit it begins.</summary>
    [Theory]
    [InlineData("key-4")]
    [InlineData("token_7")]
    [InlineData("sms.token:1")]
    public Task DrawnBehindTheWord_MailgunKey_Reports(string head) =>
        Verify.VerifyAnalyzerAsync(IA3002CredentialTests.Statement($"var apiKey = [|\"{head}{MadeUp.Base62(27).ToLowerInvariant()}\"|];"));

    [Theory]
    [InlineData("gitleaks:allow")]
    [InlineData("pragma: allowlist secret")]
    [InlineData("pragma: whitelist secret")]
    [InlineData("betterleaks:allow")]
    [InlineData("GITLEAKS:ALLOW, reviewed")]
    public Task MarkOfAnotherScanner_IsQuiet(string mark) => Verify.VerifyAnalyzerAsync(IA3002CredentialTests.Statement($"var password = \"kT9wQ2vZx7\"; // {mark}\n        var apiKey = [|\"$hex32\"|];"));
}
