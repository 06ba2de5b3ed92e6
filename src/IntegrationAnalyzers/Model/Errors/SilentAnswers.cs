using System.Linq;
using System.Threading;
using IntegrationAnalyzers.Model.Retries;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Errors;

/// <summary>
/// Clauses that tell nobody but by what the caller gets, which is the same for every failure: <c>false</c>, in the clause or behind it, a status, a result that names a failure, a new exception.
/// A method that asks whether something is there (<c>IsAvailableAsync</c>, <c>PingAsync</c>) answers its question by that.
/// </summary>
internal static class SilentAnswers
{
    /// <summary>Whether the clause, which tells nobody else, gives such an answer.</summary>
    public static bool Are(CatchShape shape, TryFailures failures, CatchShapes catches, RetryScopes retries, CancellationToken cancellationToken) =>
        IsFalseInside(shape) || (StandsBehind(shape) && !VanishedFailures.GoesOn(shape, failures, catches, retries, cancellationToken) && !VanishedFailures.IsToldAfter(shape, byThrowing: false));

    /// <summary>Whether what stands behind the clause says that it failed, and the <c>try</c> says something else where it does not fail.</summary>
    public static bool StandsBehind(CatchShape shape)
    {
        if (FunctionOf(shape) is not { } function || IsInLoop(shape.Try))
            return false;
        var answer = CatchAnswers.Behind(shape);
        return answer switch
        {
            CatchAnswer.No => SaysNo(function) && (SaysElse(shape) || AssignsFlag(shape.Try)),
            CatchAnswer.Failure or CatchAnswer.NoInTuple or CatchAnswer.ServerError or CatchAnswer.Unavailable or CatchAnswer.Refusal or CatchAnswer.NewFailure => shape.Try.Body.Returned().Any(),
            _ => false,
        };
    }

    private static bool IsFalseInside(CatchShape shape) =>
        FunctionOf(shape) is { } function && SaysNo(function) && shape.Clause.Handler.Operations is [.., IReturnOperation { ReturnedValue.ConstantValue: { HasValue: true, Value: false } }];

    private static IMethodSymbol? FunctionOf(CatchShape shape) =>
        shape.Try.EnclosingFunction() is { MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction } function ? function : null;

    private static bool SaysNo(IMethodSymbol function) =>
        function.ReturnType.AwaitedType().SpecialType == SpecialType.System_Boolean && (!Questions.AsksByName(function.Name) || Questions.AsksAboutSender(function.Name));

    private static bool SaysElse(CatchShape shape)
    {
        var values = new AnswerValues(shape);
        foreach (var returned in shape.Try.Body.Returned())
        {
            // What the call said is an answer of its own, even where it may be false.
            if (returned.Unwrap() is ILocalReferenceOperation || values.Of(returned) != CatchAnswer.No)
                return true;
        }

        return false;
    }

    private static bool AssignsFlag(ITryOperation tried)
    {
        foreach (var operation in tried.Body.Tree())
        {
            if (operation is ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Type.SpecialType: SpecialType.System_Boolean } target } &&
                target.Local.DeclaringSyntaxReferences is [var declared, ..] && !tried.Syntax.Span.Contains(declared.Span))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What comes behind a loop speaks of all its rounds.</summary>
    private static bool IsInLoop(ITryOperation tried)
    {
        for (IOperation? parent = tried.Parent; parent is not null and not IAnonymousFunctionOperation and not ILocalFunctionOperation; parent = parent.Parent)
        {
            if (parent is ILoopOperation)
                return true;
        }

        return false;
    }
}
