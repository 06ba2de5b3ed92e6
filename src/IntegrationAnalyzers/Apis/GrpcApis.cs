using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;

namespace IntegrationAnalyzers.Apis;

/// <summary>gRPC: the generated client's methods are the calls. Each is a POST over HTTP/2, but its meaning is not known from that.</summary>
internal static class GrpcApis
{
    private const string Namespace = "Grpc.Core";

    /// <summary>The task of a call that is started and awaited apart.</summary>
    public const string ResponseTask = "ResponseAsync";

    public static SendingMember? Find(IMethodSymbol method)
    {
        if (method.IsStatic || method.Parameters.Length < 2 || method.ContainingType is not { TypeKind: TypeKind.Class } type ||
            !DerivesFromClientBase(type))
        {
            return null;
        }

        // Both generated shapes: (request, headers, deadline, token) and (request, CallOptions).
        var isCall = false;
        foreach (var parameter in method.Parameters)
            isCall |= parameter.Type.Is(Namespace, "CallOptions") || parameter.Type.Is(Namespace, "Metadata");
        return isCall
            ? new SendingMember(Namespace, type.Name, method.Name, HttpVerb.Unknown, StatusCheck.Throws, CallResult.Payload)
            : null;
    }

    private static bool DerivesFromClientBase(INamedTypeSymbol type)
    {
        for (var current = type.BaseType; current is not null; current = current.BaseType)
        {
            if (current.Is(Namespace, "ClientBase"))
                return true;
        }

        return false;
    }
}
