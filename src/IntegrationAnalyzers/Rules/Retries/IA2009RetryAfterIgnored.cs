using IntegrationAnalyzers.Model;
using IntegrationAnalyzers.Model.Resilience;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IntegrationAnalyzers.Rules.Retries;

/// <summary>
/// Reports a retry of Polly's that repeats after 429 or 503 and does not look at <c>Retry-After</c>, and one that looks at it and leaves 429 out.
/// Quiet where the library honours the header, where the pause comes from out of sight, and where there is none (IA2006).
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IA2009RetryAfterIgnored() : IntegrationAnalyzer(Descriptor)
{
    public const string Id = "IA2009";

    private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        Id,
        RuleCategory.Retries,
        DiagnosticSeverity.Info,
        "Retry-After is not honoured",
        "'{0}' {1}",
        "A service that is busy says by Retry-After when it wants to be asked again. Whoever comes back earlier is refused again, and with some providers is locked out for longer.");

    private protected override void Register(RuleContext context) => context.OnRetry((node, retry, name) =>
    {
        if (Fault(retry) is { } fault)
            node.ReportDiagnostic(context.Diagnostic(name.GetLocation(), name.Identifier.ValueText, fault));
    });

    private static string? Fault(OutboundRetry retry)
    {
        var strategy = retry.Strategy;
        var onLimit = strategy.Handles.Status(429);
        var onBusy = strategy.Handles.Status(503);
        if (strategy.Delays.IsZero || strategy.Delays.Backoff == BackoffKind.Unknown && !strategy.Delays.IsGenerated)
            return null;
        if (strategy.HonoursRetryAfter == Certainty.No && (onLimit == Certainty.Yes || onBusy == Certainty.Yes))
            return $"repeats after {(onLimit == Certainty.Yes ? onBusy == Certainty.Yes ? "429 and 503" : "429" : "503")} without looking at Retry-After: it comes back before it is wanted";
        return strategy.HonoursRetryAfter == Certainty.Yes && onBusy == Certainty.Yes && onLimit == Certainty.No && !HandledElsewhere(retry)
            ? "reads Retry-After and does not repeat after 429, the answer that carries it"
            : null;
    }

    /// <summary>Whether another retry of the client may repeat after 429.</summary>
    private static bool HandledElsewhere(OutboundRetry retry)
    {
        foreach (var use in retry.Uses)
        {
            foreach (var around in new[] { use.Pipeline, use.Inner, use.Outer })
            {
                if (!around.IsWhole)
                    return true;
                foreach (var other in around.AllRetries())
                {
                    if (other.Origin != retry.Strategy.Origin && other.Handles.Status(429) != Certainty.No)
                        return true;
                }
            }
        }

        return retry.Uses.IsEmpty;
    }
}
