using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IntegrationAnalyzers.Rules;

/// <summary>A node that a rule looks at, in its bound file.</summary>
internal readonly struct NodeContext(SyntaxNode node, FileContext file)
{
    public SyntaxNode Node { get; } = node;

    public SemanticModel SemanticModel => file.SemanticModel;

    public AnalyzerOptions Options => file.Options;

    public CancellationToken CancellationToken => file.CancellationToken;

    public void ReportDiagnostic(Diagnostic diagnostic) => file.ReportDiagnostic(diagnostic);
}
