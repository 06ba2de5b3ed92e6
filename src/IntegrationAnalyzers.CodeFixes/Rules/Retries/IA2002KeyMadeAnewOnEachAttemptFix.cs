using System.Composition;
using System.Linq;
using IntegrationAnalyzers.CodeFixes.Editing;
using IntegrationAnalyzers.Model;
using IntegrationAnalyzers.Model.Retries;
using IntegrationAnalyzers.Rules.Retries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace IntegrationAnalyzers.CodeFixes.Rules.Retries;

/// <summary>
/// Makes the key before the retry: a local of the attempt's moves there, any other value gets a name. Offered where the value stands inside the
/// retry itself and uses nothing of the attempt's.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class IA2002KeyMadeAnewOnEachAttemptFix() : IntegrationCodeFix(IA2002KeyMadeAnewOnEachAttempt.Id, "Make the key once before the retry")
{
    private protected override FixPlan? Plan(FixRequest request)
    {
        if (HandlerOrder.Plan(request) is { } reordered)
            return reordered;
        var keys = IntegrationModel.For(request.Model.Compilation).RenewedKeys.In(request.Node.SyntaxTree, request.CancellationToken);
        if (keys.FirstOrDefault(k => k.Value is not null && k.Place.Span == request.Node.Span) is not { Value: { } value, Scope: var scope } ||
            KeyPlacement.Of(scope, value) is not { } placement || UsesTheAttempt(value, scope.Region, request))
        {
            return null;
        }

        if (value.Parent is EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax { UsingKeyword.RawKind: 0 } local } } variable })
        {
            return local.GetLeadingTrivia().Any(static t => t.IsDirective)
                ? null
                : new FixPlan(editor =>
                {
                    // The comment behind the key goes with it; those above it may speak of what follows, too.
                    var comment = local.GetTrailingTrivia().FirstOrDefault(TriviaKinds.IsComment).ToString();
                    placement.Declare(editor, variable.Identifier.Text, 0, value.ToString(), comment);
                    if (local.GetLeadingTrivia().Any(TriviaKinds.IsComment) && Next(local) is { } next)
                    {
                        var above = local.GetLeadingTrivia().Reverse().SkipWhile(static t => t.IsKind(SyntaxKind.WhitespaceTrivia)).Reverse().ToList();
                        editor.ReplaceNode(next, (current, _) => current.WithLeadingTrivia(above.Concat(current.GetLeadingTrivia())));
                    }

                    editor.RemoveNode(local, SyntaxRemoveOptions.KeepNoTrivia);
                });
        }

        var before = keys.Count(k => k.Value is { Parent: not EqualsValueClauseSyntax } other && other.SpanStart < value.SpanStart && KeyPlacement.Of(k.Scope, other)?.Member == placement.Member &&
            !UsesTheAttempt(other, k.Scope.Region, request));
        var (name, ordinal) = KeyNames.Of(placement.Member, before);
        return new FixPlan(editor =>
        {
            editor.ReplaceNode(value, SyntaxFactory.IdentifierName(name).WithTriviaFrom(value));
            placement.Declare(editor, name, ordinal, value.WithoutTrivia().ToString());
        });
    }

    private static StatementSyntax? Next(StatementSyntax statement) =>
        statement.Parent is BlockSyntax block && block.Statements.IndexOf(statement) + 1 is var next && next < block.Statements.Count ? block.Statements[next] : null;

    /// <summary>A local or parameter of the attempt's is not there before the retry.</summary>
    private static bool UsesTheAttempt(ExpressionSyntax value, SyntaxNode region, FixRequest request) =>
        value.DescendantNodesAndSelf().Any(static n => n is AwaitExpressionSyntax) ||
        value.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(
            name => request.Model.GetSymbolInfo(name, request.CancellationToken).Symbol is { Kind: SymbolKind.Local or SymbolKind.Parameter } symbol &&
                symbol.DeclaringSyntaxReferences.Any(declared => region.Span.Contains(declared.Span)));
}
