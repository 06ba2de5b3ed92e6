using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model.Summaries;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Retries;

/// <summary>
/// Follows what a retried call sends back to where it was made: through wrappers to the argument inside the retry, and from there to a local or
/// parameter that is older than the attempt.
/// </summary>
internal sealed class ResentRequests(SourceIndex source, RetriedCalls calls, RetryScopes scopes)
{
    private readonly ResentInLoops _loops = new(source);

    public ImmutableArray<ResentRequest> In(SyntaxTree tree, CancellationToken cancellationToken)
    {
        var found = ImmutableArray.CreateBuilder<ResentRequest>();
        var seen = new HashSet<(ISymbol, SyntaxNode)>();
        foreach (var call in calls.In(tree, cancellationToken))
        {
            if (call.IsDelegate || call.Scope.Kind == RetryKind.Recursion || !call.Scope.Region.Span.Contains(call.Place.Span))
                continue;
            foreach (var reached in call.Reached)
            {
                if (Of(call, reached, cancellationToken) is { } resent && seen.Add((resent.Symbol, resent.Scope.Region)))
                    found.Add(resent);
            }
        }

        foreach (var (message, loop) in _loops.In(tree, cancellationToken))
        {
            if (Older(message, loop, cancellationToken) is { } old && seen.Add((old.ReferencedSymbol()!, loop.Region)))
                found.Add(Make(old, ResentKind.Request, loop));
        }

        foreach (var (message, helper) in Handed(tree, cancellationToken))
        {
            if (Older(message, helper, cancellationToken) is { } old && seen.Add((old.ReferencedSymbol()!, helper.Region)))
                found.Add(Make(old, ResentKind.Request, helper));
        }

        return found.ToImmutable();
    }

    /// <summary><c>SendWithRetryAsync(() => message)</c>: what is to make the request of each attempt gives the one there is.</summary>
    private IEnumerable<(IOperation Message, RetryScope Helper)> Handed(SyntaxTree tree, CancellationToken cancellationToken)
    {
        foreach (var node in source.Nodes(tree, cancellationToken).Of(SyntaxKind.InvocationExpression))
        {
            foreach (var argument in ((InvocationExpressionSyntax)node).ArgumentList.Arguments)
            {
                if (argument.Expression is ParenthesizedLambdaExpressionSyntax { ParameterList.Parameters.Count: 0, ExpressionBody: IdentifierNameSyntax name } &&
                    source.Model(tree).GetOperation(name, cancellationToken) is { } message && RequestApis.IsMessage(message.Type) && scopes.Around(name, cancellationToken) is { } helper)
                {
                    yield return (message, helper);
                }
            }
        }
    }

    private ResentRequest? Of(RetriedCall call, ReachedCall reached, CancellationToken cancellationToken)
    {
        // An invoker or a handler passes a message on as often as it likes; only a client counts.
        if (reached.Call.Client?.Type.IsOrDerivesFrom(SendingMembers.NetHttp, "HttpClient") != true)
            return null;

        if (reached.Call.Request is { } request)
        {
            if (Older(AtPlace(request, reached, out var level, cancellationToken), call.Scope, cancellationToken) is { } old)
                return Make(old, ResentKind.Request, call.Scope);
            return OfContentIn(request, level, call, reached, cancellationToken);
        }

        return reached.Call.Content is { } content ? OfContent(content, reached.Path.Length, false, call, reached, cancellationToken) : null;
    }

    /// <summary>The content of a message that is made anew: disposed along with it, or of one reading.</summary>
    private ResentRequest? OfContentIn(IOperation request, int level, RetriedCall call, ReachedCall reached, CancellationToken cancellationToken)
    {
        if (level != reached.Path.Length && level != 0)
            return null;

        var value = level == reached.Path.Length ? request.Unwrap() : AtPlace(request, reached, out _, cancellationToken);
        if (value is null)
            return null;
        var local = (value as ILocalReferenceOperation)?.Local;
        if (ValueOrigin.Of(value, source, cancellationToken) is not IObjectCreationOperation creation)
            return null;
        var isDisposed = local is not null && IsUsing(local, cancellationToken);
        foreach (var content in Contents(creation, value, local))
        {
            if (OfContent(content, level, isDisposed, call, reached, cancellationToken) is { } resent)
                return resent;
        }

        return null;
    }

    private ResentRequest? OfContent(IOperation content, int level, bool isDisposed, RetriedCall call, ReachedCall reached, CancellationToken cancellationToken)
    {
        for (; level > 0; level--)
        {
            if (Argument(content, reached.Path[level - 1], cancellationToken) is not { } argument)
                return null;
            content = argument;
        }

        if (Older(content.Unwrap(), call.Scope, cancellationToken) is not { } old)
            return null;
        if (isDisposed)
            return Make(old, ResentKind.DisposedContent, call.Scope);
        return ValueOrigin.Of(old, source, cancellationToken) is IObjectCreationOperation { Arguments: [var stream, ..] } made && OneShotStreams.IsStreamContent(made.Type) &&
            OneShotStreams.IsOneShot(ValueOrigin.Of(stream.Value, source, cancellationToken))
                ? Make(old, ResentKind.OneShotContent, call.Scope)
                : null;
    }

    /// <summary>The value as the place inside the retry hands it over; null where a wrapper on the way makes or changes it.</summary>
    private IOperation? AtPlace(IOperation value, ReachedCall reached, out int level, CancellationToken cancellationToken)
    {
        level = reached.Path.Length;
        var current = value.Unwrap();
        while (level > 0)
        {
            if (Argument(current, reached.Path[level - 1], cancellationToken) is not { } argument)
                return null;
            current = argument.Unwrap();
            level--;
        }

        return current;
    }

    /// <summary>The argument given for the parameter that the value is, which nothing in the wrapper sets anew.</summary>
    private IOperation? Argument(IOperation value, IInvocationOperation site, CancellationToken cancellationToken)
    {
        if (value.Unwrap() is not IParameterReferenceOperation { Parameter: var parameter } || IsSet(parameter, null, cancellationToken))
            return null;
        foreach (var argument in site.Arguments)
        {
            if (argument.Parameter?.Name == parameter.Name && argument.ArgumentKind != ArgumentKind.DefaultValue)
                return argument.Value;
        }

        return null;
    }

    /// <summary>The reference, where what it names is declared before the attempt and not set within it.</summary>
    private IOperation? Older(IOperation? value, RetryScope scope, CancellationToken cancellationToken)
    {
        if (value is not (ILocalReferenceOperation or IParameterReferenceOperation) || value.Syntax is not IdentifierNameSyntax || !scope.Region.Span.Contains(value.Syntax.Span))
            return null;
        var symbol = value.ReferencedSymbol()!;
        return symbol.DeclaringSyntaxReferences is [var declared] && !scope.Repeats(declared.Span) && !IsSet(symbol, scope.Region, cancellationToken) ? value : null;
    }

    private bool IsSet(ISymbol symbol, SyntaxNode? region, CancellationToken cancellationToken)
    {
        foreach (var use in source.Uses(symbol, cancellationToken) ?? ImmutableArray<SymbolUse>.Empty)
        {
            if (region is not null && !region.Span.Contains(use.Name.Span))
                continue;
            if (use.Name.Parent is AssignmentExpressionSyntax assignment && assignment.Left == use.Name || use.Name.Parent is ArgumentSyntax { RefKindKeyword.RawKind: not 0 })
                return true;
        }

        return false;
    }

    private bool IsUsing(ILocalSymbol local, CancellationToken cancellationToken) =>
        local.IsUsing || local.DeclaringSyntaxReferences is [var declared] &&
        declared.GetSyntax(cancellationToken) is VariableDeclaratorSyntax { Parent.Parent: UsingStatementSyntax };

    private static IEnumerable<IOperation> Contents(IObjectCreationOperation creation, IOperation value, ILocalSymbol? local)
    {
        foreach (var item in creation.Initializer?.Initializers ?? ImmutableArray<IOperation>.Empty)
        {
            if (item is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: "Content" } } set)
                yield return set.Value;
        }

        if (local is null)
            yield break;
        foreach (var operation in value.Root().Tree())
        {
            if (operation is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: "Content", Instance: ILocalReferenceOperation owner } } set &&
                SymbolEqualityComparer.Default.Equals(owner.Local, local))
            {
                yield return set.Value;
            }
        }
    }

    private static ResentRequest Make(IOperation reference, ResentKind kind, RetryScope scope) =>
        new((IdentifierNameSyntax)reference.Syntax, reference.ReferencedSymbol()!, kind, scope);
}
