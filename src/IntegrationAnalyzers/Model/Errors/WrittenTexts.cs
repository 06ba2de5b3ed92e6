using System;
using System.Linq;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Errors;

/// <summary>Texts that a method puts together of its own words: who gets them reads them, and takes none for content.</summary>
internal static class WrittenTexts
{
    /// <summary>Whether the text is put together of words written here, in one expression or piece by piece: <c>text += $"{count} orders added. ";</c></summary>
    public static bool Are(IOperation text) => text switch
    {
        { ConstantValue.HasValue: true } or IInterpolatedStringOperation or IBinaryOperation => true,
        IConditionalOperation { WhenFalse: { } whenFalse } conditional => Are(conditional.WhenTrue.Unwrap()) && Are(whenFalse.Unwrap()),
        ILocalReferenceOperation { Local: { Type.SpecialType: SpecialType.System_String } local } => IsPutTogether(local, text.Root()),
        IInvocationOperation { TargetMethod.Name: "ToString", Instance: ILocalReferenceOperation { Local: var builder } } => EndpointSinks.IsTextBuilder(builder.Type) && IsPutTogether(builder, text.Root()),
        _ => false,
    };

    /// <summary>Whether the text is a sentence for a person, and none of a number's or state's stand-ins (<c>"n/a"</c>, <c>"unknown"</c>).</summary>
    public static bool IsSentence(IOperation text) => text.Tree().Any(static part => part.ConstantValue is { HasValue: true, Value: string words } && Blanks(words) > 1);

    /// <summary>
    /// Whether all that the local is ever given are words and numbers, a sentence among them. A text that came from elsewhere may be the content itself: here it may not even be a part.
    /// </summary>
    private static bool IsPutTogether(ILocalSymbol local, IOperation function)
    {
        var hasWords = false;
        foreach (var operation in function.Tree())
        {
            var isPart = operation switch
            {
                IVariableDeclaratorOperation { Symbol: var declared } declarator when declared.IsSame(local) =>
                    declarator.GetVariableInitializer()?.Value is not { } first || (EndpointSinks.IsTextBuilder(local.Type) ? IsNewBuilder(first.Unwrap()) : IsPart(first, local, ref hasWords)),
                ILocalReferenceOperation { Local: var used } reference when used.IsSame(local) => IsPartOrRead(reference, ref hasWords),
                _ => true,
            };
            if (!isPart)
                return false;
        }

        return hasWords;
    }

    private static bool IsPartOrRead(ILocalReferenceOperation reference, ref bool hasWords)
    {
        switch (reference.Parent)
        {
            case IAssignmentOperation assignment when assignment.Target.Syntax == reference.Syntax:
                return assignment is ISimpleAssignmentOperation or ICompoundAssignmentOperation && !EndpointSinks.IsTextBuilder(reference.Local.Type) && IsPart(assignment.Value, reference.Local, ref hasWords);
            case IArgumentOperation { Parameter.RefKind: not RefKind.None } or ITupleOperation { Parent: IDeconstructionAssignmentOperation }:
                return false;
            case var parent when !EndpointSinks.IsTextBuilder(reference.Local.Type):
                return parent is not null;
            case IInvocationOperation { Instance: not null } call:
                return IsAppended(call, ref hasWords);
            default:
                return reference.Parent is IPropertyReferenceOperation { Property.Name: "Length" };
        }
    }

    /// <summary>The calls of a builder from its local to the end of their chain, all of them words.</summary>
    private static bool IsAppended(IInvocationOperation first, ref bool hasWords)
    {
        for (var call = first; ; call = (IInvocationOperation)call.Parent!)
        {
            if (!call.TargetMethod.Name.StartsWith("Append", StringComparison.Ordinal))
                return call.TargetMethod.Name == "ToString";
            foreach (var argument in call.Arguments)
            {
                if (!IsPart(argument.Value, null, ref hasWords))
                    return false;
            }

            if (call.Parent is not IInvocationOperation { Instance: not null } next || next.Instance.Syntax != call.Syntax)
                return true;
        }
    }

    private static bool IsPart(IOperation value, ILocalSymbol? itself, ref bool hasWords)
    {
        StackGuard.Check();
        value = value.Unwrap();
        switch (value)
        {
            case { ConstantValue: { HasValue: true, Value: var constant } }:
                hasWords |= constant is string words && Blanks(words) > 0;
                return true;
            case ILocalReferenceOperation { Local: var local } when local.IsSame(itself):
                return true;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } sum:
                return IsPart(sum.LeftOperand, itself, ref hasWords) && IsPart(sum.RightOperand, itself, ref hasWords);
            case IConditionalOperation { WhenFalse: { } whenFalse } conditional:
                return IsPart(conditional.WhenTrue, itself, ref hasWords) && IsPart(whenFalse, itself, ref hasWords);
            case IInterpolatedStringOperation interpolated:
                foreach (var part in interpolated.Parts)
                {
                    if (part is IInterpolatedStringTextOperation { Text: var text } ? !IsPart(text, itself, ref hasWords) : part is not IInterpolationOperation { Expression: var hole } || !IsPart(hole, itself, ref hasWords))
                        return false;
                }

                return true;
            default:
                return value.Type is { SpecialType: >= SpecialType.System_SByte and <= SpecialType.System_UInt64 };
        }
    }

    private static int Blanks(string words)
    {
        var blanks = 0;
        for (var i = 1; i < words.Length - 1; i++)
        {
            if (words[i] == ' ' && char.IsLetterOrDigit(words[i + 1]))
                blanks++;
        }

        return blanks;
    }

    private static bool IsNewBuilder(IOperation value) => value is IObjectCreationOperation { Arguments: var arguments } && arguments.All(static argument => argument.Value.ConstantValue.HasValue);
}
