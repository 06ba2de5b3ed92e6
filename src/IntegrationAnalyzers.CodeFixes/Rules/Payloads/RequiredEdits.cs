using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.CodeFixes.Rules.Payloads;

/// <summary>How a member is written that has to be there.</summary>
internal static class RequiredEdits
{
    /// <summary><c>public required string Name { get; set; }</c>, without the <c>= null!</c> that stood for it.</summary>
    public static PropertyDeclarationSyntax Required(PropertyDeclarationSyntax property)
    {
        if (property.Initializer is not null)
        {
            var end = property.SemicolonToken.TrailingTrivia;
            property = property.WithInitializer(null).WithSemicolonToken(default);
            property = property.WithAccessorList(property.AccessorList!.WithCloseBraceToken(property.AccessorList.CloseBraceToken.WithTrailingTrivia(end)));
        }

        var word = SyntaxFactory.Token(SyntaxKind.RequiredKeyword).WithTrailingTrivia(SyntaxFactory.Space);
        if (property.Modifiers.Count > 0)
            return property.WithModifiers(property.Modifiers.Add(word));
        var leading = property.Type.GetLeadingTrivia();
        return property.WithType(property.Type.WithLeadingTrivia()).WithModifiers(SyntaxFactory.TokenList(word.WithLeadingTrivia(leading)));
    }

    /// <summary>The property with the attribute on a line of its own.</summary>
    public static PropertyDeclarationSyntax WithAttribute(PropertyDeclarationSyntax property, string attribute, string newLine)
    {
        var leading = property.GetLeadingTrivia();
        var indentation = leading.LastOrDefault() is { RawKind: (int)SyntaxKind.WhitespaceTrivia } white ? SyntaxFactory.TriviaList(white) : SyntaxFactory.TriviaList();
        var isOnOneLine = !leading.Any(SyntaxKind.WhitespaceTrivia) && !leading.Any(SyntaxKind.EndOfLineTrivia) && property.AttributeLists.Count > 0;
        var list = List(attribute).WithLeadingTrivia(leading)
            .WithTrailingTrivia(isOnOneLine ? SyntaxFactory.Space : SyntaxFactory.EndOfLine(newLine));
        return property.WithLeadingTrivia(indentation).WithAttributeLists(property.WithLeadingTrivia(indentation).AttributeLists.Insert(0, list));
    }

    /// <summary>The parameter of a record with the attribute on its property.</summary>
    public static ParameterSyntax WithAttribute(ParameterSyntax parameter, string attribute)
    {
        var list = List("property: " + attribute).WithLeadingTrivia(parameter.GetLeadingTrivia()).WithTrailingTrivia(SyntaxFactory.Space);
        parameter = parameter.WithLeadingTrivia();
        return parameter.WithAttributeLists(parameter.AttributeLists.Insert(0, list));
    }

    /// <summary>The <c>[JsonProperty]</c> that the member has, whose arguments are added to; null where it has none.</summary>
    public static AttributeSyntax? Existing(SyntaxList<AttributeListSyntax> lists) =>
        lists.SelectMany(static l => l.Attributes).FirstOrDefault(static a => LastName(a.Name) is "JsonProperty" or "JsonPropertyAttribute");

    /// <summary><c>[JsonProperty("name", Required = Required.Always)]</c>.</summary>
    public static AttributeSyntax WithRequired(AttributeSyntax attribute, string value)
    {
        var added = SyntaxFactory.AttributeArgument(SyntaxFactory.ParseExpression(value))
            .WithNameEquals(SyntaxFactory.NameEquals("Required").WithNameSpaces());
        var list = attribute.ArgumentList ?? SyntaxFactory.AttributeArgumentList();
        if (list.Arguments.Count == 0)
            return attribute.WithArgumentList(list.AddArguments(added));
        var comma = SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space);
        var items = list.Arguments.GetWithSeparators().Add(comma).Add(added);
        return attribute.WithArgumentList(list.WithArguments(SyntaxFactory.SeparatedList<AttributeArgumentSyntax>(items)));
    }

    /// <summary>The constructor with <c>[SetsRequiredMembers]</c> on a line of its own.</summary>
    public static ConstructorDeclarationSyntax WithAttribute(ConstructorDeclarationSyntax constructor, string attribute, string newLine)
    {
        var leading = constructor.GetLeadingTrivia();
        var indentation = leading.LastOrDefault() is { RawKind: (int)SyntaxKind.WhitespaceTrivia } white ? SyntaxFactory.TriviaList(white) : SyntaxFactory.TriviaList();
        var list = List(attribute).WithLeadingTrivia(leading).WithTrailingTrivia(SyntaxFactory.EndOfLine(newLine));
        constructor = constructor.WithLeadingTrivia(indentation);
        return constructor.WithAttributeLists(constructor.AttributeLists.Insert(0, list));
    }

    private static AttributeListSyntax List(string attribute) =>
        ((ClassDeclarationSyntax)SyntaxFactory.ParseMemberDeclaration($"[{attribute}] class C;")!).AttributeLists[0].WithoutTrivia();

    private static NameEqualsSyntax WithNameSpaces(this NameEqualsSyntax name) =>
        name.WithName(name.Name.WithTrailingTrivia(SyntaxFactory.Space)).WithEqualsToken(name.EqualsToken.WithTrailingTrivia(SyntaxFactory.Space));

    private static string LastName(NameSyntax name) => name switch
    {
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax alias => alias.Name.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => string.Empty,
    };
}
