using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using IntegrationAnalyzers.Model.Baselines;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace IntegrationAnalyzers.CodeFixes.Editing;

/// <summary>Adds lines to a baseline and takes lines out, where the sorting puts them and with the line ends of the file.</summary>
internal static class BaselineText
{
    /// <summary>The project's baseline, or null where it has none: then nothing is offered.</summary>
    public static TextDocument? Of(Project project) => project.AdditionalDocuments.FirstOrDefault(static file => BaselineFile.IsNamed(file.FilePath));

    public static SourceText With(SourceText text, IEnumerable<string> entries)
    {
        var end = LineEnding.Of(text);
        foreach (var entry in entries.Distinct(StringComparer.Ordinal).OrderBy(static e => e, StringComparer.Ordinal))
        {
            var file = BaselineFile.Read("", text);
            if (file.Entries.Any(e => e.Key == entry))
                continue;

            // Above the comments of the next entry, so that they stay with it.
            var next = file.Entries.FirstOrDefault(e => string.CompareOrdinal(e.Key, entry) > 0);
            var line = next is null ? text.Lines.Count : text.Lines.GetLineFromPosition(next.Span.Start).LineNumber;
            while (next is not null && line > 0 && text.ToString(text.Lines[line - 1].Span).TrimStart().StartsWith("#", StringComparison.Ordinal) && !IsHead(text, line - 1))
                line--;
            var isAtEnd = line >= text.Lines.Count;
            var at = isAtEnd ? text.Length : text.Lines[line].Start;
            var gap = isAtEnd && text.Length > 0 && text[text.Length - 1] is not ('\n' or '\r') ? end : "";
            text = text.WithChanges(new TextChange(new TextSpan(at, 0), gap + entry + end));
        }

        return text;
    }

    /// <summary>Without the lines that the spans are in.</summary>
    public static SourceText Without(SourceText text, IEnumerable<TextSpan> spans)
    {
        var changes = spans
            .Where(span => span.End <= text.Length)
            .Select(span => text.Lines.GetLineFromPosition(span.Start).SpanIncludingLineBreak)
            .Distinct()
            .OrderBy(static line => line.Start)
            .Select(static line => new TextChange(line, ""));
        return text.WithChanges(changes);
    }

    /// <summary>The same text for every project that has the file: an editor keeps one document for each.</summary>
    public static async Task<Solution> ChangeAsync(Solution solution, string? path, Func<SourceText, SourceText> change, CancellationToken cancellationToken)
    {
        SourceText? changed = null;
        foreach (var project in solution.Projects.ToList())
        {
            foreach (var file in project.AdditionalDocuments.Where(f => f.FilePath == path).ToList())
            {
                changed ??= change(await file.GetTextAsync(cancellationToken).ConfigureAwait(false));
                solution = solution.WithAdditionalDocumentText(file.Id, changed);
            }
        }

        return solution;
    }

    /// <summary>Whether the comment is one of the file's own, parted from the entries by an empty line or by nothing at all above them.</summary>
    private static bool IsHead(SourceText text, int line)
    {
        for (var i = line; i >= 0; i--)
        {
            var content = text.ToString(text.Lines[i].Span).Trim();
            if (content.Length == 0 || content[0] != '#')
                return false;
        }

        return true;
    }
}
