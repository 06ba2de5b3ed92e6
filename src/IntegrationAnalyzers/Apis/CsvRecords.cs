using System.Collections.Generic;
using System.IO;
using System.Text;

namespace IntegrationAnalyzers.Apis;

/// <summary>Reads the embedded tables: RFC 4180, one record a line.</summary>
internal static class CsvRecords
{
    /// <summary>Fills the list with the next record's fields; false at the end.</summary>
    public static bool Read(TextReader reader, List<string> fields)
    {
        fields.Clear();
        var line = reader.ReadLine();
        if (string.IsNullOrEmpty(line))
            return false;

        var field = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < line!.Length; i++)
        {
            var c = line[i];
            if (c == '"' && quoted && i + 1 < line.Length && line[i + 1] == '"')
            {
                field.Append('"');
                i++;
            }
            else if (c == '"')
            {
                quoted = !quoted;
            }
            else if (c == ',' && !quoted)
            {
                fields.Add(field.ToString());
                field.Clear();
            }
            else
            {
                field.Append(c);
            }
        }

        fields.Add(field.ToString());
        return true;
    }
}
