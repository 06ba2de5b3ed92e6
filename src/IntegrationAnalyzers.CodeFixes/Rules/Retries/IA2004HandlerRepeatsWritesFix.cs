using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.CodeFixes.Editing;
using IntegrationAnalyzers.Model;
using IntegrationAnalyzers.Model.Resilience;
using IntegrationAnalyzers.Roslyn;
using IntegrationAnalyzers.Rules.Retries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.CodeFixes.Rules.Retries;

/// <summary>
/// Excludes writes from the handler: <c>DisableForUnsafeHttpMethods()</c> where the referenced version has it and honours it, and for a policy the function that chooses by the
/// request's method. The second choice leaves PUT and DELETE in. Not offered for hedging, whose delay alone sends again, and where the handler's options come from elsewhere.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(IA2004HandlerRepeatsWritesFix)), Shared]
public sealed class IA2004HandlerRepeatsWritesFix() : IntegrationCodeFix(IA2004HandlerRepeatsWrites.Id, "Exclude writes from the retry")
{
    private protected override FixPlan? Plan(FixRequest request)
    {
        if (request.Node.FirstAncestorOrSelf<InvocationExpressionSyntax>() is not { } call ||
            request.Model.GetOperation(call, request.CancellationToken) is not IInvocationOperation registration)
        {
            return null;
        }

        return HttpResilienceApis.KindOf(registration.TargetMethod) switch
        {
            PipelineHandlerKind.Standard => Standard(call, registration.TargetMethod, "DisableForUnsafeHttpMethods()", request),
            PipelineHandlerKind.Policy => Policy(call, registration, request),
            PipelineHandlerKind.Transient => Transient(call, registration, request),
            _ => null,
        };
    }

    /// <summary>PUT and DELETE may be repeated by RFC 9110: whoever wants that keeps them.</summary>
    private protected override FixPlan? SecondPlan(FixRequest request)
    {
        if (request.Node.FirstAncestorOrSelf<InvocationExpressionSyntax>() is not { } call ||
            request.Model.GetOperation(call, request.CancellationToken) is not IInvocationOperation { TargetMethod: var handler } ||
            HttpResilienceApis.KindOf(handler) != PipelineHandlerKind.Standard ||
            request.Model.Compilation.GetTypeByMetadataName(SendingMembers.NetHttp + ".HttpMethod") is not { } method)
        {
            return null;
        }

        var names = new TypeNames(request.Model, request.Root, call.SpanStart);
        var name = names.Of(method);
        var patch = method.GetMembers("Patch").IsEmpty ? $"new {name}(\"PATCH\")" : name + ".Patch";
        return Standard(call, handler, $"DisableFor({name}.Post, {patch})", request) is { } plan
            ? plan with { Usings = plan.Usings.AddRange(names.Usings), Title = "Exclude POST and PATCH from the retry" }
            : null;
    }

    private static FixPlan? Standard(InvocationExpressionSyntax call, IMethodSymbol handler, string exclusion, FixRequest request)
    {
        if (!HttpResilienceApis.HonoursExcludedVerbs(handler.ContainingAssembly) ||
            request.Model.Compilation.GetTypeByMetadataName(HttpResilienceApis.VerbExclusion) is null ||
            call.FirstAncestorOrSelf<SyntaxNode>(static n => n is StatementSyntax and not BlockSyntax or MemberDeclarationSyntax) is not StatementSyntax statement ||
            Changed(call, exclusion, request) is null)
        {
            return null;
        }

        return new FixPlan(
            editor =>
            {
                editor.ReplaceNode(call, (current, _) => Changed((InvocationExpressionSyntax)current, exclusion, request)!);
                ExperimentalApi.Allow(statement, HttpResilienceApis.Experimental, request, editor);
            },
            ImmutableArray.Create(HttpResilienceApis.Namespace));
    }

    /// <summary>The call with a lambda that excludes the verbs, or with that said in the lambda it has.</summary>
    private static InvocationExpressionSyntax? Changed(InvocationExpressionSyntax call, string exclusion, FixRequest request)
    {
        if (call.ArgumentList.Arguments.Count == 0)
        {
            var name = new[] { "options", "o", "resilience" }.First(n => request.Model.LookupSymbols(request.Node.SpanStart, name: n).IsEmpty);
            return call.WithArgumentList(Arguments.Insert(call.ArgumentList, 0, SyntaxFactory.Argument(SyntaxFactory.ParseExpression($"{name} => {name}.Retry.{exclusion}"))));
        }

        if (call.ArgumentList.Arguments is not [{ Expression: LambdaExpressionSyntax { Block: { } block } lambda }] || Parameter(lambda) is not { } parameter || block.Statements.Count == 0)
            return null;
        var last = block.Statements.Last();
        if (last is ReturnStatementSyntax)
            return null;
        var added = SyntaxFactory.ParseStatement($"{parameter}.Retry.{exclusion};").WithLeadingTrivia(last.GetLeadingTrivia().Reverse().TakeWhile(static t => t.IsKind(SyntaxKind.WhitespaceTrivia)))
            .WithTrailingTrivia(last.GetTrailingTrivia().Where(static t => t.IsKind(SyntaxKind.EndOfLineTrivia)));
        return call.ReplaceNode(block, block.AddStatements(added));
    }

    private static string? Parameter(LambdaExpressionSyntax lambda) => lambda switch
    {
        SimpleLambdaExpressionSyntax simple => simple.Parameter.Identifier.Text,
        ParenthesizedLambdaExpressionSyntax { ParameterList.Parameters: [var only] } => only.Identifier.Text,
        _ => null,
    };

    /// <summary><c>AddTransientHttpErrorPolicy(p =&gt; p.RetryAsync(3))</c> becomes the policy handler that it stands for, with such a function.</summary>
    private static FixPlan? Transient(InvocationExpressionSyntax call, IInvocationOperation registration, FixRequest request)
    {
        if (call is not { Expression: MemberAccessExpressionSyntax { Name: IdentifierNameSyntax name }, ArgumentList.Arguments: [{ NameColon: null, Expression: SimpleLambdaExpressionSyntax { ExpressionBody: InvocationExpressionSyntax made } lambda }] } ||
            request.Model.Compilation.GetTypeByMetadataName(PolicyApis.TransientPolicies) is not { } extensions || Root(made) is not IdentifierNameSyntax root ||
            root.Identifier.ValueText != lambda.Parameter.Identifier.ValueText ||
            made.DescendantNodes().OfType<IdentifierNameSyntax>().Count(n => n.Identifier.ValueText == root.Identifier.ValueText) != 1 ||
            IntegrationModel.For(request.Model.Compilation).Pipelines.OfHandler(registration, request.CancellationToken) is not { } pipeline ||
            pipeline.Strategies.Any(static s => s.Kind is not (StrategyKind.Retry or StrategyKind.Timeout)))
        {
            return null;
        }

        var names = new TypeNames(request.Model, request.Root, call.SpanStart);
        var handled = SyntaxFactory.ParseExpression(names.Of(extensions) + ".HandleTransientHttpError()");
        return ByMethod(call, lambda, made.ReplaceNode(root, handled), names, request) is { } plan
            ? plan with
            {
                Edit = editor =>
                {
                    plan.Edit(editor);
                    editor.ReplaceNode(name, (current, _) => SyntaxFactory.IdentifierName("AddPolicyHandler").WithTriviaFrom(current));
                },
            }
            : null;
    }

    private static ExpressionSyntax? Root(InvocationExpressionSyntax made)
    {
        ExpressionSyntax? step = made;
        while (step is InvocationExpressionSyntax invocation)
            step = (invocation.Expression as MemberAccessExpressionSyntax)?.Expression;
        return step;
    }

    /// <summary><c>AddPolicyHandler(retry)</c> gets a function that gives reads the policy, and writes none.</summary>
    private static FixPlan? Policy(InvocationExpressionSyntax call, IInvocationOperation registration, FixRequest request)
    {
        if (call.ArgumentList.Arguments is not [{ NameColon: null, Expression: var policy }] || registration.Argument("policy") is not { } value ||
            IntegrationModel.For(request.Model.Compilation).Pipelines.OfHandler(registration, request.CancellationToken) is not { } pipeline)
        {
            return null;
        }

        // A function makes its policy for each request: that is no loss for a retry, but a breaker would forget what it has seen.
        return value.Unwrap() is IInvocationOperation && pipeline.Strategies.Any(static s => s.Kind is not (StrategyKind.Retry or StrategyKind.Timeout))
            ? null
            : ByMethod(call, policy, policy, new TypeNames(request.Model, request.Root, call.SpanStart), request);
    }

    /// <summary>A function that gives reads the policy, and writes none, in place of the argument.</summary>
    private static FixPlan? ByMethod(InvocationExpressionSyntax call, ExpressionSyntax argument, ExpressionSyntax policy, TypeNames names, FixRequest request)
    {
        if (((CSharpParseOptions)request.Root.SyntaxTree.Options).LanguageVersion < LanguageVersion.CSharp9 || request.Model.LookupSymbols(call.SpanStart, name: "request").Any() ||
            request.Model.Compilation.GetTypeByMetadataName(PolicyApis.PolicyType) is not { } policyType || request.Model.Compilation.GetTypeByMetadataName(SendingMembers.NetHttp + ".HttpMethod") is not { } method ||
            request.Model.Compilation.GetTypeByMetadataName(SendingMembers.NetHttp + ".HttpResponseMessage") is not { } response)
        {
            return null;
        }

        var text = $"request => request.Method == {names.Of(method)}.Get ? {policy.WithoutTrivia()} : {names.Of(policyType)}.NoOpAsync<{names.Of(response)}>()";
        var chosen = SyntaxFactory.ParseExpression(text).WithTriviaFrom(argument);
        return new FixPlan(editor => editor.ReplaceNode(argument, chosen), names.Usings.ToImmutableArray());
    }
}
