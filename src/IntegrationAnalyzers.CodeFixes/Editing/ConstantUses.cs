using System.Linq;
using IntegrationAnalyzers.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.CodeFixes.Editing;

/// <summary>Whether a constant may become a value that is computed at run time.</summary>
internal static class ConstantUses
{
    public static bool AllowRunTimeValue(FixRequest request, VariableDeclaratorSyntax declarator)
    {
        if (declarator.Parent is not VariableDeclarationSyntax { Variables.Count: 1 } ||
            request.Model.GetDeclaredSymbol(declarator, request.CancellationToken) is not { } constant ||
            constant.ContainingType is { TypeKind: TypeKind.Interface } ||
            IsSeenByOtherProjects(request, constant) ||
            IntegrationModel.For(request.Model.Compilation).Source.Uses(constant, request.CancellationToken) is not { } uses)
        {
            return false;
        }

        foreach (var use in uses)
        {
            if (NeedsConstant(use.Name) || (constant is ILocalSymbol && IsInStaticFunction(use.Name, declarator)))
                return false;
        }

        return true;
    }

    /// <summary>Whether the language wants a constant where the expression stands.</summary>
    public static bool NeedsConstant(SyntaxNode expression)
    {
        for (var node = expression; node.Parent is not null; node = node.Parent)
        {
            switch (node.Parent)
            {
                case AttributeArgumentSyntax or CaseSwitchLabelSyntax or ConstantPatternSyntax or GotoStatementSyntax or EnumMemberDeclarationSyntax or QueryExpressionSyntax:
                case EqualsValueClauseSyntax { Parent: ParameterSyntax }:
                case BinaryExpressionSyntax binary when binary.IsKind(SyntaxKind.IsExpression) && binary.Right == node:
                    return true;
                case EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent.Parent: var declaration } }:
                    return declaration is FieldDeclarationSyntax field && field.Modifiers.Any(SyntaxKind.ConstKeyword) ||
                        declaration is LocalDeclarationStatementSyntax { IsConst: true };
                case StatementSyntax or MemberDeclarationSyntax or ArrowExpressionClauseSyntax:
                    return false;
            }
        }

        return false;
    }

    private static bool IsSeenByOtherProjects(FixRequest request, ISymbol constant)
    {
        if (constant is not IFieldSymbol)
            return false;

        for (ISymbol? symbol = constant; symbol is not null and not INamespaceSymbol; symbol = symbol.ContainingSymbol)
        {
            if (symbol.DeclaredAccessibility is Accessibility.Private or Accessibility.Internal or Accessibility.ProtectedAndInternal)
                return false;
        }

        var project = request.Document.Project;
        return project.Solution.Projects.Any(p => p.ProjectReferences.Any(r => r.ProjectId == project.Id));
    }

    private static bool IsInStaticFunction(SyntaxNode use, VariableDeclaratorSyntax declarator) =>
        use.Ancestors().TakeWhile(a => !a.Span.Contains(declarator.Span)).Any(static a =>
            a is LocalFunctionStatementSyntax function && function.Modifiers.Any(SyntaxKind.StaticKeyword) ||
            a is AnonymousFunctionExpressionSyntax lambda && lambda.Modifiers.Any(SyntaxKind.StaticKeyword));
}
