using System;
using System.Linq;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.Rules.Errors;

/// <summary>Documentation of a method that says what it gives back where the call fails: <c>Returns null if the server is unreachable</c>.</summary>
internal static class DocumentedDefaults
{
    private static readonly string[] Defaults = ["null", "empty"];

    private static readonly string[] Failures = ["fail", "error", "exception", "unreachable", "unavailable", "offline", "cannot be reached"];

    public static bool Has(CatchClauseSyntax clause) =>
        clause.FirstAncestorOrSelf<MemberDeclarationSyntax>() is { } member && member.GetLeadingTrivia().Any(static trivia => Says(trivia.ToFullString()));

    private static bool Says(string comment)
    {
        // A sentence goes on in the next line; what the method throws is another matter.
        var text = comment.Replace("///", " ");
        var thrown = text.IndexOf("<exception", StringComparison.Ordinal);
        foreach (var sentence in (thrown < 0 ? text : text.Substring(0, thrown)).Split('.'))
        {
            if (Defaults.Any(sentence.ContainsIgnoreCase) && Failures.Any(sentence.ContainsIgnoreCase))
                return true;
        }

        return false;
    }
}
