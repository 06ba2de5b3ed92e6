using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model.Resilience;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Retries;

/// <summary>
/// Joins the retries of Polly's with what they run. A policy is often written in one file and executed in another, so the executing places of all files
/// are looked up, once a compilation and only where a file that is asked about writes a retry.
/// </summary>
internal sealed class ExecutedRetries(IntegrationModel model)
{
    private static readonly string[] Handlers = ["AddResilienceHandler", "AddPolicyHandler", "AddTransientHttpErrorPolicy", "AddPolicyHandlerFromRegistry"];
    private static readonly HashSet<uint> RetryWords = TextWords.Hashes(
        ["Retry", "RetryAsync", "RetryForever", "RetryForeverAsync", "WaitAndRetry", "WaitAndRetryAsync", "WaitAndRetryForever", "WaitAndRetryForeverAsync", "AddRetry"]);

    private readonly DelegateCallers _callers = new(model);
    private readonly Once<Dictionary<SyntaxTree, ImmutableArray<ExecutedRetry>>> _found = new();

    /// <summary>The retries that the file writes and that run outbound calls, each once.</summary>
    public ImmutableArray<ExecutedRetry> In(SyntaxTree tree, CancellationToken cancellationToken)
    {
        if (!model.CallNames.Any || !TreeIndex.Of(tree).Words.ContainsAny(RetryWords))
            return ImmutableArray<ExecutedRetry>.Empty;
        return _found.Get(Read, cancellationToken).TryGetValue(tree, out var retries) ? retries : ImmutableArray<ExecutedRetry>.Empty;
    }

    private Dictionary<SyntaxTree, ImmutableArray<ExecutedRetry>> Read(CancellationToken cancellationToken)
    {
        var seen = new HashSet<SyntaxNode>();
        var lists = new Dictionary<SyntaxTree, ImmutableArray<ExecutedRetry>>();
        foreach (var invocation in Invocations(PollyApis.Executors, cancellationToken))
        {
            if (!PollyApis.IsExecutor(invocation.TargetMethod) || invocation.Receiver() is not { } policy)
                continue;
            var pipeline = model.Pipelines.Of(policy, cancellationToken);
            if (pipeline.Retries == Certainty.Yes && RunsCall(invocation, cancellationToken))
                Add(pipeline, invocation, false);
        }

        foreach (var registration in Invocations(Handlers, cancellationToken))
        {
            if (model.Pipelines.OfHandler(registration, cancellationToken) is { } pipeline)
                Add(pipeline, registration, true);
        }

        return lists;

        void Add(ResiliencePipeline pipeline, IInvocationOperation by, bool isHandler)
        {
            foreach (var retry in pipeline.AllRetries())
            {
                if (!seen.Add(retry.Origin))
                    continue;
                var tree = retry.Origin.SyntaxTree;
                var others = lists.TryGetValue(tree, out var known) ? known : ImmutableArray<ExecutedRetry>.Empty;
                lists[tree] = others.Add(new ExecutedRetry(retry, pipeline, by.Syntax.GetLocation(), isHandler)
                {
                    IsOfEndlessClient = isHandler && retry.Limit.IsUnbounded && IsOfEndlessClient(by, cancellationToken),
                });
            }
        }
    }

    private bool IsOfEndlessClient(IInvocationOperation handler, CancellationToken cancellationToken)
    {
        foreach (var client in model.Registrations.Clients(cancellationToken))
        {
            foreach (var step in client.Steps)
            {
                if (step.Invocation.Syntax == handler.Syntax)
                    return client.EndlessTimeout(cancellationToken) is not null && model.Registrations.CallsEnd(client, cancellationToken) == Certainty.No;
            }
        }

        return false;
    }

    private bool RunsCall(IInvocationOperation execution, CancellationToken cancellationToken)
    {
        foreach (var argument in execution.Arguments)
        {
            var value = argument.Value.Unwrap();
            if (value is IParameterReferenceOperation parameter)
            {
                if (!_callers.Reached(parameter.Parameter, cancellationToken).IsEmpty)
                    return true;
            }
            else if (value is IDelegateCreationOperation { Target: IMethodReferenceOperation group })
            {
                if (!model.Summaries.ReachFrom(group.Method, cancellationToken).IsEmpty)
                    return true;
            }
            else if (!model.Summaries.ReachWithin(value, cancellationToken).IsEmpty)
            {
                return true;
            }
            else if (value is IDelegateCreationOperation && RunsParameter(value, cancellationToken))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary><c>policy.ExecuteAsync(() =&gt; action())</c>: a helper that is handed what it runs.</summary>
    private bool RunsParameter(IOperation lambda, CancellationToken cancellationToken)
    {
        foreach (var operation in lambda.Tree())
        {
            if (operation is IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke, Instance: { } instance } && instance.Unwrap() is IParameterReferenceOperation parameter &&
                !_callers.Reached(parameter.Parameter, cancellationToken).IsEmpty)
            {
                return true;
            }
        }

        return false;
    }

    private IEnumerable<IInvocationOperation> Invocations(string[] names, CancellationToken cancellationToken)
    {
        var hashes = TextWords.Hashes(names);
        foreach (var tree in model.Compilation.SyntaxTrees)
        {
            if (!TreeIndex.Of(tree).Words.ContainsAny(hashes))
                continue;
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var node in model.Source.Nodes(tree, cancellationToken).Of(SyntaxKind.InvocationExpression))
            {
                if (node is InvocationExpressionSyntax invocation && invocation.CalledText() is { } name && System.Array.IndexOf(names, name) >= 0 &&
                    model.Source.Model(tree).GetOperation(invocation, cancellationToken) is IInvocationOperation operation)
                {
                    yield return operation;
                }
            }
        }
    }
}
