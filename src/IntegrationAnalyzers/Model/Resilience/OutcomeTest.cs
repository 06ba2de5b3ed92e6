using System;
using System.Collections.Generic;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Part = IntegrationAnalyzers.Model.Resilience.Outcome.Part;

namespace IntegrationAnalyzers.Model.Resilience;

/// <summary>
/// Works out what a predicate says about one outcome, by running it in the head: comparisons, patterns, lists of statuses, switches, helpers of this
/// compilation. What it cannot follow is unknown.
/// </summary>
internal sealed partial class OutcomeTest(Outcome outcome, SourceIndex source, CancellationToken cancellationToken)
{
    private const int MaxDepth = 40;
    private const int MaxHelpers = 3;

    private readonly Dictionary<ISymbol, object?> _bound = new(SymbolEqualityComparer.Default);
    private readonly Stack<object?> _conditional = new();
    private int _helpers;

    /// <summary>What the function says; its first parameter is what it is handed.</summary>
    public Certainty Of(FunctionValue function, object? argument)
    {
        if (function.Parameters.Length > 0)
            _bound[function.Parameters[0]] = argument;
        return Run(function.Body) switch
        {
            true => Certainty.Yes,
            false => Certainty.No,
            _ => Certainty.Unknown,
        };
    }

    /// <summary>What the body returns, statement after statement.</summary>
    private object? Run(IOperation body) => TryRun(body, out var result) ? result : Part.Unknown;

    private bool TryRun(IOperation statement, out object? result)
    {
        cancellationToken.ThrowIfCancellationRequested();
        result = Part.Unknown;
        switch (statement)
        {
            case IMethodBodyOperation method when (method.BlockBody ?? method.ExpressionBody) is { } body:
                return TryRun(body, out result);
            case IBlockOperation block:
                foreach (var inner in block.Operations)
                {
                    if (TryRun(inner, out result))
                        return true;
                }

                return false;
            case IReturnOperation { ReturnedValue: { } value }:
                result = Of(value, 0);
                return true;
            case IConditionalOperation { Type: null } choice:
                return Of(choice.Condition, 0) switch
                {
                    true => TryRun(choice.WhenTrue, out result),
                    false => choice.WhenFalse is { } otherwise && TryRun(otherwise, out result),
                    _ => true,
                };
            case IExpressionStatementOperation or IVariableDeclarationGroupOperation or ILocalFunctionOperation or IEmptyOperation:
                return false;
            default:
                return true;
        }
    }

    private object? Of(IOperation operation, int depth)
    {
        if (depth++ > MaxDepth)
            return Part.Unknown;
        if (operation.ConstantValue is { HasValue: true, Value: var constant })
            return Constant(constant);
        switch (operation)
        {
            case IConversionOperation or IParenthesizedOperation or IAwaitOperation:
                return Of(operation.Unwrap(), depth);
            case IParameterReferenceOperation parameter:
                return _bound.TryGetValue(parameter.Parameter, out var bound) ? bound : Part.Unknown;
            case ILocalReferenceOperation local when _bound.TryGetValue(local.Local, out var held):
                return held;
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not:
                return Of(not.Operand, depth) is bool truth ? !truth : Part.Unknown;
            case IBinaryOperation binary:
                return OfBinary(binary, depth);
            case IPropertyReferenceOperation { Instance: { } instance } property:
                return OfMember(Of(instance, depth), property.Property.Name);
            case IConditionalAccessOperation access:
                var target = Of(access.Operation, depth);
                if (target is null or Part.Unknown)
                    return target;
                _conditional.Push(target);
                var reached = Of(access.WhenNotNull, depth);
                _conditional.Pop();
                return reached;
            case IConditionalAccessInstanceOperation:
                return _conditional.Count > 0 ? _conditional.Peek() : Part.Unknown;
            case ICoalesceOperation coalesce:
                return Of(coalesce.Value, depth) ?? Of(coalesce.WhenNull, depth);
            case IConditionalOperation { Type: not null, WhenFalse: { } whenFalse } choice:
                return Of(choice.Condition, depth) switch
                {
                    true => Of(choice.WhenTrue, depth),
                    false => Of(whenFalse, depth),
                    _ => Same(Of(choice.WhenTrue, depth), Of(whenFalse, depth)),
                };
            case IIsTypeOperation test:
                return IsType(Of(test.ValueOperand, depth), test.TypeOperand) is { } fits ? fits != test.IsNegated : Part.Unknown;
            case IIsPatternOperation pattern:
                return Matches(pattern.Pattern, Of(pattern.Value, depth), depth) ?? (object)Part.Unknown;
            case ISwitchExpressionOperation choice:
                return OfSwitch(choice, depth);
            case IInvocationOperation call:
                return OfCall(call, depth);
            case IObjectCreationOperation { Type.Name: "ValueTask", Arguments: [{ Value: var inside }] }:
                return Of(inside, depth);
            default:
                return ValueOrigin.Of(operation, source, cancellationToken) is var origin && origin != operation ? Of(origin, depth) : Part.Unknown;
        }
    }

    private object? OfBinary(IBinaryOperation binary, int depth)
    {
        var left = Of(binary.LeftOperand, depth);
        switch (binary.OperatorKind)
        {
            case BinaryOperatorKind.ConditionalOr or BinaryOperatorKind.Or when binary.Type?.SpecialType == SpecialType.System_Boolean:
                if (left is true)
                    return true;
                var otherwise = Of(binary.RightOperand, depth);
                return otherwise is true ? true : left is false ? otherwise : Part.Unknown;
            case BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.And when binary.Type?.SpecialType == SpecialType.System_Boolean:
                if (left is false)
                    return false;
                var also = Of(binary.RightOperand, depth);
                return also is false ? false : left is true ? also : Part.Unknown;
        }

        return Compare(binary.OperatorKind, left, Of(binary.RightOperand, depth));
    }

    private static object Compare(BinaryOperatorKind kind, object? left, object? right)
    {
        if (left is Part.Unknown || right is Part.Unknown)
            return Part.Unknown;
        switch (kind)
        {
            case BinaryOperatorKind.Equals:
                return left is Part || right is Part ? left is null || right is null ? false : Part.Unknown : Equals(left, right);
            case BinaryOperatorKind.NotEquals:
                return Compare(BinaryOperatorKind.Equals, left, right) is bool same ? !same : Part.Unknown;
        }

        if (left is null || right is null)
            return false;
        return left is double a && right is double b
            ? kind switch
            {
                BinaryOperatorKind.LessThan => a < b,
                BinaryOperatorKind.LessThanOrEqual => a <= b,
                BinaryOperatorKind.GreaterThan => a > b,
                BinaryOperatorKind.GreaterThanOrEqual => a >= b,
                _ => Part.Unknown,
            }
            : Part.Unknown;
    }

    private object? OfMember(object? target, string name) => (target, name) switch
    {
        (Part.Arguments, "Outcome") => Part.Arguments,
        (Part.Arguments, "Result") => outcome.Result,
        (Part.Arguments, "Exception") => outcome.Thrown,
        (Part.Response, "StatusCode") => (double)outcome.Status!.Value,
        (Part.Response, "IsSuccessStatusCode" or "IsSuccessful") => outcome.Status is >= 200 and < 300,
        (double, "Value") => target,
        (double, "HasValue") => true,
        (null, "HasValue") => false,
        _ => Part.Unknown,
    };

    private static object? Constant(object? value) => value switch
    {
        null or bool or string => value,
        IConvertible number => Convert.ToDouble(number, System.Globalization.CultureInfo.InvariantCulture),
        _ => Part.Unknown,
    };

    private static object? Same(object? left, object? right) => Equals(left, right) ? left : Part.Unknown;
}
