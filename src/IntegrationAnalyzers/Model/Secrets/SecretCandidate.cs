using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace IntegrationAnalyzers.Model.Secrets;

/// <summary>A text in source that is, or looks like, somebody's secret.</summary>
/// <param name="Node">The literal, interpolation text, concatenation or array that holds it.</param>
/// <param name="Span">What to point at: the literal, or the part of an interpolated string's text.</param>
/// <param name="Value">The text of <paramref name="Node"/>; empty for an array of bytes.</param>
/// <param name="Start">Where the secret starts in <paramref name="Value"/>.</param>
/// <param name="Length">How long it is.</param>
/// <param name="Name">What the code calls it; empty where it has no name.</param>
/// <param name="Format">The format it has, where one is known.</param>
/// <param name="ChecksumFailed">The format fits, its checksum does not.</param>
/// <param name="IsCredential">Whether name, value and place together say that it is a secret; a format alone says so for a provider's token.</param>
internal sealed record SecretCandidate(
    SyntaxNode Node,
    TextSpan Span,
    string Value,
    int Start,
    int Length,
    string Name,
    TokenFormat? Format,
    bool ChecksumFailed,
    Certainty IsCredential)
{
    /// <summary>What the place is called that takes it, <c>X-Api-Key</c>; empty where its own name gave it away.</summary>
    public string Taker { get; init; } = "";

    public string Secret => Value.Substring(Start, Length);

    public Location Location => Location.Create(Node.SyntaxTree, Span);

    /// <summary>At most the first four characters, and at most a quarter of the secret.</summary>
    public string Masked => Length == 0 ? "…" : Value.Substring(Start, System.Math.Min(4, Length / 4)) + "…";
}
