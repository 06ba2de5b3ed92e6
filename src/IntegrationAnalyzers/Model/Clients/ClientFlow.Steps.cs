using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Clients;

/// <summary>What is done with the client at one place.</summary>
internal sealed partial class ClientFlow
{
    /// <summary>Looks at the one thing that is done with the value.</summary>
    private void Step(IOperation value, int hops)
    {
        switch (value.Parent)
        {
            case IConversionOperation or IParenthesizedOperation or IAwaitOperation or ISwitchExpressionArmOperation or IDelegateCreationOperation:
                Step(value.Parent, hops);
                break;
            case ISwitchExpressionOperation choice when choice.Value != value:
                Step(choice, hops);
                break;
            case IConditionalOperation choice when choice.Condition != value:
                IsFallback |= ClientFallbacks.IsInjected(choice.WhenTrue, source, cancellationToken) ||
                    (choice.WhenFalse is { } otherwise && ClientFallbacks.IsInjected(otherwise, source, cancellationToken));
                Step(choice, hops);
                break;
            case ICoalesceOperation coalesce:
                IsFallback |= coalesce.WhenNull == value && ClientFallbacks.IsInjected(coalesce.Value, source, cancellationToken);
                Step(coalesce, hops);
                break;
            case ICoalesceAssignmentOperation assignment when assignment.Value == value:
                IsFallback |= ClientFallbacks.IsInjected(assignment.Target, source, cancellationToken);
                Store(assignment.Target, hops);
                Step(assignment, hops);
                break;
            case ICoalesceAssignmentOperation assignment:
                Step(assignment, hops);
                break;
            case ISimpleAssignmentOperation assignment when assignment.Value == value:
                IsFallback |= assignment.Target is IParameterReferenceOperation || ClientFallbacks.IsOtherBranch(assignment, source, cancellationToken);
                Store(assignment.Target, hops);
                Step(assignment, hops);
                break;
            case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator }:
                Track(declarator.Symbol, hops);
                break;
            case IFieldInitializerOperation initializer:
                foreach (var field in initializer.InitializedFields)
                    Keep(field, hops);
                break;
            case IPropertyInitializerOperation initializer:
                foreach (var property in initializer.InitializedProperties)
                {
                    IsFallback |= ClientFallbacks.IsSettable(property, source);
                    Keep(property, hops);
                }

                break;
            case IReturnOperation { Kind: OperationKind.YieldReturn }:
                Escapes = true;
                break;
            case IReturnOperation:
                Returned(value, hops);
                break;
            case IArgumentOperation argument:
                Argument(argument, value, hops);
                break;
            case IInvocationOperation invocation when invocation.Instance == value:
                Called(invocation, value, hops);
                break;
            case IPropertyReferenceOperation property when property.Instance == value:
                Member(property, hops);
                break;
            case IConditionalAccessOperation access when access.Operation == value:
                foreach (var inner in access.WhenNotNull.Tree())
                {
                    if (inner is IConditionalAccessInstanceOperation instance && instance.ConditionalAccess() == access)
                        Step(inner, hops);
                }

                // The result is the client again only where what is read is its carrier's value.
                if (ClientTypes.Carries(access.Type, clientType) && !ClientTypes.IsClient(value.Unwrap().Type))
                    Step(access, hops);
                break;
            case ITupleOperation when value.Taker() is { } taker:
                IsFallback |= taker is IParameterReferenceOperation;
                Store(taker, hops);
                break;
            case ITupleOperation or IArrayInitializerOperation or IInvalidOperation or IDynamicInvocationOperation or IDynamicObjectCreationOperation
                or IAnonymousObjectCreationOperation:
            case { Kind: OperationKind.None or OperationKind.EventAssignment }: // What an older compiler cannot describe, a collection expression for one.
                Escapes = true;
                break;
            case not (IUsingOperation or IExpressionStatementOperation or IBinaryOperation or IIsPatternOperation):
                _isUsedOtherwise = true;
                break;
        }
    }

    private void Store(IOperation target, int hops)
    {
        switch (target)
        {
            case ILocalReferenceOperation local:
                Track(local.Local, hops);
                break;
            case IParameterReferenceOperation parameter:
                Track(parameter.Parameter, hops);
                break;
            case IFieldReferenceOperation field when source.IsSource(field.Field):
                Keep(field.Field, hops);
                break;
            case IPropertyReferenceOperation { Arguments.IsEmpty: true } property when source.IsSource(property.Property):
                Keep(property.Property, hops);
                if (property.Property.SetMethod is { } setter && source.Body(setter, cancellationToken) is not null)
                    Track(setter.Parameters[setter.Parameters.Length - 1], hops);
                break;
            case IDiscardOperation:
                break;
            default:
                Escapes = true;
                break;
        }
    }
}
