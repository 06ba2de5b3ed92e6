using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Text;

namespace IntegrationAnalyzers.CodeFixes.Editing;

/// <summary>Lets one statement use an API whose use is an error unless it is allowed by the API's ID.</summary>
internal static class ExperimentalApi
{
    public static void Allow(StatementSyntax statement, string id, FixRequest request, DocumentEditor editor)
    {
        if (IsAllowed(statement, id, request))
            return;
        var newLine = LineEnding.Of(request.Root.SyntaxTree.GetText(request.CancellationToken));
        editor.ReplaceNode(statement, (current, _) => Wrapped((StatementSyntax)current, id, newLine));
    }

    private static StatementSyntax Wrapped(StatementSyntax statement, string id, string newLine)
    {
        var leading = statement.GetLeadingTrivia();
        if (leading.ToFullString().Contains("warning disable " + id))
            return statement;
        var indentation = leading.Reverse().TakeWhile(static t => t.IsKind(SyntaxKind.WhitespaceTrivia)).Reverse().ToList();
        var trailing = statement.GetTrailingTrivia();
        var end = trailing.Any(static t => t.IsKind(SyntaxKind.EndOfLineTrivia)) ? "" : newLine;
        return statement
            .WithLeadingTrivia(leading.Take(leading.Count - indentation.Count).Concat(Directive("disable", id, newLine)).Concat(indentation))
            .WithTrailingTrivia(trailing.Concat(SyntaxFactory.ParseTrailingTrivia(end)).Concat(Directive("restore", id, newLine)));
    }

    private static SyntaxTriviaList Directive(string action, string id, string newLine) => SyntaxFactory.ParseLeadingTrivia($"#pragma warning {action} {id}{newLine}");

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
