using System;
using System.Text;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>A plain difference by lines: what both texts share at either end is left out, line ends are shown.</summary>
internal static class TextDiff
{
    public static string Lines(string expected, string actual)
    {
        var left = Split(expected);
        var right = Split(actual);
        var head = 0;
        while (head < left.Length && head < right.Length && left[head] == right[head])
            head++;
        var tail = 0;
        while (tail < left.Length - head && tail < right.Length - head && left[^(tail + 1)] == right[^(tail + 1)])
            tail++;

        var text = new StringBuilder("Expected (-), actual (+), from line ").Append(head + 1).Append(":\n");
        for (var i = Math.Max(0, head - 2); i < head; i++)
            text.Append("  ").Append(left[i]).Append('\n');
        for (var i = head; i < left.Length - tail; i++)
            text.Append("- ").Append(left[i]).Append('\n');
        for (var i = head; i < right.Length - tail; i++)
            text.Append("+ ").Append(right[i]).Append('\n');
        return text.Append("Actual, whole:\n").Append(actual).Append('\n').ToString();
    }

    private static string[] Split(string text) => text.Replace("\r\n", "<CRLF>\n").Replace("\r", "<CR>").Split('\n');
}
