using System;
using System.Collections.Generic;
using System.Composition;
using IntegrationAnalyzers.CodeFixes.Editing;
using IntegrationAnalyzers.Model;
using IntegrationAnalyzers.Rules.Timeouts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.CodeFixes.Rules.Timeouts;

/// <summary>
/// Ends the base address with a slash, and drops the one at the start of the requests' addresses. Not offered where one of them is no plain text in this file: half of the
/// change would send the requests to yet another address.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(IA1012LostBasePathFix)), Shared]
public sealed class IA1012LostBasePathFix() : IntegrationCodeFix(IA1012LostBasePath.Id, "Mend the slashes of the addresses")
{
    private protected override FixPlan? Plan(FixRequest request)
    {
        if (request.Node.FirstAncestorOrSelf<AssignmentExpressionSyntax>() is not { } assignment ||
            request.Model.GetOperation(assignment, request.CancellationToken) is not ISimpleAssignmentOperation operation ||
            IntegrationModel.For(request.Model.Compilation).LostPaths.Read(operation, request.CancellationToken) is not { } lost)
        {
            return null;
        }

        var edits = new List<(SyntaxToken Old, SyntaxToken New)>();
        if (!lost.Base.EndsWith("/", StringComparison.Ordinal))
        {
            if (LastText(Address(assignment.Right)) is not { } end || Changed(end, static (text, quote) => text.Insert(text.Length - quote, "/")) is not { } slashed)
                return null;
            edits.Add((end, slashed));
        }

        foreach (var rooted in lost.Rooted)
        {
            if (rooted.Syntax.SyntaxTree != request.Root.SyntaxTree || FirstText(rooted.Syntax) is not { } token || Changed(token, static (text, _) => WithoutSlash(text)) is not { } relative)
                return null;
            edits.Add((token, relative));
        }

        return new FixPlan(editor =>
        {
            foreach (var (old, changed) in edits)
                editor.ReplaceNode(old.Parent!, (current, _) => current.ReplaceToken(current.FindToken(current.SpanStart), changed.WithTriviaFrom(current.FindToken(current.SpanStart))));
        });
    }

    private static ExpressionSyntax Address(ExpressionSyntax value) =>
        value is BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: [var first, ..] } ? first.Expression : value;

    /// <summary>The token that the base address ends with.</summary>
    private static SyntaxToken? LastText(ExpressionSyntax address) => address switch
    {
        LiteralExpressionSyntax literal => literal.Token,
        InterpolatedStringExpressionSyntax { Contents: [.., InterpolatedStringTextSyntax text] } => text.TextToken,
        BinaryExpressionSyntax sum => LastText(sum.Right),
        _ => null,
    };

    /// <summary>The token that the address begins with.</summary>
    private static SyntaxToken? FirstText(SyntaxNode address) => address switch
    {
        LiteralExpressionSyntax literal => literal.Token,
        InterpolatedStringExpressionSyntax { Contents: [InterpolatedStringTextSyntax text, ..] } => text.TextToken,
        BinaryExpressionSyntax sum => FirstText(sum.Left),
        ArgumentSyntax argument => FirstText(argument.Expression),
        _ => null,
    };

    /// <summary>The token with its text changed; null where it is no plain text. <c>quote</c> is what closes it.</summary>
    private static SyntaxToken? Changed(SyntaxToken token, Func<string, int, string?> change)
    {
        var quote = token.IsKind(SyntaxKind.StringLiteralToken) ? 1 : 0;
        if (quote == 0 && !token.IsKind(SyntaxKind.InterpolatedStringTextToken))
            return null;
        if (change(token.Text, quote) is not { } text)
            return null;
        return quote == 1
            ? SyntaxFactory.ParseToken(text)
            : SyntaxFactory.Token(default, SyntaxKind.InterpolatedStringTextToken, text, text, default);
    }

    private static string? WithoutSlash(string text)
    {
        var at = text.IndexOf('/');
        return at >= 0 && at <= 2 && text.Substring(0, at).Trim('@', '"').Length == 0 && text.Length > at + 1 && text[at + 1] is not ('/' or '"') ? text.Remove(at, 1) : null;
    }
}
