using Microsoft.CodeAnalysis;

namespace IntegrationAnalyzers.Rules;

/// <summary>Makes the descriptors of all rules alike: one help page a rule, one category a family.</summary>
internal static class RuleDescriptor
{
    private const string Pages = "https://github.com/IntegrationAnalyzers/IntegrationAnalyzers/blob/main/rules/";

    /// <param name="id"><c>IA</c>, the family's digit and three digits; final once published.</param>
    /// <param name="category">One of <see cref="RuleCategory"/>.</param>
    /// <param name="severity">Warning tolerates 5 false reports in 100, Info more.</param>
    /// <param name="title">A noun phrase without a full stop.</param>
    /// <param name="message">Names the thing and the way out; no full stop at the end.</param>
    /// <param name="description">Why it breaks in production, in one or two sentences.</param>
    /// <param name="tags">For instance <c>security</c> or <c>external/cwe/cwe-798</c>, which SARIF carries.</param>
    public static DiagnosticDescriptor Create(
        string id,
        string category,
        DiagnosticSeverity severity,
        string title,
        string message,
        string description,
        params string[] tags) =>
        Create(id, category, severity, isEnabledByDefault: true, title, message, description, tags);

    /// <summary>A rule that is off until a preset or a configuration turns it on.</summary>
    /// <inheritdoc cref="Create(string, string, DiagnosticSeverity, string, string, string, string[])"/>
    public static DiagnosticDescriptor CreateOff(
        string id,
        string category,
        DiagnosticSeverity severity,
        string title,
        string message,
        string description,
        params string[] tags) =>
        Create(id, category, severity, isEnabledByDefault: false, title, message, description, tags);

    private static DiagnosticDescriptor Create(
        string id,
        string category,
        DiagnosticSeverity severity,
        bool isEnabledByDefault,
        string title,
        string message,
        string description,
        string[] tags) =>
        new(id, title, message, category, severity, isEnabledByDefault, description, Pages + id + ".md", tags);
}
