using System;
using System.Collections.Generic;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;

namespace IntegrationAnalyzers.Apis;

/// <summary>What a handler that answers by itself may do: look at the request, make texts and a response, read a file, wait.</summary>
internal static class LocalWork
{
    private static readonly HashSet<string> Namespaces = new(StringComparer.Ordinal)
    {
        "System", "System.Collections", "System.Collections.Concurrent", "System.Collections.Generic", "System.Collections.Immutable", "System.Globalization", "System.IO", "System.Linq", "System.Net", "System.Net.Http",
        "System.Net.Http.Headers", "System.Net.Http.Json", "System.Net.Mime", "System.Text", "System.Text.Json", "System.Text.Json.Nodes", "System.Text.RegularExpressions", "System.Threading", "System.Threading.Tasks",
        "System.Xml.Linq", "Newtonsoft.Json", "Newtonsoft.Json.Linq", "Microsoft.Extensions.Logging",
    };

    /// <summary>What goes out, or may run what does, though its namespace is one of those.</summary>
    private static readonly HashSet<string> Others = new(StringComparer.Ordinal)
    {
        "Activator", "Delegate", "MulticastDelegate", "Dns", "HttpListener", "WebClient", "WebRequest", "HttpWebRequest", "FtpWebRequest", "HttpClientJsonExtensions", "Timer", "Thread", "ThreadPool",
    };

    /// <summary>Whether a member of the type, or making one, sends nothing.</summary>
    public static bool Has(INamedTypeSymbol? type)
    {
        if (type is null || type.TypeKind is TypeKind.Delegate or TypeKind.Error || Others.Contains(type.Name) || Sends(type))
            return false;
        while (type.ContainingType is { } outer)
            type = outer;
        return type.ContainingNamespace is { } ns && Namespaces.Contains(ns.ToDisplayString());
    }

    /// <summary>Whether requests go out through it: a client or a handler.</summary>
    public static bool Sends(ITypeSymbol type) => type.IsOrDerivesFrom(SendingMembers.NetHttp, "HttpMessageInvoker") || IsHandler(type);

    public static bool IsHandler(ITypeSymbol? type) => type.IsOrDerivesFrom(SendingMembers.NetHttp, "HttpMessageHandler");

    /// <summary>Whether it hands on to the handler inside it what it does not answer.</summary>
    public static bool HandsOn(ITypeSymbol? type) => type.IsOrDerivesFrom(SendingMembers.NetHttp, "DelegatingHandler");

    public static bool IsResponse(ITypeSymbol? type) => type.Is(SendingMembers.NetHttp, "HttpResponseMessage");

    /// <summary>The methods that are given a handler's requests.</summary>
    public static bool TakesRequest(IMethodSymbol method) => method is { IsOverride: true, Name: "SendAsync" or "Send" };
}
