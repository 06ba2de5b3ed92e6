using System.Collections.Generic;
using System.Linq;
using IntegrationAnalyzers.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace IntegrationAnalyzers.CodeFixes.Rules.Retries;

/// <summary>Writes a lambda that waits for its turn, does what the given one does, and gives its turn away; laid out like the line it begins on.</summary>
internal sealed class TurnBody
{
    private readonly ExpressionSyntax _call;
    private readonly string _semaphore;
    private readonly string _token;
    private readonly string _configured;
    private readonly SourceText _text;
    private readonly string _newLine;
    private readonly string _outer;

    /// <param name="token">The token that ends the wait for a turn; null where none is in scope.</param>
    public TurnBody(ExpressionSyntax call, string semaphore, string? token, bool goesOnAnywhere, SourceText text)
    {
        (_call, _semaphore, _token, _text) = (call, semaphore, token ?? "", text);
        _configured = goesOnAnywhere ? ".ConfigureAwait(false)" : "";
        _newLine = LineEnding.Of(text);
        _outer = Indentation.At(text, call.SpanStart);
    }

    /// <param name="givesResult">Whether each call has a result.</param>
    public string Written(bool givesResult)
    {
        var inner = Indentation.Deeper(_outer, _text);
        var deepest = Indentation.Deeper(inner, _text);
        var lines = new List<string> { Head(), _outer + "{", $"{inner}await {_semaphore}.WaitAsync({_token}){_configured};" };
        if (_call is LambdaExpressionSyntax { Block: { } block })
        {
            // A try that is all there is gets the end of the turn as its own.
            if (block.Statements is [TryStatementSyntax { Finally: null } tried] && Indentation.At(_text, tried.SpanStart) == inner)
            {
                lines.AddRange(Lines(block, inner));
            }
            else
            {
                lines.Add(inner + "try");
                lines.Add(inner + "{");
                lines.AddRange(Lines(block, deepest));
                lines.Add(inner + "}");
            }
        }
        else
        {
            lines.Add(inner + "try");
            lines.Add(inner + "{");
            lines.Add($"{deepest}{(givesResult ? "return " : "")}{Value(deepest)};");
            lines.Add(inner + "}");
        }

        lines.AddRange([inner + "finally", inner + "{", $"{deepest}{_semaphore}.Release();", inner + "}", _outer + "}"]);
        return string.Join(_newLine, lines);
    }

    private string Head() => _call is LambdaExpressionSyntax lambda
        ? "async " + lambda.ToString().Substring(0, lambda.ArrowToken.Span.End - lambda.SpanStart).Replace("async ", "")
        : $"async {Parameter} =>";

    private string Parameter => _call.ToString() == "item" ? "element" : "item";

    /// <summary>What each element is turned into, awaited.</summary>
    private string Value(string indentation)
    {
        if (_call is not LambdaExpressionSyntax { ExpressionBody: { } value } lambda)
            return $"await {_call}({Parameter}){_configured}";
        var written = Indentation.Moved(value.ToString(), Indentation.At(_text, value.SpanStart), indentation, _newLine);
        if (lambda.AsyncKeyword.IsKind(SyntaxKind.AsyncKeyword))
            return written;
        return "await " + (value is InvocationExpressionSyntax or SimpleNameSyntax or MemberAccessExpressionSyntax ? written : $"({written})") + _configured;
    }

    private IEnumerable<string> Lines(BlockSyntax block, string indentation)
    {
        var content = _text.ToString(TextSpan.FromBounds(block.OpenBraceToken.Span.End, block.CloseBraceToken.SpanStart)).TrimEnd();
        if (!content.Contains('\n'))
            return [indentation + content.Trim()];
        var first = block.Statements.Count > 0 ? Indentation.At(_text, block.Statements[0].SpanStart) : indentation;
        return [indentation + Indentation.Moved(content.TrimStart(), first, indentation, _newLine)];
    }
}
