using System.Collections.Generic;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model.Errors;
using IntegrationAnalyzers.Model.Summaries;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Retries;

/// <summary>
/// Whether a failure of a call gets to the retry round it. One that a clause on the way takes for good, and of which nobody further out makes a failure again, is repeated by no retry.
/// What is not understood gets there.
/// </summary>
internal static partial class ArrivingFailures
{
    /// <summary>Whether the retry may come to see that the reached call failed.</summary>
    /// <param name="reached">The call, as seen from a place in the retry's region or from the method that the retry is given.</param>
    /// <param name="scope">The retry, at the place or inside a wrapper on the way.</param>
    /// <param name="catches">What the statements on the way can fail with.</param>
    public static bool MayArrive(ReachedCall reached, RetryScope scope, CatchShapes catches, CancellationToken cancellationToken)
    {
        var hop = reached.Path.Length;
        for (; hop >= 0; hop--)
        {
            var site = SiteAt(reached, hop);
            var isLast = IsIn(site, scope.Region);
            if (Taking(site, isLast ? scope : null, catches, out var isLater, cancellationToken) is { } tried)
                return !IsSilent(tried) || MayFailAfter(tried.Root(), tried.Syntax.Span.End) || LeavesTraces(tried) || GoesOn(tried, reached, hop, scope);
            if (isLast || isLater)
                break;
        }

        return true;
    }

    private static IInvocationOperation SiteAt(ReachedCall reached, int hop) => hop == reached.Path.Length ? reached.Call.Operation : reached.Path[hop];

    private static bool IsIn(IOperation site, SyntaxNode region) => site.Syntax.SyntaxTree == region.SyntaxTree && region.Span.Contains(site.Syntax.Span);

    /// <summary>The statement round the site, in its function and in the retry's region, whose clauses take every failure; null where there is none.</summary>
    private static ITryOperation? Taking(IInvocationOperation site, RetryScope? scope, CatchShapes catches, out bool isLater, CancellationToken cancellationToken)
    {
        // A task that nobody waits for here fails elsewhere: where a lambda gives it back, behind that.
        isLater = false;
        var isElsewhere = Observed.IsTask(site.Type) && site.Wrapped() == site;
        if (isElsewhere && !Observed.IsHandedOut(site))
            return null;
        for (IOperation current = site; current.Parent is { } parent; current = parent)
        {
            if (parent is IAnonymousFunctionOperation lambda)
            {
                isLater = !Observed.RunsInPlace(lambda);
                isElsewhere = false;
            }

            if (isLater || parent is ILocalFunctionOperation || scope is not null && !IsIn(parent, scope.Region))
                return null;
            // The clauses of a loop's own try are what makes it a retry.
            if (parent is ITryOperation tried && tried.Body == current && !isElsewhere && TakesAll(tried, catches, cancellationToken))
                return scope is { Kind: RetryKind.Loop or RetryKind.Recursion } ? null : tried;
        }

        return null;
    }

    /// <summary>Whatever it is, or by naming all that the calls in it fail with.</summary>
    private static bool TakesAll(ITryOperation tried, CatchShapes catches, CancellationToken cancellationToken) =>
        InnerClauses.Taken(tried) == FailureKinds.All ||
        InnerClauses.Taken(tried, always: true) is not FailureKinds.None and var named && catches.FailuresOf(tried, cancellationToken).Kinds is not FailureKinds.None and var kinds && (kinds & ~named) == FailureKinds.None;

    /// <summary>Whether the clauses keep the failure to themselves: they throw nothing, and put it nowhere but into a log and the answer.</summary>
    private static bool IsSilent(ITryOperation tried)
    {
        foreach (var clause in tried.Catches)
        {
            foreach (var operation in clause.Handler.Tree())
            {
                if (operation is IThrowOperation or IAssignmentOperation { Target: not (ILocalReferenceOperation or IDiscardOperation) } or IIncrementOrDecrementOperation { Target: not ILocalReferenceOperation } ||
                    operation is ILocalReferenceOperation local && CatchFilters.IsCaught(local, clause) && (CaughtUses.Of(local) & CatchActs.Carries) != 0)
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>
    /// Whether what the statement sets is read behind it for more than a choice or an answer: <c>response.EnsureSuccessStatusCode()</c> fails there, and another function may do what it likes.
    /// </summary>
    private static bool LeavesTraces(ITryOperation tried)
    {
        var set = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var operation in tried.Tree())
        {
            if (operation is IAssignmentOperation { Target: ILocalReferenceOperation { Local: var local } } && local.DeclaringSyntaxReferences is [var declared] && !tried.Syntax.Span.Contains(declared.Span))
                set.Add(local);
        }

        if (set.Count == 0)
            return false;
        var function = tried.EnclosingFunction();
        foreach (var operation in tried.Root().Tree())
        {
            if (operation is ILocalReferenceOperation read && set.Contains(read.Local) && read.Syntax.SpanStart >= tried.Syntax.Span.End &&
                (!(IsCondition(read) || read.Wrapped().Parent is IReturnOperation) || !SymbolEqualityComparer.Default.Equals(read.EnclosingFunction(), function)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether anything from there on throws of its own: what a clause does with another failure is no answer to this one.</summary>
    private static bool MayFailAfter(IOperation body, int position)
    {
        foreach (var operation in body.Tree())
        {
            if (operation is IThrowOperation && operation.Syntax.SpanStart >= position && !StandsInClause(operation))
                return true;
        }

        return false;
    }

    private static bool StandsInClause(IOperation operation)
    {
        for (var parent = operation.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is ICatchClauseOperation)
                return true;
        }

        return false;
    }
}
