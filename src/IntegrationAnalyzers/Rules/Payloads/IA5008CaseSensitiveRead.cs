using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model;
using IntegrationAnalyzers.Model.Payloads;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Rules.Payloads;

/// <summary>A response's body read with case-sensitive names.</summary>
/// <remarks>
/// Reports: System.Text.Json reads text that came over the wire with options that mind the case and set no naming policy, into a type whose members have
/// no names written for the JSON.
/// Quiet: web defaults, relaxed or unknown options, names written throughout or lower case, signs that the other side sends capitals, converters, dictionaries, values, documents, test code.
/// </remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IA5008CaseSensitiveRead() : IntegrationAnalyzer(Descriptor)
{
    public const string Id = "IA5008";

    private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        Id,
        RuleCategory.Payloads,
        DiagnosticSeverity.Info,
        "A response read with case-sensitive names",
        "'{0}' reads '{1}' from a response and minds the case of names: a body with '{2}' leaves '{3}' at its default, so read with the web defaults",
        "JsonSerializer by itself looks for the names of C#'s members, letter for letter. Most APIs send camelCase: every field is then skipped without an error, and " +
        "the object is full of nulls and zeros.");

    private protected override void Register(RuleContext context)
    {
        if (context.Model.Project.IsTest)
            return;

        context.OnOperation(
            operation =>
            {
                var invocation = (IInvocationOperation)operation.Operation;
                var payloads = context.Model.Payloads;
                if (payloads.ReadDirectly(invocation, operation.CancellationToken) is not { Upstream: Certainty.Yes, Member.Serializer: Serializer.SystemTextJson } read ||
                    payloads.Settings.Of(read, operation.CancellationToken) is not { RelaxesNames: Certainty.No } settings)
                {
                    return;
                }

                var types = payloads.Types(read, operation.CancellationToken);
                if (payloads.Names.FirstLost(types, settings, invocation.Syntax, operation.CancellationToken) is not { } member)
                    return;
                operation.ReportDiagnostic(context.Diagnostic(
                    invocation.Syntax.GetLocation(),
                    member.Locations[0],
                    properties: null,
                    read.Name,
                    member.ContainingType.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat),
                    char.ToLowerInvariant(member.Name[0]) + member.Name.Substring(1),
                    member.Name));
            },
            FilesThat.Name(JsonOptionsApis.Readers),
            NodesThat.Call(JsonOptionsApis.MayRead),
            OperationKind.Invocation);
    }
}
