using System.Linq;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace IntegrationAnalyzers.Tests.Roslyn;

public sealed class TextWordsTests
{
    [Fact]
    public void FindsWholeWordsOnly()
    {
        var words = Read("var client = new HttpClient(); // größe_1");
        Assert.True(words.Contains("HttpClient"));
        Assert.True(words.Contains("größe_1"));
        Assert.False(words.Contains("Http"));
        Assert.False(words.Contains("HttpClients"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("();{}")]
    [InlineData("\uD800\uDC00\uD800")]
    public void EmptyAndBrokenText_HasNoWord(string text) => Assert.False(Read(text).Contains("x"));

    [Theory]
    [InlineData(4090)]
    [InlineData(4095)]
    [InlineData(4096)]
    [InlineData(8190)]
    public void WordAcrossTheBuffersEdge_IsOneWord(int before)
    {
        var text = new string(' ', before) + "HttpClient";
        Assert.True(Read(text).Contains("HttpClient"));
        Assert.True(Read(text + ";").Contains("HttpClient"));
        Assert.Equal([before], TextWords.PositionsOf("HttpClient", SourceText.From(text), new TextSpan(0, text.Length)));
    }

    [Fact]
    public void Positions_AreThoseOfWholeWordsWithinTheSpan()
    {
        var text = SourceText.From("url urls url _url (url)");
        Assert.Equal([0, 9, 19], TextWords.PositionsOf("url", text, new TextSpan(0, text.Length)));
        Assert.Equal([9], TextWords.PositionsOf("url", text, new TextSpan(4, 12)));
    }

    [Fact]
    public void PositionsAcrossChunks_AreFoundOnce()
    {
        // Words of every phase against the edges of the chunks the text is searched in.
        var text = string.Concat(Enumerable.Repeat("url xurl urlx ", 5000));
        var expected = Enumerable.Range(0, 5000).Select(static i => i * 14);
        Assert.Equal(expected, TextWords.PositionsOf("url", SourceText.From(text), new TextSpan(0, text.Length)));
        Assert.Equal(expected.Select(static p => p + 1), TextWords.PositionsOf("url", SourceText.From(" " + text), new TextSpan(0, text.Length + 1)));
        Assert.Equal(expected.Select(static p => p + 2), TextWords.PositionsOf("url", SourceText.From("  " + text), new TextSpan(0, text.Length + 2)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4090)]
    [InlineData(4096)]
    public void Calls_AreWordsThatAListFollows(int before)
    {
        var text = SourceText.From(new string(' ', before) + "Send(a, b.Get<T>(), c.Wait ()); Group; d.e = f\n(g)");
        var called = TextWords.ReadWithCalls(text).Called;
        foreach (var name in new[] { "Send", "Get", "Wait", "f" })
            Assert.True(called.ContainsAny([TextWords.Hash(name)]), name);
        foreach (var other in new[] { "a", "b", "T", "c", "Group", "d", "e", "g" })
            Assert.False(called.ContainsAny([TextWords.Hash(other)]), other);
    }

    [Fact]
    public void CallsOfASpan_AreThoseThatStandInIt()
    {
        var text = SourceText.From("A(); B(); C();");
        var called = TextWords.ReadWithCalls(text).Called;
        var span = new TextSpan(5, 4);
        Assert.True(called.ContainsAny([TextWords.Hash("B")], span));
        Assert.False(called.ContainsAny([TextWords.Hash("A")], span));
        Assert.False(called.ContainsAny([TextWords.Hash("C")], span));
    }

    [Fact]
    public void ManyWords_AreAllFoundAndNoOthers()
    {
        var words = Read(string.Join(" ", Enumerable.Range(0, 60_000).Select(i => "w" + i)));
        Assert.All(Enumerable.Range(0, 60_000), i => Assert.True(words.Contains("w" + i)));
        Assert.All(Enumerable.Range(60_000, 1000), i => Assert.False(words.Contains("w" + i)));
        Assert.False(Read("a b").Contains("w1"));
    }

    [Fact]
    public void ContainsAny_AgreesForSmallAndLargeSets()
    {
        var words = Read(string.Join(" ", Enumerable.Range(0, 200).Select(i => "w" + i)));
        Assert.True(words.ContainsAny([TextWords.Hash("w7")]));
        Assert.False(words.ContainsAny([TextWords.Hash("x7")]));
        Assert.True(words.ContainsAny([.. Enumerable.Range(199, 300).Select(i => TextWords.Hash("w" + i))]));
        Assert.False(words.ContainsAny([.. Enumerable.Range(200, 300).Select(i => TextWords.Hash("w" + i))]));
    }

    private static TextWords Read(string text) => TextWords.Read(SourceText.From(text), new TextSpan(0, text.Length));
}
