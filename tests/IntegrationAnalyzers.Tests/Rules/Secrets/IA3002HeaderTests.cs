using System.Threading.Tasks;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Secrets.IA3002Credential>;

namespace IntegrationAnalyzers.Tests.Rules.Secrets;

/// <summary>A header that lets in takes nothing but a secret, whatever the code calls it; and a user and password that a helper encodes.</summary>
public sealed class IA3002HeaderTests
{
    [Theory]
    [InlineData("client.DefaultRequestHeaders.Add(\"Authorization\", \"Bearer \" + Partner);")]
    [InlineData("client.DefaultRequestHeaders.Add(\"Authorization\", $\"Bearer {Partner}\");")]
    [InlineData("client.DefaultRequestHeaders.Add(\"authorization\", Partner);")]
    [InlineData("client.DefaultRequestHeaders.Add(\"X-Api-Key\", Partner);")]
    [InlineData("client.DefaultRequestHeaders.TryAddWithoutValidation(\"X-Air-Key\", Partner);")]
    [InlineData("client.DefaultRequestHeaders.Add(\"x-functions-key\", Keys.Partner);")]
    [InlineData("client.DefaultRequestHeaders.Add(\"api-key\", Partner);")]
    [InlineData("client.DefaultRequestHeaders.Add(\"Ocp-Apim-Subscription-Key\", Partner);")]
    [InlineData("new RestRequest(\"x\").AddHeader(\"X-Api-Key\", Partner);")]
    [InlineData("web.Headers[\"X-Api-Key\"] = Partner;")]
    public Task ConstantInAHeaderThatLetsIn_Reports(string statement) => Verify.VerifyAnalyzerAsync(Source("[|$|]", statement));

    [Theory]
    [InlineData("client.DefaultRequestHeaders.Add(\"X-Idempotency-Key\", Partner);")]
    [InlineData("client.DefaultRequestHeaders.Add(\"X-Request-Id\", Partner);")]
    [InlineData("client.DefaultRequestHeaders.Add(\"X-Surrogate-Key\", Partner);")]
    [InlineData("new System.Collections.Generic.Dictionary<string, string>().Add(\"X-Api-Key\", Partner);")]
    [InlineData("System.Console.WriteLine(\"The bearer \" + Other + Partner);")]
    [InlineData("client.DefaultRequestHeaders.Add(\"X-Api-Key\", Partner.Length.ToString());")]
    public Task ConstantInAnotherHeader_IsQuiet(string statement) => Verify.VerifyAnalyzerAsync(Source("$", statement));

    [Fact]
    public Task WordInAHeader_IsQuiet() => Verify.VerifyAnalyzerAsync(Source("$", "client.DefaultRequestHeaders.Add(\"X-Api-Key\", Other);"));

    [Theory]
    [InlineData("Tokens.Of([|\"storefront:kV7tr29-Lq!x\"|])")]
    [InlineData("Tokens.Of($\"{\"storefront\"}:{[|\"kV7tr29-Lq!x\"|]}\")")]
    [InlineData("Tokens.Of($\"{user}:[|kV7tr29-Lq!x|]\")")]
    [InlineData("Tokens.Base64Encode([|\"storefront:kV7tr29-Lq!x\"|])")]
    [InlineData("Tokens.Twice([|\"storefront:kV7tr29-Lq!x\"|])")]
    [InlineData("System.Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($\"{user}:{[|\"kV7tr29-Lq!x\"|]}\"))")]
    public Task PairThatAHelperEncodes_Reports(string value) => Verify.VerifyAnalyzerAsync(Pair(value));

    [Theory]
    [InlineData("Tokens.Base64Decode(\"storefront:kV7tr29-Lq!x\")")]
    [InlineData("Tokens.Told(\"storefront:kV7tr29-Lq!x\")")]
    [InlineData("Tokens.Of(\"urn:orders\")")]
    [InlineData("Tokens.Of($\"{\"storefront\"}:{\"orders\"}\")")]
    public Task PairThatNothingEncodes_IsQuiet(string value) => Verify.VerifyAnalyzerAsync(Pair(value));

    private static string Source(string mark, string statement) => $$"""
        using System.Net;
        using System.Net.Http;
        using RestSharp;

        class Keys
        {
            public const string Partner = {{mark.Replace("$", "\"" + MadeUp.Base62(32) + "\"")}};

            public const string Other = "partner";

            public void Go(HttpClient client, WebClient web)
            {
                {{statement}}
            }
        }
        """;

    private static string Pair(string value) => $$"""
        static class Tokens
        {
            public static string Of(string text) => System.Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(text));

            public static string Base64Encode(string text) => text;

            public static string Base64Decode(string text) => text;

            public static string Twice(string text) => Base64Encode(text);

            public static string Told(string text) => "token " + text;
        }

        class Categories
        {
            public string Header(string user) => "Basic " + {{value}};
        }
        """;
}
