using System.Linq;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.CodeFixes.Editing;
using IntegrationAnalyzers.Model;
using IntegrationAnalyzers.Model.Resilience;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.CodeFixes.Rules.Retries;

/// <summary>
/// Makes the call without the inner policy: <c>await policy.ExecuteAsync(ct =&gt; call(ct), token)</c> becomes <c>await call(token)</c>. Only for a policy that does nothing but retry,
/// and a delegate that does nothing but call.
/// </summary>
internal static class InnerExecution
{
    public static FixPlan? Plan(InvocationExpressionSyntax execution, FixRequest request)
    {
        if (execution is not { Expression: MemberAccessExpressionSyntax { Name: SimpleNameSyntax name }, ArgumentList.Arguments: { Count: 1 or 2 } arguments } ||
            name.Identifier.Span != request.Diagnostic.Location.SourceSpan || !IsAwaited(execution) ||
            arguments[0].Expression is not LambdaExpressionSyntax { ExpressionBody: { } body } lambda ||
            request.Model.GetOperation(execution, request.CancellationToken) is not IInvocationOperation operation || !PollyApis.IsExecutor(operation.TargetMethod) ||
            operation.Receiver() is not { } policy ||
            IntegrationModel.For(request.Model.Compilation).Pipelines.Of(policy, request.CancellationToken) is not { IsWhole: true } pipeline ||
            pipeline.Strategies.Any(static s => s.Kind != StrategyKind.Retry) || execution.DescendantTrivia().Any(static t => t.IsDirective || t.IsComment()))
        {
            return null;
        }

        var call = body is AwaitExpressionSyntax awaited ? awaited.Expression : body;
        if (call is not InvocationExpressionSyntax || request.Model.GetTypeInfo(call, request.CancellationToken).Type is not { Name: "Task" or "ValueTask" } task ||
            !SymbolEqualityComparer.Default.Equals(task.AwaitedType(), operation.Type?.AwaitedType()))
        {
            return null;
        }

        var parameter = lambda switch
        {
            SimpleLambdaExpressionSyntax simple => simple.Parameter,
            ParenthesizedLambdaExpressionSyntax { ParameterList.Parameters: [var only] } => only,
            ParenthesizedLambdaExpressionSyntax { ParameterList.Parameters.Count: 0 } => null,
            _ => lambda.DescendantNodes().OfType<ParameterSyntax>().FirstOrDefault(),
        };
        var uses = parameter is null ? [] : call.DescendantNodes().OfType<IdentifierNameSyntax>().Where(n => n.Identifier.ValueText == parameter.Identifier.ValueText).ToList();
        if (uses.Count > 0 && arguments is not [_, { Expression: IdentifierNameSyntax or MemberAccessExpressionSyntax }])
            return null;
        var plain = call.ReplaceNodes(uses, (use, _) => arguments[1].Expression.WithTriviaFrom(use));
        return new FixPlan(editor => editor.ReplaceNode(execution, (current, _) => plain.WithTriviaFrom(current))) { Title = "Call without the inner retry" };
    }

    private static bool IsAwaited(InvocationExpressionSyntax execution) =>
        execution.Parent is AwaitExpressionSyntax or MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait", Parent: InvocationExpressionSyntax { Parent: AwaitExpressionSyntax } };
}
