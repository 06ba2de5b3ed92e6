using System;
using System.Linq;
using IntegrationAnalyzers.Apis;
using Xunit;

namespace IntegrationAnalyzers.Tests.Catalog;

/// <summary>Every row of the host table is found by a host it stands for.</summary>
public sealed class EnvironmentHostTests
{
    private static readonly string[][] Rows = Repository.Read("rules/data/environment-hosts.csv")!
        .Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(static line => line.Split(',')).ToArray();

    [Fact]
    public void EveryRow_IsFound() => Assert.All(Rows, static row =>
    {
        var host = row[0] switch
        {
            "word" => "api-" + row[1] + "2.acmepay.com",
            "part" => "x" + row[1] + "y.acmepay.com",
            "domain" => "a.b." + row[1],
            _ => row[1],
        };
        var found = EnvironmentHosts.Find(host);
        if (row[2] == "live")
            Assert.Null(found);
        else
            Assert.Equal(row[2], found?.Purpose.ToString().ToLowerInvariant());
    });

    [Fact]
    public void LiveHost_IsNoneOfTheTable() => Assert.All(
        Rows.Where(static row => row[4].Length > 0),
        static row => Assert.Null(EnvironmentHosts.Find(row[4])));

    [Fact]
    public void Table_HasDozensOfProviders() => Assert.InRange(Rows.Select(static row => row[3]).Distinct().Count(), 150, 1000);

    [Theory]
    [InlineData("api.acmepay.com")]
    [InlineData("contest.acmepay.com")]
    [InlineData("test.com")]
    [InlineData("devices.acmepay.com")]
    [InlineData("")]
    [InlineData("...")]
    public void OtherHost_IsNot(string host) => Assert.Null(EnvironmentHosts.Find(host));
}
