using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Errors;

/// <summary>
/// Which failures the <c>when</c> of a clause lets in: those of the types that it names, or all but those that it leaves out (<c>ex is not OperationCanceledException</c>). The caller's own
/// cancellation is none: <c>ex is not OperationCanceledException || !token.IsCancellationRequested</c> lets in everything.
/// </summary>
internal readonly struct FilteredFailures
{
    private readonly ICatchClauseOperation _clause;
    private readonly FailureKinds _whole;

    private FilteredFailures(ICatchClauseOperation clause, FailureKinds whole) => (_clause, _whole) = (clause, whole);

    /// <summary>What a part of the filter asks.</summary>
    private enum Sort
    {
        /// <summary>Nothing about the failure.</summary>
        Nothing,

        /// <summary>How often it was tried: the last failure is not let in.</summary>
        Count,

        /// <summary>Something else than its type: it takes a part of what is there, nobody knows which.</summary>
        Some,

        /// <summary>Whether it is of a type.</summary>
        Named,

        /// <summary>Whether it is none of a type, or whether the caller has given up.</summary>
        LeftOut,
    }

    /// <param name="clause">The clause, with a filter.</param>
    /// <param name="filter">The filter.</param>
    /// <param name="whole">What the clause would take without it.</param>
    public static FailureKinds Of(ICatchClauseOperation clause, IOperation filter, FailureKinds whole)
    {
        var part = new FilteredFailures(clause, whole).Read(filter, isNegated: false);
        return part.Sort switch { Sort.Nothing or Sort.Count => CatchFilters.OfType(clause.ExceptionType), Sort.Some => FailureKinds.None, _ => part.Kinds };
    }

    private (FailureKinds Kinds, Sort Sort) Read(IOperation filter, bool isNegated)
    {
        switch (filter.Unwrap())
        {
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, Operand: var operand }:
                return Read(operand, !isNegated);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr } both:
                return Join(Read(both.LeftOperand, isNegated), Read(both.RightOperand, isNegated), both.OperatorKind == BinaryOperatorKind.ConditionalAnd != isNegated);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals, RightOperand.ConstantValue: { HasValue: true, Value: bool wanted }, LeftOperand: var asked }:
                return Read(asked, isNegated == wanted);
            case IPropertyReferenceOperation { Property.Name: "IsCancellationRequested" }:
                return (isNegated ? _whole : FailureKinds.None, Sort.LeftOut);
            case IIsPatternOperation { Pattern: IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: bool wanted } }, Value: var asked }:
                return Read(asked, isNegated == wanted);
            case IIsPatternOperation asked when IsCaught(asked.Value):
                return Read(asked.Pattern, isNegated);
            case IIsTypeOperation asked when IsCaught(asked.ValueOperand):
                return OfType(asked.TypeOperand, isNegated);
            case var other:
                return isNegated || CatchFilters.Named(other) is not (not FailureKinds.None and var named) ? (FailureKinds.None, Rest(other)) : (named, Sort.Named);
        }
    }

    private (FailureKinds Kinds, Sort Sort) Read(IPatternOperation pattern, bool isNegated) => pattern switch
    {
        INegatedPatternOperation negated => Read(negated.Pattern, !isNegated),
        IBinaryPatternOperation both => Join(Read(both.LeftPattern, isNegated), Read(both.RightPattern, isNegated), both.OperatorKind == BinaryOperatorKind.And != isNegated),
        ITypePatternOperation { MatchedType: var type } => OfType(type, isNegated),
        IDeclarationPatternOperation { MatchedType: { } type } => OfType(type, isNegated),
        // is not HttpRequestException { StatusCode: HttpStatusCode.NotFound }: one answer is left out, the failure is not.
        _ => isNegated ? (_whole, Sort.LeftOut) : (CatchFilters.Named(pattern), Sort.Named),
    };

    private (FailureKinds Kinds, Sort Sort) OfType(ITypeSymbol type, bool isNegated) =>
        isNegated ? (_whole & ~FailureTypes.KindsGoneWithout(type), Sort.LeftOut) : (CatchFilters.OfType(type), Sort.Named);

    /// <summary>Of two parts that are both to hold, or of which one is enough. Beside a type that is named, what else is asked does not count.</summary>
    private (FailureKinds Kinds, Sort Sort) Join((FailureKinds Kinds, Sort Sort) left, (FailureKinds Kinds, Sort Sort) right, bool isBoth)
    {
        if (left.Sort > right.Sort)
            (left, right) = (right, left);
        if (right.Sort != Sort.LeftOut)
            return left.Sort == Sort.Named ? (left.Kinds | right.Kinds, Sort.Named) : right;
        if (left.Sort >= Sort.Named)
            return isBoth ? (left.Kinds & right.Kinds, left.Sort) : (left.Kinds | right.Kinds, Sort.LeftOut);
        if (!isBoth)
            return right.Kinds == FailureKinds.None ? left : (_whole, Sort.LeftOut);
        return left.Sort == Sort.Nothing || (left.Sort == Sort.Count && !CatchFilters.IsGeneral(_clause)) ? right : left;
    }

    private Sort Rest(IOperation filter) => CatchFilters.Of(filter, _clause) switch
    {
        CatchFilter.Failure => Sort.Some,
        CatchFilter.Counter => Sort.Count,
        _ => Sort.Nothing,
    };

    private bool IsCaught(IOperation value) => value.Unwrap() is ILocalReferenceOperation local && CatchFilters.IsCaught(local, _clause);
}
