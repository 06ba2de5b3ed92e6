using System.Threading.Tasks;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Timeouts.IA1006ClientPerCall>;

namespace IntegrationAnalyzers.Tests.Rules.Timeouts.CodeFixes;

/// <summary>Several shared clients in one type: the same lines whether they are written at once or one after the other.</summary>
public class IA1006SharedFieldFixTests
{
    private const string Handled = "[|new HttpClient(new HttpClientHandler { UseCookies = false })|]";
    private const string Plain = "[|new HttpClient()|]";

    private static readonly string AskClient = Field("AskClient", "UseCookies = false, ");
    private static readonly string SharedClient = Field("SharedClient", "");

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    public Task ClientWithAHandlerBesideOneWithout_IsFixed(string before) => Verify.VerifyCodeFixAsync(
        Asked(before, Handled, Plain), Asked(AskClient + SharedClient + "\n", "AskClient", "SharedClient"));

    /// <summary>What the file looks like when it is read anew behind the first fix: the blank line belongs to the member that follows.</summary>
    [Fact]
    public Task ClientBesideOneThatAnEarlierFixWrote_IsFixed() => Verify.VerifyCodeFixAsync(
        Asked(AskClient + "\n", "AskClient", Plain), Asked(AskClient + SharedClient + "\n", "AskClient", "SharedClient"));

    private static string Field(string name, string settings) =>
        $"    private static readonly HttpClient {name} = new HttpClient(new SocketsHttpHandler {{ {settings}PooledConnectionLifetime = TimeSpan.FromMinutes(5) }})\n    {{\n        Timeout = TimeSpan.FromSeconds(30),\n    }};\n";

    private static string Asked(string before, string one, string other) => $$"""
        using System;
        using System.Net.Http;
        using System.Threading.Tasks;

        public class Api
        {

        """ + before + $$"""
            public async Task Ask()
            {
                var client = {{one}};
                using var response = await client.GetAsync("https://a.example.org/x");
                response.EnsureSuccessStatusCode();
            }

            public async Task Tell(string address)
            {
                var client = {{other}};
                using var response = await client.GetAsync(address);
                response.EnsureSuccessStatusCode();
            }
        }
        """;
}
