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

    /// <summary>Each family, by the exceptions that its documentation names.</summary>
    [Theory]
    [InlineData("Microsoft.Identity.Client.Extensibility", "Microsoft.Identity.Client.MsalException")]
    [InlineData("Microsoft.IdentityModel.Clients.ActiveDirectory", "Microsoft.IdentityModel.Clients.ActiveDirectory.AdalException")]
    [InlineData("Microsoft.Graph.Users", "Microsoft.Kiota.Abstractions.ApiException")]
    [InlineData("Microsoft.Graph", "Microsoft.Graph.ServiceException")]
    [InlineData("Azure.Identity", "Azure.Identity.AuthenticationFailedException")]
    [InlineData("Azure.AI.OpenAI", "System.ClientModel.ClientResultException")]
    [InlineData("Azure.AI.OpenAI", "Azure.RequestFailedException")]
    [InlineData("Azure.Messaging.ServiceBus", "Azure.Messaging.ServiceBus.ServiceBusException")]
    [InlineData("Azure.Messaging.EventHubs.Producer", "Azure.Messaging.EventHubs.EventHubsException")]
    [InlineData("Azure.Storage.Blobs", "Azure.RequestFailedException")]
    [InlineData("OpenAI.Chat", "System.ClientModel.ClientResultException")]
    [InlineData("Amazon.S3", "Amazon.Runtime.AmazonServiceException")]
    [InlineData("Google.Apis.Auth.OAuth2", "Google.Apis.Auth.OAuth2.Responses.TokenResponseException")]
    [InlineData("Google.Apis.Drive.v3", "Google.GoogleApiException")]
    [InlineData("Octokit", "Octokit.ApiException")]
    [InlineData("Twilio.Rest.Api.V2010.Account", "Twilio.Exceptions.TwilioException")]
    [InlineData("Telegram.Bot", "Telegram.Bot.Exceptions.RequestException")]
    public Task Filter_NamesTheFamilysException(string sdk, string exception)
    {
        var dot = exception.LastIndexOf('.');
        var (space, name) = (exception.Substring(0, dot), exception.Substring(dot + 1));
        var usings = space == sdk ? $"using {sdk};\n" : $"using {sdk};\nusing {space};\n";
        var declared = $"namespace {space}\n{{\n    public class {name} : Exception {{ }}\n}}\n\nnamespace {sdk}\n{{\n    public interface ITokens {{ Task<string> ExecuteAsync(); string Cached(); }}\n}}\n";
        return Verify.VerifyCodeFixAsync(
            Users("await tokens.ExecuteAsync()", declared, "[|catch|]", usings),
            Users("await tokens.ExecuteAsync()", declared, $"catch (Exception ex) when (ex is HttpRequestException or TaskCanceledException or {name})", usings));
    }

    private static string Users(string token, string sdk, string clause, string usings = "using Microsoft.Identity.Client;\n") => usings + Service($$"""
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
