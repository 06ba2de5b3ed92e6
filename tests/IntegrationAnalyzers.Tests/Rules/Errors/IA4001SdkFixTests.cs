using System.Threading.Tasks;
using Xunit;
using static IntegrationAnalyzers.Tests.Rules.Errors.CatchSource;
using Verify = IntegrationAnalyzers.Tests.Verification.ConfiguredVerifier<IntegrationAnalyzers.Rules.Errors.IA4001CatchAllAroundOutboundCall, IntegrationAnalyzers.Tests.Rules.Errors.BestEffortReported>;

namespace IntegrationAnalyzers.Tests.Rules.Errors;

/// <summary>Beside the call, a vendor's SDK sends by itself and fails with exceptions of its own.</summary>
public class IA4001SdkFixTests
{
    private const string Token = """
        namespace Microsoft.Identity.Client
        {
            public class MsalException : Exception { }
            public interface ITokens { Task<string> ExecuteAsync(); string Cached(); }
        }
        """;

    /// <summary>BlacklightSoftware, GraphService: the token is got in the same <c>try</c>, or in a helper.</summary>
    [Theory]
    [InlineData("await tokens.ExecuteAsync()", "HttpRequestException or TaskCanceledException or MsalException")]
    [InlineData("await TokenAsync()", "HttpRequestException or TaskCanceledException or MsalException")]
    [InlineData("tokens.Cached()", "HttpRequestException or TaskCanceledException")]
    [InlineData("await TriedAsync()", "HttpRequestException or TaskCanceledException")]
    public Task Filter_NamesWhatTheSdkThrows(string token, string expected) =>
        Verify.VerifyCodeFixAsync(Users(token, Token, "[|catch|]"), Users(token, Token, $"catch (Exception ex) when (ex is {expected})"));

    [Fact]
    public Task ExceptionOfTheSdkIsNotToBeHad_FixIsNotOffered() =>
        Verify.VerifyNoFixAsync(Users("await tokens.ExecuteAsync()", Token.Replace("MsalException", "OtherException"), "[|catch|]"));

    private static string Users(string token, string sdk, string clause) => "using Microsoft.Identity.Client;\n" + Service($$"""
        public async Task<bool> DeleteAsync(string user, ITokens tokens)
        {
            try
            {
                var token = {{token}};
                using var response = await client.PostAsync($"users/{user}/delete", new StringContent(token));
                return response.IsSuccessStatusCode;
            }
            {{clause}}
            {
                return false;
            }

            async Task<string> TokenAsync() => await tokens.ExecuteAsync();

            async Task<string> TriedAsync()
            {
                try
                {
                    return await tokens.ExecuteAsync();
                }
                catch (Exception)
                {
                    logger.LogError("no token");
                    return "";
                }
            }
        }
        """) + sdk;
}
