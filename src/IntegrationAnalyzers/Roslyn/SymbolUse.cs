using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Roslyn;

/// <summary>One place where a symbol is named.</summary>
internal readonly record struct SymbolUse(SimpleNameSyntax Name, SemanticModel Model)
{
    /// <summary>The assignment that gives the symbol a value here, by syntax alone: nothing is bound; null where it is only read.</summary>
    public AssignmentExpressionSyntax? Assignment
    {
        get
        {
            SyntaxNode target = Name.Parent is MemberAccessExpressionSyntax access && access.Name == Name ? access : Name;
            return target.Parent is AssignmentExpressionSyntax assignment && assignment.Left == target ? assignment : null;
        }
    }

    /// <summary>The reference as an operation; null inside <c>nameof</c>, attributes and documentation.</summary>
    public IOperation? Operation(CancellationToken cancellationToken)
    {
        // this.x, other.x and x?.y bind at the member access that holds the name.
        SyntaxNode node = Name;
        if (node.Parent is MemberAccessExpressionSyntax access && access.Name == node)
            node = access;
        else if (node.Parent is MemberBindingExpressionSyntax binding && binding.Name == node)
            node = binding;

        if (node.Parent is InvocationExpressionSyntax invocation && invocation.Expression == node &&
            Model.GetOperation(invocation, cancellationToken) is { } call)
        {
            return call;
        }

        return Model.GetOperation(node, cancellationToken);
    }

    /// <summary>The value that the symbol is given here; null where it is only read.</summary>
    public IOperation? Assigned(CancellationToken cancellationToken) =>
        Operation(cancellationToken) is { Parent: IAssignmentOperation assignment } target && assignment.Target == target ? assignment.Value : null;
}
