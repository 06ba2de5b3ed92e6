using System;
using System.Linq;
using Microsoft.CodeAnalysis.Text;

namespace IntegrationAnalyzers.CodeFixes.Editing;

/// <summary>Code as text that moves to another depth.</summary>
internal static class Indentation
{
    private const int TabColumns = 4;

    /// <summary>The white space at the start of the position's line.</summary>
    public static string At(SourceText text, int position)
    {
        var line = text.Lines.GetLineFromPosition(position).ToString();
        return line.Substring(0, line.Length - line.TrimStart().Length);
    }

    /// <summary>How far right the position stands; a tab counts as it is shown.</summary>
    public static int Column(SourceText text, int position)
    {
        var start = text.Lines.GetLineFromPosition(position).Start;
        return Columns(text.ToString(new TextSpan(start, position - start)));
    }

    public static int Columns(string text) => text.Length + ((TabColumns - 1) * text.Count(static c => c == '\t'));

    /// <summary>One step deeper, as the line goes, or else the file.</summary>
    public static string Deeper(string indentation, SourceText text) => indentation + (indentation.EndsWith("\t", StringComparison.Ordinal) ? "\t" : FileIndentation.Of(text).Step);

    /// <summary>The code with its further lines as far from the new indentation as they were from the old; its first stands where it is put.</summary>
    public static string Moved(string code, string from, string to, string newLine) => string.Join(newLine, code.Split('\n').Select(static line => line.TrimEnd('\r')).Select((line, index) =>
        index == 0 || line.Trim().Length == 0 ? line
        : line.StartsWith(from, StringComparison.Ordinal) ? to + line.Substring(from.Length)
        : to + line.TrimStart()));
}
