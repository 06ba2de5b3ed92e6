using System;
using System.Collections.Immutable;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Retries;

/// <summary>What is known of the locals at a point of a walk: true, false, null or not null. As a key in a set, compared by content.</summary>
internal readonly struct FlowValues : IEquatable<FlowValues>
{
    private readonly ImmutableDictionary<ISymbol, FlowValue>? _values;

    private FlowValues(ImmutableDictionary<ISymbol, FlowValue> values) => _values = values;

    public static FlowValues Empty => default;

    private ImmutableDictionary<ISymbol, FlowValue> Values =>
        _values ?? ImmutableDictionary.Create<ISymbol, FlowValue>(SymbolEqualityComparer.Default);

    public FlowValues With(ISymbol local, FlowValue value) =>
        new(value == FlowValue.Unknown ? Values.Remove(local) : Values.SetItem(local, value));

    /// <summary>The value an expression has for sure.</summary>
    public static FlowValue Of(IOperation value)
    {
        value = value.Unwrap();
        if (value.ConstantValue is { HasValue: true, Value: var constant })
            return constant switch { true => FlowValue.True, false => FlowValue.False, null => FlowValue.Null, _ => FlowValue.NotNull };
        return value is IObjectCreationOperation or ICaughtExceptionOperation ? FlowValue.NotNull : FlowValue.Unknown;
    }

    /// <summary>The outcome of the condition where the known values decide it.</summary>
    public bool? Evaluate(IOperation condition)
    {
        condition = condition.Unwrap();
        if (condition.ConstantValue is { HasValue: true, Value: bool constant })
            return constant;
        switch (condition)
        {
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not:
                return !Evaluate(not.Operand);
            case ILocalReferenceOperation local:
                return Get(local) switch { FlowValue.True => true, FlowValue.False => false, _ => null };
            case IIsNullOperation isNull:
                return IsNull(isNull.Operand);
            case IIsPatternOperation { Pattern: IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: null } } } pattern:
                return IsNull(pattern.Value);
            case IIsPatternOperation { Pattern: INegatedPatternOperation { Pattern: IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: null } } } } pattern:
                return !IsNull(pattern.Value);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } binary
                when binary.RightOperand.Unwrap().ConstantValue is { HasValue: true, Value: var value }:
                var equal = value switch
                {
                    null => IsNull(binary.LeftOperand),
                    bool flag => Evaluate(binary.LeftOperand) is { } known ? known == flag : null,
                    _ => (bool?)null,
                };
                return binary.OperatorKind == BinaryOperatorKind.Equals ? equal : !equal;
            default:
                return null;
        }
    }

    public bool Equals(FlowValues other)
    {
        var (mine, others) = (Values, other.Values);
        if (mine.Count != others.Count)
            return false;
        foreach (var pair in mine)
        {
            if (!others.TryGetValue(pair.Key, out var value) || value != pair.Value)
                return false;
        }

        return true;
    }

    public override bool Equals(object? obj) => obj is FlowValues other && Equals(other);

    public override int GetHashCode()
    {
        var hash = 0;
        foreach (var pair in Values)
            hash ^= SymbolEqualityComparer.Default.GetHashCode(pair.Key) * 31 + (int)pair.Value;
        return hash;
    }

    private bool? IsNull(IOperation value) => value.Unwrap() is ILocalReferenceOperation local
        ? Get(local) switch { FlowValue.Null => true, FlowValue.NotNull => false, _ => null }
        : null;

    private FlowValue Get(ILocalReferenceOperation reference) => Values.TryGetValue(reference.Local, out var value) ? value : FlowValue.Unknown;
}

internal enum FlowValue
{
    Unknown,
    True,
    False,
    Null,
    NotNull,
}
