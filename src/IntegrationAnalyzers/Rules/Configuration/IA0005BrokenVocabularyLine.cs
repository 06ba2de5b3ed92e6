using IntegrationAnalyzers.Model.Vocabularies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IntegrationAnalyzers.Rules.Configuration;

/// <summary>A line of a vocabulary that teaches nothing.</summary>
/// <remarks>
/// Positive: a line that is no entry, names no kind, verb or method, says what another says, or takes out what a line behind it brings back.
/// Negative: empty lines, comments, names that this compilation does not know.
/// </remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IA0005BrokenVocabularyLine() : IntegrationAnalyzer(Descriptor)
{
    public const string Id = "IA0005";

    private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        Id,
        RuleCategory.Configuration,
        DiagnosticSeverity.Warning,
        "A vocabulary line that is not understood",
        "The line teaches nothing, for {0}",
        "A line that is passed over in silence leaves a team believing that its wrappers are watched.");

    private protected override void Register(RuleContext context) => context.OnAdditionalFile(file =>
    {
        foreach (var vocabulary in Vocabulary.Of(file.Options).Files)
        {
            if (vocabulary.Path != file.File.Path)
                continue;
            foreach (var mistake in vocabulary.Mistakes)
                file.Report(context.Diagnostic(vocabulary.Location(mistake.Span), mistake.Message));
        }
    });
}
