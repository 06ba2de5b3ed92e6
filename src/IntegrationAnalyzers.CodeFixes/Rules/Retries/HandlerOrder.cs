using System.Collections.Generic;
using System.Linq;
using IntegrationAnalyzers.CodeFixes.Editing;
using IntegrationAnalyzers.Model.Retries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.CodeFixes.Rules.Retries;

/// <summary>Puts a handler before the retries of its chain: what is added first stands outside. Nothing is offered where the retry is no member of the chain, or a comment stands among its members.</summary>
internal static class HandlerOrder
{
    public static FixPlan? Plan(FixRequest request)
    {
        if (request.Node.FirstAncestorOrSelf<InvocationExpressionSyntax>() is not { } key || NameOf(key)?.Identifier.Span != request.Diagnostic.Location.SourceSpan &&
            NameOf(key)?.Span != request.Diagnostic.Location.SourceSpan)
        {
            return null;
        }

        // From the handler inwards, to the first retry that was added.
        var links = new List<InvocationExpressionSyntax>();
        for (var link = key; link is not null && NameOf(link) is not null; link = ((MemberAccessExpressionSyntax)link.Expression).Expression as InvocationExpressionSyntax)
            links.Add(link);
        var first = links.FindLastIndex(static link => RepeatedClients.MayBe(link));
        if (first < 1)
            return null;

        links = links.GetRange(0, first + 1);
        var builder = request.Model.GetTypeInfo(key, request.CancellationToken).Type;
        if (links.Any(link => link.ArgumentList.GetTrailingTrivia().Concat(NameOf(link)!.GetTrailingTrivia()).Concat(((MemberAccessExpressionSyntax)link.Expression).OperatorToken.LeadingTrivia).Any(TriviaKinds.IsMoreThanSpace) ||
                !SymbolEqualityComparer.Default.Equals(request.Model.GetTypeInfo(link, request.CancellationToken).Type, builder)))
        {
            return null;
        }

        return new FixPlan(editor =>
        {
            for (var i = 0; i < links.Count; i++)
            {
                var taken = i == links.Count - 1 ? key : links[i + 1];
                editor.ReplaceNode(NameOf(links[i])!, NameOf(taken)!.WithTriviaFrom(NameOf(links[i])!));
                editor.ReplaceNode(links[i].ArgumentList, taken.ArgumentList.WithTriviaFrom(links[i].ArgumentList));
            }
        })
        { Title = "Add the handler before the retry" };
    }

    private static SimpleNameSyntax? NameOf(InvocationExpressionSyntax call) => (call.Expression as MemberAccessExpressionSyntax)?.Name;
}
