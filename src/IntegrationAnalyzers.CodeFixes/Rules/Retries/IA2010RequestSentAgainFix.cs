using System.Collections.Generic;
using System.Composition;
using System.Linq;
using IntegrationAnalyzers.CodeFixes.Editing;
using IntegrationAnalyzers.Model;
using IntegrationAnalyzers.Model.Retries;
using IntegrationAnalyzers.Rules.Retries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace IntegrationAnalyzers.CodeFixes.Rules.Retries;

/// <summary>
/// Moves the making of the message or content into the attempt. Offered where every statement that makes it stands before the retry in the same block,
/// gives the same at every attempt, and nobody else looks at it: a key or a time stamp among them is not moved.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class IA2010RequestSentAgainFix() : IntegrationCodeFix(IA2010RequestSentAgain.Id, "Make it inside the attempt")
{
    private protected override FixPlan? Plan(FixRequest request)
    {
        var resents = IntegrationModel.For(request.Model.Compilation).ResentRequests.In(request.Node.SyntaxTree, request.CancellationToken);
        if (resents.FirstOrDefault(r => r.Use.Span == request.Node.Span) is not { Symbol: ILocalSymbol local, Scope: var scope } resent ||
            MadeBeforeRetry.Of(local, scope.Boundary, scope.Region, request.Model, request.CancellationToken) is not { } statements)
        {
            return null;
        }

        var edit = Inline(resent, local, statements, request) is { } inline
            ? editor => editor.ReplaceNode(inline.Name, inline.Value.WithTriviaFrom(inline.Name))
            : AttemptBody.Prepend(scope, statements, request);
        if (edit is null)
            return null;
        return new FixPlan(editor =>
        {
            edit(editor);
            foreach (var statement in statements)
                editor.RemoveNode(statement, SyntaxRemoveOptions.KeepNoTrivia);
        });
    }

    /// <summary>One expression named once takes its name's place.</summary>
    private static (IdentifierNameSyntax Name, ExpressionSyntax Value)? Inline(
        ResentRequest resent, ILocalSymbol local, IReadOnlyList<StatementSyntax> statements, FixRequest request)
    {
        var names = resent.Scope.Region.DescendantNodes().OfType<IdentifierNameSyntax>().Where(name => name.Identifier.ValueText == local.Name);
        return resent.Scope.Region is LambdaExpressionSyntax { ExpressionBody: not null } && names.Count() == 1 && resent.Use.Parent is ArgumentSyntax or LambdaExpressionSyntax &&
            statements is [LocalDeclarationStatementSyntax { UsingKeyword.RawKind: 0, Declaration.Variables: [{ Initializer.Value: ObjectCreationExpressionSyntax value }] } only] &&
            !only.GetLeadingTrivia().Concat(only.GetTrailingTrivia()).Any(static t => !string.IsNullOrWhiteSpace(t.ToString()))
            ? (resent.Use, value)
            : null;
    }
}
