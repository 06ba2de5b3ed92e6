using System.Threading.Tasks;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Retries.IA2001RetriedWriteWithoutIdempotencyKey>;

namespace IntegrationAnalyzers.Tests.Rules.Retries;

/// <summary>What a wrapper is called says that its POST only asks: by what it does, not by what it sends with or does before.</summary>
public sealed class IA2001MethodNameTests
{
    [Theory]
    [InlineData("PostWithTokenAsync")]
    [InlineData("OrderUsingAuthAsync")]
    [InlineData("ValidateAndPayAsync")]
    [InlineData("VerifyAndCaptureAsync")]
    public Task NameOfAWrite_Reports(string name) => Verify.VerifyAnalyzerAsync(Source($"[|{name}|]", name));

    [Theory]
    [InlineData("RequestTokenAsync")]
    [InlineData("SignInWithTokenAsync")]
    [InlineData("LoginAndOpenSessionAsync")]
    [InlineData("ValidateAndVerifyAsync")]
    [InlineData("ValidateAsync")]
    public Task NameOfAQuestion_IsQuiet(string name) => Verify.VerifyAnalyzerAsync(Source(name, name));

    private static string Source(string call, string name) => $$"""
        using System.Net.Http;
        using System.Net.Http.Json;
        using System.Threading.Tasks;

        class Orders(HttpClient http)
        {
            public async Task Place(object order)
            {
                for (var attempt = 0; ; attempt++)
                {
                    try
                    {
                        (await {{call}}("orders", order)).EnsureSuccessStatusCode();
                        return;
                    }
                    catch (HttpRequestException) when (attempt < 3)
                    {
                        await Task.Delay(500);
                    }
                }
            }

            private Task<HttpResponseMessage> {{name}}(string path, object body) => http.PostAsJsonAsync(path, body);
        }
        """;
}
