using System.Linq;
using System.Text.RegularExpressions;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IntegrationAnalyzers.Rules.Errors;

/// <summary>Comments by which a failure may vanish on purpose: in the clause, before its <c>try</c> or the condition round that, or on the method.</summary>
internal static class BestEffortComments
{
    /// <summary>The words themselves, or a reason: it may be off, it does not matter. A bare <c>// ignored</c> gives none.</summary>
    private const string Reasons =
        @"best[- ]effort|\bsilent(ly)?\b|\bnot (be )?(running|reachable|available|supported|critical|fatal|important)\b|\bnon-?(critical|fatal|essential)\b|\b(do not|don't|does not|doesn't) (care|matter|spam|fail|block|break)\b|\b(may|might|can) fail\b";

    public static readonly RuleOption<Regex> Pattern = RuleOption.Pattern(
        IA4002VanishedFailure.Id, "best_effort_pattern", Reasons, "What a comment in the clause, before its `try` or the `if` round that, or on the method says where a failure may vanish on purpose.");

    private static readonly Regex SignsOut = new("^(Log|Sign)(out|off)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    public static bool Has(CatchClauseSyntax clause, AnalyzerOptions options)
    {
        var pattern = Pattern.Get(options, clause.SyntaxTree);
        var member = clause.FirstAncestorOrSelf<SyntaxNode>(static n => n is MemberDeclarationSyntax or LocalFunctionStatementSyntax);
        var tried = (TryStatementSyntax)clause.Parent!;

        // A session ends by itself: whoever says anything of it there has thought of that.
        if (clause.EnclosingMethodName() is { } name && SignsOut.IsMatch(name) && clause.DescendantTrivia().Any(static t => t.IsKind(SyntaxKind.SingleLineCommentTrivia) || t.IsKind(SyntaxKind.MultiLineCommentTrivia)))
            return true;
        return tried.Catches.Any(sibling => sibling.SpanStart <= clause.SpanStart && sibling.DescendantTrivia().Any(Says)) ||
            Outermost(tried).GetLeadingTrivia().Any(Says) || tried.GetLeadingTrivia().Any(Says) || (member?.GetLeadingTrivia().Any(Says) ?? false);

        // if (…) { try … }: what is written above the condition speaks of all that hangs on it.
        static StatementSyntax Outermost(StatementSyntax statement)
        {
            while (statement.Parent is BlockSyntax { Statements.Count: 1, Parent: IfStatementSyntax { Else: null, Parent: BlockSyntax } condition })
                statement = condition;
            return statement;
        }

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
