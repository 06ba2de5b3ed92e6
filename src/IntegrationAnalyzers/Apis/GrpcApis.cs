using System;
using System.Collections.Generic;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Apis;

/// <summary>gRPC: the generated client's methods are the calls. Each is a POST over HTTP/2, but its meaning is not known from that.</summary>
internal static class GrpcApis
{
    private const string Namespace = "Grpc.Core";

    private static readonly HashSet<string> Assemblies = new(StringComparer.OrdinalIgnoreCase) { "Grpc.Core", "Grpc.Core.Api" };

    /// <summary>The task of a call that is started and awaited apart.</summary>
    public const string ResponseTask = "ResponseAsync";

    /// <summary>The parameter that says when a call is to end.</summary>
    public const string Deadline = "deadline";

    private static readonly HashSet<string> DeadlineGivers = new(StringComparer.Ordinal)
    {
        "EnableCallContextPropagation", "AddInterceptor", "ConfigureGrpcClientCreator", "CallOptionsActions", "Interceptors", "InterceptorRegistrations", "Creator",
    };

    public static bool IsReferencedBy(Compilation compilation) => References.Any(compilation, Assemblies);

    public static bool IsCallOptions(ITypeSymbol? type) => type.Is(Namespace, "CallOptions");

    public static bool IsChannel(ITypeSymbol type) => type.Is("Grpc.Net.Client", "GrpcChannel");

    public static bool MakesChannel(IMethodSymbol method) => method.Name == "ForAddress" && IsChannel(method.ContainingType);

    /// <summary>Whether the call is one question and one answer; how long a stream stays open is up to what it is for.</summary>
    public static bool IsUnary(IMethodSymbol method) =>
        !(method.ReturnType.Name.EndsWith("StreamingCall", StringComparison.Ordinal) && method.ReturnType.ContainingNamespace.Is(Namespace));

    /// <summary>Whether the member of a registration may give the calls deadlines: by propagation, an interceptor, options for all calls.</summary>
    public static bool MayGiveDeadline(IInvocationOperation step)
    {
        if (DeadlineGivers.Contains(step.TargetMethod.Name))
            return true;
        if (step.Syntax is not InvocationExpressionSyntax { ArgumentList: var arguments })
            return false;
        foreach (var token in arguments.DescendantTokens())
        {
            if (DeadlineGivers.Contains(token.ValueText))
                return true;
        }

        return false;
    }

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
