using System.Collections.Generic;
using System.Linq;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Rules.Payloads;

/// <summary>Upstream text turned into an enum by what throws on a text it does not know.</summary>
/// <remarks>
/// Reports <c>Enum.Parse</c> of a text that came in a response, and the libraries' own string converters on a payload's member or on the enum of one.
/// Quiet: the text was looked at before, the failure is caught and handled, the converter is one's own, the text came from elsewhere, or it is test code.
/// </remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IA5004StrictEnum() : IntegrationAnalyzer(Descriptor)
{
    public const string Id = "IA5004";

    private static readonly HashSet<uint> ConverterWords = TextWords.Hashes(EnumApis.ConverterNames);

    private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        Id,
        RuleCategory.Payloads,
        DiagnosticSeverity.Info,
        "Upstream text turned into an enum strictly",
        "'{0}' fails on every text of a response that '{1}' has no member for, and providers add such texts: {2}",
        "A provider adds a status or a kind whenever it likes and calls that compatible. Where the text is turned into an enum strictly, the first such text " +
        "fails the call, or the whole payload with all that was known in it.");

    private protected override void Register(RuleContext context)
    {
        if (context.Model.Project.IsTest)
            return;

        context.OnOperation(
            operation =>
            {
                var call = (IInvocationOperation)operation.Operation;
                if (EnumApis.Parse(call) is not null && context.Model.CallNames.Any && context.Model.StrictEnums.ParsedBy(call, operation.CancellationToken) is { } type)
                    operation.ReportDiagnostic(context.Diagnostic(call.Syntax.GetLocation(), "Enum.Parse", type.Name, "parse it with 'Enum.TryParse' and fall back to an unknown member"));
            },
            FilesThat.Name("Enum"),
            NodesThat.Call(static name => name == "Parse"),
            OperationKind.Invocation);
        context.OnSyntax(
            node =>
            {
                var attribute = (AttributeSyntax)node.Node;
                if (attribute.ArgumentList is null || TypeEntry.SimpleName(attribute.Name) is not ("JsonConverter" or "JsonConverterAttribute") ||
                    context.Model.StrictEnums.ReadBy(attribute, node.SemanticModel, node.CancellationToken) is not { } type)
                {
                    return;
                }

                var converter = ((TypeOfExpressionSyntax)attribute.ArgumentList.Arguments[0].Expression).Type.ToString();
                node.ReportDiagnostic(context.Diagnostic(attribute.GetLocation(), converter, type.Name, "read it by a converter that falls back to an unknown member"));
            },
            static file => TreeIndex.Of(file).Words.ContainsAny(ConverterWords),
            SyntaxKind.Attribute);
    }
}
