using System;
using System.Collections.Generic;
using System.IO;
using IntegrationAnalyzers.Roslyn;

namespace IntegrationAnalyzers.Apis;

/// <summary>What a host that is not the live one is for.</summary>
internal enum HostPurpose
{
    /// <summary>A live host whose name looks like one of the others: <c>dev.azure.com</c>.</summary>
    Live,

    /// <summary>A provider's sandbox.</summary>
    Sandbox,

    /// <summary>A stage before production: staging, test, acceptance.</summary>
    Staging,

    /// <summary>A tunnel to somebody's machine.</summary>
    Tunnel,

    /// <summary>A service that answers made-up data.</summary>
    Mock,

    /// <summary>A public name of this machine.</summary>
    Loopback,
}

/// <summary>A row of the table.</summary>
/// <param name="Provider">Whose host it is; empty where only the name's words tell.</param>
/// <param name="LiveHost">The live host in its place; empty where none or several are known.</param>
internal sealed record EnvironmentHost(HostPurpose Purpose, string Provider, string LiveHost);

/// <summary>
/// Hosts that production does not call: the rows of <c>rules/data/environment-hosts.csv</c>. A whole host is asked for first, then its domains from the longest on,
/// then the words of the labels before the registered name, then parts of labels.
/// </summary>
internal static class EnvironmentHosts
{
    public const string ResourceName = "IntegrationAnalyzers.environment-hosts.csv";

    /// <summary>Loopback, which needs no row.</summary>
    public static readonly EnvironmentHost ThisMachine = new(HostPurpose.Loopback, "", "");

    /// <summary>
    /// Ports of agents that run beside a program and are asked on its own machine, in production too: ngrok's local API, the sidecar of Dapr.
    /// </summary>
    private static readonly string[] AgentPorts = [":4040", ":3500"];

    private static readonly char[] Digits = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'];

    private const string TableHeader = "match,pattern,kind,provider,live";

    private static readonly Dictionary<string, EnvironmentHost> Hosts = new(StringComparer.OrdinalIgnoreCase);
    private static readonly Dictionary<string, EnvironmentHost> Domains = new(StringComparer.OrdinalIgnoreCase);
    private static readonly Dictionary<string, EnvironmentHost> LabelWords = new(StringComparer.OrdinalIgnoreCase);
    private static readonly List<KeyValuePair<string, EnvironmentHost>> Parts = new();

    static EnvironmentHosts()
    {
        using var stream = typeof(EnvironmentHosts).Assembly.GetManifestResourceStream(ResourceName)!;
        using var reader = new StreamReader(stream);
        var fields = new List<string>();
        if (!CsvRecords.Read(reader, fields) || string.Join(",", fields) != TableHeader)
            throw new FormatException("The first line is not '" + TableHeader + "'");
        while (CsvRecords.Read(reader, fields))
            Add(fields[0], fields[1], new EnvironmentHost((HostPurpose)Enum.Parse(typeof(HostPurpose), fields[2], ignoreCase: true), fields[3], fields[4]));
    }

    /// <summary>What the table says of the host; null for one that is live or unknown to it.</summary>
    public static EnvironmentHost? Find(string host)
    {
        host = host.TrimEnd('.');
        var row = Hosts.TryGetValue(host, out var exact) ? exact : OfDomain(host) ?? OfLabels(host);
        return row is { Purpose: not HostPurpose.Live } ? row : null;
    }

    /// <summary>Whether the word of a label says that its host is not the live one: <c>sandbox</c>, <c>uat2</c>.</summary>
    public static bool IsStage(string word) => LabelWords.ContainsKey(word.TrimEnd(Digits));

    /// <summary>Whether the origin, on this machine, is that of an agent.</summary>
    public static bool IsAgent(string origin)
    {
        foreach (var port in AgentPorts)
        {
            if (origin.EndsWith(port, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private static void Add(string match, string pattern, EnvironmentHost host)
    {
        switch (match)
        {
            case "host":
                Hosts.Add(pattern, host);
                break;
            case "domain":
                Domains.Add(pattern, host);
                break;
            case "word":
                LabelWords.Add(pattern, host);
                break;
            case "part":
                Parts.Add(new(pattern, host));
                break;
            default:
                throw new FormatException($"Unknown match '{match}'");
        }
    }

    private static EnvironmentHost? OfDomain(string host)
    {
        for (var start = 0; start >= 0; start = host.IndexOf('.', start) is var dot and >= 0 ? dot + 1 : -1)
        {
            if (Domains.TryGetValue(host.Substring(start), out var row))
                return row;
        }

        return null;
    }

    private static EnvironmentHost? OfLabels(string host)
    {
        var labels = host.Split('.');
        var registered = labels.Length - 2;
        if (registered > 0 && labels[registered].Length <= 3 && labels[labels.Length - 1].Length == 2)
            registered--;

        for (var i = 0; i < registered; i++)
        {
            foreach (var word in labels[i].Split('-'))
            {
                if (LabelWords.TryGetValue(word.TrimEnd(Digits), out var row))
                    return row;
            }
        }

        for (var i = 0; i <= registered; i++)
        {
            foreach (var part in Parts)
            {
                if (labels[i].ContainsIgnoreCase(part.Key))
                    return part.Value;
            }
        }

        return null;
    }
}
