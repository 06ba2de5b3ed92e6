using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace IntegrationAnalyzers.CodeFixes.Editing;

/// <summary>A fix writes the line ending that its file has, whatever the machine's is.</summary>
internal static class LineEnding
{
    /// <summary>The ending of the file's first line; <c>\n</c> where it has one line only.</summary>
    public static async Task<string> OfAsync(Document document, CancellationToken cancellationToken)
    {
        return Of(await document.GetTextAsync(cancellationToken).ConfigureAwait(false));
    }

    /// <summary>The same of a text.</summary>
    public static string Of(SourceText text)
    {
        var first = text.Lines[0];
        var length = first.EndIncludingLineBreak - first.End;
        return length == 0 ? "\n" : text.ToString(new(first.End, length));
    }

    /// <summary>
    /// Gives the line ends that an edit brought (elastic ones) the file's own form; those of the file stay. None is left elastic: the host would lay out anew what stands
    /// beside it, and lose an empty line.
    /// </summary>
    public static T Normalize<T>(T root, string newLine)
        where T : SyntaxNode
    {
        var wrong = root.DescendantTrivia(descendIntoTrivia: true)
            .Where(t => t.IsKind(SyntaxKind.EndOfLineTrivia) && t.HasAnnotation(SyntaxAnnotation.ElasticAnnotation))
            .ToList();
        return wrong.Count == 0 ? root : root.ReplaceTrivia(wrong, (_, _) => SyntaxFactory.EndOfLine(newLine));
    }
}
