using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace IntegrationAnalyzers.Tests.Catalog;

/// <summary>The samples of the pages, as they are: a bad one gives its own ID and no other, a good one gives nothing.</summary>
public class PageSampleTests
{
    [Theory]
    [MemberData(nameof(RuleCatalog.Ids), MemberType = typeof(RuleCatalog))]
    public async Task BadSamples_GiveTheirIdAlone(string id)
    {
        foreach (var sample in RulePage.Samples(RuleCatalog.Rule(id), "Bad"))
            Assert.Equal([id], (await SampleRun.DiagnosticsAsync(id, sample)).Select(static d => d.Id).Distinct());
    }

    [Theory]
    [MemberData(nameof(RuleCatalog.Ids), MemberType = typeof(RuleCatalog))]
    public async Task GoodSamples_GiveNothing(string id)
    {
        foreach (var sample in RulePage.Samples(RuleCatalog.Rule(id), "Good"))
            Assert.Equal([], (await SampleRun.DiagnosticsAsync(id, sample)).Select(static d => d.ToString()));
    }
}
