using System;
using System.Collections.Generic;
using System.Linq;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.CodeFixes.Editing;
using IntegrationAnalyzers.Model;
using IntegrationAnalyzers.Model.Urls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.CodeFixes.Rules.Secrets;

/// <summary>Hosts that do not say whose they are, so that the code has to: this machine, a bare address, a tunnel.</summary>
internal static class NamelessHosts
{
    /// <summary>The section of a host that serves several purposes.</summary>
    private const string SeveralPurposes = "Api";

    public static bool Has(UrlText url) => url.Kind == HostKind.Loopback || IsAddress(EndpointName.Labels(url)) || EnvironmentHosts.Find(url.Host) is { Purpose: HostPurpose.Tunnel };

    public static bool IsAddress(string[] labels) => labels.All(static label => label.All(char.IsDigit));

    /// <summary>What tells services on one machine apart.</summary>
    public static string Port(UrlText url)
    {
        var colon = url.Origin.LastIndexOf(':');
        var port = url.Origin.Substring(colon + 1);
        return colon > url.Scheme.Length && port.Length > 0 && port.All(char.IsDigit) ? "Port" + port : "";
    }

    /// <summary>What tells two endpoints of one section apart.</summary>
    public static string Mark(UrlText url) => url.Kind == HostKind.Loopback ? Port(url) : "Host" + string.Join("X", EndpointName.Labels(url).Select(ConfigurationName.Pascal)) + Port(url);

    /// <summary>What the host is for, by the code round all its places in the project that share a setting, reported or not; empty where no name tells it.</summary>
    public static string SectionOf(EndpointPlace place) => IsAlone(new UrlLiteral(place.Literal, place.Url))
        ? EndpointPurpose.Of(place.Literal)
        : SectionOf(In(place.Url, place.Request).Where(other => Mark(other.Text) == Mark(place.Url)));

    /// <summary>
    /// Whether another host of the project has the same section, or had it before it was taken out: then each is named by its port or host, too, whichever is taken first.
    /// </summary>
    public static bool IsShared(string section, UrlText url, FixRequest request)
    {
        var source = IntegrationModel.For(request.Model.Compilation).Source;
        var marked = new ConfigurationName(section, "Port");
        var trees = new HashSet<SyntaxTree>(source.TreesWith("GetEnvironmentVariable").Concat(source.TreesWith(section))) { request.Root.SyntaxTree };
        foreach (var tree in trees)
        {
            var text = tree.GetText(request.CancellationToken).ToString();
            if (Holds(marked.Key) || Holds(marked.Variable) || Holds(section + ":Host") || Holds(marked.Variable.Substring(0, marked.Variable.Length - "PORT".Length) + "HOST"))
                return true;

            bool Holds(string start) => text.IndexOf("\"" + start, StringComparison.Ordinal) >= 0;
        }

        return In(url, request).Where(other => Mark(other.Text) != Mark(url)).GroupBy(static other => Mark(other.Text)).Any(host => SectionOf(host) == section || host.Any(other => IsAlone(other) && EndpointPurpose.Of(other.Literal) == section));
    }

    private static string SectionOf(IEnumerable<UrlLiteral> places) =>
        places.Where(static place => !IsAlone(place)).Select(static place => EndpointPurpose.Of(place.Literal)).Where(static purpose => purpose.Length > 0).Distinct(StringComparer.Ordinal).Take(2).ToList() switch
        {
            [] => "",
            [var only] => only,
            _ => SeveralPurposes,
        };

    /// <summary>Whether the place has a setting of its own, whatever stands elsewhere.</summary>
    private static bool IsAlone(UrlLiteral place) =>
        EndpointPlace.IsIndivisible(place.Literal, place.Text) || (place.Literal.Parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } choice && choice.Right == place.Literal);

    private static IEnumerable<UrlLiteral> In(UrlText url, FixRequest request)
    {
        var source = IntegrationModel.For(request.Model.Compilation).Source;
        var trees = new HashSet<SyntaxTree>(source.TreesWith("localhost").Concat(source.TreesWith(EndpointName.Labels(url)[0]))) { request.Root.SyntaxTree };
        return trees.SelectMany(tree => UrlLiterals.In(tree, request.CancellationToken)).Where(static other => Has(other.Text));
    }
}
