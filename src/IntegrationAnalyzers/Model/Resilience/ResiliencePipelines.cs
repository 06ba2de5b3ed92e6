using System;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Resilience;

/// <summary>
/// Reads policies and pipelines of either generation: as a value, where it was made; as what a handler's registration puts round a client;
/// as one strategy where it is written. What comes from out of sight is a layer that is not known.
/// </summary>
internal sealed class ResiliencePipelines(SourceIndex source)
{
    private readonly Memo<SyntaxNode, ResiliencePipeline> _values = new();
    private readonly Memo<SyntaxNode, ResiliencePipeline?> _handlers = new();
    private readonly Memo<SyntaxNode, ResilienceStrategy?> _strategies = new();
    private readonly Lazy<PipelineNames> _names = new(() => new PipelineNames(source));

    /// <summary>What a policy or pipeline does, followed to where it was made.</summary>
    public ResiliencePipeline Of(IOperation value, CancellationToken cancellationToken) =>
        _values.TryGetValue(value.Syntax, out var known) ? known : _values.GetOrAdd(value.Syntax, Reader(cancellationToken).Of(value));

    /// <summary>What a handler's registration, <c>AddStandardResilienceHandler</c> and its like, puts round its client; null where it is none.</summary>
    public ResiliencePipeline? OfHandler(IInvocationOperation registration, CancellationToken cancellationToken)
    {
        if (HttpResilienceApis.KindOf(registration.TargetMethod) == PipelineHandlerKind.None)
            return null;
        return _handlers.TryGetValue(registration.Syntax, out var known) ? known : _handlers.GetOrAdd(registration.Syntax, Reader(cancellationToken).OfHandler(registration));
    }

    /// <summary>What a handler made by hand, <c>new ResilienceHandler(…)</c>, does; null where it is no such handler.</summary>
    public ResiliencePipeline? OfHandler(IObjectCreationOperation handler, CancellationToken cancellationToken)
    {
        if (!DeadlineApis.IsPipelineHandler(handler.Type) || handler.Arguments.IsEmpty)
            return null;
        return _handlers.TryGetValue(handler.Syntax, out var known) ? known : _handlers.GetOrAdd(handler.Syntax, Reader(cancellationToken).OfSelector(handler.Arguments[0].Value));
    }

    /// <summary>What a lambda or method puts into the builder that it is handed.</summary>
    public ResiliencePipeline OfConfigure(IOperation configure, CancellationToken cancellationToken) => Reader(cancellationToken).OfConfigure(configure, 0);

    /// <summary>The one strategy that an invocation makes (<c>WaitAndRetryAsync</c>) or adds (<c>AddRetry</c>); null where it is no such member.</summary>
    public ResilienceStrategy? Strategy(IInvocationOperation invocation, CancellationToken cancellationToken) =>
        _strategies.TryGetValue(invocation.Syntax, out var known) ? known : _strategies.GetOrAdd(invocation.Syntax, Reader(cancellationToken).Strategy(invocation));

    private PipelineReader Reader(CancellationToken cancellationToken) => new(source, _names, cancellationToken);
}
