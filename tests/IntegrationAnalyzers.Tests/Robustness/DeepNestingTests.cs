using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace IntegrationAnalyzers.Tests.Robustness;

/// <summary>Thousands of parts, each nested in the next, as generated code has them: an overflow of the stack would end the compiler, not the rule alone.</summary>
public sealed class DeepNestingTests
{
    private const int Depth = 5_000;

    [Theory]
    [InlineData("text += {0}\"x\";", "a + ", "")]
    [InlineData("text = new System.Text.StringBuilder(){0}.ToString();", ".Append(a)", "")]
    [InlineData("await _http.GetStringAsync({0}\"x\");", "a + ", "")]
    [InlineData("await _http.GetStringAsync(a){0};", ".ContinueWith(x => x.Result)", "")]
    [InlineData("text = order{0}.Id;", ".Next", "")]
    [InlineData("text = {0}a{1};", "(", ")")]
    [InlineData("text = {0}a;", "n == 1 ? \"https://api.acmerates.com/\" : ", "")]
    [InlineData("password = {0}\"x\";", "\"part\" + ", "")]
    [InlineData("text = {0}\"x\";", "a ?? ", "")]
    public async Task DeepExpression_EndsNothing(string statement, string open, string close) =>
        await Project.ReportsAsync(Project.Of([Method(string.Format(
            System.Globalization.CultureInfo.InvariantCulture, statement, string.Concat(Enumerable.Repeat(open, Depth)), string.Concat(Enumerable.Repeat(close, Depth))))]));

    [Fact]
    public async Task RestOfTheFile_IsStillReported()
    {
        var reports = await Project.ReportsAsync(Project.Of([Method("text = " + string.Concat(Enumerable.Repeat("a + ", Depth)) + "a;")]));
        Assert.Contains(reports, static report => report.Id == "IA1001");
    }

    private static string Method(string statement) => $$"""
        using System;
        using System.Net.Http;
        using System.Text.Json;
        using System.Threading.Tasks;

        class Order { public string Id { get; set; } = ""; public Order Next { get; set; } = null!; }

        class Client
        {
            private readonly HttpClient _http = new HttpClient();
            private string password = "";

            public async Task<string> Get(string a, int n)
            {
                var response = await _http.GetAsync("https://api.acmerates.com/" + a);
                var text = await response.Content.ReadAsStringAsync();
                var order = JsonSerializer.Deserialize<Order>(text)!;
                {{statement}}
                return text + password;
            }
        }
        """;
}
