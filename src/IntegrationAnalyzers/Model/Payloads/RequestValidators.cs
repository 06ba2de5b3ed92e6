using System;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Payloads;

/// <summary>
/// Delegates that go out with a request and look at what comes back: set among its options, where a handler of the client finds them, or handed over in the call that sends it.
/// Whoever takes them runs them before the caller has the response.
/// </summary>
internal sealed class RequestValidators(SourceIndex source, string[] validatorNames)
{
    /// <summary>How many values lie between the text and the call that sends the request.</summary>
    private const int MaxSteps = 12;

    /// <summary>How many methods deep a delegate reads and throws.</summary>
    private const int MaxHelpers = 2;

    /// <summary>Whether the text, stream or content answers a request that such a delegate went with; a delegate whose code is out of sight may be one.</summary>
    public bool Look(IOperation text, CancellationToken cancellationToken) => Look(text, MaxSteps, cancellationToken);

    private bool Look(IOperation? value, int steps, CancellationToken cancellationToken)
    {
        if (value is null || steps == 0)
            return false;
        switch (value.Unwrap())
        {
            case ILocalReferenceOperation local:
                foreach (var assigned in AssignedValues.Of(local, source, cancellationToken))
                {
                    if (!assigned.Syntax.Span.Contains(local.Syntax.Span) && Look(assigned, steps - 1, cancellationToken))
                        return true;
                }

                return false;
            case IInvocationOperation invocation:
                return Takes(invocation, cancellationToken) || Look(invocation.Receiver(), steps - 1, cancellationToken) ||
                    (ResponseBodies.ConvertsArgument(invocation.TargetMethod) && invocation.Arguments.Length > 0 && Look(invocation.Arguments[0].Value, steps - 1, cancellationToken));
            case IPropertyReferenceOperation { Instance: { } instance }:
                return Look(instance, steps - 1, cancellationToken);
            case IConditionalAccessOperation access:
                return Look(access.WhenNotNull, steps - 1, cancellationToken);
            case IConditionalAccessInstanceOperation instance:
                return Look(instance.ConditionalReceiver(), steps - 1, cancellationToken);
            case ICoalesceOperation coalesce:
                return Look(coalesce.Value, steps - 1, cancellationToken);
            case IObjectCreationOperation { Arguments: [var first, ..] } reader when ResponseBodies.IsReader(reader.Type):
                return Look(first.Value, steps - 1, cancellationToken);
            default:
                return false;
        }
    }

    /// <summary>Whether the call is given a request that a validating delegate was put into, or such a delegate beside it.</summary>
    private bool Takes(IInvocationOperation send, CancellationToken cancellationToken)
    {
        foreach (var argument in send.Arguments)
        {
            if (argument.ArgumentKind != ArgumentKind.Explicit || argument.Value.Unwrap() is not { } value)
                continue;
            if (RequestApis.IsMessage(value.Type) && value.ReferencedSymbol() is { } request && Carries(request, value, cancellationToken))
                return true;
            if (source.IsSource(send.TargetMethod) && TakesAnswer(argument.Parameter?.Type) && Validates(argument.Value, cancellationToken))
                return true;
        }

        return false;
    }

    /// <summary>A delegate that is handed what came back and says nothing of it: it can but throw.</summary>
    private static bool TakesAnswer(ITypeSymbol? type)
    {
        if (type is not INamedTypeSymbol { DelegateInvokeMethod: { } invoke } || !(invoke.ReturnsVoid || invoke.ReturnType is { Name: "Task" or "ValueTask" } and INamedTypeSymbol { IsGenericType: false }))
            return false;
        foreach (var parameter in invoke.Parameters)
        {
            if (parameter.Type.SpecialType == SpecialType.System_String || ResponseBodies.IsResponse(parameter.Type) || ResponseBodies.IsContent(parameter.Type))
                return true;
        }

        return false;
    }

    /// <summary><c>request.Options.Set(key, Validate)</c>, <c>request.Properties["validate"] = Validate</c>, anywhere in the member that sends it.</summary>
    private bool Carries(ISymbol request, IOperation reference, CancellationToken cancellationToken)
    {
        foreach (var operation in reference.Root().Tree())
        {
            var (bag, value) = operation switch
            {
                IInvocationOperation { Arguments.Length: > 1 } set when RequestApis.PutsInto(set.TargetMethod.Name) => (set.Receiver(), set.Arguments[set.Arguments.Length - 1].Value),
                ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.IsIndexer: true, Instance: var indexed } } set => (indexed, set.Value),
                _ => default,
            };
            if (bag?.Unwrap() is IPropertyReferenceOperation { Instance: { } owner } part && RequestApis.TravelsAlong(part.Property) &&
                SymbolEqualityComparer.Default.Equals(owner.Unwrap().ReferencedSymbol(), request) && Validates(value, cancellationToken))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A delegate that reads a body and throws where it finds something wrong with it, or one whose code is out of sight.</summary>
    private bool Validates(IOperation value, CancellationToken cancellationToken)
    {
        if (value.Unwrap().Type?.TypeKind != TypeKind.Delegate)
            return false;
        if (FunctionValue.Of(value, source, cancellationToken) is not { } function)
            return true;
        return (ValidationApis.IsValidatorName(function.Symbol.Name, validatorNames) || Holds(Reads)) && Holds(static operation => operation is IThrowOperation { Exception: not null });

        bool Holds(Func<IOperation, bool?> test) => FunctionValue.Mentions(function.Body, test, source, MaxHelpers, cancellationToken) == true;
    }

    private static bool? Reads(IOperation operation) =>
        operation is IInvocationOperation read && (DeserializingMembers.Find(read.TargetMethod) is not null || BodyReads.Content(read) is not null);
}
