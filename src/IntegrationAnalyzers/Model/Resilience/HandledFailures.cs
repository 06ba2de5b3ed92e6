using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace IntegrationAnalyzers.Model.Resilience;

/// <summary>A failure that a retry may or may not handle.</summary>
internal enum FailureSample
{
    /// <summary><c>HttpRequestException</c>: no answer, or a status that somebody made into an exception.</summary>
    Transport,

    /// <summary><c>TaskCanceledException</c>: the client's own timeout.</summary>
    ClientTimeout,

    /// <summary><c>OperationCanceledException</c>: the caller gave up.</summary>
    Cancellation,

    /// <summary><c>TimeoutRejectedException</c>: a timeout of the pipeline's own.</summary>
    PipelineTimeout,

    /// <summary><c>BrokenCircuitException</c>.</summary>
    BrokenCircuit,

    /// <summary>An exception that no second attempt mends: <c>ArgumentNullException</c>.</summary>
    Bug,
}

/// <summary>Which failures lead to another attempt, worked out by asking the predicate about each.</summary>
/// <param name="Statuses">For each of <see cref="KnownStatuses"/>.</param>
/// <param name="Exceptions">For each of <see cref="FailureSample"/>.</param>
internal sealed record HandledFailures(ImmutableArray<Certainty> Statuses, ImmutableArray<Certainty> Exceptions)
{
    public const int Samples = (int)FailureSample.Bug + 1;

    /// <summary>The statuses that retries are written for or should not be.</summary>
    public static readonly ImmutableArray<int> KnownStatuses =
        ImmutableArray.Create(200, 400, 401, 403, 404, 405, 408, 409, 410, 422, 425, 429, 500, 501, 502, 503, 504);

    public static readonly HandledFailures Unknown = new(All(KnownStatuses.Length, Certainty.Unknown), All(Samples, Certainty.Unknown));

    /// <summary>The predicate as written: the lambda, the chain's beginning; null where it is the default.</summary>
    public SyntaxNode? Predicate { get; init; }

    /// <summary>Whether nobody wrote a predicate, so that the library's default holds.</summary>
    public bool IsDefault { get; init; }

    /// <summary>The exception types named by the predicate, without a filter of their own.</summary>
    public ImmutableArray<ITypeSymbol> Named { get; init; } = ImmutableArray<ITypeSymbol>.Empty;

    /// <summary>Every exception type that the predicate's chain names; default where there may be others.</summary>
    public ImmutableArray<ITypeSymbol> Types { get; init; }

    /// <summary>The links of the predicate's chain, the last one first: <c>Or&lt;…&gt;()</c>, <c>Handle&lt;…&gt;()</c>.</summary>
    public ImmutableArray<SyntaxNode> Links { get; init; } = ImmutableArray<SyntaxNode>.Empty;

    /// <summary>Whether any answer, and not only an exception, leads to another attempt.</summary>
    public Certainty AnyStatus
    {
        get
        {
            var found = Certainty.No;
            foreach (var status in Statuses)
            {
                if (status == Certainty.Yes)
                    return Certainty.Yes;
                if (status == Certainty.Unknown)
                    found = Certainty.Unknown;
            }

            return found;
        }
    }

    /// <summary>Whether every exception does, a caller's cancellation and a bug among them.</summary>
    public Certainty EveryException => Exception(FailureSample.Bug);

    /// <summary>Whether every answer but a success does.</summary>
    public Certainty EveryFailedStatus
    {
        get
        {
            for (var i = 0; i < KnownStatuses.Length; i++)
            {
                if (KnownStatuses[i] >= 400 && Statuses[i] != Certainty.Yes)
                    return Statuses[i];
            }

            return Certainty.Yes;
        }
    }

    public Certainty Exception(FailureSample sample) => Exceptions[(int)sample];

    /// <summary>Whether an answer of that status leads to another attempt; unknown for one that nobody asked about.</summary>
    public Certainty Status(int status) => KnownStatuses.IndexOf(status) is >= 0 and var index ? Statuses[index] : Certainty.Unknown;

    /// <summary>
    /// Whether it repeats only what the other side refused before it did anything: 401, 403, 429, 503. A predicate that cannot be read at all counts as
    /// no, for a retry's purpose is to handle more.
    /// </summary>
    public Certainty OnlyRefusals { get; init; } = Certainty.No;

    public static ImmutableArray<Certainty> All(int count, Certainty certainty)
    {
        var all = ImmutableArray.CreateBuilder<Certainty>(count);
        for (var i = 0; i < count; i++)
            all.Add(certainty);
        return all.MoveToImmutable();
    }
}
