using System;
using System.Collections.Immutable;
using IntegrationAnalyzers.Model.Secrets;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IntegrationAnalyzers.Rules.Secrets;

/// <summary>A provider's token in source.</summary>
/// <remarks>
/// Positive: a text of any kind (literal, part of an interpolated string, literals and constants joined, raw, UTF-8) holds a value of a provider's own format, and its
/// structure and checksum hold.
/// Negative: public by design, test mode, bare identifiers, documented samples, masks, wrong checksum, a line that says <c>gitleaks:allow</c>.
/// </remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IA3001ProviderToken() : IntegrationAnalyzer(Descriptor)
{
    public const string Id = "IA3001";

    internal static readonly RuleOption<bool> ReportFailedChecksum = RuleOption.Flag(
        Id, "report_failed_checksum", false, "Report values whose shape is a provider's and whose checksum is wrong, too.");

    internal static readonly RuleOption<string[]> IgnoredProviders = RuleOption.Names(
        Id, "ignored_providers", [], "Providers, by their name in the format table, whose tokens are not reported.");

    private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        Id,
        RuleCategory.Secrets,
        DiagnosticSeverity.Warning,
        "A provider's token in source",
        "{0} ({1}) stands in source: read it from configuration and rotate it, for it stays in history",
        "Whoever can read the source, the assembly or the history can use the token.", "security", "external/cwe/cwe-798");

    internal override ImmutableArray<RuleOption> Options => ImmutableArray.Create<RuleOption>(ReportFailedChecksum, IgnoredProviders);

    private protected override void Register(RuleContext context) => context.OnAnyTree(tree =>
    {
        var file = tree.SemanticModel.SyntaxTree;
        foreach (var candidate in ProviderTokens.In(file, tree.CancellationToken).AddRange(context.Model.SecretOrigins.Joined.In(file, tree.CancellationToken)))
        {
            var format = candidate.Format!;
            if (format.IsCredential || format.Severity < TokenSeverity.Low ||
                (candidate.ChecksumFailed && !ReportFailedChecksum.Get(tree.Options, candidate.Node.SyntaxTree)) ||
                SecretSuppression.Covers(candidate, tree.CancellationToken) || SecretSources.Take(context.Model, candidate, tree.CancellationToken) ||
                (SecondRuleLooks(context, tree) && KeyPairs.HasSecretBeside(candidate, tree.SemanticModel, context.Model.SecretOrigins, tree.CancellationToken)) ||
                Contains(IgnoredProviders.Get(tree.Options, candidate.Node.SyntaxTree), format.Provider))
            {
                continue;
            }

            tree.ReportDiagnostic(context.Diagnostic(
                candidate.Location, null, SecretProperties.Of(candidate), format.ShortProvider + ": " + format.Name, candidate.Masked));
        }
    });

    /// <summary>Whether IA3002 reports the secret of a pair in this file.</summary>
    private static bool SecondRuleLooks(RuleContext context, FileContext tree) =>
        !context.Model.Project.IsTestCode(tree.SemanticModel.SyntaxTree) || IA3002Credential.ReportInTests.Get(tree.Options, tree.SemanticModel.SyntaxTree);

    private static bool Contains(string[] names, string name) => Array.Exists(names, n => n.Equals(name, StringComparison.OrdinalIgnoreCase));
}
