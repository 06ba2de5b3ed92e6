using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace IntegrationAnalyzers.CodeFixes.Rules.Payloads;

/// <summary>Where an expression may be evaluated before its statement and nobody can tell the difference.</summary>
internal static class HoistPlace
{
    /// <summary>The statement before which it may be; null where it runs on a condition, later, several times, or after something that has an effect.</summary>
    public static StatementSyntax? Of(ExpressionSyntax expression, SemanticModel model)
    {
        SyntaxNode inner = expression;
        for (var outer = expression.Parent; outer is not null; inner = outer, outer = outer.Parent)
        {
            switch (outer)
            {
                case AnonymousFunctionExpressionSyntax or QueryExpressionSyntax or SwitchExpressionArmSyntax or CatchFilterClauseSyntax or ArrowExpressionClauseSyntax or MemberDeclarationSyntax:
                case ConditionalExpressionSyntax choice when inner != choice.Condition:
                case ConditionalAccessExpressionSyntax access when inner == access.WhenNotNull:
                case AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceAssignmentExpression } assignment when inner == assignment.Right:
                case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression or (int)SyntaxKind.LogicalOrExpression or (int)SyntaxKind.CoalesceExpression } binary when inner == binary.Right:
                    return null;
                case StatementSyntax statement:
                    return TakesStatementBefore(statement, inner) && !HasEffectBefore(statement, expression, model) ? statement : null;
            }
        }

        return null;
    }

    /// <summary>Puts the statement before the other; of several, the one that is put last stands first.</summary>
    public static void Insert(SyntaxEditor editor, StatementSyntax before, StatementSyntax inserted)
    {
        var siblings = Siblings(before);
        var index = siblings.IndexOf(before);
        if (before.Parent is GlobalStatementSyntax { Parent: CompilationUnitSyntax unit } global)
            editor.InsertAfter(unit.Members[unit.Members.IndexOf(global) - 1], SyntaxFactory.GlobalStatement(inserted));
        else if (index > 0)
            editor.InsertAfter(siblings[index - 1], inserted);
        else if (before.Parent is SwitchSectionSyntax section)
            editor.ReplaceNode(section, (current, _) => ((SwitchSectionSyntax)current).WithStatements(((SwitchSectionSyntax)current).Statements.Insert(0, inserted)));
        else
            editor.ReplaceNode(before.Parent!, (current, _) => ((BlockSyntax)current).WithStatements(((BlockSyntax)current).Statements.Insert(0, inserted)));
    }

    private static SyntaxList<StatementSyntax> Siblings(StatementSyntax statement) => statement.Parent switch
    {
        BlockSyntax block => block.Statements,
        SwitchSectionSyntax section => section.Statements,
        _ => default,
    };

    private static bool TakesStatementBefore(StatementSyntax statement, SyntaxNode part)
    {
        var stands = statement.Parent is BlockSyntax or SwitchSectionSyntax ||
            (statement.Parent is GlobalStatementSyntax { Parent: CompilationUnitSyntax unit } global && unit.Members.IndexOf(global) > 0);
        return stands && statement switch
        {
            LocalDeclarationStatementSyntax or ExpressionStatementSyntax or ReturnStatementSyntax or YieldStatementSyntax or ThrowStatementSyntax => true,
            IfStatementSyntax chosen => chosen.Condition == part,
            CommonForEachStatementSyntax loop => loop.Expression == part,
            SwitchStatementSyntax chosen => chosen.Expression == part,
            UsingStatementSyntax used => used.Statement != part,
            _ => false,
        };
    }

    private static bool HasEffectBefore(StatementSyntax statement, ExpressionSyntax expression, SemanticModel model)
    {
        foreach (var node in statement.DescendantNodes())
        {
            if (node.SpanStart >= expression.SpanStart)
                return false;
            if (node.Span.Contains(expression.Span))
                continue;
            switch (node)
            {
                case InvocationExpressionSyntax invocation when !IsPure(model.GetSymbolInfo(invocation).Symbol):
                case BaseObjectCreationExpressionSyntax or AwaitExpressionSyntax or AssignmentExpressionSyntax or AnonymousFunctionExpressionSyntax:
                case PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression or (int)SyntaxKind.PostDecrementExpression }:
                case PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression }:
                    return true;
            }
        }

        return false;
    }

    /// <summary>What may throw and does nothing else.</summary>
    private static bool IsPure(ISymbol? method) =>
        method?.ContainingType is { } type && (type.SpecialType is not (SpecialType.None or SpecialType.System_Object) || type.Name is "JsonElement" or "JsonDocument");
}
