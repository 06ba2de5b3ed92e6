using System;
using System.Collections.Generic;
using System.Linq;
using IntegrationAnalyzers.CodeFixes.Editing;
using IntegrationAnalyzers.Model.Urls;
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

    /// <param name="place">One of the endpoint's places.</param>
    /// <param name="originOnly">Only scheme and host get the name, as other places go on with another path.</param>
    public static ConfigurationName Of(EndpointPlace place, bool originOnly = false)
    {
        var (request, literal, url) = (place.Request, place.Literal, place.Url);
        var last = originOnly ? "BaseUrl" : Last(url, literal);
        if (NamelessHosts.Has(url) && NamelessHosts.SectionOf(place) is { Length: > 0 } section)
            return new ConfigurationName(section, (NamelessHosts.IsShared(section, url, request) ? NamelessHosts.Mark(url) : "") + last);

        var labels = Labels(url);
        if (NamelessHosts.IsAddress(labels))
            return new ConfigurationName("Endpoint" + string.Join("X", labels) + NamelessHosts.Port(url), "Url");

        var (registered, name) = OfHost(url, last);
        if (!EndpointClash.Exists(url, name, labels[registered], last, request))
            return name;

        // api.acme.pl and api.acme.com: the domain and all labels before the name, with a word that no other name has.
        var domain = string.Concat(labels.Skip(registered + 1).Select(ConfigurationName.Pascal));
        return new ConfigurationName(name.Section + EndpointClash.Mark + domain, string.Concat(labels.Take(registered).Select(ConfigurationName.Pascal)) + last);
    }

    /// <summary>The name that the host gives where no other host gives the same: null for one that has none.</summary>
    public static string? SimpleKey(UrlLiteral other, string last)
    {
        var url = other.Text;
        return NamelessHosts.Has(url) ? null : OfHost(url, last).Name.Key;
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
            ConfigurationName.Pascal(labels[registered]) + (url.Kind == HostKind.Loopback ? NamelessHosts.Port(url) : ""), string.Concat(before.Select(ConfigurationName.Pascal)) + last));
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

    public static string[] Labels(UrlText url) => url.Host.Split('.').Where(static label => label.Length > 0).ToArray();

    private static bool IsShared(string host) => Array.Exists(SharedDomains, domain => host.EndsWith("." + domain, StringComparison.OrdinalIgnoreCase));

    private static string Path(string value, UrlText url)
    {
        var path = value.TrimStart().Substring(url.Origin.Length);
        var query = path.IndexOfAny(['?', '#']);
        return (query < 0 ? path : path.Substring(0, query)).Trim('/');
    }
}
