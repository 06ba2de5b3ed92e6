using System.Collections.Immutable;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model.Clients;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Resilience;

/// <summary>An outbound call in a pipeline with a timeout that cannot reach it.</summary>
/// <param name="Call">The call, or the call of a wrapper that takes a token.</param>
/// <param name="Timeout">The timeout that it does not hear of.</param>
/// <param name="Lambda">The function that the pipeline runs.</param>
/// <param name="Execution">The executor.</param>
internal sealed record IgnoredToken(IInvocationOperation Call, TimeoutStrategy Timeout, IAnonymousFunctionOperation Lambda, IInvocationOperation Execution)
{
    /// <summary>The parameter by which the pipeline hands its token over, or a context that holds it; null where the function takes neither.</summary>
    public IParameterSymbol? Parameter { get; init; }
}

/// <summary>Finds the calls that do not listen to the token which their pipeline hands them.</summary>
internal sealed class IgnoredTokens(IntegrationModel model)
{
    private readonly PipelinePlaces _places = new(model);
    private readonly CallDeadlines _deadlines = new(model.Source);

    public ImmutableArray<IgnoredToken> At(InvocationExpressionSyntax invocation, CancellationToken cancellationToken)
    {
        if (_places.Execution(invocation, cancellationToken) is not { Delegate: { } given } use || Timeout(use.Pipeline) is not { } timeout ||
            model.Source.Model(invocation.SyntaxTree).GetOperation(invocation, cancellationToken) is not IInvocationOperation execution ||
            (given.Unwrap() is IDelegateCreationOperation creation ? creation.Target : given.Unwrap()) is not IAnonymousFunctionOperation lambda)
        {
            return ImmutableArray<IgnoredToken>.Empty;
        }

        var parameter = TokenOf(lambda);
        var isUsed = parameter is not null && IsUsed(parameter, lambda.Body);
        var found = ImmutableArray.CreateBuilder<IgnoredToken>();
        foreach (var operation in lambda.Body.Tree())
        {
            if (operation is IInvocationOperation call && Ignores(call, isUsed, cancellationToken) && !(isUsed && IsUsed(parameter!, Statement(call))))
                found.Add(new IgnoredToken(call, timeout, lambda, execution) { Parameter = parameter });
        }

        return found.ToImmutable();
    }

    /// <summary>The parameter of the call for a token, or of its overload that has one at its end; null where neither can take one.</summary>
    public static IParameterSymbol? TokenParameter(IMethodSymbol method)
    {
        foreach (var parameter in method.Parameters)
        {
            if (DeadlineApis.IsToken(parameter.Type))
                return parameter;
        }

        var original = (method.ReducedFrom ?? method).OriginalDefinition;
        foreach (var member in original.ContainingType.GetMembers(method.Name))
        {
            if (member is IMethodSymbol other && other.IsStatic == original.IsStatic && other.Arity == original.Arity && other.Parameters.Length == original.Parameters.Length + 1 &&
                DeadlineApis.IsToken(other.Parameters[other.Parameters.Length - 1].Type) && SameStart(original, other))
            {
                return other.Parameters[other.Parameters.Length - 1];
            }
        }

        return null;
    }

    private static bool SameStart(IMethodSymbol method, IMethodSymbol longer)
    {
        for (var i = 0; i < method.Parameters.Length; i++)
        {
            if (method.Arity == 0 && !SymbolEqualityComparer.Default.Equals(method.Parameters[i].Type, longer.Parameters[i].Type))
                return false;
        }

        return true;
    }

    private static TimeoutStrategy? Timeout(ResiliencePipeline pipeline)
    {
        foreach (var strategy in pipeline.Strategies)
        {
            if (strategy is TimeoutStrategy { IsPessimistic: not Certainty.No })
                return null;
        }

        foreach (var strategy in pipeline.Strategies)
        {
            if (strategy is TimeoutStrategy timeout)
                return timeout;
        }

        return null;
    }

    private static IParameterSymbol? TokenOf(IAnonymousFunctionOperation lambda)
    {
        foreach (var parameter in lambda.Symbol.Parameters)
        {
            if (DeadlineApis.IsToken(parameter.Type) || parameter.Type.Is("Polly", "ResilienceContext"))
                return parameter;
        }

        return null;
    }

    private static IOperation Statement(IOperation call)
    {
        var current = call;
        while (current.Parent is { } parent and not (IBlockOperation or IAnonymousFunctionOperation))
            current = parent;
        return current;
    }

    private static bool IsUsed(IParameterSymbol parameter, IOperation scope)
    {
        foreach (var operation in scope.Tree())
        {
            if (operation is IParameterReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Parameter, parameter))
                return true;
        }

        return false;
    }

    /// <summary>Whether the call leaves the process, could take a token, and takes none that ends by itself.</summary>
    /// <param name="isElsewhere">Whether the pipeline's token is used elsewhere: then a token that the call has may come from it.</param>
    private bool Ignores(IInvocationOperation call, bool isElsewhere, CancellationToken cancellationToken)
    {
        var isDirect = model.Calls.Read(call, cancellationToken) is not null;
        if (!isDirect && !model.Source.IsSource(call.TargetMethod))
            return false;
        if (TokenParameter(call.TargetMethod) is null)
            return !isDirect && !isElsewhere && WaitsAlone(call, cancellationToken);
        if (!isDirect && model.Summaries.Reach(call, cancellationToken).IsEmpty)
            return false;
        foreach (var argument in call.Arguments)
        {
            if (argument.ArgumentKind != ArgumentKind.DefaultValue && DeadlineApis.IsToken(argument.Parameter?.Type) && (isElsewhere && !IsNone(argument.Value) || !IsPlain(argument.Value, cancellationToken)))
                return false;
        }

        return true;
    }

    /// <summary>Whether a wrapper that takes no token waits for calls that have none: no field, no source of its own ends them.</summary>
    private bool WaitsAlone(IInvocationOperation wrapper, CancellationToken cancellationToken)
    {
        if (wrapper.Type is not { Name: "Task" or "ValueTask" })
            return false;
        var reached = model.Summaries.Reach(wrapper, cancellationToken);
        foreach (var one in reached)
        {
            if (!TakesNone(one.Call.Operation))
                return false;
            foreach (var hop in one.Path)
            {
                if (!TakesNone(hop))
                    return false;
            }
        }

        return !reached.IsEmpty;
    }

    /// <summary>What a function on the way hands on is what it was given: nothing, since the wrapper was given none.</summary>
    private static bool TakesNone(IInvocationOperation call)
    {
        foreach (var argument in call.Arguments)
        {
            if (argument.ArgumentKind != ArgumentKind.DefaultValue && DeadlineApis.IsToken(argument.Parameter?.Type) && !IsNone(argument.Value) && argument.Value.Unwrap() is not IParameterReferenceOperation)
                return false;
        }

        return true;
    }

    /// <summary>None, or a parameter of the method round it: a token without a deadline of its own.</summary>
    private bool IsPlain(IOperation token, CancellationToken cancellationToken) =>
        IsNone(token) || token.Unwrap() is IParameterReferenceOperation || _deadlines.Tokens.Of(token, cancellationToken) == Certainty.No;

    private static bool IsNone(IOperation token) =>
        token.Unwrap() is IDefaultValueOperation or IPropertyReferenceOperation { Property: { Name: "None", IsStatic: true } };
}
