using System.IO;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Secrets.IA3002Credential>;

namespace IntegrationAnalyzers.Tests.Rules.Secrets;

public class IA3002CredentialTests
{
    internal const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Net;
        using System.Net.Http;
        using System.Net.Http.Headers;
        using System.Security.Cryptography;
        using System.Text;
        using System.Threading.Tasks;

        """;

    // Declarations that the statements and members below use.

    private const string Model = """

        class Endpoint
        {
            public string BaseUrl { get; set; } = "";
            public string Key { get; set; } = "";
        }

        class Options
        {
            public string Password { get; set; } = "";
            public string ApiKey { get; set; } = "";
            public string ClientSecret { get; set; } = "";
            public string Name { get; set; } = "";
            public byte[] Key { get; set; } = new byte[0];
            public Options Nested { get; set; } = null!;
            public void Login(string user, string password) { }
            public void Connect(string host, string accessToken) { }
            public static string Read(string path) => path;
        }
        """;

    [Theory]
    [InlineData("var password = [|\"Tr0ub4dor&3\"|];")]
    [InlineData("string dbPwd = [|\"hunter2x\"|];")]
    [InlineData("const string AdminPassword = [|\"SecurePassword1\"|];")]
    [InlineData("var passphrase = [|@\"w1nter-is-com!ng\"|];")]
    [InlineData("var password = [|\"\"\"Tr0ub4dor&3\"\"\"|];")]
    [InlineData("options.Password = [|\"Tr0ub4dor&3\"|];")]
    [InlineData("options.Nested.Password = [|\"Tr0ub4dor&3\"|];")]
    [InlineData("options = new Options { Password = [|\"Tr0ub4dor&3\"|] };")]
    [InlineData("options = new Options { Nested = { Password = [|\"Tr0ub4dor&3\"|] } };")]
    [InlineData("map[\"Password\"] = [|\"Tr0ub4dor&3\"|];")]
    [InlineData("map[\"Smtp:Password\"] = [|\"Tr0ub4dor&3\"|];")]
    [InlineData("map.Add(\"password\", [|\"Tr0ub4dor&3\"|]);")]
    [InlineData("map = new() { { \"password\", [|\"Tr0ub4dor&3\"|] } };")]
    [InlineData("map = new() { [\"password\"] = [|\"Tr0ub4dor&3\"|] };")]
    [InlineData("_ = new KeyValuePair<string, string>(\"password\", [|\"Tr0ub4dor&3\"|]);")]
    [InlineData("Environment.SetEnvironmentVariable(\"DB_PASSWORD\", [|\"Tr0ub4dor&3\"|]);")]
    [InlineData("options.Login(\"sa\", [|\"Tr0ub4dor&3\"|]);")]
    [InlineData("options.Login(password: [|\"Tr0ub4dor&3\"|], user: \"sa\");")]
    [InlineData("_ = new NetworkCredential(\"svc\", [|\"Tr0ub4dor&3\"|]);")]
    [InlineData("var password = text; if (password == [|\"Tr0ub4dor&3\"|]) { }")]
    [InlineData("var password = text; if ([|\"Tr0ub4dor&3\"|] != password) { }")]
    [InlineData("var password = text; if (password.Equals([|\"Tr0ub4dor&3\"|])) { }")]
    [InlineData("var password = text; if (string.Equals(password, [|\"Tr0ub4dor&3\"|], StringComparison.Ordinal)) { }")]
    [InlineData("var password = text; if (password is [|\"Tr0ub4dor&3\"|]) { }")]
    [InlineData("var password = text; if (password.Trim() == [|\"Tr0ub4dor&3\"|]) { }")]
    [InlineData("var password = text; if (password.ToLower() == [|\"tr0ub4dor&3\"|]) { }")]
    [InlineData("var password = new StringBuilder(text); if (password.ToString() == [|\"Tr0ub4dor&3\"|]) { }")]
    [InlineData("var c = new { user = \"sa\", password = [|\"Tr0ub4dor&3\"|] };")]
    [InlineData("(string user, string password) c = (\"sa\", [|\"Tr0ub4dor&3\"|]);")]
    [InlineData("var c = (user: \"sa\", password: [|\"Tr0ub4dor&3\"|]);")]
    [InlineData("var password = Environment.GetEnvironmentVariable(\"P\") ?? [|\"Tr0ub4dor&3\"|];")]
    [InlineData("var p = Environment.GetEnvironmentVariable(\"DB_PASSWORD\") ?? [|\"Tr0ub4dor&3\"|];")]
    [InlineData("byte[] password = Encoding.UTF8.GetBytes([|\"Tr0ub4dor&3\"|]);")]
    [InlineData("var body = [|\"grant_type=password&username=sa&password=Tr0ub4dor3\"|];")]
    [InlineData("var json = [|\"{\\\"user\\\":\\\"sa\\\",\\\"password\\\":\\\"Tr0ub4dor&3\\\"}\"|];")]
    public Task Password_Reports(string statement) => Verify.VerifyAnalyzerAsync(Statement(statement));

    [Theory]
    [InlineData("string Password => [|\"Tr0ub4dor&3\"|];")]
    [InlineData("string Password { get; } = [|\"Tr0ub4dor&3\"|];")]
    [InlineData("string Password { get { return [|\"Tr0ub4dor&3\"|]; } }")]
    [InlineData("string GetPassword() => [|\"Tr0ub4dor&3\"|];")]
    [InlineData("private string GetDbPassword()\n    {\n        return [|\"Tr0ub4dor&3\"|];\n    }")]
    [InlineData("private static readonly string SmtpPassword = [|\"Tr0ub4dor&3\"|];")]
    [InlineData("void Connect(string user, string password = [|\"Tr0ub4dor&3\"|]) { }")]
    public Task PasswordMember_Reports(string member) => Verify.VerifyAnalyzerAsync(Member(member));

    [Theory]
    [InlineData("var apiKey = [|\"$hex32\"|];")]
    [InlineData("var clientSecret = [|\"$b62-40\"|];")]
    [InlineData("options.ClientSecret = [|\"$b64-32\"|];")]
    [InlineData("string accessToken = [|\"$b62-24\"|];")]
    [InlineData("options.Connect(\"h\", [|\"$b62-24\"|]);")]
    [InlineData("var jwtSigningKey = [|\"$b64-64\"|];")]
    [InlineData("new HttpRequestMessage().Headers.Add(\"X-Api-Key\", [|\"$hex32\"|]);")]
    [InlineData("new HttpRequestMessage().Headers.Add(\"Authorization\", [|\"Bearer $b62-32\"|]);")]
    [InlineData("_ = new AuthenticationHeaderValue(\"Bearer\", [|\"$b62-32\"|]);")]
    [InlineData("var url = [|\"https://api.acme.io/v1?units=metric&api_key=$hex32\"|];")]
    [InlineData("var header = [|\"X-Api-Key: $hex32\"|];")]
    [InlineData("new WebHeaderCollection().Add([|\"X-Auth-Token:$b62-32\"|]);")]
    [InlineData("_ = new Endpoint { BaseUrl = text, Key = [|\"$b62-32\"|] };")]
    [InlineData("var e = new Endpoint(); e.BaseUrl = text; e.Key = [|\"$b62-32\"|];")]
    [InlineData("_ = new AuthenticationHeaderValue(\"Basic\", Convert.ToBase64String(Encoding.ASCII.GetBytes([|\"svc:kT9wQ2!vZx7\"|])));")]
    [InlineData("var bytes = Encoding.ASCII.GetBytes([|\"auth:kT9wQ2!vZx7\"|]); _ = Convert.ToBase64String(bytes);")]
    [InlineData("_ = Convert.ToBase64String(Encoding.ASCII.GetBytes($\"svc:[|kT9wQ2!vZx7|]\"));")]
    [InlineData("_ = Convert.ToBase64String(Encoding.ASCII.GetBytes($\"{text}:[|kT9wQ2!vZx7|]\"));")]
    [InlineData("_ = Convert.ToBase64String(Encoding.UTF8.GetBytes(text + [|\":kT9wQ2!vZx7\"|]));")]
    [InlineData("var bytes = Encoding.ASCII.GetBytes($\"{text}:[|kT9wQ2!vZx7|]\"); _ = Convert.ToBase64String(bytes);")]
    [InlineData("var password = text switch { \"live\" => [|\"kT9wQ2!vZx7\"|], _ => text };")]
    [InlineData("var secret = [|\"6a4b3f0e-91c2-4d7f-8e55-$hex12\"|];")]
    public Task Key_Reports(string statement) => Verify.VerifyAnalyzerAsync(Statement(statement));

    [Fact]
    public Task HeaderInAnAttribute_Reports() => Verify.VerifyAnalyzerAsync(Fill("""
        using System.Threading.Tasks;

        public interface IFaxes
        {
            [Refit.Headers([|"X-Api-Key: $hex40"|])]
            [Refit.Get("/faxes")]
            Task<string> ListAsync();
        }
        """));

    [Fact]
    public Task QueryKeyInInterpolatedUrl_Reports() =>
        Verify.VerifyAnalyzerAsync(Statement("var url = $\"https://api.weather.io/data?q={text}&units=metric&appid=[|$hex32|]\";"));

    [Theory]
    [InlineData("var url = \"https://api.weather.io/data/\" + text + [|\"?o=xml&key=$hex32\"|];")]
    [InlineData("var url = \"https://api.weather.io/data/\" + (text + [|\"?o=xml&key=$hex32\"|]);")]
    public Task KeyInTheLastSummandOfAUrl_GeoCode_Reports(string statement) => Verify.VerifyAnalyzerAsync(Statement(statement));

    [Fact]
    public Task SummandThatGoesOn_IsQuiet() => Verify.VerifyAnalyzerAsync(Statement("var url = \"https://api.weather.io/data?key=5f2e9c1b7a\" + text;"));

    /// <summary>The name of the scheme is read in any case.</summary>
    [Theory]
    [InlineData("Basic")]
    [InlineData("basic")]
    [InlineData("BASIC")]
    public Task BasicHeaderInAdd_Reports(string scheme) => Verify.VerifyAnalyzerAsync(Statement(
        "new HttpRequestMessage().Headers.Add(\"Authorization\", [|\"" + scheme + " " + System.Convert.ToBase64String("svc:kT9wQ2!vZx7"u8.ToArray()) + "\"|]);"));

    [Theory]
    [InlineData("basic Information1")]
    [InlineData("the basic Settings42 of it")]
    [InlineData("basic c3ZjOnBhc3N3b3Jk")]
    public Task WordsBehindBasic_AreQuiet(string text) => Verify.VerifyAnalyzerAsync(Statement($"new HttpRequestMessage().Headers.Add(\"Authorization\", \"{text}\");"));

    /// <summary>HearthSim/Hearthstone-Deck-Tracker, Sentry.cs: a program ships the older DSN with its secret, as it does the new one.</summary>
    [Fact]
    public Task HearthstoneDeckTracker_OlderSentryDsn_IsQuiet() =>
        Verify.VerifyAnalyzerAsync(Statement("var dsn = \"https://0a6c07cee8d14" + "1f0bee6916104a02af4:883b339db7b04" + "0158cdfc42287e6a791@sentry.acme.io/89396\";"));

    [Fact]
    public Task UrlWithCredentials_Reports() => Verify.VerifyAnalyzerAsync(Statement("var url = [|\"https://svc:kT9wQ2vZx7@api.acme.io/v1\"|];"));

    [Fact]
    public Task ConnectionString_Reports() =>
        Verify.VerifyAnalyzerAsync(Statement("var db = [|\"Server=sql.acme.io;Database=orders;User Id=app;Password=kT9wQ2vZx7;\"|];"));

    [Fact]
    public Task PrivateKey_Reports() =>
        Verify.VerifyAnalyzerAsync(Statement("var pem = [|\"" + Sample("PEM", "Private key (PKCS#1/#8/EC/OpenSSH/PGP)").Replace("\n", "\\n") + "\"|];"));

    [Fact]
    public Task SecretsAsArguments_SigningKeyOfAToken_Reports() => Verify.VerifyAnalyzerAsync(Statement(
        "using var mac = new HMACSHA256(Encoding.UTF8.GetBytes([|\"!mdQ1%3Tdx8T3C61LB%ewG\"|]));"));

    [Fact]
    public Task SecretsAndUrls_ValueIsAName_IsQuiet() => Verify.VerifyAnalyzerAsync(Statement(
        "const string WebservicePassword = \"webservice-password\"; const string AccessToken = \"access_token\";"));

    [Fact]
    public Task SecretsAndUrls_TelemetryKey_IsQuiet() => Verify.VerifyAnalyzerAsync(Statement(
        "var telemetry = \"InstrumentationKey=6a4b3f0e-91c2-4d7f-8e55-$hex12;IngestionEndpoint=https://weu.in.applicationinsights.azure.com/\"; var instrumentationKey = \"6a4b3f0e-91c2-4d7f-8e55-$hex12\";"));

    [Fact]
    public Task SecretsAsArguments_NestedInitializer_Reports() => Verify.VerifyAnalyzerAsync(Statement(
        "options = new Options { Name = \"trakt\", Nested = new Options { ClientSecret = [|\"$hex64\"|] } };"));

    [Fact]
    public Task TestProject_IsQuiet() => new Verify.Test
    {
        TestCode = Statement("var password = \"Tr0ub4dor&3\";"),
        References = Verification.TestReferences.Default.With(Verification.TestReferences.Of("xunit.core", EmptyAssembly("xunit.core"))),
    }.RunAsync();

    private static PortableExecutableReference EmptyAssembly(string name)
    {
        using var image = new MemoryStream();
        CSharpCompilation.Create(name, references: Verification.TestReferences.Net.References, options: new(OutputKind.DynamicallyLinkedLibrary)).Emit(image);
        return MetadataReference.CreateFromImage(image.ToArray());
    }

    [Theory]
    [InlineData("string data; data = [|\"7e5tc4s3\"|]; var db = \"Data Source=(local);User ID=\" + \"sa\" + \";Password=\" + data;")]
    [InlineData("var data = [|\"7e5tc4s3\"|]; var db = \"Server=sql.acme.io;Password=\" + data + \";Encrypt=true\";")]
    [InlineData("var data = [|\"7e5tc4s3\"|]; var db = $\"Server=sql.acme.io;Password={data};Encrypt=true\";")]
    [InlineData("var data = [|\"$hex32\"|]; var url = $\"https://api.acme.io/v1?units=metric&api_key={data}\";")]
    [InlineData("var data = [|\"$hex32\"|]; var url = \"https://api.acme.io/v1?api_key=\" + data;")]
    public Task BehindATextThatNamesIt_Reports(string statement) => Verify.VerifyAnalyzerAsync(Statement(statement));

    [Theory]
    [InlineData("const string proxyPass = [|\"letmein\"|];")]
    [InlineData("const string expectedClientSecret = [|\"4D35385D9F24\"|];")]
    [InlineData("const string authCode = [|\"a63ef59691\"|];")]
    [InlineData("const string authorizationCode = [|\"68c39cbd8d\"|];")]
    [InlineData("var arguments = [|\"backup --user svc --password kT9wQ2vZx7\"|];")]
    [InlineData("var arguments = [|\"/user:svc /password:kT9wQ2vZx7 /quiet\"|];")]
    public Task ShortDrawnValue_Reports(string statement) => Verify.VerifyAnalyzerAsync(Statement(statement));

    [Fact]
    public Task ProviderToken_IsOneFinding_OfIA3001() =>
        Verify.VerifyAnalyzerAsync(Statement("var apiKey = \"" + Sample("Stripe", "Secret key (live)") + "\";"));

    [Fact]
    public Task IgnoredName_IsQuiet() => new Verify.Test
    {
        TestCode = Statement("var password = \"Tr0ub4dor&3\"; var other = 1;"),
        TestState = { AnalyzerConfigFiles = { ("/.globalconfig", "is_global = true\nintegration_analyzers.ia3002.ignored_names = foo, Password\n") } },
    }.RunAsync();

    internal static string Sample(string provider, string name) => Tests.Model.Secrets.TokenSample.Of(provider, name);

    internal static string Statement(string statement) => Member($$"""
        async Task Run(Options options, Dictionary<string, string> map, string text)
            {
                {{statement}}
                await Task.Yield();
            }
        """);

    internal static string Member(string member) => Usings + "class Subject\n{\n    " + Fill(member) + "\n}\n" + Model;

    internal static string Fill(string text) => text
        .Replace("$hex12", MadeUp.Hex(12))
        .Replace("$hex16", MadeUp.Hex(16))
        .Replace("$hex32", MadeUp.Hex(32))
        .Replace("$hex40", MadeUp.Hex(40))
        .Replace("$hex64", MadeUp.Hex(64))
        .Replace("$b62-24", MadeUp.Base62(24))
        .Replace("$b62-32", MadeUp.Base62(32))
        .Replace("$b62-40", MadeUp.Base62(40))
        .Replace("$b64-32", MadeUp.Base64(32))
        .Replace("$b64-64", MadeUp.Base64(64));
}
