using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IntegrationAnalyzers.Rules;

/// <summary>An operation that a rule looks at, in its bound file.</summary>
internal readonly struct OperationContext(IOperation operation, FileContext file)
{
    public IOperation Operation { get; } = operation;

    public SemanticModel SemanticModel => file.SemanticModel;

    public AnalyzerOptions Options => file.Options;

    public CancellationToken CancellationToken => file.CancellationToken;

    public void ReportDiagnostic(Diagnostic diagnostic) => file.ReportDiagnostic(diagnostic);
}
