using System;
using System.Collections.Generic;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model.Secrets;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.Model.Urls;

/// <summary>Services for maps and places, which know their key in the query alone, told by path and names where nothing says the host. Google's row stands for all of them.</summary>
internal static class MapServices
{
    private const string Google = "maps.googleapis.com";

    private static readonly HashSet<string> Geocoding = new(StringComparer.Ordinal) { "geocode", "geocoding", "geocoder" };

    private static readonly HashSet<string> OfGoogle = new(StringComparer.Ordinal) { "map", "maps", "place", "places", "directions", "distance", "elevation" };

    /// <summary>The host of an address that starts with the path of Google's web services, or with a value that is named for maps: <c>$"{settings.Map.Endpoint}?key={key}"</c>; empty for all others.</summary>
    public static string HostOf(SyntaxNode whole) => whole switch
    {
        InterpolatedStringExpressionSyntax { Contents: [InterpolationSyntax hole, ..] } => HasWord(hole.Expression.ToString(), static word => word is "map" or "maps" || Geocoding.Contains(word)) ? Google : "",
        InterpolatedStringExpressionSyntax { Contents: [InterpolatedStringTextSyntax text, ..] } => IsPath(text.TextToken.ValueText) ? Google : "",
        LiteralExpressionSyntax { Parent: BinaryExpressionSyntax sum } => HostOf(sum),
        BinaryExpressionSyntax sum => First(sum) is LiteralExpressionSyntax { Token.ValueText: var text } && IsPath(text) ? Google : "",
        _ => "",
    };

    /// <summary>The row of Google's where a type is named for geocoding, or for maps or places of Google.</summary>
    public static QueryKey? FindOfType(string type, string parameter)
    {
        var isNamed = HasWord(type, Geocoding.Contains) || (HasWord(type, static word => word == "google") && HasWord(type, OfGoogle.Contains));
        return isNamed ? QueryKeys.Find(Google, parameter) : null;
    }

    private static bool IsPath(string text) => text.TrimStart('/').StartsWith("maps/api/", StringComparison.OrdinalIgnoreCase);

    private static ExpressionSyntax First(BinaryExpressionSyntax sum)
    {
        while (sum.Left is BinaryExpressionSyntax left)
            sum = left;
        return sum.Left;
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
