using System.Threading.Tasks;
using Xunit;
using static IntegrationAnalyzers.Tests.Rules.Errors.CatchSource;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Errors.IA4001CatchAllAroundOutboundCall>;

namespace IntegrationAnalyzers.Tests.Rules.Errors;

/// <summary>A text by which a private method says that it has no answer, and for which its callers ask.</summary>
public sealed class IA4001SentinelTests
{
    [Theory]
    [InlineData("if (country == \"Error\") country = await client.GetStringAsync(\"terminated/\" + postcode);\n        return country;")]
    [InlineData("return country is not \"Error\" ? country : \"unknown\";")]
    [InlineData("return country.Equals(\"Error\") ? \"unknown\" : country;")]
    [InlineData("switch (country) { case \"Error\": return \"unknown\"; default: return country; }")]
    [InlineData("return country switch { \"Error\" => \"unknown\", _ => country };")]
    public Task OnlyCallerAsksForThatText_IsQuiet(string use) => Verify.VerifyAnalyzerAsync(Postcodes("catch", "private", use));

    [Theory]
    [InlineData("private", "return country;")]
    [InlineData("private", "return country == \"Failed\" ? \"unknown\" : country;")]
    [InlineData("private", "return country.Length == 5 ? \"unknown\" : country;")]
    [InlineData("public", "return country == \"Error\" ? \"unknown\" : country;")]
    public Task CallerAsksForAnother_OrMayBeAnybody_Reports(string access, string use) => Verify.VerifyAnalyzerAsync(Postcodes("[|catch|]", access, use));

    [Fact]
    public Task OneOfTwoCallersAsks_Reports() => Verify.VerifyAnalyzerAsync(
        Postcodes("[|catch|]", "private", "return country == \"Error\" ? \"unknown\" : country;", "public async Task<string> OtherAsync() => (await CountryAsync(\"a\")).Trim();"));

    [Theory]
    [InlineData("catch", "")]
    [InlineData("[|catch|]", "if (ex is null) ")]
    public Task ClauseGivesItWhereItGivesNothingElse_IsQuiet(string clause, string condition) => Verify.VerifyAnalyzerAsync(
        Postcodes(clause, "private", "return country == \"Failed\" ? \"unknown\" : country;").Replace("\"no postcode\");", "\"no postcode\");\n            " + condition + "return \"Failed\";"));

    private static string Postcodes(string clause, string access, string use, string members = "") => Service($$"""
        public async Task<string> StatusAsync(string postcode)
        {
            var country = await CountryAsync(postcode);
            {{use}}
        }

        {{members}}

        {{access}} async Task<string> CountryAsync(string postcode)
        {
            try
            {
                var response = await client.GetAsync("postcodes/" + postcode);
                if (response.IsSuccessStatusCode)
                    return await response.Content.ReadAsStringAsync();
            }
            {{clause}} (Exception ex)
            {
                logger.LogWarning(ex, "no postcode");
            }

            return "Error";
        }
        """);
}
