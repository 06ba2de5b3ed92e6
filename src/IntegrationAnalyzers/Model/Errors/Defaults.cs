using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Errors;

/// <summary>What a value given back says of a failure: nothing where it is a default or empty, something where it is anything else.</summary>
internal static class Defaults
{
    public static CatchActs Of(IOperation value)
    {
        value = value.Unwrap();
        switch (value)
        {
            case { ConstantValue: { HasValue: true, Value: var constant } }:
                return constant switch
                {
                    null or false or 0 or 0L or 0.0 or 0m or "" => CatchActs.None,
                    true => CatchActs.FabricatesSuccess,
                    _ => CatchActs.Tells,
                };
            case IDefaultValueOperation or ILocalReferenceOperation:
            case IParameterReferenceOperation:
                return CatchActs.None;
            case IObjectCreationOperation { Arguments.IsEmpty: true, Initializer: null }:
            case IArrayCreationOperation { Initializer: null or { ElementValues.IsEmpty: true } }:
            case { Syntax: CollectionExpressionSyntax { Elements.Count: 0 } }:
                return CatchActs.FabricatesSuccess;
            case IFieldReferenceOperation { Field: { Name: "Empty" or "Zero", IsStatic: true } }:
            case IPropertyReferenceOperation { Property: { Name: "Empty" or "CompletedTask", IsStatic: true } }:
            case IInvocationOperation { TargetMethod: { Name: "Empty", IsStatic: true } }:
                return CatchActs.FabricatesSuccess;
            case IInvocationOperation { TargetMethod: { Name: "FromResult", IsStatic: true }, Arguments: [var only] }:
                return Of(only.Value);
            case IObjectCreationOperation { Type.Name: "ValueTask", Arguments: [var only] }:
                return Of(only.Value);
            case ITupleOperation tuple:
                var acts = CatchActs.None;
                foreach (var element in tuple.Elements)
                    acts |= Of(element);
                return acts;
            case IConditionalOperation { WhenFalse: { } whenFalse } conditional:
                return Of(conditional.WhenTrue) | Of(whenFalse);
            default:
                return CatchActs.Tells;
        }
    }

    /// <summary>Whether the value is an empty text or list, or null, which tells nobody anything under whatever name.</summary>
    public static bool AreNoWords(IOperation value) => value.Unwrap() switch
    {
        { ConstantValue: { HasValue: true, Value: var constant } } => constant is null or "",
        IDefaultValueOperation { Type: var type } => type is not { IsValueType: true },
        { Syntax: CollectionExpressionSyntax { Elements.Count: 0 } } => true,
        { Type: { } type } made => (type.SpecialType == SpecialType.System_String || ItemQuestions.CanAsk(type)) && Of(made) == CatchActs.FabricatesSuccess,
        _ => false,
    };
}
