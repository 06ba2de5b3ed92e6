using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Clients;

/// <summary>The token that a lambda is handed: <c>WithTimeout(span, ct =&gt; client.GetAsync(url, ct))</c>.</summary>
internal static class LambdaTokens
{
    /// <summary>The token that the method of this compilation which runs the lambda hands it; null where it is not in sight.</summary>
    public static IOperation? Of(IMethodSymbol lambda, IParameterSymbol parameter, SourceIndex source, CancellationToken cancellationToken)
    {
        if (Taker(lambda, source, cancellationToken) is not ({ } method, { } taken) || !source.IsSource(method) ||
            source.Implementation(method, cancellationToken) is not { } implementation || implementation.Parameters.Length <= taken.Ordinal ||
            source.Uses(implementation.Parameters[taken.Ordinal], cancellationToken) is not { } uses)
        {
            return null;
        }

        foreach (var use in uses)
        {
            var operation = use.Operation(cancellationToken);
            var run = operation as IInvocationOperation ?? operation?.Parent as IInvocationOperation;
            if (run is { TargetMethod.MethodKind: MethodKind.DelegateInvoke } && run.Arguments.Length > parameter.Ordinal)
                return run.Arguments[parameter.Ordinal].Value;
        }

        return null;
    }

    /// <summary>What the name of the method that runs the lambda says, where its body does not.</summary>
    public static Certainty Certainty(IMethodSymbol lambda, SourceIndex source, CancellationToken cancellationToken) =>
        Taker(lambda, source, cancellationToken) is ({ } method, _) && ClientTypes.NamesTimeout(method.Name) ? Model.Certainty.Yes : Model.Certainty.Unknown;

    private static (IMethodSymbol? Method, IParameterSymbol? Parameter) Taker(IMethodSymbol lambda, SourceIndex source, CancellationToken cancellationToken)
    {
        if (lambda.DeclaringSyntaxReferences is not [var reference] ||
            source.Model(reference.SyntaxTree).GetOperation(reference.GetSyntax(cancellationToken), cancellationToken) is not { } operation)
        {
            return default;
        }

        for (var parent = operation; parent is not null; parent = parent.Parent)
        {
            switch (parent)
            {
                case IArgumentOperation { Parent: IInvocationOperation invocation } argument:
                    return (invocation.TargetMethod, argument.Parameter);
                case IBlockOperation:
                    if (parent != operation && parent.Parent is not IAnonymousFunctionOperation)
                        return default;
                    break;
            }
        }

        return default;
    }
}
