using System;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IntegrationAnalyzers.Rules;

/// <summary>A bound file that a rule looks at.</summary>
/// <param name="file">The compiler's own.</param>
/// <param name="findings">Takes the diagnostics in place of the compiler, or null.</param>
internal sealed class FileContext(SemanticModelAnalysisContext file, Action<Diagnostic>? findings)
{
    public SemanticModel SemanticModel => file.SemanticModel;

    public AnalyzerOptions Options => file.Options;

    public CancellationToken CancellationToken => file.CancellationToken;

    public void ReportDiagnostic(Diagnostic diagnostic)
    {
        if (findings is null)
            file.ReportDiagnostic(diagnostic);
        else
            findings(diagnostic);
    }
}
