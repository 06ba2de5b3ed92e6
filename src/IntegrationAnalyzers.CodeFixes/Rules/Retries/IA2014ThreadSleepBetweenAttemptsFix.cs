using System.Collections.Immutable;
using System.Composition;
using IntegrationAnalyzers.CodeFixes.Editing;
using IntegrationAnalyzers.Model.Retries;
using IntegrationAnalyzers.Roslyn;
using IntegrationAnalyzers.Rules.Retries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace IntegrationAnalyzers.CodeFixes.Rules.Retries;

/// <summary><c>Thread.Sleep(x)</c> becomes <c>await Task.Delay(x, token)</c>, with the token in scope. Not offered where <c>await</c> cannot stand.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class IA2014ThreadSleepBetweenAttemptsFix() : IntegrationCodeFix(IA2014ThreadSleepBetweenAttempts.Id, "Await 'Task.Delay'")
{
    private protected override FixPlan? Plan(FixRequest request)
    {
        if (request.Node.FirstAncestorOrSelf<InvocationExpressionSyntax>() is not { Parent: ExpressionStatementSyntax, ArgumentList.Arguments: [var duration] } sleep ||
            sleep.Span != request.Diagnostic.Location.SourceSpan || !AttemptSleeps.IsAsync(FlowGraphs.FunctionOf(sleep)) || sleep.FirstAncestorOrSelf<LockStatementSyntax>() is not null || sleep.FirstAncestorOrSelf<UnsafeStatementSyntax>() is not null)
        {
            return null;
        }

        var token = TokenInScope.At(sleep, request.Model) is { } name ? ", " + name : "";
        return new FixPlan(
            editor => editor.ReplaceNode(
                sleep, SyntaxFactory.ParseExpression($"await Task.Delay({duration.Expression}{token})").WithTriviaFrom(sleep)),
            ImmutableArray.Create("System.Threading.Tasks"));
    }
}
