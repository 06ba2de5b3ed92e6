using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Payloads;

/// <summary>The objects that our own endpoints answer with, and whether their type is a provider's.</summary>
internal sealed class AnsweredPayloads(SourceIndex source, UpstreamTypes upstream, MadeTypes made)
{
    /// <summary>The value of a <c>return</c> in an endpoint, where it is a provider's object or a collection of them.</summary>
    public (IOperation Value, ITypeSymbol Type)? Of(IReturnOperation returned, CancellationToken cancellationToken) =>
        returned.ReturnedValue is { } value && Provided(value, cancellationToken) is { } type && Endpoints.Hold(returned, source, cancellationToken) ? (value, type) : null;

    /// <summary>The object in an answer like <c>Ok(order)</c>.</summary>
    public (IOperation Value, ITypeSymbol Type)? Of(IInvocationOperation answer, CancellationToken cancellationToken)
    {
        if (!EndpointApis.AnswersWithObject(answer.TargetMethod.Name) || !AnswerApis.IsAnswer(answer.TargetMethod))
            return null;
        foreach (var argument in answer.Arguments)
        {
            if (argument.ArgumentKind == ArgumentKind.Explicit && Provided(argument.Value, cancellationToken) is { } type)
                return (argument.Value, type);
        }

        return null;
    }

    private ITypeSymbol? Provided(IOperation value, CancellationToken cancellationToken) =>
        value.Unwrap().Type?.AwaitedType() is { } type && PayloadParts.Element(type, values: true) is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct or TypeKind.Interface } element &&
        (source.IsSource(element)
            ? upstream.MayRead(element.Name, cancellationToken) && upstream.IsRead(element, cancellationToken) && !made.IsMade(element, cancellationToken)
            : VendorAssemblies.Declares(element))
                ? element
                : null;
}
