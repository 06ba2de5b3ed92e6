using System;
using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.CodeFixes.Editing;
using IntegrationAnalyzers.Model;
using IntegrationAnalyzers.Model.Clients;
using IntegrationAnalyzers.Model.Errors;
using IntegrationAnalyzers.Model.Payloads;
using IntegrationAnalyzers.Roslyn;
using IntegrationAnalyzers.Rules.Errors;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.CodeFixes.Rules.Errors;

/// <summary>
/// Logs the failure with the logger in reach; a clause that takes everything gets the filter of IA4001 with it, or it would be that rule's next. Where no logger is
/// in reach and somebody stands above who can hear of it, the failure goes on.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class IA4002VanishedFailureFix() : IntegrationCodeFix(IA4002VanishedFailure.Id, "Log the failure, or let it go on where there is no logger")
{
    private protected override FixPlan? Plan(FixRequest request)
    {
        if (request.Node.FirstAncestorOrSelf<CatchClauseSyntax>() is not { } clause ||
            IntegrationModel.For(request.Model.Compilation).Catches.Read(clause, request.Model, request.CancellationToken) is not { } shape ||
            CaughtException.NameIn(clause, request.Model) is not { } name || SwallowsAnswers(clause, shape) ||
            IntegrationModel.For(request.Model.Compilation).Catches.FailuresOf(shape.Try, request.CancellationToken).Calls.IsEmpty)
        {
            return null;
        }

        return LoggerInReach.At(clause, request) is { } logger ? Log(clause, shape, logger, name, request) : GoOn(clause, shape, request);
    }

    /// <summary>An empty clause for everything round a response that nobody looks at: the refusals vanish as the failures do, and a line in the log would pretend otherwise.</summary>
    private static bool SwallowsAnswers(CatchClauseSyntax clause, CatchShape shape) =>
        shape.IsGeneral && clause.Block.Statements.Count == 0 &&
        shape.Try.Body.Tree().Any(static o => o is IInvocationOperation call && ResponseBodies.IsResponse(call.Type?.AwaitedType())) &&
        !shape.Try.Body.Syntax.DescendantTokens().Any(static t => t.ValueText.EndsWith("StatusCode", StringComparison.Ordinal) || ResponseBodies.IsSuccessFlag(t.ValueText));

    private static FixPlan? Log(CatchClauseSyntax clause, CatchShape shape, LoggerInReach logger, string name, FixRequest request)
    {
        FailureFilter? filter = null;
        if (shape is { IsGeneral: true, Boundary: Certainty.No } && (filter = FailureFilter.For(clause, request)) is null)
            return null;

        var usings = (filter?.Usings ?? ImmutableArray<string>.Empty).ToList();
        if (logger.Error.Namespace is { } ns)
            usings.Add(ns);
        string? general = null;
        if (filter is null && clause.Declaration is null)
        {
            general = "Exception";
            usings.Add("System");
        }

        var statement = logger.Statement(name, clause, request.Model);
        return new FixPlan(
            editor => editor.ReplaceNode(clause, (current, _) =>
            {
                var changed = (CatchClauseSyntax)current;
                changed = filter?.Apply(changed, isNamed: true) ?? CaughtException.Declare(changed, name, general);
                changed = changed.WithBlock(IdleComments.Without(changed.Block));
                return changed.WithBlock(changed.Block.WithFirst(statement));
            }),
            usings.ToImmutableArray());
    }

    private static FixPlan? GoOn(CatchClauseSyntax clause, CatchShape shape, FixRequest request)
    {
        if (shape.Boundary != Certainty.No || shape.Try.EnclosingFunction() is not { MethodKind: MethodKind.Ordinary } method || IsCaught(shape.Try.Syntax) ||
            IsCaughtAbove(method, request) || CaughtFailures.AnsweredBy(shape.Try))
        {
            return null;
        }

        return clause.Block.Statements switch
        {
            [] or [ReturnStatementSyntax] when ClauseRemoval.Plan(clause) is { } removal => removal,
            [] => new FixPlan(editor => editor.ReplaceNode(clause, static (current, _) =>
                ((CatchClauseSyntax)current).WithBlock(((CatchClauseSyntax)current).Block.WithFirst("throw;")))),
            [ReturnStatementSyntax only] => new FixPlan(editor => editor.ReplaceNode(only, static (current, _) =>
                SyntaxFactory.ParseStatement("throw;").WithTriviaFrom(current))),
            _ => null,
        };
    }

    /// <summary>Whether a caller would meet the failure with a clause for everything: it would only vanish, or be misjudged, one storey higher.</summary>
    private static bool IsCaughtAbove(IMethodSymbol method, FixRequest request)
    {
        var source = IntegrationModel.For(request.Model.Compilation).Source;
        foreach (var called in Aliases.Of(method).Append(method))
        {
            if (source.Uses(called, request.CancellationToken) is not { } uses)
                return true;
            if (uses.Any(static use => IsCaught(use.Name)))
                return true;
        }

        return false;
    }

    private static bool IsCaught(SyntaxNode place) =>
        place.Ancestors().OfType<TryStatementSyntax>().Any(outer => outer.Block.Span.Contains(place.Span) && outer.Catches.Count > 0);
}
