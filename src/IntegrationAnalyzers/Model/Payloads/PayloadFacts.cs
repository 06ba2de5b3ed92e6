using System.Collections.Immutable;

namespace IntegrationAnalyzers.Model.Payloads;

/// <summary>What becomes of a value in one function.</summary>
/// <param name="Unchecked">Uses that a null reaches, first one first.</param>
/// <param name="IsChecked">Whether anything looks at it anywhere.</param>
/// <param name="Escapes">Whether it is returned unchecked without a word about null: the callers decide.</param>
/// <param name="ReachesEnd">Whether a null gets past the function's end: false where every path with one throws.</param>
internal sealed record PayloadFacts(ImmutableArray<PayloadUse> Unchecked, bool IsChecked, bool Escapes, bool ReachesEnd)
{
    public static readonly PayloadFacts Unknown = new(ImmutableArray<PayloadUse>.Empty, false, false, true);
}
