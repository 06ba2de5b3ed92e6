using System.Threading.Tasks;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Timeouts.IA1003RegistrationWithoutTimeout>;

namespace IntegrationAnalyzers.Tests.Rules.Timeouts;

/// <summary>Typed clients whose constructors make sure that they were handed a client: that sets nothing.</summary>
public sealed class IA1003GuardedClientTests
{
    private static string In(string registration, string constructor) => $$"""
        using System;
        using System.Net.Http;
        using System.Threading.Tasks;
        using Microsoft.Extensions.DependencyInjection;

        public abstract class Base
        {
            protected readonly HttpClient http;

            protected Base(HttpClient client)
            {
                {{constructor}}
            }
        }

        public sealed class Rates(HttpClient client) : Base(client)
        {
            public Task<string> Read() => http.GetStringAsync("rates");
        }

        public static class Clients
        {
            public static void Register(IServiceCollection services) => services.{{registration}}<Rates>(c => c.BaseAddress = new Uri("https://api.rates.example/"));
        }
        """;

    [Theory]
    [InlineData("http = client ?? throw new ArgumentNullException(nameof(client));")]
    [InlineData("if (client == null) throw new ArgumentNullException(nameof(client)); http = client;")]
    [InlineData("if (client is null) { throw new ArgumentNullException(nameof(client), \"no client\"); } http = client;")]
    [InlineData("ArgumentNullException.ThrowIfNull(client); http = client;")]
    [InlineData("ArgumentNullException.ThrowIfNull(client, nameof(client)); http = client;")]
    public Task ChecksForNull_BrandUpSbisApiClient_Reports(string constructor) => Verify.VerifyAnalyzerAsync(In("[|AddHttpClient<Rates>|]", constructor).Replace("|]<Rates>", "|]"));

    [Theory]
    [InlineData("http = client ?? throw new ArgumentNullException(nameof(client)); http.Timeout = TimeSpan.FromSeconds(9);")]
    [InlineData("if (client == null) throw new ArgumentNullException(nameof(client)); client.Timeout = TimeSpan.FromSeconds(9); http = client;")]
    public Task ChecksForNullAndSetsTheTimeout_IsQuiet(string constructor) => Verify.VerifyAnalyzerAsync(In("AddHttpClient", constructor));
}
