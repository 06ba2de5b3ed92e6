using System;
using System.Collections.Generic;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;

namespace IntegrationAnalyzers.Apis;

/// <summary>What makes JSON text, and the contents that text is sent in.</summary>
internal static class JsonTextApis
{
    private const string Nodes = "System.Text.Json.Nodes";

    private static readonly HashSet<string> Members = new(StringComparer.Ordinal)
    {
        "Serialize", "SerializeObject", "SerializeXmlNode", "SerializeXNode", "ToString", "ToJsonString", "GetRawText", "ToJson", "SerializeToString",
    };

    /// <summary>Whether the call's result is JSON text by the library's own word.</summary>
    /// <param name="method">What is called.</param>
    /// <param name="receiver">The type of what it is called on, as far as the code tells: the text of a value is written without quotes, that of an object or array is JSON.</param>
    public static bool WritesJson(IMethodSymbol method, ITypeSymbol? receiver)
    {
        if (!Members.Contains(method.Name) || method.ReturnType.SpecialType != SpecialType.System_String || method.DeclaringType() is not { } type)
            return false;
        return method.Name switch
        {
            "Serialize" => type.Is("System.Text.Json", "JsonSerializer") || type.Is("System.Web.Script.Serialization", "JavaScriptSerializer") || type.Is("Jil", "JSON"),
            "SerializeObject" => type.Is("Newtonsoft.Json", "JsonConvert") || type.Name == "SimpleJson",
            "SerializeXmlNode" or "SerializeXNode" => type.Is("Newtonsoft.Json", "JsonConvert"),
            "ToString" => IsObjectOrArray(receiver),
            "ToJsonString" => type.Is(Nodes, "JsonNode") || type.Is("Utf8Json", "JsonSerializer"),
            "GetRawText" => type.Is("System.Text.Json", "JsonElement"),
            "ToJson" => type.Is("ServiceStack", "StringExtensions"),
            "SerializeToString" => type.Is("ServiceStack.Text", "JsonSerializer"),
            _ => false,
        };
    }

    /// <summary><c>JsonSerializer.SerializeToUtf8Bytes</c>: JSON as bytes, for <c>Encoding.GetString</c>.</summary>
    public static bool WritesJsonBytes(IMethodSymbol method) => method.Name == "SerializeToUtf8Bytes" && method.DeclaringType().Is("System.Text.Json", "JsonSerializer");

    /// <summary>Whether the call gives its first argument in another form: decoded, trimmed.</summary>
    public static bool KeepsText(IMethodSymbol method) => method.Name switch
    {
        "GetString" => method.ContainingType.IsOrDerivesFrom("System.Text", "Encoding"),
        "Trim" or "TrimEnd" or "TrimStart" or "Replace" or "Format" or "ToString" or "Normalize" => method.ContainingType.SpecialType == SpecialType.System_String,
        _ => false,
    };

    /// <summary><c>new StringContent(text)</c> and <c>new StringContent(text, encoding)</c>, which say <c>text/plain</c>.</summary>
    public static bool IsPlainText(IMethodSymbol constructor) =>
        constructor.ContainingType is { Name: "StringContent" } type && type.Is(SendingMembers.NetHttp, "StringContent") &&
        constructor.Parameters is [{ Type.SpecialType: SpecialType.System_String }] or [{ Type.SpecialType: SpecialType.System_String }, { Type.Name: "Encoding" }];

    /// <summary><c>request.Content</c>.</summary>
    public static bool IsContentOfRequest(IPropertySymbol property) =>
        property.Name == "Content" && RequestApis.IsMessage(property.ContainingType);

    /// <summary><c>content.Headers</c>.</summary>
    public static bool IsHeadersOfContent(IPropertySymbol property) =>
        property.Name == "Headers" && property.ContainingType.IsOrDerivesFrom(SendingMembers.NetHttp, "HttpContent");

    /// <summary>Whether it reads or writes the media type of a content's headers.</summary>
    public static bool IsMediaType(IPropertySymbol property) =>
        property.Name == "ContentType" && property.ContainingType.Is(SendingMembers.NetHttp + ".Headers", "HttpContentHeaders");

    private static bool IsObjectOrArray(ITypeSymbol? type) => type?.Name switch
    {
        "JObject" or "JArray" or "JContainer" => type.ContainingNamespace.Is("Newtonsoft.Json.Linq"),
        "JsonObject" or "JsonArray" => type.ContainingNamespace.Is(Nodes),
        _ => false,
    };
}
