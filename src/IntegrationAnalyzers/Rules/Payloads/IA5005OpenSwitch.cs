using IntegrationAnalyzers.Model.Payloads;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Rules.Payloads;

/// <summary>A switch over an upstream value without a default.</summary>
/// <remarks>
/// Reports switch statements and expressions over a text or an enum of ours that came in a response, at the <c>switch</c> keyword.
/// Quiet: every case leaves and code follows, every case only sets what has a value already, all members of the enum have a case, one of many is picked out, the value came from
/// elsewhere, or it is test code.
/// </remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IA5005OpenSwitch() : IntegrationAnalyzer(Descriptor)
{
    public const string Id = "IA5005";

    private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        Id,
        RuleCategory.Payloads,
        DiagnosticSeverity.Info,
        "A switch over an upstream value without a default",
        "The switch over '{0}', which came in a response, says nothing about a value that it does not know: {1}, so add a default that fails clearly",
        "A provider adds values whenever it likes. A switch that knows only those of today passes over the first new one in silence, or fails without a word about where it came from.");

    private protected override void Register(RuleContext context)
    {
        if (context.Model.Project.IsTest)
            return;

        context.OnOperation(
            operation =>
            {
                var switches = context.Model.OpenSwitches;
                switch (operation.Operation)
                {
                    case ISwitchOperation { Syntax: SwitchStatementSyntax syntax } statement when switches.Of(statement, operation.CancellationToken) is not null:
                        operation.ReportDiagnostic(context.Diagnostic(syntax.SwitchKeyword.GetLocation(), syntax.Expression.ToString(), "it falls through unseen"));
                        break;
                    case ISwitchExpressionOperation { Syntax: SwitchExpressionSyntax syntax } expression when switches.Of(expression, operation.CancellationToken) is not null:
                        operation.ReportDiagnostic(context.Diagnostic(syntax.SwitchKeyword.GetLocation(), syntax.GoverningExpression.ToString(), "it throws an exception that does not say where it came from"));
                        break;
                }
            },
            FilesThat.Name("switch"),
            static _ => true,
            OperationKind.Switch,
            OperationKind.SwitchExpression);
    }
}
