using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model.Errors;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.Model.Retries;

/// <summary>
/// The clauses by which hand-written retries repeat after every exception, a bug among them, and that ask for nothing but the number of attempts: by a filter
/// (<c>catch (Exception) when (left-- > 0)</c>), or by throwing after the last one (<c>if (++attempt == 3) throw;</c>) or giving up, told and with an answer that misleads nobody.
/// </summary>
internal sealed class CountedClauses(IntegrationModel model)
{
    /// <summary>Whether a hand-written retry of the file repeats by this clause: what it takes after that is the failure of the last attempt.</summary>
    public bool Holds(CatchClauseSyntax clause, CancellationToken cancellationToken)
    {
        if (!MayBe(clause))
            return false;
        foreach (var loop in model.RetryLoops.In(clause.SyntaxTree, cancellationToken))
        {
            if (loop.Region.Span.Contains(clause.Span) && Of(loop, cancellationToken)?.Clause.Syntax == clause)
                return true;
        }

        return false;
    }

    /// <summary>The clause of the retry; null where it has none, or tells any failure from the others.</summary>
    public CatchShape? Of(RetryLoop loop, CancellationToken cancellationToken) => Of(loop, isCounted: false, cancellationToken);

    /// <summary>The clause that would be such a one if a filter counted the attempts, which nothing does yet.</summary>
    public CatchShape? OnceCounted(RetryLoop loop, CancellationToken cancellationToken) =>
        Of(loop, isCounted: true, cancellationToken) is { Clause.Filter: null } shape ? shape : null;

    private CatchShape? Of(RetryLoop loop, bool isCounted, CancellationToken cancellationToken)
    {
        if (loop.Scope is not { Kind: RetryKind.Loop, RepeatsWhatMayHaveHappened: true } || AnswerTests.Waits(loop.Region) || TellsCancellation(loop.Region))
            return null;
        for (SyntaxNode node = loop.Call.Place; node != loop.Region && node.Parent is { } parent; node = parent)
        {
            if (parent is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)
                return null;
            if (parent is TryStatementSyntax tried && tried.Block == node && tried.Catches.Count > 0)
                return Of(loop, tried, isCounted, cancellationToken);
        }

        return null;
    }

    private CatchShape? Of(RetryLoop loop, TryStatementSyntax tried, bool isCounted, CancellationToken cancellationToken)
    {
        // A clause before it has sorted out what is not to be tried again.
        if (tried.Catches[0] is var clause && !MayBe(clause) || !IsOfRegion(tried, loop.Region))
            return null;

        var count = new AttemptCount(loop.Region, model.Source.Model(tried.SyntaxTree), cancellationToken);
        var ends = ClauseEnds.Of(clause.Block, count);
        if (!ends.GoesOn || !(clause.Filter is { FilterExpression: var filter } ? count.IsAsked(filter) : isCounted || ends.Throws || ends.Returns) || (isCounted && ends.Returns) || (ends.Falls && LeavesBehind(tried, loop.Region)))
            return null;

        return model.Catches.Read(clause, model.Source.Model(tried.SyntaxTree), cancellationToken) is { IsGeneral: true, Filter: CatchFilter.None or CatchFilter.Counter } shape &&
            !shape.Body.Does(CatchActs.Carries | CatchActs.Distinguishes | CatchActs.CallsAgain) && Gets(loop, shape, cancellationToken) && (!ends.Returns || GivesUp(shape, cancellationToken))
                ? shape
                : null;
    }

    /// <summary>Whether what the last attempt returns is no other rule's: somebody is told, and nobody takes it for an answer.</summary>
    private bool GivesUp(CatchShape shape, CancellationToken cancellationToken) =>
        shape.Body.TellsNobody == Certainty.No && BestEfforts.Is(shape, model.Catches.FailuresOf(shape.Try, cancellationToken), model.Source, cancellationToken);

    private bool Gets(RetryLoop loop, CatchShape shape, CancellationToken cancellationToken) =>
        loop.Call.IsDelegate || model.Catches.GetsFromCall(shape, model.Catches.FailuresOf(shape.Try, cancellationToken));

    /// <summary>The look by syntax alone: a clause for everything in a loop. One for the runtime's own exceptions gets none of a client's.</summary>
    private static bool MayBe(CatchClauseSyntax clause) =>
        clause.Declaration?.Type is null or SimpleNameSyntax { Identifier.ValueText: "Exception" } or QualifiedNameSyntax { Right.Identifier.ValueText: "Exception" } &&
        clause.FirstAncestorOrSelf<StatementSyntax>(RepeatingSyntax.IsLoop) is not null;

    /// <summary>Whether what the statement lets out leaves the loop, and what it takes leads to its next turn.</summary>
    private static bool IsOfRegion(TryStatementSyntax tried, SyntaxNode region)
    {
        for (var parent = tried.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent == region)
                return RepeatingSyntax.IsLoop(region);
            if (RepeatingSyntax.IsLoop(parent) || parent is TryStatementSyntax or CatchClauseSyntax or SwitchSectionSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)
                return false;
        }

        return false;
    }

    /// <summary>Whether anything behind the statement ends the loop: then it is not the clause alone that decides.</summary>
    private static bool LeavesBehind(TryStatementSyntax tried, SyntaxNode region)
    {
        for (SyntaxNode node = tried; node != region && node.Parent is { } parent; node = parent)
        {
            if (parent is not BlockSyntax block)
                continue;
            for (var i = block.Statements.IndexOf((StatementSyntax)node) + 1; i < block.Statements.Count; i++)
            {
                if (ClauseEnds.Leaves(block.Statements[i]))
                    return true;
            }
        }

        return false;
    }

    /// <summary>Whether the loop asks for the end of the work by itself.</summary>
    private static bool TellsCancellation(SyntaxNode region)
    {
        foreach (var node in region.DescendantNodes())
        {
            if (node is SimpleNameSyntax { Identifier.ValueText: "IsCancellationRequested" or "ThrowIfCancellationRequested" })
                return true;
        }

        return false;
    }
}
