using System;
using System.Collections.Generic;
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
        // By file name first: asking for the assemblies' identities makes the compiler bind all references.
        foreach (var reference in compilation.References)
        {
            if (reference.Display is { } path && Names.Contains(FileName(path)))
                return true;
        }

        foreach (var assembly in compilation.ReferencedAssemblyNames)
        {
            if (Names.Contains(assembly.Name))
                return true;
        }

        // .NET Framework: WebRequest and WebClient live in System.dll.
        return compilation.GetTypeByMetadataName("System.Net.WebClient") is not null;
    }

    private static string FileName(string path)
    {
        var start = path.LastIndexOfAny(['/', '\\']) + 1;
        var end = path.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) ? path.Length - 4 : path.Length;
        return path.Substring(start, Math.Max(0, end - start));
    }
}
