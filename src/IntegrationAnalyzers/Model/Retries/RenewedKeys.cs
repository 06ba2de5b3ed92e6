using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model.Calls;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Retries;

/// <summary>
/// Finds keys whose value is made inside the retry: in the attempt itself, by a helper that it calls, in a wrapper on the way to the call, or in what a retrying helper is
/// handed to make the request of each attempt.
/// </summary>
internal sealed class RenewedKeys(SourceIndex source, RetriedCalls calls, RetryScopes scopes)
{
    private readonly KeyParameters _parameters = new(source);

    public ImmutableArray<RenewedKey> In(SyntaxTree tree, CancellationToken cancellationToken)
    {
        var found = ImmutableArray.CreateBuilder<RenewedKey>();
        var seen = new HashSet<SyntaxNode>();
        foreach (var call in calls.In(tree, cancellationToken))
        {
            // What was refused has not been processed: another key does no harm.
            if (call.IsDelegate || !call.Scope.RepeatsWhatMayHaveHappened || !call.Scope.Region.Span.Contains(call.Place.Span))
                continue;
            foreach (var key in InAttempt(call, cancellationToken))
            {
                if (seen.Add(key.Place))
                    found.Add(key);
            }

            if (InWrapper(call, cancellationToken) is { } wrapped && seen.Add(wrapped.Place))
                found.Add(wrapped);
        }

        foreach (var key in InFactories(tree, cancellationToken))
        {
            if (seen.Add(key.Place))
                found.Add(key);
        }

        return found.ToImmutable();
    }

    /// <summary><c>SendWithRetryAsync(() => { … request.Headers.Add("Idempotency-Key", Guid.NewGuid()…); return request; })</c></summary>
    private IEnumerable<RenewedKey> InFactories(SyntaxTree tree, CancellationToken cancellationToken)
    {
        if (!WeakKeys.MayHold(tree))
            yield break;
        var model = source.Model(tree);
        foreach (var key in KeyValues.In(source.Nodes(tree, cancellationToken), model, cancellationToken))
        {
            if (FlowGraphs.FunctionOf(key.Value) is not AnonymousFunctionExpressionSyntax { Parent: ArgumentSyntax } factory ||
                model.GetSymbolInfo(factory, cancellationToken).Symbol is not IMethodSymbol { ReturnType: var made } || !RequestVerb.IsRequestType(made.AwaitedType()) ||
                scopes.Around(key.Value, cancellationToken) is not { RepeatsWhatMayHaveHappened: true } scope || scope.Region != factory ||
                model.GetOperation(key.Value, cancellationToken) is not { } operation || ValueOrigin.Of(operation, source, cancellationToken) is not { Syntax: ExpressionSyntax value } origin ||
                value.SyntaxTree != tree || !factory.Span.Contains(value.Span) || !IsRenewed(origin, cancellationToken))
            {
                continue;
            }

            yield return new RenewedKey(value, key.Name, value, scope, scope.Location);
        }
    }

    /// <summary>Whether what is made at the place is made anew by a retry further out, in whichever file: it calls the function with the place for each attempt.</summary>
    public bool IsRepeated(SyntaxNode place, CancellationToken cancellationToken)
    {
        foreach (var tree in source.Compilation.SyntaxTrees)
        {
            if (!calls.MayHold(tree))
                continue;
            foreach (var call in calls.In(tree, cancellationToken))
            {
                if (!call.IsDelegate && call.Scope.RepeatsWhatMayHaveHappened && call.Scope.Region.Span.Contains(call.Place.Span) && LeadsThrough(call, place, cancellationToken))
                    return true;
            }
        }

        return false;
    }

    private bool LeadsThrough(RetriedCall call, SyntaxNode place, CancellationToken cancellationToken)
    {
        foreach (var reached in call.Reached)
        {
            foreach (var step in reached.Path)
            {
                if (source.Implementation(step.TargetMethod, cancellationToken) is { } method && method.OriginalDefinition.DeclaringSyntaxReferences is [var reference] &&
                    reference.SyntaxTree == place.SyntaxTree && reference.Span.Contains(place.Span))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private IEnumerable<RenewedKey> InAttempt(RetriedCall call, CancellationToken cancellationToken)
    {
        var model = source.Model(call.Place.SyntaxTree);
        // What makes up a request is looked for in the whole member: not where no name of a key stands in the file.
        var parts = WeakKeys.MayHold(call.Place.SyntaxTree) ? RequestParts.Of(call.Place, model, cancellationToken) : [];
        foreach (var part in parts)
        {
            if (!call.Scope.Repeats(part.Span))
                continue;
            foreach (var key in KeyValues.In(part.Parent is AssignmentExpressionSyntax whole ? whole : part, model, cancellationToken))
            {
                if (Made(key.Value, model, cancellationToken) is { } value)
                    yield return new RenewedKey(value, key.Name, value, call.Scope, call.Scope.Location);
            }
        }

        if (model.GetOperation(call.Place, cancellationToken) is not IInvocationOperation invocation)
            yield break;
        foreach (var argument in invocation.Arguments)
        {
            if (argument.ArgumentKind != ArgumentKind.DefaultValue && argument is { Parameter: { } parameter, Value.Syntax: ExpressionSyntax given } &&
                Made(given, model, cancellationToken) is { } value && (KeyName(parameter) ?? _parameters.NameOf(parameter.OriginalDefinition, cancellationToken)) is { } name)
            {
                yield return new RenewedKey(value, name, value, call.Scope, call.Scope.Location);
            }
        }

        ExpressionSyntax? Made(ExpressionSyntax value, SemanticModel model, CancellationToken cancellationToken) =>
            model.GetOperation(value, cancellationToken) is { } operation && ValueOrigin.Of(operation, source, cancellationToken) is var origin && IsRenewed(origin, cancellationToken) &&
            origin.Syntax is ExpressionSyntax made && made.SyntaxTree == value.SyntaxTree && call.Scope.Repeats(made.Span)
                ? made
                : null;
    }

    /// <summary>A wrapper that makes a key for itself makes one for each attempt.</summary>
    private RenewedKey? InWrapper(RetriedCall call, CancellationToken cancellationToken)
    {
        foreach (var reached in call.Reached)
        {
            for (var i = 0; i < reached.Path.Length; i++)
            {
                if (source.Implementation(reached.Path[i].TargetMethod, cancellationToken) is not { } method || method.OriginalDefinition.DeclaringSyntaxReferences is not [var reference])
                    continue;
                var body = reference.GetSyntax(cancellationToken);
                if (i + 1 < reached.Path.Length && HandedOn(reached.Path[i + 1], body, cancellationToken) is var (name, made))
                    return new RenewedKey(call.Place.CalledPlace(), name, null, call.Scope, made.GetLocation());
                var model = source.Model(body.SyntaxTree);
                foreach (var key in KeyValues.In(body, model, cancellationToken))
                {
                    if (model.GetOperation(key.Value, cancellationToken) is { } value && ValueOrigin.Of(value, source, cancellationToken) is var origin && IsRenewed(origin, cancellationToken) &&
                        origin.Syntax.SyntaxTree == body.SyntaxTree && body.Span.Contains(origin.Syntax.Span))
                    {
                        return new RenewedKey(call.Place.CalledPlace(), key.Name, null, call.Scope, origin.Syntax.GetLocation());
                    }
                }
            }
        }

        return null;
    }

    /// <summary>The key that the wrapper makes for the next one: <c>Send(body) => Send(body, Guid.NewGuid())</c>.</summary>
    private (string Name, SyntaxNode Made)? HandedOn(IInvocationOperation next, SyntaxNode body, CancellationToken cancellationToken)
    {
        foreach (var argument in next.Arguments)
        {
            if (argument is { ArgumentKind: not ArgumentKind.DefaultValue, Parameter: { } parameter } && ValueOrigin.Of(argument.Value, source, cancellationToken) is var origin &&
                origin.Syntax.SyntaxTree == body.SyntaxTree && body.Span.Contains(origin.Syntax.Span) && IsRenewed(origin, cancellationToken) &&
                _parameters.NameOf(parameter.OriginalDefinition, cancellationToken) is { } name)
            {
                return (name, origin.Syntax);
            }
        }

        return null;
    }

    /// <summary>Whether the value is another one each time: made by chance or by the clock, here or in a helper.</summary>
    public bool IsRenewed(IOperation value, CancellationToken cancellationToken)
    {
        if (WeakKeys.IsClockAlone(value, source, cancellationToken))
            return false;
        foreach (var operation in value.Tree())
        {
            if (FreshValues.IsFresh(operation))
                return true;
        }

        if (value is not IInvocationOperation { TargetMethod: var method, Arguments.IsEmpty: true } || !source.IsSource(method) ||
            source.BodyBehind(method, cancellationToken) is not { } body)
        {
            return false;
        }

        foreach (var returned in body.Returned())
        {
            foreach (var operation in returned.Tree())
            {
                if (FreshValues.IsUnique(operation))
                    return true;
            }
        }

        return false;
    }

    private static string? KeyName(IParameterSymbol parameter)
    {
        if (IdempotencyNames.IsKey(parameter.Name))
            return parameter.Name;
        foreach (var attribute in parameter.GetAttributes())
        {
            if (attribute.AttributeClass?.Name == "HeaderAttribute" && attribute.ConstructorArguments is [{ Value: string header }, ..] && IdempotencyNames.IsKey(header))
                return header;
        }

        return null;
    }
}
