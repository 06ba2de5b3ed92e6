using System;
using System.Collections.Generic;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Clients;

/// <summary>Timeouts that are none: <c>Timeout.InfiniteTimeSpan</c>, minus one millisecond, <c>Timeout.Infinite</c>.</summary>
internal static class EndlessTimeouts
{
    /// <summary>
    /// The settings that are the client's. A field that several methods make anew has the settings of all of them: where the client's own statement has one right behind it, in one list of
    /// statements, the others are other clients'.
    /// </summary>
    public static List<IOperation> Behind(IOperation creation, List<IOperation> settings)
    {
        if (settings.Count < 2 || Statement(creation) is not { Parent: BlockSyntax { Parent: MethodDeclarationSyntax } block } made)
            return settings;
        var own = settings.FindAll(setting => Statement(setting) is { } statement && statement.Parent == block && statement.SpanStart > made.SpanStart);
        return own.Count > 0 ? own : settings;
    }

    private static StatementSyntax? Statement(IOperation operation) => operation.Syntax.FirstAncestorOrSelf<StatementSyntax>();

    /// <summary>Whether each setting that was found switches the timeout off; no where one of them may be finite, or there is none.</summary>
    public static bool AreAll(List<IOperation> settings, SourceIndex source, CancellationToken cancellationToken)
    {
        foreach (var setting in settings)
        {
            if (Value(setting) is not { } value || !Is(Said(value, source, cancellationToken), source, cancellationToken))
                return false;
        }

        return settings.Count > 0;
    }

    /// <summary>
    /// Whether some call has no deadline, and nothing in its function is named for a timeout: a stream that watches the pauses between reads bounds an
    /// upload in its own way.
    /// </summary>
    public static bool LeaveCallsOpen(IEnumerable<ClientCall> calls)
    {
        foreach (var call in calls)
        {
            if (call.HasDeadline == Certainty.No && !WatchesTime(call.Operation.Root()))
                return true;
        }

        return false;
    }

    private static bool WatchesTime(IOperation body)
    {
        foreach (var operation in body.Tree())
        {
            if (operation is IInvocationOperation { TargetMethod.Name: var name } && ClientTypes.NamesTimeout(name))
                return true;
        }

        return false;
    }

    /// <summary>What the setting sets: the right side of an assignment, the argument of a fluent call.</summary>
    public static IOperation? Value(IOperation setting) => setting switch
    {
        IAssignmentOperation assignment => assignment.Value,
        IPropertyReferenceOperation target => target.Given(),
        IInvocationOperation { TargetMethod.Name: "WithTimeout" } call => call.Arguments.Length > 0 ? call.Arguments[call.Arguments.Length - 1].Value : null,
        _ => null,
    };

    /// <summary>What a setting's value stands for where it is the parameter of a helper that one call uses: <c>Make(Timeout.InfiniteTimeSpan)</c>; else the value itself.</summary>
    public static IOperation Said(IOperation value, SourceIndex source, CancellationToken cancellationToken) =>
        value.Unwrap() is IParameterReferenceOperation { Parameter: { Type.Name: "TimeSpan" } parameter } && HandedArguments.Only(parameter, source, cancellationToken) is { } handed ? handed : value;

    public static bool Is(IOperation value, SourceIndex source, CancellationToken cancellationToken) =>
        TimeSpanValue.Of(value, source, cancellationToken) is { } span
            ? span == Timeout.InfiniteTimeSpan || span == TimeSpan.MaxValue
            : ValueOrigin.Constant(value, source, cancellationToken) is { HasValue: true, Value: Timeout.Infinite };
}
