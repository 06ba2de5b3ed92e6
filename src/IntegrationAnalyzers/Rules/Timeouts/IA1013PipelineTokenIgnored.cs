using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using IntegrationAnalyzers.Rules.Retries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IntegrationAnalyzers.Rules.Timeouts;

/// <summary>
/// Reports an outbound call, run by a policy or pipeline with a timeout, that does not take the token by which the timeout would stop it. Quiet where
/// the token is used in any way, where the call has a deadline of its own, and under a pessimistic timeout, which walks away.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IA1013PipelineTokenIgnored() : IntegrationAnalyzer(Descriptor)
{
    public const string Id = "IA1013";

    private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        Id,
        RuleCategory.Timeouts,
        DiagnosticSeverity.Warning,
        "A call ignores the token of its pipeline",
        "'{0}' does not take the token that the pipeline hands its delegate, so the timeout of the pipeline cannot stop it",
        "A timeout of Polly's works by its token alone. A call that does not listen to it runs on until it ends by itself, and the pipeline waits for it.");

    private protected override void Register(RuleContext context)
    {
        if (!PollyApis.IsReferencedBy(context.Model.Compilation) || !context.Model.CallNames.Any)
            return;
        context.OnSyntax(
            node =>
            {
                var invocation = (InvocationExpressionSyntax)node.Node;
                if (invocation.CalledText()?.StartsWith("Execute", System.StringComparison.Ordinal) != true)
                    return;
                foreach (var ignored in context.Model.IgnoredTokens.At(invocation, node.CancellationToken))
                {
                    if (ignored.Call.Syntax is InvocationExpressionSyntax call && call.CalledName() is { } name)
                        node.ReportDiagnostic(context.Diagnostic(name.GetLocation(), ignored.Timeout.Origin.GetLocation(), null, name.Identifier.ValueText));
                }
            },
            SyntaxKind.InvocationExpression);
    }
}
