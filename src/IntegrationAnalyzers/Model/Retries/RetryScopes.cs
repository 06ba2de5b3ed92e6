using System.Collections.Generic;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model.Resilience;
using IntegrationAnalyzers.Model.Vocabularies;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Retries;

/// <summary>
/// Finds what repeats a call: from the call outwards through loops, the delegates it stands in, and the policies and helpers that those
/// are handed to.
/// </summary>
internal sealed class RetryScopes
{
    /// <summary>How many helpers a delegate is followed through.</summary>
    private const int MaxHelpers = 3;

    private readonly SourceIndex _source;
    private readonly FlowGraphs _graphs;
    private readonly ResiliencePipelines _pipelines;
    private readonly TeamApis _team;
    private readonly Memo<SyntaxNode, RetryScope?> _scopes = new();

    public RetryScopes(SourceIndex source, ResiliencePipelines pipelines, TeamApis team)
    {
        _source = source;
        _graphs = source.Graphs;
        _pipelines = pipelines;
        _team = team;
    }

    /// <summary>The innermost retry round the invocation within its member; null where none is known.</summary>
    public RetryScope? Around(SyntaxNode invocation, CancellationToken cancellationToken) =>
        _scopes.TryGetValue(invocation, out var known) ? known : _scopes.GetOrAdd(invocation, Find(invocation, 0, cancellationToken));

    /// <summary>The retry that the invocation puts round a delegate given to it, the argument; null where it is no retry.</summary>
    public RetryScope? Executing(InvocationExpressionSyntax invocation, ExpressionSyntax argument, CancellationToken cancellationToken) =>
        Executing(invocation, argument, 0, cancellationToken);

    /// <summary>Whether anything round the node, by syntax alone, may repeat it.</summary>
    public static bool MayBeRetried(SyntaxNode node)
    {
        for (var parent = node.Parent; parent is not null; parent = parent.Parent)
        {
            switch (parent)
            {
                case ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax or LabeledStatementSyntax:
                case AnonymousFunctionExpressionSyntax:
                    return true;
                case LocalFunctionStatementSyntax local when CallsItself(local, local.Identifier.ValueText):
                    return true;
                case MethodDeclarationSyntax method:
                    return CallsItself(method, method.Identifier.ValueText) || HasGoto(method);
                case MemberDeclarationSyntax and not GlobalStatementSyntax:
                    return HasGoto(parent);
            }
        }

        return false;
    }

    private RetryScope? Find(SyntaxNode call, int depth, CancellationToken cancellationToken)
    {
        var node = call;
        while (FlowGraphs.FunctionOf(node) is { } function)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Loop(function, node, cancellationToken) is { } loop)
                return loop;
            switch (function)
            {
                case AnonymousFunctionExpressionSyntax { Parent: ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax taker } } lambda:
                    if (Executing(taker, lambda, depth, cancellationToken) is { } executed)
                        return executed;
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

    /// <summary>A lambda kept in a local and handed on from there.</summary>
    private RetryScope? ExecutedLater(VariableDeclaratorSyntax variable, SyntaxNode lambda, int depth, CancellationToken cancellationToken)
    {
        if (_source.Model(variable.SyntaxTree).GetDeclaredSymbol(variable, cancellationToken) is not ILocalSymbol local ||
            _source.Uses(local, cancellationToken) is not { } uses)
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
            if (taker is not null && Executing(taker, use.Name, depth, cancellationToken) is { } scope)
            {
                return scope with { Region = lambda };
            }
        }

        return null;
    }

    private RetryScope? Executing(InvocationExpressionSyntax invocation, ExpressionSyntax argument, int depth, CancellationToken cancellationToken)
    {
        if (depth > MaxHelpers || _source.Model(invocation.SyntaxTree).GetOperation(invocation, cancellationToken) is not IInvocationOperation operation)
            return null;

        var method = operation.TargetMethod;
        switch (_team.Is(VocabularyKind.Retry, method))
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
            if (operation.Receiver() is not { } policy || _pipelines.Of(policy, cancellationToken) is not { Retries: Certainty.Yes } pipeline)
                return null;
            foreach (var retry in pipeline.AllRetries())
                return new RetryScope(RetryKind.Polly, argument, invocation, invocation.CalledPlace().GetLocation(), retry.Limit, retry.Handles.OnlyRefusals) { Name = method.Name, Pipeline = pipeline };
            return null;
        }

        if (!_source.IsSource(method))
            return null;
        foreach (var passed in operation.Arguments)
        {
            if (passed.Parameter is not { } parameter || !passed.Value.Syntax.Span.Contains(argument.Span))
                continue;
            return !IsSwitchedOff(operation) && Invoking(method, parameter.Ordinal, depth + 1, cancellationToken) is { } inner
                ? inner with { Kind = RetryKind.Helper, Region = argument, Boundary = invocation, Name = method.Name }
                : null;
        }

        return null;
    }

    /// <summary>The retry inside the method round the places where it runs the delegate.</summary>
    private RetryScope? Invoking(IMethodSymbol method, int ordinal, int depth, CancellationToken cancellationToken)
    {
        if (_source.Implementation(method, cancellationToken) is not { } implementation || ordinal >= implementation.OriginalDefinition.Parameters.Length ||
            _source.Body(implementation, cancellationToken) is not { } body)
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
                IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke } run => Find(run.Syntax, depth, cancellationToken),
                IConditionalAccessOperation access => Find(access.Syntax, depth, cancellationToken),
                IArgumentOperation { Parent: IInvocationOperation { Syntax: InvocationExpressionSyntax taker } } argument
                    when argument.Value.Syntax is ExpressionSyntax value =>
                    Executing(taker, value, depth, cancellationToken) ?? Find(taker, depth, cancellationToken),
                _ => null,
            };
            if (scope is not null)
                return scope;
        }

        return null;
    }

    private RetryScope? Loop(SyntaxNode function, SyntaxNode call, CancellationToken cancellationToken)
    {
        RetryFlow? flow = null;
        ControlFlowGraph? graph = null;
        var model = _source.Model(call.SyntaxTree);
        for (var loop = call.Parent; loop is not null && loop != function; loop = loop.Parent)
        {
            if (loop is not (ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax))
                continue;
            if (!Prepare() || FlowBlocks.Range(graph!, loop.Span) is not { } range || FlowBlocks.Loop(graph!, range.First, range.Last) is not { } goal)
                continue;
            if (flow!.Repeats(goal) is { } repeats && !AttemptVariables.MakesAnotherCall(loop, call, model, cancellationToken))
            {
                return new RetryScope(
                    RetryKind.Loop, loop, loop, loop.GetFirstToken().GetLocation(), AttemptLimit.Of(loop, _source, cancellationToken), repeats ? Certainty.No : Certainty.Yes);
            }
        }

        foreach (var label in LabelsJumpedBackTo(function, call))
        {
            if (Prepare() && FlowBlocks.Range(graph!, label.Span) is { } range && FlowBlocks.Loop(graph!, range.First, range.Last) is { } goal &&
                flow!.Repeats(goal) is { } repeats)
            {
                return new RetryScope(
                    RetryKind.Loop, label.Parent!, label, label.Identifier.GetLocation(), RetryLimit.Unknown, repeats ? Certainty.No : Certainty.Yes);
            }
        }

        return Recursion(function, call, model, cancellationToken);

        bool Prepare()
        {
            graph ??= _graphs.Of(function, cancellationToken);
            flow ??= graph is null ? null : RetryFlow.Of(graph, call, _source, cancellationToken);
            return flow is not null;
        }
    }

    private RetryScope? Recursion(SyntaxNode function, SyntaxNode call, SemanticModel model, CancellationToken cancellationToken)
    {
        var name = function switch
        {
            MethodDeclarationSyntax method => method.Identifier.ValueText,
            LocalFunctionStatementSyntax local => local.Identifier.ValueText,
            _ => null,
        };
        if (name is null || !CallsItself(function, name) || model.GetDeclaredSymbol(function, cancellationToken) is not IMethodSymbol symbol)
            return null;

        // A wrapper is often named like what it wraps: most of these calls are none of itself, and then no flow need be known.
        var selfCalls = SelfCalls(function, symbol, call, model, cancellationToken);
        if (selfCalls.Count == 0 || _graphs.Of(function, cancellationToken) is not { } graph || RetryFlow.Of(graph, call, _source, cancellationToken) is not { } flow)
            return null;

        var blocks = new HashSet<int>();
        for (var i = selfCalls.Count - 1; i >= 0; i--)
        {
            if (FlowBlocks.Find(graph, selfCalls[i].Syntax) is { } block)
                blocks.Add(block.Ordinal);
            else
                selfCalls.RemoveAt(i);
        }

        return selfCalls.Count > 0 && flow.Repeats(new FlowGoal(0, int.MaxValue, blocks)) is { } repeats &&
            !AttemptVariables.MakesAnotherCall(function, call, selfCalls, model, cancellationToken)
                ? new RetryScope(
                    RetryKind.Recursion, function, function, ((InvocationExpressionSyntax)selfCalls[0].Syntax).CalledPlace().GetLocation(), RetryLimit.Unknown, repeats ? Certainty.No : Certainty.Yes)
                : null;
    }

    private static List<IInvocationOperation> SelfCalls(SyntaxNode function, IMethodSymbol symbol, SyntaxNode call, SemanticModel model, CancellationToken cancellationToken)
    {
        var selfCalls = new List<IInvocationOperation>();
        foreach (var node in function.DescendantNodes())
        {
            if (node is InvocationExpressionSyntax candidate && candidate != call && candidate.CalledText() == symbol.Name &&
                model.GetOperation(candidate, cancellationToken) is IInvocationOperation self &&
                SymbolEqualityComparer.Default.Equals((self.TargetMethod.ReducedFrom ?? self.TargetMethod).OriginalDefinition, symbol))
            {
                selfCalls.Add(self);
            }
        }

        return selfCalls;
    }

    /// <summary>The labels before the call that a later <c>goto</c> of the function names.</summary>
    private static IEnumerable<LabeledStatementSyntax> LabelsJumpedBackTo(SyntaxNode function, SyntaxNode call)
    {
        if (!HasGoto(function))
            yield break;
        for (var parent = call.Parent; parent is not null && parent != function; parent = parent.Parent)
        {
            if (parent is LabeledStatementSyntax label)
                yield return label;
        }
    }

    // The text first: next to no function does either, and reading its shape walks it whole.
    private static bool HasGoto(SyntaxNode member) => TreeIndex.Of(member.SyntaxTree).Words.Contains("goto") && FunctionShape.Of(member).HasGoto;

    private static bool CallsItself(SyntaxNode function, string name) =>
        TextWords.PositionsOf(name, function.SyntaxTree.GetText(), function.Span).Count > 1 && FunctionShape.Of(function).Calls(name);

    /// <summary>A helper told at the call not to try again.</summary>
    private static bool IsSwitchedOff(IInvocationOperation call)
    {
        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter is { } parameter && argument.Value.ConstantValue is { HasValue: true, Value: 0 or false } &&
                (parameter.Name.ContainsIgnoreCase("retr") || parameter.Name.ContainsIgnoreCase("attempt")) && !parameter.Name.ContainsIgnoreCase("delay") &&
                argument.ArgumentKind != ArgumentKind.DefaultValue)
            {
                return true;
            }
        }

        return false;
    }
}
