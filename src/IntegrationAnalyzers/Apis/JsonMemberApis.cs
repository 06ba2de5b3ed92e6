using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;

namespace IntegrationAnalyzers.Apis;

/// <summary>What attributes say about how a type or member stands in JSON.</summary>
internal static class JsonMemberApis
{
    private const string Serialization = "System.Text.Json.Serialization";
    private const string Newtonsoft = "Newtonsoft.Json";

    /// <summary>The name that the member has in JSON by <c>[JsonPropertyName]</c>; null where none is written.</summary>
    public static string? Name(ISymbol member)
    {
        foreach (var attribute in member.GetAttributes())
        {
            if (attribute.AttributeClass.Is(Serialization, "JsonPropertyNameAttribute"))
                return attribute.ConstructorArguments is [{ Value: string name }] ? name : string.Empty;
        }

        return null;
    }

    /// <summary>The name under which any serializer sends the member: by <c>[JsonPropertyName]</c>, Newtonsoft's <c>[JsonProperty]</c> or <c>[DataMember]</c>; null where it keeps its own.</summary>
    public static string? SentName(ISymbol member)
    {
        foreach (var attribute in member.GetAttributes())
        {
            if (attribute.AttributeClass?.Name is not ("JsonPropertyNameAttribute" or "JsonPropertyAttribute" or "DataMemberAttribute"))
                continue;
            if (attribute.ConstructorArguments is [{ Value: string name }, ..])
                return name;
            foreach (var named in attribute.NamedArguments)
            {
                if (named is { Key: "Name" or "PropertyName", Value.Value: string given })
                    return given;
            }
        }

        return null;
    }

    /// <summary>Whether the serializer passes over the member when it reads: <c>[JsonIgnore]</c> without a condition, extension data.</summary>
    public static bool IsLeftOut(ISymbol member)
    {
        foreach (var attribute in member.GetAttributes())
        {
            switch (attribute.AttributeClass?.Name)
            {
                case "JsonExtensionDataAttribute" or "IgnoreDataMemberAttribute":
                    return true;
                case "JsonIgnoreAttribute":
                    // JsonIgnoreCondition: Never 0, Always 1; the others are about writing.
                    return attribute.NamedArguments is not [{ Key: "Condition", Value.Value: int condition }, ..] || condition == 1;
            }
        }

        return false;
    }

    /// <summary>Whether the member says itself what is to become of null, so that its author knows it to be: <c>NullValueHandling</c>, whether it takes null in or leaves it out.</summary>
    public static bool HandlesNull(ISymbol member)
    {
        foreach (var attribute in member.GetAttributes())
        {
            if (attribute.AttributeClass?.Name != "JsonPropertyAttribute")
                continue;
            foreach (var argument in attribute.NamedArguments)
            {
                if (argument.Key == "NullValueHandling")
                    return true;
            }
        }

        return false;
    }

    /// <summary>Whether the attribute takes in what is not public.</summary>
    public static bool IsIncluded(ISymbol member) => Has(member, "JsonIncludeAttribute");

    /// <summary>Whether a converter of its own reads the type, so that its members say nothing about its JSON.</summary>
    public static bool HasConverter(ITypeSymbol type) => Has(type, "JsonConverterAttribute");

    public static bool IsConstructor(IMethodSymbol constructor) => Has(constructor, "JsonConstructorAttribute");

    private static bool Has(ISymbol symbol, string attributeName)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (attribute.AttributeClass is { } type && type.Name == attributeName && (type.ContainingNamespace.Is(Serialization) || type.ContainingNamespace.Is(Newtonsoft)))
                return true;
        }

        return false;
    }
}
