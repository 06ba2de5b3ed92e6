using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.Model.Urls;

/// <summary>Whether code runs in development alone: <c>if (env.IsDevelopment())</c>, <c>#if DEBUG</c>.</summary>
internal static class DevelopmentBranch
{
    public static bool Covers(SyntaxNode node, CancellationToken cancellationToken)
    {
        for (var current = node; current.Parent is { } parent and not BaseTypeDeclarationSyntax; current = parent)
        {
            var asks = parent switch
            {
                IfStatementSyntax choice when current == choice.Statement => AsksFor(choice.Condition),
                ElseClauseSyntax { Parent: IfStatementSyntax choice } => !AsksFor(choice.Condition),
                ConditionalExpressionSyntax choice when current == choice.WhenTrue => AsksFor(choice.Condition),
                ConditionalExpressionSyntax choice when current == choice.WhenFalse => !AsksFor(choice.Condition),
                _ => null,
            };
            if (asks == true)
                return true;
        }

        return BuildRegions.IsDevelopmentOnly(node, cancellationToken);
    }

    /// <summary>Whether the condition holds in development alone (true), everywhere else alone (false), or says nothing of the kind.</summary>
    public static bool? AsksFor(ExpressionSyntax condition)
    {
        switch (condition)
        {
            case ParenthesizedExpressionSyntax parenthesized:
                return AsksFor(parenthesized.Expression);
            case PrefixUnaryExpressionSyntax not when not.IsKind(SyntaxKind.LogicalNotExpression):
                return !AsksFor(not.Operand);
            case BinaryExpressionSyntax both when both.IsKind(SyntaxKind.LogicalAndExpression):
                return AsksFor(both.Left) == true || AsksFor(both.Right) == true ? true : null;
            case BinaryExpressionSyntax same when same.IsKind(SyntaxKind.EqualsExpression):
                return EnvironmentWords.SpeakOfDevelopment(same) ? true : null;
            case BinaryExpressionSyntax other when other.IsKind(SyntaxKind.NotEqualsExpression):
                return EnvironmentWords.SpeakOfDevelopment(other) ? false : null;
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "IsProduction" } }:
                return false;
            case InvocationExpressionSyntax or MemberAccessExpressionSyntax or IdentifierNameSyntax:
                return EnvironmentWords.SpeakOfDevelopment(condition) ? true : null;
            default:
                return null;
        }
    }
}
