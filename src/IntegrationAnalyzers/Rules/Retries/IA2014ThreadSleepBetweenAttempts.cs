using System.Collections.Generic;
using IntegrationAnalyzers.Model.Retries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IntegrationAnalyzers.Rules.Retries;

/// <summary>Reports <c>Thread.Sleep</c> between the attempts of a retry in asynchronous code. Quiet in synchronous code, which has nothing else.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IA2014ThreadSleepBetweenAttempts() : IntegrationAnalyzer(Descriptor)
{
    public const string Id = "IA2014";

    private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        Id,
        RuleCategory.Retries,
        DiagnosticSeverity.Warning,
        "A thread sleeps between attempts",
        "'{0}' holds a thread while the retry waits: await 'Task.Delay'",
        "Retries come when the other side is slow, for many requests at once. Each sleeping thread is one that serves nobody: the pool runs out, and the outage becomes our own.");

    private protected override void Register(RuleContext context) =>
        context.OnTree(
            tree =>
            {
                // A helper is one report, however many loops pause by it.
                var seen = new HashSet<SyntaxNode>();
                foreach (var loop in context.Model.RetryLoops.In(tree.SemanticModel.SyntaxTree, tree.CancellationToken))
                {
                    foreach (var sleep in AttemptSleeps.In(loop, context.Model.Source, tree.CancellationToken))
                    {
                        if (seen.Add(sleep))
                            tree.ReportDiagnostic(context.Diagnostic(sleep.GetLocation(), loop.Scope.Location, null, sleep.Expression.ToString()));
                    }
                }
            },
            context.Model.RetriedCalls.MayHold);
}
