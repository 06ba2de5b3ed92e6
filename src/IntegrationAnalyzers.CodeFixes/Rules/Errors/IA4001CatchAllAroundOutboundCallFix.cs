using System.Composition;
using IntegrationAnalyzers.CodeFixes.Editing;
using IntegrationAnalyzers.Rules.Errors;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.CodeFixes.Rules.Errors;

/// <summary>
/// Gives the clause a filter that names the failures of the calls in its <c>try</c>: the body stays, once, and what is no such failure goes on. A
/// caller's cancellation is no failure either.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(IA4001CatchAllAroundOutboundCallFix))]
[Shared]
public sealed class IA4001CatchAllAroundOutboundCallFix() : IntegrationCodeFix(IA4001CatchAllAroundOutboundCall.Id, "Catch only what the call fails with")
{
    private protected override FixPlan? Plan(FixRequest request) =>
        request.Node.FirstAncestorOrSelf<CatchClauseSyntax>() is { } clause && FailureFilter.For(clause, request) is { } filter
            ? new FixPlan(editor => editor.ReplaceNode(clause, (current, _) => filter.Apply((CatchClauseSyntax)current)), filter.Usings)
            : null;
}
