using IntegrationAnalyzers.Model.Summaries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.FanOuts;

/// <summary>A call for each element of a collection, all at once.</summary>
/// <param name="Start">What starts or awaits them.</param>
/// <param name="Elements">The collection; null where the code does not show it.</param>
/// <param name="Call">One of the calls that each element makes.</param>
internal sealed record FanOut(IInvocationOperation Start, IOperation? Elements, ReachedCall Call);
