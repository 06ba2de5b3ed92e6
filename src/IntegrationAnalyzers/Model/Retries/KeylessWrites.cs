using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model.Calls;
using IntegrationAnalyzers.Model.Registrations;
using IntegrationAnalyzers.Model.Summaries;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;

namespace IntegrationAnalyzers.Model.Retries;

/// <summary>Calls that change something at the other side and tell it by no key that two of them are one.</summary>
internal sealed class KeylessWrites(IdempotencyKeys keys, PromptAddresses prompts, GraphQlBodies graphQl)
{
    /// <summary>Whether the write that the retry in sight makes again changes something and carries no key, at its place and, where a helper repeats it, at the helper.</summary>
    public bool Is(SyntaxNode place, ReachedCall reached, RetryScope scope, WriteRules rules, CancellationToken cancellationToken) =>
        !IsReadOnly(place, reached, rules, cancellationToken) &&
        keys.On(place, reached, rules.HeaderNames, cancellationToken) == Certainty.No &&
        (scope.Kind != RetryKind.Helper || keys.On(scope.Boundary, reached, rules.HeaderNames, cancellationToken) == Certainty.No);

    /// <summary>The same for what the client's handlers make again, out of sight of the write: a handler of the client's may add the key as well.</summary>
    public bool Is(ReachedCall sent, RegisteredClient client, WriteRules rules, CancellationToken cancellationToken)
    {
        var place = sent.Path.IsEmpty ? sent.Call.Operation.Syntax : sent.Path[0].Syntax;
        return !IsReadOnly(place, sent, rules, cancellationToken) && keys.On(place, sent, rules.HeaderNames, cancellationToken, client) == Certainty.No;
    }

    /// <summary>The same, whatever the write is for.</summary>
    public bool Is(ReachedCall sent, RegisteredClient client, KeyMarks marks, CancellationToken cancellationToken) =>
        keys.On(sent.Path.IsEmpty ? sent.Call.Operation.Syntax : sent.Path[0].Syntax, sent, marks.Names, cancellationToken, client) == Certainty.No;

    private bool IsReadOnly(SyntaxNode place, ReachedCall reached, WriteRules rules, CancellationToken cancellationToken)
    {
        // What is sent by GraphQL is told by the document, whatever the address and the wrappers are called.
        return graphQl.Of(place, reached, rules.HeaderNames, cancellationToken) switch
        {
            GraphQlKind.Query => true,
            GraphQlKind.Mutation => IsNamedReadOnly(place, reached, new HashSet<string>(rules.ReadOnlyWords.Except(ReadOnlyNames.OfGraphQl), StringComparer.OrdinalIgnoreCase), cancellationToken),
            _ => IsNamedReadOnly(place, reached, rules.ReadOnlyWords, cancellationToken),
        };
    }

    private bool IsNamedReadOnly(SyntaxNode place, ReachedCall reached, HashSet<string> words, CancellationToken cancellationToken)
    {
        if (place.EnclosingMethodName() is { } enclosing && ReadOnlyNames.InMethod(enclosing, words))
            return true;
        foreach (var step in reached.Path)
        {
            if (ReadOnlyNames.InMethod(step.TargetMethod.Name, words))
                return true;
        }

        var call = reached.Call;
        if (RefitUrl(call) is { } route && (ReadOnlyNames.InText(route, words) || prompts.Is(route, call, cancellationToken)))
            return true;
        if (call.Member.Namespace is "Refit" or "Stripe" && ReadOnlyNames.InMethod(call.Name, words))
            return true;
        return RequestAddress.Says(reached, words, cancellationToken) || prompts.Has(reached, cancellationToken);
    }

    private static string? RefitUrl(OutboundCall call)
    {
        foreach (var attribute in call.Operation.TargetMethod.GetAttributes())
        {
            if (attribute.ConstructorArguments is [{ Value: string route }, ..])
                return route;
        }

        return null;
    }
}
