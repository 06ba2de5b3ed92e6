using System;
using System.Linq;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model.Calls;
using IntegrationAnalyzers.Model.Clients;
using IntegrationAnalyzers.Model.Registrations;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Waits;

/// <summary>
/// Finds the reads of bodies that no deadline covers: the call ended at the headers, or a standard handler made the client's timeout infinite, and the read has no token.
/// </summary>
internal sealed class UnboundedReads
{
    private readonly IntegrationModel _model;
    private readonly CallDeadlines _deadlines;
    private readonly Lazy<bool> _anyEarly;
    private readonly Lazy<bool> _anyHandler;

    public UnboundedReads(IntegrationModel model)
    {
        _model = model;
        _deadlines = new CallDeadlines(model.Source);
        _anyEarly = new Lazy<bool>(() => BodyReads.EarlyWords.Any(word => model.Source.TreesWith(word).Any()));
        _anyHandler = new Lazy<bool>(() => RegistrationApis.DeadlineOwners.Any(word => model.Source.TreesWith(word).Any()));
    }

    /// <summary>The look before binding.</summary>
    public bool MayBe(InvocationExpressionSyntax invocation)
    {
        if (NameOf(invocation)?.Identifier.ValueText is not { } name)
            return false;
        return (_anyEarly.Value && (BodyReads.NamesRead(name) || name == BodyReads.Enumerates)) ||
            (_anyHandler.Value && SendingMembers.HasName(name) && _model.CallNames.IsClientTree(invocation.SyntaxTree));
    }

    public UnboundedRead? Read(InvocationExpressionSyntax invocation, SemanticModel model, CancellationToken cancellationToken)
    {
        if (NameOf(invocation) is not { } name || model.GetOperation(invocation, cancellationToken) is not IInvocationOperation operation ||
            operation.ArgumentOfType("CancellationToken") is not null)
        {
            return null;
        }

        if (BodyReads.NamesRead(name.Identifier.ValueText))
        {
            var origins = new BodyOrigins(_model, cancellationToken);
            var call = BodyReads.Content(operation) is { } content ? origins.OfContent(content, 0)
                : BodyReads.Stream(operation) is { } stream ? origins.OfStream(stream, 0)
                : null;
            // The answer to HEAD has no body that could stop in its middle.
            return call is { Verb.Verb: not HttpVerb.Head } && !HasCancellation(operation) && !IsInMemory(operation) && IsUnbounded(operation, cancellationToken) ? new UnboundedRead(operation, name, call, null) : null;
        }

        if (_model.Calls.Read(operation, cancellationToken) is not { } sent)
            return null;
        if (name.Identifier.ValueText == BodyReads.Enumerates)
            return !HasCancellation(operation) && IsUnbounded(operation, cancellationToken) ? new UnboundedRead(operation, name, sent, null) : null;
        return Handler(sent, cancellationToken) is { } handler && _deadlines.Of(sent, cancellationToken) == Certainty.No ? new UnboundedRead(operation, name, sent, handler) : null;
    }

    /// <summary>The standard handler behind which the call buffers its body without a timeout; null where there may be one.</summary>
    private RegistrationStep? Handler(OutboundCall call, CancellationToken cancellationToken)
    {
        if (!_anyHandler.Value || call.Client is not { } client || call.Member.IsBodyOutsideTimeout ||
            call.Member.Namespace is not (SendingMembers.NetHttp or SendingMembers.NetHttpJson) || call.Member.Type == "HttpMessageHandler" ||
            call.Operation.ArgumentOfType("HttpCompletionOption") is not null)
        {
            return null;
        }

        RegistrationStep? found = null;
        foreach (var registered in _model.Registrations.Behind(client, cancellationToken))
        {
            if (registered.Timeout(cancellationToken) is not { IsConditional: false, Step: { Handler: not null } step } timeout ||
                !RegistrationApis.SwitchesTimeoutOff(step.Invocation.TargetMethod) || timeout.Origin != step.Invocation || registered.IsWhole(cancellationToken) != Certainty.Yes)
            {
                return null;
            }

            found ??= step;
        }

        return found;
    }

    private bool IsUnbounded(IOperation read, CancellationToken cancellationToken) => _deadlines.Around(read, cancellationToken) == Certainty.No;

    /// <summary>Whether a statement before has read the body into memory: <c>await response.Content.LoadIntoBufferAsync(token);</c>, where the wait is.</summary>
    private static bool IsInMemory(IInvocationOperation read)
    {
        if (!TreeIndex.Of(read.Syntax.SyntaxTree).Words.Contains(BodyReads.Loads) || BodyReads.Content(read)?.Syntax is not { } content)
            return false;
        for (var statement = read.Syntax.FirstAncestorOrSelf<StatementSyntax>(); statement?.Parent is BlockSyntax block; statement = block.FirstAncestorOrSelf<StatementSyntax>(outer => outer != block))
        {
            foreach (var before in block.Statements)
            {
                if (before == statement)
                    break;
                if (before is ExpressionStatementSyntax { Expression: AwaitExpressionSyntax { Expression: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: BodyReads.Loads, Expression: var loaded } } } } && loaded.IsEquivalentTo(content, topLevel: false))
                    return true;
            }

            if (block.Parent is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)
                break;
        }

        return false;
    }

    /// <summary><c>await foreach (var x in call.WithCancellation(token))</c></summary>
    private static bool HasCancellation(IOperation call)
    {
        for (var parent = call.Parent; parent is IConversionOperation or IArgumentOperation or IInvocationOperation; parent = parent.Parent)
        {
            if (parent is IInvocationOperation invocation && invocation.ArgumentOfType("CancellationToken") is not null)
                return true;
        }

        return false;
    }

    private static SimpleNameSyntax? NameOf(InvocationExpressionSyntax invocation) => invocation.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Name,
        MemberBindingExpressionSyntax binding => binding.Name,
        _ => null,
    };
}
