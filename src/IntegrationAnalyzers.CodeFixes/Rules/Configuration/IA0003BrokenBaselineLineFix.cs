using System.Composition;
using IntegrationAnalyzers.Rules.Configuration;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace IntegrationAnalyzers.CodeFixes.Rules.Configuration;

/// <summary>Takes a line out that cannot be read; if it was meant for a finding, that is reported.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, DocumentKinds = [nameof(TextDocumentKind.AdditionalDocument)]), Shared]
public sealed class IA0003BrokenBaselineLineFix() : BaselineLineRemoval(IA0003BrokenBaselineLine.Id);
