using System;
using System.Collections.Immutable;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Retries;

/// <summary>What a condition on a call's result says: which of its outcomes means that the call failed.</summary>
/// <param name="FailsWhen">The outcome that means failure; null where the condition is about something else.</param>
/// <param name="Unprocessed">Whether that failure says the request was not processed: 401, 403, 429, 503, or that no connection came about.</param>
/// <param name="AsksAnswer">Whether it only asks for a status, or for null: where failures throw, what it tells apart are answers.</param>
internal readonly record struct FailureTest(bool? FailsWhen, bool Unprocessed = false, bool AsksAnswer = false)
{
    private static readonly string[] SuccessNames =
        ["IsSuccessStatusCode", "IsSuccessful", "IsSuccess", "IsSuccessfulStatusCode", "Success", "Successful", "Succeeded", "Ok", "IsOk"];

    private static readonly string[] FailureWords =
        ["Fail", "Error", "Retry", "Transient", "Fault", "Exception", "Timeout", "Unavailable", "ShouldTry", "TryAgain"];

    private static readonly string[] UnprocessedWords =
        ["Unauthor", "Forbidden", "RateLimit", "TooManyRequests", "Throttl", "Authentication", "TokenExpired", "ExpiredToken", "AccessDenied"];

    /// <summary>Whether the name says that the other side refused before it did anything.</summary>
    public static bool NamesUnprocessed(string name)
    {
        foreach (var word in UnprocessedWords)
        {
            if (name.ContainsIgnoreCase(word))
                return true;
        }

        return false;
    }

    public static FailureTest Of(IOperation condition, CallOutcome outcome, SourceIndex source, CancellationToken cancellationToken)
    {
        condition = condition.Unwrap();
        switch (condition)
        {
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not:
                var inner = Of(not.Operand, outcome, source, cancellationToken);
                return inner with { FailsWhen = !inner.FailsWhen };
            case IIsNullOperation missing:
                return OfMissing(missing.Operand);
            case IBinaryOperation binary:
                return OfComparison(binary, outcome, source, cancellationToken);
            case IIsPatternOperation pattern when IsForNull(pattern.Pattern) is { } isForNull:
                var missingValue = OfMissing(pattern.Value);
                return isForNull ? missingValue : missingValue with { FailsWhen = !missingValue.FailsWhen };
            case IIsPatternOperation pattern:
                return OfPattern(pattern.Pattern, cancellationToken);
            case IIsTypeOperation { TypeOperand: var type, IsNegated: var isNegated }:
                var told = OfType(type);
                return isNegated ? told with { FailsWhen = !told.FailsWhen } : told;
            case IPropertyReferenceOperation property:
                return OfName(property.Property.Name) is { FailsWhen: not null } said ? said : OfGiven(property.Property, source, cancellationToken);
            case IInvocationOperation { TargetMethod.Name: "Contains" } question when question.Receiver() is { } list && question.Arguments.Length > 0:
                return OfList(list, source, cancellationToken);
            case IInvocationOperation invocation:
                // The call's own yes or no: yes means it went well, unless its name says otherwise.
                return OfName(invocation.TargetMethod.Name) is { FailsWhen: null } && outcome.IsCall(invocation)
                    ? new FailureTest(false)
                    : OfName(invocation.TargetMethod.Name);
            case ILocalReferenceOperation local:
                return OfName(local.Local.Name) is { FailsWhen: not null } named ? named : outcome.TestIn(local.Local, source, cancellationToken);
            default:
                return default;
        }
    }

    /// <summary>A flag of a result of our own, which is given nothing but the response's own word anywhere: <c>result.Status = response.IsSuccessStatusCode</c>.</summary>
    private static FailureTest OfGiven(IPropertySymbol flag, SourceIndex source, CancellationToken cancellationToken)
    {
        if (flag.Type.SpecialType != SpecialType.System_Boolean || !source.IsSource(flag))
            return default;
        FailureTest? test = null;
        foreach (var use in source.Uses(flag.OriginalDefinition, cancellationToken) ?? ImmutableArray<SymbolUse>.Empty)
        {
            if (use.Assignment is null || use.Assigned(cancellationToken)?.Unwrap() is not { ConstantValue.HasValue: false } given)
                continue;
            var told = given is IPropertyReferenceOperation { Property.Name: var name } ? OfName(name) : default;
            if (told.FailsWhen is null || test is { } other && other.FailsWhen != told.FailsWhen)
                return default;
            test = told;
        }

        return test ?? default;
    }

    /// <summary>A result of our own that is of one type or another: <c>last is not Result.Good</c>. An exception's type says which failure it was, not whether it was one.</summary>
    private static FailureTest OfType(ITypeSymbol type)
    {
        if (type.IsOrDerivesFrom("System", "Exception"))
            return default;
        if (type.Name is "Good" || Array.IndexOf(SuccessNames, type.Name) >= 0)
            return new FailureTest(false);
        return type.Name is "Bad" || ReportingApis.SaysFailure(type.Name) ? new FailureTest(true, NamesUnprocessed(type.Name)) : default;
    }

    private static FailureTest OfName(string name)
    {
        if (Array.IndexOf(SuccessNames, name) >= 0)
            return new FailureTest(false);
        if (NamesUnprocessed(name))
            return new FailureTest(true, true);
        if (name is "IsNullOrEmpty" or "IsNullOrWhiteSpace")
            return new FailureTest(true, AsksAnswer: true);
        if (Array.Exists(FailureWords, name.ContainsFailure))
            return new FailureTest(true);

        // Both "postSuccessful" and "TrySend": a bool that says yes says it went well.
        return name.ContainsIgnoreCase("Success") || name.ContainsIgnoreCase("Succeeded") || name.StartsWith("Try", StringComparison.Ordinal)
            ? new FailureTest(false)
            : default;
    }

    private static FailureTest OfComparison(
        IBinaryOperation binary, CallOutcome outcome, SourceIndex source, CancellationToken cancellationToken)
    {
        var (tested, value, mirrored) = ValueOrigin.Constant(binary.RightOperand, source, cancellationToken) is { HasValue: true } right
            ? (binary.LeftOperand, right.Value, false)
            : ValueOrigin.Constant(binary.LeftOperand, source, cancellationToken) is { HasValue: true } left
                ? (binary.RightOperand, left.Value, true)
                : (binary.LeftOperand, null, false);
        var isEquality = binary.OperatorKind is BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals;
        if (value is null)
        {
            if (!isEquality || binary.LeftOperand.Unwrap() is not ILiteralOperation && binary.RightOperand.Unwrap() is not ILiteralOperation)
                return default;
            var missing = OfMissing(binary.RightOperand.Unwrap() is ILiteralOperation ? binary.LeftOperand : binary.RightOperand);
            return binary.OperatorKind == BinaryOperatorKind.Equals ? missing : missing with { FailsWhen = !missing.FailsWhen };
        }

        // An empty text is what a stand-in is, as null is.
        if (isEquality && value is "")
        {
            var empty = OfMissing(tested);
            return binary.OperatorKind == BinaryOperatorKind.Equals ? empty : empty with { FailsWhen = !empty.FailsWhen };
        }

        if (isEquality && value is not bool && (NamesRefusal(binary.LeftOperand) || NamesRefusal(binary.RightOperand)))
            return new FailureTest(binary.OperatorKind == BinaryOperatorKind.Equals, true);
        if (value is bool flag && isEquality)
        {
            var inner = Of(tested, outcome, source, cancellationToken);
            return binary.OperatorKind == BinaryOperatorKind.Equals == flag ? inner : inner with { FailsWhen = !inner.FailsWhen };
        }

        return value is int number ? OfStatus(binary.OperatorKind, number, mirrored) : default;
    }

    /// <summary>That there is no answer means failure; that there is no <c>answer.Error</c>, success.</summary>
    private static FailureTest OfMissing(IOperation value)
    {
        return OfMissing(value.Unwrap() switch
        {
            IMemberReferenceOperation member => member.Member.Name,
            ILocalReferenceOperation local => local.Local.Name,
            _ => "",
        });
    }

    private static FailureTest OfMissing(string name) =>
        OfName(name) is { FailsWhen: true, Unprocessed: var unprocessed } ? new FailureTest(false, unprocessed) : new FailureTest(true, AsksAnswer: true);

    /// <summary>Whether the pattern asks for null, or for anything else; null where it asks for more.</summary>
    private static bool? IsForNull(IPatternOperation pattern) => pattern switch
    {
        INegatedPatternOperation negated => !IsForNull(negated.Pattern),
        IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: null } } => true,
        IRecursivePatternOperation { PropertySubpatterns: [], DeconstructionSubpatterns: [], DeclaredSymbol: null } => false,
        _ => null,
    };

    /// <summary>A code of the provider's own, <c>e.ErrorCode != ErrorCode.RateLimitExceeded</c>, or one of the client's for a connection that did not come about.</summary>
    private static bool NamesRefusal(IOperation operand) =>
        UnsentRequests.IsCode(operand) || operand.Unwrap() is IFieldReferenceOperation { Field: { IsConst: true, Name: var name } } && NamesUnprocessed(name);

    private static FailureTest OfStatus(BinaryOperatorKind kind, int status, bool mirrored)
    {
        if (kind is BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals)
        {
            var fails = IsSuccess(status) ? false : IsFailure(status) ? true : (bool?)null;
            return new FailureTest(kind == BinaryOperatorKind.Equals ? fails : !fails, IsUnprocessed(status), AsksAnswer: true);
        }

        if (status is < 200 or > 599)
            return default;
        var isAtLeast = kind is BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual != mirrored;
        return new FailureTest(status >= 299 == isAtLeast, AsksAnswer: true);
    }

    /// <summary><c>RetriedCodes.Contains(response.StatusCode)</c>: by the codes that the list is written out with, or by its name where it is not.</summary>
    private static FailureTest OfList(IOperation list, SourceIndex source, CancellationToken cancellationToken)
    {
        if (ElementValues.Of(list, source, cancellationToken) is not { IsDefaultOrEmpty: false } codes)
            return list.Unwrap() is IMemberReferenceOperation { Member.Name: var name } && name.ContainsIgnoreCase("Status") ? OfName(name) : default;

        FailureTest? all = null;
        foreach (var code in codes)
        {
            if (ValueOrigin.Constant(code, source, cancellationToken) is not { HasValue: true, Value: int status })
                return default;
            var one = OfStatus(BinaryOperatorKind.Equals, status, false);
            if (one.FailsWhen is null || all is { } other && other.FailsWhen != one.FailsWhen)
                return default;
            all = new FailureTest(one.FailsWhen, one.Unprocessed && all is not { Unprocessed: false }, AsksAnswer: true);
        }

        return all ?? default;
    }

    private static FailureTest OfPattern(IPatternOperation pattern, CancellationToken cancellationToken)
    {
        switch (pattern)
        {
            case INegatedPatternOperation negated:
                var inner = OfPattern(negated.Pattern, cancellationToken);
                return inner with { FailsWhen = !inner.FailsWhen };
            case IConstantPatternOperation { Value: var code } when UnsentRequests.IsCode(code):
                return new FailureTest(true, true);
            case IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: var value } }:
                return value switch
                {
                    null => new FailureTest(true, AsksAnswer: true),
                    int status => OfStatus(BinaryOperatorKind.Equals, status, false),
                    _ => default,
                };
            case IRelationalPatternOperation { Value.ConstantValue: { HasValue: true, Value: int bound } } relational:
                return OfStatus(relational.OperatorKind, bound, false);
            case IBinaryPatternOperation binary:
                var left = OfPattern(binary.LeftPattern, cancellationToken);
                var right = OfPattern(binary.RightPattern, cancellationToken);
                return left.FailsWhen == right.FailsWhen
                    ? new FailureTest(left.FailsWhen, left.Unprocessed && right.Unprocessed, left.AsksAnswer && right.AsksAnswer)
                    : binary.OperatorKind == BinaryOperatorKind.And ? new FailureTest(true, AsksAnswer: left.AsksAnswer && right.AsksAnswer) : default;
            case IRecursivePatternOperation { MatchedType: { } asked } when OfType(asked) is { FailsWhen: true } failed:
                return failed;
            case IRecursivePatternOperation { PropertySubpatterns: [var only], DeconstructionSubpatterns: [] }:
                var name = (only.Member as IMemberReferenceOperation)?.Member.Name ?? "";
                if (only.Pattern is IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: bool flag } })
                    return OfName(name) is { FailsWhen: { } fails } test ? test with { FailsWhen = flag ? fails : !fails } : default;
                if (IsForNull(only.Pattern) is { } asksForNull)
                    return OfMissing(name) is var none && asksForNull ? none : none with { FailsWhen = !none.FailsWhen };
                return OfPattern(only.Pattern, cancellationToken);
            case ITypePatternOperation { MatchedType: var matched }:
                return OfType(matched);
            case IDeclarationPatternOperation { MatchedType: { } declared } when OfType(declared) is { FailsWhen: not null } named:
                return named;
            case IDeclarationPatternOperation or IRecursivePatternOperation { PropertySubpatterns: [], DeconstructionSubpatterns: [] }:
                return new FailureTest(false);
            default:
                return default;
        }
    }

    private static bool IsSuccess(int status) => status is >= 200 and <= 299;

    private static bool IsFailure(int status) => status is >= 400 and <= 599 or < 0;

    private static bool IsUnprocessed(int status) => status is 401 or 403 or 429 or 503;
}
