using System;
using System.Collections.Generic;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;

namespace IntegrationAnalyzers.Apis;

/// <summary>Members that read a body into objects, by what they throw when it is not what was agreed.</summary>
internal static class ParsingApis
{
    private const string TextJson = "System.Text.Json";
    private const string Newtonsoft = "Newtonsoft.Json";

    private static readonly Dictionary<string, (string Namespace, string Type, FailureType Failure)[]> ByName = new(StringComparer.Ordinal)
    {
        ["Deserialize"] =
        [
            (TextJson, "JsonSerializer", FailureTypes.TextJson),
            (Newtonsoft, "JsonSerializer", FailureTypes.NewtonsoftJson),
            ("System.Xml.Serialization", "XmlSerializer", FailureTypes.InvalidOperation),
        ],
        ["DeserializeAsync"] = [(TextJson, "JsonSerializer", FailureTypes.TextJson)],
        ["DeserializeAsyncEnumerable"] = [(TextJson, "JsonSerializer", FailureTypes.TextJson)],
        ["DeserializeObject"] = [(Newtonsoft, "JsonConvert", FailureTypes.NewtonsoftJson)],
        ["DeserializeAnonymousType"] = [(Newtonsoft, "JsonConvert", FailureTypes.NewtonsoftJson)],
        ["DeserializeXNode"] = [(Newtonsoft, "JsonConvert", FailureTypes.NewtonsoftJson)],
        ["PopulateObject"] = [(Newtonsoft, "JsonConvert", FailureTypes.NewtonsoftJson)],
        ["ReadFromJsonAsync"] = [(SendingMembers.NetHttpJson, "HttpContentJsonExtensions", FailureTypes.TextJson)],
        ["ReadAsAsync"] = [(SendingMembers.NetHttp, "HttpContentExtensions", FailureTypes.NewtonsoftJson)],
        ["Parse"] =
        [
            (TextJson, "JsonDocument", FailureTypes.TextJson),
            (TextJson + ".Nodes", "JsonNode", FailureTypes.TextJson),
            (Newtonsoft + ".Linq", "JToken", FailureTypes.NewtonsoftJson),
            (Newtonsoft + ".Linq", "JObject", FailureTypes.NewtonsoftJson),
            (Newtonsoft + ".Linq", "JArray", FailureTypes.NewtonsoftJson),
            ("System.Xml.Linq", "XDocument", FailureTypes.Xml),
            ("System.Xml.Linq", "XElement", FailureTypes.Xml),
        ],
        ["ParseAsync"] = [(TextJson, "JsonDocument", FailureTypes.TextJson)],
        ["ToObject"] = [(Newtonsoft + ".Linq", "JToken", FailureTypes.NewtonsoftJson)],
        ["LoadXml"] = [("System.Xml", "XmlDocument", FailureTypes.Xml)],
        ["Load"] = [("System.Xml", "XmlDocument", FailureTypes.Xml), ("System.Xml.Linq", "XDocument", FailureTypes.Xml)],
        ["ReadObject"] =
        [
            ("System.Runtime.Serialization", "XmlObjectSerializer", FailureTypes.Serialization),
            ("System.Runtime.Serialization.Json", "DataContractJsonSerializer", FailureTypes.Serialization),
        ],
    };

    /// <summary>Whether the method reads a number, a date or the like out of a text, and throws a <c>FormatException</c> where that is none.</summary>
    public static bool ReadsValue(IMethodSymbol method) => method is { IsStatic: true, Parameters: [{ Type.SpecialType: SpecialType.System_String }, ..] } && method.Name switch
    {
        "Parse" or "ParseExact" => method.ContainingType is { TypeKind: TypeKind.Struct, ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } },
        "FromBase64String" or "FromHexString" => method.ContainingType.Is("System", "Convert"),
        var name => name.StartsWith("To", StringComparison.Ordinal) && method.ReturnType.IsValueType && method.ContainingType.Is("System", "Convert"),
    };

    /// <summary>What the method throws on a body it cannot read; null where it reads none.</summary>
    public static FailureType? ThrownBy(IMethodSymbol method)
    {
        if (!ByName.TryGetValue(method.Name, out var candidates))
            return null;

        for (IMethodSymbol? current = method; current is not null; current = current.OverriddenMethod)
        {
            var type = current.DeclaringType();
            foreach (var (ns, name, failure) in candidates)
            {
                if (type.Is(ns, name))
                    return failure;
            }
        }

        return null;
    }
}
