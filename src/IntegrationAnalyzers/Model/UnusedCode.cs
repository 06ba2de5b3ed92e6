using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace IntegrationAnalyzers.Model;

/// <summary>
/// Code that nobody calls: what breaks there breaks nothing yet. Told by names alone, and only where nobody else can call: a method or class whose name stands once in the whole project,
/// private or in a program. What a framework may find by itself (by an attribute, a base class, an interface, a name) is used.
/// </summary>
internal sealed class UnusedCode(SourceIndex source, ProjectRole project)
{
    private readonly Memo<SyntaxNode, bool> _known = new();
    private readonly Lazy<bool> _isOpen = new(() => project.IsLibrary || MarkupCode.IsMissing(source));

    /// <summary>Whether the place stands in a method that nobody calls, in a class that nobody names, or behind a statement that leaves.</summary>
    public bool Holds(SyntaxNode place, CancellationToken cancellationToken)
    {
        foreach (var node in place.AncestorsAndSelf())
        {
            if (node is StatementSyntax statement && statement.IsPassedOver())
                return true;
            if (node is MethodDeclarationSyntax or ClassDeclarationSyntax && _known.GetOrAdd(node, declared => IsUnused(declared, cancellationToken)))
                return true;
        }

        return false;
    }

    private bool IsUnused(SyntaxNode declared, CancellationToken cancellationToken) => declared switch
    {
        MethodDeclarationSyntax method => IsUnused(method, cancellationToken),
        ClassDeclarationSyntax type => IsUnused(type, cancellationToken),
        _ => false,
    };

    private bool IsUnused(MethodDeclarationSyntax method, CancellationToken cancellationToken)
    {
        var isPrivate = MemberEntry.IsPrivateIn(method);
        if ((!isPrivate && _isOpen.Value) || method.Parent is not ClassDeclarationSyntax type || IsFoundByFrameworks(method, type))
            return false;
        if (!isPrivate && (IsFoundByFrameworks(type) || type.BaseList is not null))
            return false;

        return OnlyMentions(method.Identifier.ValueText, method.SyntaxTree, cancellationToken) is { Count: 1 };
    }

    private bool IsUnused(ClassDeclarationSyntax type, CancellationToken cancellationToken) =>
        !_isOpen.Value && !IsFoundByFrameworks(type) && type.BaseList is null && !HoldsExtensions(type) &&
        OnlyMentions(type.Identifier.ValueText, type.SyntaxTree, cancellationToken) is { } mentions && mentions.TrueForAll(at => type.Span.Contains(at)) && !project.HasWindows;

    /// <summary>Where the name stands, if it stands in one file alone; in comments and texts, too, by which it may be found as well.</summary>
    private List<int>? OnlyMentions(string name, SyntaxTree tree, CancellationToken cancellationToken)
    {
        if (source.TreesWith(name).Any(other => other != tree))
            return null;
        var text = tree.GetText(cancellationToken);
        return TextWords.PositionsOf(name, text, new TextSpan(0, text.Length));
    }

    // The other half of a partial class may be markup.
    private static bool IsFoundByFrameworks(MethodDeclarationSyntax method, ClassDeclarationSyntax type) =>
        type.Modifiers.Any(SyntaxKind.PartialKeyword) || method.AttributeLists.Count > 0 || method.ExplicitInterfaceSpecifier is not null ||
        method.Modifiers.Any(static m => m.IsKind(SyntaxKind.OverrideKeyword) || m.IsKind(SyntaxKind.VirtualKeyword) || m.IsKind(SyntaxKind.AbstractKeyword) || m.IsKind(SyntaxKind.PartialKeyword)) ||
        FrameworkNames.FindsMethod(method.Identifier.ValueText) ||
        method.ParameterList.Parameters.Any(static p => p.Type?.ToString().EndsWith("EventArgs", StringComparison.Ordinal) == true) ||
        (type.BaseList is not null && method.ReturnType is PredefinedTypeSyntax { RawKind: (int)SyntaxKind.VoidKeyword });

    private static bool IsFoundByFrameworks(ClassDeclarationSyntax type) =>
        type.AttributeLists.Count > 0 || type.Modifiers.Any(SyntaxKind.PartialKeyword) || FrameworkNames.FindsClass(type.Identifier.ValueText) ||
        type.Members.Any(static member => member.AttributeLists.Count > 0 || member is MethodDeclarationSyntax { Identifier.ValueText: FrameworkNames.EntryPoint }) ||
        type.Parent is ClassDeclarationSyntax outer && IsFoundByFrameworks(outer);

    private static bool HoldsExtensions(ClassDeclarationSyntax type) =>
        type.Members.Any(static member => member is MethodDeclarationSyntax { ParameterList.Parameters: [var first, ..] } && first.Modifiers.Any(SyntaxKind.ThisKeyword));
}
