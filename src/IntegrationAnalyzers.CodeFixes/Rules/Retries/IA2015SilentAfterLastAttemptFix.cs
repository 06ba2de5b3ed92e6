using System.Composition;
using System.Globalization;
using System.Linq;
using IntegrationAnalyzers.CodeFixes.Editing;
using IntegrationAnalyzers.Model;
using IntegrationAnalyzers.Model.Retries;
using IntegrationAnalyzers.Rules.Retries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.CodeFixes.Rules.Retries;

/// <summary>
/// Lets the failure of the last attempt out: a filter on the loop's counter, so that the exception keeps its stack. Offered for a counted loop whose handlers alone
/// lead to the next attempt.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class IA2015SilentAfterLastAttemptFix() : IntegrationCodeFix(IA2015SilentAfterLastAttempt.Id, "Let the last attempt's failure out")
{
    private protected override FixPlan? Plan(FixRequest request)
    {
        var model = IntegrationModel.For(request.Model.Compilation);
        foreach (var loop in model.RetryLoops.In(request.Node.SyntaxTree, request.CancellationToken))
        {
            if (SilentEnds.Of(loop, model.Source, request.CancellationToken) is not { } end ||
                (end is ExpressionSyntax ? end.Span : loop.Scope.Location.SourceSpan) != request.Diagnostic.Location.SourceSpan)
            {
                continue;
            }

            if (loop.Counter is not { } counter || NotLast(loop, counter) is not { } condition || CatchBound.HandlersOf(loop) is not { } handlers)
                return null;
            return CatchBound.Plan(loop, handlers, condition, request);
        }

        return null;
    }

    /// <summary><c>attempt &lt; 2</c> for a loop that runs while <c>attempt &lt; 3</c>.</summary>
    private static string? NotLast(RetryLoop loop, AttemptCounter counter)
    {
        var condition = loop.Region switch
        {
            ForStatementSyntax f => f.Condition,
            WhileStatementSyntax w => w.Condition,
            _ => null,
        };
        if (condition is not BinaryExpressionSyntax { Left: IdentifierNameSyntax left, Right: var bound } compared || left.Identifier.ValueText != counter.Name)
            return null;
        return compared.Kind() switch
        {
            SyntaxKind.LessThanOrEqualExpression => $"{counter.Name} < {bound}",
            SyntaxKind.LessThanExpression when bound is LiteralExpressionSyntax { Token.Value: int number } => $"{counter.Name} < {(number - 1).ToString(CultureInfo.InvariantCulture)}",
            SyntaxKind.LessThanExpression when bound is IdentifierNameSyntax or MemberAccessExpressionSyntax => $"{counter.Name} < {bound} - 1",
            _ => null,
        };
    }
}
