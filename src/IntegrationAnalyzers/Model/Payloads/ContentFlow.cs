using System.Collections.Generic;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model.Calls;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Payloads;

/// <summary>
/// Follows a request's content forward from where it is made to the call or the message that sends it, and notes whether its media type is set on the way.
/// One instance follows one content.
/// </summary>
internal sealed class ContentFlow(SourceIndex source, OutboundCalls calls, CancellationToken cancellationToken)
{
    /// <summary>How many symbols (locals, parameters, methods) a content or its message is followed through.</summary>
    private const int MaxSymbols = 24;

    private readonly HashSet<ISymbol> _visited = new(SymbolEqualityComparer.Default);

    /// <summary>The call, or the message's <c>Content</c>, that sends it; null where none is known to.</summary>
    public IOperation? Sink { get; private set; }

    /// <summary>Whether its media type is set, or handed to where it may be.</summary>
    public bool IsTyped { get; private set; }

    public void Follow(IOperation content)
    {
        while (!IsTyped)
        {
            cancellationToken.ThrowIfCancellationRequested();
            content = content.Wrapped();
            switch (content.Parent)
            {
                case IConditionalOperation or ICoalesceOperation or ISwitchExpressionArmOperation or ISwitchExpressionOperation:
                    content = content.Parent;
                    continue;
                case IConditionalAccessOperation access when access.Operation == content:
                    OfWhole(access.WhenNotNull);
                    return;
                case IPropertyReferenceOperation { Property: var property } headers when JsonTextApis.IsHeadersOfContent(property):
                    OfHeaders(headers);
                    return;
                case IArgumentOperation { Parent: IInvocationOperation call } argument:
                    if (calls.Read(call, cancellationToken)?.Content?.Syntax == argument.Value.Syntax)
                        Sink ??= call;
                    else if (OfParameter(argument, call.TargetMethod) is { } parameter)
                        OfSymbol(parameter, isMessage: false);
                    return;
                case IArgumentOperation { Parent: IObjectCreationOperation { Constructor: { } constructor } } argument when OfParameter(argument, constructor) is { } parameter:
                    OfSymbol(parameter, isMessage: false);
                    return;
                case ISimpleAssignmentOperation assignment when assignment.Value == content:
                    OfAssigned(assignment);
                    return;
                case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } }:
                    OfSymbol(local, isMessage: false);
                    return;
                case IReturnOperation returned:
                    OfReturned(returned, isMessage: false);
                    return;
                default:
                    return;
            }
        }
    }

    private void OfAssigned(ISimpleAssignmentOperation assignment)
    {
        switch (assignment.Target)
        {
            case IPropertyReferenceOperation { Property: var property, Instance: { } message } when JsonTextApis.IsContentOfRequest(property):
                Sink ??= assignment;
                if (message is IInstanceReferenceOperation)
                {
                    if (assignment.Parent?.Parent is IObjectCreationOperation made)
                        FollowMessage(made);
                }
                else if (message.Unwrap().ReferencedSymbol() is { } symbol)
                {
                    OfSymbol(symbol, isMessage: true);
                }

                break;
            case ILocalReferenceOperation { Local: var local }:
                OfSymbol(local, isMessage: false);
                break;
        }
    }

    /// <summary>The message that carries the content: its <c>Content.Headers</c>, and the helpers it is handed to.</summary>
    private void FollowMessage(IOperation message)
    {
        message = message.Wrapped();
        switch (message.Parent)
        {
            case IPropertyReferenceOperation { Property: var property } content when JsonTextApis.IsContentOfRequest(property):
                if (content.Parent is not ISimpleAssignmentOperation set || set.Target != content)
                    FollowHeaders(content);
                break;
            case IArgumentOperation { Parent: IInvocationOperation call } argument when OfParameter(argument, call.TargetMethod) is { } parameter:
                OfSymbol(parameter, isMessage: true);
                break;
            case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } }:
                OfSymbol(local, isMessage: true);
                break;
            case ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local: var local } } assignment when assignment.Value == message:
                OfSymbol(local, isMessage: true);
                break;
            case IReturnOperation returned:
                OfReturned(returned, isMessage: true);
                break;
        }
    }

    /// <summary>Another mention of the content: only what is done to its headers counts.</summary>
    private void FollowHeaders(IOperation content)
    {
        content = content.Wrapped();
        if (content.Parent is IConditionalAccessOperation access && access.Operation == content)
            OfWhole(access.WhenNotNull);
        else if (content.Parent is IPropertyReferenceOperation { Property: var property } headers && JsonTextApis.IsHeadersOfContent(property))
            OfHeaders(headers);
        else if (content.Parent is IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } })
            OfSymbol(local, isMessage: false);
        else if (content.Parent is IArgumentOperation { Parent: IInvocationOperation call } argument && OfParameter(argument, call.TargetMethod) is { } parameter)
            OfSymbol(parameter, isMessage: false);
    }

    /// <summary>The headers by themselves may be given a type by whoever gets them.</summary>
    private void OfHeaders(IOperation headers)
    {
        IsTyped |= headers.Parent switch
        {
            IPropertyReferenceOperation { Property: var property } => JsonTextApis.IsMediaType(property),
            IInvocationOperation { Arguments: [var name, ..] } => ValueOrigin.ConstantText(name.Value, source, cancellationToken) is not { } known || known == "Content-Type",
            _ => true,
        };
    }

    private void OfWhole(IOperation operation)
    {
        foreach (var part in operation.Tree())
        {
            if (part is IPropertyReferenceOperation { Property: var property } headers && JsonTextApis.IsHeadersOfContent(property))
                OfHeaders(headers);
        }
    }

    private IParameterSymbol? OfParameter(IArgumentOperation argument, IMethodSymbol method)
    {
        if (argument.Parameter is not { } parameter || !source.IsSource(method) || source.Implementation(method, cancellationToken) is not { } implementation)
            return null;
        implementation = (implementation.PartialImplementationPart ?? implementation).OriginalDefinition;
        var ordinal = parameter.Ordinal + (implementation.IsExtensionMethod && method.ReducedFrom is not null ? 1 : 0);
        return ordinal < implementation.Parameters.Length ? implementation.Parameters[ordinal] : null;
    }

    private void OfReturned(IReturnOperation returned, bool isMessage)
    {
        if (returned.EnclosingFunction() is not { MethodKind: not MethodKind.AnonymousFunction } method || !_visited.Add(method) || _visited.Count > MaxSymbols)
            return;
        foreach (var site in CallSites.Of(method, source, cancellationToken))
        {
            if (isMessage)
                FollowMessage(site);
            else
                Follow(site);
        }
    }

    private void OfSymbol(ISymbol symbol, bool isMessage)
    {
        if (_visited.Count >= MaxSymbols || !_visited.Add(symbol) || source.Uses(symbol, cancellationToken) is not { } uses)
            return;
        foreach (var use in uses)
        {
            if (use.Operation(cancellationToken) is not { } operation)
                continue;
            if (isMessage)
                FollowMessage(operation);
            else
                Follow(operation);
        }
    }
}
