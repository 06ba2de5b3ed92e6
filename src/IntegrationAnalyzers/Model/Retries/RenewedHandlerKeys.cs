using System.Collections.Generic;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model.Registrations;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Retries;

/// <summary>A handler that makes a key for each request it sees, registered inside one that repeats requests.</summary>
/// <param name="Registration">The call that adds it.</param>
/// <param name="Handler">Its type.</param>
/// <param name="Name">The header's name.</param>
/// <param name="Value">Where it makes the key.</param>
/// <param name="Retry">The call that adds the retry.</param>
internal sealed record RenewedHandlerKey(IInvocationOperation Registration, ITypeSymbol Handler, string Name, Location Value, IInvocationOperation Retry);

/// <summary>Holds the order of a client's handlers against the keys that they make: what is added first stands outside.</summary>
internal sealed class RenewedHandlerKeys(IntegrationModel model)
{
    private static readonly KeyMarks Marks = new(new HashSet<string>());

    public IEnumerable<RenewedHandlerKey> In(SyntaxTree tree, CancellationToken cancellationToken)
    {
        if (!TreeIndex.Of(tree).Words.Contains(RegistrationApis.AddMessageHandler) || !model.KeyHandlers.Any(Marks, cancellationToken))
            yield break;

        var seen = new HashSet<SyntaxNode>();
        foreach (var client in model.Registrations.Clients(cancellationToken))
        {
            RegistrationStep? retry = null;
            foreach (var step in client.Handlers)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (step.IsConditional)
                    continue;
                if (step.Handler != HandlerKind.Message)
                    retry = retry ?? (RepeatsWrites(step, cancellationToken) ? step : null);
                else if (retry is not null && step.Invocation.Syntax.SyntaxTree == tree && step.HandlerType is { } type && Made(type, cancellationToken) is { } key && seen.Add(step.Invocation.Syntax))
                    yield return new RenewedHandlerKey(step.Invocation, type, key.Name, key.Value.GetLocation(), retry.Invocation);
            }
        }
    }

    private bool RepeatsWrites(RegistrationStep step, CancellationToken cancellationToken)
    {
        if (model.Pipelines.OfHandler(step.Invocation, cancellationToken) is not { } pipeline)
            return false;
        var isHedging = pipeline.Has(StrategyKind.Hedging) == Certainty.Yes;
        return (isHedging || pipeline.Retries == Certainty.Yes) && RepeatedClients.Repeats(pipeline, isHedging, HttpVerb.Post);
    }

    /// <summary>The key that the handler makes for whatever it is handed; null where it first looks whether there is one: the request of the next attempt is the same.</summary>
    private KeyValue? Made(ITypeSymbol handler, CancellationToken cancellationToken)
    {
        if (!model.KeyHandlers.Adds(handler, Marks, cancellationToken) || handler.DeclaringSyntaxReferences is not [var reference])
            return null;
        var declaration = reference.GetSyntax(cancellationToken);
        foreach (var node in declaration.DescendantNodes())
        {
            if (node is InvocationExpressionSyntax call && call.CalledText() is "Contains" or "TryGetValues" or "TryGetValue" or "Any")
                return null;
        }

        var semantics = model.Source.Model(declaration.SyntaxTree);
        foreach (var key in KeyValues.In(declaration, semantics, cancellationToken))
        {
            if (semantics.GetOperation(key.Value, cancellationToken) is { } value && ValueOrigin.Of(value, model.Source, cancellationToken) is var origin &&
                model.RenewedKeys.IsRenewed(origin, cancellationToken) && origin.Syntax.SyntaxTree == declaration.SyntaxTree &&
                origin.Syntax.FirstAncestorOrSelf<BaseMethodDeclarationSyntax>() is MethodDeclarationSyntax { Identifier.ValueText: "SendAsync" or "Send" })
            {
                return key;
            }
        }

        return null;
    }
}
