using System.Collections.Immutable;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model.Retries;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IntegrationAnalyzers.Rules.Retries;

/// <summary>
/// A handler that repeats requests of every verb on a client that sends writes without keys, at the registration. Positive: such a write is seen on the client, or the handler
/// is a default for all clients in a library. Quiet: the retry leaves the verb alone or looks at the method, the client's writes are not in sight, a key may be added.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IA2004HandlerRepeatsWrites() : IntegrationAnalyzer(Descriptor)
{
    public const string Id = "IA2004";

    private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        Id,
        RuleCategory.Retries,
        DiagnosticSeverity.Warning,
        "A handler repeats writes",
        "'{0}' {1} every request of {2}, {3}: exclude writes, or send them with an idempotency key",
        "A handler that retries or hedges does so for every verb unless it is told otherwise. A write that timed out may have happened: repeated without an idempotency key it happens twice.");

    private protected override void Register(RuleContext context) =>
        context.OnSyntax(
            node =>
            {
                var invocation = (InvocationExpressionSyntax)node.Node;
                if (!RepeatedClients.MayBe(invocation))
                    return;
                var rules = IA2001RetriedWriteWithoutIdempotencyKey.RulesFor(node.Options, node.Node.SyntaxTree);
                if (context.Model.RepeatedClients.At(invocation, node.SemanticModel, rules, node.CancellationToken) is { } repeated)
                {
                    node.ReportDiagnostic(context.Diagnostic(
                        invocation.CalledToken().GetLocation(),
                        repeated.Write?.Operation.Syntax.GetLocation(),
                        null,
                        invocation.CalledToken().ValueText,
                        repeated.IsHedging ? "sends again" : "retries",
                        repeated.Client is null ? "every client" : repeated.Client.Name is { Length: > 0 } name ? $"'{name}'" : "its client",
                        repeated.Write is { } write ? $"'{write.Name}' without an idempotency key among them" : "writes among them"));
                }
            },
            FilesThat.Name(HttpResilienceApis.HandlerNames),
            SyntaxKind.InvocationExpression);
}
