using System.Threading.Tasks;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Retries.IA2001RetriedWriteWithoutIdempotencyKey>;

namespace IntegrationAnalyzers.Tests.Rules.Retries;

/// <summary>A token in the address: one that lets in says nothing of the write, one that is the place asks for a token.</summary>
public sealed class IA2001TokenInAddressTests
{
    private static Task Posts(string address, string post) => Verify.VerifyAnalyzerAsync($$"""
        using System;
        using System.Net.Http;
        using System.Threading.Tasks;
        using Polly;
        using Polly.Retry;

        class Messages(HttpClient http, string token)
        {
            private readonly AsyncRetryPolicy _retry = Policy.Handle<HttpRequestException>().RetryAsync(3);
            private readonly string _token = Environment.MachineName;
            private readonly string Token = Environment.MachineName;
            private string BotToken => _token;

            public Task Notify(string path, HttpContent content) => _retry.ExecuteAsync(() => http.{{post}}({{address}}, content));
        }
        """);

    [Theory]
    [InlineData("$\"bot{token}/sendMessage\"")]
    [InlineData("$\"bot{_token}/sendMessage\"")]
    [InlineData("$\"bot{BotToken}/sendMessage\"")]
    [InlineData("path + \"?access_token=\" + _token")]
    [InlineData("\"orders?access_token=\" + this._token")]
    [InlineData("path + \"/\" + _token + \"/orders\"")]
    public Task TokenThatLetsIn_Reports(string address) => Posts(address, "[|PostAsync|]");

    [Theory]
    [InlineData("$\"{path}/{Token}\"")]
    [InlineData("$\"{path}/{Token.Trim()}\"")]
    [InlineData("path + \"/\" + Token")]
    [InlineData("token + \"/\" + path")]
    [InlineData("path + \"/oauth/token\"")]
    public Task PlaceCalledToken_IsQuiet(string address) => Posts(address, "PostAsync");
}
