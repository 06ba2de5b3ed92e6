using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace IntegrationAnalyzers.Roslyn;

/// <summary>A type as declared in one file: names only, nothing bound.</summary>
/// <param name="BaseNames">Simple names of its base list.</param>
/// <param name="Members">Methods, properties, constructors and fields; of a partial type, those of this file.</param>
internal sealed record TypeEntry(string Name, TextSpan Span, ImmutableArray<string> BaseNames, ImmutableArray<MemberEntry> Members)
{
    public static TypeEntry Of(TypeDeclarationSyntax type, TreeIndex file)
    {
        var bases = ImmutableArray.CreateBuilder<string>();
        if (type.BaseList is { } list)
        {
            foreach (var item in list.Types)
            {
                if (SimpleName(item.Type) is { } name)
                    bases.Add(name);
            }
        }

        var members = ImmutableArray.CreateBuilder<MemberEntry>();
        foreach (var member in type.Members)
        {
            if (MemberEntry.Of(member, file) is { } entry)
                members.Add(entry);
        }

        return new TypeEntry(type.Identifier.ValueText, type.Span, bases.ToImmutable(), members.ToImmutable());
    }

    public static TypeEntry TopLevel(CompilationUnitSyntax unit, TreeIndex file) =>
        new("<Program>", unit.Span, ImmutableArray<string>.Empty, ImmutableArray.Create(MemberEntry.TopLevel(unit, file)));

    /// <summary>The last identifier of a type's name: <c>Task&lt;HttpClient&gt;</c> gives Task, <c>a.B?</c> gives B.</summary>
    public static string? SimpleName(TypeSyntax? type) => type switch
    {
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax alias => alias.Name.Identifier.ValueText,
        NullableTypeSyntax nullable => SimpleName(nullable.ElementType),
        _ => null,
    };
}

/// <summary>A member as declared: its name, its type's simple name, the simple names of its attributes, and the words of its text.</summary>
internal sealed class MemberEntry
{
    private readonly TreeIndex _file;
    private TextWords? _words;

    private MemberEntry(string name, string? typeName, bool isPrivate, bool isMethod, ImmutableArray<string> attributes, TextSpan span, TreeIndex file)
    {
        Name = name;
        TypeName = typeName;
        IsPrivate = isPrivate;
        IsMethod = isMethod;
        Attributes = attributes;
        Span = span;
        _file = file;
    }

    public string Name { get; }

    public string? TypeName { get; }

    public bool IsPrivate { get; }

    /// <summary>Whether an invocation can name it.</summary>
    public bool IsMethod { get; }

    public ImmutableArray<string> Attributes { get; }

    public TextSpan Span { get; }

    public TextWords Words => _words ??= TextWords.Read(_file.Text, Span);

    /// <summary>Whether the member invokes one of the names.</summary>
    public bool CallsAny(HashSet<uint> names) => _file.Called.ContainsAny(names, Span);

    public static MemberEntry? Of(MemberDeclarationSyntax member, TreeIndex file)
    {
        var (name, type) = member switch
        {
            MethodDeclarationSyntax m => (m.Identifier.ValueText, m.ReturnType),
            ConstructorDeclarationSyntax => (".ctor", null),
            PropertyDeclarationSyntax p => (p.Identifier.ValueText, p.Type),
            FieldDeclarationSyntax { Declaration.Variables: [var v, ..] } f => (v.Identifier.ValueText, f.Declaration.Type),
            OperatorDeclarationSyntax or ConversionOperatorDeclarationSyntax or IndexerDeclarationSyntax => ("", null),
            _ => (null, (TypeSyntax?)null),
        };
        if (name is null)
            return null;

        return new MemberEntry(
            name, TypeEntry.SimpleName(type), IsPrivateIn(member), member is MethodDeclarationSyntax, AttributesOf(member), member.Span, file);
    }

    /// <summary>Whether only the type itself sees the member, by its modifiers.</summary>
    public static bool IsPrivateIn(MemberDeclarationSyntax member) =>
        !member.Modifiers.Any(SyntaxKind.PublicKeyword) && !member.Modifiers.Any(SyntaxKind.InternalKeyword) &&
        !member.Modifiers.Any(SyntaxKind.ProtectedKeyword) && member.Parent is not InterfaceDeclarationSyntax;

    public static MemberEntry TopLevel(CompilationUnitSyntax unit, TreeIndex file) =>
        new("<Main>", null, true, true, ImmutableArray<string>.Empty, unit.Span, file);

    private static ImmutableArray<string> AttributesOf(MemberDeclarationSyntax member)
    {
        if (member.AttributeLists.Count == 0)
            return ImmutableArray<string>.Empty;

        var attributes = ImmutableArray.CreateBuilder<string>();
        foreach (var list in member.AttributeLists)
        {
            foreach (var attribute in list.Attributes)
            {
                if (TypeEntry.SimpleName(attribute.Name) is { } attributeName)
                    attributes.Add(attributeName);
            }
        }

        return attributes.ToImmutable();
    }
}
