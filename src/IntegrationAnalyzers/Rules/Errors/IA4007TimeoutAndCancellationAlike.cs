using IntegrationAnalyzers.Model.Errors;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IntegrationAnalyzers.Rules.Errors;

/// <summary>
/// A clause for cancellation round an outbound call that was given the caller's token, which tells a timeout and the caller's giving up not apart and treats both as a failure.
/// Quiet where no token of a caller is in scope, where a filter or the body asks for it, and where the clause only ends the work.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IA4007TimeoutAndCancellationAlike() : IntegrationAnalyzer(Descriptor)
{
    public const string Id = "IA4007";

    private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        Id,
        RuleCategory.Errors,
        DiagnosticSeverity.Info,
        "A timeout and the caller's cancellation are treated alike",
        "'{0}' takes a caller who gave up for a timeout of {1}: add 'when (!{2}.IsCancellationRequested)'",
        "HttpClient throws the same exception for its timeout and for the caller's token: a user who leaves the page counts as an outage, and is tried again or alerted on.");

    private protected override void Register(RuleContext context) =>
        context.OnClause(NamesCancellation, (c, clause, shape) => Analyze(c, clause, shape, context));

    private static void Analyze(OperationContext analysis, CatchClauseSyntax clause, CatchShape shape, RuleContext context)
    {
        var catches = context.Model.Catches;
        var failures = catches.FailuresOf(shape.Try, analysis.CancellationToken);
        if (!catches.GetsFromCall(shape, failures) || CallerCancellation.Mixed(shape, failures, context.Model.Source, analysis.CancellationToken) is not { } token)
            return;
        analysis.ReportDiagnostic(context.Diagnostic(
            clause.CatchKeyword.GetLocation(),
            failures.Calls[0].Call.Operation.Syntax.GetLocation(),
            null,
            FailureText.Of(clause),
            FailureText.Of(failures.Calls[0]),
            token.Name));
    }

    private static bool NamesCancellation(CatchClauseSyntax clause) =>
        clause is { Filter: null, Declaration.Type: { } type } && type.ToString() is { } name &&
        (name.EndsWith("OperationCanceledException", System.StringComparison.Ordinal) || name.EndsWith("TaskCanceledException", System.StringComparison.Ordinal));
}
