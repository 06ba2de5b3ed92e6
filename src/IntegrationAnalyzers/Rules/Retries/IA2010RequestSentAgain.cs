using IntegrationAnalyzers.Model.Retries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IntegrationAnalyzers.Rules.Retries;

/// <summary>
/// Reports one request message, or content of one use, that every attempt of a retry sends: the second attempt throws and hides the first one's
/// failure. Quiet where it is made or set inside the attempt, in handlers (which may pass a message on again), and for buffered content.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IA2010RequestSentAgain() : IntegrationAnalyzer(Descriptor)
{
    public const string Id = "IA2010";

    private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        Id,
        RuleCategory.Retries,
        DiagnosticSeverity.Warning,
        "One request is sent by every attempt",
        "'{0}' is sent again by the next attempt, but {1}: make it inside the attempt",
        "HttpClient sends a message once. The second attempt throws InvalidOperationException or ObjectDisposedException, which hides the failure that was to be retried.");

    private protected override void Register(RuleContext context) =>
        context.OnTree(
            tree =>
            {
                foreach (var resent in context.Model.ResentRequests.In(tree.SemanticModel.SyntaxTree, tree.CancellationToken))
                    tree.ReportDiagnostic(context.Diagnostic(resent.Use.GetLocation(), resent.Scope.Location, null, resent.Symbol.Name, Why(resent.Kind)));
            },
            context.Model.RetriedCalls.MayHold);

    private static string Why(ResentKind kind) => kind switch
    {
        ResentKind.Request => "a client sends a message once",
        ResentKind.DisposedContent => "the first attempt's request disposes it",
        _ => "its stream can be read once",
    };
}
