using System.Linq;
using IntegrationAnalyzers.Model;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.CodeFixes.Editing;

/// <summary>
/// A constant, or a static member's text, as what is computed at run time. A field becomes a property, and a property computes its value: what a static initializer throws makes the whole type
/// unusable, and its message comes wrapped into that of another exception.
/// </summary>
internal static class ComputedValue
{
    /// <summary>The declaration of the constant that the expression is a part of the value of; null where it is none's.</summary>
    public static VariableDeclaratorSyntax? ConstantOf(SyntaxNode expression) => ValueOf(expression)?.Parent switch
    {
        VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax field } constant when field.Modifiers.Any(SyntaxKind.ConstKeyword) => constant,
        VariableDeclaratorSyntax { Parent.Parent: LocalDeclarationStatementSyntax { IsConst: true } } constant => constant,
        _ => null,
    };

    /// <summary>What is declared in another way when the expression becomes a read: a constant, or a static member of the type <c>string</c> that nobody sets again; null where nothing is, or can be.</summary>
    public static SyntaxNode? DeclarationOf(FixRequest request, SyntaxNode expression)
    {
        if (ConstantOf(expression) is { } constant)
            return constant.Parent!.Parent;
        return ValueOf(expression)?.Parent switch
        {
            VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: FieldDeclarationSyntax { AttributeLists.Count: 0 } field } } declarator when IsOnlyRead(request, declarator) => field,
            PropertyDeclarationSyntax { AttributeLists.Count: 0, AccessorList.Accessors: [{ RawKind: (int)SyntaxKind.GetAccessorDeclaration, Body: null, ExpressionBody: null, AttributeLists.Count: 0 }] } property
                when IsOnlyRead(request, property) => property,
            _ => null,
        };
    }

    /// <summary>The declaration without <c>const</c>, the field or the initializer.</summary>
    public static SyntaxNode Of(SyntaxNode declaration)
    {
        switch (declaration)
        {
            case FieldDeclarationSyntax { Declaration: { Variables: [{ Initializer: { } initializer } variable] } declared } field:
                return SyntaxFactory.PropertyDeclaration(
                    field.AttributeLists, Modifiers(field.Modifiers), declared.Type, explicitInterfaceSpecifier: null, variable.Identifier, accessorList: null, Arrow(initializer), initializer: null, field.SemicolonToken);
            case PropertyDeclarationSyntax { Initializer: { } initializer } property:
                return property.WithAccessorList(null).WithInitializer(null).WithExpressionBody(Arrow(initializer));
            case LocalDeclarationStatementSyntax local:
                var keyword = local.Modifiers.First(static m => m.IsKind(SyntaxKind.ConstKeyword));
                return local.WithModifiers(local.Modifiers.Remove(keyword))
                    .WithDeclaration(local.Declaration.WithLeadingTrivia(keyword.LeadingTrivia));
            default:
                return declaration;
        }
    }

    private static SyntaxTokenList Modifiers(SyntaxTokenList field)
    {
        var constant = field.FirstOrDefault(static m => m.IsKind(SyntaxKind.ConstKeyword));
        if (constant != default)
            return field.Replace(constant, SyntaxFactory.Token(SyntaxKind.StaticKeyword).WithTriviaFrom(constant));

        var index = field.IndexOf(SyntaxKind.ReadOnlyKeyword);
        if (index < 0)
            return field;
        var others = field.RemoveAt(index);
        return index > 0 ? others : others.Replace(others[0], others[0].WithLeadingTrivia(field[0].LeadingTrivia));
    }

    private static ArrowExpressionClauseSyntax Arrow(EqualsValueClauseSyntax initializer) =>
        SyntaxFactory.ArrowExpressionClause(SyntaxFactory.Token(SyntaxKind.EqualsGreaterThanToken).WithTriviaFrom(initializer.EqualsToken), initializer.Value);

    /// <summary>The value of a variable or a property that the expression belongs to, outside of functions.</summary>
    private static EqualsValueClauseSyntax? ValueOf(SyntaxNode expression) =>
        expression.Ancestors().TakeWhile(static a => a is not (StatementSyntax or MemberDeclarationSyntax or AnonymousFunctionExpressionSyntax)).OfType<EqualsValueClauseSyntax>().LastOrDefault();

    private static bool IsOnlyRead(FixRequest request, SyntaxNode declaration) =>
        request.Model.GetDeclaredSymbol(declaration, request.CancellationToken) is { IsStatic: true } and
            (IFieldSymbol { IsReadOnly: true, Type.SpecialType: SpecialType.System_String } or IPropertySymbol { Type.SpecialType: SpecialType.System_String }) and var symbol &&
        IntegrationModel.For(request.Model.Compilation).Source.Uses(symbol, request.CancellationToken) is { } uses && uses.All(static use => IsRead(use.Name));

    private static bool IsRead(SyntaxNode name)
    {
        var whole = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name;
        return whole.Parent switch
        {
            AssignmentExpressionSyntax assignment => assignment.Left != whole,
            ArgumentSyntax argument => argument.RefKindKeyword.IsKind(SyntaxKind.None),
            RefExpressionSyntax => false,
            _ => true,
        };
    }
}
