using System.Linq;
using System.Threading.Tasks;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.ConfiguredVerifier<IntegrationAnalyzers.Rules.Timeouts.IA1001ClientWithoutTimeout, IntegrationAnalyzers.Tests.Rules.Timeouts.ClientPerCallOff>;

namespace IntegrationAnalyzers.Tests.Rules.Timeouts;

/// <summary>A token that is handed from one variable to the next: followed so far, and not known beyond.</summary>
public sealed class IA1001TokenChainTests
{
    private static string Handed(int times, string client)
    {
        var variables = string.Concat(Enumerable.Range(1, times).Select(i => $"var t{i} = t{i - 1}; "));
        return ClientSource.Class($"public Task<string> M(string u) {{ var t0 = default(CancellationToken); {variables}var c = {client}; return c.GetStringAsync(u, t{times}); }}");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(5)]
    public Task TokenOfNothing_Reports(int times) => Verify.VerifyAnalyzerAsync(Handed(times, "[|new HttpClient()|]"));

    [Fact]
    public Task TooFarToSee_IsQuiet() => Verify.VerifyAnalyzerAsync(Handed(9, "new HttpClient()"));

    /// <summary>LBHackney-IT/LBHTenancyAPI, CancellableAPIRequestExtensions: the caller's token where there is one, else none.</summary>
    [Theory]
    [InlineData("source?.Token ?? CancellationToken.None", "[|new HttpClient()|]")]
    [InlineData("Held?.Given ?? CancellationToken.None", "[|new HttpClient()|]")]
    [InlineData("Held?.Nested?.Given ?? default", "[|new HttpClient()|]")]
    [InlineData("Held?.Bounded ?? CancellationToken.None", "new HttpClient()")]
    [InlineData("Held?.Bound() ?? CancellationToken.None", "new HttpClient()")]
    public Task TokenOfWhatMayBeNull_CancellableApiRequest_IsWhatItsMemberGives(string token, string client) => Verify.VerifyAnalyzerAsync(ClientSource.Class($$"""
        public Task<string> M(string u, CancellationTokenSource? source) { source = new CancellationTokenSource(); var c = {{client}}; return c.GetStringAsync(u, {{token}}); }

        private static readonly Context? Held = new();

        private sealed class Context
        {
            public CancellationToken Given { get; } = CancellationToken.None;

            public CancellationToken Bounded { get; } = new CancellationTokenSource(TimeSpan.FromSeconds(3)).Token;

            public Context? Nested { get; set; }

            public CancellationToken Bound() => new CancellationTokenSource(TimeSpan.FromSeconds(3)).Token;
        }
        """));
}
