using System.Collections.Generic;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model.Clients;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Registrations;

/// <summary>The registered clients whose timeout is set by whoever has got one: <c>var client = factory.CreateClient("a"); client.Timeout = …</c>.</summary>
internal static class LateTimeouts
{
    public static HashSet<RegisteredClient> Read(ClientRegistrations registrations, SourceIndex source, CancellationToken cancellationToken)
    {
        var found = new HashSet<RegisteredClient>();
        foreach (var client in TimeoutSets.Holders(source, MayHold, cancellationToken))
        {
            // An endless one bounds nothing.
            if (client.Wrapped().Parent?.Given() is { } value && EndlessTimeouts.Is(value, source, cancellationToken))
                continue;
            if (client.Type.IsOrDerivesFrom(SendingMembers.NetHttp, "HttpClient"))
                found.UnionWith(registrations.Behind(client, cancellationToken));
        }

        return found;
    }

    private static bool MayHold(TextWords words) =>
        words.Contains("HttpClient") || words.Contains(RegistrationApis.CreateClient) || words.Contains("IHttpClientFactory");
}
