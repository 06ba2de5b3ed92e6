using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model;
using IntegrationAnalyzers.Model.Errors;
using IntegrationAnalyzers.Model.Summaries;
using IntegrationAnalyzers.Roslyn;
using IntegrationAnalyzers.Rules.Retries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Rules.Errors;

/// <summary>
/// One catch for every failure of an outbound call.
/// Reports a general clause that meets every failure of a call it really gets with the same answer, and tells somebody of it.
/// Quiet where a filter, an earlier clause or the body tells failures apart, where the exception goes on, at boundaries, where nobody is
/// told (that is IA4002's), where it throws anew without the cause (IA4004's), and, unless an option asks, where all that is given back misleads nobody. A suggestion where a write that failed is logged and answered with <c>false</c>.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IA4001CatchAllAroundOutboundCall() : IntegrationAnalyzer(Descriptor)
{
    public const string Id = "IA4001";

    private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        Id,
        RuleCategory.Errors,
        DiagnosticSeverity.Warning,
        "One catch for every failure of an outbound call",
        "'{0}' treats {1}: catch what each needs on its own and let the rest go on",
        "A timeout may have happened upstream, a refused connection has not, and a wrong payload never gets better: who treats them alike does the wrong thing for two of the three.");

    private static readonly RuleOption<bool> ReportBestEffort = RuleOption.Flag(
        Id, "report_best_effort", false, "Whether a clause is reported that tells of the failure and whose answer misleads nobody.");

    internal override ImmutableArray<RuleOption> Options { get; } = ImmutableArray.Create<RuleOption>(ReportBestEffort);

    private protected override void Register(RuleContext context) => context.OnClause(IsGeneral, (c, clause, shape) => Analyze(c, clause, shape, context));

    private static void Analyze(OperationContext analysis, CatchClauseSyntax clause, CatchShape shape, RuleContext context)
    {
        if (!shape.IsGeneral)
            return;
        if (shape.HandlesAlike != Certainty.Yes || shape.Boundary != Certainty.No || LosesCause(shape, context.Model.Source, analysis.CancellationToken))
            return;

        var catches = context.Model.Catches;
        var failures = catches.FailuresOf(shape.Try, analysis.CancellationToken);
        if (IsNotTold(analysis, clause, shape, failures, context.Model))
            return;

        var untold = catches.Untold(shape, failures);
        var reportsAll = ReportBestEffort.Get(analysis.Options, clause.SyntaxTree);
        if (untold == FailureKinds.None || (!reportsAll && BestEfforts.Is(shape, failures, context.Model.Source, analysis.CancellationToken)))
            return;

        // What is repeated after every exception is IA2008's, up to the last attempt, and that goes on.
        if (context.Model.CountedClauses.Holds(clause, analysis.CancellationToken) && !context.IsOff(IA2008RetriesWhatCannotSucceed.Id, clause.SyntaxTree, analysis.CancellationToken))
            return;

        var reached = failures.Calls[0];
        analysis.ReportDiagnostic(context.Leveled(
            !reportsAll && BestEfforts.SaysNoAndTells(shape),
            clause.CatchKeyword.GetLocation(),
            reached.Call.Operation.Syntax.GetLocation(),
            properties: null,
            FailureText.Of(clause),
            Text(untold, reached)));
    }

    /// <summary>Whether it is IA4002's to judge, or excused as there: nobody is told but by what the caller gets.</summary>
    private static bool IsNotTold(OperationContext analysis, CatchClauseSyntax clause, CatchShape shape, TryFailures failures, IntegrationModel model) =>
        shape.Body.TellsNobody == Certainty.Yes &&
        (!SilentAnswers.Are(shape, failures, model.Catches, model.Retries, analysis.CancellationToken) || BestEffortComments.Has(clause, analysis.Options));

    /// <summary>Whether IA4004 has it: all that the clause does is throw anew, and with the cause inside there is nothing left to say.</summary>
    private static bool LosesCause(CatchShape shape, SourceIndex source, CancellationToken cancellationToken) =>
        shape.Body.AlwaysThrows && LostCauses.In(shape.Clause, source, cancellationToken).Any();

    /// <summary>By the name alone; an alias of <c>Exception</c> is nobody's habit.</summary>
    private static bool IsGeneral(CatchClauseSyntax clause) => clause.Declaration?.Type switch
    {
        null => true,
        SimpleNameSyntax simple => IsGeneral(simple.Identifier.ValueText),
        QualifiedNameSyntax qualified => IsGeneral(qualified.Right.Identifier.ValueText),
        AliasQualifiedNameSyntax alias => IsGeneral(alias.Name.Identifier.ValueText),
        _ => false,
    };

    private static bool IsGeneral(string name) => name is "Exception" or "SystemException";

    private static string Text(FailureKinds kinds, ReachedCall reached)
    {
        var names = new List<string>(3);
        if ((kinds & FailureKinds.Transport) != 0)
            names.Add("a refused connection");
        if ((kinds & FailureKinds.Timeout) != 0)
            names.Add("a timeout");
        if ((kinds & FailureKinds.Payload) != 0)
            names.Add("a wrong payload");

        var of = " of " + FailureText.Of(reached);
        if (names.Count == 1)
            return names[0] + of + " like any bug";
        var last = names[names.Count - 1];
        names.RemoveAt(names.Count - 1);
        return string.Join(", ", names) + " and " + last + of + " alike";
    }
}
