using System.Threading;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
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
            if (node is IdentifierNameSyntax && !IsTurnedOff(node))
                return true;
        }

        return false;
    }

    private static bool IsTurnedOff(SyntaxNode name)
    {
        var target = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name;
        return target.Parent is AssignmentExpressionSyntax { Right.RawKind: (int)SyntaxKind.FalseLiteralExpression } assignment && assignment.Left == target;
    }
}
