using System;
using System.Collections.Generic;
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

    /// <summary>The file's URLs to remote hosts that something is sent to in production.</summary>
    public IEnumerable<UrlExpression> Remote(SemanticModel semantics, CancellationToken cancellationToken)
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
            url = new UrlExpression(literal, text, certainty, sink?.Syntax.GetLocation(), environment, always, isDevelopment);
        }

        return _read.GetOrAdd(literal, url);
    }

    /// <summary>An attribute on a member of an enumeration says what that member stands for: who uses the URL has chosen the member.</summary>
    private static bool NamesChoice(SyntaxNode literal) => literal.FirstAncestorOrSelf<AttributeSyntax>() is { Parent.Parent: EnumMemberDeclarationSyntax };
}
