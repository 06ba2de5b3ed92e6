using System.Threading.Tasks;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Timeouts.IA1003RegistrationWithoutTimeout>;

namespace IntegrationAnalyzers.Tests.Rules.Timeouts;

/// <summary>The client without a name is the one by the empty name, however that is written.</summary>
public sealed class IA1003DefaultNameTests
{
    private const string SetsTimeout = "client.Timeout = TimeSpan.FromSeconds(15);";

    [Theory]
    [InlineData("string.Empty", "CreateClient()")]
    [InlineData("\"\"", "CreateClient(string.Empty)")]
    [InlineData("Microsoft.Extensions.Options.Options.DefaultName", "CreateClient()")]
    public Task UserOfTheDefaultClientSetsItsTimeout_IsQuiet(string name, string created) => Verify.VerifyAnalyzerAsync(Chat($"AddHttpClient({name}, http => {{ }})", created, SetsTimeout));

    [Theory]
    [InlineData("string.Empty", "CreateClient()", "")]
    [InlineData("string.Empty", "CreateClient(\"chat\")", SetsTimeout)]
    [InlineData("\"rates\"", "CreateClient()", SetsTimeout)]
    public Task TimeoutOfNoneOrOfAnotherClient_Reports(string name, string created, string sets) =>
        Verify.VerifyAnalyzerAsync(Chat($"[|AddHttpClient|]({name}, http => {{ }})", created, sets));

    private static string Chat(string registration, string created, string sets) => $$"""
        using System;
        using System.Net.Http;
        using System.Threading.Tasks;
        using Microsoft.Extensions.DependencyInjection;

        public sealed class Chat
        {
            private readonly HttpClient _client;

            public Chat()
            {
                var services = new ServiceCollection();
                services.{{registration}};
                var client = services.BuildServiceProvider().GetRequiredService<IHttpClientFactory>().{{created}};
                {{sets}}
                _client = client;
            }

            public Task<string> Ask(string question) => _client.GetStringAsync(question);
        }
        """;
}
