using IntegrationAnalyzers.Rules.Secrets;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace IntegrationAnalyzers.CodeFixes.Editing;

/// <summary>What takes the place of a secret in a configuration file: its own name in braces, which every format takes as it is, or what its reader puts the value in for.</summary>
internal static class ConfigurationPlaceholder
{
    /// <summary>The change, or null where the text is no longer the one that was looked at, nothing may stand there or the name does not fit into every format.</summary>
    public static TextChange? Change(SourceText text, Diagnostic diagnostic)
    {
        var span = diagnostic.Location.SourceSpan;
        if (span.End > text.Length || span.IsEmpty || !diagnostic.Properties.TryGetValue(SecretProperties.Placeholder, out var placeholder) || placeholder is null || !IsPlain(placeholder))
            return null;

        return new TextChange(span, placeholder);
    }

    /// <summary>Whether nothing but a name stands between its marks.</summary>
    private static bool IsPlain(string placeholder)
    {
        for (var i = 1; i < placeholder.Length - 1; i++)
        {
            if (!char.IsLetterOrDigit(placeholder[i]) && placeholder[i] is not ('_' or '-' or '.' or ' '))
                return false;
        }

        return placeholder.Length is > 2 and <= 102;
    }
}
