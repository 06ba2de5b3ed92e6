using System;
using System.IO;
using System.Linq;
using IntegrationAnalyzers.Tasks;
using Xunit;

namespace IntegrationAnalyzers.Package.Tests;

/// <summary>What the task reads and writes, without a build.</summary>
public sealed class BaselineTaskTests
{
    private const string A = "A | IA1001 | F:C | 3f9a0c12b7de44aa";
    private const string B = "B | IA1001 | F:C | 3f9a0c12b7de44aa";
    private const string C = "C | IA1001 | F:C | 3f9a0c12b7de44aa";

    [Fact]
    public void NewFile_HasAHeadAndSortedLines()
    {
        var text = BaselineLines.Read("").With(static _ => true, [C, A]);
        Assert.StartsWith("# ", text, StringComparison.Ordinal);
        Assert.EndsWith("\n\n" + A + "\n" + C + "\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void OtherProjectsLines_StayWithTheirComments()
    {
        var text = BaselineLines.Read("# ours\n\n" + A + "\n# next year\n# or never\n" + C + "\n").With(static project => project == "A", [B]);
        Assert.Equal("# ours\n\n" + B + "\n# next year\n# or never\n" + C + "\n", text);
    }

    [Fact]
    public void LineEndsOfTheFile_AreKept() =>
        Assert.Equal("# ours\r\n\r\n" + A + "\r\n" + B + "\r\n", BaselineLines.Read("\uFEFF# ours\r\n\r\n" + B + "\r\n").With(static project => project == "A", [A]));

    [Fact]
    public void Duplicates_MergeMarksAndForm_AreMended() =>
        Assert.Equal(
            "# ours\n\n" + A + "\n" + B + "\n",
            BaselineLines.Read("# ours\n\n<<<<<<< HEAD\nB|IA1001|F:C|3f9a0c12b7de44aa\n=======\n" + B + "\n>>>>>>> x\n").With(static project => project == "A", [A]));

    [Fact]
    public void WrittenTwice_IsTheSame()
    {
        var once = BaselineLines.Read("").With(static _ => true, [A, B]);
        Assert.Equal(once, BaselineLines.Read(once).With(static project => project == "A", [A]));
    }

    [Fact]
    public void Log_GivesWhatTheBaselineSuppresses()
    {
        const string Ours = """{ "kind": "inSource", "properties": { "suppressionType": "DiagnosticSuppressor { Suppression Id: IABaseline, Suppression Justification: Stands in IntegrationAnalyzers.Baseline.txt }" } }""";
        const string Pragma = """{ "kind": "inSource", "properties": { "suppressionType": "Pragma Directive" } }""";
        const string Unsaid = """{ "kind": "inSource" }""";
        var found = Read(Result("A", "error", Ours), Result("B", "note", Ours), Result("C", "error", Pragma), Result("D", "warning", Unsaid), Result("E", "warning", ""));
        Assert.Equal([new Finding("A", true), new Finding("B", false), new Finding("D", true)], found!);
    }

    [Fact]
    public void LogWithoutTheAnalyzers_IsToldApartFromOneWithoutFindings()
    {
        Assert.Empty(Read()!);
        Assert.Null(Read("IA0003", "CA2000"));
    }

    private static System.Collections.Generic.IReadOnlyCollection<Finding>? Read(params string[] results)
    {
        var rule = results is ["IA0003", var other] ? other : "IA0003";
        var file = Path.GetTempFileName();
        try
        {
            var body = rule == "IA0003" ? string.Join(",", results) : "";
            File.WriteAllText(file, $$"""{ "version": "2.1.0", "runs": [ { "results": [ {{body}} ], "tool": { "driver": { "rules": [ { "id": "{{rule}}" } ] } } } ] }""");
            return FindingsLog.Read(file);
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>With a message as hostile as a source may make it.</summary>
    private static string Result(string line, string level, string suppression) =>
        $$"""{ "ruleId": "IA1001", "level": "{{level}}", "message": { "text": "<a> \u0001 \"{{line}}\" \ud83d\ude00" }, "suppressions": [ {{suppression}} ], "properties": { "customProperties": { "0 odd": "1", "IntegrationAnalyzers.Baseline": "{{line}}" } } }""";
}
