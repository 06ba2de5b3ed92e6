using System;
using System.Collections.Generic;
using System.Linq;
using IntegrationAnalyzers.CodeFixes.Editing;
using IntegrationAnalyzers.Model.Retries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;

namespace IntegrationAnalyzers.CodeFixes.Rules.Retries;

/// <summary>Where an attempt begins: the body of the loop or of the delegate that is repeated.</summary>
internal static class AttemptBody
{
    /// <summary>An edit that puts the statements at the attempt's beginning; null where there is no place for them.</summary>
    public static Action<DocumentEditor>? Prepend(RetryScope scope, IReadOnlyList<StatementSyntax> statements, FixRequest request)
    {
        var body = scope.Region switch
        {
            ForStatementSyntax loop => loop.Statement,
            CommonForEachStatementSyntax loop => loop.Statement,
            WhileStatementSyntax loop => loop.Statement,
            DoStatementSyntax loop => loop.Statement,
            AnonymousFunctionExpressionSyntax { Block: { } block } => block,
            _ => null,
        };
        if (body is BlockSyntax { Statements: [var first, ..] })
        {
            return editor => editor.InsertBefore(
                first, statements.Select(static s => Ended(s).WithAdditionalAnnotations(Formatter.Annotation)));
        }

        return scope.Region is LambdaExpressionSyntax { ExpressionBody: { } expression } lambda ? Of(lambda, expression, statements, request) : null;
    }

    /// <summary>At the end of a line, with the comment that stands there.</summary>
    private static StatementSyntax Ended(StatementSyntax statement) =>
        statement.GetTrailingTrivia().Any(static t => t.IsKind(SyntaxKind.SingleLineCommentTrivia) || t.IsKind(SyntaxKind.MultiLineCommentTrivia))
            ? statement
            : statement.WithTrailingTrivia(SyntaxFactory.ElasticEndOfLine("\n"));

    /// <summary><c>() =&gt; call</c> becomes <c>() =&gt; { …; return call; }</c>; what is disposed at its end is awaited first.</summary>
    private static Action<DocumentEditor>? Of(LambdaExpressionSyntax lambda, ExpressionSyntax expression, IReadOnlyList<StatementSyntax> statements, FixRequest request)
    {
        if (request.Model.GetSymbolInfo(lambda, request.CancellationToken).Symbol is not IMethodSymbol { ReturnType: INamedTypeSymbol result })
            return null;

        var isTask = result.Name is "Task" or "ValueTask";
        var isAsync = lambda.Modifiers.Any(SyntaxKind.AsyncKeyword);
        var becomesAsync = !isAsync && statements.Any(static s => s is LocalDeclarationStatementSyntax { UsingKeyword.RawKind: not 0 });
        if (becomesAsync && !isTask)
            return null;

        var returnsValue = (isAsync || becomesAsync) && isTask ? result.TypeArguments.Length == 1 : result.SpecialType != SpecialType.System_Void;
        return editor => editor.ReplaceNode(
            lambda,
            (current, _) =>
            {
                var now = (LambdaExpressionSyntax)current;
                var value = now.ExpressionBody!.WithoutTrivia();
                if (becomesAsync)
                    value = SyntaxFactory.AwaitExpression(SyntaxFactory.Token(SyntaxKind.AwaitKeyword).WithTrailingTrivia(SyntaxFactory.Space), value);
                StatementSyntax end = returnsValue
                    ? SyntaxFactory.ReturnStatement(SyntaxFactory.Token(SyntaxKind.ReturnKeyword).WithTrailingTrivia(SyntaxFactory.Space), value, SyntaxFactory.Token(SyntaxKind.SemicolonToken))
                    : SyntaxFactory.ExpressionStatement(value);
                var lineEnd = SyntaxFactory.ElasticEndOfLine("\n");
                var block = SyntaxFactory.Block(statements.Select(Ended).Append(end.WithTrailingTrivia(lineEnd)));
                now = now.WithArrowToken(now.ArrowToken.WithTrailingTrivia(SyntaxFactory.ElasticMarker)).WithExpressionBody(null).WithBlock(block);
                if (becomesAsync)
                    now = (LambdaExpressionSyntax)now.WithAsyncKeyword(SyntaxFactory.Token(SyntaxKind.AsyncKeyword).WithTrailingTrivia(SyntaxFactory.Space));
                return now.WithTriviaFrom(current).WithAdditionalAnnotations(Formatter.Annotation);
            });
    }
}
