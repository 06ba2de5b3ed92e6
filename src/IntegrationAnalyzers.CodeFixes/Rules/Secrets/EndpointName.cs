using System;
using System.Collections.Generic;
using System.Linq;
using IntegrationAnalyzers.CodeFixes.Editing;
using IntegrationAnalyzers.Model.Urls;
using IntegrationAnalyzers.Rules.Secrets;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.CodeFixes.Rules.Secrets;

/// <summary>The name under which an endpoint is read: made from host and path, or from its purpose where the host says nothing. Distinct endpoints get distinct names.</summary>
internal static class EndpointName
{
    /// <summary>The end of the name where the host stands in source by itself.</summary>
    public const string Host = "Host";

    /// <summary>The end of the name where scheme and host move alone.</summary>
    public const string Base = "BaseUrl";

    /// <summary>Domains under which everybody has a name of his own: the label before is whose it is. Of three labels the first says what it is.</summary>
    private static readonly string[] SharedDomains =
    [
        "blob.core.windows.net", "queue.core.windows.net", "table.core.windows.net", "file.core.windows.net", "dfs.core.windows.net", "vault.azure.net", "search.windows.net", "servicebus.windows.net",
        "documents.azure.com", "openai.azure.com", "cognitiveservices.azure.com", "service.signalr.net",
        "azurewebsites.net", "cloudapp.net", "azure-api.net", "azurefd.net", "herokuapp.com", "onrender.com", "fly.dev", "vercel.app", "netlify.app", "workers.dev", "pages.dev", "github.io", "web.app",
        "firebaseio.com", "appspot.com", "railway.app", "glitch.me", "somee.com", "azurestaticapps.net",
    ];

    /// <summary>Second labels that countries register names under: <c>acme.co.uk</c>, but not <c>api.bb.no</c>.</summary>
    private static readonly HashSet<string> CountryDomains = ["co", "com", "org", "net", "gov", "edu", "ac", "or", "ne", "go", "gob", "gouv", "mil", "govt", "plc", "ltd"];

    /// <summary>Second labels that are such in one country alone.</summary>
    private static readonly HashSet<string> OwnCountryDomains = new(StringComparer.OrdinalIgnoreCase)
    {
        "fi.cr", "sa.cr", "ed.cr", "gv.at", "gc.ca", "gub.uy", "jus.br", "leg.br", "ind.br", "art.br", "nom.br", "in.th", "mi.th", "ad.jp", "gr.jp", "lg.jp", "id.au", "asn.au", "nhs.uk", "police.uk", "sch.uk", "me.uk",
        "res.in", "nic.in", "gen.in", "firm.in", "ind.in", "web.id", "my.id", "sch.id", "gen.tr", "bel.tr", "web.tr", "info.tr", "biz.pl", "info.pl", "waw.pl", "asso.fr", "nom.fr", "kiev.ua", "in.ua", "web.za", "law.za", "muni.il",
        "school.nz", "re.kr", "pe.kr", "idv.tw",
    };

    /// <param name="place">One of the endpoint's places.</param>
    /// <param name="originOnly">Only scheme and host get the name, as other places go on with another path.</param>
    /// <param name="places">All places that get it; the one alone where none are given.</param>
    public static ConfigurationName Of(EndpointPlace place, bool originOnly = false, IReadOnlyCollection<EndpointPlace>? places = null)
    {
        var name = LiveName(place, originOnly) ?? OwnName(place, originOnly);
        if (ReadSection.Of(places ?? [place], name.Section) is { } section)
            name = new ConfigurationName(section, originOnly ? Base : Last(place.Url, place.Literal));
        return EndpointScheme.NeedsMark(place, name) ? new ConfigurationName(name.Section, ConfigurationName.Pascal(place.Url.Scheme) + name.Name) : name;
    }

    /// <summary>Production's value goes under the name: it does not say of which stage the endpoint is that stands here, nor of which version. Null where that tells nothing, or another endpoint has that name.</summary>
    private static ConfigurationName? LiveName(EndpointPlace place, bool originOnly)
    {
        var url = place.Url;
        if (place.Request.Diagnostic.Id != IA3004NonProductionEndpoint.Id || NamelessHosts.Has(url) || NamelessHosts.IsAddress(Labels(url)))
            return null;
        var (_, name) = OfHost(url, originOnly ? Base : Last(url, place.Literal, EndpointStage.Without), EndpointStage.Without);
        return name.Section.Length > 0 && !EndpointStage.IsTaken(name, place) ? name : null;
    }

    private static ConfigurationName OwnName(EndpointPlace place, bool originOnly)
    {
        var (request, literal, url) = (place.Request, place.Literal, place.Url);
        var last = originOnly ? Base : Last(url, literal);
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

    /// <summary>What the endpoints of all stages of one host share, without the end of the name; null for a host that has no name.</summary>
    public static string? LiveKey(UrlText url) => Labels(url).Length == 0 || NamelessHosts.Has(url) ? null : OfHost(url, "", EndpointStage.Without).Name.Key;

    /// <summary>sandbox.api.acme-pay.co.uk: the registered name is the section, what stands before it tells endpoints of one provider apart.</summary>
    private static (int Registered, ConfigurationName Name) OfHost(UrlText url, string last, Func<string, string>? shorten = null)
    {
        var labels = Labels(url);
        var shared = SharedLabels(url.Host);
        var domain = shared > 0 ? shared : labels.Length > 2 && IsCountryDomain(labels[labels.Length - 2], labels[labels.Length - 1]) ? 2 : 1;
        var registered = Math.Max(labels.Length - domain - 1, 0);
        var before = labels.Take(registered).Select(label => shorten?.Invoke(label) ?? label);
        var rest = before.Where(static label => label is not ("api" or "www")).Concat(shared > 2 ? [labels[registered + 1]] : Enumerable.Empty<string>());
        var owner = shared > 0 && shorten is not null ? shorten(labels[registered]) : labels[registered];
        return (registered, new ConfigurationName(
            ConfigurationName.Pascal(owner) + (url.Kind == HostKind.Loopback ? NamelessHosts.Port(url) : ""), string.Concat(rest.Select(ConfigurationName.Pascal)) + last));
    }

    private static bool IsCountryDomain(string second, string country) => country.Length == 2 && (CountryDomains.Contains(second) || OwnCountryDomains.Contains(second + "." + country));

    /// <summary>The end of the name: what is left of the path, where that moves, too.</summary>
    public static string Last(UrlText url, ExpressionSyntax literal, Func<string, string>? shorten = null)
    {
        if (UrlExpressions.Text(literal) is null)
            return Host;

        // Where only the origin moves, the path stays in the code.
        var moved = literal is LiteralExpressionSyntax plain && EndpointMove.OriginLength(url, literal) == 0 ? Path(plain.Token.ValueText, url) : "";
        var path = ConfigurationName.Pascal(shorten?.Invoke(moved) ?? moved);
        return path + (path.Length == 0 ? Base : "Url");
    }

    public static string[] Labels(UrlText url) => url.Host.Split('.').Where(static label => label.Length > 0).ToArray();

    /// <summary>How many labels the shared domain has that the host is under; 0 where it is under none.</summary>
    private static int SharedLabels(string host) =>
        Array.Find(SharedDomains, domain => host.EndsWith("." + domain, StringComparison.OrdinalIgnoreCase)) is { } shared ? shared.Split('.').Length : 0;

    private static string Path(string value, UrlText url)
    {
        var path = value.TrimStart().Substring(url.Origin.Length);
        var query = path.IndexOfAny(['?', '#']);
        return (query < 0 ? path : path.Substring(0, query)).Trim('/');
    }
}
