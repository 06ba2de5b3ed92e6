using IntegrationAnalyzers.Model.Payloads;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Rules.Payloads;

/// <summary>JSON sent as plain text.</summary>
/// <remarks>
/// Reports: text that is JSON by where it comes from is put into a content without a media type, and the content is sent.
/// Quiet: the type is set afterwards or by a handler, the content is a part of a multipart body or of an answer, it goes nowhere in sight, or it is test code.
/// </remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IA5009JsonSentAsPlainText() : IntegrationAnalyzer(Descriptor)
{
    public const string Id = "IA5009";

    private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        Id,
        RuleCategory.Payloads,
        DiagnosticSeverity.Warning,
        "JSON sent as plain text",
        "The JSON in this '{0}' is sent as 'text/plain', which many APIs answer with 415 or do not read: give it the media type 'application/json'",
        "A StringContent that is given no media type says 'text/plain'. Strict APIs refuse it, lenient ones start to refuse it one day, and some take the body for empty.");

    private protected override void Register(RuleContext context)
    {
        if (context.Model.Project.IsTest)
            return;

        context.OnOperation(
            operation =>
            {
                var creation = (IObjectCreationOperation)operation.Operation;
                if (creation.Type?.Name == "StringContent" && PlainTextJson.Read(creation, context.Model, operation.CancellationToken) is { } json)
                    operation.ReportDiagnostic(context.Diagnostic(creation.Syntax.GetLocation(), json.Sink.Syntax.GetLocation(), properties: null, "StringContent"));
            },
            FilesThat.Name("StringContent"),
            static node => node is not ObjectCreationExpressionSyntax { Type: var type } || TypeEntry.SimpleName(type) == "StringContent",
            OperationKind.ObjectCreation);
    }
}
