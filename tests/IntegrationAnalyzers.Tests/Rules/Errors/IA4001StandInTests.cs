using System.Threading.Tasks;
using Xunit;
using static IntegrationAnalyzers.Tests.Rules.Errors.CatchSource;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Errors.IA4001CatchAllAroundOutboundCall>;

namespace IntegrationAnalyzers.Tests.Rules.Errors;

/// <summary>Texts and numbers that stand in for the content, by way of what stands round the statement.</summary>
public sealed class IA4001StandInTests
{
    /// <summary>The <c>try</c> only reads the content; it is given back behind it.</summary>
    [Theory]
    [InlineData("string text;", "return \"pending\";", "return text.Trim();")]
    [InlineData("string text;", "return \"pending\";", "return text;")]
    [InlineData("string text;", "text = \"pending\";", "return text;")]
    [InlineData("var text = \"pending\";", "", "return text;")]
    [InlineData("string? text = null;", "", "return text ?? \"pending\";")]
    public Task TextInPlaceOfTheContentBehind_Reports(string before, string inClause, string behind) => Verify.VerifyAnalyzerAsync(Outcome(before, inClause, behind, "[|catch|]"));

    [Theory]
    [InlineData("string text;", "return \"failed\";", "return text;")]
    [InlineData("string text;", "return \"offline\";", "return text;")]
    [InlineData("string text;", "return \"The outcome is not known now\";", "return text;")]
    [InlineData("string text;", "return $\"{ex.Message}\";", "return text;")]
    [InlineData("string text;", "text = \"unknown\";", "return text;")]
    [InlineData("string text;", "return \"pending\";", "return $\"{text.Length} bytes\";")]
    [InlineData("string text;", "return \"pending\";", "return \"done\" + (text == \"\" ? \" again\" : \"\");")]
    [InlineData("string? text = null;", "", "return text ?? _last;")]
    [InlineData("string? text = null;", "", "return text ?? \"not available\";")]
    public Task TextThatTellsOrIsAllThereIs_IsQuiet(string before, string inClause, string behind) => Verify.VerifyAnalyzerAsync(Outcome(before, inClause, behind, "catch"));

    [Theory]
    [InlineData("text = await ReadAsync(customer);", "[|catch|]")]
    [InlineData("await ReadAsync(customer);\n            text = \"done\";", "catch")]
    public Task WordsOfTheMethodsOwn_AreQuiet(string given, string clause) => Verify.VerifyAnalyzerAsync(
        Outcome("string text;", "text = \"pending\";", "return text;", clause).Replace("text = await client.GetStringAsync(customer);", given) + "\n");

    [Theory]
    [InlineData("Fallback[country]")]
    [InlineData("Fallback.GetValueOrDefault(country, 19.9m)")]
    [InlineData("Service.Fallback[country]")]
    [InlineData("_prices[country]")]
    public Task PriceOutOfATableInTheCode_Reports(string price) => Verify.VerifyAnalyzerAsync(Quotes(price, "[|catch|]"));

    [Theory]
    [InlineData("LastKnown[country]")]
    [InlineData("Learned[country]")]
    [InlineData("Open[country]")]
    [InlineData("Handed.GetValueOrDefault(country, 1m)")]
    [InlineData("given[country]")]
    public Task PriceThatMayBeTheLastOneRead_IsQuiet(string price) => Verify.VerifyAnalyzerAsync(Quotes(price, "catch"));

    private static string Outcome(string before, string inClause, string behind, string clause) => Service($$"""
        private readonly string _last = "paid";

        public async Task<string> OutcomeAsync(string customer)
        {
            _ = _last;
            {{before}}
            try
            {
                text = await client.GetStringAsync(customer);
            }
            {{clause}} (Exception ex)
            {
                logger.LogError(ex, "no outcome");
                {{inClause}}
            }
            {{behind}}
        }

        private Task<string> ReadAsync(string customer) => client.GetStringAsync(customer);
        """);

    private static string Quotes(string price, string clause) => Service($$"""
        private static readonly Dictionary<string, decimal> Fallback = new() { ["DE"] = 4.9m, ["FR"] = 6.5m };
        private readonly Dictionary<string, decimal> _prices = new Dictionary<string, decimal> { { "DE", 4.9m } };
        private static readonly Dictionary<string, decimal> LastKnown = new() { ["DE"] = 4.9m };
        private static readonly Dictionary<string, decimal> Learned = new() { ["DE"] = 4.9m };
        private static readonly Dictionary<string, decimal> Handed = new() { ["DE"] = 4.9m };
        public static readonly Dictionary<string, decimal> Open = new() { ["DE"] = 4.9m };

        public decimal Of(string country) => _prices[country] + LastKnown[country] + Open[country] + Count(Handed);

        private static int Count(Dictionary<string, decimal> prices) => prices.Count;

        public async Task<decimal> QuoteAsync(string country, Dictionary<string, decimal> given)
        {
            try
            {
                var price = decimal.Parse(await client.GetStringAsync("quotes/" + country));
                Learned[country] = price;
                return price;
            }
            {{clause}} (Exception ex)
            {
                logger.LogError(ex, "no quote");
                return {{price}};
            }
        }
        """);
}
