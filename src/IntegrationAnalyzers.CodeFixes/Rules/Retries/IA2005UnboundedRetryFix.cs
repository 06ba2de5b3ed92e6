using System.Composition;
using System.Linq;
using IntegrationAnalyzers.CodeFixes.Editing;
using IntegrationAnalyzers.Model;
using IntegrationAnalyzers.Model.Resilience;
using IntegrationAnalyzers.Model.Retries;
using IntegrationAnalyzers.Rules.Retries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace IntegrationAnalyzers.CodeFixes.Rules.Retries;

/// <summary>
/// Bounds the attempts to five. An endless loop counts them, and the handlers let the last failure out; a policy takes its counting form. Not offered where
/// a status leads to the next attempt, or a callback would need another signature.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class IA2005UnboundedRetryFix() : IntegrationCodeFix(IA2005UnboundedRetry.Id, "Give up after five attempts")
{
    private const string Attempts = "5";

    private protected override FixPlan? Plan(FixRequest request)
    {
        var model = IntegrationModel.For(request.Model.Compilation);
        var tree = request.Node.SyntaxTree;
        var span = request.Diagnostic.Location.SourceSpan;
        foreach (var loop in model.RetryLoops.In(tree, request.CancellationToken))
        {
            if (loop.Scope.Location.SourceSpan == span)
                return OfLoop(loop, request);
        }

        foreach (var retry in model.ExecutedRetries.In(tree, request.CancellationToken))
        {
            if (IA2006RetryWithoutPause.NameOf(retry.Strategy.Origin) is IdentifierNameSyntax name && name.Span == span)
                return OfPolly(retry.Strategy, name, request);
        }

        return null;
    }

    private static FixPlan? OfLoop(RetryLoop loop, FixRequest request)
    {
        if (CatchBound.HandlersOf(loop) is not { } handlers)
            return null;
        if (loop.Counter is { } counter)
        {
            // A counter that is raised behind the call is not raised yet when the filter is asked.
            var last = counter.First == 0 ? "4" : Attempts;
            return CatchBound.Plan(loop, handlers, $"{counter.Name} < {last}", request);
        }

        if (loop.Region is not (WhileStatementSyntax { Condition.RawKind: (int)SyntaxKind.TrueLiteralExpression } or ForStatementSyntax { Condition: null, Incrementors.Count: 0, Declaration: null, Initializers.Count: 0 }))
            return null;
        var member = loop.Region.FirstAncestorOrSelf<MemberDeclarationSyntax>(static m => m is not GlobalStatementSyntax) ?? loop.Region.SyntaxTree.GetRoot();
        var taken = member.DescendantTokens().Select(static t => t.ValueText).ToList();
        if (new[] { "attempt", "attemptNumber", "tryNumber" }.FirstOrDefault(n => !taken.Contains(n)) is not { } name)
            return null;
        return CatchBound.Plan(
            loop, handlers, $"{name} < {Attempts}", request,
            editor => editor.ReplaceNode(loop.Region, (current, _) => Counting((StatementSyntax)current, name)));
    }

    private static SyntaxNode Counting(StatementSyntax endless, string name)
    {
        var body = endless is WhileStatementSyntax loop ? loop.Statement : ((ForStatementSyntax)endless).Statement;
        var close = endless is WhileStatementSyntax w ? w.CloseParenToken : ((ForStatementSyntax)endless).CloseParenToken;
        var head = (ForStatementSyntax)SyntaxFactory.ParseStatement($"for (var {name} = 1; ; {name}++) {{ }}");
        return head.WithStatement(body).WithCloseParenToken(head.CloseParenToken.WithTrailingTrivia(close.TrailingTrivia)).WithLeadingTrivia(endless.GetLeadingTrivia());
    }

    private static FixPlan? OfPolly(RetryStrategy retry, IdentifierNameSyntax name, FixRequest request)
    {
        var text = name.Identifier.ValueText;
        if (text.Contains("Forever"))
        {
            if (retry.Origin is not InvocationExpressionSyntax { ArgumentList: var list } || list.Arguments.Any(static a => a.NameColon is not null))
                return null;
            var isWaiting = text.StartsWith("Wait", System.StringComparison.Ordinal);
            if (list.Arguments.Count != (isWaiting ? 1 : 0) || isWaiting && list.Arguments[0].Expression is ParenthesizedLambdaExpressionSyntax { ParameterList.Parameters.Count: > 1 })
                return null;
            return new FixPlan(editor =>
            {
                editor.ReplaceNode(name, SyntaxFactory.IdentifierName(text.Replace("Forever", "")).WithTriviaFrom(name));
                editor.ReplaceNode(list, (current, _) => Prepend((ArgumentListSyntax)current));
            });
        }

        var endless = retry.Origin.DescendantNodes().Concat(retry.Options?.DescendantNodes() ?? []).OfType<MemberAccessExpressionSyntax>().FirstOrDefault(
            m => m.Name.Identifier.ValueText == "MaxValue" && m.SyntaxTree == request.Node.SyntaxTree &&
                request.Model.GetConstantValue(m, request.CancellationToken) is { HasValue: true, Value: int.MaxValue });
        return endless is null ? null : new FixPlan(editor => editor.ReplaceNode(endless, SyntaxFactory.ParseExpression(Attempts).WithTriviaFrom(endless)));
    }

    private static ArgumentListSyntax Prepend(ArgumentListSyntax list)
    {
        var count = SyntaxFactory.Argument(SyntaxFactory.ParseExpression(Attempts));
        if (list.Arguments.Count == 0)
            return list.AddArguments(count);
        var items = list.Arguments.GetWithSeparators();
        return list.WithArguments(SyntaxFactory.SeparatedList<ArgumentSyntax>(items.Insert(0, SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space)).Insert(0, count)));
    }
}
