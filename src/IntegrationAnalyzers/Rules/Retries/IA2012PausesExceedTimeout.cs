using System;
using System.Collections.Immutable;
using System.Globalization;
using IntegrationAnalyzers.Model.Resilience;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IntegrationAnalyzers.Rules.Retries;

/// <summary>
/// Reports a retry of Polly's whose pauses alone take longer than a timeout round it, by their literals: its last attempts never happen. Quiet
/// where either is not known; chance in the pauses counts at its lowest.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IA2012PausesExceedTimeout() : IntegrationAnalyzer(Descriptor)
{
    public const string Id = "IA2012";

    /// <summary>The property that says how many further attempts begin before the timeout.</summary>
    internal const string Fitting = "fitting";

    private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        Id,
        RuleCategory.Retries,
        DiagnosticSeverity.Info,
        "The pauses of a retry exceed its timeout",
        "The pauses of '{0}' alone take {1}, and the timeout round them is {2}: only {3} of {4} further attempts can begin",
        "A total timeout ends the retry wherever it stands. Attempts whose pauses alone take longer never happen, so the configuration promises more than the code does.");

    private protected override void Register(RuleContext context) => context.OnRetry((node, retry, name) =>
    {
        var delays = retry.Strategy.Delays;
        if (delays.Total is not { } pauses || Total(retry) is not { Duration: { } total } timeout || pauses <= total)
            return;
        var fitting = FittingIn(total, delays.AtLeast);
        node.ReportDiagnostic(context.Diagnostic(
            name.GetLocation(),
            (timeout.Value ?? timeout.Origin).GetLocation(),
            ImmutableDictionary<string, string?>.Empty.Add(Fitting, fitting.ToString(CultureInfo.InvariantCulture)),
            name.Identifier.ValueText,
            RetryRule.Text(pauses),
            RetryRule.Text(total),
            fitting,
            delays.AtLeast.Length));
    });

    /// <summary>The shortest timeout that stands round the retry in any of its places.</summary>
    private static TimeoutStrategy? Total(OutboundRetry retry)
    {
        TimeoutStrategy? shortest = null;
        foreach (var use in retry.Uses)
        {
            foreach (var strategy in use.Outer.Strategies)
                Take(strategy);
            foreach (var strategy in use.Pipeline.Strategies)
            {
                if (strategy is RetryStrategy && strategy.Origin == retry.Strategy.Origin)
                    break;
                Take(strategy);
            }
        }

        return shortest;

        void Take(ResilienceStrategy strategy)
        {
            if (strategy is TimeoutStrategy { Duration: { } duration } timeout && duration > TimeSpan.Zero && (shortest is null || duration < shortest.Duration))
                shortest = timeout;
        }
    }

    private static int FittingIn(TimeSpan total, ImmutableArray<TimeSpan> pauses)
    {
        var passed = TimeSpan.Zero;
        for (var i = 0; i < pauses.Length; i++)
        {
            if (pauses[i] >= total - passed)
                return i;
            passed += pauses[i];
        }

        return pauses.Length;
    }
}
