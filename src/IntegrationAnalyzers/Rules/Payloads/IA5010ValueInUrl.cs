using System;
using System.Collections.Immutable;
using IntegrationAnalyzers.Model.Urls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IntegrationAnalyzers.Rules.Payloads;

/// <summary>A value in a URL that the culture or its own characters change.</summary>
/// <remarks>
/// Reports: a number with a fraction or a date, formatted by the current culture, or text that people write, unescaped, stands in the path or query of a URL that something is sent to.
/// Quiet: identifiers and other values that a machine made, parts of a URL built elsewhere, what is escaped or may be, formats that no culture changes, the invariant culture, test code.
/// </remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IA5010ValueInUrl() : IntegrationAnalyzer(Descriptor)
{
    public const string Id = "IA5010";

    /// <summary>On a report about a value that the culture changes.</summary>
    internal const string CultureProperty = "culture";

    /// <summary>On a report about a value that is to be escaped.</summary>
    internal const string EscapeProperty = "escape";

    private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        Id,
        RuleCategory.Payloads,
        DiagnosticSeverity.Info,
        "A culture-sensitive or unescaped value in a URL",
        "'{0}' {1}",
        "A number or date in a URL is written as the machine's culture writes it: '12,5' and '02.01.2026' where the other side expects '12.5'. Text that is not escaped ends the value at its first '&', '#' or '+'.");

    private static readonly RuleOption<string[]> OwnTextNames = RuleOption.Names(
        Id, "text_names", [], "Names of values or query parameters that hold text which people write; added to the built-in words.");

    internal override ImmutableArray<RuleOption> Options { get; } = ImmutableArray.Create<RuleOption>(OwnTextNames);

    private protected override void Register(RuleContext context)
    {
        if (context.Model.Project.IsTest)
            return;

        context.OnSyntax(node => Report(context, node), FilesThat.Name("http", "https", "Uri", "Url").Or(context.Model.IsNearCalls), SyntaxKind.InterpolatedStringExpression, SyntaxKind.AddExpression, SyntaxKind.InvocationExpression);
    }

    private static void Report(RuleContext context, NodeContext node)
    {
        // A sum is read from its outermost operator.
        if (node.Node is BinaryExpressionSyntax { Parent: BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } outer } && outer.Left == node.Node)
            return;
        if (!UrlValues.MayBe((ExpressionSyntax)node.Node))
            return;

        var own = OwnTextNames.Get(context.Options, node.Node.SyntaxTree);
        foreach (var value in context.Model.UrlValues.In((ExpressionSyntax)node.Node, node.SemanticModel, own, IsInvariant(context.Options), node.CancellationToken))
        {
            var properties = ImmutableDictionary<string, string?>.Empty;
            if (value.IsCultureSensitive)
                properties = properties.Add(CultureProperty, "");
            if (value.IsUnescaped)
                properties = properties.Add(EscapeProperty, "");
            node.ReportDiagnostic(context.Diagnostic(
                value.Value.GetLocation(),
                value.Sink,
                properties,
                value.Name,
                value.IsCultureSensitive
                    ? "is written into the URL as the current culture writes it: format it with 'CultureInfo.InvariantCulture'"
                    : "goes into the URL as it is, and a '&', '#' or '+' in it changes the request: escape it with 'Uri.EscapeDataString'"));
        }
    }

    private static bool IsInvariant(AnalyzerOptions options) =>
        options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue("build_property.InvariantGlobalization", out var text) && text.Equals("true", StringComparison.OrdinalIgnoreCase);
}
