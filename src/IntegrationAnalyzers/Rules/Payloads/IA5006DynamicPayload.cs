using IntegrationAnalyzers.Model.Payloads;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Rules.Payloads;

/// <summary>An upstream payload read into <c>dynamic</c>.</summary>
/// <remarks>
/// Reports the call that reads or parses the body, where a member of the result is asked for or it is returned.
/// Quiet: a document that is edited and sent back, one that is only passed on, the body of a failed status, text from elsewhere, test code.
/// </remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IA5006DynamicPayload() : IntegrationAnalyzer(Descriptor)
{
    public const string Id = "IA5006";

    private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        Id,
        RuleCategory.Payloads,
        DiagnosticSeverity.Info,
        "An upstream payload read into 'dynamic'",
        "What '{0}' reads from a response is 'dynamic': no name in it is checked, and a missing one fails at run time far from here, so read it into a type of your own",
        "Members of a dynamic payload are looked up at run time by whatever the code calls them. A misspelt or missing one is null or an exception of the binder that names neither " +
        "the response nor the path.");

    private protected override void Register(RuleContext context)
    {
        if (context.Model.Project.IsTest)
            return;

        context.OnOperation(
            operation =>
            {
                var invocation = (IInvocationOperation)operation.Operation;
                if (context.Model.DynamicPayloads.IsRead(invocation, operation.CancellationToken))
                    operation.ReportDiagnostic(context.Diagnostic(invocation.Syntax.GetLocation(), invocation.TargetMethod.Name));
            },
            DynamicPayloads.MayHold,
            static _ => true,
            OperationKind.Invocation);
    }
}
