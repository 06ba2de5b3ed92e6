using System;
using System.IO;
using System.Linq;
using IntegrationAnalyzers.Model.Secrets;
using Xunit;

namespace IntegrationAnalyzers.Tests.Model.Secrets;

/// <summary>Every row of the format table holds: it parses, its pattern matches what its shape says, and not what it does not.</summary>
public class TokenFormatTests
{
    public static TheoryData<string, string> Anchored => Rows(static f => f.Anchors.Length > 0);

    public static TheoryData<string, string> ByName => Rows(static f => f.Anchors.Length == 0);

    [Fact]
    public void Table_HasNoRowTwice() =>
        Assert.Empty(TokenFormats.Instance.All.GroupBy(static f => (f.Provider, f.Name)).Where(static g => g.Count() > 1).Select(static g => g.Key));

    [Fact]
    public void Table_NamesKnownChecks() =>
        Assert.All(TokenFormats.Instance.All, static f => Assert.True(TokenChecks.IsKnown(f.Check), f.Provider + ": " + f.Check));

    [Fact]
    public void Table_HasMoreThanSixtyProviders() =>
        Assert.InRange(TokenFormats.Instance.All.Where(static f => f.Anchors.Length > 0).Select(static f => f.Provider).Distinct().Count(), 100, 1000);

    [Theory]
    [MemberData(nameof(Anchored))]
    public void Sample_IsFoundInText(string provider, string name)
    {
        var format = Row(provider, name);
        for (var seed = 1; seed <= 5; seed++)
        {
            var sample = TokenSample.Of(format, seed);
            var match = TokenFormats.Instance.Find("x = '" + sample + "' ;");
            Assert.True(match is not null, "not found: " + sample);
            Assert.False(match.Value.ChecksumFailed);
            Assert.InRange(match.Value.Start, 0, 5 + sample.Length);
            Assert.Equal(format.Severity >= TokenSeverity.Low, match.Value.Format.Severity >= TokenSeverity.Low);
        }
    }

    [Theory]
    [MemberData(nameof(Anchored))]
    public void Sample_WithoutItsAnchor_IsNotOfTheFormat(string provider, string name)
    {
        var format = Row(provider, name);
        var sample = TokenSample.Of(format);
        foreach (var anchor in format.Anchors)
            sample = sample.Replace(anchor, "~~" + anchor[2..], StringComparison.Ordinal);
        Assert.NotSame(format, TokenFormats.Instance.Find("x = '" + sample + "' ;")?.Format);
    }

    [Theory]
    [MemberData(nameof(Anchored))]
    public void Anchor_Alone_IsQuiet(string provider, string name) =>
        Assert.All(Row(provider, name).Anchors, static anchor => Assert.Null(TokenFormats.Instance.Find("the prefix " + anchor + " stands for a key")));

    [Theory]
    [MemberData(nameof(ByName))]
    public void Pattern_MatchesItsShapeWhole(string provider, string name)
    {
        var format = Row(provider, name);
        Assert.Matches(format.Regex, ShapeSample.From(format.Pattern, 1));
    }

    [Theory]
    [InlineData("A,b,token,high,abc_,,abc_[0-9]{4}")]
    [InlineData("A,b,thing,high,abc_,,abc_[0-9]{4},,")]
    [InlineData("A,b,token,urgent,abc_,,abc_[0-9]{4},,")]
    [InlineData("A,b,token,high,ab,,ab[0-9]{4},,")]
    [InlineData("A,b,token,high,,,ab[0-9]{4},,")]
    [InlineData("A,b,token,high,abc_,x,abc_[0-9]{4},,")]
    public void BrokenRow_IsRefused(string row) =>
        Assert.ThrowsAny<Exception>(() => TokenFormatFile.Read(new StringReader(TokenFormatFile.Header + "\n" + row + "\n")));

    [Fact]
    public void Row_IsAllThatANewProviderTakes()
    {
        var format = TokenFormatFile.Read(new StringReader(TokenFormatFile.Header + "\nAcme,\"Key, live\",token,high,acme_[lr]k_,,\"\\bacme_[lr]k_[0-9a-f]{20,24}\\b\",,\n")).Single();
        Assert.Equal("acme_lk_ acme_rk_", string.Join(" ", format.Anchors));
        Assert.Equal("Key, live", format.Name);
        Assert.Matches(format.Regex, TokenSample.Of(format));
    }

    private static TokenFormat Row(string provider, string name) => TokenFormats.Instance.All.Single(f => f.Provider == provider && f.Name == name);

    private static TheoryData<string, string> Rows(Func<TokenFormat, bool> which)
    {
        var rows = new TheoryData<string, string>();
        foreach (var format in TokenFormats.Instance.All.Where(which))
            rows.Add(format.Provider, format.Name);
        return rows;
    }
}
