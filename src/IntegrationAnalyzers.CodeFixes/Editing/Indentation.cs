using System;
using System.Linq;
using Microsoft.CodeAnalysis.Text;

namespace IntegrationAnalyzers.CodeFixes.Editing;

/// <summary>Code as text that moves to another depth.</summary>
internal static class Indentation
{
    /// <summary>The white space at the start of the position's line.</summary>
    public static string At(SourceText text, int position)
    {
        var line = text.Lines.GetLineFromPosition(position).ToString();
        return line.Substring(0, line.Length - line.TrimStart().Length);
    }

    /// <summary>One step deeper, as the file goes deeper.</summary>
    public static string Deeper(string indentation) => indentation + (indentation.StartsWith("\t", StringComparison.Ordinal) ? "\t" : "    ");

    /// <summary>The code with its further lines as far from the new indentation as they were from the old; its first stands where it is put.</summary>
    public static string Moved(string code, string from, string to, string newLine) => string.Join(newLine, code.Split('\n').Select(static line => line.TrimEnd('\r')).Select((line, index) =>
        index == 0 || line.Trim().Length == 0 ? line
        : line.StartsWith(from, StringComparison.Ordinal) ? to + line.Substring(from.Length)
        : to + line.TrimStart()));
}
