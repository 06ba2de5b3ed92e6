using System;
using System.Globalization;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Roslyn;

/// <summary>The length of a <c>TimeSpan</c> that the code spells out: factory methods, constructors, constants, and sums of them.</summary>
internal static class TimeSpanValue
{
    private const int MaxDepth = 6;

    /// <summary>The value followed to its origin; null where the code does not say it. Infinite is <see cref="Timeout.InfiniteTimeSpan"/>.</summary>
    public static TimeSpan? Of(IOperation? value, SourceIndex source, CancellationToken cancellationToken)
    {
        try
        {
            return value is null ? null : Of(value, source, 0, cancellationToken);
        }
        catch (Exception ex) when (ex is OverflowException or ArgumentException)
        {
            return null;
        }
    }

    private static TimeSpan? Of(IOperation value, SourceIndex source, int depth, CancellationToken cancellationToken)
    {
        if (depth > MaxDepth)
            return null;

        var origin = ValueOrigin.Of(value, source, cancellationToken);
        switch (origin)
        {
            case IInvocationOperation { TargetMethod: { IsStatic: true } method } invocation when IsTimeSpan(method.ContainingType):
                return FromMethod(invocation, method.Name, source, cancellationToken);
            case IObjectCreationOperation creation when IsTimeSpan(creation.Type):
                return FromConstructor(creation, source, cancellationToken);
            case IDefaultValueOperation when IsTimeSpan(origin.Type):
                return TimeSpan.Zero;
            case IFieldReferenceOperation { Field: { IsStatic: true } field }:
                return FromField(field);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Subtract } sum when IsTimeSpan(sum.Type):
                return Of(sum.LeftOperand, source, depth + 1, cancellationToken) is { } left && Of(sum.RightOperand, source, depth + 1, cancellationToken) is { } right
                    ? sum.OperatorKind == BinaryOperatorKind.Add ? left + right : left - right
                    : null;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Multiply } product when IsTimeSpan(product.Type):
                return Product(product.LeftOperand, product.RightOperand, source, depth, cancellationToken) ??
                    Product(product.RightOperand, product.LeftOperand, source, depth, cancellationToken);
            default:
                return null;
        }
    }

    private static TimeSpan? Product(IOperation span, IOperation factor, SourceIndex source, int depth, CancellationToken cancellationToken) =>
        IsTimeSpan(span.Type) && Of(span, source, depth + 1, cancellationToken) is { } length && Number(factor, source, cancellationToken) is { } times
            ? TimeSpan.FromTicks(checked((long)(length.Ticks * times)))
            : null;

    private static TimeSpan? FromMethod(IInvocationOperation invocation, string name, SourceIndex source, CancellationToken cancellationToken)
    {
        if (name is "Parse")
        {
            return invocation.Arguments is [{ Value: var text }, ..] && ValueOrigin.ConstantText(text, source, cancellationToken) is { } written &&
                TimeSpan.TryParse(written, CultureInfo.InvariantCulture, out var parsed) ? parsed : null;
        }

        if (!name.StartsWith("From", StringComparison.Ordinal) || Ticks(name.Substring(4)) is not { } unit)
            return null;

        // .NET 9 adds FromMinutes(minutes, seconds, …): each parameter is named for its unit.
        double total = 0;
        for (var i = 0; i < invocation.Arguments.Length; i++)
        {
            var argument = invocation.Arguments[i];
            if (Number(argument.Value, source, cancellationToken) is not { } count)
                return null;
            total += count * (i == 0 ? unit : Ticks(argument.Parameter?.Name ?? "") ?? double.NaN);
        }

        return double.IsNaN(total) || Math.Abs(total) >= long.MaxValue ? null : TimeSpan.FromTicks((long)total);
    }

    private static TimeSpan? FromConstructor(IObjectCreationOperation creation, SourceIndex source, CancellationToken cancellationToken)
    {
        double total = 0;
        foreach (var argument in creation.Arguments)
        {
            if (Number(argument.Value, source, cancellationToken) is not { } count || Ticks(argument.Parameter?.Name ?? "") is not { } unit)
                return null;
            total += count * unit;
        }

        return Math.Abs(total) >= long.MaxValue ? null : TimeSpan.FromTicks((long)total);
    }

    private static TimeSpan? FromField(IFieldSymbol field) => (field.ContainingType, field.Name) switch
    {
        ({ Name: "Timeout" } type, "InfiniteTimeSpan") when type.ContainingNamespace is { Name: "Threading", ContainingNamespace.Name: "System" } => Timeout.InfiniteTimeSpan,
        ({ } type, "Zero") when IsTimeSpan(type) => TimeSpan.Zero,
        ({ } type, "MaxValue") when IsTimeSpan(type) => TimeSpan.MaxValue,
        ({ } type, "MinValue") when IsTimeSpan(type) => TimeSpan.MinValue,
        _ => null,
    };

    private static double? Number(IOperation value, SourceIndex source, CancellationToken cancellationToken)
    {
        var constant = ValueOrigin.Constant(value, source, cancellationToken);
        return constant is { HasValue: true, Value: IConvertible and not (string or bool or char) and IConvertible number }
            ? number.ToDouble(CultureInfo.InvariantCulture)
            : null;
    }

    private static double? Ticks(string unit) => unit.ToUpperInvariant() switch
    {
        "DAYS" => TimeSpan.TicksPerDay,
        "HOURS" => TimeSpan.TicksPerHour,
        "MINUTES" => TimeSpan.TicksPerMinute,
        "SECONDS" => TimeSpan.TicksPerSecond,
        "MILLISECONDS" => TimeSpan.TicksPerMillisecond,
        "MICROSECONDS" => TimeSpan.TicksPerMillisecond / 1000d,
        "TICKS" or "VALUE" => 1,
        _ => null,
    };

    private static bool IsTimeSpan(ITypeSymbol? type)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var inner] })
            type = inner;
        return type.Is("System", "TimeSpan");
    }
}
