using System;
using System.Threading;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Resilience;

/// <summary>
/// Works out a number or a duration (in seconds) that the code writes as arithmetic; chance counts at its lowest. Null where anything in it comes
/// from elsewhere.
/// </summary>
internal sealed class NumberValues(SourceIndex source, CancellationToken cancellationToken)
{
    private const int MaxDepth = 24;

    /// <summary>The parameter, or the member of it, that counts the attempts, and the attempt to work out.</summary>
    private IParameterSymbol? _counter;
    private double _attempt;

    /// <summary>The duration that a <c>TimeSpan</c> value stands for.</summary>
    public static TimeSpan? Duration(IOperation value, SourceIndex source, CancellationToken cancellationToken) =>
        ToSpan(new NumberValues(source, cancellationToken).Of(value, 0));

    /// <summary>What the function gives for the attempt.</summary>
    /// <param name="counter">The function's parameter that counts, itself or by its <c>AttemptNumber</c>.</param>
    public TimeSpan? Duration(FunctionValue function, IParameterSymbol? counter, int attempt)
    {
        _counter = counter;
        _attempt = attempt;
        IOperation? only = null;
        foreach (var returned in function.Body.Returned())
        {
            if (only is not null)
                return null;
            only = returned;
        }

        return only is null ? null : ToSpan(Of(only, 0));
    }

    private static TimeSpan? ToSpan(double? seconds) => seconds switch
    {
        null or double.NaN => null,
        >= 9e11 => TimeSpan.MaxValue,
        <= -9e11 => TimeSpan.MinValue,
        { } value => TimeSpan.FromTicks((long)Math.Round(value * TimeSpan.TicksPerSecond)),
    };

    private double? Of(IOperation operation, int depth)
    {
        if (depth > MaxDepth)
            return null;
        operation = operation.Unwrap();
        if (operation.ConstantValue is { HasValue: true, Value: var constant })
            return ToDouble(constant);

        depth++;
        switch (operation)
        {
            case IParameterReferenceOperation parameter:
                return SymbolEqualityComparer.Default.Equals(parameter.Parameter, _counter) ? _attempt : null;
            case IPropertyReferenceOperation { Property.Name: "AttemptNumber", Instance: IParameterReferenceOperation args }
                when SymbolEqualityComparer.Default.Equals(args.Parameter, _counter):
                return _attempt;
            case IBinaryOperation binary:
                return OfBinary(binary, depth);
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Minus } minus:
                return -Of(minus.Operand, depth);
            case IInvocationOperation call:
                return OfCall(call, depth);
            case IObjectCreationOperation creation:
                return OfCreation(creation, depth);
            case IFieldReferenceOperation { Field: { IsStatic: true, ContainingType: { Name: "TimeSpan" or "Timeout" } } field }:
                return field.Name switch
                {
                    "Zero" => 0,
                    "MaxValue" => TimeSpan.MaxValue.TotalSeconds,
                    "InfiniteTimeSpan" => -0.001,
                    _ => null,
                };
            case IPropertyReferenceOperation { Instance: { Type.Name: "TimeSpan" } span, Property.Name: var unit } when PerSecond(unit) is { } factor:
                return Of(span, depth) * factor;
            default:
                return ValueOrigin.Of(operation, source, cancellationToken) is var origin && origin != operation ? Of(origin, depth) : null;
        }
    }

    private double? OfBinary(IBinaryOperation binary, int depth)
    {
        if (Of(binary.LeftOperand, depth) is not { } left || Of(binary.RightOperand, depth) is not { } right)
            return null;
        var isWhole = binary.Type?.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64;
        return binary.OperatorKind switch
        {
            BinaryOperatorKind.Add => left + right,
            BinaryOperatorKind.Subtract => left - right,
            BinaryOperatorKind.Multiply => left * right,
            BinaryOperatorKind.Divide when right != 0 => isWhole ? Math.Truncate(left / right) : left / right,
            BinaryOperatorKind.Remainder when right != 0 => left % right,
            BinaryOperatorKind.LeftShift => left * Math.Pow(2, right),
            _ => null,
        };
    }

    private double? OfCall(IInvocationOperation call, int depth)
    {
        var method = call.TargetMethod;
        var type = method.ContainingType;
        var first = call.Arguments.Length > 0 ? call.Arguments[0].Value : null;
        if (RandomValues.IsRandom(call))
            return call.Arguments.Length >= 2 && method.Name is "Next" or "NextInt64" or "GetInt32" ? Of(first!, depth) : 0;
        switch (type.Name)
        {
            case "TimeSpan" when method.IsStatic && first is not null && call.Arguments.Length == 1 && Seconds(method.Name) is { } factor:
                return Of(first, depth) * factor;
            case "TimeSpan" when method.Name is "Add" && first is not null:
                return Of(call.Instance!, depth) + Of(first, depth);
            case "TimeSpan" when method.Name is "Multiply" && call.Instance is not null && first is not null:
                return Of(call.Instance, depth) * Of(first, depth);
            case "Math" when first is not null:
                return OfMath(method.Name, Of(first, depth), call.Arguments.Length > 1 ? Of(call.Arguments[1].Value, depth) : null);
            case "ValueTask" or "Task" when method.Name == "FromResult" && first is not null:
                return Of(first, depth);
            default:
                return null;
        }
    }

    private static double? OfMath(string name, double? first, double? second) => (name, first, second) switch
    {
        ("Pow", { } b, { } e) => Math.Pow(b, e),
        ("Min", { } a, { } b) => Math.Min(a, b),
        ("Max", { } a, { } b) => Math.Max(a, b),
        ("Abs", { } a, _) => Math.Abs(a),
        ("Ceiling", { } a, _) => Math.Ceiling(a),
        ("Floor", { } a, _) => Math.Floor(a),
        _ => null,
    };

    private double? OfCreation(IObjectCreationOperation creation, int depth)
    {
        if (creation.Type is { Name: "ValueTask" or "Nullable" } && creation.Arguments is [{ Value: var held }])
            return Of(held, depth);
        if (creation.Type?.Name != "TimeSpan")
            return null;

        var parts = new double[5];
        var count = 0;
        foreach (var argument in creation.Arguments)
        {
            if (count == parts.Length || Of(argument.Value, depth) is not { } part)
                return null;
            parts[count++] = part;
        }

        return count switch
        {
            0 => 0,
            1 => parts[0] / TimeSpan.TicksPerSecond,
            3 => parts[0] * 3600 + parts[1] * 60 + parts[2],
            4 => parts[0] * 86400 + parts[1] * 3600 + parts[2] * 60 + parts[3],
            5 => parts[0] * 86400 + parts[1] * 3600 + parts[2] * 60 + parts[3] + parts[4] / 1000,
            _ => null,
        };
    }

    private static double? Seconds(string name) => name switch
    {
        "FromTicks" => 1e-7,
        "FromMicroseconds" => 1e-6,
        "FromMilliseconds" => 1e-3,
        "FromSeconds" => 1,
        "FromMinutes" => 60,
        "FromHours" => 3600,
        "FromDays" => 86400,
        _ => null,
    };

    private static double? PerSecond(string unit) => unit switch
    {
        "TotalMilliseconds" => 1000,
        "TotalSeconds" => 1,
        "TotalMinutes" => 1 / 60d,
        "Ticks" => TimeSpan.TicksPerSecond,
        _ => null,
    };

    private static double? ToDouble(object? constant) => constant switch
    {
        int value => value,
        long value => value,
        double value => value,
        float value => value,
        short value => value,
        byte value => value,
        uint value => value,
        decimal value => (double)value,
        _ => null,
    };
}
