using System;
using System.Collections.Generic;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using static IntegrationAnalyzers.Apis.PayloadInput;
using static IntegrationAnalyzers.Apis.Serializer;

namespace IntegrationAnalyzers.Apis;

/// <summary>Every member by which the known libraries make an object from a body.</summary>
internal static class DeserializingMembers
{
    private const string TextJson = "System.Text.Json";
    private const string NewtonsoftJson = "Newtonsoft.Json";

    private static readonly DeserializingMember[] Table =
    [
        new(SendingMembers.NetHttpJson, "HttpContentJsonExtensions", "ReadFromJsonAsync", SystemTextJson, Receiver),
        new(SendingMembers.NetHttpJson, "HttpClientJsonExtensions", "GetFromJsonAsync", SystemTextJson, Sends),
        new(SendingMembers.NetHttpJson, "HttpClientJsonExtensions", "DeleteFromJsonAsync", SystemTextJson, Sends),
        new(TextJson, "JsonSerializer", "Deserialize", SystemTextJson, Argument),
        new(TextJson, "JsonSerializer", "DeserializeAsync", SystemTextJson, Argument),
        new(NewtonsoftJson, "JsonConvert", "DeserializeObject", Newtonsoft, Argument),
        new(NewtonsoftJson, "JsonSerializer", "Deserialize", Newtonsoft, Argument),
        new(NewtonsoftJson + ".Linq", "JToken", "ToObject", Newtonsoft, Receiver),
        new(SendingMembers.NetHttp, "HttpContentExtensions", "ReadAsAsync", MediaTypeFormatter, Receiver),
        new(SendingMembers.FlurlHttp, "GeneratedExtensions", "GetJsonAsync", Flurl, Sends),
        new(SendingMembers.FlurlHttp, "ResponseExtensions", "ReceiveJson", Flurl, Sends),
        new(SendingMembers.FlurlHttp, "HttpResponseMessageExtensions", "ReceiveJson", Flurl, Sends),
        new(SendingMembers.FlurlHttp, "IFlurlResponse", "GetJsonAsync", Flurl, Sends),
        new(SendingMembers.FlurlHttp, "FlurlResponse", "GetJsonAsync", Flurl, Sends),
    ];

    private static readonly Dictionary<string, List<DeserializingMember>> ByName = Index();

    /// <summary>The names of all members, for a look before anything is bound.</summary>
    public static IEnumerable<string> Names => ByName.Keys;

    public static bool HasName(string name) => ByName.ContainsKey(name);

    /// <summary>The cheap look: by name, or a kind of method that is known by its attributes.</summary>
    public static bool MayBe(IMethodSymbol method) =>
        ByName.ContainsKey(method.Name) ||
        (method.IsGenericMethod && SendingMembers.HasName(method.Name)) ||
        (method.ContainingType is { TypeKind: TypeKind.Interface } && method.ReturnType is INamedTypeSymbol { IsGenericType: true } && !method.GetAttributes().IsEmpty);

    /// <summary>The member behind the method; null where it makes no object from a body.</summary>
    public static DeserializingMember? Find(IMethodSymbol method)
    {
        if (ByName.TryGetValue(method.Name, out var candidates))
        {
            for (IMethodSymbol? current = method; current is not null; current = current.OverriddenMethod)
            {
                var type = current.DeclaringType();
                foreach (var candidate in candidates)
                {
                    if (type.Is(candidate.Namespace, candidate.Type))
                        return candidate;
                }
            }
        }

        return FromResponse(method);
    }

    /// <summary>Libraries that send and deserialize in one: RestSharp's generic members, Refit's response results.</summary>
    private static DeserializingMember? FromResponse(IMethodSymbol method)
    {
        // Refit's Task<T> throws where the body cannot be read; only its responses hand the object out in a property.
        var isRestSharp = method.IsGenericMethod && SendingMembers.HasName(method.Name);
        var isRefit = !isRestSharp && method.ContainingType?.TypeKind == TypeKind.Interface && method.ReturnType is INamedTypeSymbol { IsGenericType: true };
        var sending = isRestSharp ? SendingMembers.Find(method) : isRefit ? RefitApis.Find(method) : null;
        if (sending is null || (isRestSharp && sending.Namespace != SendingMembers.RestSharp))
            return null;
        return sending.Result switch
        {
            CallResult.Payload when isRestSharp => new(sending.Namespace, sending.Type, sending.Name, Serializer.RestSharp, Sends),
            CallResult.ResponseWithPayload when method.ReturnType.AwaitedType() is INamedTypeSymbol { IsGenericType: true } =>
                new(sending.Namespace, sending.Type, sending.Name, isRestSharp ? Serializer.RestSharp : Serializer.Refit, Sends) { IsEnvelope = true },
            _ => null,
        };
    }

    private static Dictionary<string, List<DeserializingMember>> Index()
    {
        var index = new Dictionary<string, List<DeserializingMember>>(StringComparer.Ordinal);
        foreach (var member in Table)
        {
            if (!index.TryGetValue(member.Name, out var list))
                index.Add(member.Name, list = new List<DeserializingMember>());
            list.Add(member);
        }

        return index;
    }
}
