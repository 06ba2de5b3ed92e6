using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using IntegrationAnalyzers.Tests.Verification;
using IntegrationAnalyzers.Tests.Verification.Analysis;
using IntegrationAnalyzers.Tests.Verification.Checks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace IntegrationAnalyzers.Tests.Catalog;

/// <summary>Compiles a page's sample as a file of a new project and runs every rule on it.</summary>
internal static class SampleRun
{
    /// <summary>What the languages of the fenced blocks may be.</summary>
    public static readonly ImmutableArray<string> Languages = ImmutableArray.Create("csharp", "editorconfig", "json", "baseline", "vocabulary");

    /// <summary>The namespaces that a new console project imports.</summary>
    private const string ImplicitUsings =
        """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private static readonly CSharpParseOptions Parse = new(LanguageVersion.Latest);

    /// <summary>The compiler's errors, or else what the rules report: each as it is by default, and the page's own on.</summary>
    public static async Task<ImmutableArray<Diagnostic>> DiagnosticsAsync(string id, (string Language, string Text) sample)
    {
        var isConfig = sample.Language == "editorconfig";
        var beside = sample.Language switch
        {
            "json" => "/appsettings.json",
            "baseline" => "/IntegrationAnalyzers.Baseline.txt",
            "vocabulary" => "/IntegrationAnalyzers.Apis.txt",
            _ => null,
        };
        var source = isConfig || beside is not null ? "public sealed class Empty;" : sample.Text;
        var isProgram = CSharpSyntaxTree.ParseText(source, Parse).GetRoot().ChildNodes().OfType<GlobalStatementSyntax>().Any();
        var input = new AnalysisInput(
            ImmutableArray.Create(File("/ImplicitUsings.cs", ImplicitUsings), File("/Sample.cs", source)),
            beside is not null ? ImmutableArray.Create(File(beside, sample.Text)) : ImmutableArray<TestFile>.Empty,
            isConfig ? ImmutableArray.Create(File("/.editorconfig", sample.Text)) : ImmutableArray<TestFile>.Empty,
            TestReferences.Default.References,
            new CSharpCompilationOptions(
                isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
                nullableContextOptions: NullableContextOptions.Enable,
                specificDiagnosticOptions: RuleInput.VersionUnification.AddRange(OffBut(id))),
            Parse);
        var compilation = input.CreateCompilation();
        var errors = compilation.GetDiagnostics().Where(static d => d.Severity == DiagnosticSeverity.Error).ToImmutableArray();
        return errors.IsEmpty ? await AnalyzerRun.RunAsync(compilation, PackageRules.All, input.CreateAnalyzerOptions()) : errors;
    }

    /// <summary>A run of tests switches on what is off by default, unless it is told otherwise.</summary>
    private static IEnumerable<KeyValuePair<string, ReportDiagnostic>> OffBut(string id) =>
        RuleCatalog.Rules
            .Where(rule => !rule.Descriptor.IsEnabledByDefault && rule.Id != id)
            .Select(static rule => KeyValuePair.Create(rule.Id, ReportDiagnostic.Suppress));

    private static TestFile File(string path, string text) => new(path, SourceText.From(text));
}
