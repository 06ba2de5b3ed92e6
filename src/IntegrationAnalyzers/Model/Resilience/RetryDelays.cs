using System;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace IntegrationAnalyzers.Model.Resilience;

/// <summary>How the pauses between attempts grow.</summary>
internal enum BackoffKind
{
    /// <summary>The code does not say.</summary>
    Unknown,

    /// <summary>There is no pause at all.</summary>
    None,
    Constant,
    Linear,
    Exponential,

    /// <summary>A list or a function of another shape.</summary>
    Custom,
}

/// <summary>What a retry waits between its attempts.</summary>
/// <param name="Backoff">How the pauses grow.</param>
/// <param name="Jitter">Whether chance is in them, so that many callers do not come back at once.</param>
internal sealed record RetryDelays(BackoffKind Backoff, Certainty Jitter)
{
    public static readonly RetryDelays Unknown = new(BackoffKind.Unknown, Certainty.Unknown);

    public static readonly RetryDelays None = new(BackoffKind.None, Certainty.No) { IsZero = true };

    /// <summary>The pause, or the one that grows; null where the code does not say.</summary>
    public TimeSpan? Base { get; init; }

    /// <summary>The least that is waited before each further attempt, chance at its lowest; default where the code does not say.</summary>
    public ImmutableArray<TimeSpan> AtLeast { get; init; }

    /// <summary>The most that all pauses take together, chance at its highest; null where the code does not say.</summary>
    public TimeSpan? Most
    {
        get => _most ?? (Jitter == Certainty.No ? Total : null);
        init => _most = value;
    }

    private readonly TimeSpan? _most;

    /// <summary>Whether every pause is known to be nothing.</summary>
    public bool IsZero { get; init; }

    /// <summary>The value that says what is waited: the function, the list, the options' delay; null where it is the default.</summary>
    public SyntaxNode? Value { get; init; }

    /// <summary>v8: the value that switches jitter on or off; null where it is the default.</summary>
    public SyntaxNode? JitterValue { get; init; }

    /// <summary>v8: whether a function of the code's own says what is waited, so that the options' delay and jitter do not count.</summary>
    public bool IsGenerated { get; init; }

    /// <summary>Whether the first further attempt comes at once and those after it wait.</summary>
    public bool IsFirstFast => !AtLeast.IsDefault && AtLeast.Length > 1 && AtLeast[0] == TimeSpan.Zero && !IsZero;

    /// <summary>The least that all pauses take together; null where the code does not say.</summary>
    public TimeSpan? Total
    {
        get
        {
            if (AtLeast.IsDefault)
                return null;
            var ticks = 0d;
            foreach (var pause in AtLeast)
                ticks += pause.Ticks;
            return ticks > TimeSpan.MaxValue.Ticks / 2 ? TimeSpan.MaxValue : new TimeSpan((long)ticks);
        }
    }
}
