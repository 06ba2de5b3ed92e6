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
    public static TimeSpan? Of(IOperation? value, SourceIndex source, CancellationToken cancellationToken) =>
        Of(value, operation => ValueOrigin.Of(operation, source, cancellationToken));

    /// <summary>The length, each part of it followed by the asker: through parameters of a helper, say.</summary>
    public static TimeSpan? Of(IOperation? value, Func<IOperation, IOperation?> origin)
    {
        try
        {
            return value is null ? null : Of(value, origin, 0);
        }
        catch (Exception ex) when (ex is OverflowException or ArgumentException)
        {
            return null;
        }
    }

    private static TimeSpan? Of(IOperation value, Func<IOperation, IOperation?> follow, int depth)
    {
        if (depth > MaxDepth)
            return null;

        var origin = follow(value);
        switch (origin)
        {
            case IInvocationOperation { TargetMethod: { IsStatic: true } method } invocation when IsTimeSpan(method.ContainingType):
                return FromMethod(invocation, method.Name, follow);
            case IObjectCreationOperation creation when IsTimeSpan(creation.Type):
                return FromConstructor(creation, follow);
            case IDefaultValueOperation when IsTimeSpan(origin.Type):
                return TimeSpan.Zero;
            case IFieldReferenceOperation { Field: { IsStatic: true } field }:
                return FromField(field);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Subtract } sum when IsTimeSpan(sum.Type):
                return Of(sum.LeftOperand, follow, depth + 1) is { } left && Of(sum.RightOperand, follow, depth + 1) is { } right
                    ? sum.OperatorKind == BinaryOperatorKind.Add ? left + right : left - right
                    : null;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Multiply } product when IsTimeSpan(product.Type):
                return Product(product.LeftOperand, product.RightOperand, follow, depth) ??
                    Product(product.RightOperand, product.LeftOperand, follow, depth);
            default:
                return null;
        }
    }

    private static TimeSpan? Product(IOperation span, IOperation factor, Func<IOperation, IOperation?> follow, int depth) =>
        IsTimeSpan(span.Type) && Of(span, follow, depth + 1) is { } length && Number(factor, follow) is { } times
            ? TimeSpan.FromTicks(checked((long)(length.Ticks * times)))
            : null;

    private static TimeSpan? FromMethod(IInvocationOperation invocation, string name, Func<IOperation, IOperation?> follow)
    {
        if (name is "Parse")
        {
            return invocation.Arguments is [{ Value: var text }, ..] && Constant(text, follow) is string written &&
                TimeSpan.TryParse(written, CultureInfo.InvariantCulture, out var parsed) ? parsed : null;
        }

        if (!name.StartsWith("From", StringComparison.Ordinal) || Ticks(name.Substring(4)) is not { } unit)
            return null;

        // .NET 9 adds FromMinutes(minutes, seconds, …): each parameter is named for its unit.
        double total = 0;
        for (var i = 0; i < invocation.Arguments.Length; i++)
        {
            var argument = invocation.Arguments[i];
            if (Number(argument.Value, follow) is not { } count)
                return null;
            total += count * (i == 0 ? unit : Ticks(argument.Parameter?.Name ?? "") ?? double.NaN);
        }

        return double.IsNaN(total) || Math.Abs(total) >= long.MaxValue ? null : TimeSpan.FromTicks((long)total);
    }

    private static TimeSpan? FromConstructor(IObjectCreationOperation creation, Func<IOperation, IOperation?> follow)
    {
        double total = 0;
        foreach (var argument in creation.Arguments)
        {
            if (Number(argument.Value, follow) is not { } count || Ticks(argument.Parameter?.Name ?? "") is not { } unit)
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

    private static double? Number(IOperation value, Func<IOperation, IOperation?> follow) =>
        Constant(value, follow) is IConvertible and not (string or bool or char) and IConvertible number ? number.ToDouble(CultureInfo.InvariantCulture) : null;

    private static object? Constant(IOperation value, Func<IOperation, IOperation?> follow)
    {
        if (value.ConstantValue is { HasValue: true, Value: var constant })
            return constant;
        return follow(value) is { ConstantValue: { HasValue: true, Value: var followed } } ? followed : null;
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
