using System.Composition;
using IntegrationAnalyzers.Rules.Configuration;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace IntegrationAnalyzers.CodeFixes.Rules.Configuration;

/// <summary>Takes an entry out whose finding is gone.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, DocumentKinds = [nameof(TextDocumentKind.AdditionalDocument)]), Shared]
public sealed class IA0004StaleBaselineEntryFix() : BaselineLineRemoval(IA0004StaleBaselineEntry.Id);
