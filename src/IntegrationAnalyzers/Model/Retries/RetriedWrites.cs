using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model.Summaries;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Retries;

/// <summary>Joins the retries with the writes they repeat and the keys those carry.</summary>
internal sealed class RetriedWrites(IntegrationModel model)
{
    private readonly RetryingHandlers _handlers = new(model);
    private readonly OpenRetries _open = new(model);
    private readonly SecondAttempts _seconds = new(model.Source);

    /// <summary>Whether a write, once it is known to be repeated, may be repeated.</summary>
    public KeylessWrites Keyless { get; } = new(new IdempotencyKeys(model.Source, model.KeyHandlers), new PromptAddresses(model), new GraphQlBodies(model.Source));

    /// <summary>The look by syntax alone: a name that may lead to an outbound call, in something that may repeat it.</summary>
    public bool MayBe(InvocationExpressionSyntax invocation)
    {
        if (invocation.CalledText() is not { } name)
            return false;
        if (MayReach(invocation, name) && (_open.MayLeadTo(invocation, name) || RepeatingSyntax.MayBeRetried(invocation) || SecondAttempts.MayBe(invocation)))
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

    private bool IsLocalFunction(SyntaxNode use, string name) => model.CallNames.IsClientTree(use.SyntaxTree) && LocalFunctions.MayBe(name, use, model.Source);

    private RetriedWrite? AtCall(
        IInvocationOperation operation, InvocationExpressionSyntax invocation, string name, WriteRules rules, CancellationToken cancellationToken)
    {
        if (!MayReach(invocation, name) || IsKnownRead(operation, rules, cancellationToken))
            return null;

        var mayBeRetried = RepeatingSyntax.MayBeRetried(invocation);
        var around = (mayBeRetried ? model.Retries.Around(invocation, cancellationToken) : null) ?? _seconds.Of(invocation, cancellationToken);
        if (!_open.MayLeadTo(invocation, name) && around is not { RepeatsWhatMayHaveHappened: true })
            return null;

        foreach (var reached in model.Summaries.Reach(operation, cancellationToken))
        {
            if (!rules.Verbs.Contains(reached.Verb) && !(mayBeRetried && _handlers.RepeatsEveryVerb(invocation, reached, cancellationToken)))
                continue;
            var scope = InnerScope(reached, cancellationToken, out var isReportedThere);
            scope ??= around;
            if (scope is { RepeatsWhatMayHaveHappened: true } && !isReportedThere && ArrivingFailures.MayArrive(reached, scope, model.Catches, cancellationToken) && Keyless.Is(invocation, reached, scope, rules, cancellationToken))
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
                if (ArrivingFailures.MayArrive(reached, scope, model.Catches, cancellationToken) && Keyless.Is(reached.Path.IsEmpty ? reached.Call.Operation.Syntax : reached.Path[0].Syntax, reached, scope, rules, cancellationToken))
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
        for (var i = path.Length; i > 0; i--)
        {
            var site = i == path.Length ? reached.Call.Operation : path[i];
            if (site.Syntax is InvocationExpressionSyntax syntax && RepeatingSyntax.MayBeRetried(syntax) &&
                model.Retries.Around(syntax, cancellationToken) is { RepeatsWhatMayHaveHappened: true } scope)
            {
                isReportedThere = !_open.IsOn(reached, cancellationToken);
                return scope;
            }
        }

        return null;
    }

    private static SimpleNameSyntax? MethodGroup(ArgumentSyntax argument) => argument.Expression switch
    {
        SimpleNameSyntax simple => simple,
        MemberAccessExpressionSyntax { Name: var member } => member,
        _ => null,
    };
}
