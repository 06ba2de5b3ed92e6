using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.Roslyn;

/// <summary>Local functions by name and place, before anything is bound.</summary>
internal static class LocalFunctions
{
    /// <summary>Whether an unqualified name may be a local function's: a block round the node, or the program, declares it.</summary>
    public static bool MayBe(string name, SyntaxNode use, SourceIndex source)
    {
        if (!AnyIn(use.SyntaxTree, name, source))
            return false;

        for (var parent = use.Parent; parent is not null and not MemberDeclarationSyntax { Parent: TypeDeclarationSyntax }; parent = parent.Parent)
        {
            switch (parent)
            {
                case BlockSyntax block when Declares(block.Statements, name):
                case LocalFunctionStatementSyntax local when local.Identifier.ValueText == name:
                    return true;
                case CompilationUnitSyntax unit:
                    foreach (var member in unit.Members)
                    {
                        if (member is GlobalStatementSyntax { Statement: LocalFunctionStatementSyntax topLevel } && topLevel.Identifier.ValueText == name)
                            return true;
                    }

                    break;
            }
        }

        return false;
    }

    // Most files have none: what stands round each call need not be looked at then.
    private static bool AnyIn(SyntaxTree tree, string name, SourceIndex source)
    {
        foreach (var node in source.Nodes(tree, CancellationToken.None).Of(SyntaxKind.LocalFunctionStatement))
        {
            if (((LocalFunctionStatementSyntax)node).Identifier.ValueText == name)
                return true;
        }

        return false;
    }

    private static bool Declares(SyntaxList<StatementSyntax> statements, string name)
    {
        foreach (var statement in statements)
        {
            if (statement is LocalFunctionStatementSyntax local && local.Identifier.ValueText == name)
                return true;
        }

        return false;
    }
}
