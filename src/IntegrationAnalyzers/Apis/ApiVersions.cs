using System;
using System.Collections.Generic;
using System.IO;
using IntegrationAnalyzers.Roslyn;

namespace IntegrationAnalyzers.Apis;

/// <summary>How a provider that refuses requests without an API version takes it.</summary>
/// <param name="Provider">Whose API it is.</param>
/// <param name="IsHeader">Whether it is a header; else a query parameter.</param>
/// <param name="Name">The header or parameter.</param>
/// <param name="Version">The newest documented version; empty where it differs by resource or must be signed.</param>
/// <param name="Changed">Words of what that version takes otherwise than the one before: code that holds one of them may be written for an older one.</param>
/// <param name="Only">Words of which the file holds one where the version is demanded; empty for always.</param>
/// <param name="Except">Text of URLs that need none.</param>
internal sealed record ApiVersion(string Provider, bool IsHeader, string Name, string Version, string[] Changed, string[] Only, string[] Except);

/// <summary>Providers that demand a version with each request: the rows of <c>rules/data/api-versions.csv</c>, one a host with its subdomains.</summary>
internal static class ApiVersions
{
    public const string ResourceName = "IntegrationAnalyzers.api-versions.csv";

    private const string TableHeader = "provider,host,place,name,version,changed,only,except";

    private static readonly Dictionary<string, ApiVersion> Rows = new(StringComparer.OrdinalIgnoreCase);
    private static readonly HashSet<uint> HostWords = new();

    static ApiVersions()
    {
        using var stream = typeof(ApiVersions).Assembly.GetManifestResourceStream(ResourceName)!;
        using var reader = new StreamReader(stream);
        var fields = new List<string>();
        if (!CsvRecords.Read(reader, fields) || string.Join(",", fields) != TableHeader)
            throw new FormatException("The first line is not '" + TableHeader + "'");
        while (CsvRecords.Read(reader, fields))
        {
            Rows.Add(fields[1], new ApiVersion(fields[0], fields[2] == "header", fields[3], fields[4], Words(fields[5]), Words(fields[6]), Words(fields[7])));
            var labels = fields[1].Split('.');
            HostWords.Add(TextWords.Hash(labels[labels.Length - 2]));
        }
    }

    /// <summary>Whether a file names a registered name of the table's hosts.</summary>
    public static bool MayBeIn(TextWords words) => words.ContainsAny(HostWords);

    /// <summary>The row of the host, or of the longest domain it belongs to.</summary>
    public static ApiVersion? Find(string host)
    {
        for (var start = 0; start >= 0 && start < host.Length; start = host.IndexOf('.', start) is var dot and >= 0 ? dot + 1 : -1)
        {
            if (Rows.TryGetValue(host.Substring(start), out var row))
                return row;
        }

        return null;
    }

    private static string[] Words(string text) => text.Split([' '], StringSplitOptions.RemoveEmptyEntries);
}
