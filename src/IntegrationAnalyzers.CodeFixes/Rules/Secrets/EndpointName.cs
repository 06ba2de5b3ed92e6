using System;
using System.Collections.Generic;
using System.Linq;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.CodeFixes.Editing;
using IntegrationAnalyzers.Model;
using IntegrationAnalyzers.Model.Urls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.CodeFixes.Rules.Secrets;

/// <summary>The name under which an endpoint is read: made from host and path, or from its purpose where the host says nothing. Distinct endpoints get distinct names.</summary>
internal static class EndpointName
{
    /// <summary>The end of the name where the host stands in source by itself.</summary>
    public const string Host = "Host";

    /// <summary>Domains under which everybody has a name of his own: the label before is whose it is.</summary>
    private static readonly string[] SharedDomains =
    [
        "azurewebsites.net", "cloudapp.net", "azure-api.net", "azurefd.net", "herokuapp.com", "onrender.com", "fly.dev", "vercel.app", "netlify.app", "workers.dev", "pages.dev", "github.io", "web.app",
        "firebaseio.com", "appspot.com", "railway.app", "glitch.me", "somee.com", "azurestaticapps.net",
    ];

    /// <summary>Second labels that countries register names under: <c>acme.co.uk</c>, but not <c>api.bb.no</c>.</summary>
    private static readonly HashSet<string> CountryDomains = ["co", "com", "org", "net", "gov", "edu", "ac", "or", "ne", "go", "gob", "gouv", "mil", "govt", "plc", "ltd"];

    public static ConfigurationName Of(UrlText url, ExpressionSyntax literal, FixRequest request)
    {
        var last = Last(url, literal);
        if (IsNameless(url) && EndpointPurpose.Of(literal) is { Length: > 0 } purpose)
            return new ConfigurationName(purpose, (IsShared(purpose, url, literal, request) ? Mark(url) : "") + last);

        var labels = Labels(url);
        if (IsAddress(labels))
            return new ConfigurationName("Endpoint" + string.Join("X", labels) + Port(url), "Url");

        var (registered, name) = OfHost(url, last);
        if (!EndpointClash.Exists(url, name, labels[registered], request))
            return name;

        // api.acme.pl and api.acme.com: the domain and all labels before the name, with a word that no other name has.
        var domain = string.Concat(labels.Skip(registered + 1).Select(ConfigurationName.Pascal));
        return new ConfigurationName(name.Section + EndpointClash.Mark + domain, string.Concat(labels.Take(registered).Select(ConfigurationName.Pascal)) + last);
    }

    /// <summary>The name that the host gives where no other host gives the same: null for one that has none.</summary>
    public static string? SimpleKey(UrlLiteral other, string last)
    {
        var url = other.Text;
        return IsNameless(url) || IsAddress(Labels(url)) ? null : OfHost(url, last).Name.Key;
    }

    /// <summary>sandbox.api.acme-pay.co.uk: the registered name is the section, what stands before it tells endpoints of one provider apart.</summary>
    private static (int Registered, ConfigurationName Name) OfHost(UrlText url, string last)
    {
        var labels = Labels(url);
        var registered = labels.Length - 2;
        if (registered > 0 && (IsShared(url.Host) || (labels[labels.Length - 1].Length == 2 && CountryDomains.Contains(labels[registered]))))
            registered--;
        registered = registered < 0 ? 0 : registered;
        var before = labels.Take(registered).Where(static label => label is not ("api" or "www"));
        return (registered, new ConfigurationName(
            ConfigurationName.Pascal(labels[registered]) + (url.Kind == HostKind.Loopback ? Port(url) : ""), string.Concat(before.Select(ConfigurationName.Pascal)) + last));
    }

    /// <summary>The end of the name: what is left of the path, where that moves, too.</summary>
    public static string Last(UrlText url, ExpressionSyntax literal)
    {
        if (UrlExpressions.Text(literal) is null)
            return Host;

        // Where only the origin moves, the path stays in the code.
        var path = ConfigurationName.Pascal(literal is LiteralExpressionSyntax plain && EndpointMove.OriginLength(url, literal) == 0 ? Path(plain.Token.ValueText, url) : "");
        return path + (path.Length == 0 ? "BaseUrl" : "Url");
    }

    private static bool IsNameless(UrlText url) =>
        url.Kind == HostKind.Loopback || IsAddress(Labels(url)) || EnvironmentHosts.Find(url.Host) is { Purpose: HostPurpose.Tunnel };

    private static bool IsAddress(string[] labels) => labels.All(static label => label.All(char.IsDigit));

    private static string[] Labels(UrlText url) => url.Host.Split('.').Where(static label => label.Length > 0).ToArray();

    private static bool IsShared(string host) => Array.Exists(SharedDomains, domain => host.EndsWith("." + domain, StringComparison.OrdinalIgnoreCase));

    /// <summary>What tells two endpoints of one purpose apart.</summary>
    private static string Mark(UrlText url) => url.Kind == HostKind.Loopback ? Port(url) : "Host" + string.Join("X", Labels(url).Select(ConfigurationName.Pascal)) + Port(url);

    /// <summary>
    /// Whether another endpoint of the project has the same purpose, or had it before it was taken out: then each is named by its port or host, too, whichever is taken first.
    /// </summary>
    private static bool IsShared(string purpose, UrlText url, ExpressionSyntax literal, FixRequest request)
    {
        var source = IntegrationModel.For(request.Model.Compilation).Source;
        var marked = new ConfigurationName(purpose, "Port");
        var trees = new HashSet<SyntaxTree>(source.TreesWith("GetEnvironmentVariable").Concat(source.TreesWith(purpose))) { request.Root.SyntaxTree };
        foreach (var tree in trees)
        {
            var text = tree.GetText(request.CancellationToken).ToString();
            if (Holds(marked.Key) || Holds(marked.Variable) || Holds(purpose + ":Host") || Holds(marked.Variable.Substring(0, marked.Variable.Length - "PORT".Length) + "HOST"))
                return true;

            bool Holds(string start) => text.IndexOf("\"" + start, StringComparison.Ordinal) >= 0;
        }

        trees = new HashSet<SyntaxTree>(source.TreesWith("localhost").Concat(source.TreesWith(Labels(url)[0]))) { request.Root.SyntaxTree };
        return trees.SelectMany(tree => UrlLiterals.In(tree, request.CancellationToken)).Any(other =>
            other.Literal != literal && IsNameless(other.Text) && Mark(other.Text) != Mark(url) && EndpointPurpose.Of(other.Literal) == purpose);
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
