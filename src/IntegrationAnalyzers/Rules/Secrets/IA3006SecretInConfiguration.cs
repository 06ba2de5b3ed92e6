using System;
using System.Collections.Immutable;
using IntegrationAnalyzers.Model.Configuration;
using IntegrationAnalyzers.Model.Secrets;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IntegrationAnalyzers.Rules.Secrets;

/// <summary>A secret in a configuration file of the project.</summary>
/// <remarks>
/// Positive: a provider's token, or a value that its key, its own text or its attribute makes a credential, in <c>appsettings*.json</c>, <c>*.config</c>, <c>.env*</c> or <c>launchSettings.json</c>.
/// Negative: templates, placeholders, references to a vault, public keys, test keys; in files for development, what is no provider's token and names no remote host.
/// A suggestion where the password is for this machine (a loopback host stands in the value or beside it), for a provider's sandbox or a demonstration, and in the folder of tests.
/// </remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IA3006SecretInConfiguration() : IntegrationAnalyzer(Descriptor)
{
    public const string Id = "IA3006";

    internal static readonly RuleOption<bool> Report = RuleOption.Flag(
        Id, "report", true, "Report in this file. Set it to false in a section for the file: severities do not reach files that are no source.");

    internal static readonly RuleOption<string[]> IgnoredNames = RuleOption.Names(
        Id, "ignored_names", [], "Keys, by their last part, whose values are not reported.");

    private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        Id,
        RuleCategory.Secrets,
        DiagnosticSeverity.Warning,
        "A secret in a configuration file",
        "The value of '{0}' ({1}) is a secret in a configuration file: give it by {2} or a secret store, and rotate it, for it stays in history",
        "Configuration files are committed, published and copied into images, and the secret goes with them.", "security", "external/cwe/cwe-798", "external/cwe/cwe-260");

    internal override ImmutableArray<RuleOption> Options => ImmutableArray.Create<RuleOption>(Report, IgnoredNames);

    private protected override void Register(RuleContext context) => context.OnConfigurationFile((file, configuration) =>
    {
        var options = file.Options.AnalyzerConfigOptionsProvider.GetOptions(file.File);
        if (!Report.Get(options))
            return;

        var ignored = IgnoredNames.Get(options);
        foreach (var secret in ConfigurationSecrets.In(configuration, file.CancellationToken))
        {
            if (Array.Exists(ignored, n => n.Equals(secret.Name, StringComparison.OrdinalIgnoreCase)) || SecretSuppression.Covers(configuration.Text, secret.Span) ||
                (secret.Format is null && RefusedValues.Hold(secret.Secret, context.Model.Source, file.CancellationToken)))
            {
                continue;
            }

            var properties = ImmutableDictionary<string, string?>.Empty.Add(SecretProperties.Placeholder, secret.Placeholder).Add(SecretProperties.Instead, secret.Instead);
            file.Report(context.Leveled(
                secret.IsForThisMachine || secret.IsForTrying || TestFolders.Hold(configuration.Path), secret.Location, cause: null, properties, secret.Name, secret.Masked, secret.Instead));
        }
    });
}
