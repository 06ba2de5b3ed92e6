using System.Threading.Tasks;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Payloads.IA5010ValueInUrl>;

namespace IntegrationAnalyzers.Tests.Rules.Payloads;

public sealed class IA5010ValueInUrlFixTests
{
    private static string InMethod(string body, string usings = "") => """
        using System.Net.Http;
        using System.Threading.Tasks;

        class Weather(HttpClient http)
        {
            public async Task Get(string city, string? title, System.DateTime day, double lat, decimal? amount, System.DateTimeOffset? when)
            {

        """.Replace("using System.Net.Http;", usings + "using System.Net.Http;") + body + """

            }
        }
        """;

    private static Task Fixes(string body, string fixedBody, string usings = "using System;\nusing System.Globalization;\n") => Verify.VerifyCodeFixAsync(InMethod(body), InMethod(fixedBody, usings));

    [Fact]
    public Task FixIsOffered_EscapesText() => Fixes(
        """
                // The weather of now.
                await http.GetStringAsync($"weather?q={ [|city|] }&units=metric"); // metric
                await http.GetStringAsync($"search?query={[|title|]}");
                await http.GetStringAsync($"search?query={[|title|]!}");
                await http.GetStringAsync("weather?q=" + [|city|] + "&units=metric");
                await http.GetStringAsync($@"weather?q={[|title|]}");
        """,
        """
                // The weather of now.
                await http.GetStringAsync($"weather?q={ Uri.EscapeDataString(city) }&units=metric"); // metric
                await http.GetStringAsync($"search?query={Uri.EscapeDataString(title ?? "")}");
                await http.GetStringAsync($"search?query={Uri.EscapeDataString(title!)}");
                await http.GetStringAsync("weather?q=" + Uri.EscapeDataString(city) + "&units=metric");
                await http.GetStringAsync($@"weather?q={Uri.EscapeDataString(title ?? "")}");
        """,
        "using System;\n");

    [Fact]
    public Task FixIsOffered_InvariantCulture() => Fixes(
        """
                await http.GetStringAsync($"forecast?lat={[|lat|]}&lat2={[|lat|]:F2}&amount={[|amount|]:0.00}&on={[|day|]}&when={[|when|]}&at={[|day|]:dd/MM/yyyy}&then={[|day|]:dd/MM/yyyy HH:mm}&neg={[|-lat|]}");
                await http.GetStringAsync("forecast?lat=" + [|lat|] + "&on=" + [|day.ToString()|] + "&as=" + [|day.ToString("HH:mm")|]);
                await http.GetStringAsync($"forecast?on={System.Uri.EscapeDataString([|day.ToString("yyyy/MM/dd")|])}&sum={[|amount?.ToString()|]}");
        """,
        """
                await http.GetStringAsync($"forecast?lat={lat.ToString(CultureInfo.InvariantCulture)}&lat2={lat.ToString("F2", CultureInfo.InvariantCulture)}&amount={amount?.ToString("0.00", CultureInfo.InvariantCulture)}&on={Uri.EscapeDataString(day.ToString(CultureInfo.InvariantCulture))}&when={Uri.EscapeDataString(when?.ToString(CultureInfo.InvariantCulture) ?? "")}&at={day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)}&then={Uri.EscapeDataString(day.ToString("dd/MM/yyyy HH:mm", CultureInfo.InvariantCulture))}&neg={(-lat).ToString(CultureInfo.InvariantCulture)}");
                await http.GetStringAsync("forecast?lat=" + lat.ToString(CultureInfo.InvariantCulture) + "&on=" + Uri.EscapeDataString(day.ToString(CultureInfo.InvariantCulture)) + "&as=" + day.ToString("HH:mm", CultureInfo.InvariantCulture));
                await http.GetStringAsync($"forecast?on={System.Uri.EscapeDataString(day.ToString("yyyy/MM/dd", CultureInfo.InvariantCulture))}&sum={amount?.ToString(CultureInfo.InvariantCulture)}");
        """);

    [Fact]
    public Task FixIsOffered_ValuesOfStringFormat() => Fixes(
        """
                await http.GetStringAsync(string.Format("weather?q={0}&lat={1}&on={2}", [|title|], [|lat|], [|day|])); // now
        """,
        """
                await http.GetStringAsync(string.Format("weather?q={0}&lat={1}&on={2}", Uri.EscapeDataString(title ?? ""), lat.ToString(CultureInfo.InvariantCulture), Uri.EscapeDataString(day.ToString(CultureInfo.InvariantCulture)))); // now
        """);

    [Fact]
    public Task StringFormat_WithAFormatInTheText_NoFix() => Verify.VerifyNoFixAsync(InMethod("""
                await http.GetStringAsync(string.Format("weather?lat={0:F2}", [|lat|]));
        """));

    [Fact]
    public Task VerbatimStringBeforeCSharp11_NoFix() => new Verify.Test
    {
        TestCode = """
            using System.Net.Http;
            using System.Threading.Tasks;

            class Weather
            {
                private readonly HttpClient http;

                public Weather(HttpClient http) => this.http = http;

                public Task<string> Get(double lat) => http.GetStringAsync($@"forecast?lat={[|lat|]:F2}");
            }
            """,
        OffersNoFix = true,
        LanguageVersion = Microsoft.CodeAnalysis.CSharp.LanguageVersion.CSharp9,
    }.RunAsync();
}
