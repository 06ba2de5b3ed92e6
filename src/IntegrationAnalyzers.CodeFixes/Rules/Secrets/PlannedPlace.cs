using IntegrationAnalyzers.CodeFixes.Editing;

namespace IntegrationAnalyzers.CodeFixes.Rules.Secrets;

/// <summary>One place that a fix mends, and how.</summary>
internal readonly record struct PlannedPlace(FixRequest Place, FixPlan Plan);
