using System.Collections.Immutable;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Clients;

/// <summary>What a token is worth that a function is handed: what its callers in sight hand it, all of them.</summary>
/// <param name="tokens">Reads what they hand it.</param>
internal sealed class ReceivedTokens(TokenReading tokens, SourceIndex source, CancellationToken cancellationToken)
{
    public Certainty Of(IParameterSymbol parameter, IMethodSymbol method, int depth)
    {
        if (method.MethodKind == MethodKind.AnonymousFunction)
            return OfLambda(method, parameter, depth);

        // The client hands its handlers a token that its own timeout cancels.
        if (method is { Name: "SendAsync" or "Send", IsOverride: true } && method.ContainingType.IsOrDerivesFrom(SendingMembers.NetHttp, "HttpMessageHandler"))
            return Certainty.Yes;

        Certainty? all = null;
        foreach (var target in Aliases.WithSelf(method))
        {
            if (source.Uses(target, cancellationToken) is not { } uses)
                return Certainty.Unknown;
            foreach (var use in uses)
            {
                if (use.Operation(cancellationToken) is not { } operation)
                    continue;
                var handed = operation is IInvocationOperation call ? Handed(call, parameter.Ordinal) : null;
                var one = operation is not IInvocationOperation ? OfMethodGroup(operation)
                    : handed is null ? Certainty.No : tokens.Of(handed, depth + 1);
                if (one == Certainty.No)
                    return Certainty.No;
                all = all is null or Certainty.Yes ? one : all;
            }
        }

        return all ?? Certainty.No;
    }

    /// <summary>The host hands an endpoint's method the token of the request: the caller's patience, no deadline.</summary>
    private static Certainty OfMethodGroup(IOperation group) =>
        group.AsDelegate().Parent is IArgumentOperation { Parameter: { } taker } && DeadlineApis.IsEndpoint(taker) ? Certainty.No : Certainty.Unknown;

    /// <summary>What runs the lambda says what its token is worth: a pipeline with a timeout, a wrapper of ours, a token handed on.</summary>
    private Certainty OfLambda(IMethodSymbol lambda, IParameterSymbol parameter, int depth)
    {
        if (LambdaTokens.Runner(lambda, source, cancellationToken) is { } run)
            return OfRun(run, parameter, depth);
        return LambdaTokens.Local(lambda, source, cancellationToken) is { } local ? OfVariable(local, parameter, depth) : Certainty.Unknown;
    }

    /// <summary>What a variable's delegate is handed wherever it is called, or run by others.</summary>
    private Certainty OfVariable(ILocalSymbol local, IParameterSymbol parameter, int depth)
    {
        if (source.Uses(local, cancellationToken) is not { } uses)
            return Certainty.Unknown;

        Certainty? all = null;
        foreach (var use in uses)
        {
            if (use.Operation(cancellationToken) is not { } operation)
                continue;
            var call = operation as IInvocationOperation ?? operation.Parent as IInvocationOperation;
            var one = call is { TargetMethod.MethodKind: MethodKind.DelegateInvoke } ? Handed(call, parameter.Ordinal) is { } handed ? tokens.Of(handed, depth + 1) : Certainty.No
                : LambdaTokens.RunnerOf(operation.Wrapped().Parent) is { } run ? OfRun(run, parameter, depth)
                : Certainty.Unknown;
            if (one == Certainty.No)
                return Certainty.No;
            all = all is null or Certainty.Yes ? one : all;
        }

        return all ?? Certainty.Unknown;
    }

    private Certainty OfRun((IInvocationOperation Runner, IParameterSymbol Parameter) run, IParameterSymbol parameter, int depth)
    {
        if (DeadlineApis.IsEndpoint(run.Parameter))
            return Certainty.No;

        var outer = run.Runner.ArgumentOfType("CancellationToken");
        if (DeadlineApis.IsPipelineExecutor(run.Runner.TargetMethod))
        {
            var pipeline = run.Runner.Receiver() is { } receiver ? PipelineTimeouts.Of(receiver, source, cancellationToken) : Certainty.Unknown;
            return pipeline.Or(outer is null ? Certainty.No : tokens.Of(outer, depth + 1));
        }

        if (DeadlineApis.IsParallelLoop(run.Runner.TargetMethod))
            return outer is null ? OfOptions(run.Runner, depth) : tokens.Of(outer, depth + 1);
        if (LambdaTokens.Handed(run.Runner, run.Parameter, parameter.Ordinal, source, cancellationToken) is { } handed)
            return tokens.Of(handed, depth + 1);
        if (ClientTypes.NamesTimeout(run.Runner.TargetMethod.Name))
            return Certainty.Yes;
        return outer is null ? Certainty.Unknown : Certainty.Unknown.Or(tokens.Of(outer, depth + 1));
    }

    /// <summary>The token of the options that a parallel loop is given: none where they are made in place without one; unknown where they come from elsewhere.</summary>
    private Certainty OfOptions(IInvocationOperation loop, int depth)
    {
        if (loop.ArgumentOfType("ParallelOptions") is not { } options)
            return Certainty.No;
        if (options.Unwrap() is not IObjectCreationOperation created)
            return Certainty.Unknown;
        foreach (var member in created.Initializer?.Initializers ?? ImmutableArray<IOperation>.Empty)
        {
            if (member is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: "CancellationToken" }, Value: var token })
                return tokens.Of(token, depth + 1);
        }

        return Certainty.No;
    }

    private static IOperation? Handed(IInvocationOperation call, int ordinal)
    {
        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter?.Ordinal == ordinal && argument.ArgumentKind != ArgumentKind.DefaultValue)
                return argument.Value;
        }

        return null;
    }
}
