#if ROSLYN_CSHARP_14
using System.Threading.Tasks;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Timeouts.IA1001ClientWithoutTimeout>;

namespace IntegrationAnalyzers.Tests.Rules.Timeouts;

/// <summary>Extension members of C# 14: the receiver is a parameter of the block, not of the member.</summary>
public sealed class IA1001ExtensionBlockTests
{
    [Theory]
    [InlineData("new HttpClient().Within(20)", "client.Timeout = TimeSpan.FromSeconds(seconds);")]
    [InlineData("[|new HttpClient()|].Within(20)", "client.DefaultRequestHeaders.Add(\"a\", \"b\" + seconds);")]
    public Task SetByAnExtensionMember(string made, string statement) => Verify.VerifyAnalyzerAsync($$"""
        using System;
        using System.Net.Http;
        using System.Threading.Tasks;

        internal static class Clients
        {
            public static HttpClient Shared { get; } = {{made}};

            public static Task<string> Read() => Shared.GetStringAsync("a");
        }

        internal static class HttpExtensions
        {
            extension(HttpClient client)
            {
                public HttpClient Within(int seconds)
                {
                    {{statement}}
                    return client;
                }
            }
        }
        """);
}
#endif
