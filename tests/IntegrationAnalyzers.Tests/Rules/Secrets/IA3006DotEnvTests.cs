using System.Threading.Tasks;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Secrets.IA3006SecretInConfiguration>;

namespace IntegrationAnalyzers.Tests.Rules.Secrets;

/// <summary>Where the value of a dotenv line ends.</summary>
public sealed class IA3006DotEnvTests
{
    [Theory]
    [InlineData("SMTP_PASSWORD=[|kT9wQ2!vZx7|] # the office's, since May\nNAME=shop\n")]
    [InlineData("SMTP_PASSWORD=[|kT9wQ2!vZx7|]   # mail\n")]
    [InlineData("SMTP_PASSWORD=[|kT9wQ2!vZx7|]  \t\r\nNAME=shop\r\n")]
    [InlineData("SMTP_PASSWORD= [|kT9wQ2!vZx7|] ")]
    [InlineData("SMTP_PASSWORD=[|kT9w#Q2!vZx7|]\n")]
    public Task ValueWithoutQuotes_EndsBeforeBlanksAndComment_Reports(string text) => Verify.FileTest("/0/.env", text).RunAsync();

    [Theory]
    [InlineData("SMTP_PASSWORD= # kT9wQ2!vZx7\n")]
    [InlineData("SMTP_PASSWORD=   \nNAME=shop\n")]
    [InlineData("SMTP_PASSWORD=")]
    public Task NoValue_IsQuiet(string text) => Verify.FileTest("/0/.env", text).RunAsync();

    [Theory]
    [InlineData(".env.example")]
    [InlineData(".env.sample")]
    [InlineData(".env.template")]
    [InlineData(".env.tmpl")]
    [InlineData(".env.dist")]
    [InlineData(".env.prod-example")]
    [InlineData(".env.prod-sample")]
    [InlineData(".env.prod-template")]
    [InlineData(".env.template.production")]
    public Task Template_IsQuiet(string file) => Verify.FileTest("/0/" + file, "SMTP_PASSWORD=kT9wQ2!vZx7\n").RunAsync();

    [Fact]
    public Task NoTemplate_Reports() => Verify.FileTest("/0/.env.distribution", "SMTP_PASSWORD=[|kT9wQ2!vZx7|]\n").RunAsync();
}
