using System.Collections.Immutable;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Roslyn;

/// <summary>A delegate as a value: the lambda or the method behind it, where its body is in this compilation.</summary>
/// <param name="Symbol">The function.</param>
/// <param name="Body">Its body.</param>
/// <param name="Syntax">The lambda, or the place that names the method.</param>
internal sealed record FunctionValue(IMethodSymbol Symbol, IOperation Body, SyntaxNode Syntax)
{
    public ImmutableArray<IParameterSymbol> Parameters => Symbol.Parameters;

    public static FunctionValue? Of(IOperation value, SourceIndex source, CancellationToken cancellationToken)
    {
        var origin = ValueOrigin.Of(value, source, cancellationToken);
        if (origin is IDelegateCreationOperation creation)
            origin = ValueOrigin.Of(creation.Target, source, cancellationToken);
        if (origin is IDelegateCreationOperation inner)
            origin = inner.Target;
        switch (origin)
        {
            case IAnonymousFunctionOperation lambda:
                return new FunctionValue(lambda.Symbol, lambda.Body, lambda.Syntax);
            case IMethodReferenceOperation { Method: var method } reference when source.IsSource(method):
                return source.Implementation(method, cancellationToken) is { } implementation && source.Body(implementation, cancellationToken) is { } body
                    ? new FunctionValue(implementation, body, reference.Syntax)
                    : null;
            default:
                return null;
        }
    }

    /// <summary>Whether anything in the body satisfies the test, methods of this compilation that it calls looked into one deep.</summary>
    public bool? Mentions(System.Func<IOperation, bool?> test, SourceIndex source, CancellationToken cancellationToken) =>
        Mentions(Body, test, source, 1, cancellationToken);

    /// <summary>Yes, no, or null where a call out of sight may do so.</summary>
    public static bool? Mentions(IOperation body, System.Func<IOperation, bool?> test, SourceIndex source, int depth, CancellationToken cancellationToken)
    {
        bool? found = false;
        foreach (var operation in body.Tree())
        {
            var one = test(operation);
            if (one == true)
                return true;
            if (one is null)
                found = null;
            if (depth > 0 && operation is IInvocationOperation { TargetMethod: var method } && source.IsSource(method) &&
                source.BodyBehind(method, cancellationToken) is { } inner)
            {
                var within = Mentions(inner, test, source, depth - 1, cancellationToken);
                if (within == true)
                    return true;
                if (within is null)
                    found = null;
            }
        }

        return found;
    }
}
