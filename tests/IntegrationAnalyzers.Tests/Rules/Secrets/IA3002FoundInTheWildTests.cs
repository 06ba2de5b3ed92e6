using System.Threading.Tasks;
using IntegrationAnalyzers.Tests.Verification;
using Xunit;
using Levels = IntegrationAnalyzers.Tests.Verification.LevelVerifier<IntegrationAnalyzers.Rules.Secrets.IA3002Credential>;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Secrets.IA3002Credential>;

namespace IntegrationAnalyzers.Tests.Rules.Secrets;

/// <summary>Values whose name stands further away: with the caller of a helper, the server beside a password, the URL that the value goes into.</summary>
public sealed class IA3002FoundInTheWildTests
{
    private const string Hmac = "System.Security.Cryptography.HMACSHA256";

    private static readonly string Hex = MadeUp.Hex(32);

    private static readonly string AppPassword = "lqek" + "mtfd" + "ydrv" + "jqdx";

    [Fact]
    public Task DefaultOfAnotherSetting_ThatOneHelperReads_IsQuiet() => Verify.VerifyAnalyzerAsync(Settings("""
            public string Scopes() => Get("Scopes", "read_orders,read_products,read_customers");

            public byte[] Sign(byte[] body)
            {
                using var hmac = new $hmac();
                hmac.Key = System.Text.Encoding.UTF8.GetBytes(Get("ApiSecret"));
                return hmac.ComputeHash(body);
            }
        """));

    [Fact]
    public Task DefaultOfTheSetting_ThatIsTheKey_Reports() => Verify.VerifyAnalyzerAsync(Settings("""
            public string Scopes() => Get("Scopes", "read_orders,read_products,read_customers");

            public byte[] Sign(byte[] body)
            {
                using var hmac = new $hmac();
                hmac.Key = System.Text.Encoding.UTF8.GetBytes(Get("Hmac", [|"winter-of-2019-orders"|]));
                return hmac.ComputeHash(body);
            }
        """));

    [Fact]
    public Task DefaultOfTheSetting_ByAnExtension_Reports() => Verify.VerifyAnalyzerAsync(("""
        static class Settings
        {
            public static string Get(this System.Collections.Generic.Dictionary<string, string> values, string name, string other) => values.TryGetValue(name, out var value) ? value : other;
        }

        class Signer(System.Collections.Generic.Dictionary<string, string> values)
        {
            public byte[] Sign(byte[] body)
            {
                using var hmac = new $hmac();
                hmac.Key = System.Text.Encoding.UTF8.GetBytes(values.Get("Hmac", [|"winter-of-2019-orders"|]));
                return hmac.ComputeHash(body);
            }
        }
        """).Replace("$hmac", Hmac));

    [Theory]
    [InlineData("public string SecretKey { get; set; } = \"ThisIsAVerySecureSecretKeyThatShouldBeChangedInProduction123456789\";")]
    [InlineData("public string SecretKey { get; set; } = \"AcmeDefaultDevKeyChangeInProduction2025!\";")]
    [InlineData("public string SecretKey { get; set; } = \"acme-9d2!-replace-before-production\";")]
    public Task TextThatAsksToBeChanged_IsQuiet(string member) => Verify.VerifyAnalyzerAsync("class JwtSettings { " + member + " }");

    [Fact]
    public Task TextThatSpeaksOfProduction_Reports() =>
        Verify.VerifyAnalyzerAsync("class JwtSettings { public string SecretKey { get; set; } = [|\"AcmeKeyOfProduction2025!x\"|]; }");

    [Theory]
    [InlineData("class Shop { const string ApiKey = \"$hex\"; const string ApiSecret = [|\"$sec\"|]; }")]
    [InlineData("class Shop { const string ConsumerKey = \"$hex\"; static string ConsumerSecret => System.Environment.GetEnvironmentVariable(\"CONSUMER_SECRET\"); }")]
    [InlineData("class Shop { const string SHOPIFY_API_KEY = \"$hex\"; const string SHOPIFY_API_SECRET = [|\"$sec\"|]; }")]
    [InlineData("class Shop { void Call() { var apiKey = \"$hex\"; var apiSecret = [|\"$sec\"|]; } }")]
    public Task PublicHalfBesideItsSecret_IsQuiet(string source) => Verify.VerifyAnalyzerAsync(source.Replace("$hex", Hex).Replace("$sec", MadeUp.Hex(32, 11)));

    [Theory]
    [InlineData("class Shop { const string ApiKey = [|\"$hex\"|]; const string WebhookSecret = \"none\"; }")]
    [InlineData("class Shop { const string MailApiKey = [|\"$hex\"|]; const string ShopApiSecret = \"none\"; }")]
    [InlineData("class Shop { const string EncryptionKey = [|\"$hex\"|]; const string EncryptionSecret = \"none\"; }")]
    public Task KeyBesideAnotherSecret_Reports(string source) => Verify.VerifyAnalyzerAsync(source.Replace("$hex", Hex));

    [Theory]
    [InlineData("new System.Net.NetworkCredential(\"shop@gmail.com\", [|\"$app\"|])")]
    [InlineData("new System.Net.NetworkCredential(\"shop@gmail.com\", [|\"$four\"|])")]
    [InlineData("new System.Net.NetworkCredential(\"shop@gmail.com\", [|\"$eight\"|])")]
    public Task AppPasswordBesideItsMailServer_Reports(string value) => Verify.VerifyAnalyzerAsync(Mail(value));

    [Theory]
    [InlineData("new System.Net.NetworkCredential(\"shop@acme.io\", \"$app\")")]
    [InlineData("new System.Net.NetworkCredential(\"shop@gmail.com\", \"passwordoftheshop\")")]
    [InlineData("new System.Net.NetworkCredential(\"shop@gmail.com\", \"secretofourstore\")")]
    public Task SixteenLettersOfAnotherServerOrOfWords_AreQuiet(string value) => Verify.VerifyAnalyzerAsync(Mail(value));

    [Fact]
    public Task PairOfUserAndPassword_HandedOver_Reports() => Verify.VerifyAnalyzerAsync("""
        class Carrier
        {
            object Status() => Create("apistatus-prod", [|"GtqTBS8x"|]);

            object Create(string username, string password) => username + password;
        }
        """);

    [Fact]
    public Task PairOfBasicAuthentication_InBase64_HandedOverAsPassword_Reports() => Verify.VerifyAnalyzerAsync("""
        class Carrier
        {
            object Token() => CreateForToken([|"$pair"|]);

            object CreateForToken(string password) => "Basic " + password;
        }
        """.Replace("$pair", System.Convert.ToBase64String("ICS:tbtal"u8.ToArray())));

    [Fact]
    public Task WordInBase64Letters_HandedOverAsPassword_IsQuiet() => Verify.VerifyAnalyzerAsync("""
        class Carrier
        {
            object Token() => CreateForToken("UserPassword");

            object CreateForToken(string password) => "Basic " + password;
        }
        """);

    [Fact]
    public Task IdentifierThatIsTheTokenOfAQuery_Reports() => Verify.VerifyAnalyzerAsync("""
        class Tickets(System.Net.Http.HttpClient http)
        {
            public System.Threading.Tasks.Task<string> Get()
            {
                var token = [|"7b034c69-b176-46f7-bc71-d6a290f18b73"|];
                return http.GetStringAsync($"/public/v1/tickets?token={token}&top=5");
            }
        }
        """);

    [Fact]
    public Task IdentifierThatIsTheKeyOfARow_OrNoToken_IsQuiet() => Verify.VerifyAnalyzerAsync("""
        class Tickets(System.Net.Http.HttpClient http)
        {
            public System.Threading.Tasks.Task<string> Get()
            {
                var key = "7b034c69-b176-46f7-bc71-d6a290f18b73";
                return http.GetStringAsync($"/public/v1/tickets?key={key}&top=5");
            }

            public string Mark(string text)
            {
                var token = "7b034c69-b176-46f7-bc71-d6a290f18b73";
                return text + token;
            }
        }
        """);

    [Theory]
    [InlineData("var c = [|\"Server=sql.acme.io;Database=o;User Id=app;Password='kT9w)Q2(vZx7'\"|];")]
    [InlineData("var c = \"Server=sql.acme.io;Database=o;User Id=app;Password='{password}'\";")]
    [InlineData("var c = \"Server=sql.acme.io;Database=o;User Id=app;Password='(password)'\";")]
    public Task QuotedPasswordWithBrackets_Reports(string statement) => Verify.VerifyAnalyzerAsync(IA3002CredentialTests.Statement(statement));

    [Theory]
    [InlineData("class Orders { const string ApiToken = {|#0:\"test_$hex\"|}; }")]
    [InlineData("class Orders { const string ApiToken = {|#0:\"sandbox-$hex\"|}; }")]
    public Task ValueThatSaysItIsForTests_IsASuggestion(string source) => Levels.SuggestsAsync(source.Replace("$hex", Hex));

    [Theory]
    [InlineData("class Orders { const string ApiToken = {|#0:\"latest_$hex\"|}; }")]
    [InlineData("class Orders { const string ApiToken = {|#0:\"testa$hex\"|}; }")]
    public Task ValueThatSaysNothing_IsAWarning(string source) => Levels.WarnsAsync(source.Replace("$hex", Hex));

    /// <summary>Revolutionized-IoT2/RIoT2.Net.Devices, Messaging.cs: a template gives every setting the same text, the port too.</summary>
    [Fact]
    public Task OneTextForEverySetting_IsQuiet() => Verify.VerifyAnalyzerAsync("""
        using System.Collections.Generic;
        class Messaging
        {
            public Dictionary<string, string> Template()
            {
                var parameters = new Dictionary<string, string>();
                parameters.Add("smtp_Server", "riot-184512");
                parameters.Add("smtp_User", "riot-184512");
                parameters.Add("smtp_Password", "riot-184512");
                parameters["smtp_Port"] = "riot-184512";
                return parameters;
            }
        }
        """);

    [Fact]
    public Task PasswordThatIsTheUsersName_Reports() => Verify.VerifyAnalyzerAsync("""
        using System.Collections.Generic;
        class Messaging
        {
            public Dictionary<string, string> Settings()
            {
                var parameters = new Dictionary<string, string>();
                parameters.Add("smtp_Server", "mail.acme.io");
                parameters.Add("smtp_User", "riot-184512");
                parameters.Add("smtp_Password", [|"riot-184512"|]);
                return parameters;
            }
        }
        """);

    [Fact]
    public Task UsersOfADemonstration_ThatAMethodSeeds_AreASuggestion() => Levels.SuggestsAsync(Seeding("SeedData", "admin@demo.com"));

    [Theory]
    [InlineData("SeedData", "admin@acme.io")]
    [InlineData("CreateUsers", "admin@demo.com")]
    public Task UsersThatAreNoDemonstration_AreAWarning(string method, string user) => Levels.WarnsAsync(Seeding(method, user));

    private static string Seeding(string method, string user) => $$"""
        class Users
        {
            void {{method}}() => Create("{{user}}", {|#0:"Admin123!"|});

            static void Create(string email, string password) { }
        }
        """;

    private static string Mail(string value) => """
        class Mailer
        {
            public System.Net.ICredentials Credentials() => $value;
        }
        """.Replace("$value", value).Replace("$app", AppPassword)
        .Replace("$four", string.Join(" ", AppPassword[..4], AppPassword[4..8], AppPassword[8..12], AppPassword[12..]))
        .Replace("$eight", AppPassword[..8] + " " + AppPassword[8..]);

    private static string Settings(string members) => ("""
        class Shop(System.Collections.Generic.Dictionary<string, string> values)
        {
        $members

            private string Get(string name, string other = "") => values.TryGetValue(name, out var value) ? value : other;
        }
        """).Replace("$members", members).Replace("$hmac", Hmac);
}
