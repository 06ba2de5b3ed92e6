using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model;
using IntegrationAnalyzers.Model.Secrets;
using IntegrationAnalyzers.Model.Urls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IntegrationAnalyzers.Rules.Secrets;

/// <summary>An endpoint in source.</summary>
/// <remarks>
/// Positive: an absolute http(s) or ws(s) URL to a remote host that reaches a call, a request or a client's address, followed through constants,
/// fields, locals, helpers and builders; one report, at the literal.
/// Negative: everything that no call is sent to (namespaces, schemas, links, listeners, comparisons), defaults that the caller or the
/// configuration can override, hosts that are loopback, reserved, internal or not known, what IA3004 reports, a link whose host was asked for, development branches, and test projects.
/// A warning where the project reads its settings from configuration, or could and the host is one deployment, tenant or region among several; else a suggestion, as in
/// a program with windows, in a library for that provider, for a provider's sandbox that is chosen by value, for a page that is scraped and in a type named for diagnosis.
/// </remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IA3003EndpointInSource() : IntegrationAnalyzer(Descriptor)
{
    public const string Id = "IA3003";

    private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        Id,
        RuleCategory.Secrets,
        DiagnosticSeverity.Warning,
        "An endpoint in source",
        "The endpoint '{0}' is written into the code that calls it: read it from configuration, so that it can change without a release",
        "An address that is compiled in cannot differ between environments, and cannot be changed when the provider moves without a release.");

    private protected override void Register(RuleContext context)
    {
        if (context.Model.Project.IsTest)
            return;

        context.OnTree(tree =>
        {
            foreach (var url in context.Model.Urls.Remote(tree.SemanticModel, tree.CancellationToken))
            {
                // A sandbox that production uses is IA3004's; a URL that is itself a secret moves as a whole by that rule's fix.
                if (!url.IsWrongInProduction && !EndpointPurpose.IsRewrittenLink(url) && !ProviderTokens.AnyIn(url.Literal, tree.CancellationToken))
                {
                    tree.ReportDiagnostic(context.Leveled(
                        !BelongsIntoConfiguration(url, context.Model), url.Literal.GetLocation(), url.Sink, properties: null, url.Text.Origin));
                }
            }
        });
    }

    private static bool BelongsIntoConfiguration(UrlExpression url, IntegrationModel model) =>
        model.Project.HasConfiguration &&
        (DeploymentHosts.IsOneOfMany(url.Text.Host) ||
            (model.Project.ReadsConfiguration && !model.Project.HasWindows && !model.Project.IsClientOf(url.Text.Host) &&
                !EndpointPurpose.IsChosenSandbox(url) && !EndpointPurpose.IsScrapedPage(url) && !EndpointPurpose.IsForDiagnosis(url)));
}
