using System.Collections.Generic;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Errors;

/// <summary>Finds where a clause throws a new exception in place of the caught one and does not hand that on inside it.</summary>
internal static class LostCauses
{
    /// <summary>
    /// The exceptions made without their cause. One that stands for a single answer (thrown where the body has looked at the caught one) is a
    /// translation and not among them.
    /// </summary>
    public static IEnumerable<IObjectCreationOperation> In(ICatchClauseOperation clause)
    {
        foreach (var operation in clause.Handler.Tree())
        {
            if (operation is IThrowOperation { Exception: { } exception } thrown && exception.Unwrap() is IObjectCreationOperation created &&
                ClauseOf(thrown) == clause && !Keeps(created, clause) && !HangsOnCaught(thrown, clause) && !NamesTheCause(created, clause))
            {
                yield return created;
            }
        }
    }

    /// <summary>A cancellation holds nothing but that time was up, and that is what the new type says.</summary>
    private static bool NamesTheCause(IObjectCreationOperation created, ICatchClauseOperation clause) =>
        FailureTypes.IsCancellation(clause.ExceptionType) &&
        (created.Type.IsOrDerivesFrom(FailureTypes.TimedOut.Namespace, FailureTypes.TimedOut.Name) || FailureTypes.IsCancellation(created.Type) || SaysTimeIsUp(created.Type));

    /// <summary>An exception of one's own: <c>ApiTimeoutError</c>.</summary>
    private static bool SaysTimeIsUp(ITypeSymbol? type) => type is not null && (type.Name.ContainsIgnoreCase("timeout") || type.Name.ContainsIgnoreCase("timedout"));

    private static IOperation? ClauseOf(IOperation thrown)
    {
        for (var parent = thrown.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is ICatchClauseOperation or IAnonymousFunctionOperation or ILocalFunctionOperation)
                return parent;
        }

        return null;
    }

    /// <summary>Whether the caught exception, or one made from it, goes into the new one: as an argument, in its initializer.</summary>
    public static bool Keeps(IOperation created, ICatchClauseOperation clause)
    {
        foreach (var inner in created.Tree())
        {
            if (inner is ILocalReferenceOperation reference && CatchFilters.IsCaught(reference, clause) &&
                (CaughtUses.Of(reference) & (CatchActs.Carries | CatchActs.WrapsWithInner)) != 0)
            {
                return true;
            }
        }

        return false;
    }

    private static bool HangsOnCaught(IOperation thrown, ICatchClauseOperation clause)
    {
        for (var current = thrown; current.Parent is { } parent && current != clause.Handler; current = parent)
        {
            var condition = parent switch
            {
                IConditionalOperation conditional when conditional.Condition != current => conditional.Condition,
                ISwitchOperation choice => choice.Value,
                ISwitchExpressionOperation choice => choice.Value,
                _ => null,
            };
            if (condition is null)
                continue;
            foreach (var asked in condition.Tree())
            {
                if (asked is ILocalReferenceOperation local && CatchFilters.IsCaught(local, clause))
                    return true;
            }
        }

        return false;
    }
}
