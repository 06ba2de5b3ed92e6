using System;
using IntegrationAnalyzers.Model.Errors;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Rules.Errors;

/// <summary>How the rules on clauses look at one.</summary>
internal static class CatchRule
{
    /// <summary>
    /// Calls back for each bound clause that may stand round an outbound call. The rule's look at the syntax comes first, since most clauses end
    /// there; clauses are taken as operations, since the driver has bound the member anyway.
    /// </summary>
    /// <param name="context">The rule's.</param>
    /// <param name="mayMatter">The look at the syntax.</param>
    /// <param name="judge">What the rule does with a clause.</param>
    /// <param name="withHandedCalls">Whether a clause counts, too, round a delegate that callers hand in.</param>
    /// <remarks>Tests are left alone: one that catches everything says so by failing.</remarks>
    public static void OnClause(
        this RuleContext context, Func<CatchClauseSyntax, bool> mayMatter, Action<OperationContext, CatchClauseSyntax, CatchShape> judge, bool withHandedCalls = false)
    {
        if (context.Model.Project.IsTest)
            return;
        var catches = context.Model.Catches;
        context.OnOperation(
            analysis =>
            {
                if (analysis.Operation is { Syntax: CatchClauseSyntax clause, Parent: ITryOperation tried } && catches.Read(clause, tried, analysis.CancellationToken) is { } shape)
                {
                    judge(analysis, clause, shape);
                }
            },
            withHandedCalls ? context.Model.RetriedCalls.MayHold : context.Model.IsNearCalls,
            node => node is CatchClauseSyntax { Parent: TryStatementSyntax tried } clause && mayMatter(clause) && (catches.MayReachCall(tried) || (withHandedCalls && HandedCalls.MayBe(tried))),
            OperationKind.CatchClause);
    }
}
