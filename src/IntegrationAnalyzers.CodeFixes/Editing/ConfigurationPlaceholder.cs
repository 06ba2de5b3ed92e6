using IntegrationAnalyzers.Rules.Secrets;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace IntegrationAnalyzers.CodeFixes.Editing;

/// <summary>What takes the place of a secret in a configuration file: its own name in braces, which every format takes as it is.</summary>
internal static class ConfigurationPlaceholder
{
    /// <summary>The change, or null where the text is no longer the one that was looked at or the name does not fit into every format.</summary>
    public static TextChange? Change(SourceText text, Diagnostic diagnostic)
    {
        var span = diagnostic.Location.SourceSpan;
        if (span.End > text.Length || span.IsEmpty || !diagnostic.Properties.TryGetValue(SecretProperties.Name, out var name) || name is null || !IsPlain(name))
            return null;

        return new TextChange(span, "{" + name.Trim() + "}");
    }

    private static bool IsPlain(string name)
    {
        foreach (var c in name)
        {
            if (!char.IsLetterOrDigit(c) && c is not ('_' or '-' or '.' or ' '))
                return false;
        }

        return name.Trim().Length is > 0 and <= 100;
    }
}
