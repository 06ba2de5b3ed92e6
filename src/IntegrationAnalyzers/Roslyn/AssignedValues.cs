using System.Collections.Generic;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Roslyn;

/// <summary>Every value that a local is given in its function.</summary>
internal static class AssignedValues
{
    public static IEnumerable<IOperation> Of(ILocalReferenceOperation reference, SourceIndex source, CancellationToken cancellationToken)
    {
        var local = reference.Local;
        if (local.DeclaringSyntaxReferences.Length != 1)
            yield break;

        var syntax = local.DeclaringSyntaxReferences[0].GetSyntax(cancellationToken);
        var model = reference.SemanticModel is { } own && own.SyntaxTree == syntax.SyntaxTree ? own : source.Model(syntax.SyntaxTree);
        if (syntax is VariableDeclaratorSyntax { Initializer.Value: { } initial } && model.GetOperation(initial, cancellationToken) is { } value)
            yield return value;

        // One use of a tree is enough where the text names the local once or twice; the walk binds nothing new.
        foreach (var operation in reference.Root().Tree())
        {
            if (operation is ISimpleAssignmentOperation { Target: ILocalReferenceOperation target } assignment &&
                SymbolEqualityComparer.Default.Equals(target.Local, local))
            {
                yield return assignment.Value;
            }
        }
    }
}
