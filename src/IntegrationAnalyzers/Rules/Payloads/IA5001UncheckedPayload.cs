using IntegrationAnalyzers.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IntegrationAnalyzers.Rules.Payloads;

/// <summary>An upstream payload used unchecked.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IA5001UncheckedPayload() : IntegrationAnalyzer(Descriptor)
{
    public const string Id = "IA5001";

    private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        Id,
        RuleCategory.Payloads,
        DiagnosticSeverity.Warning,
        "An upstream payload used unchecked",
        "The payload of '{0}' is used without a check: it may be null or lack what '{1}' promises, so check it and fail clearly",
        "A deserialized response is what the other side sent, not what the type says: null, or empty where a field was renamed.");

    private protected override void Register(RuleContext context)
    {
    }
}
