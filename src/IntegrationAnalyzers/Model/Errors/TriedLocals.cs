using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Errors;

/// <summary>What a local holds that a <c>try</c> and its clauses give values.</summary>
internal static class TriedLocals
{
    public static bool IsAssignedIn(IOperation scope, ILocalSymbol local)
    {
        foreach (var operation in scope.Tree())
        {
            if (operation is IAssignmentOperation { Target: ILocalReferenceOperation { Local: var target } } && target.IsSame(local))
                return true;
        }

        return false;
    }

    /// <summary>Whether the statement gives a local something that is not written here, and what the method returns behind it is made of that.</summary>
    public static bool AreContentBehind(CatchShape shape)
    {
        if (Behind(shape.Try) is not { } returned || WrittenTexts.Are(returned.Unwrap()))
            return false;
        foreach (var operation in returned.Tree())
        {
            if (operation is ILocalReferenceOperation { Local: var local } && FirstGiven(shape.Try.Body, local) is { } given && !WrittenTexts.Are(given))
                return true;
        }

        return false;
    }

    /// <summary>What the method returns in a statement behind, in the same block or one round it.</summary>
    public static IOperation? Behind(ITryOperation tried)
    {
        for (IOperation current = tried; current.Parent is { } parent and not IAnonymousFunctionOperation and not ILocalFunctionOperation; current = parent)
        {
            if (parent is not IBlockOperation block)
                continue;
            for (var i = block.Operations.IndexOf(current) + 1; i > 0 && i < block.Operations.Length; i++)
            {
                if (block.Operations[i] is IReturnOperation { ReturnedValue: { } returned })
                    return returned;
            }
        }

        return null;
    }

    /// <summary>The first value that the local is given in the scope.</summary>
    public static IOperation? FirstGiven(IOperation scope, ILocalSymbol local)
    {
        foreach (var operation in scope.Tree())
        {
            var given = operation switch
            {
                IVariableDeclaratorOperation { Symbol: var declared } declarator when declared.IsSame(local) => declarator.GetVariableInitializer()?.Value,
                ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local: var target } } assignment when target.IsSame(local) => assignment.Value,
                _ => null,
            };
            if (given is not null)
                return given.Unwrap();
        }

        return null;
    }

    /// <summary>
    /// A list that the <c>try</c> adds to, an object whose members it sets: what is left is a part, and looks like the whole. What is filled elsewhere too has
    /// more in it than failed.
    /// </summary>
    public static Certainty IsFilledIn(IOperation scope, ILocalSymbol local, ITryOperation tried)
    {
        var found = Certainty.No;
        foreach (var operation in tried.Root().Tree())
        {
            if (operation is not ILocalReferenceOperation { Local: var used } reference || !used.IsSame(local) || !Fills(reference))
                continue;
            if (!scope.Syntax.Span.Contains(reference.Syntax.Span))
                return Certainty.Unknown;
            found = Certainty.Yes;
        }

        return found;
    }

    private static bool Fills(ILocalReferenceOperation reference) => reference.Parent switch
    {
        IInvocationOperation { TargetMethod.Name: var name } call => call.Instance == reference && name.StartsWith("Add", System.StringComparison.Ordinal),
        IPropertyReferenceOperation { Parent: IAssignmentOperation assignment } member => assignment.Target == member,
        _ => false,
    };
}
