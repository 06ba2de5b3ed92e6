using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model.Options;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IntegrationAnalyzers.Rules.Secrets;

/// <summary>Options of an outbound client bound without validation at start.</summary>
/// <remarks>
/// Positive: <c>Configure&lt;T&gt;(section)</c> or <c>AddOptions&lt;T&gt;().Bind(…)</c> whose members reach a client's address, a call or a credential header, and nothing checks them when
/// the program starts; <c>ValidateDataAnnotations</c> alone checks when they are first read.
/// Negative: validated at start here or elsewhere in the project, an <c>IValidateOptions&lt;T&gt;</c>, values checked by hand where they are used, options that reach no client.
/// </remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IA3007UnvalidatedOptions() : IntegrationAnalyzer(Descriptor)
{
    public const string Id = "IA3007";

    private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        Id,
        RuleCategory.Secrets,
        DiagnosticSeverity.Info,
        "Options of an outbound client without validation at start",
        "'{0}.{1}' configures an outbound client and {2}: validate it at start, so that a wrong deployment does not start",
        "A missing address or key is found by the first call, long after the deployment that lost it.");

    private protected override void Register(RuleContext context)
    {
        if (context.Model.Project.IsTest)
            return;

        context.OnSyntax(
            syntax =>
            {
                var name = (GenericNameSyntax)syntax.Node;
                if (!BoundOptionsReader.MayBe(name) || !context.Model.CallNames.Any ||
                    new BoundOptionsReader(context.Model, syntax.SemanticModel, syntax.CancellationToken).Read(name) is not { } bound)
                {
                    return;
                }

                syntax.ReportDiagnostic(context.Diagnostic(
                    name.GetLocation(), bound.Sink, properties: null, bound.Type.Name, bound.Member.Name, bound.IsValidated ? "is validated only when it is first read" : "nothing validates it"));
            },
            FilesThat.Name(OptionsApis.ConfigureName, OptionsApis.AddOptionsName),
            SyntaxKind.GenericName);
    }
}
