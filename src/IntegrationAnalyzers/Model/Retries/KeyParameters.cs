using System.Threading;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Retries;

/// <summary>Whether what a wrapper is handed, under whatever name, becomes the idempotency key of the request that it or a further wrapper sends.</summary>
internal sealed class KeyParameters(SourceIndex source)
{
    private const int MaxHops = 3;

    /// <summary>The name that the value has as a key; null where it is none, as far as is seen.</summary>
    public string? NameOf(IParameterSymbol parameter, CancellationToken cancellationToken) => NameOf(parameter, 0, cancellationToken);

    private string? NameOf(IParameterSymbol parameter, int hops, CancellationToken cancellationToken)
    {
        if (parameter.ContainingSymbol is not IMethodSymbol method || !source.IsSource(method) || source.Implementation(method, cancellationToken)?.OriginalDefinition is not { } wrapper ||
            wrapper.Parameters.Length <= parameter.Ordinal || source.Body(wrapper, cancellationToken) is not { } body)
        {
            return null;
        }

        var own = wrapper.Parameters[parameter.Ordinal];
        if (WeakKeys.MayHold(body.Syntax.SyntaxTree) && source.Model(body.Syntax.SyntaxTree) is var semantics)
        {
            foreach (var key in KeyValues.In(body.Syntax, semantics, cancellationToken))
            {
                if (semantics.GetOperation(key.Value, cancellationToken) is { } value && IsOwn(value, own))
                    return key.Name;
            }
        }

        foreach (var operation in body.Tree())
        {
            if (hops == MaxHops || operation is not IArgumentOperation { Parameter: { } next, Parent: IInvocationOperation } argument || !IsOwn(argument.Value, own))
                continue;
            if (NameOf(next.OriginalDefinition, hops + 1, cancellationToken) is { } name)
                return name;
        }

        return null;
    }

    private static bool IsOwn(IOperation value, IParameterSymbol own) =>
        value.Unwrap() is IParameterReferenceOperation { Parameter: var parameter } && SymbolEqualityComparer.Default.Equals(parameter.OriginalDefinition, own);
}
