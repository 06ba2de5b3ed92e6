using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IntegrationAnalyzers.Rules.Payloads;

/// <summary>No API version for a provider that demands one.</summary>
/// <remarks>
/// Reports: something is sent to a provider of the table by plain HTTP, and the compilation names its version's header or parameter nowhere. One report a provider.
/// Quiet: any mention of the name, headers whose names are not constant, the provider's own SDK, signed URLs, test projects.
/// </remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IA5012UnpinnedApiVersion() : IntegrationAnalyzer(Descriptor)
{
    public const string Id = "IA5012";

    private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        Id,
        RuleCategory.Payloads,
        DiagnosticSeverity.Info,
        "No API version pinned for a provider that asks for one",
        "{0} refuses requests that name no API version, and nothing here names one: send the {1} '{2}'",
        "Providers that demand a version answer 400 without one. A version that is pinned also keeps the shape of their answers until you change it.");

    private protected override void Register(RuleContext context)
    {
        if (context.Model.Project.IsTest)
            return;

        context.OnTree(tree =>
        {
            foreach (var version in context.Model.UnpinnedVersions.Read(tree.CancellationToken))
            {
                if (version.Literal.SyntaxTree != tree.SemanticModel.SyntaxTree)
                    continue;
                tree.ReportDiagnostic(context.Diagnostic(
                    version.Literal.GetLocation(),
                    version.Sink,
                    properties: null,
                    version.Api.Provider,
                    version.Api.IsHeader ? "header" : "query parameter",
                    version.Api.Name));
            }
        });
    }
}
