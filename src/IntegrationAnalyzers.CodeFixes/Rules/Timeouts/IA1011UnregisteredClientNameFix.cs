using System.Composition;
using IntegrationAnalyzers.CodeFixes.Editing;
using IntegrationAnalyzers.Rules.Timeouts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.CodeFixes.Rules.Timeouts;

/// <summary>Writes the registered name that looks like the one asked for. Not offered where none does, two do, or the name is no literal at the call.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(IA1011UnregisteredClientNameFix)), Shared]
public sealed class IA1011UnregisteredClientNameFix() : IntegrationCodeFix(IA1011UnregisteredClientName.Id, "Use the registered name")
{
    private protected override FixPlan? Plan(FixRequest request)
    {
        if (request.Node is not LiteralExpressionSyntax literal || !literal.IsKind(SyntaxKind.StringLiteralExpression) ||
            !request.Diagnostic.Properties.TryGetValue(IA1011UnregisteredClientName.NearestName, out var name) || name is null)
        {
            return null;
        }

        return new FixPlan(editor => editor.ReplaceNode(
            literal,
            SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(name)).WithTriviaFrom(literal)))
        {
            Title = $"Use the registered name '{name}'",
        };
    }
}
