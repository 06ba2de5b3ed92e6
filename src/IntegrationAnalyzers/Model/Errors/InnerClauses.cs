using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Errors;

/// <summary>What the clauses between a failure and the <c>try</c> that is asked about leave of it.</summary>
internal static class InnerClauses
{
    /// <summary>The failures that end in the clauses of the statement, or go on as something else. One that counts attempts lets the last failure out.</summary>
    /// <param name="tried">The statement.</param>
    /// <param name="always">Whether a clause counts only where its filter asks for types and nothing else.</param>
    public static FailureKinds Taken(ITryOperation tried, bool always = false)
    {
        var taken = FailureKinds.None;
        var passed = FailureKinds.None;
        foreach (var clause in tried.Catches)
        {
            if ((always && !CatchFilters.AsksForTypesAlone(clause)) || CatchFilters.CountsAttempts(clause))
                continue;
            var covered = CatchFilters.Covers(clause) & ~taken;
            if (Rethrows(clause))
                passed |= covered;
            taken |= covered;
        }

        return taken & ~passed;
    }

    /// <summary>Whether nothing of what is thrown there gets out: a clause inside takes it, or a lambda throws it later.</summary>
    /// <param name="thrown">Where it is thrown.</param>
    /// <param name="body">The body of the helper that it is thrown in, or of the <c>try</c> itself.</param>
    /// <param name="kinds">What failures it stands for.</param>
    public static bool TakeAll(IOperation thrown, IOperation body, FailureKinds kinds = FailureKinds.All)
    {
        for (var current = thrown; current != body && current.Parent is { } parent; current = parent)
        {
            if ((parent != body && parent is ILocalFunctionOperation or IAnonymousFunctionOperation) ||
                (parent is ITryOperation inner && inner.Body == current && (Taken(inner) & kinds) == kinds))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Rethrows(ICatchClauseOperation clause)
    {
        foreach (var operation in clause.Handler.Tree())
        {
            if (operation is IThrowOperation thrown &&
                (thrown.Exception is null || (thrown.Exception.Unwrap() is ILocalReferenceOperation local && CatchFilters.IsCaught(local, clause))))
            {
                return true;
            }
        }

        return false;
    }
}
