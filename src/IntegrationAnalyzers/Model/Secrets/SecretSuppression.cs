using System;
using System.Threading;

namespace IntegrationAnalyzers.Model.Secrets;

/// <summary>The marks by which other scanners are told that a line's secret is none.</summary>
internal static class SecretSuppression
{
    private static readonly string[] Marks = ["gitleaks:allow", "pragma: allowlist secret", "pragma: whitelist secret", "betterleaks:allow"];

    public static bool Covers(SecretCandidate candidate, CancellationToken cancellationToken)
    {
        var text = candidate.Node.SyntaxTree.GetText(cancellationToken);
        var first = text.Lines.GetLineFromPosition(candidate.Span.Start);
        var last = text.Lines.GetLineFromPosition(candidate.Span.End);
        return Holds(first.ToString()) || (last.LineNumber != first.LineNumber && Holds(last.ToString()));
    }

    private static bool Holds(string line) => Array.Exists(Marks, mark => line.IndexOf(mark, StringComparison.OrdinalIgnoreCase) >= 0);
}
