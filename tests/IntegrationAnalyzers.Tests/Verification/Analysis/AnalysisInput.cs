using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace IntegrationAnalyzers.Tests.Verification.Analysis;

/// <summary>A file of a test, as the compiler gets it: without markup.</summary>
internal readonly record struct TestFile(string Path, SourceText Text);

/// <summary>Everything one compilation and its analyzers read. Needs no Workspaces.</summary>
internal sealed record AnalysisInput(
    ImmutableArray<TestFile> Sources,
    ImmutableArray<TestFile> AdditionalFiles,
    ImmutableArray<TestFile> ConfigFiles,
    ImmutableArray<MetadataReference> References,
    CSharpCompilationOptions CompilationOptions,
    CSharpParseOptions ParseOptions)
{
    public AnalysisInput WithSources(IEnumerable<TestFile> sources) => this with { Sources = sources.ToImmutableArray() };

    public CSharpCompilation CreateCompilation()
    {
        var trees = Sources.Select(file => CSharpSyntaxTree.ParseText(file.Text, ParseOptions, file.Path));
        var options = CompilationOptions.WithSyntaxTreeOptionsProvider(ConfigFiles.IsEmpty ? null : new ConfigSeverities(ConfigSet()));
        return (CSharpCompilation)BoundReferences.Get(References, CompilationOptions).AddSyntaxTrees(trees).WithOptions(options);
    }

    public AnalyzerOptions CreateAnalyzerOptions() =>
        new(
            AdditionalFiles.Select(AdditionalText (file) => new TextOfFile(file)).ToImmutableArray(),
            new ConfigOptions(ConfigSet()));

    private AnalyzerConfigSet ConfigSet() =>
        AnalyzerConfigSet.Create(ConfigFiles.Select(file => AnalyzerConfig.Parse(file.Text, file.Path)).ToImmutableArray());

    private sealed class TextOfFile(TestFile file) : AdditionalText
    {
        public override string Path => file.Path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => file.Text;
    }
}
