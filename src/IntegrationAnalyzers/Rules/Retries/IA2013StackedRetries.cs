using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model.Retries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IntegrationAnalyzers.Rules.Retries;

/// <summary>
/// Retries stacked. Positive: two handlers of one client that repeat the same failure, such a handler behind a call that code repeats, a pipeline or loop inside another. Quiet: what they repeat is disjoint or
/// unknown, one of them may be left out. A suggestion where the outer one, in code, repeats other calls as well.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IA2013StackedRetries() : IntegrationAnalyzer(Descriptor)
{
    public const string Id = "IA2013";

    private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        Id,
        RuleCategory.Retries,
        DiagnosticSeverity.Warning,
        "Retries stacked",
        "'{0}' {1}: retry in one place",
        "Each attempt of the outer retry makes all attempts of the inner one. A service that is down is hit many times more than anybody meant, by every caller at once, and the caller waits as long.");

    private protected override void Register(RuleContext context)
    {
        context.OnRetry((node, retry, name) =>
        {
            if (NestedRetries.InOnePipeline(retry) is { } stacked)
                Report(node, context, stacked with { Inner = name.Identifier }, "retries inside another retry of its pipeline");
        });
        context.OnSyntax(
            node =>
            {
                var invocation = (InvocationExpressionSyntax)node.Node;
                if (RepeatedClients.MayBe(invocation))
                {
                    if (context.Model.Stacked.AtHandler(invocation, node.CancellationToken) is { } stacked)
                        Report(node, context, stacked, "retries inside another handler that retries");
                }
                else if (RepeatingSyntax.MayBeRetried(invocation) && context.Model.RetriedWrites.MayBe(invocation) && context.Model.Stacked.AnyHandler &&
                    context.Model.Stacked.AtCall(invocation, node.SemanticModel, node.CancellationToken) is { } repeated)
                {
                    Report(node, context, repeated, "is retried here, and again by a handler of its client");
                }
                else if (NestedRetries.MayExecute(invocation))
                {
                    if (context.Model.Nested.AtExecution(invocation, node.SemanticModel, node.CancellationToken) is { } nested)
                        Report(node, context, nested, "retries what another retry round it repeats");
                }
                else if (RepeatingSyntax.MayBeRetried(invocation) && context.Model.RetriedWrites.MayBe(invocation) &&
                    context.Model.Nested.AtWrapper(invocation, node.SemanticModel, node.CancellationToken) is { } inside)
                {
                    Report(node, context, inside, "is retried here, and again by a retry of its own");
                }
            },
            FilesThat.Name(HttpResilienceApis.HandlerNames).Or(context.Model.IsNearCalls),
            SyntaxKind.InvocationExpression);
    }

    private static void Report(NodeContext node, RuleContext context, StackedRetry stacked, string what)
    {
        var says = stacked.Attempts is { } attempts ? $"{what}, {attempts} attempts in all" : what;
        node.ReportDiagnostic(context.Leveled(stacked.RepeatsMore, stacked.Inner.GetLocation(), stacked.Outer, properties: null, stacked.Inner.ValueText, says));
    }
}
