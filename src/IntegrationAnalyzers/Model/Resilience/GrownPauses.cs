using System;
using System.Collections.Immutable;

namespace IntegrationAnalyzers.Model.Resilience;

/// <summary>The arithmetic of Polly's back-off.</summary>
internal static class GrownPauses
{
    /// <summary>The least that is waited before each further attempt; default where the kind does not say.</summary>
    public static ImmutableArray<TimeSpan> Of(BackoffKind backoff, Certainty jitter, TimeSpan start, TimeSpan? cap, int count)
    {
        if (backoff is not (BackoffKind.Constant or BackoffKind.Linear or BackoffKind.Exponential) || count < 0)
            return default;

        var pauses = ImmutableArray.CreateBuilder<TimeSpan>(count);
        for (var i = 0; i < count; i++)
        {
            var seconds = start.TotalSeconds * (backoff, jitter) switch
            {
                // Unknown counts as on: the result is the least.
                (BackoffKind.Exponential, Certainty.No) => Math.Pow(2, i),
                (BackoffKind.Exponential, _) => (Decorrelated(i) - (i == 0 ? 0 : Decorrelated(i - 1))) / 1.4,
                (BackoffKind.Linear, Certainty.No) => i + 1,
                (BackoffKind.Linear, _) => (i + 1) * 0.75,
                (_, Certainty.No) => 1,
                _ => 0.75,
            };
            var limit = Math.Min(cap?.TotalSeconds ?? double.MaxValue, 9e11);
            pauses.Add(seconds >= limit ? cap ?? TimeSpan.MaxValue : TimeSpan.FromTicks((long)(seconds * TimeSpan.TicksPerSecond)));
        }

        return pauses.MoveToImmutable();
    }

    /// <summary>The most that so many pauses take together, chance at its highest; null where the kind does not say.</summary>
    public static TimeSpan? Most(BackoffKind backoff, Certainty jitter, TimeSpan start, TimeSpan? cap, int count)
    {
        if (Of(backoff, Certainty.No, start, cap, count) is not { IsDefault: false } plain)
            return null;

        var most = 0d;
        foreach (var pause in plain)
            most += Math.Min(pause.TotalSeconds * (jitter == Certainty.No || backoff == BackoffKind.Exponential ? 1 : 1.25), cap?.TotalSeconds ?? double.MaxValue);

        // The decorrelated pauses are steps on one curve: together they are at most where its next step ends.
        if (backoff == BackoffKind.Exponential && jitter != Certainty.No && count > 0)
            most = Math.Min(Math.Max(most, start.TotalSeconds * Decorrelated(count) / 1.4), cap?.TotalSeconds * count ?? double.MaxValue);
        return most >= 9e11 ? TimeSpan.MaxValue : TimeSpan.FromTicks((long)(most * TimeSpan.TicksPerSecond));
    }

    /// <summary>How pauses grow, by their numbers.</summary>
    public static BackoffKind ShapeOf(ImmutableArray<TimeSpan> pauses)
    {
        if (pauses.IsDefault)
            return BackoffKind.Unknown;
        bool isZero = true, isConstant = true, isLinear = true, isExponential = true;
        for (var i = 0; i < pauses.Length; i++)
        {
            isZero &= pauses[i] <= TimeSpan.Zero;
            if (i == 0)
                continue;
            isConstant &= pauses[i] == pauses[0];
            isLinear &= pauses[i] - pauses[i - 1] == pauses[1] - pauses[0];
            isExponential &= pauses[i - 1] > TimeSpan.Zero && Math.Abs(pauses[i].TotalSeconds / pauses[i - 1].TotalSeconds - pauses[1].TotalSeconds / pauses[0].TotalSeconds) < 0.001;
        }

        return isZero ? BackoffKind.None
            : isConstant ? BackoffKind.Constant
            : isLinear && pauses.Length > 2 ? BackoffKind.Linear
            : isExponential && pauses.Length > 2 ? BackoffKind.Exponential
            : BackoffKind.Custom;
    }

    /// <summary>The sum of the first pauses of the decorrelated jitter, in medians times 1.4, chance at its lowest.</summary>
    private static double Decorrelated(double attempt) => Math.Pow(2, attempt) * Math.Tanh(Math.Sqrt(4 * attempt));
}
