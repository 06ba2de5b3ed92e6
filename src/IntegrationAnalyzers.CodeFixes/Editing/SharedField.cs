using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Text;

namespace IntegrationAnalyzers.CodeFixes.Editing;

/// <summary>
/// A <c>private static readonly</c> field at the top of a type: one for all places whose fix writes the very same field. Several of one type stand by their names, in
/// whatever order they were written.
/// </summary>
internal sealed class SharedField
{
    private const string Modifiers = "private static readonly";

    /// <summary>How initializers are handed in; the file has its own.</summary>
    private const string WrittenStep = "    ";

    private readonly TypeDeclarationSyntax _type;
    private readonly string _typeName;
    private readonly string _declaration;
    private readonly string _newLine;
    private readonly string _step;

    private SharedField(TypeDeclarationSyntax type, string typeName, string name, string initializer, SourceText text)
    {
        _type = type;
        _typeName = typeName;
        Name = name;
        _declaration = $"{Modifiers} {typeName} {name} = {initializer};";
        _newLine = LineEnding.Of(text);
        _step = FileIndentation.Of(text).Step;
    }

    public string Name { get; }

    /// <summary>The field for the type round the place; null where there is none to hold it, or the name means something else.</summary>
    /// <param name="request">The diagnostic to mend.</param>
    /// <param name="typeName">The field's type as the place may write it.</param>
    /// <param name="name">The field's name.</param>
    /// <param name="initializer">Its value, in which every line but the first is written as it stands in the type's first column of members.</param>
    public static SharedField? For(FixRequest request, string typeName, string name, string initializer)
    {
        if (TypeMembers.Holder(request) is not { } type)
            return null;

        var field = new SharedField(type, typeName, name, initializer, request.Root.SyntaxTree.GetText(request.CancellationToken));

        return TypeMembers.IsTaken(request, type, name) && !type.Members.Any(field.IsSame) ? null : field;
    }

    public void Declare(DocumentEditor editor) =>
        editor.ReplaceNode(_type, (current, _) => current is TypeDeclarationSyntax type && !type.Members.Any(IsSame) ? Insert(type) : current);

    private TypeDeclarationSyntax Insert(TypeDeclarationSyntax type)
    {
        var next = type.Members[0];
        var indentation = TypeMembers.Indentation(next);
        var isOnOneLine = !type.OpenBraceToken.TrailingTrivia.Any(SyntaxKind.EndOfLineTrivia) && !next.GetLeadingTrivia().Any(SyntaxKind.EndOfLineTrivia);
        if (isOnOneLine)
        {
            var flat = SyntaxFactory.ParseMemberDeclaration(_declaration.Replace("\n" + WrittenStep, " ").Replace("\n", " "))!;
            return type.WithMembers(type.Members.Insert(0, flat.WithTrailingTrivia(SyntaxFactory.Space)));
        }

        var field = SyntaxFactory.ParseMemberDeclaration(indentation + _declaration.Replace("\n" + WrittenStep, "\n" + _step).Replace("\n", _newLine + indentation))!;
        var end = SyntaxFactory.EndOfLine(_newLine);
        var index = type.Members.TakeWhile(StandsBefore).Count();
        var members = index == 0 ? type.Members : type.Members.Replace(type.Members[index - 1], type.Members[index - 1].WithTrailingTrivia(end));
        return type.WithMembers(members.Insert(index, field.WithTrailingTrivia(index < members.Count && NeedsBlankLine(members[index]) ? SyntaxFactory.TriviaList(end, end) : SyntaxFactory.TriviaList(end))));
    }

    /// <summary>Whether a blank line is to be written before the member: none stands there yet, as it does behind a field that a fix wrote before, and it is no further field.</summary>
    private static bool NeedsBlankLine(MemberDeclarationSyntax follower)
    {
        var leading = follower.GetLeadingTrivia().SkipWhile(static t => t.IsKind(SyntaxKind.WhitespaceTrivia)).ToList();
        return leading.Count == 0 ? follower is not FieldDeclarationSyntax : !leading[0].IsKind(SyntaxKind.EndOfLineTrivia);
    }

    /// <summary>Whether the member is such a field, as a fix may have written it, whose name comes first.</summary>
    private bool StandsBefore(MemberDeclarationSyntax member) =>
        member is FieldDeclarationSyntax { Declaration: { Variables: [{ Identifier.ValueText: var name, Initializer.Value: BaseObjectCreationExpressionSyntax }] } declaration } field &&
        field.Modifiers.ToString() == Modifiers && declaration.Type.ToString() == _typeName && string.CompareOrdinal(name, Name) < 0 &&
        field.GetTrailingTrivia().All(static t => t.IsKind(SyntaxKind.EndOfLineTrivia));

    private bool IsSame(MemberDeclarationSyntax member) =>
        member is FieldDeclarationSyntax { Declaration.Variables: [{ Identifier.ValueText: var name }] } && name == Name && Flat(member.ToString()) == Flat(_declaration);

    private static string Flat(string code) => string.Concat(code.Where(static c => !char.IsWhiteSpace(c))).Replace(",}", "}");
}
