using System.Linq;
using System.Threading.Tasks;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.LevelVerifier<IntegrationAnalyzers.Rules.Payloads.IA5001UncheckedPayload>;

namespace IntegrationAnalyzers.Tests.Rules.Payloads;

/// <summary>Who returns null in another way has callers that look for it.</summary>
public sealed class IA5001LevelTests
{
    [Fact]
    public Task ReturnsNullElsewhere_NopFastway_IsASuggestion() => Verify.SuggestsAsync(Quotes("if (text.Length == 0) return null;", "return quote;"));

    [Theory]
    [InlineData("default")]
    [InlineData("default!")]
    [InlineData("default(Quote)!")]
    [InlineData("null!")]
    public Task ReturnsTheDefaultElsewhere_IsASuggestion(string none) => Verify.SuggestsAsync(Quotes($"if (text.Length == 0) return {none};", "return quote;"));

    /// <summary>desenvolvimento-k33p/Integracao.SAP.SalesForce, HttpAdapter: a local that is nothing but the default.</summary>
    [Theory]
    [InlineData("var none = default(Quote); if (text.Length == 0) return none;", "return quote;")]
    [InlineData("Quote none = null; if (text.Length == 0) return none;", "return quote;")]
    [InlineData("", "return text.Length == 0 ? null : quote;")]
    public Task ReturnsANullInAnotherForm_HttpAdapter_IsASuggestion(string before, string rest) => Verify.SuggestsAsync(Quotes(before, rest));

    [Theory]
    [InlineData("Quote other = null; other = new Quote(); if (text.Length == 0) return other;", "return quote;")]
    [InlineData("Quote other = null; Fill(ref other); if (text.Length == 0) return other; void Fill(ref Quote filled) => filled = new Quote();", "return quote;")]
    [InlineData("var other = new Quote(); if (text.Length == 0) return other;", "return quote;")]
    [InlineData("", "return text.Length == 0 ? new Quote() : quote;")]
    public Task ReturnsAnotherObjectElsewhere_IsAWarning(string before, string rest) => Verify.WarnsAsync(Quotes(before, rest));

    /// <summary>getAddress/getAddress.Sdk, ApiKeyApi: what is blank has its answer.</summary>
    [Theory]
    [InlineData("if (string.IsNullOrWhiteSpace(text)) return new Quote();")]
    [InlineData("if (string.IsNullOrEmpty(text)) { throw new System.InvalidOperationException(); }")]
    // Mollie
    [InlineData("text = string.IsNullOrEmpty(text) ? \"{}\" : text;")]
    public Task BlankBodyIsAnsweredBefore_GetAddressApiKeyApi_IsASuggestion(string guard) => Verify.SuggestsAsync(Quotes(guard, "return quote;"));

    [Theory]
    [InlineData("if (string.IsNullOrWhiteSpace(text)) System.Console.WriteLine(text);")]
    [InlineData("if (string.IsNullOrWhiteSpace(text.Trim())) return new Quote();")]
    [InlineData("if (!string.IsNullOrWhiteSpace(text)) System.Console.WriteLine(text); else return new Quote();")]
    [InlineData("var other = string.IsNullOrEmpty(text) ? \"{}\" : text;")]
    [InlineData("text = string.IsNullOrEmpty(text) ? \"\" : text;")]
    public Task BlankBodyThatIsReadAllTheSame_IsAWarning(string guard) => Verify.WarnsAsync(Quotes(guard, "return quote;"));

    [Fact]
    public Task ReturnsIt_IsAWarning() => Verify.WarnsAsync(Quotes("", "return quote;"));

    [Fact]
    public Task UsesIt_AndReturnsNullElsewhere_IsAWarning() => Verify.WarnsAsync(Quotes("if (text.Length == 0) return null;", "quote.Price += 1; return quote;"));

    [Fact]
    public Task NullsExceptionIsLoggedAndAnsweredWithNull_IsASuggestion() => Verify.SuggestsAsync(Told("catch (System.Exception e) { System.Console.Error.WriteLine(e); return null; }"));

    [Theory]
    [InlineData("catch (System.Exception e) { System.Console.Error.WriteLine(e); throw; }")]
    [InlineData("catch (System.Exception) { return null; }")]
    [InlineData("catch (HttpRequestException e) { System.Console.Error.WriteLine(e); return null; }")]
    [InlineData("catch (System.Exception e) { System.Console.Error.WriteLine(e); return \"none\"; }")]
    public Task NullsExceptionIsTakenInAnotherWay_IsAWarning(string clause) => Verify.WarnsAsync(Told(clause));

    /// <summary>UaiPDV/PapiFastMVC, PageGeneratorService.cs: seven messages whose failure is logged and answered with no.</summary>
    [Theory]
    [InlineData("bool", "true", "catch (System.Exception e) { System.Console.Error.WriteLine(e); return false; }")]
    [InlineData("(bool Done, string Words)", "(true, \"\")", "catch (System.Exception e) { System.Console.Error.WriteLine(e); return (false, \"not sent\"); }")]
    [InlineData("Outcome", "new Outcome { Done = true }", "catch (System.Exception e) { System.Console.Error.WriteLine(e); return new Outcome { Error = \"not sent\" }; }")]
    [InlineData("Outcome", "new Outcome { Done = true }", "catch (System.Exception) { return new Outcome { Error = \"not sent\" }; }")]
    // arex388/Arex388.Geocodio
    [InlineData("Outcome", "new Outcome { Done = true }", "catch { return Outcome.Failed; }")]
    public Task NullsExceptionIsLoggedAndAnsweredWithNo_IsASuggestion(string type, string done, string clause) => Verify.SuggestsAsync(Answered(type, done, clause));

    [Theory]
    [InlineData("bool", "true", "catch (System.Exception) { return false; }")]
    [InlineData("bool", "true", "catch (System.Exception e) { System.Console.Error.WriteLine(e); return true; }")]
    [InlineData("bool", "true", "catch (System.Exception e) { System.Console.Error.WriteLine(e); throw; }")]
    [InlineData("bool", "true", "catch (JsonException e) { System.Console.Error.WriteLine(e); return false; }")]
    [InlineData("Outcome", "new Outcome { Done = true }", "catch (System.Exception e) { System.Console.Error.WriteLine(e); return new Outcome(); }")]
    [InlineData("Outcome", "new Outcome { Done = true }", "catch { return Outcome.Empty; }")]
    public Task NullsExceptionIsAnsweredInAnotherWay_IsAWarning(string type, string done, string clause) => Verify.WarnsAsync(Answered(type, done, clause));

    [Theory]
    [InlineData("(Quote)default")]
    [InlineData("default(Quote)")]
    [InlineData("null")]
    public Task PassedOnInALocalThatBeginsAsNull_IsASuggestion(string first) => Verify.SuggestsAsync(Kept($"Quote body = {first};"));

    [Fact]
    public Task PassedOnInALocalThatBeginsAsAnObject_IsAWarning() => Verify.WarnsAsync(Kept("Quote body = new Quote();"));

    /// <summary>taxjar/taxjar.net, TaxjarApi.cs: forty callers of one reader, which is the place to check it in.</summary>
    [Fact]
    public Task TaxJar_ReadByAnOwnGenericMethodForMany_IsASuggestion() => Verify.SuggestsAsync(Reader("""
        public async Task<int> Second() => (await Send<Quote>("b"))?.Price ?? 0;
        public async Task<int> Third() => (await Send<Quote>("c"))?.Price ?? 0;
        public async Task<int> Fourth() => (await Send<Quote>("d"))?.Price ?? 0;
        """));

    [Theory]
    [InlineData(3)]
    [InlineData(2)]
    public Task WebCrm_ReadByAnOwnGenericClassForMany_IsASuggestion(int others)
    {
        var code = Reader(string.Join('\n', Enumerable.Range(0, others).Select(static i => $"public async Task<int> Other{i}() => (await Reader<Quote>.Send(http, \"b\"))?.Price ?? 0;")))
            .Replace("Send<Quote>(\"quote\")", "Reader<Quote>.Send(http, \"quote\")").Replace("    private async Task<T> Send<T>(string path) => JsonSerializer.Deserialize<T>(await http.GetStringAsync(path));\n", "") + """

            public static class Reader<T>
            {
                public static async Task<T> Send(HttpClient http, string path) => JsonSerializer.Deserialize<T>(await http.GetStringAsync(path));
            }
            """;
        return others == 3 ? Verify.SuggestsAsync(code) : Verify.WarnsAsync(code);
    }

    [Fact]
    public Task ReadByAnOwnGenericMethodForFew_IsAWarning() => Verify.WarnsAsync(Reader("public async Task<int> Second() => (await Send<Quote>(\"b\"))?.Price ?? 0;"));

    private static string Told(string clause) => $$"""
        #nullable disable
        using System.Net.Http;
        using System.Text.Json;
        using System.Threading.Tasks;

        public class Quote { public string Price { get; set; } }

        public class Quotes(HttpClient http)
        {
            public async Task<string> Price()
            {
                try
                {
                    var text = await http.GetStringAsync("quote");
                    var quote = {|#0:JsonSerializer.Deserialize<Quote>(text)|};
                    return quote.Price;
                }
                {{clause}}
            }
        }
        """;

    private static string Answered(string type, string done, string clause) => $$"""
        #nullable disable
        using System.Net.Http;
        using System.Text.Json;
        using System.Threading.Tasks;

        public class Receipt { public bool Sent { get; set; } }
        public class Outcome { public bool Done { get; set; } public string Error { get; set; } public static readonly Outcome Failed = new Outcome { Error = "not sent" }; public static readonly Outcome Empty = new Outcome(); }

        public class Notes(HttpClient http)
        {
            public async Task<{{type}}> Send()
            {
                try
                {
                    var text = await http.GetStringAsync("send");
                    var receipt = {|#0:JsonSerializer.Deserialize<Receipt>(text)|};
                    if (!receipt.Sent)
                        return default;
                    return {{done}};
                }
                {{clause}}
            }
        }
        """;

    private static string Kept(string declared) => $$"""
        #nullable disable
        using System.Net.Http;
        using System.Text.Json;
        using System.Threading.Tasks;

        public class Quote { public string Price { get; set; } }

        #nullable enable
        public class Answer(Quote body) { public string Price => body.Price; }
        #nullable disable

        public class Quotes(HttpClient http)
        {
            public async Task<Answer> Price()
            {
                var response = await http.GetAsync("quote");
                var text = await response.Content.ReadAsStringAsync();
                {{declared}}
                if (response.IsSuccessStatusCode)
                {
                    body = {|#0:JsonSerializer.Deserialize<Quote>(text)|};
                }

                return new Answer(body);
            }
        }
        """;

    private static string Reader(string callers) => $$"""
        #nullable disable
        using System.Net.Http;
        using System.Text.Json;
        using System.Threading.Tasks;

        public class Quote { public int Price { get; set; } }

        public class Quotes(HttpClient http)
        {
            public async Task<int> Price()
            {
                var quote = await {|#0:Send<Quote>("quote")|};
                return quote.Price;
            }

            {{callers}}

            private async Task<T> Send<T>(string path) => JsonSerializer.Deserialize<T>(await http.GetStringAsync(path));
        }
        """;

    private static string Quotes(string before, string after) => $$"""
        #nullable disable
        using System.Net.Http;
        using System.Text.Json;
        using System.Threading.Tasks;

        public class Quote { public int Price { get; set; } }

        public class Quotes(HttpClient http)
        {
            public async Task<Quote> Get()
            {
                var text = await http.GetStringAsync("quote");
                {{before}}
                var quote = {|#0:JsonSerializer.Deserialize<Quote>(text)|};
                {{after}}
            }

            public async Task<int> Price() => (await Get()).Price;
        }
        """;
}
