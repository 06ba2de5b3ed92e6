using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model.Errors;
using IntegrationAnalyzers.Model.Resilience;
using IntegrationAnalyzers.Model.Vocabularies;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Retries;

/// <summary>
/// Finds what repeats a call: from the call outwards through what its function writes out, the delegates it stands in, and the policies and helpers that those
/// are handed to.
/// </summary>
internal sealed class RetryScopes(SourceIndex source, ResiliencePipelines pipelines, TeamApis team)
{
    /// <summary>How many helpers a delegate is followed through.</summary>
    private const int MaxHelpers = 3;

    private readonly HandWrittenRetries _written = new(source);
    private readonly Memo<SyntaxNode, RetryScope?> _scopes = new();

    /// <summary>The innermost retry round the invocation within its member; null where none is known.</summary>
    public RetryScope? Around(SyntaxNode invocation, CancellationToken cancellationToken) =>
        _scopes.TryGetValue(invocation, out var known) ? known : _scopes.GetOrAdd(invocation, Find(invocation, 0, cancellationToken));

    /// <summary>The retry that the invocation puts round a delegate given to it, the argument; null where it is no retry.</summary>
    public RetryScope? Executing(InvocationExpressionSyntax invocation, ExpressionSyntax argument, CancellationToken cancellationToken) =>
        Executing(invocation, argument, null, 0, cancellationToken);

    private RetryScope? Find(SyntaxNode call, int depth, CancellationToken cancellationToken)
    {
        var node = call;
        while (FlowGraphs.FunctionOf(node) is { } function)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (_written.In(function, node, cancellationToken) is { } written)
                return written;
            switch (function)
            {
                case AnonymousFunctionExpressionSyntax { Parent: ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax taker } } lambda:
                    if (Executing(taker, lambda, null, depth, cancellationToken) is { } executed)
                        return executed;

                    // _ = Task.Run(…): what goes wrong in there comes back to nobody who could go round again.
                    if (IsLeftAlone(taker, cancellationToken))
                        return null;
                    node = taker;
                    break;
                case AnonymousFunctionExpressionSyntax { Parent: EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable } } lambda:
                    return ExecutedLater(variable, lambda, depth, cancellationToken);
                default:
                    return null;
            }
        }

        return null;
    }

    private bool IsLeftAlone(InvocationExpressionSyntax taker, CancellationToken cancellationToken) =>
        taker.Parent is ExpressionStatementSyntax or AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "_" } } &&
        source.Model(taker.SyntaxTree).GetOperation(taker, cancellationToken) is IInvocationOperation { Type: { } type } started && Observed.IsTask(type) && Observed.IsDropped(started);

    /// <summary>A lambda kept in a local, and handed on from there or called in something that repeats it.</summary>
    private RetryScope? ExecutedLater(VariableDeclaratorSyntax variable, SyntaxNode lambda, int depth, CancellationToken cancellationToken)
    {
        if (source.Model(variable.SyntaxTree).GetDeclaredSymbol(variable, cancellationToken) is not ILocalSymbol local ||
            source.Uses(local, cancellationToken) is not { } uses)
        {
            return null;
        }

        foreach (var use in uses)
        {
            // action.WithRetriesAsync(3) is handed to an extension of delegates.
            var taker = use.Name.Parent switch
            {
                ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } => call,
                MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } access when access.Expression == use.Name => call,
                _ => null,
            };
            var scope = taker is not null ? Executing(taker, use.Name, null, depth, cancellationToken)
                : use.Invocation is { } called && !lambda.Span.Contains(called.Span) ? Find(called, depth + 1, cancellationToken)
                : null;
            if (scope is not null)
                return scope with { Region = lambda, Run = taker is null ? (use.Invocation!, scope) : null };
        }

        return null;
    }

    /// <param name="invocation">The call that is handed a delegate.</param>
    /// <param name="argument">The delegate, as it is handed over.</param>
    /// <param name="handed">What the caller of the method round the invocation hands over for it, where it is that method's parameter.</param>
    /// <param name="depth">How many helpers have been gone through.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    private RetryScope? Executing(InvocationExpressionSyntax invocation, ExpressionSyntax argument, IOperation? handed, int depth, CancellationToken cancellationToken)
    {
        if (depth > MaxHelpers || source.Model(invocation.SyntaxTree).GetOperation(invocation, cancellationToken) is not IInvocationOperation operation)
            return null;

        var method = operation.TargetMethod;
        switch (team.Is(VocabularyKind.Retry, method))
        {
            case Certainty.No:
                return null;
            case Certainty.Yes:
                return IsSwitchedOff(operation)
                    ? null
                    : new RetryScope(RetryKind.Helper, argument, invocation, invocation.CalledPlace().GetLocation(), RetryLimit.Unknown, Certainty.No) { Name = method.Name };
        }

        if (PollyApis.IsExecutor(method))
        {
            if (operation.Receiver() is not { } policy || pipelines.Of(policy, cancellationToken) is not { Retries: Certainty.Yes } pipeline)
                return null;
            return new RetryScope(RetryKind.Polly, argument, invocation, invocation.CalledPlace().GetLocation(), pipeline.Limit, pipeline.OnlyRefusals) { Name = method.Name, Pipeline = pipeline };
        }

        if (!source.IsSource(method))
            return null;
        foreach (var passed in operation.Arguments)
        {
            if (passed.Parameter is not { } parameter || !passed.Value.Syntax.Span.Contains(argument.Span))
                continue;
            var given = passed.Value.Unwrap() is IParameterReferenceOperation ? handed ?? passed.Value : passed.Value;
            return !IsSwitchedOff(operation) && Invoking(method, parameter.Ordinal, given, depth + 1, cancellationToken) is { } inner
                ? inner with { Kind = RetryKind.Helper, Region = argument, Boundary = invocation, Name = method.Name }
                : null;
        }

        return null;
    }

    /// <summary>The retry inside the method round the places where it runs the delegate that it is handed.</summary>
    private RetryScope? Invoking(IMethodSymbol method, int ordinal, IOperation handed, int depth, CancellationToken cancellationToken)
    {
        if (source.Implementation(method, cancellationToken) is not { } implementation || ordinal >= implementation.OriginalDefinition.Parameters.Length ||
            source.Body(implementation, cancellationToken) is not { } body)
        {
            return null;
        }

        var parameter = implementation.OriginalDefinition.Parameters[ordinal];
        foreach (var operation in body.Tree())
        {
            if (operation is not IParameterReferenceOperation reference || !SymbolEqualityComparer.Default.Equals(reference.Parameter, parameter))
                continue;

            var scope = reference.Wrapped().Parent switch
            {
                IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke } run => Running(run.Syntax, handed, depth, cancellationToken),
                IConditionalAccessOperation access => Running(access.Syntax, handed, depth, cancellationToken),
                IArgumentOperation { Parent: IInvocationOperation { Syntax: InvocationExpressionSyntax taker } } argument
                    when argument.Value.Syntax is ExpressionSyntax value =>
                    Executing(taker, value, handed, depth, cancellationToken) ?? Find(taker, depth, cancellationToken),
                _ => null,
            };
            if (scope is not null)
                return scope;
        }

        return null;
    }

    /// <summary>The retry round the place where a helper runs the delegate; null where the delegate makes another call of the number that it is told.</summary>
    private RetryScope? Running(SyntaxNode run, IOperation handed, int depth, CancellationToken cancellationToken) =>
        Find(run, depth, cancellationToken) is { } scope && !ToldAttempts.MakeAnotherCall(handed, ToldAttempts.In(run, scope.Region), source, cancellationToken) ? scope : null;

    /// <summary>A helper told at the call not to try again.</summary>
    private static bool IsSwitchedOff(IInvocationOperation call)
    {
        foreach (var argument in call.Arguments)
        {
            if (argument is { Parameter.Name: var name, Value.ConstantValue: { HasValue: true, Value: var value } } && argument.ArgumentKind != ArgumentKind.DefaultValue && !name.ContainsIgnoreCase("delay") &&
                (value is 0 or false && (name.ContainsIgnoreCase("retr") || name.ContainsIgnoreCase("attempt")) || value is 1 && CountsTheFirst(name)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>One attempt is the call itself; one retry is one more.</summary>
    private static bool CountsTheFirst(string name) =>
        !name.ContainsIgnoreCase("retr") && (name.ContainsIgnoreCase("attempt") || name.ContainsIgnoreCase("tries") || name.ContainsIgnoreCase("times"));
}
