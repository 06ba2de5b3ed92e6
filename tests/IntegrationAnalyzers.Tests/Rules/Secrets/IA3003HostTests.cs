using System.Linq;
using System.Threading.Tasks;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Secrets.IA3003EndpointInSource>;

namespace IntegrationAnalyzers.Tests.Rules.Secrets;

/// <summary>Which hosts are out on the network.</summary>
public sealed class IA3003HostTests
{
    [Theory]
    [InlineData("rates rates.local rates.internal rates.lan rates.intranet rates.corp rates.home rates.svc.cluster.local", false)]
    // learnerIgor/HotelBooking: the services of a compose file.
    [InlineData("rates.api rates.service rates.service.consul rates.svc rates.db rates.docker rates.private rates.localdomain", false)]
    [InlineData("rates.example rates.test rates.invalid example.com rates.example.com rates.example.net rates.example.org", false)]
    [InlineData("contoso.com rates.contoso.io fabrikam.com rates.fabrikam.net yourdomain.com rates.yourdomain.com mydomain.com rates.mydomain.io", false)]
    [InlineData("10.1.2.3 172.16.0.4 172.31.0.4 192.168.0.4 169.254.169.254 [fe80::1] [fd00::1] 0.0.0.0", false)]
    [InlineData("rates.services rates.app rates.cloud rates.host rates.api.io rates.land rates.home.io rates.corp.io rates.examples.com example.io rates.contoso2.com ourdomain.com", true)]
    [InlineData("11.1.2.3 172.15.0.4 172.32.0.4 192.169.0.4 169.253.0.4 [2a00::1]", true)]
    public Task HostOfTheOwnNetworkOrAnExample_IsQuiet(string hosts, bool isReported) => Verify.VerifyAnalyzerAsync($$"""
        class Rates(System.Net.Http.HttpClient http)
        {
            {{string.Join("\n    ", hosts.Split(' ').Select((host, i) =>
                $"public System.Threading.Tasks.Task<string> Get{i}() => http.GetStringAsync({(isReported ? $"[|\"https://{host}/latest\"|]" : $"\"https://{host}/latest\"")});"))}}
        }
        """);
}
