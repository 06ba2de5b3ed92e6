using System;
using System.Linq;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;

namespace IntegrationAnalyzers.Apis;

/// <summary>What says that code is there to hand on an upstream's answers as they are.</summary>
internal static class ProxyApis
{
    private static readonly string[] Libraries = ["Yarp.ReverseProxy.Forwarder.IHttpForwarder", "Ocelot.DependencyInjection.IOcelotBuilder"];

    private static readonly string[] Kinds = ["", "Api", "Web", "Http", "Edge", "Reverse", "Ocelot", "Yarp"];

    /// <summary>Whether the project has a library for reverse proxies.</summary>
    public static bool IsProxy(Compilation compilation) => Array.Exists(Libraries, type => compilation.FindType(type) is not null);

    /// <summary>Whether a type, method or namespace is called a gateway, <c>ApiGateway</c>, <c>GatewayController</c>, and not one to somebody: <c>StripeGateway</c>, <c>PaymentGateway</c>.</summary>
    public static bool IsGateway(string name) =>
        name.IndexOf("Gateway", StringComparison.Ordinal) is >= 0 and var at && Kinds.Contains(name.Substring(0, at), StringComparer.OrdinalIgnoreCase);
}
