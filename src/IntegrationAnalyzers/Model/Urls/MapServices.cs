using System;
using System.Collections.Generic;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model.Secrets;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.Model.Urls;

/// <summary>Services for maps and places, which know their key in the query alone, told by path and names where nothing says the host. Google's row stands for all of them.</summary>
internal static class MapServices
{
    private const string Google = "maps.googleapis.com";

    private static readonly HashSet<string> Geocoding = new(StringComparer.Ordinal) { "geocode", "geocoding", "geocoder" };

    private static readonly HashSet<string> OfGoogle = new(StringComparer.Ordinal) { "map", "maps", "place", "places", "directions", "distance", "elevation" };

    private static readonly HashSet<string> Services = new(StringComparer.Ordinal)
    {
        "place/autocomplete", "place/queryautocomplete", "place/details", "place/nearbysearch", "place/textsearch", "place/findplacefromtext",
        "geocode", "directions", "distancematrix", "elevation", "timezone",
    };

    /// <summary>The host of an address that starts with the path of Google's web services, or with a value that is named for maps: <c>$"{settings.Map.Endpoint}?key={key}"</c>; empty for all others.</summary>
    public static string HostOf(SyntaxNode whole) => (whole is ExpressionSyntax part ? TextSums.First(TextSums.Whole(part)) : null) switch
    {
        InterpolatedStringExpressionSyntax { Contents: [InterpolationSyntax hole, ..] } => HasWord(hole.Expression.ToString(), static word => word is "map" or "maps" || Geocoding.Contains(word)) ? Google : "",
        InterpolatedStringExpressionSyntax { Contents: [InterpolatedStringTextSyntax text, ..] } => IsPath(text.TextToken.ValueText) ? Google : "",
        LiteralExpressionSyntax { Token.ValueText: var text } => IsPath(text) ? Google : "",
        _ => "",
    };

    /// <summary>The row of Google's where a type is named for geocoding, or for maps or places of Google.</summary>
    public static QueryKey? FindOfType(string type, string parameter)
    {
        // GoogleGeoCoder is one word to whoever reads it.
        var isNamed = HasWord(type, Geocoding.Contains) || type.IndexOf("GeoCod", StringComparison.Ordinal) >= 0 ||
            (HasWord(type, static word => word == "google") && HasWord(type, OfGoogle.Contains));
        return isNamed ? QueryKeys.Find(Google, parameter) : null;
    }

    /// <summary><c>maps/api/geocode/json</c>; behind a base address that ends with <c>maps/api/</c> a service and a format: <c>place/details/json</c>.</summary>
    private static bool IsPath(string text)
    {
        var path = text.TrimStart('/');
        if (path.StartsWith("maps/api/", StringComparison.OrdinalIgnoreCase))
            return true;
        var query = path.IndexOf('?');
        return query > 0 && path.Substring(0, query).ToLowerInvariant() is var service && service.IndexOf('/') > 0 && Services.Contains(service.Substring(0, service.LastIndexOf('/'))) &&
            service.Substring(service.LastIndexOf('/')) is "/json" or "/xml";
    }

    private static bool HasWord(string name, Predicate<string> isOne)
    {
        foreach (var word in NameWords.Split(name))
        {
            if (isOne(word))
                return true;
        }

        return false;
    }
}
