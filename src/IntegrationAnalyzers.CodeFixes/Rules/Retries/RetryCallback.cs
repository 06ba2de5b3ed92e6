using System.Linq;
using IntegrationAnalyzers.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.CodeFixes.Rules.Retries;

/// <summary>The <c>onRetry</c> of Polly 7 in the one form that an overload takes beside a provider which sees the answer: four parameters and a task.</summary>
internal static class RetryCallback
{
    /// <summary>The lambda in that form; null where it does not show what it is handed, or is left in the middle.</summary>
    /// <param name="callback">What the call is given.</param>
    /// <param name="indentation">Of the line that it will begin.</param>
    /// <param name="task">How <c>Task</c> is written here.</param>
    public static string? Written(ExpressionSyntax callback, string indentation, string task, FixRequest request)
    {
        if (callback is not ParenthesizedLambdaExpressionSyntax { ParameterList.Parameters: { Count: >= 2 and <= 4 } parameters } lambda || parameters.Any(static p => p.Type is not null) ||
            callback.ContainsDirectives || callback.DescendantTokens().Any(static t => t.Text.Contains('\n')) || lambda.Modifiers.Any(static m => !m.IsKind(SyntaxKind.AsyncKeyword)) ||
            lambda.Body.DescendantTokens().Any(static t => t.IsKind(SyntaxKind.IdentifierToken) && t.Text == "_") || request.Model.GetTypeInfo(callback, request.CancellationToken).ConvertedType is not INamedTypeSymbol form)
        {
            return null;
        }

        var names = parameters.Select(static p => p.Identifier.Text).ToList();
        while (names.Count < 4)
            names.Insert(2, "_");
        var text = request.Root.SyntaxTree.GetText(request.CancellationToken);
        var head = $"{(lambda.AsyncKeyword.IsKind(SyntaxKind.AsyncKeyword) ? "async " : "")}({string.Join(", ", names)})";
        return Body(lambda, form.Name == "Action", task) is { } body
            ? Indentation.Moved($"{head} =>{body}", Indentation.At(text, callback.SpanStart), indentation, LineEnding.Of(text))
            : null;
    }

    private static string? Body(ParenthesizedLambdaExpressionSyntax lambda, bool isAction, string task)
    {
        var written = lambda.ToString().Substring(lambda.ArrowToken.Span.End - lambda.SpanStart);
        if (!isAction || lambda.AsyncKeyword.IsKind(SyntaxKind.AsyncKeyword))
            return isAction ? null : written;
        if (lambda.Block is not { } block)
            return $" {{ {lambda.ExpressionBody}; return {task}.CompletedTask; }}";
        if (block.Statements.Count == 0)
            return block.DescendantTrivia().Any(TriviaKinds.IsComment) ? null : $" {task}.CompletedTask";
        if (block.DescendantNodes(static n => n is not AnonymousFunctionExpressionSyntax and not LocalFunctionStatementSyntax).Any(static n => n is ReturnStatementSyntax) || block.Statements.Last() is ThrowStatementSyntax)
            return null;

        // Before the brace, on a line of its own where the brace has one.
        var head = written.Substring(0, written.Length - 1).TrimEnd(' ', '\t');
        if (!head.EndsWith("\n", System.StringComparison.Ordinal))
            return $"{head} return {task}.CompletedTask; }}";
        var outer = block.CloseBraceToken.LeadingTrivia.LastOrDefault(static t => t.IsKind(SyntaxKind.WhitespaceTrivia)).ToString();
        return $"{head}{Indentation.Deeper(outer, lambda.SyntaxTree.GetText())}return {task}.CompletedTask;\n{outer}}}";
    }
}
