using IntegrationAnalyzers.Model.Configuration;
using IntegrationAnalyzers.Model.Secrets;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IntegrationAnalyzers.Rules.Configuration;

/// <summary>A configuration file that cannot be read to its end.</summary>
/// <remarks>
/// Positive: <c>appsettings*.json</c>, <c>launchSettings.json</c>, <c>*.config</c> or <c>.env*</c> that is no JSON, XML or text; once a file, at the first mistake.
/// Negative: comments and trailing commas; files that are no configuration. A suggestion in the folder of tests or samples.
/// </remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IA0002UnreadableConfiguration() : IntegrationAnalyzer(Descriptor)
{
    public const string Id = "IA0002";

    private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        Id,
        RuleCategory.Configuration,
        DiagnosticSeverity.Warning,
        "A configuration file that cannot be read",
        "The configuration file cannot be read from here on, so no secret in the rest of it is found: {0}",
        "What stands behind the mistake is not looked at, and the program will not start with the file either.");

    private protected override void Register(RuleContext context) => context.OnConfigurationFile((file, configuration) =>
    {
        if (configuration.Mistake is { } mistake)
        {
            var location = Location.Create(configuration.Path, mistake.Span, configuration.Text.Lines.GetLinePositionSpan(mistake.Span));
            file.Report(context.Leveled(TestFolders.Hold(configuration.Path), location, cause: null, properties: null, mistake.Message));
        }
    });
}
