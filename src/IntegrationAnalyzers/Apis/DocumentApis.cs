using System;
using System.Collections.Generic;
using System.Linq;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Apis;

/// <summary>Which library's document is walked by name.</summary>
internal enum DocumentKind
{
    /// <summary><c>JsonElement</c>: what is not there throws at once.</summary>
    Element,

    /// <summary><c>JsonNode</c>: what is not there is null.</summary>
    Node,

    /// <summary>Newtonsoft's <c>JToken</c>: what is not there is null.</summary>
    Token,
}

/// <summary>The members by which a parsed document is walked, and those by which somebody looks first.</summary>
internal static class DocumentApis
{
    public const string GetProperty = "GetProperty";
    public const string TryGetProperty = "TryGetProperty";
    public const string GetArrayLength = "GetArrayLength";

    private const string TextJson = "System.Text.Json";
    private const string Nodes = "System.Text.Json.Nodes";
    private const string Linq = "Newtonsoft.Json.Linq";

    /// <summary>One of these stands in every file that walks a document, but for one that is handed it without naming its type.</summary>
    private static readonly HashSet<uint> Words = TextWords.Hashes(
        ["JsonElement", "JsonDocument", "RootElement", "JsonNode", "JsonObject", "JsonArray", "JObject", "JToken", "JArray", "Newtonsoft"]);

    /// <summary>Members of a document, and questions about it, by which code finds out what is there.</summary>
    private static readonly HashSet<string> Looks = new(StringComparer.Ordinal)
    {
        "ValueKind", "GetValueKind", "Type", "HasValues", "Count", GetArrayLength, "Any", "IsValid", "ContainsKey",
    };

    public static bool MayWalk(TextWords words) => words.ContainsAny(Words);

    public static DocumentKind? KindOf(ITypeSymbol? type)
    {
        switch (type?.Name)
        {
            case "JsonElement" when type.Is(TextJson, "JsonElement"):
                return DocumentKind.Element;
            case "JsonNode" or "JsonObject" or "JsonArray" when type.Is(Nodes, type.Name):
                return DocumentKind.Node;
            case "JObject" or "JToken" or "JArray" or "JContainer" when type.Is(Linq, type.Name):
                return DocumentKind.Token;
            default:
                return null;
        }
    }

    /// <summary>The cheap look: whether a method of that name may take a part out of a document.</summary>
    public static bool NamesLookup(string name) => name is GetProperty or "GetValue" or "SelectToken";

    /// <summary>Those, and what gives a part together with its name, or as a value: <c>x.Property("a")</c>, <c>x.Value&lt;string&gt;("a")</c>.</summary>
    public static bool NamesPart(string name) => NamesLookup(name) || name is "Property" or "Value";

    /// <summary>Whether the operation takes a part out of a document by name or number, and what of: <c>x.GetProperty("a")</c>, <c>x["a"]</c>.</summary>
    public static DocumentKind? Lookup(IOperation operation, out IOperation? document, out IOperation? key)
    {
        document = null;
        key = null;
        switch (operation)
        {
            case IInvocationOperation { Instance: { } instance, Arguments: [var argument] } invocation when NamesLookup(invocation.TargetMethod.Name):
                var kind = KindOf(instance.Unwrap().Type) ?? KindOf(instance.Type);
                if (kind != (invocation.TargetMethod.Name == GetProperty ? DocumentKind.Element : DocumentKind.Token))
                    return null;
                (document, key) = (instance, argument.Value);
                return kind;
            case IPropertyReferenceOperation { Instance: { } instance, Arguments: [var argument] } property when property.Property.IsIndexer:
                (document, key) = (instance, argument.Value);
                return KindOf(property.Property.ContainingType) ?? KindOf(instance.Type);
            default:
                return null;
        }
    }

    /// <summary>Whether the extension fails where what it is called on is null.</summary>
    public static bool FailsOnNullReceiver(IMethodSymbol method) =>
        method.IsExtensionMethod && method.ContainingType is { } type &&
        (type.ContainingNamespace.Is("System.Linq") || type.ContainingNamespace.Is(Linq) || type.Is(TextJson, "JsonSerializer"));

    /// <summary>Whether code that names the member of a document wants to know what is there.</summary>
    public static bool IsLook(string name) => Looks.Contains(name);

    /// <summary>What the library throws for a body that is not what was agreed.</summary>
    public static FailureType Failure(DocumentKind kind) => kind == DocumentKind.Token ? FailureTypes.NewtonsoftJson : FailureTypes.TextJson;

    /// <summary>What a failed lookup, or what is then done with null, throws; and what code that expects a wrong body catches.</summary>
    public static bool IsThrown(ITypeSymbol caught, DocumentKind kind) => caught.Name switch
    {
        "Object" or "Exception" or "SystemException" or "InvalidOperationException" or "JsonException" => true,
        "KeyNotFoundException" or "IndexOutOfRangeException" => kind == DocumentKind.Element,
        "NullReferenceException" or "ArgumentNullException" or "ArgumentException" or "ArgumentOutOfRangeException" => kind != DocumentKind.Element,
        _ => false,
    };

    /// <summary>The name that a part of a document has: <c>JProperty.Name</c>, <c>JsonProperty.Name</c>, and the key of an object's entry.</summary>
    public static bool IsNameOfPart(IPropertySymbol property) => property switch
    {
        { Name: "Name", ContainingType.Name: "JProperty" or "JsonProperty" } => true,
        { Name: "Key", ContainingType.Name: "KeyValuePair" } => true,
        _ => false,
    };
}
