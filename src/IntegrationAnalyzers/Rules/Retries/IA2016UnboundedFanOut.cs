using System.Collections.Immutable;
using IntegrationAnalyzers.Model.FanOuts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Rules.Retries;

/// <summary>
/// A call for every element of a collection, all at once. Positive: an outbound call is reached from each element, and nothing on the way limits how many run. Quiet: few
/// elements (spelled out, an enum's, a batch, so many taken), a semaphore or limiter, a handler with a limit, <c>Parallel.ForEachAsync</c>, tests.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IA2016UnboundedFanOut() : IntegrationAnalyzer(Descriptor)
{
    public const string Id = "IA2016";

    internal static readonly RuleOption<int> MaxDegreeOfParallelism = RuleOption.Number(
        Id, "max_degree_of_parallelism", 8, "How many calls at a time the fix lets run");

    private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        Id,
        RuleCategory.Retries,
        DiagnosticSeverity.Info,
        "Unbounded fan-out of outbound calls",
        "'{0}' runs '{1}' for every element at once: with many, the upstream answers 429 or the process runs out of connections; limit how many run",
        "How many calls run at once is the length of a collection, which nobody bounded. A long one is an attack on the upstream: it throttles or fails, and a retry of every call makes it worse.");

    internal override ImmutableArray<RuleOption> Options => ImmutableArray.Create<RuleOption>(MaxDegreeOfParallelism);

    private protected override void Register(RuleContext context) =>
        context.OnSyntax(node => Check(node, context), FilesThat.Name("WhenAll", "WaitAll", "ForEach", "For"), SyntaxKind.InvocationExpression);

    private static void Check(NodeContext node, RuleContext context)
    {
        var called = ((InvocationExpressionSyntax)node.Node).Expression as MemberAccessExpressionSyntax;
        if (called?.Name.Identifier.ValueText is not ("WhenAll" or "WaitAll" or "ForEach" or "For") || !context.Model.CallNames.Any ||
            node.SemanticModel.GetOperation(node.Node, node.CancellationToken) is not IInvocationOperation invocation ||
            context.Model.FanOuts.Read(invocation, node.CancellationToken) is not { } fanOut)
        {
            return;
        }

        node.ReportDiagnostic(context.Diagnostic(called.GetLocation(), called.Name.Identifier.ValueText, fanOut.Call.Call.Name));
    }
}
