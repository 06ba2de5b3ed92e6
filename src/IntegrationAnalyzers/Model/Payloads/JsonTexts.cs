using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Payloads;

/// <summary>
/// Whether a text is JSON, by where it comes from: a serializer, a document's text, a literal that reads like JSON; through locals, members, helpers that return it and
/// callers that pass it. Yes only where every way in sight leads to JSON.
/// </summary>
internal sealed class JsonTexts(SourceIndex source)
{
    private const int MaxHops = 4;

    public bool IsJson(IOperation text, CancellationToken cancellationToken) => IsJson(text, MaxHops, cancellationToken);

    /// <summary>Whether the text, or its known beginning, reads like a JSON object or array.</summary>
    public static bool ReadsLikeJson(string text, bool isWhole)
    {
        var first = Next(text, 0);
        if (first < 0 || text[first] is not ('{' or '['))
            return false;

        var second = Next(text, first + 1);
        if (second < 0)
            return false;
        var opens = text[first] == '{' ? text[second] is '"' or '}' : text[second] is '{' or '[' or '"' or ']' || char.IsDigit(text[second]);
        return opens && (!isWhole || text.TrimEnd() is [.., '}' or ']']);
    }

    private bool IsJson(IOperation text, int hops, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (ValueOrigin.ConstantText(text, source, cancellationToken) is { } constant)
            return ReadsLikeJson(constant, isWhole: true);

        text = ValueOrigin.Of(text, source, cancellationToken);
        switch (text)
        {
            case IInterpolatedStringOperation { Parts: [IInterpolatedStringTextOperation start, ..] }:
                return start.Text.ConstantValue is { HasValue: true, Value: string known } && ReadsLikeJson(known, isWhole: false);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum:
                return StartsJson(sum.LeftOperand, hops, cancellationToken);
            case IConditionalOperation { WhenFalse: { } other } choice:
                return IsJson(choice.WhenTrue, hops, cancellationToken) && IsJson(other, hops, cancellationToken);
            case ICoalesceOperation coalesce:
                return IsJson(coalesce.Value, hops, cancellationToken);
            case ILocalReferenceOperation local:
                return hops > 0 && OfLocal(local, hops - 1, cancellationToken);
            case IParameterReferenceOperation { Parameter: var parameter }:
                return hops > 0 && OfCallers(parameter, hops - 1, cancellationToken);
            case IInvocationOperation call:
                return OfCall(call, hops, cancellationToken);
            default:
                return false;
        }
    }

    /// <summary>The left end of a concatenation: a literal there need not be whole.</summary>
    private bool StartsJson(IOperation left, int hops, CancellationToken cancellationToken)
    {
        left = left.Unwrap();
        return left is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, ConstantValue.HasValue: false } sum
            ? StartsJson(sum.LeftOperand, hops, cancellationToken)
            : left.ConstantValue is { HasValue: true, Value: string known } ? ReadsLikeJson(known, isWhole: false) : IsJson(left, hops, cancellationToken);
    }

    private bool OfCall(IInvocationOperation call, int hops, CancellationToken cancellationToken)
    {
        var method = call.TargetMethod;
        if (JsonTextApis.WritesJson(method, call.Receiver() is { } receiver ? ValueOrigin.Of(receiver.Unwrap(), source, cancellationToken).Unwrap().Type : null))
            return true;
        if (JsonTextApis.KeepsText(method))
        {
            var kept = method.IsStatic || method.Name == "GetString" ? (call.Arguments.Length > 0 ? call.Arguments[0].Value : null) : call.Instance;
            return kept is not null &&
                (IsJson(kept, hops, cancellationToken) || ValueOrigin.Of(kept, source, cancellationToken) is IInvocationOperation bytes && JsonTextApis.WritesJsonBytes(bytes.TargetMethod));
        }

        if (hops == 0 || !source.IsSource(method) || source.BodyBehind(method, cancellationToken) is not { } body)
        {
            return false;
        }

        var any = false;
        foreach (var returned in body.Returned())
        {
            if (!IsJson(returned, hops - 1, cancellationToken))
                return false;
            any = true;
        }

        return any;
    }

    private bool OfLocal(ILocalReferenceOperation local, int hops, CancellationToken cancellationToken)
    {
        var any = false;
        foreach (var value in AssignedValues.Of(local, source, cancellationToken))
        {
            if (value.Syntax.Span.Contains(local.Syntax.Span) || value.Unwrap() is { ConstantValue: { HasValue: true, Value: null or "" } } or IDefaultValueOperation)
                continue;
            if (!IsJson(value, hops, cancellationToken))
                return false;
            any = true;
        }

        return any;
    }

    private bool OfCallers(IParameterSymbol parameter, int hops, CancellationToken cancellationToken)
    {
        if (parameter.ContainingSymbol is not IMethodSymbol { MethodKind: not MethodKind.AnonymousFunction } method)
            return false;

        var any = false;
        foreach (var call in CallSites.Of(method, source, cancellationToken))
        {
            if (CallSites.Argument(call, parameter) is not { } argument)
                continue;
            if (!IsJson(argument, hops, cancellationToken))
                return false;
            any = true;
        }

        return any || IsNamedJson(parameter.Name);
    }

    /// <summary>A parameter that nobody in sight fills, of a library's method for instance, is what its name says.</summary>
    private static bool IsNamedJson(string name) => name == "json" || name.EndsWith("Json", System.StringComparison.Ordinal) || name is "jsonBody" or "jsonContent" or "jsonPayload" or "jsonString" or "jsonText";

    private static int Next(string text, int start)
    {
        while (start < text.Length && char.IsWhiteSpace(text[start]))
            start++;
        return start < text.Length ? start : -1;
    }
}
