using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace IntegrationAnalyzers.CodeFixes.Editing;

/// <summary>Lets one statement use an API whose use is an error unless it is allowed by the API's ID.</summary>
internal static class ExperimentalApi
{
    public static void Allow(StatementSyntax statement, string id, FixRequest request, DocumentEditor editor)
    {
        if (IsAllowed(statement, id, request))
            return;
        editor.ReplaceNode(statement, (current, _) => Wrapped((StatementSyntax)current, id));
    }

    private static StatementSyntax Wrapped(StatementSyntax statement, string id)
    {
        var leading = statement.GetLeadingTrivia();
        if (leading.ToFullString().Contains("warning disable " + id))
            return statement;
        var indentation = leading.Reverse().TakeWhile(static t => t.IsKind(SyntaxKind.WhitespaceTrivia)).Reverse().ToList();
        var above = leading.Take(leading.Count - indentation.Count);
        var trailing = statement.GetTrailingTrivia();
        var end = trailing.Any(static t => t.IsKind(SyntaxKind.EndOfLineTrivia)) ? SyntaxTriviaList.Empty : SyntaxFactory.TriviaList(SyntaxFactory.ElasticLineFeed);
        return statement
            .WithLeadingTrivia(above.Concat([Directive("disable", id), SyntaxFactory.ElasticLineFeed]).Concat(indentation))
            .WithTrailingTrivia(trailing.Concat(end).Concat([Directive("restore", id), SyntaxFactory.ElasticLineFeed]));
    }

    private static SyntaxTrivia Directive(string action, string id) => SyntaxFactory.Trivia(
        SyntaxFactory.PragmaWarningDirectiveTrivia(
            SyntaxFactory.Token(SyntaxKind.HashToken),
            SyntaxFactory.Token(SyntaxKind.PragmaKeyword).WithTrailingTrivia(SyntaxFactory.Space),
            SyntaxFactory.Token(SyntaxKind.WarningKeyword).WithTrailingTrivia(SyntaxFactory.Space),
            SyntaxFactory.Token(action == "disable" ? SyntaxKind.DisableKeyword : SyntaxKind.RestoreKeyword).WithTrailingTrivia(SyntaxFactory.Space),
            SyntaxFactory.SingletonSeparatedList<ExpressionSyntax>(SyntaxFactory.IdentifierName(id)),
            SyntaxFactory.Token(SyntaxKind.EndOfDirectiveToken),
            true));

    private static bool IsAllowed(StatementSyntax statement, string id, FixRequest request)
    {
        if (request.Model.Compilation.Options.SpecificDiagnosticOptions.TryGetValue(id, out var report) && report == ReportDiagnostic.Suppress)
            return true;
        var allowed = false;
        foreach (var directive in request.Root.DescendantTrivia(descendIntoTrivia: false).Where(t => t.IsKind(SyntaxKind.PragmaWarningDirectiveTrivia) && t.SpanStart < statement.SpanStart))
        {
            if (directive.GetStructure() is PragmaWarningDirectiveTriviaSyntax pragma && pragma.ErrorCodes.Any(code => code.ToString() == id))
                allowed = pragma.DisableOrRestoreKeyword.IsKind(SyntaxKind.DisableKeyword);
        }

        return allowed;
    }
}
