using IntegrationAnalyzers.Model.Calls;
using IntegrationAnalyzers.Model.Registrations;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Retries;

/// <summary>A handler that repeats every request of a client, writes without a key among them.</summary>
/// <param name="Registration">The call that adds the handler.</param>
/// <param name="Client">The client; null where the handler is one of all clients' defaults.</param>
/// <param name="Write">A write without a key that goes through it; null where a default repeats what other projects send.</param>
/// <param name="IsHedging">Whether it sends a second request beside the first, and not after it.</param>
internal sealed record RepeatedClient(IInvocationOperation Registration, RegisteredClient? Client, OutboundCall? Write, bool IsHedging);
