using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace IntegrationAnalyzers.Corpus.Fixing;

/// <summary>Prints what a fix changes, line by line, for judging whether one would take it.</summary>
internal sealed class FixListing(TextWriter output)
{
    /// <summary>Unchanged lines shown before and after a change.</summary>
    private const int Around = 2;

    /// <summary>Between the first and the last change; more is not compared but printed as it is.</summary>
    private const int MaxLines = 3_000;

    public async Task WriteAsync(string rule, string title, string place, TextDocument before, TextDocument after, CancellationToken cancellation)
    {
        output.WriteLine($"FIX {rule} {place}: {title}");
        foreach (var line in Difference(await LinesAsync(before, cancellation).ConfigureAwait(false), await LinesAsync(after, cancellation).ConfigureAwait(false)))
            output.WriteLine("    " + line);
        output.WriteLine();
    }

    private static async Task<string[]> LinesAsync(TextDocument document, CancellationToken cancellation)
    {
        var text = await document.GetTextAsync(cancellation).ConfigureAwait(false);
        return Array.ConvertAll([.. text.Lines], static (TextLine line) => line.ToString());
    }

    private static IEnumerable<string> Difference(string[] before, string[] after)
    {
        var start = 0;
        while (start < before.Length && start < after.Length && before[start] == after[start])
            start++;
        var end = 0;
        while (end < before.Length - start && end < after.Length - start && before[^(end + 1)] == after[^(end + 1)])
            end++;

        var left = before.AsSpan(start, before.Length - start - end).ToArray();
        var right = after.AsSpan(start, after.Length - start - end).ToArray();
        for (var i = Math.Max(0, start - Around); i < start; i++)
            yield return "  " + before[i];
        foreach (var line in Middle(left, right))
            yield return line;
        for (var i = before.Length - end; i < Math.Min(before.Length, before.Length - end + Around); i++)
            yield return "  " + before[i];
    }

    private static IEnumerable<string> Middle(string[] left, string[] right)
    {
        var common = left.Length > MaxLines || right.Length > MaxLines ? new int[left.Length + 1, 1] : LongestCommon(left, right);
        var unchanged = 0;
        for (int i = 0, j = 0; i < left.Length || j < right.Length;)
        {
            if (i < left.Length && j < right.Length && left[i] == right[j])
            {
                unchanged++;
                if (unchanged <= Around || IsNearChange(left, right, i, j))
                    yield return "  " + left[i];
                else if (unchanged == Around + 1)
                    yield return "  ...";
                i++;
                j++;
                continue;
            }

            unchanged = 0;
            if (j >= right.Length || (i < left.Length && common.GetLength(1) > 1 && common[i + 1, j] >= common[i, j + 1]))
                yield return "- " + left[i++];
            else
                yield return "+ " + right[j++];
        }
    }

    private static bool IsNearChange(string[] left, string[] right, int i, int j)
    {
        for (var step = 1; step <= Around && i + step < left.Length && j + step < right.Length; step++)
        {
            if (left[i + step] != right[j + step])
                return true;
        }

        return false;
    }

    private static int[,] LongestCommon(string[] left, string[] right)
    {
        var lengths = new int[left.Length + 1, right.Length + 1];
        for (var i = left.Length - 1; i >= 0; i--)
        {
            for (var j = right.Length - 1; j >= 0; j--)
                lengths[i, j] = left[i] == right[j] ? lengths[i + 1, j + 1] + 1 : Math.Max(lengths[i + 1, j], lengths[i, j + 1]);
        }

        return lengths;
    }
}
