using System.Threading;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;

namespace IntegrationAnalyzers.Model.Clients;

/// <summary>
/// Whether a cancellation token is cancelled by the clock: its source is made with a duration, told to cancel after one, or linked to one
/// that is. A token handed in is as good as what the callers in sight hand in; by itself it is no deadline.
/// </summary>
internal sealed class TokenDeadlines(SourceIndex source)
{
    public Certainty Of(IOperation token, CancellationToken cancellationToken) => new TokenReading(source, cancellationToken).Of(token, 0);
}
