using IntegrationAnalyzers.CodeFixes.Editing;
using IntegrationAnalyzers.Model.Urls;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.CodeFixes.Rules.Secrets;

/// <summary>Takes an endpoint out of source: a literal whole, of an interpolated string scheme and host.</summary>
internal static class EndpointMove
{
    public static FixPlan? Plan(FixRequest request)
    {
        var literal = request.Node.FirstAncestorOrSelf<ExpressionSyntax>(static node => UrlExpressions.Text(node) is not null);
        return literal is not null && UrlExpressions.Text(literal) is { } url
            ? LiteralMove.Plan(request, literal, EndpointName.Of(url, literal, request), url.Origin.Length)
            : null;
    }
}
