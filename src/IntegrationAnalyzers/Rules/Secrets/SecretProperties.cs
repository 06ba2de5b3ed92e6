using System.Collections.Immutable;
using System.Globalization;
using IntegrationAnalyzers.Model.Secrets;

namespace IntegrationAnalyzers.Rules.Secrets;

/// <summary>What a fix needs to know of a reported secret; never the secret itself.</summary>
internal static class SecretProperties
{
    public const string Start = "start";
    public const string Length = "length";
    public const string Name = "name";
    public const string Provider = "provider";
    public const string Format = "format";
    public const string Taker = "taker";
    public const string Instead = "instead";
    public const string Placeholder = "placeholder";

    public static ImmutableDictionary<string, string?> Of(SecretCandidate candidate) =>
        ImmutableDictionary<string, string?>.Empty
            .Add(Start, candidate.Start.ToString(CultureInfo.InvariantCulture))
            .Add(Length, candidate.Length.ToString(CultureInfo.InvariantCulture))
            .Add(Name, candidate.Name)
            .Add(Provider, candidate.Format is { IsCredential: false } format ? format.ShortProvider : "")
            .Add(Format, candidate.Format?.Name ?? "")
            .Add(Taker, candidate.Taker);
}
