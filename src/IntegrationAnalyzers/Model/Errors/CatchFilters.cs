using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Errors;

/// <summary>Reads the <c>when</c> of a clause, and which failures a clause takes with it.</summary>
internal static class CatchFilters
{
    public static CatchFilter Of(ICatchClauseOperation clause) => clause.Filter is { } filter ? Of(filter, clause) : CatchFilter.None;

    /// <summary>What the filter of the clause, or a part of it, asks.</summary>
    public static CatchFilter Of(IOperation filter, ICatchClauseOperation clause)
    {
        var counts = false;
        foreach (var operation in filter.Tree())
        {
            switch (operation)
            {
                case ILocalReferenceOperation local when IsCaught(local, clause):
                case IPropertyReferenceOperation { Property.Name: "IsCancellationRequested" or "StatusCode" or "Status" }:
                    return CatchFilter.Failure;
                case IBinaryOperation { LeftOperand.Type: { } left } binary when left.IsNumber() && binary.OperatorKind is not BinaryOperatorKind.Remainder:
                    counts = true;
                    break;
            }
        }

        return counts ? CatchFilter.Counter : CatchFilter.Unknown;
    }

    /// <summary>Whether the exception that the clause caught is named in the operation.</summary>
    public static bool IsNamedIn(IOperation operation, ICatchClauseOperation clause)
    {
        foreach (var part in operation.Tree())
        {
            if (part is ILocalReferenceOperation local && IsCaught(local, clause))
                return true;
        }

        return false;
    }

    /// <summary>Whether the clause takes failures up to a number of attempts, whatever else it asks: the last one goes on.</summary>
    public static bool CountsAttempts(ICatchClauseOperation clause) => clause.Filter is { } filter && CountsAttempts(filter, clause);

    private static bool CountsAttempts(IOperation filter, ICatchClauseOperation clause) => filter.Unwrap() is IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd } both
        ? CountsAttempts(both.LeftOperand, clause) || CountsAttempts(both.RightOperand, clause)
        : Of(filter, clause) == CatchFilter.Counter;

    /// <summary>The failures that the clause takes and no later one sees.</summary>
    public static FailureKinds Covers(ICatchClauseOperation clause)
    {
        var type = clause.ExceptionType;
        if (clause.Filter is null)
            return IsGeneral(clause) ? FailureKinds.All : OfType(type);

        // A positive test of the token takes the caller's cancellation alone, a status one answer alone: the failure itself stays for a later clause.
        if (FailureTypes.IsCancellation(type))
            return AsksForToken(clause.Filter) ? FailureKinds.None : FailureKinds.Timeout;
        return FilteredFailures.Of(clause, clause.Filter, IsGeneral(clause) ? FailureKinds.All : OfType(type));
    }

    /// <summary>The failures of all types that are named anywhere in the filter.</summary>
    public static FailureKinds Named(IOperation filter)
    {
        var named = FailureKinds.None;
        foreach (var operation in filter.Tree())
        {
            named |= operation switch
            {
                IIsTypeOperation isType => OfType(isType.TypeOperand),
                ITypePatternOperation pattern => OfType(pattern.MatchedType),
                IDeclarationPatternOperation pattern => OfType(pattern.MatchedType),
                IRecursivePatternOperation pattern => OfType(pattern.MatchedType),
                _ => FailureKinds.None,
            };
        }

        return named;
    }

    /// <summary>Whether the clause takes all that is of the types it names, the caller's own cancellation left out.</summary>
    public static bool AsksForTypesAlone(ICatchClauseOperation clause) => clause.Filter is not { } filter || IsTypeTest(filter) || IsTokenLeftOut(filter);

    /// <summary>Whether a refused connection comes to the clause like all else, by a filter that only names types: those of failures, or those that go on (<c>is not</c>).</summary>
    public static bool TakesTransport(ICatchClauseOperation clause) => clause.Filter is { } filter && IsGeneral(clause) && TakesTransport(filter);

    public static bool IsGeneral(ICatchClauseOperation clause) =>
        clause.ExceptionType is null || clause.ExceptionType.SpecialType == SpecialType.System_Object || FailureTypes.IsGeneral(clause.ExceptionType);

    /// <summary>The failures that the type stands for; an own type may stand for any, as its thrower sees fit.</summary>
    public static FailureKinds OfType(ITypeSymbol? type)
    {
        var kinds = FailureTypes.KindsOf(type);
        return kinds == FailureKinds.None && type is not null && !FailureTypes.IsGeneral(type) && FailureTypes.MayBeFailure(type) ? FailureKinds.All : kinds;
    }

    /// <summary>Whether a filter that names the type would take everything again.</summary>
    public static bool IsTooGeneral(ITypeSymbol type) => FailureTypes.IsGeneral(type);

    public static bool IsCaught(ILocalReferenceOperation reference, ICatchClauseOperation clause) =>
        Caught(clause) is { } caught && SymbolEqualityComparer.Default.Equals(reference.Local, caught);

    public static ILocalSymbol? Caught(ICatchClauseOperation clause) =>
        clause.ExceptionDeclarationOrExpression is IVariableDeclaratorOperation declarator ? declarator.Symbol : null;

    private static bool IsTypeTest(IOperation filter) => filter.Unwrap() switch
    {
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, Operand: var operand } => IsTypeTest(operand),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr } either => IsTypeTest(either.LeftOperand) && IsTypeTest(either.RightOperand),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd } both =>
            (IsTypeTest(both.LeftOperand) && (IsTypeTest(both.RightOperand) || IsTokenLeftOut(both.RightOperand))) || (IsTokenLeftOut(both.LeftOperand) && IsTypeTest(both.RightOperand)),
        IIsTypeOperation => true,
        IIsPatternOperation { Pattern: INegatedPatternOperation { Pattern: var left } } => IsTypePattern(left),
        IIsPatternOperation { Pattern: var pattern } => IsTypePattern(pattern),
        _ => false,
    };

    private static bool IsTypePattern(IPatternOperation pattern) => pattern switch
    {
        IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } either => IsTypePattern(either.LeftPattern) && IsTypePattern(either.RightPattern),
        ITypePatternOperation or IDeclarationPatternOperation => true,
        _ => false,
    };

    private static bool TakesTransport(IOperation filter) => filter.Unwrap() switch
    {
        IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr } either => IsTypeTest(filter) && (TakesTransport(either.LeftOperand) || TakesTransport(either.RightOperand)),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd } both =>
            (TakesTransport(both.LeftOperand) && (TakesTransport(both.RightOperand) || IsTokenLeftOut(both.RightOperand))) || (IsTokenLeftOut(both.LeftOperand) && TakesTransport(both.RightOperand)),
        IIsTypeOperation { TypeOperand: var type } => IsTransport(type),
        IIsPatternOperation { Pattern: INegatedPatternOperation { Pattern: var left } } => IsTypePattern(left) && !NamesTransport(left),
        IIsPatternOperation { Pattern: var taken } => IsTypePattern(taken) && NamesTransport(taken),
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, Operand: var left } => left.Unwrap() is IIsTypeOperation { TypeOperand: var type } && !IsTransport(type),
        _ => false,
    };

    private static bool NamesTransport(IPatternOperation pattern) => pattern switch
    {
        IBinaryPatternOperation either => NamesTransport(either.LeftPattern) || NamesTransport(either.RightPattern),
        ITypePatternOperation { MatchedType: var type } => IsTransport(type),
        IDeclarationPatternOperation { MatchedType: var type } => IsTransport(type),
        _ => false,
    };

    private static bool IsTransport(ITypeSymbol? type) => (FailureTypes.KindsOf(type) & FailureKinds.Transport) != FailureKinds.None;

    private static bool IsTokenLeftOut(IOperation filter) =>
        filter.Unwrap() is IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, Operand: var asked } && asked.Unwrap() is IPropertyReferenceOperation { Property.Name: "IsCancellationRequested" };

    private static bool AsksForToken(IOperation filter)
    {
        foreach (var operation in filter.Tree())
        {
            if (operation is IPropertyReferenceOperation { Property.Name: "IsCancellationRequested" } asked)
                return !IsNegated(asked, filter);
        }

        return false;
    }

    private static bool IsNegated(IOperation operation, IOperation filter)
    {
        var negated = false;
        for (var current = operation; current != filter && current.Parent is { } parent; current = parent)
        {
            if (parent is IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } ||
                parent is IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals, RightOperand.ConstantValue: { HasValue: true, Value: false } } or
                    IIsPatternOperation { Pattern: IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: false } } })
            {
                negated = !negated;
            }
        }

        return negated;
    }
}
