using System.Collections.Generic;
using System.Linq;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Errors;

/// <summary>A new exception that does not have the caught one inside.</summary>
/// <param name="Place">What is thrown: its creation, or the call of what makes it.</param>
/// <param name="Type">Its type.</param>
/// <param name="QuotesAll">Whether its text holds the whole of the caught one, with its stack and what is inside: who reads the log has it, code has not.</param>
internal readonly record struct LostCause(IOperation Place, ITypeSymbol Type, bool QuotesAll);

/// <summary>Finds where a clause throws a new exception in place of the caught one and does not hand that on inside it.</summary>
internal static class LostCauses
{
    /// <summary>
    /// The exceptions made without their cause. One that stands for a single answer (thrown where the body has looked at the caught one) is a
    /// translation and not among them.
    /// </summary>
    public static IEnumerable<LostCause> In(ICatchClauseOperation clause, SourceIndex source, CancellationToken cancellationToken)
    {
        foreach (var operation in clause.Handler.Tree())
        {
            if (operation is not IThrowOperation { Exception: { } exception } thrown || ClauseOf(thrown) != clause || IsOfAMissingValue(thrown, clause) ||
                InnerClauses.TakeAll(thrown, clause.Handler) || HangsOnCaught(thrown, clause))
            {
                continue;
            }

            var chosen = Chosen(exception.Unwrap());
            var place = chosen is ILocalReferenceOperation kept ? MadeBefore(kept, clause, source, cancellationToken) : chosen;
            if (place is not null && Made(place, clause, source, cancellationToken) is { Type: { } type } made && !NamesTheCause(made, clause))
                yield return new LostCause(place, type, QuotesAll(made, clause));
        }
    }

    /// <summary><c>ex.StatusCode switch { NotFound => new OrderNotFoundException(), _ => new ApiException(ex.Message) }</c>: the one that is thrown for all the rest.</summary>
    private static IOperation? Chosen(IOperation thrown)
    {
        switch (thrown)
        {
            case ISwitchExpressionOperation choice:
                foreach (var arm in choice.Arms)
                {
                    if (arm is { Pattern: IDiscardPatternOperation, Guard: null })
                        return Chosen(arm.Value.Unwrap());
                }

                return null;
            case IConditionalOperation { WhenFalse: { } otherwise } choice:
                return choice.Condition is IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals } or IIsPatternOperation { Pattern: IConstantPatternOperation or IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } }
                    ? Chosen(otherwise.Unwrap())
                    : null;
            default:
                return thrown;
        }
    }

    /// <summary><c>var error = new ApiException("…"); …; throw error;</c>: what the clause makes, where nothing is put into it afterwards.</summary>
    private static IOperation? MadeBefore(ILocalReferenceOperation kept, ICatchClauseOperation clause, SourceIndex source, CancellationToken cancellationToken)
    {
        if (ValueOrigin.Of(kept, source, cancellationToken) is not IObjectCreationOperation made || !clause.Handler.Syntax.Span.Contains(made.Syntax.Span))
            return null;
        foreach (var operation in clause.Handler.Tree())
        {
            if (operation is ILocalReferenceOperation use && use.Local.IsSame(kept.Local) && use.Wrapped().Parent is not IThrowOperation && (CaughtUses.Of(use) & CatchActs.Logs) == 0)
                return null;
        }

        return made;
    }

    /// <summary>The exception made without the cause: here, or by a method of this compilation that makes one and leaves out what it is handed.</summary>
    private static IObjectCreationOperation? Made(IOperation thrown, ICatchClauseOperation clause, SourceIndex source, CancellationToken cancellationToken)
    {
        if (thrown is IObjectCreationOperation created)
            return Keeps(created, clause) ? null : created;
        return thrown is IInvocationOperation { TargetMethod: var method } && source.IsSource(method) && source.BodyBehind(method, cancellationToken) is { } body &&
            body.OnlyReturned() is { } returned && ValueOrigin.Of(returned, source, cancellationToken) is IObjectCreationOperation made && !LooksAtCause(body)
                ? made
                : null;
    }

    /// <summary><c>$"… {ex}"</c>, <c>"…" + ex</c>, <c>ex.ToString()</c>: more than its message.</summary>
    private static bool QuotesAll(IObjectCreationOperation made, ICatchClauseOperation clause)
    {
        foreach (var inner in made.Tree())
        {
            if (inner is ILocalReferenceOperation reference && CatchFilters.IsCaught(reference, clause) &&
                reference.Wrapped().Parent is IInterpolationOperation or IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } or IInvocationOperation { TargetMethod.Name: "ToString" })
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a parameter that is an exception is handed on, looked into or told apart, and not only quoted.</summary>
    private static bool LooksAtCause(IOperation body)
    {
        foreach (var operation in body.Tree())
        {
            if (operation is IParameterReferenceOperation { Parameter.Type: var type } reference && type.IsOrDerivesFrom("System", "Exception") &&
                reference.Parent is not IPropertyReferenceOperation { Property.Name: "Message" } and not IInvocationOperation { TargetMethod.Name: "ToString" } and not IInterpolationOperation)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary><c>configuration["Fallback"] ?? throw …</c>: another failure than the caught one, of which it says nothing.</summary>
    private static bool IsOfAMissingValue(IThrowOperation thrown, ICatchClauseOperation clause)
    {
        if (thrown.Wrapped().Parent is not ICoalesceOperation)
            return false;
        foreach (var inner in thrown.Tree())
        {
            if (inner is ILocalReferenceOperation reference && CatchFilters.IsCaught(reference, clause))
                return false;
        }

        return true;
    }

    /// <summary>A cancellation, or a library's own timeout, holds nothing but that time was up, and that is what the new type says.</summary>
    private static bool NamesTheCause(IObjectCreationOperation created, ICatchClauseOperation clause) =>
        (FailureTypes.IsCancellation(clause.ExceptionType) || FailureTypes.KindsOf(clause.ExceptionType) == FailureKinds.Timeout) &&
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
            if (inner is ILocalReferenceOperation reference && IsCaughtOrOfIt(reference, clause) &&
                (CaughtUses.Of(reference) & (CatchActs.Carries | CatchActs.WrapsWithInner)) != 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The caught exception, or a local of the clause that is it in another type, or what it has inside: <c>var known = ex as ApiException</c>, <c>ex is not ApiException known</c>.</summary>
    private static bool IsCaughtOrOfIt(ILocalReferenceOperation reference, ICatchClauseOperation clause) =>
        CatchFilters.IsCaught(reference, clause) || reference.Local.Type.IsOrDerivesFrom("System", "Exception") && IsMadeOfIt(reference, clause);

    /// <summary>A local of the clause that is given something of the caught exception.</summary>
    private static bool IsMadeOfIt(ILocalReferenceOperation reference, ICatchClauseOperation clause)
    {
        foreach (var operation in clause.Handler.Tree())
        {
            var source = operation switch
            {
                IVariableDeclaratorOperation declared when declared.Symbol.IsSame(reference.Local) => declared.GetVariableInitializer()?.Value,
                IIsPatternOperation asked when asked.Pattern.Tree().Any(part => part is IDeclarationPatternOperation { DeclaredSymbol: { } symbol } && symbol.IsSame(reference.Local)) => asked.Value,
                _ => null,
            };
            if (source is not null && CatchFilters.IsNamedIn(source, clause))
                return true;
        }

        return false;
    }

    /// <summary>Whether it is thrown for some answers only. That there was none at all (<c>status == null</c>) singles out no answer.</summary>
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
                if (asked is ILocalReferenceOperation local && (IsCaughtOrOfIt(local, clause) || IsMadeOfIt(local, clause) && !NullQuestions.AskThisAlone(local.Wrapped())))
                    return true;
            }
        }

        return false;
    }
}
