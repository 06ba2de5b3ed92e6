using System;
using System.Linq;
using System.Text;
using IntegrationAnalyzers.Model.Baselines;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace IntegrationAnalyzers.Tests.Model.Baselines;

public sealed class BaselineFileTests
{
    private const string Entry = "Shop | IA1001 | F:Shop.Rates.Client | 3f9a0c12b7de44aa";

    [Theory]
    [InlineData(Entry)]
    [InlineData("\uFEFF" + Entry + "\r\n")]
    [InlineData("# comment\r\n\r\n   " + Entry + "\t\r\n")]
    [InlineData("Shop|IA1001|F:Shop.Rates.Client|3f9a0c12b7de44aa")]
    public void Entry_IsRead(string text)
    {
        var file = Read(text);
        Assert.Empty(file.Mistakes);
        Assert.Equal(Entry, Assert.Single(file.Entries).Key);
    }

    [Theory]
    [InlineData("IA1001", "not of the form")]
    [InlineData("a | b | c", "not of the form")]
    [InlineData(Entry + " | more", "not of the form")]
    [InlineData(" | IA1001 | F:C | 3f9a0c12b7de44aa", "no project")]
    [InlineData("Shop | CA1001 | F:C | 3f9a0c12b7de44aa", "'CA1001' is no rule's ID")]
    [InlineData("Shop | IA1001 |  | 3f9a0c12b7de44aa", "no symbol")]
    [InlineData("Shop | IA1001 | F:C | 3f9a0c12b7de44a", "no fingerprint")]
    [InlineData("Shop | IA1001 | F:C | 3F9A0C12B7DE44AA", "no fingerprint")]
    [InlineData("Shop | IA1001 | F:C | 3f9a0c12b7de44aa-0", "no fingerprint")]
    [InlineData("Shop | IA1001 | F:C | 3f9a0c12b7de44aa-", "no fingerprint")]
    [InlineData("Shop | IA1001 | F:C | 3f9a0c12b7de44aa2", "no fingerprint")]
    [InlineData("<<<<<<< HEAD", "merge")]
    [InlineData("=======", "merge")]
    [InlineData("\0\u0001\u0002", "not of the form")]
    public void BrokenLine_IsAMistakeAtItsPlace(string line, string message)
    {
        var file = Read("# head\n" + line + "\n");
        var mistake = Assert.Single(file.Mistakes);
        Assert.Contains(message, mistake.Message);
        Assert.Equal(1, file.Text.Lines.GetLinePosition(mistake.Span.Start).Line);
        Assert.Empty(file.Entries);
    }

    [Fact]
    public void Duplicate_NamesTheFirst()
    {
        var file = Read("#\n" + Entry + "\n\n  " + Entry.Replace(" ", "") + "\n");
        Assert.Single(file.Entries);
        Assert.Equal("line 2 says the same", Assert.Single(file.Mistakes).Message);
    }

    [Fact]
    public void OtherFileOfTheName_StopsAfterAHundredLines()
    {
        var noise = new Random(7);
        var text = new StringBuilder();
        for (var i = 0; i < 300_000; i++)
            text.Append((char)noise.Next(1, 0xD7FF)).Append(i % 50 == 0 ? "\n" : "");
        var file = Read(text.ToString());
        Assert.Equal(ListFile.MaxMistakes + 1, file.Mistakes.Length);
    }

    [Fact]
    public void LongLine_IsAMistakeAndNotCopied() => Assert.Contains("longer", Assert.Single(Read(new string('a', 1_000_000)).Mistakes).Message);

    [Fact]
    public void HugeFile_IsRead()
    {
        var text = string.Concat(Enumerable.Range(0, 50_000).Select(static i => $"Shop | IA1001 | F:Shop.Rates.Client{i} | 3f9a0c12b7de44aa\n"));
        Assert.Equal(50_000, Read(text).Entries.Length);
    }

    [Theory]
    [InlineData("IntegrationAnalyzers.Baseline.txt", true)]
    [InlineData("/repo/integrationanalyzers.baseline.TXT", true)]
    [InlineData(@"C:\repo\IntegrationAnalyzers.Baseline.txt", true)]
    [InlineData("/repo/Old.IntegrationAnalyzers.Baseline.txt", false)]
    [InlineData("/repo/Baseline.txt", false)]
    [InlineData(null, false)]
    public void Name_DecidesWhatIsABaseline(string? path, bool expected) => Assert.Equal(expected, BaselineFile.IsNamed(path));

    private static BaselineFile Read(string text) => BaselineFile.Read("/repo/" + BaselineFile.Name, SourceText.From(text));
}
