using System.Collections.Immutable;
using System.Composition;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.CodeFixes.Editing;
using IntegrationAnalyzers.Model;
using IntegrationAnalyzers.Model.Resilience;
using IntegrationAnalyzers.Rules.Retries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.CodeFixes.Rules.Retries;

/// <summary>
/// Adds what is missing to the predicate: the exception that the client, or the timeout inside, throws; the options made for HTTP, which see the answers. Not offered
/// for a call that never throws, where only its result can tell, and for a predicate in another file.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(IA2011RetryCannotFireFix)), Shared]
public sealed class IA2011RetryCannotFireFix() : IntegrationCodeFix(IA2011RetryCannotFire.Id, "Handle what is thrown")
{
    private protected override FixPlan? Plan(FixRequest request)
    {
        if (RetryFix.Of(request) is not { } retry)
            return null;

        var names = RetryFix.Names(request);
        var dead = new DeadRetries(IntegrationModel.For(request.Model.Compilation)).Of(retry, request.CancellationToken);
        return dead.Reason switch
        {
            DeadRetryReason.TimeoutInside => Handling(retry.Strategy, FailureTypes.TimeoutRejected.FullName, names, request),
            DeadRetryReason.OtherException => Handling(retry.Strategy, dead.Thrown!.FullName, names, request),
            DeadRetryReason.AnswersUnseen => Answers(retry.Strategy, names, request),
            _ => null,
        };
    }

    /// <summary>The chain with one more exception at its end.</summary>
    private static FixPlan? Handling(RetryStrategy retry, string exception, TypeNames names, FixRequest request)
    {
        // v7: what the retry is called on, be it a chain or the builder that a registration hands out.
        var last = retry.Source == RetrySource.Policy
            ? RetryFix.Invocation(request)?.Expression is MemberAccessExpressionSyntax access ? access.Expression : null
            : retry.Handles.Links.IsEmpty ? null : retry.Handles.Links[0] as ExpressionSyntax;
        if (last is null || !RetryFix.IsHere(last, request) || names.Name(request, exception) is not { } type)
            return null;

        var member = retry.Source == RetrySource.Policy ? "Or" : "Handle";
        return new FixPlan(
            editor => editor.ReplaceNode(last, (current, _) => current is ExpressionSyntax chain && current.Parent?.ToString().EndsWith($".{member}<{type}>", System.StringComparison.Ordinal) != true
                ? BuilderCalls.Add(last, chain, $"{member}<{type}>()")
                : current),
            names.Usings.ToImmutableArray());
    }

    /// <summary>The options made for HTTP: they repeat the transient answers, and wait as those ask for.</summary>
    private static FixPlan? Answers(RetryStrategy retry, TypeNames names, FixRequest request)
    {
        if (RetryFix.Options(retry, request) is not { } options || names.Name(request, "Microsoft.Extensions.Http.Resilience.HttpRetryStrategyOptions") is not { } name)
            return null;

        var type = SyntaxFactory.ParseTypeName(name);
        return new FixPlan(
            editor => editor.ReplaceNode(options, (current, _) => current switch
            {
                ObjectCreationExpressionSyntax creation => creation.WithType(type.WithTriviaFrom(creation.Type)),
                ImplicitObjectCreationExpressionSyntax creation => SyntaxFactory.ObjectCreationExpression(
                    creation.NewKeyword.WithTrailingTrivia(SyntaxFactory.Space), type, creation.ArgumentList, creation.Initializer),
                _ => current,
            }),
            names.Usings.ToImmutableArray());
    }
}
