using System;
using System.Collections.Immutable;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model.Secrets;
using IntegrationAnalyzers.Model.Urls;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IntegrationAnalyzers.Rules.Secrets;

/// <summary>A sandbox, stage, tunnel, mock or loopback endpoint, or a test-mode key, in production code.</summary>
/// <remarks>
/// Positive: a URL to a host that the table of hosts or its own name says is not production's, or to this machine, reaches a call, a request or a client's
/// address, and nothing chooses it; a provider's test-mode key anywhere in code.
/// Negative: a setting, the environment, the build or a caller's choice of a method or type named for it stands on every way; overridable defaults, listeners, test
/// projects; masks and documented samples of keys. A suggestion in a project without configuration, but for a known provider's host,
/// and for a test-mode key in a folder of tests.
/// </remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IA3004NonProductionEndpoint() : IntegrationAnalyzer(Descriptor)
{
    public const string Id = "IA3004";

    internal static readonly RuleOption<bool> ReportLoopback = RuleOption.Flag(
        Id, "report_loopback", true, "Report endpoints on this machine: switch it off where production talks to a service beside it.");

    internal static readonly RuleOption<string[]> AllowedHosts = RuleOption.Names(
        Id, "allowed_hosts", [], "Hosts that production is meant to call, whatever their names say; their subdomains with them.");

    private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        Id,
        RuleCategory.Secrets,
        DiagnosticSeverity.Warning,
        "A sandbox, staging or local endpoint, or a test-mode key",
        "{0} and nothing chooses it: read it from configuration, so that production does not use it",
        "What works against a sandbox or on one machine is charged, sent and stored nowhere in production, or fails there.", "external/cwe/cwe-489");

    internal override ImmutableArray<RuleOption> Options => ImmutableArray.Create<RuleOption>(ReportLoopback, AllowedHosts);

    private protected override void Register(RuleContext context)
    {
        if (context.Model.Project.IsTest)
            return;

        context.OnTree(tree =>
        {
            ReportUrls(tree, context);
            ReportKeys(tree, context);
        });
    }

    private static void ReportUrls(FileContext tree, RuleContext context)
    {
        foreach (var url in context.Model.Urls.WrongInProduction(tree.SemanticModel, tree.CancellationToken))
        {
            var file = url.Literal.SyntaxTree;
            if ((url.Environment!.Purpose == HostPurpose.Loopback && !ReportLoopback.Get(tree.Options, file)) || IsAllowed(url.Text.Host, AllowedHosts.Get(tree.Options, file)))
                continue;

            // A tool without configuration has nowhere else to keep it; a provider's sandbox is wrong there, too.
            var suggests = !context.Model.Project.HasConfiguration && url.Environment.Provider.Length == 0;
            tree.ReportDiagnostic(context.Leveled(suggests, url.Literal.GetLocation(), url.Sink, properties: null, $"'{url.Text.Origin}' is {Says(url.Environment)}"));
        }
    }

    private static void ReportKeys(FileContext tree, RuleContext context)
    {
        foreach (var candidate in ProviderTokens.In(tree.SemanticModel.SyntaxTree, tree.CancellationToken))
        {
            var format = candidate.Format!;
            if (format.Severity == TokenSeverity.Test && !TokenChecks.IsMadeUp(format, candidate.Secret) && !SecretSuppression.Covers(candidate, tree.CancellationToken) &&
                !IsChosen(candidate.Node, tree.SemanticModel, context.Model.Source, tree.CancellationToken))
            {
                var what = $"'{candidate.Masked}' is a test-mode key of {format.ShortProvider}";
                tree.ReportDiagnostic(context.Leveled(
                    TestFolders.Hold(candidate.Node.SyntaxTree.FilePath), candidate.Location, cause: null, SecretProperties.Of(candidate), what));
            }
        }
    }

    /// <summary>Where the key stands, or wherever the field or local that holds it is used.</summary>
    private static bool IsChosen(SyntaxNode key, SemanticModel semantics, SourceIndex source, CancellationToken cancellationToken)
    {
        var choice = new EnvironmentChoice(source, cancellationToken);
        return choice.Covers(key) ||
            (key.FirstAncestorOrSelf<VariableDeclaratorSyntax>() is { } declarator && semantics.GetDeclaredSymbol(declarator, cancellationToken) is { } holder &&
                choice.CoversUsesOf(holder));
    }

    private static string Says(EnvironmentHost host)
    {
        var whose = host.Provider.Length == 0 ? "" : host.Provider + "'s ";
        var live = host.LiveHost.Length == 0 ? "" : $" (the live host is {host.LiveHost})";
        return host.Purpose switch
        {
            HostPurpose.Sandbox => (whose.Length == 0 ? "a " : whose) + "sandbox" + live,
            HostPurpose.Staging => "a test or staging host",
            HostPurpose.Tunnel => "a tunnel to somebody's machine" + (host.Provider.Length == 0 ? "" : $" ({host.Provider})"),
            HostPurpose.Mock => "a service of made-up answers" + (host.Provider.Length == 0 ? "" : $" ({host.Provider})"),
            _ => "the machine it runs on",
        };
    }

    private static bool IsAllowed(string host, string[] allowed) => Array.Exists(
        allowed,
        name => host.Equals(name, StringComparison.OrdinalIgnoreCase) || host.EndsWith("." + name, StringComparison.OrdinalIgnoreCase));
}
