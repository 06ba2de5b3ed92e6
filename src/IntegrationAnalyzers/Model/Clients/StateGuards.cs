using System.Threading;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.Model.Clients;

/// <summary>Conditions on the state of an object that let code run once only.</summary>
internal static class StateGuards
{
    /// <summary>Whether such a condition stands round the place, or leaves before it.</summary>
    public static bool Before(IOperation place, SourceIndex source, CancellationToken cancellationToken)
    {
        var model = source.Model(place.Syntax.SyntaxTree);
        for (SyntaxNode? node = place.Syntax; node is not null and not MemberDeclarationSyntax; node = node.Parent)
        {
            if (node.Parent is IfStatementSyntax { Condition: { } condition } && condition != node && ReadsState(condition, model, cancellationToken))
                return true;
            if (node is not StatementSyntax || node.Parent is not BlockSyntax block)
                continue;
            foreach (var before in block.Statements)
            {
                if (before == node)
                    break;
                if (before is IfStatementSyntax { Statement: ReturnStatementSyntax or BlockSyntax { Statements: [.., ReturnStatementSyntax] } } exit &&
                    ReadsState(exit.Condition, model, cancellationToken))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool ReadsState(ExpressionSyntax condition, SemanticModel model, CancellationToken cancellationToken)
    {
        foreach (var node in condition.DescendantNodesAndSelf())
        {
            if (node is SimpleNameSyntax name && model.GetSymbolInfo(name, cancellationToken).Symbol is IFieldSymbol { IsConst: false, ContainingType.TypeKind: not TypeKind.Enum } or IPropertySymbol { Name: "BaseAddress" or "Timeout" })
                return true;
        }

        return false;
    }
}
