using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.CodeFixes.Rules.Errors;

/// <summary>Whether the code answers one status of the upstream by itself, on purpose: <c>catch (HttpRequestException ex) when (ex.StatusCode == NotFound)</c>.</summary>
internal static class StatusToldApart
{
    public static bool Round(SyntaxNode answer)
    {
        for (var node = answer; node.Parent is { } parent and not (MemberDeclarationSyntax or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax); node = parent)
        {
            var isOne = parent switch
            {
                CatchClauseSyntax { Filter.FilterExpression: var filter } => IsOne(filter),
                IfStatementSyntax choice when choice.Statement == node => IsOne(choice.Condition),
                ConditionalExpressionSyntax choice when choice.WhenTrue == node => IsOne(choice.Condition),
                SwitchSectionSyntax { Parent: SwitchStatementSyntax { Expression: var asked } } section => NamesStatus(asked) && !section.Labels.Any(static label => label is DefaultSwitchLabelSyntax),
                SwitchExpressionArmSyntax { Pattern: not DiscardPatternSyntax, Parent: SwitchExpressionSyntax { GoverningExpression: var asked } } => NamesStatus(asked),
                _ => false,
            };
            if (isOne)
                return true;
        }

        return false;
    }

    private static bool IsOne(ExpressionSyntax condition) => NamesStatus(condition) && !condition.DescendantNodesAndSelf().Any(static part => part is
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.NotEqualsExpression } or UnaryPatternSyntax or PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression });

    private static bool NamesStatus(ExpressionSyntax asked) => asked.DescendantNodesAndSelf().Any(static part => part is IdentifierNameSyntax { Identifier.ValueText: var name } &&
        (name.EndsWith("Status", StringComparison.Ordinal) || name.EndsWith("StatusCode", StringComparison.Ordinal)) && !name.StartsWith("IsSuccess", StringComparison.Ordinal));
}
