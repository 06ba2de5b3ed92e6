using System;
using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace IntegrationAnalyzers.Model.Secrets;

/// <summary>What a value of a format means to whoever finds it.</summary>
internal enum TokenSeverity
{
    /// <summary>Public by design: a value of this format is no finding, whatever its name.</summary>
    None,

    /// <summary>A test-mode key: not this rule's business.</summary>
    Test,

    /// <summary>Names an account; alone it opens nothing.</summary>
    Id,
    Low,
    Medium,
    High,
}

/// <summary>One row of <c>rules/data/token-formats.csv</c>: how one kind of a provider's token looks.</summary>
/// <param name="Provider">Who issues it, as a developer calls them.</param>
/// <param name="Name">What the provider calls it.</param>
/// <param name="IsCredential">Known by its use (a header, a user in a URL) more than by its issuer: a credential, not a provider's token.</param>
/// <param name="Severity">How bad it is in source.</param>
/// <param name="Anchors">Literal texts of which every value has one; empty where only name and context tell.</param>
/// <param name="Back">How many characters a match may start before its anchor.</param>
/// <param name="Pattern">The whole shape.</param>
/// <param name="Check">The structure or checksum test, or empty; see <see cref="TokenChecks"/>.</param>
/// <param name="Context">Words of which the name or its surroundings must hold one; for formats without an anchor.</param>
internal sealed record TokenFormat(
    string Provider,
    string Name,
    bool IsCredential,
    TokenSeverity Severity,
    ImmutableArray<string> Anchors,
    int Back,
    string Pattern,
    string Check,
    ImmutableArray<string> Context)
{
    /// <summary>A match costs at most this long; one that takes longer is no token.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(2);

    private Regex? _regex;

    /// <summary>Made on the first hit of the anchor. A format whose match starts at its anchor is tried there alone.</summary>
    public Regex Regex => _regex ??= new Regex(
        Anchors.Length == 0 ? "^(?:" + Pattern + ")$" : Back == 0 ? "\\G(?:" + Pattern + ")" : Pattern,
        RegexOptions.CultureInvariant,
        Timeout);

    /// <summary>The provider without the part in brackets or behind a slash: <c>Twilio SendGrid</c>, <c>Microsoft Entra ID</c>.</summary>
    public string ShortProvider
    {
        get
        {
            var end = Provider.IndexOfAny(['(', '/']);
            return end > 0 ? Provider.Substring(0, end).Trim() : Provider;
        }
    }

    /// <summary>Whether the value names a key and another one is its secret.</summary>
    public bool IsKeyId => Name.EndsWith("key ID", StringComparison.OrdinalIgnoreCase);

    public bool Equals(TokenFormat? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}
