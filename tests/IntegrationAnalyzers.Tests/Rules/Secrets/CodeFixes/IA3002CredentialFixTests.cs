using System.Threading.Tasks;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Secrets.IA3002Credential>;

namespace IntegrationAnalyzers.Tests.Rules.Secrets.CodeFixes;

public class IA3002CredentialFixTests
{
    [Fact]
    public Task Field_ReadsEnvironment() => Verify.VerifyCodeFixAsync(
        "using System;\n\nclass SmtpMailer\n{\n    private string _password = [|\"Tr0ub4dor&3\"|];\n    public string Get() => _password;\n}\n",
        "using System;\n\nclass SmtpMailer\n{\n    private string _password = " + Read("SMTP_MAILER_PASSWORD") + ";\n    public string Get() => _password;\n}\n");

    [Fact]
    public Task TypeNamedByAMeasure_IsOneWord() => Verify.VerifyCodeFixAsync(
        "using System;\n\nclass Wolfmax4K\n{\n    private string _password = [|\"Tr0ub4dor&3\"|];\n    public string Get() => _password;\n}\n",
        "using System;\n\nclass Wolfmax4K\n{\n    private string _password = " + Read("WOLFMAX4K_PASSWORD") + ";\n    public string Get() => _password;\n}\n");

    [Fact]
    public Task Argument_ReadsEnvironment() => Verify.VerifyCodeFixAsync(
        "using System;\nusing System.Net;\n\nclass OrdersClient\n{\n    NetworkCredential Get() => new NetworkCredential(\"svc\", [|\"Tr0ub4dor&3\"|]);\n}\n",
        "using System;\nusing System.Net;\n\nclass OrdersClient\n{\n    NetworkCredential Get() => new NetworkCredential(\"svc\", " + Read("ORDERS_PASSWORD") + ");\n}\n");

    [Fact]
    public Task ConnectionString_MovesWhole() => Verify.VerifyCodeFixAsync(
        "using System;\n\nclass Orders\n{\n    string ConnectionString => [|\"Server=sql.acme.io;Database=orders;User Id=app;Password=kT9wQ2vZx7;\"|];\n}\n",
        "using System;\n\nclass Orders\n{\n    string ConnectionString => " + Read("ORDERS_CONNECTION_STRING") + ";\n}\n");

    [Fact]
    public Task QueryKey_IsSplit() => Verify.VerifyCodeFixAsync(
        "using System;\n\nclass Weather\n{\n    string Url(string city) => $\"https://api.weather.io/data?q={city}&appid=[|" + MadeUp.Hex(32) + "|]\";\n}\n",
        "using System;\n\nclass Weather\n{\n    string Url(string city) => $\"https://api.weather.io/data?q={city}&appid={(" + Read("WEATHER_APP_ID") + ")}\";\n}\n");

    [Fact]
    public Task PasswordOfABasicPair_BehindAHole_IsCutOut() => Verify.VerifyCodeFixAsync(
        "using System;\nusing System.Text;\n\nclass Faxes\n{\n    string Pair(string user) => Convert.ToBase64String(Encoding.ASCII.GetBytes($\"{user}:[|kT9wQ2!vZx7|]\"));\n}\n",
        "using System;\nusing System.Text;\n\nclass Faxes\n{\n    string Pair(string user) => Convert.ToBase64String(Encoding.ASCII.GetBytes($\"{user}:{(" + Read("FAXES_BASIC_PASSWORD") + ")}\"));\n}\n");

    [Fact]
    public Task PasswordOfABasicPair_BehindAnOperator_IsCutOut() => Verify.VerifyCodeFixAsync(
        "using System;\nusing System.Text;\n\nclass Faxes\n{\n    string Pair(string user) => Convert.ToBase64String(Encoding.ASCII.GetBytes(user + [|\":kT9wQ2!vZx7\"|]));\n}\n",
        "using System;\nusing System.Text;\n\nclass Faxes\n{\n    string Pair(string user) => Convert.ToBase64String(Encoding.ASCII.GetBytes(user + (\":\" + (" + Read("FAXES_BASIC_PASSWORD") + "))));\n}\n");

    [Fact]
    public Task Comparison_IsParenthesized() => Verify.VerifyCodeFixAsync(
        "using System;\n\nclass Gate\n{\n    bool Open(string password) => password == [|\"Tr0ub4dor&3\"|];\n}\n",
        "using System;\n\nclass Gate\n{\n    bool Open(string password) => password == (" + Read("GATE_PASSWORD") + ");\n}\n");

    [Fact]
    public Task ConstantPattern_FixIsNotOffered() => Verify.VerifyNoFixAsync("class Gate { bool Open(string password) => password is [|\"Tr0ub4dor&3\"|]; }");

    [Fact]
    public Task Bytes_FixIsNotOffered() => Verify.VerifyNoFixAsync(
        "using System.Security.Cryptography;\nclass Box { HMACSHA256 Open() => new HMACSHA256([|new byte[] { 12, 200, 33, 91, 4, 77, 250, 18, 63, 190, 5, 141, 99, 240, 7, 55 }|]); }");

    [Theory]
    [InlineData("configuration[\"Jwt:Secret\"]", "configuration value 'Jwt:Secret'")]
    [InlineData("configuration.GetSection(\"Jwt\")[\"Secret\"]", "configuration value 'Jwt:Secret'")]
    [InlineData("configuration.GetSection(\"Jwt:Secret\").Value", "configuration value 'Jwt:Secret'")]
    [InlineData("configuration.GetValue<string>(\"Jwt:Secret\")", "configuration value 'Jwt:Secret'")]
    [InlineData("Environment.GetEnvironmentVariable(\"JWT_SECRET\")", "environment variable JWT_SECRET")]
    public Task FallbackOfASetting_FailsWithTheSettingsName(string read, string missing) => Verify.VerifyCodeFixAsync(
        Fallback($"var secret = {read} ?? [|\"Tr0ub4dor&3x9Qz\"|]; // signs"),
        Fallback($"var secret = {read} ?? throw new InvalidOperationException(\"Set the {missing}.\"); // signs"));

    [Theory]
    [InlineData("secret is null")]
    [InlineData("secret == \"\"")]
    [InlineData("secret == string.Empty")]
    [InlineData("secret is null or \"\"")]
    [InlineData("secret == null || secret == \"\"")]
    public Task FallbackUnderATestForNothing_FailsWithTheSettingsName(string test) => Verify.VerifyCodeFixAsync(
        Fallback($"var secret = configuration[\"Jwt:Secret\"];\n        if ({test})\n            secret = [|\"Tr0ub4dor&3x9Qz\"|]; // signs"),
        Fallback($"var secret = configuration[\"Jwt:Secret\"];\n        if ({test})\n            throw new InvalidOperationException(\"Set the configuration value 'Jwt:Secret'.\"); // signs"));

    [Fact]
    public Task FallbackOfAnAssignment_FailsWithTheSettingsName() => Verify.VerifyCodeFixAsync(
        Fallback("var secret = configuration[\"Jwt:Secret\"];\n        secret ??= [|\"Tr0ub4dor&3x9Qz\"|]; // signs"),
        Fallback("var secret = configuration[\"Jwt:Secret\"];\n        _ = secret ?? throw new InvalidOperationException(\"Set the configuration value 'Jwt:Secret'.\"); // signs"));

    [Theory]
    [InlineData("secret == \"\" || given == null")]
    [InlineData("secret is \"none\" or \"\"")]
    [InlineData("given is null or \"\"")]
    public Task AnotherTest_IsReadUnderItsOwnName(string test) => Verify.VerifyCodeFixAsync(
        Fallback($"var secret = configuration[\"Jwt:Secret\"];\n        if ({test})\n            secret = [|\"Tr0ub4dor&3x9Qz\"|];"),
        Fallback($"var secret = configuration[\"Jwt:Secret\"];\n        if ({test})\n            secret = configuration[\"Tokens:Secret\"] ?? throw new InvalidOperationException(\"Set the configuration value 'Tokens:Secret'.\");"));

    /// <summary>NES.PaymentGateway, RSAClass: the end of the document goes with it.</summary>
    [Fact]
    public Task KeyInXml_RSAClass_MovesAsAWhole()
    {
        var key = $"<RSAKeyValue><Modulus>{MadeUp.Base64(32)}</Modulus><Exponent>AQAB</Exponent><D>{MadeUp.Base64(64)}</D></RSAKeyValue>";
        return Verify.VerifyCodeFixAsync(
            "using System;\n\nclass Rsa\n{\n    string privateKey = [|\"" + key + "\"|];\n}\n",
            "using System;\n\nclass Rsa\n{\n    string privateKey = " + Read("RSA_PRIVATE_KEY") + ";\n}\n");
    }

    [Fact]
    public Task LastOfSeveralChoices_IsNotParenthesized() => Verify.VerifyCodeFixAsync(
        Fallback("var secret = given ?? [|\"Tr0ub4dor&3x9Qz\"|];"),
        Fallback("var secret = given ?? configuration[\"Tokens:Secret\"] ?? throw new InvalidOperationException(\"Set the configuration value 'Tokens:Secret'.\");"));

    [Fact]
    public Task DefaultOfASettableProperty_IsEmptyWhereTheVariableIsMissing() => Verify.VerifyCodeFixAsync(
        "using System;\n\nclass SmtpSettings\n{\n    public string Password { get; set; } = [|\"Tr0ub4dor&3\"|];\n}\n",
        "using System;\n\nclass SmtpSettings\n{\n    public string Password { get; set; } = Environment.GetEnvironmentVariable(\"SMTP_PASSWORD\") ?? \"\";\n}\n");

    [Fact]
    public Task ArgumentInAProgram_IsNamedForWhatTakesIt() => new Verify.Test
    {
        TestCode = "using System;\n\nConsole.WriteLine(new Mail.EmailOtpService(\"mail.acme.io\", [|\"Tr0ub4dor&3\"|]));\n\nnamespace Mail\n{\n    record EmailOtpService(string Host, string Password);\n}\n",
        FixedCode = "using System;\n\nConsole.WriteLine(new Mail.EmailOtpService(\"mail.acme.io\", " + Read("EMAIL_OTP_PASSWORD") + "));\n\nnamespace Mail\n{\n    record EmailOtpService(string Host, string Password);\n}\n",
        OutputKind = Microsoft.CodeAnalysis.OutputKind.ConsoleApplication,
    }.RunAsync();

    [Fact]
    public Task BuilderAndAppInReach_TheFirstIsAsked() => new Verify.Test
    {
        TestCode = "using System;\nusing Microsoft.AspNetCore.Builder;\n\nvar zBuilder = WebApplication.CreateBuilder(args);\nvar app = zBuilder.Build();\nvar smtpPassword = [|\"Tr0ub4dor&3\"|];\nConsole.WriteLine(smtpPassword);\napp.Run();\n",
        FixedCode = "using System;\nusing Microsoft.AspNetCore.Builder;\n\nvar zBuilder = WebApplication.CreateBuilder(args);\nvar app = zBuilder.Build();\nvar smtpPassword = zBuilder.Configuration[\"SmtpPassword\"] ?? throw new InvalidOperationException(\"Set the configuration value 'SmtpPassword'.\");\nConsole.WriteLine(smtpPassword);\napp.Run();\n",
        OutputKind = Microsoft.CodeAnalysis.OutputKind.ConsoleApplication,
    }.RunAsync();

    private static string Fallback(string statement) =>
        "using System;\nusing Microsoft.Extensions.Configuration;\n\nclass Tokens\n{\n    string Get(IConfiguration configuration, string? given)\n    {\n        " + statement + "\n        return secret;\n    }\n}\n";

    private static string Read(string name) =>
        $"Environment.GetEnvironmentVariable(\"{name}\") ?? throw new InvalidOperationException(\"Set the environment variable {name}.\")";
}
