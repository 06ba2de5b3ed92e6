using System.Threading.Tasks;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Configuration.IA0002UnreadableConfiguration>;

namespace IntegrationAnalyzers.Tests.Rules.Configuration;

public sealed class IA0002UnreadableConfigurationTests
{
    [Theory]
    [InlineData("{ \"a\": \"b\" [|\"|]c\": 1 }")]
    [InlineData("{ \"a\": { \"b\": 1 }[||]")]
    [InlineData("{ \"a\": [|\"|]b }")]
    [InlineData("{ \"a\": [|o|]ops }")]
    [InlineData("{ \"a\": \"[|\\|]x\" }")]
    [InlineData("{ [|a|]: 1 }")]
    [InlineData("{ \"a\" [|1|] }")]
    [InlineData("{ \"a\": 1 } [|}|]")]
    [InlineData("[ 1 [|2|] ]")]
    [InlineData("{ [|/*|] never closed")]
    [InlineData("[||]")]
    [InlineData("// nothing but a comment[||]")]
    public Task BrokenJson_ReportsOnce(string text) => In("/0/appsettings.json", text);

    [Theory]
    [InlineData("<configuration><add key=\"a\" value=\"b\" /></[|c|]onfig>")]
    [InlineData("<configuration><add key=\"a\" [|k|]ey=\"b\" /></configuration>")]
    [InlineData("<configuration>&[|u|]nknown;</configuration>")]
    public Task BrokenXml_ReportsOnce(string text) => In("/0/app.config", text);

    [Fact]
    public Task DotEnvThatIsNoText_ReportsOnce() => In("/0/.env", "A=1\n[|\0|]B=2");

    [Theory]
    [InlineData("appsettings.json", "{ \"a\": [ 1, true, null, -2.5e3, \"x\", ], // yes\n }")]
    [InlineData("appsettings.json", "\uFEFF{ }")]
    [InlineData("appsettings.json", "{ \"a\": \"\uFFFD\\ud800\" }")]
    [InlineData("app.config", "<configuration><!-- --><a b='c' /></configuration>")]
    [InlineData(".env", "no assignment\n=\nA=\n'\n\"")]
    [InlineData("tsconfig.json", "{ oops")]
    [InlineData("appsettings.sample.json", "{ oops")]
    public Task ReadableOrForeign_IsQuiet(string file, string text) => In("/0/" + file, text);

    private static Task In(string file, string text) => Verify.FileTest(file, text).RunAsync();
}
