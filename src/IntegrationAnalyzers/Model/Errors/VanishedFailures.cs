using System;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model.Retries;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Errors;

/// <summary>Whether a failure that comes to a clause ends there and nobody hears of it, in the clause or after it.</summary>
internal static class VanishedFailures
{
    public static Certainty In(CatchShape shape, TryFailures failures, CatchShapes catches, RetryScopes retries, CancellationToken cancellationToken)
    {
        if (shape.Filter != CatchFilter.None || shape.Body.Does(CatchActs.Distinguishes))
            return Certainty.No;
        var isMadeUp = SilentStandIns.Are(shape, failures);
        if (shape.Body.TellsNobody == Certainty.No && !isMadeUp)
            return Certainty.No;
        if (shape.Body.TellsNobody == Certainty.Unknown || shape.Try.EnclosingFunction() is not { } function)
            return Certainty.Unknown;

        // A Boolean is how such a method says that it failed, and so is what a Try… method gives back.
        if ((!isMadeUp && (IsNegativeAnswer(function) || SetsFlag(shape.Clause))) || IsTry(function) || IsClearingUp(function) || IsInFinally(shape.Try))
            return Certainty.No;
        return GoesOn(shape, failures, catches, retries, cancellationToken) || IsToldAfter(shape) || SilentAnswers.StandsBehind(shape) ? Certainty.No : Certainty.Yes;
    }

    /// <summary>Whether the work is not over with the failure: it is tried again, or asked of somebody else.</summary>
    public static bool GoesOn(CatchShape shape, TryFailures failures, CatchShapes catches, RetryScopes retries, CancellationToken cancellationToken) =>
        IsTriedAgain(shape, failures, retries, cancellationToken) || IsAskedElsewhere(shape, catches);

    private static bool IsTry(IMethodSymbol function) => function.Name.StartsWith("Try", StringComparison.Ordinal);

    private static bool IsNegativeAnswer(IMethodSymbol function) =>
        function.ReturnType.AwaitedType().SpecialType == SpecialType.System_Boolean ||
        (function.ReturnType.AwaitedType() is INamedTypeSymbol { IsTupleType: true } tuple && Any(tuple));

    private static bool Any(INamedTypeSymbol tuple)
    {
        foreach (var element in tuple.TupleElements)
        {
            if (element.Type.SpecialType == SpecialType.System_Boolean)
                return true;
        }

        return false;
    }

    private static bool SetsFlag(ICatchClauseOperation clause)
    {
        foreach (var operation in clause.Handler.Tree())
        {
            if (operation is ISimpleAssignmentOperation { Target.Type.SpecialType: SpecialType.System_Boolean })
                return true;
        }

        return false;
    }

    /// <summary>What fails while something is thrown away matters to nobody.</summary>
    private static bool IsClearingUp(IMethodSymbol function) =>
        function.MethodKind == MethodKind.Destructor || function.Name is "Dispose" or "DisposeAsync" or "DisposeAsyncCore" ||
        function.Name.EndsWith(".Dispose", StringComparison.Ordinal) || function.Name.EndsWith(".DisposeAsync", StringComparison.Ordinal);

    private static bool IsInFinally(ITryOperation tried)
    {
        for (IOperation current = tried; current.Parent is { } parent; current = parent)
        {
            if (parent is ITryOperation outer && outer.Finally == current)
                return true;
        }

        return false;
    }

    /// <summary>A loop goes round again after the clause, or a retry stands round the call: what is left at its end is told there, or is another rule's.</summary>
    private static bool IsTriedAgain(CatchShape shape, TryFailures failures, RetryScopes retries, CancellationToken cancellationToken)
    {
        for (IOperation? parent = shape.Try.Parent; parent is not null and not IAnonymousFunctionOperation and not ILocalFunctionOperation; parent = parent.Parent)
        {
            if (parent is ILoopOperation loop && !Leaves(shape.Clause) && (loop is not IForEachLoopOperation || LeavesOnSuccess(shape.Try)))
                return true;
        }

        foreach (var reached in failures.Calls)
        {
            var site = reached.Path.IsEmpty ? reached.Call.Operation : reached.Path[0];
            if (retries.Around(site.Syntax, cancellationToken) is { } scope && scope.Boundary.Span.Contains(shape.Try.Syntax.Span))
                return true;
        }

        return false;
    }

    /// <summary>The next of several sources is asked where this one gave nothing: <c>if (address is null) address = await …</c>.</summary>
    private static bool IsAskedElsewhere(CatchShape shape, CatchShapes catches)
    {
        if (Leaves(shape.Clause))
            return false;

        foreach (var operation in shape.Try.Root().Tree())
        {
            if (operation is IConditionalOperation { Syntax: var syntax, Condition: { } condition, WhenTrue: { } whenTrue } && syntax.SpanStart > shape.Try.Syntax.Span.End &&
                LooksAt(condition, shape.Try.Body) && catches.MayReach(whenTrue))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the condition asks about a variable that the statement assigns.</summary>
    public static bool LooksAt(IOperation condition, IOperation tried)
    {
        foreach (var operation in condition.Tree())
        {
            if (operation is ILocalReferenceOperation { Local: var local } && TriedLocals.IsAssignedIn(tried, local))
                return true;
        }

        return false;
    }

    /// <summary>Whether the work is done once the statement is: it returns, or leaves the loop round it.</summary>
    public static bool LeavesOnSuccess(ITryOperation tried)
    {
        foreach (var operation in tried.Body.Tree())
        {
            if (operation is IReturnOperation { IsImplicit: false } or IBranchOperation { BranchKind: BranchKind.Break })
                return true;
        }

        return false;
    }

    private static bool Leaves(ICatchClauseOperation clause)
    {
        foreach (var operation in clause.Handler.Tree())
        {
            if (operation is IReturnOperation or IBranchOperation { BranchKind: BranchKind.Break })
                return true;
        }

        return false;
    }

    /// <summary>A clause of a later statement speaks of what failed there.</summary>
    private static bool IsOfAnotherFailure(IOperation operation, int end)
    {
        for (var parent = operation.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is ICatchClauseOperation clause && clause.Syntax.SpanStart >= end)
                return true;
        }

        return false;
    }

    /// <summary>Whether the code after the statement may still tell: by an exception, a log, a result that says something.</summary>
    /// <param name="byThrowing">Whether a new exception counts as well.</param>
    public static bool IsToldAfter(CatchShape shape, bool byThrowing = true)
    {
        if (Leaves(shape.Clause))
            return false;

        var end = shape.Try.Syntax.Span.End;
        IOperation body = shape.Try;
        while (body.Parent is { } parent and not IAnonymousFunctionOperation and not ILocalFunctionOperation)
            body = parent;
        foreach (var operation in body.Tree())
        {
            if (operation.Syntax.SpanStart < end)
                continue;
            switch (operation)
            {
                case IThrowOperation when byThrowing && !IsOfAnotherFailure(operation, end):
                case IReturnOperation { ReturnedValue: { } answer } when ToldItems.AreIn(answer, shape):
                case IInvocationOperation { TargetMethod.Name: var name } when ReportingApis.Tells(name) && !IsOfAnotherFailure(operation, end):
                    return true;
            }
        }

        return false;
    }
}
