using System.Composition;
using System.Linq;
using IntegrationAnalyzers.CodeFixes.Editing;
using IntegrationAnalyzers.Model.Retries;
using IntegrationAnalyzers.Rules.Retries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.CodeFixes.Rules.Retries;

/// <summary>Takes the inner handler or strategy out of its chain, or the call out of the inner policy. Not offered where it is no member of a chain, or more is said about it after it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(IA2013StackedRetriesFix)), Shared]
public sealed class IA2013StackedRetriesFix() : IntegrationCodeFix(IA2013StackedRetries.Id, "Remove the inner retry")
{
    private protected override FixPlan? Plan(FixRequest request)
    {
        if (request.Node.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { } execution && InnerExecution.Plan(execution, request) is { } plain)
            return plain;
        if (request.Node.FirstAncestorOrSelf<InvocationExpressionSyntax>() is not { Expression: MemberAccessExpressionSyntax { Expression: InvocationExpressionSyntax inner } access } call ||
            access.Name.Identifier.Span != request.Diagnostic.Location.SourceSpan || !(RepeatedClients.MayBe(call) || access.Name.Identifier.ValueText == "AddRetry"))
        {
            return null;
        }

        // It is not to go from the places where nothing else repeats.
        if (access.Name.Identifier.ValueText == "AddRetry" && RetryFix.Of(request) is { } retry && NestedRetries.RunsAlone(retry))
            return null;

        // What is chained to the builder of a handler would be left without it.
        var before = request.Model.GetTypeInfo(inner, request.CancellationToken).Type;
        var after = request.Model.GetTypeInfo(call, request.CancellationToken).Type;
        if (call.Parent is not ExpressionStatementSyntax && !SymbolEqualityComparer.Default.Equals(before, after))
            return null;
        var comments = call.DescendantTrivia().Any(t => t.SpanStart >= inner.Span.End && t.SpanStart < call.Span.End && !t.IsKind(SyntaxKind.WhitespaceTrivia) && !t.IsKind(SyntaxKind.EndOfLineTrivia));
        return comments ? null : new FixPlan(editor => editor.ReplaceNode(call, static (current, _) => Without((InvocationExpressionSyntax)current)));
    }

    private static SyntaxNode Without(InvocationExpressionSyntax call) =>
        ((MemberAccessExpressionSyntax)call.Expression).Expression.WithTrailingTrivia(call.GetTrailingTrivia());
}
