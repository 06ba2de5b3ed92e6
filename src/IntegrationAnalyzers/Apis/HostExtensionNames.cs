using System;
using System.Collections.Generic;
using IntegrationAnalyzers.Roslyn;

namespace IntegrationAnalyzers.Apis;

/// <summary>
/// What the name of an extension of the host says of it, where its package is missing: most add one thing (<c>UseSerilog</c>, <c>AddOpenApi</c>), which cannot set defaults for
/// clients. Those that set up the whole host, or speak of clients, may.
/// </summary>
internal static class HostExtensionNames
{
    private static readonly HashSet<string> ClientWords = new(StringComparer.Ordinal)
    {
        "http", "https", "client", "clients", "refit", "polly", "policy", "policies", "handler", "handlers", "resilience", "resilient", "resiliency", "retry", "retries", "timeout", "timeouts",
        "hedging", "aspire", "discovery",
    };

    /// <summary>Words under which anything may be set up, for all clients too.</summary>
    private static readonly HashSet<string> WholeWords = new(StringComparer.Ordinal)
    {
        "default", "defaults", "services", "infrastructure", "platform", "common", "shared", "core", "base", "basic", "foundation", "framework", "application", "app", "apps", "dependencies",
        "module", "modules", "standard", "standards", "bootstrap", "bootstrapper", "all", "everything", "components", "integrations", "external", "settings", "configuration", "config", "setup",
        "startup", "host", "hosting", "server", "layer", "layers", "extensions", "injection", "registrations", "ioc", "sdk", "apis", "observability",
    };

    /// <summary>Public libraries whose names hold such a word, and which leave clients alone.</summary>
    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "AddApplicationInsightsTelemetry", "AddApplicationInsightsTelemetryWorkerService", "ConfigureFunctionsApplicationInsights", "AddHangfireServer",
        "AddQuartzServer", "AddIdentityCore", "AddIdentityServer", "AddAzureAppConfiguration", "AddDefaultIdentity", "AddAzureClients", "AddAzureClientsCore",
        "ConfigureFunctionsWorkerDefaults", "ConfigureFunctionsWebApplication", "AddDefaultAWSOptions", "AddAWSLambdaHosting", "AddDistributedSqlServerCache", "AddGraphQLServer", "AddSoapCore",
        "AddServiceModelServices", "AddMudServices", "AddRadzenComponents", "AddFluentUIComponents",
    };

    /// <summary>Whether an extension of this name may set something for all clients of the host.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="words">The words of the name, in lower case.</param>
    /// <param name="assembly">The name of the assembly that calls it: what bears the house's name does what the house wants.</param>
    public static bool MayTouchClients(string name, List<string> words, string? assembly)
    {
        if (Known.Contains(name))
            return false;

        // A verb alone (Add, Configure) says nothing.
        if (words.Count < 2 || IsOfTheHouse(name, assembly))
            return true;
        foreach (var word in words)
        {
            if (ClientWords.Contains(word) || WholeWords.Contains(word))
                return true;
        }

        return false;
    }

    private static bool IsOfTheHouse(string name, string? assembly)
    {
        const int Shortest = 2;
        var first = assembly?.Split('.', '-', '_')[0] ?? "";
        return first.Length > Shortest && name.ContainsIgnoreCase(first);
    }
}
