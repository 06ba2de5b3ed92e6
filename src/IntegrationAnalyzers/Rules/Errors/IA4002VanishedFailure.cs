using System.Collections.Immutable;
using System.Linq;
using IntegrationAnalyzers.Model;
using IntegrationAnalyzers.Model.Errors;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IntegrationAnalyzers.Rules.Errors;

/// <summary>
/// The failure of an outbound call ends in a clause, and nobody hears of it.
/// Reports a clause that takes such a failure and is empty or gives back a default. Quiet where anybody is told in any form (a log, a stored
/// state, a result that says no), where the call is tried again, where the code after it tells, for cancellation, and where a comment says that it is best effort. A suggestion where the method's documentation says that it gives nothing for a failed read.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IA4002VanishedFailure() : IntegrationAnalyzer(Descriptor)
{
    public const string Id = "IA4002";

    private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        Id,
        RuleCategory.Errors,
        DiagnosticSeverity.Warning,
        "The failure of an outbound call vanishes",
        "'{0}' makes a failure of {1} vanish: log it, or let it go on",
        "A failure that nobody sees looks like an empty answer: orders without lines, prices of zero, and no trace of why.");

    private static readonly RuleOption<bool> ReportBestEffort = RuleOption.Flag(
        Id, "report_best_effort", false, "Whether a failed read is reported that nothing given back hangs on.");

    internal override ImmutableArray<RuleOption> Options { get; } = ImmutableArray.Create<RuleOption>(BestEffortComments.Pattern, ReportBestEffort);

    private protected override void Register(RuleContext context) => context.OnClause(MayVanish, (c, clause, shape) => Analyze(c, clause, shape, context), withHandedCalls: true);

    private static void Analyze(OperationContext analysis, CatchClauseSyntax clause, CatchShape shape, RuleContext context)
    {
        var catches = context.Model.Catches;
        if (catches.IsCancellation(shape))
            return;

        var failures = context.Model.HandedCalls.FailuresOf(shape.Try, analysis.CancellationToken);
        if (!catches.GetsFromCall(shape, failures) ||
            VanishedFailures.In(shape, failures, catches, context.Model.Retries, analysis.CancellationToken) != Certainty.Yes ||
            (BestEfforts.IsExtra(shape, failures, context.Model.Source, analysis.CancellationToken) && !ReportBestEffort.Get(analysis.Options, clause.SyntaxTree)) ||
            BestEffortComments.Has(clause, analysis.Options))
        {
            return;
        }

        analysis.ReportDiagnostic(context.Leveled(
            BestEfforts.IsNothingRead(shape, failures) && DocumentedDefaults.Has(clause),
            clause.CatchKeyword.GetLocation(),
            failures.Calls[0].Call.Operation.Syntax.GetLocation(),
            null,
            FailureText.Of(clause),
            FailureText.Of(failures.Calls[0])));
    }

    /// <summary>A clause that throws always tells; one of many statements hardly ever tells nobody.</summary>
    private static bool MayVanish(CatchClauseSyntax clause) =>
        clause is { Filter: null, Block.Statements.Count: <= 4 } && !clause.Block.Statements.Any(static statement => statement is ThrowStatementSyntax);
}
