using System.Threading;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.Model.Urls;

/// <summary>Reads URLs out of literals: the text first, then what becomes of it.</summary>
internal sealed class UrlExpressions(IntegrationModel model)
{
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

    /// <summary>The URL and whether anything is sent to it; null where the literal holds none.</summary>
    public UrlExpression? Read(ExpressionSyntax literal, SemanticModel semantics, CancellationToken cancellationToken)
    {
        if (Text(literal) is not { } text || semantics.GetOperation(literal, cancellationToken) is not { } operation)
            return null;

        var (certainty, sink) = new UrlFlow(model, cancellationToken).Follow(operation);
        return new UrlExpression(operation, text, certainty, sink);
    }
}
