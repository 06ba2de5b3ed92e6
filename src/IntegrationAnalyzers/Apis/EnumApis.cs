using System;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Apis;

/// <summary>What turns a text into an enum and refuses the texts that it does not know, and what an enum calls those.</summary>
internal static class EnumApis
{
    private static readonly string[] UnknownNames = ["Unknown", "Unspecified", "Unrecognized", "Undefined", "Other", "None", "NotSet"];

    /// <summary>The words one of which stands in every file with such a converter.</summary>
    public static readonly string[] ConverterNames = ["JsonStringEnumConverter", "StringEnumConverter"];

    /// <summary>The enum and the text of <c>Enum.Parse</c>; null where the call is another.</summary>
    public static (ITypeSymbol Type, IOperation Text)? Parse(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (method.Name != "Parse" || method.ContainingType?.SpecialType != SpecialType.System_Enum || call.Argument("value") is not { } text)
            return null;
        if (method.IsGenericMethod)
            return (method.TypeArguments[0], text);
        return call.Arguments[0].Value is ITypeOfOperation asked ? (asked.TypeOperand, text) : null;
    }

    /// <summary>What <c>Enum.Parse</c> throws for a word that the enum does not know, and what covers it; an <c>OverflowException</c> is that of a number.</summary>
    public static bool IsThrown(ITypeSymbol caught) => caught.Name is "Object" or "Exception" or "SystemException" or "ArgumentException";

    /// <summary>Whether the call asks whether the text is known, or has already got past it.</summary>
    public static bool Asks(string name) => name is "Parse" or "TryParse" or "IsDefined" or "Contains" or "ContainsKey" or "TryGetValue";

    /// <summary>The member that stands for what is not known; null where the enum has none.</summary>
    public static IFieldSymbol? UnknownMember(ITypeSymbol type)
    {
        foreach (var name in UnknownNames)
        {
            foreach (var member in type.GetMembers())
            {
                if (member is IFieldSymbol { HasConstantValue: true } field && string.Equals(field.Name, name, StringComparison.OrdinalIgnoreCase))
                    return field;
            }
        }

        return null;
    }

    /// <summary>Whether the type is one of the libraries' converters that throw on an unknown text; one derived from it may do something else.</summary>
    public static bool IsStrictConverter(ITypeSymbol? type) =>
        type.Is("System.Text.Json.Serialization", "JsonStringEnumConverter") || type.Is("Newtonsoft.Json.Converters", "StringEnumConverter");
}
