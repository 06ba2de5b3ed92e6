using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using IntegrationAnalyzers.Model.Baselines;
using IntegrationAnalyzers.Tests.Verification.Checks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace IntegrationAnalyzers.Tests.Verification.Analysis;

/// <summary>All rules and the suppressor over a project with a baseline, as a build runs them.</summary>
internal static class BaselineRun
{
    public const string Path = "/repo/IntegrationAnalyzers.Baseline.txt";

    /// <summary>The lines that a build which writes the baseline would write.</summary>
    public static async Task<string[]> LinesAsync(params (string Path, string Text)[] files)
    {
        var accepted = await RunAsync(null, files, "build_property.IntegrationAnalyzersBaseline = write");
        return accepted.Where(static d => d.IsSuppressed).Select(Key).Distinct().Order(System.StringComparer.Ordinal).ToArray();
    }

    public static Task<string[]> LinesAsync(string source) => LinesAsync(("/repo/Shop/Code.cs", source));

    /// <summary>What is reported with this baseline; what it suppresses is among it.</summary>
    public static Task<ImmutableArray<Diagnostic>> ReportsAsync(string baseline, params (string Path, string Text)[] files) => RunAsync(baseline, files, "");

    /// <summary>What stays to be seen with this baseline.</summary>
    public static async Task<string[]> LeftAsync(IEnumerable<string> baseline, params (string Path, string Text)[] files) =>
        (await ReportsAsync(string.Join('\n', baseline), files)).Where(static d => !d.IsSuppressed).Select(static d => d.Id).ToArray();

    public static Task<string[]> LeftAsync(IEnumerable<string> baseline, string source) => LeftAsync(baseline, ("/repo/Shop/Code.cs", source));

    public static async Task<ImmutableArray<Diagnostic>> RunAsync(string? baseline, (string Path, string Text)[] files, string globalConfig, bool concurrent = true)
    {
        var input = Input(baseline, files, globalConfig);
        return await AnalyzerRun.RunAsync(
            input.CreateCompilation(), PackageRules.All, input.CreateAnalyzerOptions(), concurrent, cancellationToken: default, reportSuppressed: true).ConfigureAwait(false);
    }

    public static AnalysisInput Input(string? baseline, (string Path, string Text)[] files, string globalConfig)
    {
        var sources = files.Where(static f => f.Path.EndsWith(".cs", System.StringComparison.Ordinal)).Select(File).ToImmutableArray();
        var others = files.Where(static f => !f.Path.EndsWith(".cs", System.StringComparison.Ordinal)).Select(File).ToImmutableArray();
        var isProgram = sources.Any(static f => CSharpSyntaxTree.ParseText(f.Text).GetCompilationUnitRoot().Members.Any(static m => m is GlobalStatementSyntax));
        return new AnalysisInput(
            sources,
            baseline is null ? others : others.Add(File((Path, baseline))),
            [File(("/repo/.globalconfig", "is_global = true\nbuild_property.ProjectDir = /repo/Shop/\n" + globalConfig + "\n"))],
            TestReferences.Default.References,
            new CSharpCompilationOptions(
                isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
                nullableContextOptions: NullableContextOptions.Enable,
                specificDiagnosticOptions: RuleInput.VersionUnification),
            new CSharpParseOptions(LanguageVersion.Latest));
    }

    public static string Key(Diagnostic diagnostic) => diagnostic.Properties[Baseline.Property]!;

    private static TestFile File((string Path, string Text) file) => new(file.Path, SourceText.From(file.Text, System.Text.Encoding.UTF8));
}
