using System;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.Model.Secrets;

/// <summary>Tells a key of the registry from one that opens something: <c>AccountKey</c>, where the key of Outlook's accounts is opened by it.</summary>
internal static class RegistryPaths
{
    /// <summary>Whether the text is the value of a field or local that this file names in paths of the registry and nowhere else.</summary>
    public static bool Is(SyntaxNode text, CancellationToken cancellationToken)
    {
        if (NameCarrier.ValueOf(text).Parent is not EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Identifier.ValueText: var name } } ||
            !name.EndsWith("Key", StringComparison.OrdinalIgnoreCase) || !TreeIndex.Of(text.SyntaxTree).Words.ContainsAny(RegistryApis.Words))
        {
            return false;
        }

        var found = false;
        foreach (var node in text.SyntaxTree.GetRoot(cancellationToken).DescendantNodes())
        {
            if (node is not IdentifierNameSyntax use || use.Identifier.ValueText != name)
                continue;
            if (use.FirstAncestorOrSelf<InvocationExpressionSyntax>()?.CalledText() is not { } called || !RegistryApis.TakesPath(called))
                return false;
            found = true;
        }

        return found;
    }
}
