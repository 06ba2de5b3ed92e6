using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.Model.Urls;

/// <summary>Reads URLs out of literals: the text first, then what becomes of it, once for all rules.</summary>
internal sealed class UrlExpressions(IntegrationModel model)
{
    private readonly Memo<SyntaxNode, UrlExpression?> _read = new();
    private readonly NamedHosts _named = new(model.Source);

    /// <summary>The known text a literal or interpolated string starts with, null where it holds no absolute URL.</summary>
    public static UrlText? Text(ExpressionSyntax literal)
    {
        var text = literal switch
        {
            LiteralExpressionSyntax plain => plain.Token.ValueText,
            InterpolatedStringExpressionSyntax { Contents: [InterpolatedStringTextSyntax start, ..] } => start.TextToken.ValueText,
            _ => null,
        };
        return text is not null && UrlText.MayBe(text) ? UrlText.Read(text) : null;
    }

    /// <summary>The file's URLs to remote hosts that something is sent to in production, the constants among them that are a URL's host.</summary>
    public IEnumerable<UrlExpression> Remote(SemanticModel semantics, CancellationToken cancellationToken) =>
        Written(semantics, cancellationToken).Concat(Named(semantics.SyntaxTree, static url => url is { IsEndpoint: Certainty.Yes, IsDevelopmentOnly: false }, cancellationToken));

    /// <summary>The same by where the scheme stands.</summary>
    public IEnumerable<UrlExpression> RemoteSchemes(SemanticModel semantics, CancellationToken cancellationToken)
    {
        foreach (var url in Written(semantics, cancellationToken))
            yield return url;
        if (UrlLiterals.SchemesIn(semantics.SyntaxTree, cancellationToken).IsEmpty)
            yield break;
        foreach (var named in _named.Read(cancellationToken))
        {
            if (named.Whole.SyntaxTree == semantics.SyntaxTree && Read(named.Whole, named.Text, semantics, cancellationToken) is { IsEndpoint: Certainty.Yes, IsDevelopmentOnly: false } url)
                yield return url;
        }
    }

    private IEnumerable<UrlExpression> Written(SemanticModel semantics, CancellationToken cancellationToken)
    {
        foreach (var (literal, text) in UrlLiterals.In(semantics.SyntaxTree, cancellationToken))
        {
            if (text.Kind == HostKind.Remote && Read(literal, text, semantics, cancellationToken) is { IsEndpoint: Certainty.Yes, IsDevelopmentOnly: false } url)
                yield return url;
        }
    }

    /// <summary>The file's URLs to hosts that are not meant for production and that production uses.</summary>
    public IEnumerable<UrlExpression> WrongInProduction(SemanticModel semantics, CancellationToken cancellationToken)
    {
        foreach (var (literal, text) in UrlLiterals.In(semantics.SyntaxTree, cancellationToken))
        {
            if (EnvironmentOf(text) is not null && Read(literal, text, semantics, cancellationToken) is { IsWrongInProduction: true } url)
                yield return url;
        }

        foreach (var url in Named(semantics.SyntaxTree, static url => url.IsWrongInProduction, cancellationToken))
            yield return url;
    }

    /// <summary>The file's constants that are the host of a URL, each once, by the first of its addresses that is one of those asked for.</summary>
    private IEnumerable<UrlExpression> Named(SyntaxTree tree, Func<UrlExpression, bool> isAskedFor, CancellationToken cancellationToken)
    {
        if (!model.CallNames.Any)
            yield break;
        HashSet<SyntaxNode>? told = null;
        foreach (var named in _named.Read(cancellationToken))
        {
            if (named.Literal.SyntaxTree == tree && told?.Contains(named.Literal) != true &&
                Read(named.Whole, named.Text, model.Source.Model(named.Whole.SyntaxTree), cancellationToken) is { } url && isAskedFor(url) && !DevelopmentBranch.Covers(named.Literal, cancellationToken))
            {
                (told ??= new()).Add(named.Literal);
                yield return url with { Literal = named.Literal };
            }
        }
    }

    private static EnvironmentHost? EnvironmentOf(UrlText text) => text.Kind switch
    {
        HostKind.Remote => EnvironmentHosts.Find(text.Host),
        HostKind.Internal => text.Host.IndexOf('.') > 0 ? EnvironmentHosts.Find(text.Host) : null,

        // A port that is known at run time alone belongs to something this program, or its user, has started.
        HostKind.Loopback => text.Origin.EndsWith(":", StringComparison.Ordinal) || EnvironmentHosts.IsAgent(text.Origin) ? null : EnvironmentHosts.ThisMachine,
        _ => null,
    };

    private UrlExpression? Read(ExpressionSyntax literal, UrlText text, SemanticModel semantics, CancellationToken cancellationToken)
    {
        if (!model.CallNames.Any || NamesChoice(literal))
            return null;
        if (_read.TryGetValue(literal, out var known))
            return known;

        UrlExpression? url = null;
        if (semantics.GetOperation(literal, cancellationToken) is { } operation)
        {
            var (certainty, sink) = new UrlFlow(model, cancellationToken).Follow(operation);
            var environment = certainty == Certainty.Yes ? EnvironmentOf(text) : null;
            var always = environment is null
                ? Certainty.Unknown
                : new UrlFlow(model, cancellationToken, new EnvironmentChoice(model.Source, cancellationToken)).Follow(operation).Reaches;
            var isDevelopment = certainty == Certainty.Yes && DevelopmentBranch.Covers(literal, cancellationToken);
            url = new UrlExpression(literal, literal, text, certainty, sink?.Syntax.GetLocation(), environment, always, isDevelopment);
        }

        return _read.GetOrAdd(literal, url);
    }

    /// <summary>An attribute on a member of an enumeration says what that member stands for: who uses the URL has chosen the member.</summary>
    private static bool NamesChoice(SyntaxNode literal) => literal.FirstAncestorOrSelf<AttributeSyntax>() is { Parent.Parent: EnumMemberDeclarationSyntax };
}
