using System.Collections.Immutable;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Errors;

/// <summary>What a value says to whoever gets it in place of what a <c>try</c> should have given.</summary>
internal readonly struct AnswerValues(CatchShape shape)
{
    public CatchAnswer Of(IOperation value)
    {
        value = value.Unwrap();
        var answer = Read(value);
        if (answer < CatchAnswer.Fabricated && (ClaimedSuccesses.Are(value, shape) || WrittenTables.Give(value)))
            return CatchAnswer.Fabricated;
        return answer is CatchAnswer.Unknown or CatchAnswer.Former or CatchAnswer.Fabricated && InventedData.Is(value, shape) ? CatchAnswer.Invented : answer;
    }

    private CatchAnswer Read(IOperation value)
    {
        switch (value)
        {
            case IFieldReferenceOperation { Field: { IsStatic: true, Type.SpecialType: SpecialType.System_String, Name: "Empty" } }:
                return CatchAnswer.EmptyText;
            case IFieldReferenceOperation { Field: { IsConst: true, Type.TypeKind: not TypeKind.Enum } written } when !AnswerTexts.IsStandIn(written):
                return OfConstant(written.ConstantValue, value);
            case IFieldReferenceOperation { Field: { IsStatic: true } field }:
                return OfName(field.Name, field.Type) is var said && said == CatchAnswer.Unknown && GivenStates.Are(field, shape) ? CatchAnswer.Fabricated : said;
            case IPropertyReferenceOperation { Property: { IsStatic: true } property }:
                return OfName(property.Name, property.Type);
            case { ConstantValue: { HasValue: true, Value: var constant } }:
                return OfConstant(constant, value);
            case IDefaultValueOperation:
                return value.Type is { IsValueType: true, SpecialType: not SpecialType.None } type
                    ? type.SpecialType == SpecialType.System_Boolean ? CatchAnswer.No : CatchAnswer.Fabricated
                    : CatchAnswer.Nothing;
            case IInterpolatedStringOperation or IBinaryOperation { Type.SpecialType: SpecialType.System_String }:
                return AnswerTexts.IsErrorDocument(value) ? CatchAnswer.Failure : OfText(value);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Multiply } product when IsByFactor(product.LeftOperand, product.RightOperand) || IsByFactor(product.RightOperand, product.LeftOperand):
                return CatchAnswer.Fabricated;
            case ILocalReferenceOperation { Local: var local }:
                return ToldItems.AreIn(value, shape) ? CatchAnswer.Failure : OfLocal(local);
            case ICoalesceOperation { Value: var tried, WhenNull: var otherwise } when tried.Unwrap() is ILocalReferenceOperation { Local: var held } && OfLocal(held) == CatchAnswer.Nothing:
                return Of(otherwise);
            case IParameterReferenceOperation or IFieldReferenceOperation or ICoalesceOperation or IInstanceReferenceOperation:
                return CatchAnswer.Former;
            case IPropertyReferenceOperation { Instance: IInstanceReferenceOperation }:
                return CatchAnswer.Former;
            case IConditionalOperation { WhenFalse: { } whenFalse } conditional:
                return ToldItems.AreIn(conditional.Condition, shape) ? CatchAnswer.Failure : CatchAnswers.Worse(Of(conditional.WhenTrue), Of(whenFalse));
            case ITupleOperation tuple:
                return OfTuple(tuple);
            case IObjectCreationOperation created:
                return OfCreated(created);
            case IInvocationOperation call:
                return OfCall(call);
            case IPropertyReferenceOperation { Instance: ILocalReferenceOperation caught } when CatchFilters.IsCaught(caught, shape.Clause):
                return OfText(value);
        }

        if (Defaults.Of(value) == CatchActs.FabricatesSuccess)
            return OfEmpty(value.Type ?? shape.Try.EnclosingFunction()?.ReturnType.AwaitedType());
        return SaysFailure(value) ? CatchAnswer.Failure : CatchAnswer.Unknown;
    }

    /// <summary><c>amount * 1.08m</c>: what the caller gave, by a rate that is written into the code.</summary>
    private static bool IsByFactor(IOperation given, IOperation factor) =>
        given.Unwrap() is IParameterReferenceOperation && factor.Unwrap().ConstantValue is { HasValue: true, Value: > 0m or > 0.0 or > 0f };

    private static CatchAnswer OfEmpty(ITypeSymbol? type) => ItemQuestions.CanAsk(type) ? CatchAnswer.EmptyList : CatchAnswer.Fabricated;

    private static CatchAnswer OfName(string name, ITypeSymbol type) =>
        name is "Empty" or "Zero" ? OfEmpty(type) : name == "CompletedTask" ? CatchAnswer.None : ReportingApis.SaysFailure(name) ? CatchAnswer.Failure : CatchAnswer.Unknown;

    private CatchAnswer OfConstant(object? constant, IOperation value) => constant switch
    {
        null => CatchAnswer.Nothing,
        false => CatchAnswer.No,
        "" => CatchAnswer.EmptyText,
        true or 0 or 0L => CatchAnswer.Fabricated,
        // A code of failure is a whole number; a price, a rate or a distance is not, unless it cannot be one.
        >= 0m or >= 0.0 or >= 0f => CatchAnswer.Fabricated,
        // A link holds no words for a failure.
        string text => text.StartsWith("http", System.StringComparison.OrdinalIgnoreCase) && text.Contains("://") && !ReportingApis.SaysFailure(text) ? CatchAnswer.Fabricated : OfText(value),
        _ => CatchAnswer.Unknown,
    };

    /// <summary>A text in place of content is taken for it; where texts are all that the method gives, it is as good as any.</summary>
    private CatchAnswer OfText(IOperation text)
    {
        var isReturned = false;
        foreach (var returned in shape.Try.Body.Returned())
        {
            if (!WrittenTexts.Are(returned.Unwrap()))
                return CatchAnswer.Fabricated;
            isReturned = true;
        }

        return !isReturned && AnswerTexts.IsTakenForContent(text, shape) && TriedLocals.AreContentBehind(shape) ? CatchAnswer.Fabricated : CatchAnswer.Failure;
    }

    private CatchAnswer OfLocal(ILocalSymbol local)
    {
        if (local.Type.SpecialType == SpecialType.System_String && (ReportingApis.SaysFailure(local.Name) || local.Name.ContainsIgnoreCase("message")))
            return CatchAnswer.Failure;
        if (TriedLocals.FirstGiven(shape.Clause.Handler, local) is { } given)
            return Of(given);

        var first = TriedLocals.FirstGiven(shape.Try.Root(), local);
        if (local.Type.SpecialType == SpecialType.System_Boolean)
            return first is null or { ConstantValue: { HasValue: true, Value: false } } || TriedLocals.IsAssignedIn(shape.Try.Body, local) ? CatchAnswer.No : CatchAnswer.Former;
        if (TriedLocals.IsAssignedIn(shape.Try.Body, local))
            return first is null || first.Syntax.SpanStart >= shape.Try.Syntax.SpanStart ? CatchAnswer.Nothing : Of(first);
        return first is IObjectCreationOperation or IArrayCreationOperation or { Syntax: CollectionExpressionSyntax } && TriedLocals.IsFilledIn(shape.Try.Body, local, shape.Try) == Certainty.Yes
            ? CatchAnswer.Fabricated
            : CatchAnswer.Former;
    }

    private CatchAnswer OfTuple(ITupleOperation tuple)
    {
        if (AnswerTexts.AreInvented(tuple, shape))
            return CatchAnswer.Fabricated;
        var answer = CatchAnswer.Unknown;
        foreach (var element in tuple.Elements)
        {
            var part = Of(element);
            if (part is CatchAnswer.No)
                return CatchAnswer.NoInTuple;
            if (part is CatchAnswer.Failure)
                return CatchAnswer.Failure;
            answer = CatchAnswers.Worse(answer, part is CatchAnswer.Nothing ? part : CatchAnswer.Unknown);
        }

        return answer;
    }

    private CatchAnswer OfCreated(IObjectCreationOperation created)
    {
        if (created is { Type.Name: "ValueTask" or "ActionResult", Arguments: [var only] })
            return Of(only.Value);
        if (AnswerApis.IsAnswer(created.Type))
            return OfStatus(AnswerApis.StatusOf(created), created);
        if (created.Type is { Name: "HttpResponseMessage" } || Defaults.Of(created) == CatchActs.FabricatesSuccess)
            return OfEmpty(created.Type);
        if (Approves(created))
            return CatchAnswer.Invented;
        if (CarriedAnswers.SaysUnavailable(created, shape))
            return CatchAnswer.Unavailable;
        if (created.Type?.Name is "Bad" || ReportingApis.SaysFailure(created.Type?.Name ?? "") || SaysFailure(created))
            return CatchAnswer.Failure;

        // new Answer<bool>(false): the same word in a wrapper.
        if (created is { Arguments: [{ Value.ConstantValue: { HasValue: true, Value: false } }], Initializer: null })
            return CatchAnswer.No;
        foreach (var argument in created.Arguments)
        {
            if (!IsEmpty(argument.Value))
                return CatchAnswer.Unknown;
        }

        foreach (var item in created.Initializer?.Initializers ?? ImmutableArray<IOperation>.Empty)
        {
            if (item is not ISimpleAssignmentOperation set || !IsEmpty(set.Value))
                return CatchAnswer.Unknown;
        }

        return CatchAnswer.Fabricated;
    }

    /// <summary><c>Outcome = "Approved"</c>, though <c>Success = false</c> stands beside it: who reads the outcome alone goes on.</summary>
    private static bool Approves(IObjectCreationOperation created)
    {
        foreach (var argument in created.Arguments)
        {
            if (Approves(argument.Parameter?.Name, argument.Value))
                return true;
        }

        foreach (var item in created.Initializer?.Initializers ?? ImmutableArray<IOperation>.Empty)
        {
            if (item is ISimpleAssignmentOperation { Target: IMemberReferenceOperation { Member.Name: var member }, Value: var value } && Approves(member, value))
                return true;
        }

        return false;
    }

    private static bool Approves(string? member, IOperation value) => member is not null && value.Unwrap() switch
    {
        { ConstantValue: { HasValue: true, Value: string word } } => StatusApis.Approves(member, word),
        IFieldReferenceOperation { Field: { ContainingType.TypeKind: TypeKind.Enum, Name: var state } } => StatusApis.Approves(member, state),
        _ => false,
    };

    private static bool IsEmpty(IOperation value) => value.Unwrap().ConstantValue.HasValue || Defaults.Of(value) is CatchActs.FabricatesSuccess;

    private CatchAnswer OfCall(IInvocationOperation call)
    {
        if (call.TargetMethod is { Name: "FromResult", IsStatic: true } && call.Arguments is [var result])
            return Of(result.Value);
        if (AnswerApis.IsAnswer(call.TargetMethod))
            return OfStatus(AnswerApis.StatusOf(call), call);
        if (AnswerApis.IsRefusal(call.TargetMethod.Name))
            return CatchAnswer.Refusal;
        if (Defaults.Of(call) == CatchActs.FabricatesSuccess)
            return OfEmpty(call.Type);
        return ReportingApis.SaysFailure(call.TargetMethod.Name) || SaysFailure(call) ? CatchAnswer.Failure : CatchAnswer.Unknown;
    }

    private CatchAnswer OfStatus(int? status, IOperation answer) => status switch
    {
        null => CatchAnswer.Unknown,
        >= 400 and < 500 => CatchAnswer.Refusal,
        >= 502 and <= 504 => CatchAnswer.Unavailable,
        >= 500 => CatchAnswer.ServerError,
        _ => !HoldsClaim(answer) && (SaysFailure(answer) || ToldItems.AreIn(answer, shape)) ? CatchAnswer.Failure : CatchAnswer.Fabricated,
    };

    private bool HoldsClaim(IOperation answer)
    {
        foreach (var part in answer.ChildOperations)
        {
            if (part is IArgumentOperation { Value: var held } && ClaimedSuccesses.Are(held.Unwrap(), shape))
                return true;
        }

        return false;
    }

    /// <summary>Whether a member or an argument tells how it went, or holds words about the exception.</summary>
    private bool SaysFailure(IOperation value)
    {
        foreach (var operation in value.Tree())
        {
            var name = operation switch
            {
                ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: var member }, Value: var given } when !Defaults.AreNoWords(given) => member,
                IArgumentOperation { ArgumentKind: not ArgumentKind.DefaultValue, Parameter: { Name: var parameter }, Value: var given } when parameter is not ("statusCode" or "error") && !Defaults.AreNoWords(given) => parameter,
                ILocalReferenceOperation local when CatchFilters.IsCaught(local, shape.Clause) => "Exception",
                ILiteralOperation { ConstantValue: { HasValue: true, Value: string text } } => text,
                _ => "",
            };
            if (ReportingApis.SaysFailure(name) || name.ContainsIgnoreCase("success") || name.ContainsIgnoreCase("succeeded"))
                return true;
        }

        return false;
    }
}
