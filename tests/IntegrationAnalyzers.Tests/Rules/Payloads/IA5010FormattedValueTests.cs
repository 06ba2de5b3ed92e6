using System.Threading.Tasks;
using IntegrationAnalyzers.Tests.Verification;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Payloads.IA5010ValueInUrl>;

namespace IntegrationAnalyzers.Tests.Rules.Payloads;

/// <summary>Values that a method writes by the culture, and texts that every caller gives as constants.</summary>
public sealed class IA5010FormattedValueTests
{
    [Theory]
    [InlineData("day.ToShortDateString()", "Uri.EscapeDataString(day.ToString(\"d\", CultureInfo.InvariantCulture))")]
    [InlineData("day.ToLongDateString()", "Uri.EscapeDataString(day.ToString(\"D\", CultureInfo.InvariantCulture))")]
    [InlineData("Convert.ToString(lat)", "Convert.ToString(lat, CultureInfo.InvariantCulture)")]
    [InlineData("string.Join(\",\", box)", "string.Join(\",\", box.Select(number => number.ToString(CultureInfo.InvariantCulture)))")]
    public Task Reports_AndMends(string value, string expected) => Verify.VerifyCodeFixAsync(Weather($"[|{value}|]"), Weather(expected.Replace("Uri.EscapeDataString(day.ToString(\"d\", CultureInfo.InvariantCulture))", "day.ToString(\"d\", CultureInfo.InvariantCulture)")));

    [Fact]
    public Task NumbersJoinedOneByOne_HaveNoFix() => Verify.VerifyNoFixAsync(Weather("[|string.Join(\",\", lat, lat)|]"));

    [Theory]
    [InlineData("Convert.ToString(count)")]
    [InlineData("Convert.ToString(lat, CultureInfo.InvariantCulture)")]
    [InlineData("string.Join(\",\", ids)")]
    [InlineData("string.Join(\",\", box.Select(b => b.ToString(CultureInfo.InvariantCulture)))")]
    public Task ThatNoCultureChanges_IsQuiet(string value) => Verify.VerifyAnalyzerAsync(Weather(value));

    [Theory]
    [InlineData("private", "name", "\"light/turn_on\"")]
    [InlineData("private", "name", "\"turn on\"")]
    [InlineData("public", "name", "\"light/turn_on\"")]
    [InlineData("public", "[|name|]", "\"turn on\"")]
    [InlineData("private", "[|name|]", "new Random().Next() > 3 ? Environment.MachineName : \"turn_on\"")]
    public Task TextThatEveryCallerGivesAsAConstant(string access, string hole, string given) => Verify.VerifyAnalyzerAsync(IA5010ValueInUrlTests.Usings + $$"""
        class Home(HttpClient http)
        {
            public Task On() => Call({{given}});

            {{access}} Task Call(string name) => http.PostAsync($"services?title={{{hole}}}", null);
        }
        """);

    private static string Weather(string value) => IA5010ValueInUrlTests.Usings + $$"""
        class Weather(HttpClient http)
        {
            public Task<string> Get(DateTime day, decimal lat, double[] box, int[] ids, int count) => http.GetStringAsync("map?at=" + {{value}} + "&n=" + count + ids.Length + box.Length);
        }
        """;
}
