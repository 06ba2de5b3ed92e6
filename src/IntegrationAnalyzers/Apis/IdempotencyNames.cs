using System;
using System.Collections.Generic;
using System.IO;
using IntegrationAnalyzers.Roslyn;

namespace IntegrationAnalyzers.Apis;

/// <summary>
/// Names under which providers take an idempotency key, a de-duplication ID or a precondition: the rows of <c>rules/data/idempotency-names.csv</c>, one
/// a provider and name. Names that only correlate (<c>x-ms-client-request-id</c>, <c>traceparent</c>) stand there as such and count for nothing.
/// </summary>
internal static class IdempotencyNames
{
    public const string ResourceName = "IntegrationAnalyzers.idempotency-names.csv";

    /// <summary>The header of the IETF draft, which most providers took over.</summary>
    public const string Header = "Idempotency-Key";

    private const string TableHeader = "provider,host,place,name,key";

    private static readonly HashSet<string> Headers = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Members of a request's body or options, without case, hyphens and underscores.</summary>
    private static readonly HashSet<string> BodyMembers = new(StringComparer.Ordinal);

    /// <summary>Of both, those that mean a key and nothing else.</summary>
    private static readonly HashSet<string> OwnNames = new(StringComparer.Ordinal);

    private static readonly HashSet<string> Words = new(StringComparer.Ordinal);
    private static readonly HashSet<string> Preconditions = new(StringComparer.OrdinalIgnoreCase);
    private static readonly HashSet<string> Correlations = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Types of providers' requests whose member of such a name is only sent back: <c>TransactionDetail.CustomerTransactionId</c>.</summary>
    private static readonly HashSet<string> EchoOwners = new(StringComparer.Ordinal);

    static IdempotencyNames()
    {
        foreach (var fields in Rows())
            Add(fields[2], fields[3], fields[4]);
    }

    /// <summary>The fields of each row: provider, host, place, name, key. One list, filled anew for each.</summary>
    internal static IEnumerable<List<string>> Rows()
    {
        using var stream = typeof(IdempotencyNames).Assembly.GetManifestResourceStream(ResourceName)!;
        using var reader = new StreamReader(stream);
        var fields = new List<string>();
        if (!CsvRecords.Read(reader, fields) || string.Join(",", fields) != TableHeader)
            throw new FormatException("The first line is not '" + TableHeader + "'");
        while (CsvRecords.Read(reader, fields))
            yield return fields;
    }

    /// <summary>Words of which a source that names a key holds at least one, in the cases that are in use.</summary>
    public static IEnumerable<string> KeyWords => Words;

    /// <summary>A header by which the provider knows the operation again, or refuses it when it has happened.</summary>
    public static bool IsHeader(string name) => Headers.Contains(name) || Preconditions.Contains(name);

    /// <summary>A header that carries an idempotency key and nothing else.</summary>
    public static bool IsKeyHeader(string name) => Headers.Contains(name) && IsKey(name);

    /// <summary>A member of the body by which the provider knows the operation again.</summary>
    public static bool IsBodyMember(string name) => !Correlations.Contains(name) && BodyMembers.Contains(Plain(name));

    /// <summary>A header, member, option or parameter that means an idempotency key and nothing else.</summary>
    public static bool IsKey(string name) => !Correlations.Contains(name) && OwnNames.Contains(Plain(name));

    /// <summary>Whether the member of this type only comes back with the reply, though it is named like a key of another provider's.</summary>
    public static bool IsEcho(string? typeName, string name) => typeName is not null && EchoOwners.Contains(typeName) && Correlations.Contains(typeName + "." + name);

    /// <summary>Any name that speaks of idempotency: a property, a helper, a constant.</summary>
    public static bool SpeaksOfIdempotency(string name) => name.ContainsIgnoreCase("idempot") && !Correlations.Contains(name);

    /// <summary>Headers and options that make a repeated write safe.</summary>
    public static bool IsPrecondition(string memberName) => Preconditions.Contains(memberName);

    private static void Add(string place, string name, string key)
    {
        switch (place)
        {
            case "header":
                Headers.Add(name);
                break;
            case "body" or "option":
                BodyMembers.Add(Plain(name));
                break;
            case "precondition":
                Preconditions.Add(name);
                break;
            case "correlation":
                Correlations.Add(name);
                if (name.IndexOf('.') is > 0 and var dot)
                    EchoOwners.Add(name.Substring(0, dot));
                break;
            case "none":
                return;
            default:
                throw new FormatException($"Unknown place '{place}'");
        }

        if (key != "own")
            return;
        OwnNames.Add(Plain(name));
        AddWords(name);
    }

    /// <summary>The name as one word, and the longest of its parts: that is what a file's list of words holds of a header in a string.</summary>
    private static void AddWords(string name)
    {
        var longest = "";
        foreach (var part in name.Split('-'))
            longest = part.Length > longest.Length ? part : longest;
        var plain = name.Replace("-", "").Replace("_", "");
        foreach (var word in new[] { name, longest, plain, char.ToUpperInvariant(plain[0]) + plain.Substring(1), char.ToLowerInvariant(plain[0]) + plain.Substring(1) })
        {
            Words.Add(word);
            Words.Add(word.ToLowerInvariant());
            Words.Add(word.ToUpperInvariant());
            Words.Add(char.ToUpperInvariant(word[0]) + word.Substring(1).ToLowerInvariant());
        }

        Words.Add("IdempotencyKey");
        Words.Add("idempotencyKey");
    }

    private static string Plain(string name) => name.Replace("_", "").Replace("-", "").ToLowerInvariant();
}
