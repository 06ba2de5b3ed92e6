using Microsoft.CodeAnalysis;

namespace IntegrationAnalyzers.Model.Resilience;

/// <summary>One way a call may end, to ask a predicate about: an answer with a status, or an exception of exactly that type.</summary>
internal sealed record Outcome(int? Status, ITypeSymbol? Exception)
{
    /// <summary>Values that a predicate can hold in its hands besides numbers, truths and nothing.</summary>
    public enum Part
    {
        /// <summary>Anything: the predicate cannot be worked out where it depends on it.</summary>
        Unknown,

        /// <summary>v8's arguments, and the outcome in them.</summary>
        Arguments,
        Response,
        Exception,
    }

    public object? Result => Status is null ? null : Part.Response;

    public object? Thrown => Exception is null ? null : Part.Exception;
}
