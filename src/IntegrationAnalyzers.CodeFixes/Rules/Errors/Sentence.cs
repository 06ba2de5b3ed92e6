using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.CodeFixes.Rules.Errors;

/// <summary>Puts the parts of a text together again without one of them, where what is left says something.</summary>
/// <param name="left">The part that is left out.</param>
/// <param name="model">Of the text's file.</param>
internal sealed class Sentence(ExpressionSyntax left, SemanticModel model)
{
    private const int FewestWords = 2;
    private const int FewestIdeographs = 4;
    private const char FirstIdeograph = '\u2e80';
    private static readonly char[] Separators = [':', ';', ',', '-', '–', '—', '(', '[', '\'', '=', '>', '|', '：', '，'];
    private static readonly char[] Ends = ['.', '!', '?', '。', '！'];

    /// <summary>Words that no sentence ends with: what comes next is the part that is left out.</summary>
    private static readonly HashSet<string> LeadWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "says", "said", "saying", "reports", "reported", "answers", "answered", "replied", "responded", "returned", "told", "got", "gave", "threw", "is", "was", "because", "due",
        "with", "by", "of", "from", "for", "as", "the", "a", "this",
    };

    private readonly List<(string Text, bool IsHole)> _parts = [];
    private bool _isAfter;

    /// <summary>What follows the part that is left out; null where that is more than text.</summary>
    private string? _after = "";

    /// <summary>The text as an expression; null where it holds other than plain text and what our caller gave, and where it says too little by itself.</summary>
    public string? Of(ExpressionSyntax text)
    {
        var open = new Stack<ExpressionSyntax>();
        open.Push(text);
        while (open.Count > 0)
        {
            var part = open.Pop();
            if (part == left)
            {
                if (!End())
                    return null;
                continue;
            }

            switch (part)
            {
                case ParenthesizedExpressionSyntax inner:
                    open.Push(inner.Expression);
                    break;
                case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum:
                    open.Push(sum.Right);
                    open.Push(sum.Left);
                    break;
                case LiteralExpressionSyntax { Token: { RawKind: (int)SyntaxKind.StringLiteralToken, Text: ['"', .. var written, '"'] } } when Literal(written):
                case InterpolatedStringExpressionSyntax { StringStartToken.Text: "$\"" } interpolated when Interpolated(interpolated):
                case not (LiteralExpressionSyntax or InterpolatedStringExpressionSyntax) when Hole(part, "{" + part.WithoutTrivia() + "}"):
                    break;
                default:
                    return null;
            }
        }

        return Written();
    }

    private bool Interpolated(InterpolatedStringExpressionSyntax interpolated)
    {
        foreach (var content in interpolated.Contents)
        {
            switch (content)
            {
                case InterpolatedStringTextSyntax text when Literal(text.TextToken.Text):
                    break;
                case InterpolationSyntax { Expression: var value } when value == left:
                    if (!End())
                        return false;
                    break;
                case InterpolationSyntax hole when Hole(hole.Expression, hole.ToString()):
                    break;
                default:
                    return false;
            }
        }

        return true;
    }

    private bool Literal(string text)
    {
        if (_isAfter)
        {
            _after += text;
            return true;
        }

        if (text.IndexOfAny(['{', '}']) >= 0)
            return false;
        _parts.Add((text, IsHole: false));
        return true;
    }

    /// <summary>What our caller gave may go back to him, and so may a number or a status; what else stands there may be the failure's text.</summary>
    private bool Hole(ExpressionSyntax value, string text)
    {
        if (_isAfter)
        {
            _after = null;
            return true;
        }

        var first = value;
        while (first is MemberAccessExpressionSyntax access)
            first = access.Expression;
        if (first is not IdentifierNameSyntax)
            return false;
        var isFromCaller = model.GetSymbolInfo(first).Symbol is IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: not MethodKind.Constructor } };
        if (!isFromCaller && model.GetTypeInfo(value).Type is not { IsValueType: true })
            return false;
        _parts.Add((text, IsHole: true));
        return true;
    }

    /// <summary>Takes away what leads on to the part that is left out; false where the words need it.</summary>
    private bool End()
    {
        if (_parts.Count == 0 || _parts[_parts.Count - 1] is not (var last, IsHole: false))
            return false;
        var leadsOn = false;
        var length = last.Length;
        while (length > 0)
        {
            if (IsEscaped(last, length - 1))
                length -= 2;
            else if (last[length - 1] is ' ')
                length--;
            else if (Separators.Contains(last[length - 1]))
                (length, leadsOn) = (length - 1, true);
            else
                break;
        }

        if (!leadsOn && length > 0 && !Ends.Contains(last[length - 1]))
            return false;
        if (length > 0 && LeadWords.Contains(last.Substring(last.LastIndexOf(' ', length - 1) + 1, length - 1 - last.LastIndexOf(' ', length - 1))))
            return false;
        _parts[_parts.Count - 1] = (last.Substring(0, length), IsHole: false);
        _isAfter = true;
        return true;
    }

    /// <summary>Whether the character belongs to the backslash before it, which belongs to none itself.</summary>
    private static bool IsEscaped(string written, int at)
    {
        var backslashes = 0;
        while (backslashes < at && written[at - 1 - backslashes] == '\\')
            backslashes++;
        return backslashes % 2 == 1;
    }

    private string? Written()
    {
        if (!SaysSomething(string.Concat(_parts.Select(static part => part.IsHole ? "" : part.Text))))
            return null;
        if (FollowingSentence() is { } following)
            _parts.Add((following, IsHole: false));
        return (_parts.Any(static part => part.IsHole) ? "$\"" : "\"") + string.Concat(_parts.Select(static part => part.Text)) + "\"";
    }

    /// <summary>What follows goes on from the words before only as a sentence of its own.</summary>
    private string? FollowingSentence()
    {
        if (_after?.TrimStart(')', ']', '\'').TrimEnd() is not ['.', ' ', _, ..] after || after.IndexOfAny(['{', '}']) >= 0)
            return null;
        return _parts[_parts.Count - 1].Text is [.., var end] && Ends.Contains(end) ? after.Substring(1) : after;
    }

    /// <summary>Two words, or as much in a script that does not part them.</summary>
    private static bool SaysSomething(string text) =>
        text.Split([' '], StringSplitOptions.RemoveEmptyEntries).Count(static word => word.Any(char.IsLetter)) >= FewestWords ||
        text.Count(static letter => letter >= FirstIdeograph) >= FewestIdeographs;
}
