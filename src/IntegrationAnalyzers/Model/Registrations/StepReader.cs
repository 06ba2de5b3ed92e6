using System.Collections.Immutable;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model.Clients;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Registrations;

/// <summary>Reads one library member called on a client's builder.</summary>
internal static class StepReader
{
    public static RegistrationStep Read(IInvocationOperation call, HelperPath path, bool isConditional, SourceIndex source, CancellationToken cancellationToken)
    {
        var kind = RegistrationApis.IsBuilder(call.Receiver()?.Type) ? RegistrationApis.Step(call.TargetMethod) : RegistrationStepKind.Unknown;
        var step = new RegistrationStep(kind, call, path, isConditional);
        switch (kind)
        {
            case RegistrationStepKind.Unknown:
                return step with { Bounds = Certainty.Unknown };
            case RegistrationStepKind.Client:
                return step with { Configuration = ClientConfigurationReader.OfDelegate(Delegate(call), path, source, cancellationToken) };
            case RegistrationStepKind.PrimaryHandler:
                var (primary, primaryBounds) = Handler(call, path, source, cancellationToken);
                return step with { HandlerType = primary, Bounds = call.TargetMethod.Name == "UseSocketsHttpHandler" ? Certainty.No : primaryBounds };
            case RegistrationStepKind.Handler:
                var handler = RegistrationApis.Handler(call.TargetMethod);
                return handler == HandlerKind.Message
                    ? Message(step, path, source, cancellationToken)
                    : step with { Handler = handler, Bounds = Bounds(handler, call, path, source, cancellationToken) };
            default:
                return step;
        }
    }

    /// <summary>The argument that is a delegate.</summary>
    public static IOperation? Delegate(IInvocationOperation call)
    {
        foreach (var argument in call.Arguments)
        {
            if (argument.ArgumentKind != ArgumentKind.DefaultValue && argument.Parameter?.Type is INamedTypeSymbol { TypeKind: TypeKind.Delegate })
                return argument.Value;
        }

        return null;
    }

    private static RegistrationStep Message(RegistrationStep step, HelperPath path, SourceIndex source, CancellationToken cancellationToken)
    {
        var (type, bounds) = Handler(step.Invocation, path, source, cancellationToken);
        return step with { Handler = HandlerKind.Message, HandlerType = type, Bounds = bounds };
    }

    private static (ITypeSymbol? Type, Certainty Bounds) Handler(IInvocationOperation call, HelperPath path, SourceIndex source, CancellationToken cancellationToken)
    {
        if (call.TargetMethod.TypeArguments is [var argument])
        {
            var named = path.Resolve(argument);
            return (named, named is null or { IsAbstract: true } ? Certainty.Unknown : HandlerDeadlines.Of(named, source, cancellationToken));
        }

        ITypeSymbol? type = null;
        var bounds = Certainty.No;
        var isSeen = false;
        foreach (var made in Returned(path.Resolve(Delegate(call), source, cancellationToken), source, cancellationToken))
        {
            isSeen = true;
            var handler = path.Resolve(made, source, cancellationToken);
            if (handler is IObjectCreationOperation { Type: { } created })
            {
                type = type is null || SymbolEqualityComparer.Default.Equals(type, created) ? created : null;
                bounds = bounds.Or(HandlerDeadlines.Of(created, source, cancellationToken).Or(HandlerDeadlines.Of(handler, source, cancellationToken)));
            }
            else
            {
                type = handler?.Type;
                bounds = bounds.Or(type is null or { IsAbstract: true } ? Certainty.Unknown : HandlerDeadlines.Of(type, source, cancellationToken));
            }
        }

        return isSeen ? (type, bounds) : (null, Certainty.Unknown);
    }

    private static System.Collections.Generic.IEnumerable<IOperation> Returned(IOperation? value, SourceIndex source, CancellationToken cancellationToken)
    {
        var body = (value as IDelegateCreationOperation)?.Target.Unwrap() switch
        {
            IAnonymousFunctionOperation lambda => lambda.Body,
            IMethodReferenceOperation reference => source.Body(reference.Method, cancellationToken),
            _ => null,
        };
        return body is null ? ImmutableArray<IOperation>.Empty : body.Returned();
    }

    private static Certainty Bounds(HandlerKind? handler, IInvocationOperation call, HelperPath path, SourceIndex source, CancellationToken cancellationToken)
    {
        if (handler is not { } kind || kind == HandlerKind.RegistryPolicy)
            return Certainty.Unknown;
        if (RegistrationApis.OwnsDeadline(kind))
            return Certainty.Yes;

        var bounds = Certainty.No;
        foreach (var argument in call.Arguments)
        {
            if (argument.ArgumentKind == ArgumentKind.DefaultValue || RegistrationApis.IsBuilder(argument.Parameter?.Type) || argument.Value.Type?.SpecialType == SpecialType.System_String)
                continue;
            var value = path.Resolve(argument.Value, source, cancellationToken);
            bounds = bounds.Or(value switch
            {
                null => Certainty.No,
                IParameterReferenceOperation or IFieldReferenceOperation { Field.IsReadOnly: false } => Certainty.Unknown,
                IDelegateCreationOperation { Target: IMethodReferenceOperation reference } => source.Body(reference.Method, cancellationToken) is { } body
                    ? PipelineTimeouts.Of(body, source, cancellationToken)
                    : Certainty.Unknown,
                _ => PipelineTimeouts.Of(value, source, cancellationToken),
            });
        }

        return bounds;
    }
}
