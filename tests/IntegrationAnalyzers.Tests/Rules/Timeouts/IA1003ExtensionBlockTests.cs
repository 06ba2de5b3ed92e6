#if ROSLYN_CSHARP_14
using System.Threading.Tasks;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Timeouts.IA1003RegistrationWithoutTimeout>;

namespace IntegrationAnalyzers.Tests.Rules.Timeouts;

/// <summary>Members of C# 14's extension blocks that a registration's chain goes through: the builder is a parameter of the block, not of the member.</summary>
public sealed class IA1003ExtensionBlockTests
{
    [Theory]
    [InlineData("services.[|AddHttpClient<Api>|]().Within(20);", "builder.ConfigureHttpClient(c => c.DefaultRequestHeaders.Add(\"a\", \"b\" + seconds))")]
    [InlineData("services.AddHttpClient<Api>().Within(20);", "builder.ConfigureHttpClient(c => c.Timeout = TimeSpan.FromSeconds(seconds))")]
    [InlineData("services.AddHttpClient<Api>().Within(20);", "builder.Again(seconds)")]
    [InlineData("services.AddHttpClient<Api>().SetHandlerLifetime(TimeSpan.FromMinutes(1)).Within(20);", "builder.AddResilienceHandler(\"p\", b => b.AddTimeout(TimeSpan.FromSeconds(seconds))) is null ? builder : builder")]
    public Task SetByAnExtensionMember(string registration, string value) => Verify.VerifyAnalyzerAsync(RegistrationCode.Of(registration) + $$"""

        public static class Extensions
        {
            extension(IHttpClientBuilder builder)
            {
                public IHttpClientBuilder Within(int seconds) => {{value}};

                public IHttpClientBuilder Again(int seconds) => builder.ConfigureHttpClient(c => c.Timeout = TimeSpan.FromSeconds(seconds));
            }
        }
        """);
}
#endif
