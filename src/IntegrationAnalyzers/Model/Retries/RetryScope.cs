using IntegrationAnalyzers.Model.Resilience;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace IntegrationAnalyzers.Model.Retries;

/// <summary>What runs the code again.</summary>
internal enum RetryKind
{
    /// <summary><c>for</c>, <c>foreach</c>, <c>while</c>, <c>do</c>, or a label that is jumped back to.</summary>
    Loop,

    /// <summary>A method that calls itself after a failure.</summary>
    Recursion,

    /// <summary>A policy or pipeline of Polly's.</summary>
    Polly,

    /// <summary>A method of this compilation that takes a delegate and retries it.</summary>
    Helper,

    /// <summary>The same call once more, written out behind its failure.</summary>
    SecondAttempt,
}

/// <summary>A region of code that runs again after a failure and is left after a success.</summary>
/// <param name="Kind">What runs it again.</param>
/// <param name="Region">The code that is repeated: the loop's statement, the delegate, the method.</param>
/// <param name="Boundary">The loop, or the invocation that the delegate is handed to; what must happen once stands before it.</param>
/// <param name="Location">Where a reader sees the retry: the loop's keyword, the executing member's name.</param>
/// <param name="Limit">How often at most.</param>
/// <param name="OnlyUnprocessed">
/// Whether it repeats only what the other side did not process: answers 401, 403 and 429. Unknown where the predicate cannot be read.
/// </param>
internal sealed record RetryScope(
    RetryKind Kind,
    SyntaxNode Region,
    SyntaxNode Boundary,
    Location Location,
    RetryLimit Limit,
    Certainty OnlyUnprocessed)
{
    /// <summary>The name of the helper or of Polly's member.</summary>
    public string? Name { get; init; }

    /// <summary>The attempt that a second one, written out by hand, repeats.</summary>
    public InvocationExpressionSyntax? First { get; init; }

    /// <summary>Where the delegate that holds the call is run, and what repeats that, where a local keeps the delegate.</summary>
    public (InvocationExpressionSyntax Place, RetryScope Scope)? Run { get; init; }

    /// <summary>What Polly puts round the region, where <see cref="Kind"/> or the helper's inside is Polly.</summary>
    public ResiliencePipeline? Pipeline { get; init; }

    /// <summary>Whether the code is run again: what stands in the block before the label that is jumped back to is not.</summary>
    public bool Repeats(TextSpan code) => Region.Span.Contains(code) && (Boundary is not LabeledStatementSyntax label || code.Start >= label.SpanStart);

    /// <summary>Whether a call in the region that got no answer is made again.</summary>
    public bool RepeatsWhatMayHaveHappened => OnlyUnprocessed == Certainty.No;
}

/// <summary>How often a retry repeats, the first attempt not counted; no number where the code does not say.</summary>
internal readonly record struct RetryLimit(int? Retries, bool IsUnbounded = false)
{
    public static RetryLimit Unknown => default;

    public static RetryLimit Forever => new(null, true);
}
