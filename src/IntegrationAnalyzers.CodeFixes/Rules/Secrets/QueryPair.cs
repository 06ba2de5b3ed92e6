using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.CodeFixes.Rules.Secrets;

/// <summary>One <c>name={value}</c> of an interpolated string's query.</summary>
internal static class QueryPair
{
    /// <summary>The string without the pair, its separators mended; null where the pair's ends are not plain text.</summary>
    public static InterpolatedStringExpressionSyntax? Without(InterpolatedStringExpressionSyntax whole, InterpolationSyntax hole)
    {
        var index = whole.Contents.IndexOf(hole);
        if (index < 1 || whole.Contents[index - 1] is not InterpolatedStringTextSyntax { TextToken: var before } || before.Text != before.ValueText)
            return null;

        var separator = before.Text.LastIndexOfAny(['?', '&']);
        if (separator < 0)
            return null;

        var contents = whole.Contents.RemoveAt(index).RemoveAt(index - 1);
        var head = before.Text.Substring(0, separator);
        var tail = "";
        if (index - 1 < contents.Count && contents[index - 1] is InterpolatedStringTextSyntax { TextToken: var after })
        {
            if (after.Text != after.ValueText)
                return null;
            tail = after.Text;
            contents = contents.RemoveAt(index - 1);
        }

        // Behind the value the next pair starts, or the query ends; else the hole was only the value's start.
        if (tail.Length > 0 && tail[0] is not ('&' or '#'))
            return null;
        if (tail.Length == 0 && index - 1 < contents.Count)
            return null;
        if (tail.Length > 0 && tail[0] == '&')
            tail = before.Text[separator] + tail.Substring(1);

        var text = head + tail;
        if (text.Length > 0)
        {
            contents = contents.Insert(index - 1, SyntaxFactory.InterpolatedStringText(SyntaxFactory.Token(
                SyntaxTriviaList.Empty, SyntaxKind.InterpolatedStringTextToken, text, text, SyntaxTriviaList.Empty)));
        }

        return whole.WithContents(contents);
    }
}
