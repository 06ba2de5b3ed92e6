using System.Composition;
using IntegrationAnalyzers.CodeFixes.Editing;
using IntegrationAnalyzers.Model;
using IntegrationAnalyzers.Model.Errors;
using IntegrationAnalyzers.Rules.Errors;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.CodeFixes.Rules.Errors;

/// <summary>Lets the caller's giving up go on: the clause gets <c>when (!token.IsCancellationRequested)</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class IA4007TimeoutAndCancellationAlikeFix() : IntegrationCodeFix(IA4007TimeoutAndCancellationAlike.Id, "Catch the timeout alone")
{
    private protected override FixPlan? Plan(FixRequest request)
    {
        if (request.Node.FirstAncestorOrSelf<CatchClauseSyntax>() is not { Declaration: not null, Filter: null } clause)
            return null;

        var model = IntegrationModel.For(request.Model.Compilation);
        var catches = model.Catches;
        if (catches.Read(clause, request.Model, request.CancellationToken) is not { } shape ||
            CallerCancellation.Mixed(shape, catches.FailuresOf(shape.Try, request.CancellationToken), model.Source, request.CancellationToken) is not { RefKind: RefKind.None } token)
        {
            return null;
        }

        // What lets it go on must not run into a clause further down that takes everything.
        if (clause.Parent is TryStatementSyntax statement && statement.Catches[statement.Catches.Count - 1] != clause)
            return null;
        var name = SyntaxFacts.GetKeywordKind(token.Name) != SyntaxKind.None ? "@" + token.Name : token.Name;
        var filter = new FailureFilter("", null, $"!{name}.IsCancellationRequested", System.Collections.Immutable.ImmutableArray<string>.Empty);
        return new FixPlan(editor => editor.ReplaceNode(clause, (current, _) => ((CatchClauseSyntax)current).WithCondition(filter.Text)));
    }
}
