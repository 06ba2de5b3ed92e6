using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.CodeFixes.Editing;

/// <summary>A <c>WebRequest</c> takes its timeout in the statement after the one that makes it.</summary>
internal static class WebRequestTimeout
{
    public static FixPlan? Plan(InvocationExpressionSyntax call, int seconds)
    {
        ExpressionSyntax value = call;
        while (value.Parent is ParenthesizedExpressionSyntax or CastExpressionSyntax)
            value = (ExpressionSyntax)value.Parent;

        var (statement, variable) = value.Parent switch
        {
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax local } } declarator } =>
                ((StatementSyntax)local, declarator.Identifier.Text),
            AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Parent: ExpressionStatementSyntax assigned } assignment
                when assignment.Right == value && assignment.Left is IdentifierNameSyntax or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } =>
                (assigned, assignment.Left.WithoutTrivia().ToString()),
            _ => (null, null),
        };
        if (statement?.Parent is not (BlockSyntax or SwitchSectionSyntax or GlobalStatementSyntax))
            return null;

        var set = SyntaxFactory.ParseStatement($"{variable}.Timeout = {seconds * 1000L};");
        var trailing = statement.GetTrailingTrivia();
        var lineEnd = trailing.FirstOrDefault(static t => t.IsKind(SyntaxKind.EndOfLineTrivia));
        set = lineEnd == default
            ? set.WithTrailingTrivia(trailing)
            : set.WithLeadingTrivia(Indentation(statement)).WithTrailingTrivia(lineEnd);
        return new FixPlan(editor =>
        {
            if (lineEnd == default)
                editor.ReplaceNode(statement, static (current, _) => current.WithTrailingTrivia(SyntaxFactory.Space));
            if (statement.Parent is GlobalStatementSyntax global)
                editor.InsertAfter(global, SyntaxFactory.GlobalStatement(set));
            else
                editor.InsertAfter(statement, set);
        });
    }

    private static SyntaxTriviaList Indentation(StatementSyntax statement)
    {
        var line = statement.SyntaxTree.GetText().Lines.GetLineFromPosition(statement.SpanStart).ToString();
        var width = line.Length - line.TrimStart().Length;
        return width == 0 ? default : SyntaxFactory.TriviaList(SyntaxFactory.Whitespace(line.Substring(0, width)));
    }
}
