using System.Collections.Immutable;
using IntegrationAnalyzers.Model.Payloads;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IntegrationAnalyzers.Rules.Payloads;

/// <summary>A payload type that accepts missing fields.</summary>
/// <remarks>
/// Reports: once a type that a response is read into, at its first member which is never null by its type, and neither required nor given a value.
/// Quiet: the serializer respects nullability or is not known, the type looks at itself, nullable-oblivious code, values, descriptions of failures, test code.
/// </remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IA5002PayloadAcceptsMissingFields() : IntegrationAnalyzer(Descriptor)
{
    public const string Id = "IA5002";

    private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        Id,
        RuleCategory.Payloads,
        DiagnosticSeverity.Info,
        "A payload type that accepts missing fields",
        "A response without '{1}' still makes a '{0}', and '{1}' is null although its type says it never is: mark it {2}",
        "The serializer leaves a member alone for which the body has no field. What the type says is never null is null then, and fails far from the call; a " +
        "required member fails where the body is read, with its name.");

    private protected override void Register(RuleContext context)
    {
        if (context.Model.Project.IsTest)
            return;

        context.OnTree(file =>
        {
            var tree = file.SemanticModel.SyntaxTree;
            var upstream = context.Model.UpstreamTypes;
            if (!upstream.MayDeclare(tree, file.CancellationToken))
                return;

            foreach (var entry in TreeIndex.Of(tree).Types)
            {
                if (!upstream.MayRead(entry.Name, file.CancellationToken) ||
                    tree.GetRoot(file.CancellationToken).FindNode(entry.Span) is not TypeDeclarationSyntax declaration ||
                    file.SemanticModel.GetDeclaredSymbol(declaration, file.CancellationToken) is not INamedTypeSymbol type ||
                    upstream.Readers(type, file.CancellationToken) is not (not LenientReaders.None and var readers))
                {
                    continue;
                }

                var missing = MissingFields.Of(type, readers, file.CancellationToken);
                if (!missing.IsEmpty && missing[0].Symbol.Locations[0] is { SourceTree: { } place } location && place == tree && declaration.Span.Contains(location.SourceSpan))
                    file.ReportDiagnostic(context.Diagnostic(location, type.Name, missing[0].Symbol.Name, Marker(missing, readers)));
            }
        });
    }

    private static string Marker(ImmutableArray<PayloadMember> missing, LenientReaders readers) =>
        readers != LenientReaders.TextJson ? "'Required.Always'" : missing[0].Parameter is not null ? "'[property: JsonRequired]'" : "'required'";
}
