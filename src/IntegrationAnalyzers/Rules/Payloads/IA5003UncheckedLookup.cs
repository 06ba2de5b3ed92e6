using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model.Payloads;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Rules.Payloads;

/// <summary>A part of an upstream document taken as if it were always there.</summary>
/// <remarks>
/// Reports, once an expression: <c>JsonElement.GetProperty</c> and its indexer; lookups in a <c>JsonNode</c> or <c>JToken</c> whose result is gone through at once.
/// Quiet: somebody looked before (the name, the kind of the value, null), a failure is caught and told, a single indexer taken as nullable,
/// the document is not one that came over the wire, or it is test code.
/// </remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IA5003UncheckedLookup() : IntegrationAnalyzer(Descriptor)
{
    public const string Id = "IA5003";

    private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        Id,
        RuleCategory.Payloads,
        DiagnosticSeverity.Info,
        "A part of a response taken as if it were always there",
        "'{0}' is taken out of a response as if it were always there: without it this fails with a {1} that does not name it, so look first ('{2}') and fail clearly",
        "A parsed document holds what the other side sent. A lookup that does not ask whether the part is there fails with an exception that names neither the " +
        "part nor the response.");

    private protected override void Register(RuleContext context)
    {
        if (context.Model.Project.IsTest)
            return;

        context.OnOperation(
            operation =>
            {
                if (DocumentChains.Read(operation.Operation) is not { } chain ||
                    context.Model.Documents.FirstUnchecked(chain, operation.CancellationToken) is not { } step)
                {
                    return;
                }

                operation.ReportDiagnostic(context.Diagnostic(
                    chain.Last.Syntax.GetLocation(),
                    chain.Path,
                    chain.Kind != DocumentKind.Element ? "NullReferenceException" : step.Index is null ? "KeyNotFoundException" : "IndexOutOfRangeException",
                    chain.Kind != DocumentKind.Element ? "?? throw" : step.Index is null ? DocumentApis.TryGetProperty : DocumentApis.GetArrayLength));
            },
            static file => DocumentApis.MayWalk(TreeIndex.Of(file).Words),
            NodesThat.Call(DocumentApis.NamesLookup).Or(static node => node is ElementAccessExpressionSyntax),
            OperationKind.Invocation,
            OperationKind.PropertyReference);
    }
}
