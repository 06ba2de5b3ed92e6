using System.Threading.Tasks;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.ConfiguredVerifier<IntegrationAnalyzers.Rules.Timeouts.IA1001ClientWithoutTimeout, IntegrationAnalyzers.Tests.Rules.Timeouts.ClientPerCallOff>;

namespace IntegrationAnalyzers.Tests.Rules.Timeouts;

/// <summary>What the page lists under <em>Known gaps</em>; each is to be reported one day.</summary>
public sealed class IA1001KnownGapTests
{
    [Fact(Skip = "Known gap: A client that is put into a list or dictionary is unknown")]
    public Task ClientsByName_Report() => Verify.VerifyAnalyzerAsync("""
        using System.Collections.Generic;
        using System.Net.Http;
        using System.Threading.Tasks;

        class Clients
        {
            private readonly Dictionary<string, HttpClient> _clients = new() { ["rates"] = [|new HttpClient()|] };

            public Task<string> Get(string url) => _clients["rates"].GetStringAsync(url);
        }
        """);

    [Fact(Skip = "Known gap: A client put into a container counts as bounded wherever a class sets the timeout of the client it is handed, also where that is a typed client with one of its own")]
    public Task ContainerBesideATypedClient_Reports() => Verify.VerifyAnalyzerAsync("""
        using System;
        using System.Net.Http;
        using Microsoft.Extensions.DependencyInjection;

        class RatesClient
        {
            public RatesClient(HttpClient http) => http.Timeout = TimeSpan.FromSeconds(5);
        }

        class Startup
        {
            public void Add(IServiceCollection services)
            {
                services.AddHttpClient<RatesClient>();
                services.AddSingleton(_ => [|new HttpClient()|]);
            }
        }
        """);
}
