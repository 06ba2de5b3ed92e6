using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace IntegrationAnalyzers.Tasks;

/// <summary>The lines of a baseline, each with the comments above it. What is no entry is not kept: the compiler has reported it.</summary>
internal sealed class BaselineLines
{
    private const string Head =
        "# Findings of IntegrationAnalyzers that were there before: suppressed, and asked out when they are mended.\n" +
        "# Written by: dotnet build -p:IntegrationAnalyzersBaseline=write   See https://github.com/IntegrationAnalyzers/IntegrationAnalyzers/blob/main/docs/adopting.md\n" +
        "# project | rule | symbol | fingerprint\n";

    private readonly string _head;
    private readonly string _lineEnd;
    private readonly Dictionary<string, string> _comments;

    private BaselineLines(string head, string lineEnd, Dictionary<string, string> comments)
    {
        _head = head;
        _lineEnd = lineEnd;
        _comments = comments;
    }

    public static BaselineLines Read(string text)
    {
        var head = "";
        var comments = new Dictionary<string, string>(StringComparer.Ordinal);
        var above = new StringBuilder();
        var isHead = true;
        foreach (var raw in text.Split('\n'))
        {
            var line = raw.Trim().Trim('\uFEFF').Trim();
            if (line.StartsWith("#", StringComparison.Ordinal))
            {
                above.Append(line).Append('\n');
                continue;
            }

            // The first comments are the file's, where an empty line parts them from the entries.
            if (line.Length == 0)
            {
                if (isHead && above.Length > 0)
                {
                    head = above.ToString();
                    above.Clear();
                    isHead = false;
                }

                continue;
            }

            isHead = false;
            var fields = line.Split('|').Select(static field => field.Trim()).ToArray();
            var entry = string.Join(" | ", fields);
            if (fields.Length == 4 && !comments.ContainsKey(entry))
                comments.Add(entry, above.ToString());
            above.Clear();
        }

        return new BaselineLines(head.Length == 0 ? Head : head, text.Contains("\r\n") ? "\r\n" : "\n", comments);
    }

    /// <summary>The entries of the projects.</summary>
    public HashSet<string> Of(Func<string, bool> isOwn) => new(_comments.Keys.Where(entry => isOwn(ProjectOf(entry))), StringComparer.Ordinal);

    /// <summary>The whole file, sorted, with other entries of the projects.</summary>
    public string With(Func<string, bool> isOwn, IEnumerable<string> entries)
    {
        var text = new StringBuilder(_head).Append('\n');
        foreach (var entry in _comments.Keys.Where(entry => !isOwn(ProjectOf(entry))).Concat(entries).OrderBy(static entry => entry, StringComparer.Ordinal))
            text.Append(_comments.TryGetValue(entry, out var comment) ? comment : "").Append(entry).Append('\n');
        return text.Replace("\n", _lineEnd).ToString();
    }

    private static string ProjectOf(string entry) => entry.Substring(0, entry.IndexOf(" | ", StringComparison.Ordinal));
}
