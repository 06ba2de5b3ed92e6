using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;

namespace IntegrationAnalyzers.Apis;

/// <summary>Refit: an interface method with a verb attribute is the call.</summary>
internal static class RefitApis
{
    public const string Namespace = "Refit";

    public static SendingMember? Find(IMethodSymbol method)
    {
        if (method.ContainingType?.TypeKind != TypeKind.Interface)
            return null;

        foreach (var attribute in method.GetAttributes())
        {
            if (attribute.AttributeClass is not { } type || !type.ContainingNamespace.Is(Namespace))
                continue;
            var verb = HttpVerbs.Parse(type.Name);
            if (verb == HttpVerb.Unknown)
                continue;

            var result = method.ReturnType.AwaitedType();
            var isResponse = result.Is(Namespace, "IApiResponse") || result.Is(Namespace, "ApiResponse");
            var isRaw = result.Is(SendingMembers.NetHttp, "HttpResponseMessage");
            return new SendingMember(
                Namespace,
                method.ContainingType.Name,
                method.Name,
                verb,
                isResponse ? StatusCheck.NeverThrows : isRaw ? StatusCheck.ByCaller : StatusCheck.Throws,
                isResponse ? CallResult.ResponseWithPayload
                    : isRaw ? CallResult.Response
                    : result.SpecialType == SpecialType.System_String ? CallResult.Body
                    : method.ReturnType is INamedTypeSymbol { TypeArguments.Length: 1 } ? CallResult.Payload : CallResult.None);
        }

        return null;
    }
}
