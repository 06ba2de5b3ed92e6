using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Part = IntegrationAnalyzers.Model.Resilience.Outcome.Part;

namespace IntegrationAnalyzers.Model.Resilience;

/// <content>Calls in a predicate: ready-made answers, lists, helpers of this compilation.</content>
internal sealed partial class OutcomeTest
{
    private object? OfCall(IInvocationOperation call, int depth)
    {
        var method = call.TargetMethod;
        if (method is { Name: "True" or "False", ContainingType.Name: "PredicateResult" })
            return method.Name == "True";
        if (HttpResilienceApis.IsTransientTest(method))
            return TransientFailures.Handles(outcome) switch { Certainty.Yes => true, Certainty.No => false, _ => Part.Unknown };
        switch (method.Name)
        {
            case "FromResult" when call.Arguments is [{ Value: var result }]:
                return Of(result, depth);
            case "Equals" when call is { Instance: { } self, Arguments: [{ Value: var other }] }:
                return Compare(BinaryOperatorKind.Equals, Of(self, depth), Of(other, depth));
            case "Contains" when call.Receiver() is { } list && call.Arguments.Length > 0:
                // That of spans, which C# 14 takes for an array, has an optional comparer at its end.
                return Contains(list, Of(call.Argument("value") ?? call.Arguments[call.Arguments.Length - 1].Value, depth), depth);
        }

        return OfHelper(call, depth);
    }

    private object Contains(IOperation list, object? value, int depth)
    {
        var elements = value is Part.Unknown ? default : ElementValues.Of(list, source, cancellationToken);
        if (elements.IsDefault)
            return Part.Unknown;
        object found = false;
        foreach (var element in elements)
        {
            var one = Compare(BinaryOperatorKind.Equals, Of(element, depth), value);
            if (one is true)
                return true;
            if (one is not false)
                found = Part.Unknown;
        }

        return found;
    }

    private object? OfHelper(IInvocationOperation call, int depth)
    {
        if (_helpers >= MaxHelpers || !source.IsSource(call.TargetMethod) || source.Implementation(call.TargetMethod, cancellationToken) is not { } helper ||
            source.Body(helper, cancellationToken) is not { } body)
        {
            return Part.Unknown;
        }

        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter is { } parameter && parameter.Ordinal < helper.Parameters.Length)
                _bound[helper.Parameters[parameter.Ordinal]] = Of(argument.Value, depth);
        }

        _helpers++;
        var result = Run(body is ILocalFunctionOperation { Body: { } inner } ? inner : body);
        _helpers--;
        return result;
    }
}
