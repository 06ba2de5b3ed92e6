using System.Threading;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.Model.Urls;

/// <summary>
/// Whether something chooses the code at a place: a setting (<c>options.UseSandbox ? sandbox : live</c>), the environment (<c>IsDevelopment()</c>), the build
/// (<c>#if DEBUG</c>), or a caller by the name of what it calls (<c>UseSandbox()</c>). By syntax; one call up.
/// </summary>
internal sealed class EnvironmentChoice(SourceIndex source, CancellationToken cancellationToken)
{
    private const int MaxCallers = 20;

    /// <summary>Whether every way to the place is chosen.</summary>
    public bool Covers(SyntaxNode node) => Covers(node, callers: 2);

    /// <summary>Whether every use of the symbol is chosen, and there is one.</summary>
    public bool CoversUsesOf(ISymbol symbol) => AllUsesAreChosen(symbol, callers: 1);

    /// <summary><c>if (isLive) url = url.Replace("test.", "");</c>: the name is given another value for production.</summary>
    public static bool GivesWayToProduction(SyntaxNode name)
    {
        var target = name.Parent is MemberAccessExpressionSyntax member && member.Name == name ? member : name;
        if (target.Parent is not AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Parent: ExpressionStatementSyntax statement } assignment || assignment.Left != target)
            return false;
        var branch = statement.Parent is BlockSyntax block ? block : (SyntaxNode)statement;
        return branch.Parent is IfStatementSyntax choice && choice.Statement == branch && EnvironmentWords.AskForProduction(choice.Condition);
    }

    private bool Covers(SyntaxNode node, int callers)
    {
        // True as long as the node is still the value itself: a choice of values needs no word to tell that it is one.
        var isValue = true;
        for (var current = node; current.Parent is { } parent; current = parent)
        {
            cancellationToken.ThrowIfCancellationRequested();
            switch (parent)
            {
                case ConditionalExpressionSyntax choice when current != choice.Condition:
                    if (isValue ? !IsEmpty(Other(choice, current)) : EnvironmentWords.Choose(choice.Condition))
                        return true;
                    break;
                case SwitchExpressionArmSyntax { Parent: SwitchExpressionSyntax choice } arm:
                    if (isValue || EnvironmentWords.Choose(choice.GoverningExpression) || EnvironmentWords.Choose(arm.Pattern))
                        return true;
                    break;
                case IfStatementSyntax choice when current != choice.Condition && EnvironmentWords.Choose(choice.Condition):
                    return true;
                case SwitchSectionSyntax { Parent: SwitchStatementSyntax choice } section:
                    if (EnvironmentWords.Choose(choice.Expression) || Any(section.Labels))
                        return true;
                    break;
                case BlockSyntax block when FollowsExitOfOtherEnvironment(block.Statements, current):
                    return true;
                case CompilationUnitSyntax unit when current is GlobalStatementSyntax && FollowsExit(unit, current):
                    return true;
                case LocalFunctionStatementSyntax function when EnvironmentWords.Name(function.Identifier.ValueText):
                    return true;
                case BaseMethodDeclarationSyntax or PropertyDeclarationSyntax:
                    if (IsNamedForIt(parent) || IsCalledByChoice(parent, callers))
                        return true;
                    break;
            }

            isValue &= IsStillTheValue(parent);
        }

        return BuildRegions.Choose(node, cancellationToken);
    }

    private bool IsCalledByChoice(SyntaxNode member, int callers) =>
        callers > 0 && member is MethodDeclarationSyntax &&
        source.Model(member.SyntaxTree).GetDeclaredSymbol(member, cancellationToken) is IMethodSymbol method &&
        AllUsesAreChosen(method, callers - 1);

    private bool AllUsesAreChosen(ISymbol symbol, int callers)
    {
        if (source.Uses(symbol, cancellationToken) is not { Length: > 0 and <= MaxCallers } uses)
            return false;
        foreach (var use in uses)
        {
            if (!Covers(use.Name, callers))
                return false;
        }

        return true;
    }

    /// <summary>A method, property or its type that says by its name what it is for; a field's initializer is asked where the field is used.</summary>
    private static bool IsNamedForIt(SyntaxNode member)
    {
        var name = member switch
        {
            MethodDeclarationSyntax method => method.Identifier.ValueText,
            PropertyDeclarationSyntax property => property.Identifier.ValueText,
            _ => "",
        };
        if (EnvironmentWords.Name(name))
            return true;
        for (var type = member.Parent as BaseTypeDeclarationSyntax; type is not null; type = type.Parent as BaseTypeDeclarationSyntax)
        {
            if (EnvironmentWords.Name(type.Identifier.ValueText))
                return true;
        }

        return false;
    }

    /// <summary><c>if (env.IsProduction()) return live; return sandbox;</c></summary>
    private static bool FollowsExitOfOtherEnvironment(SyntaxList<StatementSyntax> statements, SyntaxNode current)
    {
        foreach (var statement in statements)
        {
            if (statement == current)
                return false;
            if (IsExitByChoice(statement))
                return true;
        }

        return false;
    }

    private static bool FollowsExit(CompilationUnitSyntax unit, SyntaxNode current)
    {
        foreach (var member in unit.Members)
        {
            if (member == current)
                return false;
            if (member is GlobalStatementSyntax { Statement: var statement } && IsExitByChoice(statement))
                return true;
        }

        return false;
    }

    private static bool IsExitByChoice(StatementSyntax statement) =>
        statement is IfStatementSyntax { Else: null } choice && choice.Statement.Exits() && EnvironmentWords.Choose(choice.Condition);

    private static bool Any(SyntaxList<SwitchLabelSyntax> labels)
    {
        foreach (var label in labels)
        {
            if (EnvironmentWords.Choose(label))
                return true;
        }

        return false;
    }

    private static bool IsStillTheValue(SyntaxNode parent) => parent switch
    {
        ParenthesizedExpressionSyntax or ConditionalExpressionSyntax or CastExpressionSyntax or PostfixUnaryExpressionSyntax or InterpolatedStringExpressionSyntax or InterpolationSyntax => true,
        BinaryExpressionSyntax binary => binary.IsKind(SyntaxKind.AddExpression),
        ArgumentSyntax or BaseObjectCreationExpressionSyntax => true,
        ArgumentListSyntax list => list.Parent is BaseObjectCreationExpressionSyntax,
        _ => false,
    };

    private static ExpressionSyntax Other(ConditionalExpressionSyntax choice, SyntaxNode branch) => choice.WhenTrue == branch ? choice.WhenFalse : choice.WhenTrue;

    private static bool IsEmpty(ExpressionSyntax expression) => expression.Kind() is
        SyntaxKind.NullLiteralExpression or SyntaxKind.DefaultLiteralExpression or SyntaxKind.ThrowExpression or SyntaxKind.DefaultExpression;
}
