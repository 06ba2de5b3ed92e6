using System.Threading.Tasks;
using Xunit;
using static IntegrationAnalyzers.Tests.Model.Secrets.TokenSample;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Secrets.IA3001ProviderToken>;

namespace IntegrationAnalyzers.Tests.Rules.Secrets.CodeFixes;

public class IA3001ProviderTokenFixTests
{
    private const string Read = "Environment.GetEnvironmentVariable(\"STRIPE_API_KEY\") ?? throw new InvalidOperationException(\"Set the environment variable STRIPE_API_KEY.\")";

    private static readonly string Stripe = Of("Stripe", "Secret key (live)");
    private static readonly string Other = Of("Stripe", "Secret key (live)", seed: 2);

    [Fact]
    public Task ConstantField_BecomesAProperty() => Verify.VerifyCodeFixAsync(
        Using($"class C\n{{\n    // the key\n    public const string ApiKey = [|\"{Stripe}\"|]; // keep\n}}\n"),
        Using($"class C\n{{\n    // the key\n    public static string ApiKey => {Read}; // keep\n}}\n"));

    [Fact]
    public Task ConstantLocal_BecomesVariable() => Verify.VerifyCodeFixAsync(
        Using($"class C\n{{\n    string M()\n    {{\n        // local\n        const string apiKey = [|\"{Stripe}\"|];\n        return apiKey;\n    }}\n}}\n"),
        Using($"class C\n{{\n    string M()\n    {{\n        // local\n        string apiKey = {Read};\n        return apiKey;\n    }}\n}}\n"));

    [Fact]
    public Task MissingUsing_IsAdded() => Verify.VerifyCodeFixAsync(
        $"class C\n{{\n    string ApiKey {{ get; }} = [|\"{Stripe}\"|];\n}}\n",
        $"using System;\n\nclass C\n{{\n    string ApiKey {{ get; }} = {Read};\n}}\n");

    [Fact]
    public Task InterpolationPart_IsSplit() => Verify.VerifyCodeFixAsync(
        Using($"class C\n{{\n    string Url(string apiKey) => $\"https://api.acme.io/{{apiKey}}?key=[|{Stripe}|]&x={{apiKey}}\";\n}}\n"),
        Using($"class C\n{{\n    string Url(string apiKey) => $\"https://api.acme.io/{{apiKey}}?key={{({Read})}}&x={{apiKey}}\";\n}}\n"));

    [Fact]
    public Task PartOfLiteral_IsSplit() => Verify.VerifyCodeFixAsync(
        Using($"class C\n{{\n    string ApiKey() => [|\"Bearer {Stripe}\\n\"|];\n}}\n"),
        Using($"class C\n{{\n    string ApiKey() => \"Bearer \" + ({Read}) + \"\\n\";\n}}\n"));

    [Fact]
    public Task OperandOfConcatenation_IsParenthesized() => Verify.VerifyCodeFixAsync(
        Using($"class C\n{{\n    string ApiKey => \"Bearer \" + [|\"{Stripe}\"|];\n}}\n"),
        Using($"class C\n{{\n    string ApiKey => \"Bearer \" + ({Read});\n}}\n"));

    [Fact]
    public Task ConfigurationFieldInReach_IsRead() => Verify.VerifyCodeFixAsync(
        Config($"class C(IConfiguration configuration)\n{{\n    string Get()\n    {{\n        var apiKey = [|\"{Stripe}\"|];\n        return apiKey;\n    }}\n}}\n"),
        Config("class C(IConfiguration configuration)\n{\n    string Get()\n    {\n        var apiKey = configuration[\"Stripe:ApiKey\"] ?? throw new InvalidOperationException(\"Set the configuration value 'Stripe:ApiKey'.\");\n        return apiKey;\n    }\n}\n"));

    [Fact]
    public Task ConfigurationOutOfReachOfStaticMember_IsNotRead() => Verify.VerifyCodeFixAsync(
        Config($"class C\n{{\n    private readonly IConfiguration _configuration = null!;\n    static string Get() => [|\"{Stripe}\"|];\n    IConfiguration Own => _configuration;\n}}\n"),
        Config($"class C\n{{\n    private readonly IConfiguration _configuration = null!;\n    static string Get() => {Read};\n    IConfiguration Own => _configuration;\n}}\n"));

    [Fact]
    public Task MemberNamedEnvironment_IsNotMistaken() => Verify.VerifyCodeFixAsync(
        Using($"class C\n{{\n    string Environment => \"\";\n    string ApiKey() => [|\"{Stripe}\"|];\n}}\n"),
        Using($"class C\n{{\n    string Environment => \"\";\n    string ApiKey() => System.{Read};\n}}\n"));

    [Fact]
    public Task OneValueTwice_HasOneName() => Verify.VerifyCodeFixAsync(
        Using($"class C\n{{\n    string ApiKey = [|\"{Stripe}\"|];\n    string Get() {{ var apiKey = [|\"{Stripe}\"|]; return apiKey; }}\n}}\n"),
        Using($"class C\n{{\n    string ApiKey = {Read};\n    string Get() {{ var apiKey = {Read}; return apiKey; }}\n}}\n"));

    [Fact]
    public Task TwoValues_HaveTwoNames() => Verify.VerifyCodeFixAsync(
        Using($"class C\n{{\n    string ApiKey = [|\"{Stripe}\"|];\n    string Get() {{ var apiKey = [|\"{Other}\"|]; return apiKey; }}\n}}\n"),
        Using($"class C\n{{\n    string ApiKey = {Read.Replace("API_KEY", "API_KEY_1")};\n    string Get() {{ var apiKey = {Read.Replace("API_KEY", "API_KEY_2")}; return apiKey; }}\n}}\n"));

    [Fact]
    public Task OneValueTwiceBesideAnother_HasOneNumber() => Verify.VerifyCodeFixAsync(
        Using($"class C\n{{\n    string ApiKey = [|\"{Stripe}\"|];\n    string Get() {{ var apiKey = [|\"{Other}\"|]; return apiKey; }}\n    string Again() {{ var apiKey = [|\"{Other}\"|]; return apiKey; }}\n}}\n"),
        Using($"class C\n{{\n    string ApiKey = {Numbered(1)};\n    string Get() {{ var apiKey = {Numbered(2)}; return apiKey; }}\n    string Again() {{ var apiKey = {Numbered(2)}; return apiKey; }}\n}}\n"));

    [Fact]
    public Task NumberThatIsReadAlready_IsNotTakenForAnotherValue() => Verify.VerifyCodeFixAsync(
        Using($"class C\n{{\n    string ApiKey = [|\"{Stripe}\"|];\n    string Get() {{ var apiKey = {Numbered(2)}; return apiKey; }}\n    string Again() {{ var apiKey = [|\"{Other}\"|]; return apiKey; }}\n}}\n"),
        Using($"class C\n{{\n    string ApiKey = {Numbered(1)};\n    string Get() {{ var apiKey = {Numbered(2)}; return apiKey; }}\n    string Again() {{ var apiKey = {Numbered(3)}; return apiKey; }}\n}}\n"));

    [Fact]
    public Task BuilderOfTopLevelStatements_IsOutOfReachOfTypes() => Verify.VerifyCodeFixAsync(
        $"using System;\nusing Microsoft.AspNetCore.Builder;\n\nvar builder = WebApplication.CreateBuilder(args);\nvar apiKey = [|\"{Stripe}\"|];\nConsole.WriteLine(apiKey);\n\nclass C\n{{\n    public string ApiKey => [|\"{Other}\"|];\n}}\n",
        "using System;\nusing Microsoft.AspNetCore.Builder;\n\nvar builder = WebApplication.CreateBuilder(args);\nvar apiKey = builder.Configuration[\"Stripe:ApiKey1\"] ?? throw new InvalidOperationException(\"Set the configuration value 'Stripe:ApiKey1'.\");\nConsole.WriteLine(apiKey);\n\nclass C\n{\n    public string ApiKey => " + Numbered(2) + ";\n}\n");

    [Fact]
    public Task AttributeArgument_FixIsNotOffered() =>
        Verify.VerifyNoFixAsync($"class C {{ [System.ComponentModel.DefaultValue([|\"{Stripe}\"|])] string ApiKey => \"\"; }}");

    [Fact]
    public Task ParameterDefault_FixIsNotOffered() => Verify.VerifyNoFixAsync($"class C {{ void M(string apiKey = [|\"{Stripe}\"|]) {{ }} }}");

    [Theory]
    [InlineData("[System.ComponentModel.DefaultValue(ApiKey)] string Own => \"\";")]
    [InlineData("const string Header = \"Bearer \" + ApiKey;")]
    [InlineData("void M(string key = ApiKey) { }")]
    [InlineData("int M(string key) { switch (key) { case ApiKey: return 1; default: return 2; } }")]
    [InlineData("bool M(string key) => key is ApiKey;")]
    public Task ConstantNeededAtCompileTime_FixIsNotOffered(string use) =>
        Verify.VerifyNoFixAsync($"class C\n{{\n    const string ApiKey = [|\"{Stripe}\"|];\n    {use}\n}}\n");

    [Fact]
    public Task ConstantOfAnEarlierStaticInitializer_BecomesAProperty() => Verify.VerifyCodeFixAsync(
        Using($"class C\n{{\n    static string Header = \"Bearer \" + ApiKey;\n    const string ApiKey = [|\"{Stripe}\"|];\n}}\n"),
        Using($"class C\n{{\n    static string Header = \"Bearer \" + ApiKey;\n    static string ApiKey => {Read};\n}}\n"));

    [Theory]
    [InlineData("static readonly string ApiKey =", "static string ApiKey =>", "string Get() => ApiKey;")]
    [InlineData("/* own */ readonly static string ApiKey =", "/* own */ static string ApiKey =>", "string Get() => C.ApiKey;")]
    [InlineData("static string ApiKey { get; } =", "static string ApiKey =>", "string Get() => ApiKey;")]
    [InlineData("internal static readonly string ApiKey =", "internal static string ApiKey =>", "string Get() { var copy = ApiKey; copy = C.ApiKey; return Shown(ApiKey); string Shown(string key) => key; }")]
    public Task StaticTextThatIsOnlyRead_IsReadEachTime(string field, string property, string use) => Verify.VerifyCodeFixAsync(
        Using($"class C\n{{\n    {field} [|\"{Stripe}\"|]; // live\n    {use}\n}}\n"),
        Using($"class C\n{{\n    {property} {Read}; // live\n    {use}\n}}\n"));

    [Theory]
    [InlineData("static readonly string ApiKey", "static C() => C.ApiKey = \"\";")]
    [InlineData("static readonly string ApiKey", "int Get() => Length(in ApiKey); int Length(in string key) => key.Length;")]
    [InlineData("static readonly string ApiKey", "ref readonly string Get() => ref ApiKey;")]
    [InlineData("static string ApiKey { get; }", "static C() => ApiKey = \"\";")]
    [InlineData("[NonSerialized] static readonly string ApiKey", "string Get() => ApiKey;")]
    [InlineData("static string ApiKey", "string Get() => ApiKey;")]
    [InlineData("readonly string ApiKey", "string Get() => ApiKey;")]
    [InlineData("static readonly object ApiKey", "object Get() => ApiKey;")]
    public Task TextThatIsMoreThanRead_IsReadOnce(string field, string use) => Verify.VerifyCodeFixAsync(
        Using($"class C\n{{\n    {field} = [|\"{Stripe}\"|];\n    {use}\n}}\n"),
        Using($"class C\n{{\n    {field} = {Read};\n    {use}\n}}\n"));

    [Fact]
    public Task ExpressionTree_FixIsNotOffered() => Verify.VerifyNoFixAsync(
        $"using System.Linq;\nclass C {{ bool M(IQueryable<string> keys) => keys.Any(k => k == [|\"{Stripe}\"|]); }}");

    [Fact]
    public Task Utf8Literal_FixIsNotOffered() => Verify.VerifyNoFixAsync($"class C {{ System.ReadOnlySpan<byte> ApiKey => [|\"{Stripe}\"u8|]; }}");

    private static string Numbered(int number) => Read.Replace("API_KEY", "API_KEY_" + number);

    private static string Using(string text) => "using System;\n\n" + text;

    private static string Config(string text) => "using System;\nusing Microsoft.Extensions.Configuration;\n\n" + text;
}
