using System.Linq;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IntegrationAnalyzers.Rules.Errors;

/// <summary>Comments by which a failure may vanish on purpose: in the clause, before its <c>try</c>, or on the method.</summary>
internal static class BestEffortComments
{
    /// <summary>The words themselves, or a reason: it may be off, it does not matter. A bare <c>// ignored</c> gives none.</summary>
    private const string Reasons =
        @"best[- ]effort|\bsilent(ly)?\b|\bnot (be )?(running|reachable|available|critical|fatal|important)\b|\bnon-?(critical|fatal|essential)\b|\b(do not|don't|does not|doesn't) (care|matter|spam|fail|block|break)\b|\b(may|might|can) fail\b";

    public static readonly RuleOption<Regex> Pattern = RuleOption.Pattern(
        IA4002VanishedFailure.Id, "best_effort_pattern", Reasons, "What a comment in the clause, before its `try` or on the method says where a failure may vanish on purpose.");

    public static bool Has(CatchClauseSyntax clause, AnalyzerOptions options)
    {
        var pattern = Pattern.Get(options, clause.SyntaxTree);
        var member = clause.FirstAncestorOrSelf<SyntaxNode>(static n => n is MemberDeclarationSyntax or LocalFunctionStatementSyntax);
        return ((TryStatementSyntax)clause.Parent!).Catches.Any(sibling => sibling.SpanStart <= clause.SpanStart && sibling.DescendantTrivia().Any(Says)) || clause.Parent!.GetLeadingTrivia().Any(Says) || (member?.GetLeadingTrivia().Any(Says) ?? false);

        bool Says(SyntaxTrivia trivia)
        {
            if (trivia.IsKind(SyntaxKind.WhitespaceTrivia) || trivia.IsKind(SyntaxKind.EndOfLineTrivia))
                return false;
            try
            {
                return pattern.IsMatch(trivia.ToFullString());
            }
            catch (RegexMatchTimeoutException)
            {
                return false;
            }
        }
    }
}
