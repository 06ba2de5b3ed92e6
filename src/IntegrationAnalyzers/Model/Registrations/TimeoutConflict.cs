using System;
using Microsoft.CodeAnalysis;

namespace IntegrationAnalyzers.Model.Registrations;

internal enum TimeoutConflictKind
{
    /// <summary>A handler that stands after it makes the client's timeout infinite.</summary>
    Discarded,

    /// <summary>The client's timeout ends requests before the pipeline is through.</summary>
    CutsShort,

    /// <summary>Nobody sets the client's timeout, and its 100 seconds are less than the pipeline allows for.</summary>
    Default,
}

/// <summary>A client's timeout and a pipeline round its requests that do not go together.</summary>
/// <param name="Kind">In which way.</param>
/// <param name="Place">Where the timeout is set; the handler's registration where nobody sets it.</param>
/// <param name="Handler">The call that adds the handler.</param>
/// <param name="HandlerName">Its name.</param>
/// <param name="Timeout">The client's timeout.</param>
/// <param name="Needs">The longest that the pipeline may take.</param>
internal sealed record TimeoutConflict(TimeoutConflictKind Kind, SyntaxNode Place, SyntaxNode Handler, string HandlerName, TimeSpan Timeout, TimeSpan Needs)
{
    /// <summary>Whether nothing ends an attempt by itself, so that what the pipeline needs is the pauses alone.</summary>
    public bool IsPausesAlone { get; init; }

    /// <summary>The timeout that the pipeline fits in: behind the last pause stands an attempt, which gets as long as the timeout was for all.</summary>
    public TimeSpan Fits => IsPausesAlone && Needs < TimeSpan.MaxValue - Timeout ? Needs + Timeout : Needs;
}
