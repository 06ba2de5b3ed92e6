using System.Threading.Tasks;
using Xunit;
using static IntegrationAnalyzers.Tests.Rules.Secrets.IA3002CredentialTests;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Secrets.IA3002Credential>;

namespace IntegrationAnalyzers.Tests.Rules.Secrets;

/// <summary>Texts that look like credentials and give nobody anything.</summary>
public class IA3002NoSecretTests
{
    [Theory]
    [InlineData("_ = new Endpoint { Key = \"$b62-32\" };")]
    [InlineData("var header = \"X-Api-Key: your-api-key-goes-here\";")]
    [InlineData("var header = \"Idempotency-Key: $hex32\";")]
    [InlineData("var passwordLabel = text switch { \"de\" => \"Kennwort\", _ => \"Password\" };")]
    [InlineData("var password = text switch { \"kT9wQ2!vZx7\" => text, _ => \"\" };")]
    [InlineData("var bytes = Encoding.ASCII.GetBytes(\"auth:kT9wQ2!vZx7\");")]
    [InlineData("_ = Convert.ToBase64String(Encoding.ASCII.GetBytes(\"key:https://auth.acme.io\"));")]
    [InlineData("_ = Convert.ToBase64String(Encoding.ASCII.GetBytes($\"{text}:{text}\"));")]
    [InlineData("_ = Convert.ToBase64String(Encoding.ASCII.GetBytes($\"{text}:kT9wQ2!vZx7{text}\"));")]
    [InlineData("_ = Convert.ToBase64String(Encoding.ASCII.GetBytes($\":kT9wQ2!vZx7\"));")]
    [InlineData("_ = Encoding.ASCII.GetBytes($\"{text}:kT9wQ2!vZx7\");")]
    public Task KeyThatNothingSaysToBeOne_IsQuiet(string statement) => Verify.VerifyAnalyzerAsync(Statement(statement));

    [Theory]
    [InlineData("var db = \"Server=sql.acme.io;Password=\" + text;")]
    [InlineData("string data = \"\"; data = Console.ReadLine()!; var db = \"Server=sql.acme.io;Password=\" + data;")]
    [InlineData("var data = \"$hex32\"; var url = \"https://api.acme.io/v1?order=\" + data;")]
    [InlineData("var data = \"{0}\"; var db = \"Server=sql.acme.io;Password=\" + data;")]
    [InlineData("var data = \"password1\"; var name = \"the field=\" + data;")]
    public Task BehindATextThatNamesNoSecret_IsQuiet(string statement) => Verify.VerifyAnalyzerAsync(Statement(statement));

    [Theory]
    [InlineData("const string authorizationCode = \"authorization_code\";")]
    [InlineData("const string clientSecret = \"oauth2\";")]
    [InlineData("const string apiKey = \"v1.2-beta3\";")]
    [InlineData("const string errorCode = \"68c39cbd8d\";")]
    [InlineData("var arguments = \"backup --user svc --password {0}\";")]
    [InlineData("var help = \"--password <value1>: the password of the backup\";")]
    [InlineData("var arguments = \"backup --password \" + text;")]
    [InlineData("const string password = \"required\";")]
    [InlineData("const string jwtSecretKey = \"USE_USER_SECRETS_32_CHARS_MINIMUM!\";")]
    [InlineData("const string jwtSecretKey = \"set-from-user-secrets-2024\";")]
    public Task WordOrPlaceholder_IsQuiet(string statement) => Verify.VerifyAnalyzerAsync(Statement(statement));

    [Fact]
    public Task ArgumentBehindAPassword_IsQuiet() => Verify.VerifyAnalyzerAsync(Member("""
        static void Register(string login, string password, string email) { }
            void Run() => Register("login", "password", "test@email1");
        """));

    [Fact]
    public Task PasswordOfAnExampleUrlInTheSameFile_IsQuiet() => Verify.VerifyAnalyzerAsync(Statement(
        "const string expectedPassword = \"letmein123\"; var proxy = new Uri(\"http://john.doe:letmein123@proxy.example.com\");"));

    [Fact]
    public Task PasswordOfAnExampleUrlThatEndsTheFile_IsQuiet() => Verify.VerifyAnalyzerAsync(
        Statement("const string expectedPassword = \"letmein123\";").TrimEnd() + "\n// http://john.doe:letmein123@proxy.example.com");

    [Theory]
    [InlineData("letmein123@example.com")]
    [InlineData("http://john.doe:letmein123@<host>")]
    [InlineData("http://john.doe:letmein123@")]
    public Task PasswordOfNoExampleUrl_Reports(string comment) => Verify.VerifyAnalyzerAsync(Statement($"const string expectedPassword = [|\"letmein123\"|]; // {comment}\n"));

    [Fact]
    public Task PasswordOfARealUrlInTheSameFile_Reports() => Verify.VerifyAnalyzerAsync(Statement(
        "const string expectedPassword = [|\"kT9wQ2vZx7\"|]; var proxy = new Uri([|\"http://john.doe:kT9wQ2vZx7@proxy.acme.io\"|]);"));

    [Theory]
    [InlineData("if (text.Trim() == \"Tr0ub4dor&3\") { }")]
    [InlineData("var password = text; if (password.Length.ToString() == \"Tr0ub4dor&3\") { }")]
    [InlineData("var password = \"password\";")]
    [InlineData("var password = \"secret\";")]
    [InlineData("const string PasswordKey = \"webservice-password1\";")]
    [InlineData("const string AccessTokenType = \"access_token2\";")]
    [InlineData("const string KEY_PASSWORD = \"s3-password\";")]
    [InlineData("const string TokenOption = \"webservice_token2\"; var accessToken = \"webservice_token2\";")]
    [InlineData("var password = \"\";")]
    [InlineData("var password = \"<your password 1>\";")]
    [InlineData("var password = \"${DB_PASSWORD1}\";")]
    [InlineData("var password = \"your-password-1\";")]
    [InlineData("var password = \"{0}1\";")]
    [InlineData("var password = \"********1\";")]
    [InlineData("var password = \"changeme1\";")]
    [InlineData("var password = \"@Microsoft.KeyVault(SecretUri=https://v.vault.azure.net/secrets/p1)\";")]
    [InlineData("var apiKey = \"xxxxxxxxxxxxxxxxxxxxxxxx1\";")]
    [InlineData("var apiKey = \"0123456789abcdef0123456789abcdef\";")]
    [InlineData("var apiKeyHeader = \"$hex32\";")]
    [InlineData("var cacheKey = \"$hex32\";")]
    [InlineData("var correlationId = \"$hex32\";")]
    [InlineData("var eTag = \"$hex40\";")]
    [InlineData("var publicKeyToken = \"$hex16\";")]
    [InlineData("var passwordHash = \"$b64-32\";")]
    [InlineData("map[\"Error\"] = \"The password must have 8 letters, 1 digit\";")]
    [InlineData("var password = Options.Read(\"Settings:Password1\");")]
    [InlineData("map.TryGetValue(\"Password1\", out var value);")]
    [InlineData("var s = map[\"client_secret2\"];")]
    [InlineData("var hash = \"$hex64\"; var id = new Guid(\"6a4b3f0e-91c2-4d7f-8e55-$hex12\");")]
    [InlineData("var grant = \"grant_type=password&username={0}&password={1}\";")]
    [InlineData("var db = \"Server=sql.acme.io;Database=orders;Integrated Security=true;\";")]
    [InlineData("var db = \"Server=localhost;Database=orders;User Id=sa;Password=Passw0rd1;\";")]
    [InlineData("var db = $\"Server=sql.acme.io;User Id=app;Password={text};\";")]
    [InlineData("var url = \"https://user:{0}@api.acme.io/\";")]
    [InlineData("using var mac = new HMACSHA256(Encoding.UTF8.GetBytes(\"WebAppData\"));")]
    [InlineData("var passwordRegex = \"^(?=.*[0-9])(?=.*[a-z]).{8,}$\";")]
    [InlineData("var tokenUrl = \"https://login.acme.io/oauth2/token\";")]
    [InlineData("var algorithm = new { secretAlgorithm = \"HMACSHA256\", password = \"oauth2\" };")]
    [InlineData("var password = \"Tr0ub4dor&3\"; // gitleaks:allow")]
    [InlineData("var password = \"Tr0ub4dor&3\"; // pragma: allowlist secret")]
    public Task NotACredential_IsQuiet(string statement) => Verify.VerifyAnalyzerAsync(Statement(statement));

    [Fact]
    public Task TestModeKey_IsQuiet() => Verify.VerifyAnalyzerAsync(Statement("var apiKey = \"" + Sample("Stripe", "Test keys") + "\";"));

    [Fact]
    public Task PublicByDesign_IsQuiet() => Verify.VerifyAnalyzerAsync(Statement("var apiKey = \"" + Sample("Stripe", "Publishable key (not secret)") + "\";"));

    [Fact]
    public Task GreenshotOutlookAccounts_KeyOfTheRegistry_IsQuiet() => Verify.VerifyAnalyzerAsync(Usings + """
        class Registry
        {
            public Registry? OpenSubKey(string path, bool writable) => null;
        }

        class Outlook
        {
            private const string AccountKey = "9375CFF0413111d3B88A00104B2A6676";

            public static Registry? Find(Registry profiles, string profile) => profiles.OpenSubKey(profile + @"\" + AccountKey, false);
        }
        """);

    [Theory]
    [InlineData("OpenSubKey")]
    [InlineData("CreateSubKey")]
    [InlineData("DeleteSubKey")]
    [InlineData("DeleteSubKeyTree")]
    public Task PathOfAKeyOfTheRegistry_IsQuiet(string member) => Verify.VerifyAnalyzerAsync(Usings + $$"""
        class Registry
        {
            public object? {{member}}(string path) => null;
        }

        class Outlook
        {
            private const string AccountKey = "9375CFF0413111d3B88A00104B2A6676";

            public static object? At(Registry profiles) => profiles.{{member}}(AccountKey);
        }
        """);

    /// <summary>The chain that derives a signing key: what goes into a keyed hash is a message, and public.</summary>
    [Fact]
    public Task TencentSignature_WordsOfTheProtocol_AreQuiet() => Verify.VerifyAnalyzerAsync(Usings + """
        class Signer
        {
            public byte[] Sign(string secretKey, string date, string text)
            {
                var dated = Hmac(Encoding.UTF8.GetBytes("TC3" + secretKey), Encoding.UTF8.GetBytes(date));
                var signing = Hmac(dated, Encoding.UTF8.GetBytes("tc3_request"));
                return Hmac(signing, Encoding.UTF8.GetBytes(text));
            }

            private static byte[] Hmac(byte[] key, byte[] message)
            {
                using var mac = new HMACSHA256(key);
                return mac.ComputeHash(message);
            }
        }
        """);
}
