using System.Composition;
using System.Globalization;
using System.Linq;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.CodeFixes.Editing;
using IntegrationAnalyzers.Model.Registrations;
using IntegrationAnalyzers.Roslyn;
using IntegrationAnalyzers.Rules.Timeouts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace IntegrationAnalyzers.CodeFixes.Rules.Timeouts;

/// <summary>
/// Raises the client's timeout to what the pipeline allows for; removes one that the handler makes infinite. Not offered where the removed one would leave an empty delegate in a
/// place that needs one, or where a comment or directive hangs on it.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(IA1005TimeoutAgainstPipelineFix)), Shared]
public sealed class IA1005TimeoutAgainstPipelineFix() : IntegrationCodeFix(IA1005TimeoutAgainstPipeline.Id, "Raise the timeout to what the pipeline may take")
{
    private protected override FixPlan? Plan(FixRequest request)
    {
        if (!request.Diagnostic.Properties.TryGetValue(IA1005TimeoutAgainstPipeline.Kind, out var kind) ||
            !request.Diagnostic.Properties.TryGetValue(IA1005TimeoutAgainstPipeline.Seconds, out var text) ||
            !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
        {
            return null;
        }

        if (kind == nameof(TimeoutConflictKind.Default))
            return request.Node.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { } handler ? Set(handler, seconds, request) : null;
        if (request.Node.FirstAncestorOrSelf<AssignmentExpressionSyntax>() is not { } assignment)
            return null;
        return kind == nameof(TimeoutConflictKind.Discarded) ? Remove(assignment) : Raise(assignment, seconds, request);
    }

    private static FixPlan Raise(AssignmentExpressionSyntax assignment, int seconds, FixRequest request)
    {
        var value = Durations.Seconds(seconds, request);
        return new FixPlan(editor => editor.ReplaceNode(assignment.Right, value.WithTriviaFrom(assignment.Right)), Durations.Usings(value));
    }

    /// <summary>Before the handler, where the builder is still the client's.</summary>
    private static FixPlan? Set(InvocationExpressionSyntax handler, int seconds, FixRequest request)
    {
        if (handler.Expression is not MemberAccessExpressionSyntax { Expression: var builder } || !RegistrationApis.IsBuilder(request.Model.GetTypeInfo(builder).Type) ||
            !BuilderCalls.CanAdd(handler))
        {
            return null;
        }

        var value = Durations.Seconds(seconds, request);
        var parameter = BuilderCalls.Parameter(handler, request);
        return new FixPlan(
            editor => editor.ReplaceNode(builder, (current, _) => BuilderCalls.Add(builder, (ExpressionSyntax)current, $"ConfigureHttpClient({parameter} => {parameter}.Timeout = {value})")),
            Durations.Usings(value).Add(RegistrationApis.Namespace))
        {
            Title = "Set a timeout that the pipeline fits in",
        };
    }

    private static FixPlan? Remove(AssignmentExpressionSyntax assignment)
    {
        if (Removed(assignment) is not { } removed || HasRemarks(removed))
            return null;
        return new FixPlan(editor => Remove(editor, removed)) { Title = "Remove the timeout that the handler makes infinite" };
    }

    /// <summary>The statement; the delegate's call in the chain or its argument, where the delegate does nothing else.</summary>
    private static SyntaxNode? Removed(AssignmentExpressionSyntax assignment)
    {
        SyntaxNode? lambda = assignment.Parent is AnonymousFunctionExpressionSyntax whole ? whole : null;
        if (assignment.Parent is ExpressionStatementSyntax { Parent: BlockSyntax block } statement)
        {
            if (block.Statements.Count > 1)
                return statement;
            lambda = block.Parent as AnonymousFunctionExpressionSyntax;
        }

        if (lambda?.Parent is not ArgumentSyntax { Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax call } list } argument)
            return null;
        return call.CalledText() switch
        {
            "ConfigureHttpClient" when call.Expression is MemberAccessExpressionSyntax && call.Parent is MemberAccessExpressionSyntax => call,
            "AddHttpClient" when list.Arguments.Last() == argument && argument.NameColon is null => argument,
            _ => null,
        };
    }

    private static bool HasRemarks(SyntaxNode removed)
    {
        var trivia = removed is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access }
            ? access.OperatorToken.GetAllTrivia().Concat(access.Name.DescendantTrivia()).Concat(((InvocationExpressionSyntax)removed).ArgumentList.DescendantTrivia())
            : removed.DescendantTrivia();
        return trivia.Any(static t => !t.IsKind(SyntaxKind.WhitespaceTrivia) && !t.IsKind(SyntaxKind.EndOfLineTrivia));
    }

    private static void Remove(DocumentEditor editor, SyntaxNode removed)
    {
        if (removed is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax })
        {
            editor.ReplaceNode(removed, (current, _) =>
            {
                var receiver = ((MemberAccessExpressionSyntax)((InvocationExpressionSyntax)current).Expression).Expression;
                return receiver.GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia) ? receiver : receiver.WithTrailingTrivia(current.GetTrailingTrivia());
            });
        }
        else
        {
            editor.RemoveNode(removed, SyntaxRemoveOptions.KeepNoTrivia);
        }
    }
}
