using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using IntegrationAnalyzers.Model.Secrets;

namespace IntegrationAnalyzers.Corpus.Scoring;

/// <summary>
/// The C# rows of CredData's metadata, matched to repositories checked out at the commits it names. The set gives neither path nor value: a row names its file
/// by the hash of the path, and its value by line and column. Obfuscation keeps both, so the original files are read.
/// </summary>
internal sealed class CredData
{
    private readonly Dictionary<string, string> _metadataByRepository = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="folder">The checked-out set: <c>snapshot.json</c> and <c>meta</c>.</param>
    public CredData(string folder)
    {
        using var snapshot = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "snapshot.json")));
        foreach (var entry in snapshot.RootElement.EnumerateObject())
        {
            var key = Encoding.Latin1.GetString(Convert.FromHexString(entry.Name));
            var id = Crc32.Of(key, 0, key.Length).ToString("x8", CultureInfo.InvariantCulture);
            var name = string.Join('+', entry.Value.GetString()!.TrimEnd('/').Split('/')[^2..]);
            _metadataByRepository[name] = Path.Combine(folder, "meta", id + ".csv");
        }
    }

    /// <summary>The labels of a repository in a folder named <c>owner+name</c>; empty where the set has none of it.</summary>
    public IReadOnlyList<LabelledValue> LabelsOf(string folder, IEnumerable<string> files)
    {
        if (!_metadataByRepository.TryGetValue(Path.GetFileName(folder), out var metadata))
            return [];

        var pathByHash = files.ToDictionary(HashOf, StringComparer.Ordinal);
        var lines = File.ReadAllLines(metadata);
        var columns = lines[0].Split(',');
        var labels = new List<LabelledValue>();
        foreach (var row in lines.Skip(1).Select(static line => line.Split(',')))
        {
            string Field(string name) => row[Array.IndexOf(columns, name)];
            if (Field("FilePath").EndsWith(".cs", StringComparison.Ordinal))
            {
                labels.Add(new LabelledValue(
                    pathByHash.GetValueOrDefault(Field("FileID"), ""),
                    Number(Field("LineStart")),
                    Number(Field("LineEnd")),
                    Number(Field("ValueStart")),
                    Number(Field("ValueEnd")),
                    Field("GroundTruth") switch { "T" => Truth.Secret, "F" => Truth.NoSecret, _ => Truth.Unsure }));
            }
        }

        return labels;
    }

    private static string HashOf(string path) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(path)))[..8];

    private static int Number(string text) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : -1;
}
