using System;
using System.Threading;
using Microsoft.CodeAnalysis.Text;

namespace IntegrationAnalyzers.Model.Secrets;

/// <summary>The marks by which other scanners are told that a line's secret is none.</summary>
internal static class SecretSuppression
{
    private static readonly string[] Marks = ["gitleaks:allow", "pragma: allowlist secret", "pragma: whitelist secret", "betterleaks:allow"];

    public static bool Covers(SecretCandidate candidate, CancellationToken cancellationToken) =>
        Covers(candidate.Node.SyntaxTree.GetText(cancellationToken), candidate.Span);

    public static bool Covers(SourceText text, TextSpan span)
    {
        var first = text.Lines.GetLineFromPosition(span.Start);
        var last = text.Lines.GetLineFromPosition(span.End);
        return Holds(first.ToString()) || (last.LineNumber != first.LineNumber && Holds(last.ToString()));
    }

    private static bool Holds(string line) => Array.Exists(Marks, mark => line.IndexOf(mark, StringComparison.OrdinalIgnoreCase) >= 0);
}
