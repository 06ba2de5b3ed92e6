using IntegrationAnalyzers.Model.Retries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IntegrationAnalyzers.Rules.Retries;

/// <summary>
/// Reports a retry that, its attempts used up, goes on to a default value or to the end of its method, with no failure logged, kept or thrown on the way.
/// Quiet for <c>false</c>, the failed response itself, <c>Try…</c> methods, and wherever the loop tells anybody.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IA2015SilentAfterLastAttempt() : IntegrationAnalyzer(Descriptor)
{
    public const string Id = "IA2015";

    private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        Id,
        RuleCategory.Retries,
        DiagnosticSeverity.Warning,
        "Nobody is told when the last attempt fails",
        "When the last attempt of this retry has failed, {0}: let the failure of the last attempt out",
        "The caller takes a default for an answer and goes on: an order counts as placed, a customer as unknown, and no log says why.");

    private protected override void Register(RuleContext context) =>
        context.OnTree(
            tree =>
            {
                foreach (var loop in context.Model.RetryLoops.In(tree.SemanticModel.SyntaxTree, tree.CancellationToken))
                {
                    if (SilentEnds.Of(loop, context.Model.Source, tree.CancellationToken) is not { } end)
                        continue;
                    tree.ReportDiagnostic(end is ExpressionSyntax value
                        ? context.Diagnostic(value.GetLocation(), loop.Scope.Location, null, $"'{value}' is returned and nobody is told")
                        : context.Diagnostic(loop.Scope.Location, loop.Call.Place.GetLocation(), null, "the method ends as after a success and nobody is told"));
                }
            },
            context.Model.RetriedCalls.MayHold);
}
