using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model.Summaries;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Errors;

/// <summary>A clause for cancellation that takes a timeout and a caller's giving up for one and the same.</summary>
internal static class CallerCancellation
{
    /// <summary>The caller's token that the failing call was given; null where there is none, so that only a timeout can come, or where the clause tells them apart.</summary>
    public static IParameterSymbol? Mixed(CatchShape shape, TryFailures failures, SourceIndex source, CancellationToken cancellationToken)
    {
        if (!FailureTypes.IsCancellation(shape.Clause.ExceptionType) || shape.Filter != CatchFilter.None ||
            shape.Body.Does(CatchActs.Distinguishes | CatchActs.Rethrows | CatchActs.Carries) || !SaysTimeout(shape) || IsToldApartBefore(shape))
        {
            return null;
        }

        foreach (var reached in failures.Calls)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Token(reached, source, cancellationToken) is { } token)
                return token;
        }

        return null;
    }

    /// <summary><c>catch (OperationCanceledException) when (token.IsCancellationRequested)</c> stands before it: what comes here is no caller who gave up.</summary>
    private static bool IsToldApartBefore(CatchShape shape)
    {
        foreach (var clause in shape.Try.Catches)
        {
            if (clause.Syntax.SpanStart >= shape.Clause.Syntax.SpanStart)
                return false;
            if (clause.Filter is null)
                continue;
            foreach (var operation in clause.Filter.Tree())
            {
                if (operation is IPropertyReferenceOperation { Property.Name: nameof(CancellationToken.IsCancellationRequested) })
                    return true;
            }
        }

        return false;
    }

    /// <summary>Whether the clause treats what comes as a failure: one that only ends the work is there for the caller's giving up.</summary>
    private static bool SaysTimeout(CatchShape shape) =>
        shape.Body.Does(CatchActs.WrapsWithInner | CatchActs.WrapsWithoutInner | CatchActs.Tells | CatchActs.FabricatesSuccess) || LogsFailure(shape.Clause);

    private static bool LogsFailure(ICatchClauseOperation clause)
    {
        foreach (var operation in clause.Handler.Tree())
        {
            if (operation is IInvocationOperation { TargetMethod.Name: var name } &&
                (name.StartsWith("LogError", System.StringComparison.Ordinal) || name.StartsWith("LogWarning", System.StringComparison.Ordinal) ||
                    name.StartsWith("LogCritical", System.StringComparison.Ordinal) || name is "Error" or "Warning" or "Warn" or "Fatal"))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The parameter, of the method that holds the <c>try</c>, that goes to the call or to its wrapper as the token, or is linked with the one that goes.</summary>
    private static IParameterSymbol? Token(ReachedCall reached, SourceIndex source, CancellationToken cancellationToken)
    {
        var site = reached.Path.IsEmpty ? reached.Call.Operation : reached.Path[0];
        foreach (var argument in site.Arguments)
        {
            if (!DeadlineApis.IsToken(argument.Value.Unwrap().Type))
                continue;
            if ((OfMethod(argument.Value.Unwrap()) ?? Linked(argument.Value, source, cancellationToken)) is { } parameter)
                return parameter;
        }

        return null;
    }

    /// <summary><c>CancellationTokenSource.CreateLinkedTokenSource(token)</c> kept in a local: its token ends with the caller's, and with a deadline of its own.</summary>
    private static IParameterSymbol? Linked(IOperation value, SourceIndex source, CancellationToken cancellationToken)
    {
        if (ValueOrigin.Of(value, source, cancellationToken) is not IPropertyReferenceOperation { Property.Name: "Token", Instance: { } instance } ||
            ValueOrigin.Of(instance, source, cancellationToken) is not IInvocationOperation linking || !DeadlineApis.IsLink(linking.TargetMethod))
        {
            return null;
        }

        foreach (var linked in linking.Tree())
        {
            if (OfMethod(linked) is { } parameter)
                return parameter;
        }

        return null;
    }

    private static IParameterSymbol? OfMethod(IOperation value) =>
        value is IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol { MethodKind: not MethodKind.AnonymousFunction } } parameter } && DeadlineApis.IsToken(parameter.Type)
            ? parameter
            : null;
}
