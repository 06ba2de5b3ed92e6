using System;
using System.Globalization;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model.Resilience;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IntegrationAnalyzers.Rules.Retries;

/// <summary>What the rules on Polly's retries share: one look at each retry that stands round outbound calls, anchored at the member that makes it.</summary>
internal static class RetryRule
{
    /// <summary>Calls the judge for each retry, with the name that is reported.</summary>
    public static void OnRetry(this RuleContext context, Action<NodeContext, OutboundRetry, SimpleNameSyntax> judge)
    {
        if (!PollyApis.IsReferencedBy(context.Model.Compilation))
            return;
        context.OnSyntax(
            node =>
            {
                var invocation = (InvocationExpressionSyntax)node.Node;
                if (OutboundRetries.MayBe(invocation) && invocation.CalledName() is { } name && context.Model.OutboundRetries.At(invocation, node.CancellationToken) is { } retry)
                    judge(node, retry, name);
            },
            FilesThat.Name(PollyApis.Marks),
            SyntaxKind.InvocationExpression);
    }

    /// <summary>A duration as a message says it.</summary>
    public static string Text(TimeSpan duration) => duration.TotalSeconds < 1
        ? ((long)duration.TotalMilliseconds).ToString(CultureInfo.InvariantCulture) + " ms"
        : Math.Round(duration.TotalSeconds, 1).ToString(CultureInfo.InvariantCulture) + " s";
}
