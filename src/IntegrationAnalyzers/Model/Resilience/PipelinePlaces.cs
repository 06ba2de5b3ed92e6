using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model.Retries;
using IntegrationAnalyzers.Model.Summaries;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Resilience;

/// <summary>Tells whether a place puts a pipeline round outbound calls.</summary>
internal sealed class PipelinePlaces(IntegrationModel model)
{
    /// <summary>The pipeline at the place, null where it is none, or goes round other things.</summary>
    public PipelineUse? At(SyntaxNode node, CancellationToken cancellationToken) => node switch
    {
        ObjectCreationExpressionSyntax { Type: IdentifierNameSyntax { Identifier.ValueText: "ResilienceHandler" or "PolicyHttpMessageHandler" } } creation =>
            model.Source.Model(node.SyntaxTree).GetOperation(creation, cancellationToken) is IObjectCreationOperation made && model.Pipelines.OfHandler(made, cancellationToken) is { } pipeline
                ? new PipelineUse(pipeline, node) { IsHandler = true }
                : null,
        InvocationExpressionSyntax invocation when invocation.CalledText() is { } name => AtCall(invocation, name, cancellationToken),
        _ => null,
    };

    /// <summary>The executor of a policy or pipeline at the invocation, with the outbound calls it runs; null where it runs none.</summary>
    public PipelineUse? Execution(InvocationExpressionSyntax invocation, CancellationToken cancellationToken)
    {
        if (!PollyApis.IsExecutorName(invocation.CalledText()) || !MayRunCall(invocation) || Bound(invocation, cancellationToken) is not { } call || !PollyApis.IsExecutor(call.TargetMethod) ||
            call.Receiver() is not { } receiver)
        {
            return null;
        }

        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter?.Type.TypeKind != TypeKind.Delegate)
                continue;
            var calls = Reached(argument.Value, cancellationToken);
            return calls.IsEmpty ? null : new PipelineUse(model.Pipelines.Of(receiver, cancellationToken), invocation) { Calls = calls, Delegate = argument.Value };
        }

        return null;
    }

    private PipelineUse? AtCall(InvocationExpressionSyntax invocation, string name, CancellationToken cancellationToken)
    {
        if (PollyApis.IsExecutorName(name))
            return Execution(invocation, cancellationToken);
        if (HttpResilienceApis.KindOf(name) != PipelineHandlerKind.None)
            return Handler(invocation, cancellationToken);
        if (name is not ("Build" or "Wrap" or "WrapAsync" or PollyApis.AddResiliencePipeline) || Bound(invocation, cancellationToken) is not { } call)
            return null;

        // Made for responses, and used out of sight.
        var method = call.TargetMethod;
        if (name == PollyApis.AddResiliencePipeline)
        {
            return call.Argument("configure") is { } configure && method.TypeArguments is [_, var result] && PolicyApis.IsResponse(result)
                ? new PipelineUse(model.Pipelines.OfConfigure(configure, cancellationToken), invocation)
                : null;
        }

        return (PollyApis.Builds(method) || PollyApis.Combines(method)) && PolicyApis.IsResponse(PolicyApis.ResultOf(call.Type))
            ? new PipelineUse(model.Pipelines.Of(call, cancellationToken), invocation)
            : null;
    }

    private PipelineUse? Handler(InvocationExpressionSyntax invocation, CancellationToken cancellationToken)
    {
        if (Bound(invocation, cancellationToken) is not { } registration || model.Pipelines.OfHandler(registration, cancellationToken) is not { } pipeline)
            return null;

        var outer = ResiliencePipeline.Empty;
        var inner = ResiliencePipeline.Empty;
        foreach (var other in Beside(registration, cancellationToken))
        {
            if (other.Syntax == registration.Syntax || model.Pipelines.OfHandler(other, cancellationToken) is not { } also)
                continue;
            if (NameStart(other) < NameStart(registration))
                outer = outer.Add(also);
            else
                inner = inner.Add(also);
        }

        return new PipelineUse(pipeline, invocation) { IsHandler = true, Outer = outer, Inner = inner };
    }

    /// <summary>The registrations on the same builder: in the same chain, and on the variable or parameter where the chain begins.</summary>
    private static IEnumerable<IInvocationOperation> Beside(IInvocationOperation registration, CancellationToken cancellationToken)
    {
        var root = Begin(registration);
        if (root.ReferencedSymbol() is not { } builder || root is not (ILocalReferenceOperation or IParameterReferenceOperation) || !IsClientBuilder(root.Type))
            builder = null;
        IOperation scope = registration;
        while (scope.Parent is { } parent && (builder is not null || parent is not (IExpressionStatementOperation or IBlockOperation or IReturnOperation or IAnonymousFunctionOperation)))
            scope = parent;
        foreach (var operation in scope.Tree())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (operation is IInvocationOperation other && HttpResilienceApis.KindOf(other.TargetMethod) != PipelineHandlerKind.None &&
                Begin(other) is var begin && (begin.Syntax == root.Syntax || builder is not null && SymbolEqualityComparer.Default.Equals(begin.ReferencedSymbol(), builder)))
            {
                yield return other;
            }
        }
    }

    /// <summary>Where a chain begins, the service collection before the client's own call left out.</summary>
    private static IOperation Begin(IInvocationOperation call)
    {
        IOperation current = call;
        while (current is IInvocationOperation invocation && invocation.Receiver() is { } receiver && IsClientBuilder(receiver.Unwrap().Type))
            current = receiver.Unwrap();
        return current;
    }

    private static bool IsClientBuilder(ITypeSymbol? type) => type is { Name: "IHttpClientBuilder" };

    private static int NameStart(IInvocationOperation call) =>
        call.Syntax is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name: var name } } ? name.SpanStart : call.Syntax.SpanStart;

    private ImmutableArray<ReachedCall> Reached(IOperation value, CancellationToken cancellationToken)
    {
        if (FunctionValue.Of(value, model.Source, cancellationToken) is { } function)
            return model.Summaries.ReachWithin(function.Body, cancellationToken);

        // A delegate that a helper is handed: what its callers hand it.
        if (ValueOrigin.Of(value, model.Source, cancellationToken) is not IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol helper } parameter } ||
            model.Source.Uses(helper, cancellationToken) is not { } uses)
        {
            return ImmutableArray<ReachedCall>.Empty;
        }

        foreach (var use in uses)
        {
            if (use.Operation(cancellationToken) is not IInvocationOperation call)
                continue;
            foreach (var argument in call.Arguments)
            {
                if (argument.Parameter?.Ordinal == parameter.Ordinal && FunctionValue.Of(argument.Value, model.Source, cancellationToken) is { } given &&
                    model.Summaries.ReachWithin(given.Body, cancellationToken) is { IsEmpty: false } calls)
                {
                    return calls;
                }
            }
        }

        return ImmutableArray<ReachedCall>.Empty;
    }

    /// <summary>Whether an argument is a function, or a name that may be one.</summary>
    private static bool MayRunCall(InvocationExpressionSyntax invocation)
    {
        foreach (var argument in invocation.ArgumentList.Arguments)
        {
            if (argument.Expression is AnonymousFunctionExpressionSyntax or SimpleNameSyntax or MemberAccessExpressionSyntax)
                return true;
        }

        return false;
    }

    private IInvocationOperation? Bound(InvocationExpressionSyntax invocation, CancellationToken cancellationToken) =>
        model.Source.Model(invocation.SyntaxTree).GetOperation(invocation, cancellationToken) as IInvocationOperation;
}
