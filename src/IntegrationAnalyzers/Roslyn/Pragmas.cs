using System;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.Roslyn;

/// <summary>What <c>#pragma warning disable</c> says of a place.</summary>
internal static class Pragmas
{
    /// <summary>Whether one of the warnings is switched off by name where the node begins.</summary>
    public static bool Disable(SyntaxNode node, string[] ids, CancellationToken cancellationToken) => Disable(node, ids, 0, cancellationToken);

    /// <summary>Whether one of them is switched off for the place alone, within the member that it stands in, and not for the file.</summary>
    public static bool DisableHere(SyntaxNode node, string[] ids, CancellationToken cancellationToken) =>
        node.FirstAncestorOrSelf<MemberDeclarationSyntax>() is (BaseMethodDeclarationSyntax or BasePropertyDeclarationSyntax) and var member && Disable(node, ids, member.SpanStart, cancellationToken);

    private static bool Disable(SyntaxNode node, string[] ids, int start, CancellationToken cancellationToken)
    {
        var words = TreeIndex.Of(node.SyntaxTree).Words;
        if (!words.Contains("pragma") || !Array.Exists(ids, id => words.Contains(id)))
            return false;

        var isDisabled = false;
        for (var directive = ((CSharpSyntaxNode)node.SyntaxTree.GetRoot(cancellationToken)).GetFirstDirective(); directive is not null && directive.SpanStart < node.SpanStart; directive = directive.GetNextDirective())
        {
            if (directive is not PragmaWarningDirectiveTriviaSyntax { IsActive: true } pragma || pragma.SpanStart < start)
                continue;
            foreach (var code in pragma.ErrorCodes)
            {
                if (code is IdentifierNameSyntax { Identifier.ValueText: var id } && Array.IndexOf(ids, id) >= 0)
                    isDisabled = pragma.DisableOrRestoreKeyword.ValueText == "disable";
            }
        }

        return isDisabled;
    }
}
