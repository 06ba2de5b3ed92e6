using System;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;

namespace IntegrationAnalyzers.Apis;

/// <summary>The exceptions by which vendors' SDKs say that a call of theirs failed, where the SDK sends by itself and not by a client of ours.</summary>
internal static class SdkFailures
{
    /// <summary>Namespace of the member, and all below it; the narrower one first. Versions may have other exceptions.</summary>
    private static readonly (string Namespace, string[] Exceptions)[] Families =
    [
        ("Microsoft.Identity.Client", ["Microsoft.Identity.Client.MsalException"]),
        ("Microsoft.IdentityModel.Clients.ActiveDirectory", ["Microsoft.IdentityModel.Clients.ActiveDirectory.AdalException"]),
        ("Microsoft.Graph", ["Microsoft.Kiota.Abstractions.ApiException", "Microsoft.Graph.ServiceException"]),
        ("Azure.Identity", ["Azure.Identity.AuthenticationFailedException"]),
        ("Azure.AI.OpenAI", ["System.ClientModel.ClientResultException", "Azure.RequestFailedException"]),
        ("Azure.Messaging.ServiceBus", ["Azure.Messaging.ServiceBus.ServiceBusException"]),
        ("Azure.Messaging.EventHubs", ["Azure.Messaging.EventHubs.EventHubsException"]),
        ("Azure", ["Azure.RequestFailedException"]),
        ("OpenAI", ["System.ClientModel.ClientResultException"]),
        ("Amazon", ["Amazon.Runtime.AmazonServiceException"]),
        ("Google.Apis.Auth", ["Google.Apis.Auth.OAuth2.Responses.TokenResponseException"]),
        ("Google.Apis", ["Google.GoogleApiException"]),
        ("Octokit", ["Octokit.ApiException"]),
        ("Twilio", ["Twilio.Exceptions.TwilioException"]),
        ("Telegram.Bot", ["Telegram.Bot.Exceptions.RequestException"]),
    ];

    /// <summary>Whether a task of one of those SDKs is what the member gives: it goes over the network.</summary>
    /// <param name="method">The member called.</param>
    /// <param name="compilation">Where its exception is looked for.</param>
    /// <param name="exception">What the task fails with; null where the version has it by another name.</param>
    public static bool Sends(IMethodSymbol method, Compilation compilation, out INamedTypeSymbol? exception)
    {
        exception = null;
        if (!TaskApis.IsTask(method.ReturnType) || method.ContainingNamespace is not { IsGlobalNamespace: false } ns || !Array.Exists(Families, family => IsOrStartsWith(family.Namespace, ns.RootName())))
            return false;

        var name = ns.ToDisplayString();
        foreach (var (prefix, exceptions) in Families)
        {
            if (!IsOrStartsWith(name, prefix))
                continue;
            foreach (var candidate in exceptions)
                exception ??= compilation.FindType(candidate);
            return true;
        }

        return false;
    }

    private static bool IsOrStartsWith(string name, string prefix) =>
        name.StartsWith(prefix, StringComparison.Ordinal) && (name.Length == prefix.Length || name[prefix.Length] == '.');
}
