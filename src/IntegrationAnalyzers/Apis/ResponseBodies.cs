using System;
using System.Collections.Generic;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Apis;

/// <summary>What holds a response's body, and what hands its text on without changing where it came from.</summary>
internal static class ResponseBodies
{
    private static readonly HashSet<string> DocumentTypes = new(StringComparer.Ordinal)
    {
        "JObject", "JArray", "JToken", "JContainer", "JProperty", "JValue",
        "JsonDocument", "JsonElement", "JsonNode", "JsonObject", "JsonArray", "JsonValue",
    };

    private static readonly HashSet<string> Readers = new(StringComparer.Ordinal)
    {
        "StreamReader", "StringReader", "BufferedStream", "MemoryStream", "GZipStream", "DeflateStream", "BrotliStream", "ZLibStream",
        "JsonTextReader", "TextReader", "Stream",
    };

    private static readonly HashSet<string> StatusMembers = new(StringComparer.Ordinal)
    {
        "IsSuccessStatusCode", "IsSuccessful", "IsSuccess",
    };

    /// <summary>A response that came over the wire, of whichever library.</summary>
    public static bool IsResponse(ITypeSymbol? type) => type?.Name switch
    {
        "HttpResponseMessage" => type.Is(SendingMembers.NetHttp, type.Name),
        "RestResponse" or "RestResponseBase" or "IRestResponse" => type.Is(SendingMembers.RestSharp, type.Name),
        "IFlurlResponse" or "FlurlResponse" => type.Is(SendingMembers.FlurlHttp, type.Name),
        "IApiResponse" or "ApiResponse" => type.Is("Refit", type.Name),
        "WebResponse" or "HttpWebResponse" => type.Is(SendingMembers.Net, type.Name),
        _ => false,
    };

    public static bool IsContent(ITypeSymbol? type) => type?.Name == "HttpContent" && type.Is(SendingMembers.NetHttp, "HttpContent");

    /// <summary>A parsed document that is walked by name, without a type of its own.</summary>
    public static bool IsDocument(ITypeSymbol? type) =>
        type is not null && DocumentTypes.Contains(type.Name) &&
        (InNamespace(type, "Newtonsoft") || InNamespace(type, "System"));

    /// <summary>A stream or reader over what its constructor is given first.</summary>
    public static bool IsReader(ITypeSymbol? type) => type is not null && Readers.Contains(type.Name);

    /// <summary>The property of a library's response that holds the deserialized body.</summary>
    public static bool IsPayloadProperty(IPropertySymbol property) =>
        (property.Name == "Data" && property.ContainingType.ContainingNamespace.Is(SendingMembers.RestSharp)) ||
        (property.Name == "Content" && property.ContainingType.ContainingNamespace.Is("Refit"));

    /// <summary>The properties of a response that hold its body, in whichever form; all others are about the transfer.</summary>
    public static bool IsBody(IPropertySymbol property) => property.Name is "Content" or "RawBytes" or "Data";

    /// <summary>The status in words: nobody's data.</summary>
    public static bool IsReason(IOperation value) =>
        value is IPropertyReferenceOperation { Property.Name: "ReasonPhrase" or "StatusDescription" };

    /// <summary>A property that says whether the status was a success.</summary>
    public static bool IsSuccessFlag(string name) => StatusMembers.Contains(name);

    /// <summary>All of those.</summary>
    public static IReadOnlyCollection<string> SuccessFlags => StatusMembers;

    /// <summary>A method whose result is its first argument in another form: parsed, decoded, serialized again.</summary>
    public static bool ConvertsArgument(IMethodSymbol method) => method.Name switch
    {
        "Parse" or "ParseAsync" or "FromObject" or "Load" or "LoadAsync" => IsDocument(method.ContainingType),
        "GetString" => method.ContainingType.IsOrDerivesFrom("System.Text", "Encoding"),
        "SerializeObject" => method.ContainingType.Is("Newtonsoft.Json", "JsonConvert"),
        "Serialize" => method.ContainingType.Is("System.Text.Json", "JsonSerializer"),
        _ => false,
    };

    /// <summary>A member that finds a value by its key in JSON.</summary>
    public static bool AsksForKey(string name) => name is "TryGetValue" or "GetProperty" or "TryGetProperty" or "ContainsKey" or "GetValueOrDefault" or "TryGetPropertyValue";

    /// <summary>Whether values are found in it by keys of text: a parsed document, or what JSON without a type of its own is read as.</summary>
    public static bool HasKeys(ITypeSymbol? type) =>
        IsDocument(type) ||
        (type is INamedTypeSymbol { Name: "Dictionary" or "IDictionary" or "IReadOnlyDictionary", TypeArguments: [{ SpecialType: SpecialType.System_String }, _] });

    private static bool InNamespace(ITypeSymbol type, string root) => type.ContainingNamespace.RootName() == root;
}
