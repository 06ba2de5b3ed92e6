using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace IntegrationAnalyzers.CodeFixes.Editing;

/// <summary>
/// A private property that gives a text, behind the fields at the top of a type: one for all its places that read the same. Several of one type stand by their names, in whatever order they were written.
/// </summary>
internal sealed class SharedProperty
{
    private readonly TypeDeclarationSyntax _type;
    private readonly string _declaration;
    private readonly string _newLine;

    private SharedProperty(TypeDeclarationSyntax type, string name, string declaration, string newLine)
    {
        _type = type;
        Name = name;
        _declaration = declaration;
        _newLine = newLine;
    }

    public string Name { get; }

    /// <summary>The property of the type round the place; null where the type cannot hold it, or the name means something there already.</summary>
    /// <param name="request">The diagnostic to mend.</param>
    /// <param name="name">The property's name.</param>
    /// <param name="isStatic">Whether its value asks no instance.</param>
    /// <param name="value">The expression that it gives.</param>
    public static SharedProperty? For(FixRequest request, string name, bool isStatic, ExpressionSyntax value)
    {
        if (TypeMembers.Holder(request) is not { } type || !type.OpenBraceToken.TrailingTrivia.Any(SyntaxKind.EndOfLineTrivia) || !SyntaxFacts.IsValidIdentifier(name) || type.Members.Any(HasCondition))
            return null;

        return TypeMembers.IsTaken(request, type, name) ? null : new SharedProperty(type, name, $"private {(isStatic ? "static " : "")}string {name} => {value};", LineEnding.Of(request.Root.SyntaxTree.GetText(request.CancellationToken)));
    }

    public void Declare(DocumentEditor editor) => editor.ReplaceNode(_type, (current, _) => current is TypeDeclarationSyntax type ? Insert(type) : current);

    private TypeDeclarationSyntax Insert(TypeDeclarationSyntax type)
    {
        var members = type.Members;
        var index = members.TakeWhile(static member => member is FieldDeclarationSyntax).Count();
        index += members.Skip(index).TakeWhile(StandsBefore).Count();

        var end = SyntaxFactory.EndOfLine(_newLine);
        var indentation = SyntaxFactory.Whitespace(TypeMembers.Indentation(members[0]));
        var property = SyntaxFactory.ParseMemberDeclaration(_declaration)!
            .WithLeadingTrivia(index == 0 ? SyntaxFactory.TriviaList(indentation) : SyntaxFactory.TriviaList(end, indentation))
            .WithTrailingTrivia(end);
        if (index < members.Count && !StartsWithBlankLine(members[index]))
            members = members.Replace(members[index], members[index].WithLeadingTrivia(members[index].GetLeadingTrivia().Insert(0, end)));
        return type.WithMembers(members.Insert(index, property));
    }

    /// <summary>Whether the member is such a property, as a fix may have written it, whose name comes first.</summary>
    private bool StandsBefore(MemberDeclarationSyntax member) =>
        member is PropertyDeclarationSyntax { ExpressionBody: not null, Type: PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.StringKeyword } } property &&
        property.Modifiers.Any(SyntaxKind.PrivateKeyword) && string.CompareOrdinal(property.Identifier.ValueText, Name) < 0;

    private static bool StartsWithBlankLine(MemberDeclarationSyntax member) =>
        member.GetLeadingTrivia().FirstOrDefault(static trivia => !trivia.IsKind(SyntaxKind.WhitespaceTrivia)).IsKind(SyntaxKind.EndOfLineTrivia);

    /// <summary>What stands behind a condition of the preprocessor may not be there in every build.</summary>
    private static bool HasCondition(MemberDeclarationSyntax member) => member.GetLeadingTrivia().Any(static trivia =>
        trivia.Kind() is SyntaxKind.IfDirectiveTrivia or SyntaxKind.ElifDirectiveTrivia or SyntaxKind.ElseDirectiveTrivia or SyntaxKind.EndIfDirectiveTrivia);
}
