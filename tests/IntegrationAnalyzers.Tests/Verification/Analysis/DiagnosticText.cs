using System.Globalization;
using Microsoft.CodeAnalysis;

namespace IntegrationAnalyzers.Tests.Verification.Analysis;

/// <summary>How a failed test shows a diagnostic: what, where, and the line it stands in.</summary>
internal static class DiagnosticText
{
    public static string Show(Diagnostic diagnostic)
    {
        var span = diagnostic.Location.GetLineSpan();
        var line = diagnostic.Location.SourceTree?.GetText().Lines[span.StartLinePosition.Line].ToString().Trim();
        return $"{diagnostic.Severity} {diagnostic.Id} {span.Path}({span.StartLinePosition.Line + 1},{span.StartLinePosition.Character + 1})-" +
            $"({span.EndLinePosition.Line + 1},{span.EndLinePosition.Character + 1}): {diagnostic.GetMessage(CultureInfo.InvariantCulture)}" +
            (line is null ? string.Empty : "\n    at: " + line);
    }
}
