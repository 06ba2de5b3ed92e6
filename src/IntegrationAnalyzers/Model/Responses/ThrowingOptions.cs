using System.Threading;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.Model.Responses;

/// <summary>Settings by which RestSharp throws after all.</summary>
internal static class ThrowingOptions
{
    /// <summary>Whether any client may have the setting: its name stands somewhere in code, and not only to be turned off.</summary>
    public static bool MayBeOn(string name, SourceIndex source, CancellationToken cancellationToken)
    {
        foreach (var node in source.NodesWith(name, name, cancellationToken))
        {
            if (node is IdentifierNameSyntax option && SymbolUse.AssignmentOf(option) is not { Right.RawKind: (int)SyntaxKind.FalseLiteralExpression })
                return true;
        }

        return false;
    }
}
