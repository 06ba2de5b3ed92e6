using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading;
using IntegrationAnalyzers.CodeFixes.Editing;
using IntegrationAnalyzers.Model;
using IntegrationAnalyzers.Model.Retries;
using IntegrationAnalyzers.Rules.Retries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.CodeFixes.Rules.Retries;

/// <summary>
/// Makes a key once, before the retry, and sends it with every attempt. Two writes get two keys. Offered where the request is made in
/// sight: at the call, in a local, or in a private wrapper that nobody else calls. A handler that repeats every verb sends writes once instead.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class IA2001RetriedWriteWithoutIdempotencyKeyFix()
    : IntegrationCodeFix(IA2001RetriedWriteWithoutIdempotencyKey.Id, "Send an idempotency key made once before the retry")
{
    private protected override FixPlan? Plan(FixRequest request)
    {
        if (request.Node.FirstAncestorOrSelf<InvocationExpressionSyntax>() is not { } invocation || Read(request, invocation) is not { } write ||
            write.Name != request.Node)
        {
            return null;
        }

        var rules = IA2001RetriedWriteWithoutIdempotencyKey.RulesFor(request.Document.Project.AnalyzerOptions, invocation.SyntaxTree);
        if (WriteExclusion.Of(write, rules, request) is { } exclusion)
            return exclusion;
        if (KeyPlacement.Of(write) is not { } placement || KeyTransport.Of(write, request) is not { } transport ||
            IntegrationModel.For(request.Model.Compilation).RenewedKeys.IsRepeated(placement.Place, request.CancellationToken))
        {
            return null;
        }

        var (name, ordinal) = Name(request, invocation, placement);
        if (AttemptValues.Of(write, placement.Member, ordinal, request) is not { } values)
            return null;
        return new FixPlan(
            editor =>
            {
                values.Replace(editor);
                transport.Edit(editor, name);
                if (transport.NeedsKey)
                    placement.Declare(editor, name, ordinal);
                values.Declare(editor, placement, ordinal);
            },
            transport.Usings.Add("System"));
    }

    private static RetriedWrite? Read(FixRequest request, InvocationExpressionSyntax invocation)
    {
        var rules = IA2001RetriedWriteWithoutIdempotencyKey.RulesFor(request.Document.Project.AnalyzerOptions, invocation.SyntaxTree);
        var model = IntegrationModel.For(request.Model.Compilation);
        return model.RetriedWrites.At(invocation, rules, request.CancellationToken) is { } write
            ? write with { Scope = Outermost(write.Scope, model.Retries, request.CancellationToken) }
            : null;
    }

    /// <summary>A policy that is executed in a loop: the key is to last as long as the loop.</summary>
    private static RetryScope Outermost(RetryScope scope, RetryScopes retries, CancellationToken cancellationToken)
    {
        while (scope.Kind != RetryKind.Recursion && retries.Around(scope.Boundary, cancellationToken) is { RepeatsWhatMayHaveHappened: true } outer &&
            outer.Boundary != scope.Boundary && outer.Boundary.Span.Contains(scope.Boundary.Span))
        {
            scope = outer;
        }

        return scope;
    }

    /// <summary>The first free name after those that the writes before this one in the member are given.</summary>
    private static (string Name, int Ordinal) Name(FixRequest request, InvocationExpressionSyntax invocation, KeyPlacement placement)
    {
        var taken = placement.Member.DescendantTokens().Select(static token => token.ValueText).ToImmutableHashSet();
        var number = Next(1);
        foreach (var other in placement.Member.DescendantNodes().OfType<InvocationExpressionSyntax>())
        {
            if (other.SpanStart >= invocation.SpanStart && !other.Span.Contains(invocation.Span) || IsAfter(other))
                continue;
            if (Read(request, other) is { } write && KeyPlacement.Of(write) is not null && KeyTransport.Of(write, request) is { NeedsKey: true })
                number = Next(number + 1);
        }

        return (Text(number), number);

        // In a chain the outer invocation begins where the inner one does: the name tells which comes first.
        bool IsAfter(InvocationExpressionSyntax other) => other == invocation || NameStart(other) >= NameStart(invocation);

        int Next(int from)
        {
            while (taken.Contains(Text(from)))
                from++;
            return from;
        }
    }

    private static int NameStart(InvocationExpressionSyntax invocation) =>
        invocation.Expression is MemberAccessExpressionSyntax access ? access.Name.SpanStart : invocation.Expression.SpanStart;

    private static string Text(int number) => number == 1 ? "idempotencyKey" : "idempotencyKey" + number;
}
