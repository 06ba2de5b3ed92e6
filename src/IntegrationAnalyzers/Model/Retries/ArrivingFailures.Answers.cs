using IntegrationAnalyzers.Model.Errors;
using IntegrationAnalyzers.Model.Summaries;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Retries;

/// <content>The answer that a clause gives in place of the failure, from caller to caller.</content>
internal static partial class ArrivingFailures
{
    /// <summary>Whether what the function with the statement gives back may tell the retry, by whoever calls it on the path.</summary>
    private static bool GoesOn(IOperation place, ReachedCall reached, int hop, RetryScope scope)
    {
        while (GivesBack(place))
        {
            // The place stands in the region itself, or in the method that the retry runs.
            if (hop == 0 || IsIn(place, scope.Region))
                return MayReadAnswer(scope);
            if (place.EnclosingFunction() is { MethodKind: MethodKind.AnonymousFunction })
                return true;
            hop--;
            var site = SiteAt(reached, hop);
            place = site;
            var answer = site.Wrapped();
            if (answer.Parent is IExpressionStatementOperation or ISimpleAssignmentOperation { Target: IDiscardOperation })
                return false;
            if (answer.Parent is IReturnOperation)
                continue;
            if (!IsOnlyAsked(answer) || MayFailAfter(site.Root(), site.Syntax.SpanStart) || IsIn(site, scope.Region) && scope.Kind is RetryKind.Loop or RetryKind.Recursion)
                return true;
        }

        return false;
    }

    /// <summary>Whether the function that the operation is in answers its caller at all.</summary>
    private static bool GivesBack(IOperation operation) =>
        operation.EnclosingFunction() is not { } function || (function.IsAsync || Observed.IsTask(function.ReturnType)
            ? function.ReturnType is not INamedTypeSymbol { TypeArguments.IsEmpty: true }
            : !function.ReturnsVoid);

    private static bool MayReadAnswer(RetryScope scope)
    {
        if (scope.Pipeline is not { } pipeline)
            return true;
        foreach (var retry in pipeline.AllRetries())
        {
            if (retry.Result is not null || retry.Handles.AnyStatus != Certainty.No)
                return true;
        }

        return false;
    }

    /// <summary>Whether the answer, yes or no, does nothing but choose a way.</summary>
    private static bool IsOnlyAsked(IOperation answer)
    {
        if (answer.Parent is not IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: { Type.SpecialType: SpecialType.System_Boolean } local } })
            return answer.Type?.SpecialType == SpecialType.System_Boolean && IsCondition(answer);
        foreach (var operation in answer.Root().Tree())
        {
            if (operation is ILocalReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Local, local) && !IsCondition(reference))
                return false;
        }

        return true;
    }

    private static bool IsCondition(IOperation value)
    {
        for (var current = value; current.Parent is { } parent; current = parent)
        {
            if (parent is IConditionalOperation choice)
                return choice.Condition == current;
            if (parent is not (IUnaryOperation or IBinaryOperation or IParenthesizedOperation))
                return false;
        }

        return false;
    }
}
