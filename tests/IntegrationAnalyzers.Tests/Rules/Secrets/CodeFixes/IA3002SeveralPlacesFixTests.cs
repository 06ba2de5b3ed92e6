using System.Threading.Tasks;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Secrets.IA3002Credential>;

namespace IntegrationAnalyzers.Tests.Rules.Secrets.CodeFixes;

/// <summary>One secret at several places of a project reads one setting everywhere: what is signed with one must not be checked with another.</summary>
public class IA3002SeveralPlacesFixTests
{
    private const string Pattern = "class Gate\n{\n    public bool Open(string password) => password is [|\"Tr0ub4dor&3\"|];\n}\n";

    private const string Key = "[|\"gfdiog40-]kgf-043uo\"|]";

    [Fact]
    public Task TwoFiles_ReadOneVariable() => Verify.VerifyCodeFixAsync(
        (Type("InvoiceTokens", "", Key), Type("InvoiceTokens", "", Variable("INVOICE_TOKENS_KEY"))),
        (Type("InvoiceLinkingController", "", Key), Type("InvoiceLinkingController", "", Variable("INVOICE_TOKENS_KEY"))));

    [Fact]
    public Task PlaceThatPutsTheProgramTogether_TakesTheNameOfTheOther() => Verify.VerifyCodeFixAsync(
        (Type("Startup", "", Key), Type("Startup", "", Variable("INVOICE_TOKENS_KEY"))),
        (Type("InvoiceTokens", "", Key), Type("InvoiceTokens", "", Variable("INVOICE_TOKENS_KEY"))));

    [Fact]
    public Task ConfigurationAtAllPlaces_IsRead() => Verify.VerifyCodeFixAsync(
        (Type("InvoiceTokens", "IConfiguration configuration", Key), Type("InvoiceTokens", "IConfiguration configuration", Value("configuration", "InvoiceTokens:Key"))),
        (Type("InvoiceLinkingController", "IConfiguration settings", Key), Type("InvoiceLinkingController", "IConfiguration settings", Value("settings", "InvoiceTokens:Key"))));

    [Fact]
    public Task ConfigurationAtOnePlace_IsNotRead() => Verify.VerifyCodeFixAsync(
        (Type("InvoiceTokens", "IConfiguration configuration", Key), Type("InvoiceTokens", "IConfiguration configuration", Variable("INVOICE_TOKENS_KEY"))),
        (Type("InvoiceLinkingController", "", Key), Type("InvoiceLinkingController", "", Variable("INVOICE_TOKENS_KEY"))));

    [Fact]
    public Task FallbackOfAVariable_NamesItForAllPlaces() => Verify.VerifyCodeFixAsync(
        (Type("InvoiceTokens", "", "Environment.GetEnvironmentVariable(\"LINK_KEY\") ?? " + Key),
            Type("InvoiceTokens", "", "Environment.GetEnvironmentVariable(\"LINK_KEY\") ?? throw new InvalidOperationException(\"Set the environment variable LINK_KEY.\")")),
        (Type("InvoiceLinkingController", "", Key), Type("InvoiceLinkingController", "", Variable("LINK_KEY"))));

    [Fact]
    public Task FallbackOfAConfigurationValue_IsSetByTheSameVariableWhereThereIsNoConfiguration() => Verify.VerifyCodeFixAsync(
        (Type("InvoiceTokens", "IConfiguration configuration", "configuration[\"Links:Key\"] ?? " + Key),
            Type("InvoiceTokens", "IConfiguration configuration", "configuration[\"Links:Key\"] ?? throw new InvalidOperationException(\"Set the configuration value 'Links:Key'.\")")),
        (Type("InvoiceLinkingController", "", Key), Type("InvoiceLinkingController", "", Variable("Links__Key"))));

    /// <summary>Mariuschm/OlmedDataBus.Webhooks, CronController: the setting holds something else, so that no other place can read it.</summary>
    [Theory]
    [InlineData("Convert.ToString(configuration[\"Links:Key\"])")]
    [InlineData("configuration[\"Links:Key\"]?.Trim()")]
    public Task FallbackOfWhatIsMadeOfASetting_CronController_FailsWithItsName(string made) => Verify.VerifyCodeFixAsync(
        (Type("InvoiceTokens", "IConfiguration configuration", made + " ?? " + Key),
            Type("InvoiceTokens", "IConfiguration configuration", made + " ?? throw new InvalidOperationException(\"Set the configuration value 'Links:Key'.\")")),
        (Type("InvoiceLinkingController", "", Key), Type("InvoiceLinkingController", "", Variable("INVOICE_TOKENS_KEY"))));

    [Theory]
    [InlineData("string.Concat(configuration[\"Links:Key\"], configuration[\"Links:Salt\"])")]
    [InlineData("configuration.ToString()")]
    public Task FallbackOfSeveralSettings_OrNone_IsReadUnderItsOwnName(string made) => Verify.VerifyCodeFixAsync(
        Type("InvoiceTokens", "IConfiguration configuration", made + " ?? " + Key),
        Type("InvoiceTokens", "IConfiguration configuration", made + " ?? " + Value("configuration", "InvoiceTokens:Key")));

    [Fact]
    public Task ConstantThatOnlyStandsInForASetting_Goes() => Verify.VerifyCodeFixAsync(
        Constant("    private const string SigningKey = " + Key + ";\n\n", "configuration[\"Links:Key\"] ?? SigningKey"),
        Constant("", Value("configuration", "Links:Key")));

    [Fact]
    public Task ConstantWithAComment_StaysAndReadsTheSameSetting() => Verify.VerifyCodeFixAsync(
        Constant("    private const string SigningKey = " + Key + "; // for now\n\n", "configuration[\"Links:Key\"] ?? SigningKey"),
        Constant("    private static string SigningKey => " + Variable("Links__Key") + "; // for now\n\n", "configuration[\"Links:Key\"] ?? SigningKey"));

    [Fact]
    public Task ConstantThatStandsInElsewhere_ReadsTheSameSetting() => Verify.VerifyCodeFixAsync(
        (Constant("", "configuration[\"Links:Key\"] ?? LinkDefaults.SigningKey"), Constant("", "configuration[\"Links:Key\"] ?? LinkDefaults.SigningKey")),
        ("using System;\n\nstatic class LinkDefaults\n{\n    public const string SigningKey = " + Key + ";\n}\n",
            "using System;\n\nstatic class LinkDefaults\n{\n    public static string SigningKey => " + Variable("Links__Key") + ";\n}\n"));

    [Fact]
    public Task ConstantThatStandsInForNoSetting_IsReadUnderItsOwnName() => Verify.VerifyCodeFixAsync(
        Constant("    private const string SigningKey = " + Key + ";\n\n", "configuration.ToString() ?? SigningKey"),
        Constant("    private static string SigningKey => " + Variable("INVOICE_TOKENS_SIGNING_KEY") + ";\n\n", "configuration.ToString() ?? SigningKey"));

    /// <summary>Another rule reports it, and it is no secret.</summary>
    [Fact]
    public Task EndpointBesideIt_IsNoNamesake() => Verify.VerifyCodeFixAsync(BesideEndpoint(Key), BesideEndpoint(Variable("INVOICE_TOKENS_KEY")));

    [Fact]
    public Task SuppressedPlace_Stays()
    {
        var pragma = Type("InvoiceDemo", "", "\"gfdiog40-]kgf-043uo\"").Replace("    public", "#pragma warning disable IA3002\n    public");
        return Verify.VerifyCodeFixAsync((pragma, pragma), (Type("InvoiceTokens", "", Key), Type("InvoiceTokens", "", Variable("INVOICE_TOKENS_KEY"))));
    }

    [Fact]
    public Task PlaceThatWantsAConstant_Stays() => Verify.VerifyCodeFixAsync(
        (Pattern, Pattern),
        (Argument("[|\"Tr0ub4dor&3\"|]"), Argument(Variable("ORDERS_PASSWORD"))));

    [Fact]
    public Task OnePasswordInTwoConnectionStrings_IsTwoSettings() => Verify.VerifyCodeFixAsync(
        Connections("[|\"Server=sql.acme.io;Database=orders;User Id=app;Password=kT9wQ2vZx7;\"|]", "[|\"Server=sql.acme.io;Database=users;User Id=app;Password=kT9wQ2vZx7;\"|]"),
        Connections(Variable("SHOP_CONNECTION_STRING_1"), Variable("SHOP_CONNECTION_STRING_2")));

    [Theory]
    [InlineData("string.IsNullOrEmpty(key)")]
    [InlineData("string.IsNullOrWhiteSpace(key)")]
    [InlineData("key == null")]
    [InlineData("key is null")]
    public Task SettingThatWasFoundEmpty_FailsWithItsName(string condition) => Verify.VerifyCodeFixAsync(
        Guarded($"        if ({condition})\n            key = {Key}; // for now\n"),
        Guarded($"        if ({condition})\n            throw new InvalidOperationException(\"Set the configuration value 'Links:Key'.\"); // for now\n"));

    [Fact]
    public Task SettingThatWasFoundEmpty_InABlock_FailsWithItsName() => Verify.VerifyCodeFixAsync(
        Guarded($"        if (string.IsNullOrEmpty(key))\n        {{\n            Console.WriteLine(\"No key.\");\n            key = {Key};\n        }}\n"),
        Guarded("        if (string.IsNullOrEmpty(key))\n        {\n            Console.WriteLine(\"No key.\");\n            throw new InvalidOperationException(\"Set the configuration value 'Links:Key'.\");\n        }\n"));

    /// <summary>jahernanc/WholeCareInsurance, AdminUserSeeder.</summary>
    [Theory]
    [InlineData("string.IsNullOrWhiteSpace(key)")]
    [InlineData("key is null or \"\"")]
    public Task SettingThatIsTakenUnlessEmpty_FailsWithItsName(string condition) => Verify.VerifyCodeFixAsync(
        Guarded($"        var secret = {condition} ? {Key} : key;\n        key = secret;\n"),
        Guarded($"        var secret = {condition} ? throw new InvalidOperationException(\"Set the configuration value 'Links:Key'.\") : key;\n        key = secret;\n"));

    [Theory]
    [InlineData("        if (configuration is not null)\n            key = {0};\n")]
    [InlineData("        if (string.IsNullOrEmpty(key))\n        {{\n            key = {0};\n            Console.WriteLine(key);\n        }}\n")]
    [InlineData("        if (string.IsNullOrEmpty(key))\n            Console.WriteLine(\"No key.\");\n        else\n            key = {0};\n")]
    public Task SettingThatIsNotKnownToBeEmpty_IsReadUnderItsOwnName(string statement) => Verify.VerifyCodeFixAsync(
        Guarded(string.Format(statement, Key)),
        Guarded(string.Format(statement, Value("configuration", "Invoice:Key"))));

    private static string Type(string name, string parameters, string key) =>
        $"using System;\nusing System.Text;\nusing System.Security.Cryptography;\nusing Microsoft.Extensions.Configuration;\n\nclass {name}\n{{\n    public byte[] Sign({parameters}) => new HMACSHA256(Encoding.UTF8.GetBytes({key})).Key;\n}}\n";

    private static string Constant(string member, string key) =>
        $"using System;\nusing System.Text;\nusing System.Security.Cryptography;\nusing Microsoft.Extensions.Configuration;\n\nclass InvoiceTokens\n{{\n{member}    public byte[] Sign(IConfiguration configuration) => new HMACSHA256(Encoding.UTF8.GetBytes({key})).Key;\n}}\n";

    private static string Argument(string password) =>
        $"using System;\nusing System.Net;\n\nclass OrdersClient\n{{\n    public NetworkCredential Get() => new NetworkCredential(\"svc\", {password});\n}}\n";

    private static string BesideEndpoint(string key) =>
        "using System;\nusing System.Net.Http;\nusing System.Text;\nusing System.Threading.Tasks;\nusing System.Security.Cryptography;\n\nclass InvoiceTokens(HttpClient http)\n{\n" +
        $"    public byte[] Sign() => new HMACSHA256(Encoding.UTF8.GetBytes({key})).Key;\n    public Task<string> Get() => http.GetStringAsync(\"http://localhost:5173/api/tokens\");\n}}\n";

    private static string Connections(string orders, string users) =>
        $"using System;\n\nclass Shop\n{{\n    string Connection(bool both) => both ? ({orders}) : ({users});\n}}\n";

    private static string Guarded(string statement) =>
        "using System;\nusing System.Text;\nusing System.Security.Cryptography;\nusing Microsoft.Extensions.Configuration;\n\nclass Invoice\n{\n    public byte[] Sign(IConfiguration configuration)\n    {\n        var key = configuration[\"Links:Key\"];\n" +
        statement + "        return new HMACSHA256(Encoding.UTF8.GetBytes(key!)).Key;\n    }\n}\n";

    private static string Variable(string name) => $"Environment.GetEnvironmentVariable(\"{name}\") ?? throw new InvalidOperationException(\"Set the environment variable {name}.\")";

    private static string Value(string configuration, string key) => $"{configuration}[\"{key}\"] ?? throw new InvalidOperationException(\"Set the configuration value '{key}'.\")";
}
