using System;
using System.Collections.Generic;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;

namespace IntegrationAnalyzers.Apis;

/// <summary>A ready set of options of System.Text.Json.</summary>
internal enum JsonPreset
{
    /// <summary>Case-sensitive names as they stand in C#, nothing required.</summary>
    General,

    /// <summary>camelCase, case ignored.</summary>
    Web,

    /// <summary>Case-sensitive, nullability and constructor parameters respected.</summary>
    Strict,
}

/// <summary>How System.Text.Json is told what names and nulls mean.</summary>
internal static class JsonOptionsApis
{
    public const string TextJson = "System.Text.Json";
    public const string Options = "JsonSerializerOptions";
    public const string OptionsMetadataName = TextJson + "." + Options;
    public const string DefaultsMetadataName = TextJson + ".JsonSerializerDefaults";
    public const string CaseInsensitive = "PropertyNameCaseInsensitive";
    public const string NamingPolicy = "PropertyNamingPolicy";
    public const string WebOptions = "Web";

    /// <summary>The last word of the switch by which a process respects nullability everywhere.</summary>
    public const string RespectNullSwitch = "RespectNullableAnnotationsDefault";

    private const string Serialization = TextJson + ".Serialization";

    public static bool IsOptions(ITypeSymbol? type) => type.Is(TextJson, Options);

    /// <summary>A context whose code is generated, with its options in an attribute.</summary>
    public static bool IsContext(ITypeSymbol? type) => type.IsOrDerivesFrom(Serialization, "JsonSerializerContext");

    public static bool IsTypeInfo(ITypeSymbol? type) => type.IsOrDerivesFrom(Serialization + ".Metadata", "JsonTypeInfo");

    public static bool IsPlainResolver(ITypeSymbol? type) => type.Is(Serialization + ".Metadata", "DefaultJsonTypeInfoResolver") || IsContext(type);

    /// <summary>What the member reads with where it is given no options.</summary>
    public static JsonPreset Default(DeserializingMember member) =>
        member.Namespace == SendingMembers.NetHttpJson ? JsonPreset.Web : JsonPreset.General;

    /// <summary><c>JsonSerializerOptions.Web</c> and its like.</summary>
    public static JsonPreset? Preset(IPropertySymbol property) =>
        !property.IsStatic || !IsOptions(property.ContainingType) ? null : property.Name switch
        {
            "Default" => JsonPreset.General,
            WebOptions => JsonPreset.Web,
            "Strict" => JsonPreset.Strict,
            _ => null,
        };

    /// <summary>A constant of <c>JsonSerializerDefaults</c>.</summary>
    public static JsonPreset? Preset(ITypeSymbol? type, object? constant) =>
        type.Is(TextJson, "JsonSerializerDefaults") && constant is int and >= 0 and <= 2 ? (JsonPreset)constant : null;

    /// <summary>Whether the option makes the serializer refuse a null, or a missing parameter.</summary>
    public static bool RespectsNull(string option) => option is "RespectNullableAnnotations" or "RespectRequiredConstructorParameters";

    /// <summary>Whether the option may put another reading in place of all that is known.</summary>
    public static bool ChangesReading(string option) => option is "TypeInfoResolver" or "TypeInfoResolverChain";

    /// <summary>The property of ASP.NET Core's options that holds what our own server writes with.</summary>
    public static bool IsServersProperty(string name) => name is "SerializerOptions" or "JsonSerializerOptions";

    /// <summary>The attribute that holds a generated context's options.</summary>
    public static AttributeData? ContextOptions(INamedTypeSymbol context)
    {
        foreach (var attribute in context.GetAttributes())
        {
            if (attribute.AttributeClass.Is(Serialization, "JsonSourceGenerationOptionsAttribute"))
                return attribute;
        }

        return null;
    }

    /// <summary>The one type that a converter converts; null where it may be any.</summary>
    public static ITypeSymbol? Converted(ITypeSymbol converter)
    {
        for (var current = converter; current is not null; current = current.BaseType)
        {
            if (current is INamedTypeSymbol { TypeArguments: [var converted] } && current.Is(Serialization, "JsonConverter"))
                return converted;
        }

        return null;
    }

    /// <summary>A converter of the library's own, for values alone.</summary>
    public static bool IsLibraryConverter(ITypeSymbol converter) => converter.ContainingNamespace.Is(Serialization);

    /// <summary>The members that take options of System.Text.Json, for a look by name.</summary>
    public static bool MayRead(string name) => Readers.Contains(name);

    public static readonly HashSet<string> Readers = new(StringComparer.Ordinal)
    {
        "Deserialize", "DeserializeAsync", "ReadFromJsonAsync", "GetFromJsonAsync", "DeleteFromJsonAsync",
    };
}
