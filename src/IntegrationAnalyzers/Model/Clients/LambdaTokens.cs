using System.Threading;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Clients;

/// <summary>Who runs a lambda, and what token it is handed: <c>WithTimeout(span, ct =&gt; client.GetAsync(url, ct))</c>.</summary>
internal static class LambdaTokens
{
    /// <summary>The call that the lambda is an argument of.</summary>
    public static (IInvocationOperation Runner, IParameterSymbol Parameter)? Runner(
        IMethodSymbol lambda, SourceIndex source, CancellationToken cancellationToken) => RunnerOf(Taker(lambda, source, cancellationToken));

    /// <summary>The variable that the lambda is declared with: <c>Func&lt;…&gt; get = ct =&gt; …</c>.</summary>
    public static ILocalSymbol? Local(IMethodSymbol lambda, SourceIndex source, CancellationToken cancellationToken) =>
        Taker(lambda, source, cancellationToken) is IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } } ? local : null;

    /// <summary>The call that is handed a delegate by the argument.</summary>
    public static (IInvocationOperation Runner, IParameterSymbol Parameter)? RunnerOf(IOperation? argument) =>
        argument is IArgumentOperation { Parameter: { } parameter, Parent: IInvocationOperation runner } ? (runner, parameter) : null;

    private static IOperation? Taker(IMethodSymbol lambda, SourceIndex source, CancellationToken cancellationToken) =>
        lambda.DeclaringSyntaxReferences is [var reference]
            ? source.Model(reference.SyntaxTree).GetOperation(reference.GetSyntax(cancellationToken), cancellationToken)?.AsDelegate().Parent
            : null;

    /// <summary>The token that a method of this compilation hands the delegate it runs; null where it is not in sight.</summary>
    public static IOperation? Handed(
        IInvocationOperation runner, IParameterSymbol delegateParameter, int ordinal, SourceIndex source, CancellationToken cancellationToken)
    {
        if (!source.IsSource(runner.TargetMethod) || source.Implementation(runner.TargetMethod, cancellationToken) is not { } implementation ||
            implementation.Parameters.Length <= delegateParameter.Ordinal ||
            source.Uses(implementation.Parameters[delegateParameter.Ordinal], cancellationToken) is not { } uses)
        {
            return null;
        }

        foreach (var use in uses)
        {
            var operation = use.Operation(cancellationToken);
            var run = operation as IInvocationOperation ?? operation?.Parent as IInvocationOperation;
            if (run is { TargetMethod.MethodKind: MethodKind.DelegateInvoke } && run.Arguments.Length > ordinal)
                return run.Arguments[ordinal].Value;
        }

        return null;
    }
}
