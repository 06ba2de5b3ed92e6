using System.Linq;
using IntegrationAnalyzers.CodeFixes.Editing;
using IntegrationAnalyzers.Model.Urls;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.CodeFixes.Rules.Secrets;

/// <summary>Takes an endpoint out of source, under a name made from its host and path: distinct endpoints get distinct names.</summary>
internal static class EndpointMove
{
    public static FixPlan? Plan(FixRequest request)
    {
        var literal = request.Node.FirstAncestorOrSelf<ExpressionSyntax>(static node => UrlExpressions.Text(node) is not null);
        return literal is not null && UrlExpressions.Text(literal) is { } url
            ? LiteralMove.Plan(request, literal, NameOf(url, literal), url.Origin.Length)
            : null;
    }

    private static ConfigurationName NameOf(UrlText url, ExpressionSyntax literal)
    {
        var labels = url.Host.Split('.').Where(static label => label.Length > 0).ToArray();
        if (labels.All(static label => label.All(char.IsDigit)))
            return new ConfigurationName("Endpoint" + string.Join("X", labels) + Port(url), "Url");

        // sandbox.api.acme-pay.co.uk: the registered name is the section, what stands before it tells endpoints of one provider apart.
        var registered = labels.Length - 2;
        if (registered > 0 && labels[registered].Length <= 3 && labels[labels.Length - 1].Length == 2)
            registered--;
        var section = ConfigurationName.Pascal(labels[registered < 0 ? 0 : registered]);
        var before = labels.Take(registered < 0 ? 0 : registered).Where(static label => label is not ("api" or "www"));

        // An interpolated string keeps its path: only the origin moves.
        var path = literal is LiteralExpressionSyntax plain ? Path(plain.Token.ValueText, url) : "";
        var name = string.Concat(before.Select(ConfigurationName.Pascal)) + ConfigurationName.Pascal(path);
        return new ConfigurationName(section + (url.Kind == HostKind.Loopback ? Port(url) : ""), name + (path.Length == 0 ? "BaseUrl" : "Url"));
    }

    /// <summary>What tells services on one machine apart.</summary>
    private static string Port(UrlText url)
    {
        var colon = url.Origin.LastIndexOf(':');
        var port = url.Origin.Substring(colon + 1);
        return colon > url.Scheme.Length && port.Length > 0 && port.All(char.IsDigit) ? "Port" + port : "";
    }

    private static string Path(string value, UrlText url)
    {
        var path = value.TrimStart().Substring(url.Origin.Length);
        var query = path.IndexOfAny(['?', '#']);
        return (query < 0 ? path : path.Substring(0, query)).Trim('/');
    }
}
