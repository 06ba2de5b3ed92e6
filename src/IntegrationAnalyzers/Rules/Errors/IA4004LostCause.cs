using System.Linq;
using IntegrationAnalyzers.Model.Errors;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IntegrationAnalyzers.Rules.Errors;

/// <summary>
/// A failure of an outbound call goes on as a new exception that does not have the old one inside.
/// Reports the new exception. Quiet where the caught one, or what is inside it, is handed over, where a filter or the body has singled out
/// one answer (404 as <c>NotFoundException</c>), and where no failure of a call comes to the clause. A suggestion where the text holds the whole of the caught one.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IA4004LostCause() : IntegrationAnalyzer(Descriptor)
{
    public const string Id = "IA4004";

    private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        Id,
        RuleCategory.Errors,
        DiagnosticSeverity.Warning,
        "The cause of a failed call is lost when it is wrapped",
        "'{0}' hides why {1} failed: hand the caught exception over as its inner exception",
        "Without the inner exception nobody can tell a timeout from a refused connection or a wrong payload: neither the code that decides whether to try again nor whoever reads the log.");

    private protected override void Register(RuleContext context) => context.OnClause(Throws, (c, _, shape) => Analyze(c, shape, context), withHandedCalls: true);

    private static void Analyze(OperationContext analysis, CatchShape shape, RuleContext context)
    {
        if (shape is not { Filter: CatchFilter.None or CatchFilter.Counter } && !CatchFilters.TakesTransport(shape.Clause))
            return;

        var catches = context.Model.Catches;
        var failures = context.Model.HandedCalls.FailuresOf(shape.Try, analysis.CancellationToken);
        if (!catches.Gets(shape, failures))
            return;

        foreach (var lost in LostCauses.In(shape.Clause, context.Model.Source, analysis.CancellationToken))
        {
            analysis.ReportDiagnostic(context.Leveled(
                lost.QuotesAll,
                lost.Place.Syntax.GetLocation(),
                failures.Calls[0].Call.Operation.Syntax.GetLocation(),
                null,
                lost.Type.Name,
                FailureText.Of(failures.Calls[0])));
        }
    }

    private static bool Throws(CatchClauseSyntax clause) =>
        clause.Block.DescendantNodes().Any(static node => node is ThrowStatementSyntax { Expression: not null } or ThrowExpressionSyntax);
}
