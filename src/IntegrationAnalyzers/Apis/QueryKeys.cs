using System;
using System.Collections.Generic;
using System.IO;
using IntegrationAnalyzers.Roslyn;

namespace IntegrationAnalyzers.Apis;

/// <summary>How a provider takes the key that it also, or only, takes in the query.</summary>
/// <param name="Provider">Whose API it is.</param>
/// <param name="Header">The header that takes it; empty where the provider takes it nowhere else, <c>(form)</c> where it takes it in the form of a POST.</param>
/// <param name="Scheme">What stands before the key in the header: <c>Bearer</c>; may be empty.</param>
internal sealed record QueryKey(string Provider, string Header, string Scheme)
{
    public bool IsTakenNowhereElse => Header.Length == 0;

    public bool IsTakenInForm => Header == "(form)";
}

/// <summary>Providers that take a key in the query: the rows of <c>rules/data/query-keys.csv</c>, one a host (with its subdomains) and parameter.</summary>
internal static class QueryKeys
{
    public const string ResourceName = "IntegrationAnalyzers.query-keys.csv";

    private const string TableHeader = "host,parameter,provider,header,scheme";

    private const int ShortestName = 8;

    private static readonly string[] CommonEnds = ["api", "apis", "converter", "data", "location"];

    private static readonly Dictionary<(string Host, string Parameter), QueryKey> Rows = new();

    static QueryKeys()
    {
        using var stream = typeof(QueryKeys).Assembly.GetManifestResourceStream(ResourceName)!;
        using var reader = new StreamReader(stream);
        var fields = new List<string>();
        if (!CsvRecords.Read(reader, fields) || string.Join(",", fields) != TableHeader)
            throw new FormatException("The first line is not '" + TableHeader + "'");
        while (CsvRecords.Read(reader, fields))
            Rows.Add((fields[0].ToLowerInvariant(), fields[1].ToLowerInvariant()), new QueryKey(fields[2], fields[3], fields[4]));
    }

    /// <summary>The row of the host, or of the longest domain it belongs to.</summary>
    public static QueryKey? Find(string host, string parameter)
    {
        host = host.TrimEnd('.').ToLowerInvariant();
        parameter = parameter.ToLowerInvariant();
        for (var start = 0; start >= 0 && start < host.Length; start = host.IndexOf('.', start) is var dot and >= 0 ? dot + 1 : -1)
        {
            if (Rows.TryGetValue((host.Substring(start), parameter), out var row))
                return row;
        }

        return null;
    }

    /// <summary>The row whose host a setting in the text is named for, <c>"NAVASAN_LATEST_URL"</c> or <c>"Navasan:BaseUrl"</c>, of several the one that the name tells most of; or of a host whose first part the text leaves open, <c>$"https://{account}.mktorest.com"</c>.</summary>
    public static QueryKey? FindNamed(string text, string parameter)
    {
        parameter = parameter.ToLowerInvariant();
        (string Name, QueryKey? Row) best = ("", null);
        foreach (var row in Rows)
        {
            if (row.Key.Parameter != parameter || SettingOf(row.Key.Host) is not { } name || name.Length < best.Name.Length || (name.Length == best.Name.Length && string.CompareOrdinal(name, best.Name) >= 0))
                continue;
            if (text.IndexOf("}." + row.Key.Host, StringComparison.OrdinalIgnoreCase) >= 0)
                return row.Value;
            if (text.IndexOf("\"" + name + "_", StringComparison.OrdinalIgnoreCase) >= 0 || text.IndexOf("\"" + name.Replace("_", ":") + (name.IndexOf('_') < 0 ? ":" : ""), StringComparison.OrdinalIgnoreCase) >= 0)
                best = (name, row.Value);
        }

        return best.Row;
    }

    /// <summary>The row of the host, or of the provider, that a type is named for: <c>CryptoPanicClient</c>, <c>IBinderByteService</c>, <c>GoogleMapsApiService</c>. A short name may well be a word, and <c>WeatherApiClient</c> anybody's.</summary>
    public static QueryKey? FindOfType(string type, string parameter)
    {
        parameter = parameter.ToLowerInvariant();
        type = type.WithoutInterfaceMark();
        foreach (var row in Rows)
        {
            if (row.Key.Parameter == parameter && (SettingOf(row.Key.Host) is { } name && IsNamedFor(name, type) || row.Value.Provider.IndexOf(' ') > 0 && IsNamedFor(row.Value.Provider.Replace(" ", ""), type)))
                return row.Value;
        }

        return null;
    }

    private static bool IsNamedFor(string name, string type) =>
        name.Length >= ShortestName && name.IndexOf('_') < 0 && !Array.Exists(CommonEnds, end => name.EndsWith(end, StringComparison.OrdinalIgnoreCase)) &&
        type.StartsWith(name, StringComparison.OrdinalIgnoreCase) && (type.Length == name.Length || char.IsUpper(type[name.Length]));

    /// <summary><c>maps.googleapis.com</c> gives <c>GOOGLEAPIS_MAPS</c>, <c>api.navasan.tech</c> gives <c>NAVASAN</c>.</summary>
    private static string? SettingOf(string host)
    {
        var labels = host.Split('.');
        var registered = labels.Length - 2;
        if (registered < 0)
            return null;
        var name = labels[registered];
        for (var i = 0; i < registered; i++)
        {
            if (labels[i] is not ("api" or "www"))
                name += "_" + labels[i];
        }

        return name;
    }
}
