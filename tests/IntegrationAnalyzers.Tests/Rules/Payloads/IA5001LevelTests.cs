using System.Threading.Tasks;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.LevelVerifier<IntegrationAnalyzers.Rules.Payloads.IA5001UncheckedPayload>;

namespace IntegrationAnalyzers.Tests.Rules.Payloads;

/// <summary>Who returns null in another way has callers that look for it.</summary>
public sealed class IA5001LevelTests
{
    [Fact]
    public Task ReturnsNullElsewhere_NopFastway_IsASuggestion() => Verify.SuggestsAsync(Quotes("if (text.Length == 0) return null;", "return quote;"));

    [Fact]
    public Task ReturnsIt_IsAWarning() => Verify.WarnsAsync(Quotes("", "return quote;"));

    [Fact]
    public Task UsesIt_AndReturnsNullElsewhere_IsAWarning() => Verify.WarnsAsync(Quotes("if (text.Length == 0) return null;", "quote.Price += 1; return quote;"));

    /// <summary>taxjar/taxjar.net, TaxjarApi.cs: forty callers of one reader, which is the place to check it in.</summary>
    [Fact]
    public Task TaxJar_ReadByAnOwnGenericMethodForMany_IsASuggestion() => Verify.SuggestsAsync(Reader("""
        public async Task<int> Second() => (await Send<Quote>("b"))?.Price ?? 0;
        public async Task<int> Third() => (await Send<Quote>("c"))?.Price ?? 0;
        public async Task<int> Fourth() => (await Send<Quote>("d"))?.Price ?? 0;
        """));

    [Fact]
    public Task ReadByAnOwnGenericMethodForFew_IsAWarning() => Verify.WarnsAsync(Reader("public async Task<int> Second() => (await Send<Quote>(\"b\"))?.Price ?? 0;"));

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
