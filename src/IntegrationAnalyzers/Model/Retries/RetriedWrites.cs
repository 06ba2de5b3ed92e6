using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model.Calls;
using IntegrationAnalyzers.Model.Registrations;
using IntegrationAnalyzers.Model.Summaries;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Retries;

/// <summary>Joins the retries with the writes they repeat and the keys those carry.</summary>
internal sealed class RetriedWrites(IntegrationModel model)
{
    private static readonly HashSet<uint> RepeatingWords = TextWords.Hashes(["for", "foreach", "while", "do", "goto", "Execute", "ExecuteAsync"]);
    private static readonly HashSet<uint> VerbWords = TextWords.Hashes(["HttpMethod", "HttpRequestMessage", "Method", "RestRequest", "IRestRequest", "HttpVerb", "WebRequest", "HttpWebRequest"]);

    private readonly IdempotencyKeys _keys = new(model.Source, model.KeyHandlers);
    private readonly RetryingHandlers _handlers = new(model);
    private readonly TypedSends _sends = new(model.Source);
    private readonly Lazy<HashSet<uint>> _openRetries = new(() => NamesOfOpenRetries(model));

    /// <summary>
    /// The names that may lead to a method which both repeats and takes the verb from its caller, by words alone: the verb is only known at the
    /// call, so the retry is reported there. No other call matters but those that are themselves repeated.
    /// </summary>
    private static HashSet<uint> NamesOfOpenRetries(IntegrationModel model)
    {
        var open = new HashSet<uint>();
        foreach (var tree in model.Compilation.SyntaxTrees)
        {
            var words = TreeIndex.Of(tree).Words;
            if (!model.CallNames.IsClientTree(tree) || !words.ContainsAny(RepeatingWords) || !words.ContainsAny(VerbWords))
                continue;
            foreach (var type in TreeIndex.Of(tree).Types)
            {
                foreach (var member in type.Members)
                {
                    if (member.IsMethod && member.Words.ContainsAny(RepeatingWords) && member.Words.ContainsAny(VerbWords))
                        open.Add(TextWords.Hash(member.Name));
                }
            }
        }

        var reaching = new HashSet<uint>();
        CallNames.AddCallers(model.Compilation, open, reaching, CallNames.MaxHops);
        return reaching;
    }

    /// <summary>The look by syntax alone: a name that may lead to an outbound call, in something that may repeat it.</summary>
    public bool MayBe(InvocationExpressionSyntax invocation)
    {
        if (invocation.CalledText() is not { } name)
            return false;
        if (MayReach(invocation, name) && (MayLeadToOpenRetry(invocation, name) || RetryScopes.MayBeRetried(invocation)))
            return true;
        foreach (var argument in invocation.ArgumentList.Arguments)
        {
            if (MethodGroup(argument) is { } group && MayReach(invocation, group.Identifier.ValueText))
                return true;
        }

        return false;
    }

    /// <summary>The write without a key that a retry repeats at the invocation, or null.</summary>
    public RetriedWrite? At(InvocationExpressionSyntax invocation, WriteRules rules, CancellationToken cancellationToken) =>
        model.Source.Model(invocation.SyntaxTree).GetOperation(invocation, cancellationToken) is IInvocationOperation operation
            ? At(operation, rules, cancellationToken)
            : null;

    /// <inheritdoc cref="At(InvocationExpressionSyntax, WriteRules, CancellationToken)"/>
    public RetriedWrite? At(IInvocationOperation operation, WriteRules rules, CancellationToken cancellationToken)
    {
        if (operation.Syntax is not InvocationExpressionSyntax invocation || invocation.CalledText() is not { } name)
            return null;
        return AtCall(operation, invocation, name, rules, cancellationToken) ?? AtMethodGroup(invocation, rules, cancellationToken);
    }

    private bool MayReach(InvocationExpressionSyntax invocation, string name) => model.CallNames.MayReach(name) || IsLocalFunction(invocation, name);

    private bool MayLeadToOpenRetry(InvocationExpressionSyntax invocation, string name) =>
        invocation.ArgumentList.Arguments.Count > 0 && _openRetries.Value.Contains(TextWords.Hash(name));

    private RetriedWrite? AtCall(
        IInvocationOperation operation, InvocationExpressionSyntax invocation, string name, WriteRules rules, CancellationToken cancellationToken)
    {
        if (!MayReach(invocation, name) || IsKnownRead(operation, rules, cancellationToken))
            return null;

        var mayBeRetried = RetryScopes.MayBeRetried(invocation);
        if (!MayLeadToOpenRetry(invocation, name) &&
            !(mayBeRetried && model.Retries.Around(invocation, cancellationToken) is { RepeatsWhatMayHaveHappened: true }))
        {
            return null;
        }

        foreach (var reached in model.Summaries.Reach(operation, cancellationToken))
        {
            if (!rules.Verbs.Contains(reached.Verb) && !(mayBeRetried && _handlers.RepeatsEveryVerb(invocation, reached, cancellationToken)))
                continue;
            var scope = InnerScope(reached, cancellationToken, out var isReportedThere);
            if (scope is null && mayBeRetried)
                scope = model.Retries.Around(invocation, cancellationToken);
            if (scope is { RepeatsWhatMayHaveHappened: true } && !isReportedThere && IsWriteWithoutKey(invocation, reached, scope, rules, cancellationToken))
                return new RetriedWrite(invocation, invocation.CalledPlace(), reached, scope);
        }

        return null;
    }

    /// <summary>Most calls are: their verb is seen without a look at what stands round them.</summary>
    private bool IsKnownRead(IInvocationOperation operation, WriteRules rules, CancellationToken cancellationToken) =>
        model.Calls.Read(operation, cancellationToken) is { Verb: { From: null, Verb: not HttpVerb.Unknown and var verb } } && !rules.Verbs.Contains(verb);

    /// <summary><c>policy.ExecuteAsync(SendOrder)</c>: the method that the retry is given.</summary>
    private RetriedWrite? AtMethodGroup(InvocationExpressionSyntax invocation, WriteRules rules, CancellationToken cancellationToken)
    {
        foreach (var argument in invocation.ArgumentList.Arguments)
        {
            if (MethodGroup(argument) is not { } name || !model.CallNames.MayReach(name.Identifier.ValueText) && !IsLocalFunction(invocation, name.Identifier.ValueText) ||
                model.Source.Model(invocation.SyntaxTree).GetSymbolInfo(argument.Expression, cancellationToken).Symbol is not IMethodSymbol method)
            {
                continue;
            }

            var scope = model.Retries.Executing(invocation, argument.Expression, cancellationToken) ?? model.Retries.Around(invocation, cancellationToken);
            if (scope is not { RepeatsWhatMayHaveHappened: true })
                continue;
            foreach (var reached in model.Summaries.ReachFrom(method, cancellationToken))
            {
                if (!rules.Verbs.Contains(reached.Verb) || ReadOnlyNames.InMethod(method.Name, rules.ReadOnlyWords))
                    continue;
                if (IsWriteWithoutKey(reached.Path.IsEmpty ? reached.Call.Operation.Syntax : reached.Path[0].Syntax, reached, scope, rules, cancellationToken))
                    return new RetriedWrite(argument.Expression, name, reached, scope);
            }
        }

        return null;
    }

    /// <summary>
    /// The retry inside a wrapper on the way. It is reported in the wrapper, unless the verb is only known here: then the wrapper
    /// retries whatever it is given.
    /// </summary>
    private RetryScope? InnerScope(ReachedCall reached, CancellationToken cancellationToken, out bool isReportedThere)
    {
        isReportedThere = false;
        var path = reached.Path;
        var verb = reached.Call.Verb;
        for (var i = path.Length; i > 0; i--)
        {
            var site = i == path.Length ? reached.Call.Operation : path[i];
            if (site.Syntax is InvocationExpressionSyntax syntax && RetryScopes.MayBeRetried(syntax) &&
                model.Retries.Around(syntax, cancellationToken) is { RepeatsWhatMayHaveHappened: true } scope)
            {
                isReportedThere = !IsOpenUpTo(path, i, verb, cancellationToken) || IsVerbTested(path, i, reached.Call.Verb, cancellationToken);
                return scope;
            }
        }

        return null;
    }

    /// <summary>Whether the verb is still a parameter's in every body down from the first call of the path.</summary>
    private bool IsOpenUpTo(ImmutableArray<IInvocationOperation> path, int from, VerbFact verb, CancellationToken cancellationToken)
    {
        for (var i = path.Length - 1; i >= 0; i--)
        {
            if (verb.From is null)
                return false;
            verb = RequestVerb.Resolve(verb, path[i], model.Source, 0, cancellationToken);
        }

        return from > 0 && verb.From is null;
    }

    /// <summary>A wrapper that looks at the verb may decide by it whether to retry.</summary>
    private bool IsVerbTested(ImmutableArray<IInvocationOperation> path, int from, VerbFact verb, CancellationToken cancellationToken)
    {
        for (var i = path.Length; i >= 1 && verb.From is { } parameter; i--)
        {
            foreach (var use in model.Source.Uses(parameter, cancellationToken) ?? ImmutableArray<SymbolUse>.Empty)
            {
                for (SyntaxNode? node = use.Name.Parent; node is ExpressionSyntax or ArgumentSyntax or ArgumentListSyntax; node = node.Parent)
                {
                    if (node is BinaryExpressionSyntax or IsPatternExpressionSyntax or SwitchExpressionSyntax ||
                        node is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Equals" or "Contains" } })
                    {
                        return true;
                    }
                }
            }

            verb = RequestVerb.Resolve(verb, path[i - 1], model.Source, 0, cancellationToken);
        }

        return false;
    }

    private bool IsWriteWithoutKey(SyntaxNode place, ReachedCall reached, RetryScope scope, WriteRules rules, CancellationToken cancellationToken) =>
        !IsReadOnly(place, reached, rules.ReadOnlyWords, cancellationToken) &&
        _keys.On(place, reached, rules.HeaderNames, cancellationToken) == Certainty.No &&
        (scope.Kind != RetryKind.Helper || _keys.On(scope.Boundary, reached, rules.HeaderNames, cancellationToken) == Certainty.No);

    private static bool IsReadOnly(SyntaxNode place, ReachedCall reached, HashSet<string> words, CancellationToken cancellationToken)
    {
        if (place.EnclosingMethodName() is { } enclosing && ReadOnlyNames.InMethod(enclosing, words))
            return true;
        foreach (var step in reached.Path)
        {
            if (ReadOnlyNames.InMethod(step.TargetMethod.Name, words))
                return true;
        }

        var call = reached.Call;
        if (RefitUrl(call) is { } route && ReadOnlyNames.InText(route, words))
            return true;
        if (call.Member.Namespace is "Refit" or "Stripe" && ReadOnlyNames.InMethod(call.Name, words))
            return true;
        return RequestAddress.Says(reached, words, cancellationToken);
    }

    private static SimpleNameSyntax? MethodGroup(ArgumentSyntax argument) => argument.Expression switch
    {
        SimpleNameSyntax simple => simple,
        MemberAccessExpressionSyntax { Name: var member } => member,
        _ => null,
    };

    private static string? RefitUrl(OutboundCall call)
    {
        foreach (var attribute in call.Operation.TargetMethod.GetAttributes())
        {
            if (attribute.ConstructorArguments is [{ Value: string route }, ..])
                return route;
        }

        return null;
    }

    /// <summary>Whether nothing tells the other side that the write, repeated by something out of sight of its place, is the same: it changes something, and carries no key.</summary>
    public bool IsWriteWithoutKey(ReachedCall sent, RegisteredClient client, WriteRules rules, CancellationToken cancellationToken)
    {
        var place = sent.Path.IsEmpty ? sent.Call.Operation.Syntax : sent.Path[0].Syntax;
        return !IsReadOnly(place, sent, rules.ReadOnlyWords, cancellationToken) && _keys.On(place, sent, rules.HeaderNames, cancellationToken, client) == Certainty.No;
    }

    /// <summary>
    /// The call with its verb, where the client may come to send it; where the callers of its method say the verb, once for each of those that may.
    /// </summary>
    public IEnumerable<ReachedCall> AsSent(OutboundCall call, RegisteredClient client, CancellationToken cancellationToken)
    {
        if (call.Verb.From is not { ContainingSymbol: IMethodSymbol method })
        {
            if (!_sends.MayRun(client, call.Operation, cancellationToken))
                yield break;
            yield return new ReachedCall(call, call.Verb.Verb, ImmutableArray<IInvocationOperation>.Empty);
            yield break;
        }

        foreach (var use in model.Source.Uses(method, cancellationToken) ?? ImmutableArray<SymbolUse>.Empty)
        {
            if (use.Operation(cancellationToken) is IInvocationOperation site && _sends.MayRun(client, site, cancellationToken))
                yield return new ReachedCall(call, RequestVerb.Resolve(call.Verb, site, model.Source, 0, cancellationToken).Verb, ImmutableArray.Create(site));
        }
    }

    /// <summary>Whether an unqualified name may be a local function's, in a file that has to do with clients: one of the blocks round it declares it.</summary>
    // Most files have none: what stands round each call need not be looked at then.
    private bool HasLocalFunction(SyntaxTree tree, string name)
    {
        foreach (var node in model.Source.Nodes(tree, CancellationToken.None).Of(SyntaxKind.LocalFunctionStatement))
        {
            if (((LocalFunctionStatementSyntax)node).Identifier.ValueText == name)
                return true;
        }

        return false;
    }

    private bool IsLocalFunction(SyntaxNode use, string name)
    {
        if (!model.CallNames.IsClientTree(use.SyntaxTree) || !HasLocalFunction(use.SyntaxTree, name))
            return false;

        for (var parent = use.Parent; parent is not null and not MemberDeclarationSyntax { Parent: TypeDeclarationSyntax }; parent = parent.Parent)
        {
            switch (parent)
            {
                case BlockSyntax block when Declares(block.Statements, name):
                case LocalFunctionStatementSyntax local when local.Identifier.ValueText == name:
                    return true;
                case CompilationUnitSyntax unit:
                    foreach (var member in unit.Members)
                    {
                        if (member is GlobalStatementSyntax { Statement: LocalFunctionStatementSyntax topLevel } && topLevel.Identifier.ValueText == name)
                            return true;
                    }

                    break;
            }
        }

        return false;
    }

    private static bool Declares(SyntaxList<StatementSyntax> statements, string name)
    {
        foreach (var statement in statements)
        {
            if (statement is LocalFunctionStatementSyntax local && local.Identifier.ValueText == name)
                return true;
        }

        return false;
    }
}
