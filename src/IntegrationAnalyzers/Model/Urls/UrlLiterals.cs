using System;
using System.Collections.Immutable;
using System.Threading;
using IntegrationAnalyzers.Model.Secrets;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.Model.Urls;

/// <summary>A literal or interpolated string that starts with an absolute URL, and what its known text says.</summary>
internal readonly record struct UrlLiteral(ExpressionSyntax Literal, UrlText Text);

/// <summary>An address of which the text holds the scheme alone.</summary>
/// <param name="Whole">The interpolated string, the first sum, or the call that fills the text.</param>
/// <param name="Token">The text that is the scheme.</param>
/// <param name="Scheme">The scheme alone.</param>
/// <param name="Host">What stands there for the host.</param>
/// <param name="Rest">The text behind the host; empty where there is none.</param>
internal sealed record UrlScheme(ExpressionSyntax Whole, SyntaxToken Token, string Scheme, ExpressionSyntax Host, string Rest);

/// <summary>The URLs of one file, by their text alone: nothing is bound. Read once a tree.</summary>
internal static class UrlLiterals
{
    public static ImmutableArray<UrlLiteral> In(SyntaxTree tree, CancellationToken cancellationToken) => Of(tree, cancellationToken).Literals;

    /// <summary>The addresses that name their host: <c>$"https://{Host}/latest"</c>, <c>"https://" + Host + "/latest"</c>, <c>string.Format("https://{0}/latest", Host)</c>.</summary>
    public static ImmutableArray<UrlScheme> SchemesIn(SyntaxTree tree, CancellationToken cancellationToken) => Of(tree, cancellationToken).Schemes;

    private static Found Of(SyntaxTree tree, CancellationToken cancellationToken)
    {
        var positions = SecretScan.Of(tree, cancellationToken).Urls;
        if (positions.Length == 0)
            return Found.Nothing;
        var index = TreeIndex.Of(tree);
        return index.Kept<Found>() ?? index.Keep(Read(tree.GetRoot(cancellationToken), positions, cancellationToken));
    }

    private static Found Read(SyntaxNode root, ImmutableArray<int> positions, CancellationToken cancellationToken)
    {
        var found = ImmutableArray.CreateBuilder<UrlLiteral>();
        var schemes = ImmutableArray.CreateBuilder<UrlScheme>();
        foreach (var position in positions)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var token = root.FindToken(position);
            if (!token.Span.Contains(position))
                continue;

            var literal = token.Parent switch
            {
                LiteralExpressionSyntax plain when plain.IsKind(SyntaxKind.StringLiteralExpression) => plain,
                InterpolatedStringTextSyntax { Parent: InterpolatedStringExpressionSyntax whole } => whole,
                _ => (ExpressionSyntax?)null,
            };
            if (literal is null)
                continue;
            if (SchemeOf(literal) is { } scheme)
                schemes.Add(scheme);
            else if ((found.Count == 0 || found[found.Count - 1].Literal != literal) && UrlExpressions.Text(literal) is { } text)
                found.Add(new UrlLiteral(literal, text));
        }

        return new Found(found.ToImmutable(), schemes.ToImmutable());
    }

    /// <summary>Null where the text holds more than the scheme, or what follows is part of a host: <c>$"https://{region}.acme.com"</c>.</summary>
    public static UrlScheme? SchemeOf(SyntaxNode literal)
    {
        switch (literal)
        {
            case InterpolatedStringExpressionSyntax { Contents: [InterpolatedStringTextSyntax start, InterpolationSyntax hole, ..] contents } whole when Scheme(start.TextToken.ValueText) is { } scheme:
                var rest = contents.Count > 2 && contents[2] is InterpolatedStringTextSyntax text ? text.TextToken.ValueText : "";
                return EndsHost(rest) ? new UrlScheme(whole, start.TextToken, scheme, hole.Expression, rest) : null;
            case LiteralExpressionSyntax { Parent: BinaryExpressionSyntax sum } plain when sum.Left == plain && sum.IsKind(SyntaxKind.AddExpression) && Scheme(plain.Token.ValueText) is { } scheme:
                var next = sum.Parent is BinaryExpressionSyntax { Right: LiteralExpressionSyntax path } longer && longer.Left == sum ? path.Token.ValueText : "";
                return EndsHost(next) ? new UrlScheme(sum, plain.Token, scheme, sum.Right, next) : null;
            case LiteralExpressionSyntax { Parent: ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax format } } filled when filled.Token.ValueText.IndexOf("://{", StringComparison.Ordinal) is > 1 and <= 5 && FormatHoles.TextArgument(format) == filled:
                return OfFormat(format, filled);
            default:
                return null;
        }
    }

    private static UrlScheme? OfFormat(InvocationExpressionSyntax format, LiteralExpressionSyntax text)
    {
        var value = text.Token.ValueText;
        foreach (var hole in FormatHoles.Of(format, value))
        {
            var rest = value.Substring(value.IndexOf('}') + 1);
            rest = rest.StartsWith("{", StringComparison.Ordinal) ? "" : rest;
            return Scheme(hole.Before) is { } scheme && EndsHost(rest) ? new UrlScheme(format, text.Token, scheme, hole.Value, rest) : null;
        }

        return null;
    }

    private static string? Scheme(string text) => text switch
    {
        "https://" => "https",
        "http://" => "http",
        "wss://" => "wss",
        "ws://" => "ws",
        _ => null,
    };

    private static bool EndsHost(string next) => next.Length == 0 || next[0] is '/' or ':' or '?' or '#';

    private sealed class Found(ImmutableArray<UrlLiteral> literals, ImmutableArray<UrlScheme> schemes)
    {
        public static readonly Found Nothing = new(ImmutableArray<UrlLiteral>.Empty, ImmutableArray<UrlScheme>.Empty);

        public ImmutableArray<UrlLiteral> Literals { get; } = literals;

        public ImmutableArray<UrlScheme> Schemes { get; } = schemes;
    }
}
