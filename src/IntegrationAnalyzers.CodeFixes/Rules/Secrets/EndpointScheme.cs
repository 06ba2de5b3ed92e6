using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using IntegrationAnalyzers.CodeFixes.Editing;
using IntegrationAnalyzers.Model;
using IntegrationAnalyzers.Model.Urls;

namespace IntegrationAnalyzers.CodeFixes.Rules.Secrets;

/// <summary>
/// A host that is called by several schemes answers at a port of each: each scheme has a setting of its own, and the plain name is that of <c>https</c>. At a port that stands in source one of two schemes is wrong.
/// </summary>
internal static class EndpointScheme
{
    private const string Encrypted = "https";

    /// <summary>Whether two places of one host differ in no scheme, or in one that is a mistake.</summary>
    public static bool IsOne(UrlText url, UrlText other) => url.Scheme.Equals(other.Scheme, StringComparison.OrdinalIgnoreCase) || HasPort(url);

    /// <summary>Whether the scheme belongs into the name: the host is called by another one too, or was before that place was taken out.</summary>
    public static bool NeedsMark(EndpointPlace place, ConfigurationName name)
    {
        var url = place.Url;
        if (url.Scheme.Equals(Encrypted, StringComparison.OrdinalIgnoreCase) || url.Scheme.Length == 0 || HasPort(url))
            return false;

        var model = IntegrationModel.For(place.Request.Model.Compilation);
        var own = place.Request.Root.SyntaxTree;
        var others = EndpointClash.Trees(model, own, EndpointName.Labels(url)[0].Split('-')).SelectMany(tree => UrlLiterals.In(tree, place.Request.CancellationToken))
            .Where(other => other.Text.Host.Equals(url.Host, StringComparison.OrdinalIgnoreCase) && !IsOne(other.Text, url));
        if (others.GroupBy(static other => other.Text.Scheme).Any(scheme => name.Name.EndsWith(End(scheme.ToList()), StringComparison.Ordinal)))
            return true;

        var sibling = new Regex($"\"(?:{Regex.Escape(name.Section)}:(?:Http|Wss?)?{Regex.Escape(name.Name)}|{Marked(name)})\"", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        return EndpointClash.Trees(model, own, EndpointClash.Readers).Any(tree => sibling.IsMatch(tree.GetText(place.Request.CancellationToken).ToString()));
    }

    /// <summary>How the name ends that the places of one scheme share.</summary>
    private static string End(List<UrlLiteral> places) =>
        places.Select(static place => place.Literal.ToString()).Distinct().Count() > 1 || places.Any(static place => EndpointMove.OriginLength(place.Text, place.Literal) > 0)
            ? EndpointName.Base
            : EndpointName.Last(places[0].Text, places[0].Literal);

    private static string Marked(ConfigurationName name) =>
        Regex.Escape(name.VariableStart) + "(?:HTTP_|WSS?_)?" + Regex.Escape(name.Variable.Substring(name.VariableStart.Length));

    private static bool HasPort(UrlText url) => url.Origin.IndexOf(':', url.Scheme.Length + "://".Length) >= 0;
}
