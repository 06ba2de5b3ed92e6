using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Linq;
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
/// Narrows the predicate to the transient set: transport failures and timeouts, 408, 429 and 5xx. Each link of the chain that takes too much is
/// rewritten, the others stay. A loop stops after an answer that is no such one, and its clause takes no other exception. Not offered for other clients than HttpClient, whose failures are other exceptions, and for predicates elsewhere.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(IA2008RetriesWhatCannotSucceedFix)), Shared]
public sealed class IA2008RetriesWhatCannotSucceedFix() : IntegrationCodeFix(IA2008RetriesWhatCannotSucceed.Id, "Handle transient failures alone")
{
    private protected override FixPlan? Plan(FixRequest request)
    {
        if (request.Node is CatchClauseSyntax clause)
            return TransientClause.Plan(clause, request);
        if (request.Node.FirstAncestorOrSelf<SimpleNameSyntax>() is { Identifier.ValueText: "IsSuccessStatusCode" })
            return AnswerStop.Plan(request);
        if (RetryFix.Of(request) is not { } retry || !IsHttpClient(retry))
            return null;

        var handles = retry.Strategy.Handles;
        if (handles.Links.IsEmpty)
            return OfLambda(retry, request);

        var exceptions = new List<InvocationExpressionSyntax>();
        var results = new List<LambdaExpressionSyntax>();
        foreach (var node in handles.Links)
        {
            if (!RetryFix.IsHere(node, request) || node is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name: var name } } link)
                return null;
            switch (name)
            {
                case GenericNameSyntax { Identifier.ValueText: "Handle" or "Or", TypeArgumentList.Arguments: [var type] } when link.ArgumentList.Arguments.Count == 0 &&
                    FailureTypes.IsGeneral(request.Model.GetTypeInfo(type, request.CancellationToken).Type):
                    exceptions.Add(link);
                    break;
                case { Identifier.ValueText: "HandleResult" or "OrResult" } when link.ArgumentList.Arguments is [{ Expression: LambdaExpressionSyntax test }]:
                    results.Add(test);
                    break;
            }
        }

        var tooManyExceptions = IA2008RetriesWhatCannotSucceed.EveryException(handles);
        var tooManyAnswers = IA2008RetriesWhatCannotSucceed.EveryAnswer(handles);
        if (tooManyExceptions && exceptions.Count == 0 || tooManyAnswers && results.Count != 1)
            return null;

        var names = RetryFix.Names(request);
        var isV8 = retry.Strategy.Source != RetrySource.Policy;
        var more = tooManyExceptions ? MoreExceptions(retry, names, request, isV8 ? "Handle" : "Or") : "";
        var transport = names.Name(request, "System.Net.Http.HttpRequestException");
        if (more is null || transport is null)
            return null;
        return new FixPlan(
            editor =>
            {
                if (tooManyExceptions)
                {
                    foreach (var link in exceptions)
                        editor.ReplaceNode(link, (current, _) => Narrow((InvocationExpressionSyntax)current, transport, more));
                }

                if (tooManyAnswers)
                    editor.ReplaceNode(results[0], (current, _) => TransientTest((LambdaExpressionSyntax)current, request));
            },
            names.Usings.ToImmutableArray());
    }

    private static bool IsHttpClient(OutboundRetry retry)
    {
        foreach (var use in retry.Uses)
        {
            foreach (var call in use.Calls)
            {
                if (call.Call.Member.Namespace is not (SendingMembers.NetHttp or SendingMembers.NetHttpJson))
                    return false;
            }
        }

        return retry.Strategy.Result is null || PolicyApis.IsResponse(retry.Strategy.Result) && retry.Strategy.Result.Name == "HttpResponseMessage";
    }

    /// <summary>The timeouts, the client's and, where the pipeline has one, its own.</summary>
    private static string? MoreExceptions(OutboundRetry retry, TypeNames names, FixRequest request, string member)
    {
        var text = "";
        var canceled = names.Name(request, "System.Threading.Tasks.TaskCanceledException");
        var timedOut = names.Name(request, "System.TimeoutException");
        var tellsTimeouts = request.Model.Compilation.GetTypeByMetadataName("System.Net.Http.HttpRequestException")?.GetMembers("StatusCode").Any() == true;
        if (canceled is null || timedOut is null)
            return null;

        // Older frameworks do not say by the inner exception which of the two it was.
        if (tellsTimeouts)
            text += $".{member}<{canceled}>(ex => ex.InnerException is {timedOut})";
        var hasTimeout = retry.Uses.Any(static use => use.Pipeline.Has(StrategyKind.Timeout) != Certainty.No || use.Inner.Has(StrategyKind.Timeout) != Certainty.No);
        if (hasTimeout && names.Name(request, FailureTypes.TimeoutRejected.FullName) is { } rejected)
            text += $".{member}<{rejected}>()";
        return text;
    }

    private static SyntaxNode Narrow(InvocationExpressionSyntax link, string transport, string more)
    {
        if (link.Expression is not MemberAccessExpressionSyntax { Name: GenericNameSyntax { TypeArgumentList.Arguments: [var type] } name } access || type.ToString() == transport)
            return link;

        var narrowed = link.WithExpression(access.WithName(name.WithTypeArgumentList(
            SyntaxFactory.TypeArgumentList(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.ParseTypeName(transport)))
                .WithTrailingTrivia(name.TypeArgumentList.GetTrailingTrivia())))).WithoutTrailingTrivia();
        return more.Length == 0
            ? narrowed.WithTrailingTrivia(link.GetTrailingTrivia())
            : Chain(narrowed, more).WithTrailingTrivia(link.GetTrailingTrivia());
    }

    /// <summary>The expression with further calls at its end.</summary>
    internal static ExpressionSyntax Chain(ExpressionSyntax expression, string calls)
    {
        var chain = SyntaxFactory.ParseExpression("x" + calls);
        var start = chain.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().First(static n => n.Identifier.ValueText == "x");
        return chain.ReplaceNode(start, expression);
    }

    private static LambdaExpressionSyntax TransientTest(LambdaExpressionSyntax test, FixRequest request)
    {
        var name = test switch
        {
            SimpleLambdaExpressionSyntax simple => simple.Parameter.Identifier.ValueText,
            ParenthesizedLambdaExpressionSyntax { ParameterList.Parameters: [var only] } => only.Identifier.ValueText,
            _ => "response",
        };
        if (name == "_")
            name = "response";
        var body = RetryFix.HasCSharp(request, LanguageVersion.CSharp9)
            ? $"(int){name}.StatusCode is 408 or 429 or >= 500"
            : $"(int){name}.StatusCode == 408 || (int){name}.StatusCode == 429 || (int){name}.StatusCode >= 500";
        return ((LambdaExpressionSyntax)SyntaxFactory.ParseExpression($"{name} => {body}")).WithTriviaFrom(test);
    }

    /// <summary>v8's <c>ShouldHandle = args =&gt; …</c>: the library's own predicate.</summary>
    private static FixPlan? OfLambda(OutboundRetry retry, FixRequest request)
    {
        var names = RetryFix.Names(request);
        if (retry.Strategy.Source == RetrySource.Policy || retry.Strategy.Handles.Predicate is not LambdaExpressionSyntax predicate || !RetryFix.IsHere(predicate, request) ||
            retry.Strategy.Result is null && retry.Strategy.Source != RetrySource.StandardHandler ||
            names.Name(request, "Microsoft.Extensions.Http.Resilience.HttpClientResiliencePredicates") is not { } predicates ||
            names.Name(request, "System.Threading.Tasks.ValueTask") is not { } task)
        {
            return null;
        }

        var transient = SyntaxFactory.ParseExpression($"args => new {task}<bool>({predicates}.IsTransient(args.Outcome))").WithTriviaFrom(predicate);
        return new FixPlan(editor => editor.ReplaceNode(predicate, transient), names.Usings.ToImmutableArray());
    }
}
