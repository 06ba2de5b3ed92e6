using System.Threading.Tasks;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Errors.IA4001CatchAllAroundOutboundCall>;

namespace IntegrationAnalyzers.Tests.Rules.Errors;

/// <summary>Members of Flurl's that send whatever verb they are given.</summary>
public sealed class IA4001FlurlMemberTests
{
    [Theory]
    [InlineData("SendAsync(HttpMethod.Put, new StringContent(\"id=1\"))")]
    [InlineData("SendJsonAsync(HttpMethod.Put, new { id = 1 })")]
    [InlineData("SendStringAsync(HttpMethod.Put, \"id=1\")")]
    [InlineData("SendUrlEncodedAsync(HttpMethod.Put, new { id = 1 })")]
    public Task CallWithAVerb_Reports(string call) => Verify.VerifyAnalyzerAsync($$"""
        using System;
        using System.Net.Http;
        using System.Threading.Tasks;
        using Flurl.Http;

        public class Orders
        {
            public async Task<int> Send()
            {
                try
                {
                    await "https://api.acmeship.com/orders".{{call}};
                    return 1;
                }
                [|catch|] (Exception ex)
                {
                    Console.WriteLine(ex);
                    return 0;
                }
            }
        }
        """);
}
