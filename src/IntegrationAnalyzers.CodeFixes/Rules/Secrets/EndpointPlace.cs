using System;
using IntegrationAnalyzers.CodeFixes.Editing;
using IntegrationAnalyzers.Model.Urls;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.CodeFixes.Rules.Secrets;

/// <summary>A reported endpoint where it stands.</summary>
/// <param name="Request">The report.</param>
/// <param name="Literal">The string, or the interpolated one, that starts with the address.</param>
/// <param name="Url">What it says.</param>
internal sealed record EndpointPlace(FixRequest Request, ExpressionSyntax Literal, UrlText Url)
{
    public static EndpointPlace? Of(FixRequest request) =>
        request.Node.FirstAncestorOrSelf<ExpressionSyntax>(static node => UrlExpressions.Text(node) is not null) is { } literal && UrlExpressions.Text(literal) is { } url
            ? new EndpointPlace(request, literal, url)
            : null;

    /// <summary>Whether the literal goes on behind scheme and host.</summary>
    public bool IsMore => GoesOn(Literal, Url);

    /// <summary>Whether a path goes on behind scheme and host.</summary>
    public bool HasPath => Literal switch
    {
        LiteralExpressionSyntax { Token.ValueText: var value } => HasSlash(value),
        InterpolatedStringExpressionSyntax { Contents: [InterpolatedStringTextSyntax { TextToken.ValueText: var text }, ..] } => HasSlash(text),
        _ => false,
    };

    /// <summary>Where scheme and host end in the literal; blanks before them leave with them.</summary>
    public int OriginEnd => Url.Origin.Length + (Literal is LiteralExpressionSyntax { Token.ValueText: var value } ? value.Length - value.TrimStart().Length : 0);

    /// <summary>The whole text where it can only move as such.</summary>
    public string? Indivisible => Literal is LiteralExpressionSyntax { Token.ValueText: var value } && IsIndivisible(Literal, Url) ? value : null;

    /// <summary>Host and port as they stand in the literal.</summary>
    public string Host => Url.Origin.Substring(Url.Scheme.Length + "://".Length);

    /// <summary>Whether both read one setting.</summary>
    public bool BelongsTo(EndpointPlace other) => Host.Equals(other.Host, StringComparison.OrdinalIgnoreCase) && Indivisible == other.Indivisible && EndpointScheme.IsOne(Url, other.Url);

    public bool SaysTheSameAs(EndpointPlace other) => Literal.ToString() == other.Literal.ToString();

    private bool HasSlash(string text) => text.Length > OriginEnd && text[OriginEnd] == '/';

    /// <summary>Whether the address is one setting with its path: the default of a member that may be set later.</summary>
    public static bool IsIndivisible(ExpressionSyntax literal, UrlText url) =>
        literal is LiteralExpressionSyntax { Token.ValueText: var value } &&
        (!value.TrimStart().StartsWith(url.Origin, StringComparison.Ordinal) || (GoesOn(literal, url) && SettableDefault.Of(literal) is not null));

    private static bool GoesOn(ExpressionSyntax literal, UrlText url) =>
        literal is not LiteralExpressionSyntax { Token.ValueText: var value } || value.Trim().Length > url.Origin.Length;
}
