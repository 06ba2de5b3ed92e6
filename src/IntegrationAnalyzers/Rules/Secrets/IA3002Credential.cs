using System;
using System.Collections.Immutable;
using IntegrationAnalyzers.Model;
using IntegrationAnalyzers.Model.Secrets;
using IntegrationAnalyzers.Model.Urls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IntegrationAnalyzers.Rules.Secrets;

/// <summary>A credential in source.</summary>
/// <remarks>
/// Positive: a value that looks like one stands under a name that promises one, names itself (query, header, connection string), or reaches a typed place
/// that takes one; once, at its literal.
/// Negative: words, names, placeholders, what is only named to be refused, references to a vault, documented samples, public keys, test projects, what IA3001 reports. A suggestion for what is published or
/// made up on purpose: an identifier of an application (<c>appkey</c>), sample and seed data.
/// </remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IA3002Credential() : IntegrationAnalyzer(Descriptor)
{
    public const string Id = "IA3002";

    internal static readonly RuleOption<bool> ReportInTests = RuleOption.Flag(
        Id, "report_in_tests", false, "Report in test projects, too.");

    internal static readonly RuleOption<string[]> IgnoredNames = RuleOption.Names(
        Id, "ignored_names", [], "Names of fields, parameters, keys and the like whose values are not reported.");

    private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        Id,
        RuleCategory.Secrets,
        DiagnosticSeverity.Warning,
        "A credential in source",
        "The value of '{0}' ({1}) is a credential in source: read it from configuration and rotate it, for it stays in history",
        "Whoever can read the source, the assembly or the history can use the credential.", "security", "external/cwe/cwe-798");

    internal override ImmutableArray<RuleOption> Options => ImmutableArray.Create<RuleOption>(ReportInTests, IgnoredNames);

    private protected override void Register(RuleContext context) => context.OnAnyTree(tree =>
    {
        var file = tree.SemanticModel.SyntaxTree;
        if (context.Model.Project.IsTestCode(file) && !ReportInTests.Get(tree.Options, file))
            return;

        foreach (var candidate in Credentials.In(tree.SemanticModel, context.Model.SecretOrigins, tree.CancellationToken))
        {
            if (candidate.IsCredential == Certainty.Yes && !SecretSuppression.Covers(candidate, tree.CancellationToken) &&
                !SecretSources.Take(context.Model, candidate, tree.CancellationToken) && !RefusedValues.Has(candidate, tree.CancellationToken) &&
                !Array.Exists(IgnoredNames.Get(tree.Options, file), n => n.Equals(candidate.Name, StringComparison.OrdinalIgnoreCase)))
            {
                tree.ReportDiagnostic(context.Leveled(
                    PublishedSecrets.Has(candidate) || DevelopmentBranch.Covers(candidate.Node, tree.CancellationToken), candidate.Location, cause: null, SecretProperties.Of(candidate), candidate.Name, candidate.Masked));
            }
        }
    });
}
