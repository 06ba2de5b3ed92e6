using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.Model.Urls;

/// <summary>Reads URLs out of literals: the text first, then what becomes of it, once for all rules.</summary>
internal sealed class UrlExpressions(IntegrationModel model)
{
    private readonly ConcurrentDictionary<SyntaxNode, UrlExpression?> _read = new();

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

    /// <summary>The file's URLs of that kind of host that something is sent to.</summary>
    public IEnumerable<UrlExpression> Endpoints(SemanticModel semantics, HostKind kind, CancellationToken cancellationToken)
    {
        foreach (var (literal, text) in UrlLiterals.In(semantics.SyntaxTree, cancellationToken))
        {
            if (text.Kind == kind && model.CallNames.Any && Read(literal, text, semantics, cancellationToken) is { IsEndpoint: Certainty.Yes } url)
                yield return url;
        }
    }

    private UrlExpression? Read(ExpressionSyntax literal, UrlText text, SemanticModel semantics, CancellationToken cancellationToken)
    {
        if (_read.TryGetValue(literal, out var known))
            return known;

        UrlExpression? url = null;
        if (semantics.GetOperation(literal, cancellationToken) is { } operation)
        {
            var (certainty, sink) = new UrlFlow(model, cancellationToken).Follow(operation);
            url = new UrlExpression(literal, text, certainty, sink?.Syntax.GetLocation());
        }

        return _read.GetOrAdd(literal, url);
    }
}
