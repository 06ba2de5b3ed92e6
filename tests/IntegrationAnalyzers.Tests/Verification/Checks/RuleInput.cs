using System.Collections.Immutable;
using System.Linq;
using IntegrationAnalyzers.Tests.Verification.Analysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;

namespace IntegrationAnalyzers.Tests.Verification.Checks;

/// <summary>What the checks of ours run on, read from a state of the test.</summary>
internal static class RuleInput
{
    /// <summary>CS1701, CS1702: a package was built against an older assembly than the one referenced. The SDK switches them off, too.</summary>
    public static ImmutableDictionary<string, ReportDiagnostic> VersionUnification { get; } = ImmutableDictionary.CreateRange<string, ReportDiagnostic>(
        [new("CS1701", ReportDiagnostic.Suppress), new("CS1702", ReportDiagnostic.Suppress)]);

    /// <param name="inherited">Where a fixed state has what it leaves out.</param>
    public static AnalysisInput Read(SolutionState state, CompilationOptions compilationOptions, ParseOptions parseOptions, SolutionState? inherited = null)
    {
        var additional = state.AdditionalFiles.Count == 0 && inherited is not null ? inherited.AdditionalFiles : state.AdditionalFiles;
        var configs = state.AnalyzerConfigFiles.Count == 0 && inherited is not null ? inherited.AnalyzerConfigFiles : state.AnalyzerConfigFiles;
        return new(
            state.Sources.Select(Bare).ToImmutableArray(),
            additional.Select(Bare).ToImmutableArray(),
            configs.Select(static f => new TestFile(f.filename, f.content)).ToImmutableArray(),
            (inherited ?? state).AdditionalReferences.ToImmutableArray(),
            (CSharpCompilationOptions)compilationOptions,
            (CSharpParseOptions)parseOptions);
    }

    public static OutputKind OutputKindOf(SolutionState state) =>
        state.Sources.Any(static f => CSharpSyntaxTree.ParseText(Bare(f).Text).GetCompilationUnitRoot().Members.Any(static m => m is GlobalStatementSyntax))
            ? OutputKind.ConsoleApplication
            : OutputKind.DynamicallyLinkedLibrary;

    private static TestFile Bare((string Name, SourceText Content) file)
    {
        TestFileMarkupParser.GetPositionsAndSpans(file.Content.ToString(), out var code, out _, out _);
        return new(file.Name, SourceText.From(code, file.Content.Encoding));
    }
}
