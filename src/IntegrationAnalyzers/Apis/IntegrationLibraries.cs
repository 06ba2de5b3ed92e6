using System;
using System.Collections.Generic;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;

namespace IntegrationAnalyzers.Apis;

/// <summary>The assemblies by which a call can leave the process. Without one of them no rule registers anything.</summary>
internal static class IntegrationLibraries
{
    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        "System.Net.Http",
        "System.Net.Requests",
        "System.Net.WebClient",
        "System.Net.WebSockets.Client",
        "RestSharp",
        "Flurl.Http",
        "Refit",
        "Grpc.Core.Api",
        "Grpc.Net.Client",
        "Stripe.net",
        "Azure.Core",
        "AWSSDK.Core",
        "Google.Apis",
    };

    public static bool AnyReferencedBy(Compilation compilation)
    {
        if (References.Any(compilation, Names))
            return true;

        // .NET Framework: WebRequest and WebClient live in System.dll.
        return compilation.GetTypeByMetadataName("System.Net.WebClient") is not null;
    }
}
