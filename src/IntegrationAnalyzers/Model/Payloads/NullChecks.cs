using System;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Payloads;

/// <summary>For which outcome of a condition a value is known not to be null.</summary>
internal readonly record struct NotNull(bool WhenTrue, bool WhenFalse)
{
    public static NotNull Never => default;

    public static NotNull Always => new(true, true);

    public bool Any => WhenTrue || WhenFalse;

    public NotNull Negated => new(WhenFalse, WhenTrue);
}

/// <summary>Reads conditions, both as written and as the control flow graph has them.</summary>
/// <param name="holds">In what form an operation carries the payload.</param>
internal readonly struct NullChecks(Func<IOperation, Held> holds, FlowScope scope, Func<ILocalReferenceOperation, IOperation?> onlyValue)
{
    private const int MaxDepth = 12;

    public NotNull Of(IOperation condition, int depth = 0)
    {
        if (depth > MaxDepth)
            return NotNull.Never;
        switch (condition)
        {
            case IParenthesizedOperation parenthesized:
                return Of(parenthesized.Operand, depth + 1);
            case IConversionOperation conversion:
                return Of(conversion.Operand, depth + 1);
            case IIsNullOperation isNull:
                return new NotNull(false, Holds(isNull.Operand));
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not:
                return Of(not.Operand, depth + 1).Negated;
            case IBinaryOperation binary:
                return OfBinary(binary, depth);
            case IIsPatternOperation pattern when Holds(pattern.Value) || IsRootedIn(pattern.Value):
                return OfPattern(pattern.Pattern);
            case IIsTypeOperation type when Holds(type.ValueOperand) || IsRootedIn(type.ValueOperand):
                return new NotNull(!type.IsNegated, type.IsNegated);
            case ICoalesceOperation { WhenNull.ConstantValue: { HasValue: true, Value: bool otherwise } } coalesce when IsRootedIn(coalesce.Value):
                return new NotNull(!otherwise, otherwise);
            case IInvocationOperation invocation:
                return OfInvocation(invocation, depth);
            case IPropertyReferenceOperation { Instance: { } instance } property
                when ResponseBodies.IsSuccessFlag(property.Property.Name) && holds(instance.Unwrap()) == Held.Envelope:
                return new NotNull(true, false);
            case ILocalReferenceOperation local when local.Type?.SpecialType == SpecialType.System_Boolean && onlyValue(local) is { } value:
                return Of(value, depth + 1);
            default:
                return NotNull.Never;
        }
    }

    private NotNull OfBinary(IBinaryOperation binary, int depth)
    {
        switch (binary.OperatorKind)
        {
            case BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.And:
                var (leftAnd, rightAnd) = (Of(binary.LeftOperand, depth + 1), Of(binary.RightOperand, depth + 1));
                return new NotNull(leftAnd.WhenTrue || rightAnd.WhenTrue, leftAnd.WhenFalse && rightAnd.WhenFalse);
            case BinaryOperatorKind.ConditionalOr or BinaryOperatorKind.Or:
                var (leftOr, rightOr) = (Of(binary.LeftOperand, depth + 1), Of(binary.RightOperand, depth + 1));
                return new NotNull(leftOr.WhenTrue && rightOr.WhenTrue, leftOr.WhenFalse || rightOr.WhenFalse);
            case BinaryOperatorKind.Equals:
                return OfStandIn(binary) ?? OfEquality(binary, depth);
            case BinaryOperatorKind.NotEquals:
                return OfStandIn(binary) ?? OfEquality(binary, depth).Negated;
            case BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual:
                // A lifted comparison with null is false.
                return OfStandIn(binary) ?? new NotNull(IsRootedIn(binary.LeftOperand) || IsRootedIn(binary.RightOperand), false);
            default:
                return NotNull.Never;
        }
    }

    private NotNull OfEquality(IBinaryOperation binary, int depth)
    {
        var (value, other) = IsConstant(binary.LeftOperand) ? (binary.RightOperand, binary.LeftOperand) : (binary.LeftOperand, binary.RightOperand);
        if (NullQuestions.IsNull(other))
            return new NotNull(false, Holds(value) || IsRootedIn(value));
        if (other.ConstantValue is { HasValue: true, Value: bool expected } && Of(value, depth + 1) is { Any: true } inner)
            return expected ? inner : inner.Negated;

        // Equal to something that is not null; of something unknown it is not said, which counts as looked at.
        return new NotNull(Holds(value) || IsRootedIn(value) || IsRootedIn(other), false);
    }

    /// <summary><c>(list?.Count ?? 0) == 0</c>: of null it says what it says of the number that stands in for it.</summary>
    private NotNull? OfStandIn(IBinaryOperation binary)
    {
        if (binary.LeftOperand.Unwrap() is not ICoalesceOperation { Value: var read, WhenNull.ConstantValue: { HasValue: true, Value: int standIn } } ||
            binary.RightOperand.ConstantValue is not { HasValue: true, Value: int other } || !IsRootedIn(read))
        {
            return null;
        }

        var holdsForNull = binary.OperatorKind switch
        {
            BinaryOperatorKind.Equals => standIn == other,
            BinaryOperatorKind.NotEquals => standIn != other,
            BinaryOperatorKind.LessThan => standIn < other,
            BinaryOperatorKind.LessThanOrEqual => standIn <= other,
            BinaryOperatorKind.GreaterThan => standIn > other,
            _ => standIn >= other,
        };
        return new NotNull(!holdsForNull, holdsForNull);
    }

    private NotNull OfPattern(IPatternOperation pattern)
    {
        switch (pattern)
        {
            case IConstantPatternOperation constant:
                return NullQuestions.IsNull(constant.Value) ? new NotNull(false, true) : new NotNull(true, false);
            case INegatedPatternOperation negated:
                return OfPattern(negated.Pattern).Negated;
            case IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.And } and:
                var (leftAnd, rightAnd) = (OfPattern(and.LeftPattern), OfPattern(and.RightPattern));
                return new NotNull(leftAnd.WhenTrue || rightAnd.WhenTrue, leftAnd.WhenFalse && rightAnd.WhenFalse);
            case IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } or:
                var (leftOr, rightOr) = (OfPattern(or.LeftPattern), OfPattern(or.RightPattern));
                return new NotNull(leftOr.WhenTrue && rightOr.WhenTrue, leftOr.WhenFalse || rightOr.WhenFalse);
            case IDiscardPatternOperation or IDeclarationPatternOperation { MatchesNull: true }:
                return NotNull.Never;
            default:
                return new NotNull(true, false);
        }
    }

    private NotNull OfInvocation(IInvocationOperation invocation, int depth)
    {
        var method = invocation.TargetMethod;
        if (method.Name is "ReferenceEquals" or "Equals" && method.IsStatic && invocation.Arguments.Length == 2)
        {
            var (left, right) = (invocation.Arguments[0].Value, invocation.Arguments[1].Value);
            return new NotNull(false, (NullQuestions.IsNull(right) && Holds(left)) || (NullQuestions.IsNull(left) && Holds(right)));
        }

        if (scope.IsValidator(method) && invocation.Instance is { } receiver && Holds(receiver))
            return NotNull.Always;
        foreach (var argument in invocation.Arguments)
        {
            var isTextTest = method.Name is "IsNullOrEmpty" or "IsNullOrWhiteSpace";
            if (argument.Parameter is not { } parameter || !(Holds(argument.Value) || IsRootedIn(isTextTest ? WithoutEmpty(argument.Value) : argument.Value)))
                continue;
            if (isTextTest || method.Name == "IsNull")
                return new NotNull(false, true);
            if (ValidationApis.NotNullWhen(parameter) is { } when)
                return new NotNull(when, !when);

            // A question about the payload, whatever it asks: somebody looked at it. Enumerable's questions fail on null instead.
            if (method.ContainingType.Name != "Enumerable")
                return NotNull.Always;
        }

        return NotNull.Never;
    }

    /// <summary><c>answer?.Token ?? ""</c>, also by a local: whoever asks whether the text is empty asks for the payload, too.</summary>
    private IOperation WithoutEmpty(IOperation value)
    {
        value = value.Unwrap();
        if (value is ILocalReferenceOperation local && onlyValue(local) is { } only)
            value = only.Unwrap();
        return value is ICoalesceOperation { Value: var read, WhenNull: var otherwise } && IsEmpty(otherwise.Unwrap()) ? read.Unwrap() : value;
    }

    private static bool IsEmpty(IOperation value) =>
        value.ConstantValue is { HasValue: true, Value: null or "" } || value is IFieldReferenceOperation { Field: var field } && field.IsEmptyText();

    /// <summary>Whether the value is read from the payload by <c>?.</c>: not null only where the payload is not.</summary>
    public bool IsRootedIn(IOperation value)
    {
        value = value.Unwrap();
        for (var i = 0; i < MaxDepth; i++)
        {
            switch (value)
            {
                case IConditionalAccessOperation access:
                    if (Holds(access.Operation))
                        return true;
                    value = access.Operation.Unwrap();
                    continue;
                case IMemberReferenceOperation { Instance: { } instance }:
                    value = instance.Unwrap();
                    continue;
                case IInvocationOperation invocation when invocation.Receiver() is { } receiver:
                    value = receiver.Unwrap();
                    continue;
                default:
                    return false;
            }
        }

        return false;
    }

    private bool Holds(IOperation value) => holds(value.Unwrap()) == Held.Payload;

    private static bool IsConstant(IOperation value) => value.ConstantValue.HasValue || NullQuestions.IsNull(value);
}
