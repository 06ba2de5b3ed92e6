using System;
using System.Collections.Generic;
using System.IO;

namespace IntegrationAnalyzers.Apis;

/// <summary>How a provider takes the key that it also, or only, takes in the query.</summary>
/// <param name="Provider">Whose API it is.</param>
/// <param name="Header">The header that takes it; empty where the provider takes it nowhere else.</param>
/// <param name="Scheme">What stands before the key in the header: <c>Bearer</c>; may be empty.</param>
internal sealed record QueryKey(string Provider, string Header, string Scheme)
{
    public bool IsTakenNowhereElse => Header.Length == 0;
}

/// <summary>Providers that take a key in the query: the rows of <c>rules/data/query-keys.csv</c>, one a host (with its subdomains) and parameter.</summary>
internal static class QueryKeys
{
    public const string ResourceName = "IntegrationAnalyzers.query-keys.csv";

    private const string TableHeader = "host,parameter,provider,header,scheme";

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
}
