using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.CodeFixes.Editing;
using IntegrationAnalyzers.Model;
using IntegrationAnalyzers.Roslyn;
using IntegrationAnalyzers.Rules.Timeouts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;

namespace IntegrationAnalyzers.CodeFixes.Rules.Timeouts;

/// <summary>
/// Turns the timeout that is set for a call into a deadline of that call: a token source of that duration, linked with the token that the calls pass. Only for a <c>Timeout</c> of
/// known length that the client's own does not cut, where all calls that follow are awaited in the same function and take a token. What a constructor sets of a client that all
/// instances share is set where that is made.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(IA1008LateSettingFix)), Shared]
public sealed class IA1008LateSettingFix() : IntegrationCodeFix(IA1008LateSetting.Id, "Give the call a deadline of its own")
{
    private const string Name = "deadline";

    private protected override FixPlan? Plan(FixRequest request)
    {
        if (request.Node.FirstAncestorOrSelf<MemberAccessExpressionSyntax>() is { Parent: AssignmentExpressionSyntax set } shared && SharedClientSetting.Plan(set, shared, request) is { } moved)
            return moved;
        if (request.Node.FirstAncestorOrSelf<MemberAccessExpressionSyntax>() is not
            { Name.Identifier.ValueText: "Timeout", Parent: AssignmentExpressionSyntax { Parent: ExpressionStatementSyntax { Parent: BlockSyntax block } statement } assignment } target ||
            request.Model.GetSymbolInfo(target.Expression, request.CancellationToken).Symbol is not { } client ||
            ((CSharpParseOptions)request.Root.SyntaxTree.Options).LanguageVersion < LanguageVersion.CSharp8)
        {
            return null;
        }

        // The deadline cannot be longer than the client's own timeout, which is the default one unless somebody gave it another.
        var source = IntegrationModel.For(request.Model.Compilation).Source;
        if (request.Model.GetOperation(assignment.Right, request.CancellationToken) is not { } span || TimeSpanValue.Of(span, source, request.CancellationToken) is not { } length ||
            length <= TimeSpan.Zero || length > ClientTypes.DefaultTimeout)
        {
            return null;
        }

        // One setting a function: two would each want a deadline of that name.
        if (block.Parent is not (MethodDeclarationSyntax or LocalFunctionStatementSyntax or AccessorDeclarationSyntax) || statement.ContainsDirectives ||
            Settings(block, client, request) != 1 || block.Parent.DescendantTokens().Any(static t => t.IsKind(SyntaxKind.IdentifierToken) && t.ValueText == Name))
        {
            return null;
        }

        var calls = new List<(InvocationExpressionSyntax Call, ArgumentSyntax? Token)>();
        string? token = null;
        foreach (var call in DeadlineCalls.After(statement, block, client, request))
        {
            if (DeadlineCalls.Token(call, request) is not { } found)
                return null;
            if (calls.Count > 0 && found.Text != token)
                return null;
            token = found.Text;
            calls.Add((call, found.Argument));
        }

        if (calls.Count == 0)
            return null;

        return new FixPlan(
            editor =>
            {
                foreach (var (call, argument) in calls)
                    DeadlineCalls.Pass(editor, call, argument, Name);
                Declare(editor, statement, assignment.Right, token);
            },
            ImmutableArray.Create("System.Threading"));
    }

    private static void Declare(DocumentEditor editor, ExpressionStatementSyntax statement, ExpressionSyntax span, string? token)
    {
        var made = token is null ? $"new CancellationTokenSource({span.WithoutTrivia()})" : $"CancellationTokenSource.CreateLinkedTokenSource({token})";
        var declaration = SyntaxFactory.ParseStatement($"using var {Name} = {made};").WithLeadingTrivia(statement.GetLeadingTrivia()).WithTrailingTrivia(statement.GetTrailingTrivia());
        if (token is not null)
        {
            var indentation = statement.GetLeadingTrivia().LastOrDefault();
            var limit = SyntaxFactory.ParseStatement($"{Name}.CancelAfter({span.WithoutTrivia()});")
                .WithLeadingTrivia(indentation.IsKind(SyntaxKind.WhitespaceTrivia) ? SyntaxFactory.TriviaList(indentation) : default)
                .WithTrailingTrivia(SyntaxFactory.ElasticLineFeed);
            editor.InsertAfter(statement, limit.WithAdditionalAnnotations(Formatter.Annotation));
        }

        editor.ReplaceNode(statement, declaration);
    }

    private static int Settings(BlockSyntax block, ISymbol client, FixRequest request) =>
        block.DescendantNodes().OfType<AssignmentExpressionSyntax>().Count(a =>
            a.Left is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Timeout" } left &&
            SymbolEqualityComparer.Default.Equals(request.Model.GetSymbolInfo(left.Expression, request.CancellationToken).Symbol, client));
}
