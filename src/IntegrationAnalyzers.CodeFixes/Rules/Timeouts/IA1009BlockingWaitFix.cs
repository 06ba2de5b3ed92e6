using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.CodeFixes.Editing;
using IntegrationAnalyzers.Model.Waits;
using IntegrationAnalyzers.Rules.Timeouts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace IntegrationAnalyzers.CodeFixes.Rules.Timeouts;

/// <summary>
/// Awaits the call, in a function that is async or in a private method that can be made so with its callers. Not offered elsewhere: who calls would have to change.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(IA1009BlockingWaitFix)), Shared]
public sealed class IA1009BlockingWaitFix() : IntegrationCodeFix(IA1009BlockingWait.Id, "Await the call")
{
    private protected override FixPlan? Plan(FixRequest request)
    {
        if (request.Node.FirstAncestorOrSelf<MemberAccessExpressionSyntax>() is not { } access || WaitSyntax.Of(access) is not { } wait)
            return null;
        if (wait.Whole is InvocationExpressionSyntax { ArgumentList.Arguments: { Count: > 0 } arguments } && (wait.Whole != wait.Task || arguments.Any(argument => IsToken(argument, request))) ||
            LosesComment(wait.Whole, wait.Task))
        {
            return null;
        }

        var function = Awaiting.FunctionOf(wait.Whole);
        if (function is null ? request.Node.FirstAncestorOrSelf<GlobalStatementSyntax>() is null : !Awaiting.IsAsync(function) && function is not MethodDeclarationSyntax)
            return null;
        if (!Awaiting.MayStandAt(wait.Whole, function, request.Model))
            return null;

        AsyncMethods? methods = null;
        if (function is MethodDeclarationSyntax method && !Awaiting.IsAsync(method))
        {
            methods = AsyncMethods.Of(method, request);
            if (methods is null)
                return null;
        }

        var goesOnAnywhere = !TaskApis.IsConfigured(request.Model.GetTypeInfo(wait.Task, request.CancellationToken).Type) && Awaiting.GoOnAnywhere(request.Root);
        return new FixPlan(
            editor =>
            {
                editor.ReplaceNode(wait.Whole, (current, _) => Awaited((ExpressionSyntax)current, goesOnAnywhere));
                methods?.Edit(editor);
            },
            methods is null ? ImmutableArray<string>.Empty : methods.Usings.ToImmutableArray());
    }

    private static SyntaxNode Awaited(ExpressionSyntax whole, bool goesOnAnywhere)
    {
        var access = whole as MemberAccessExpressionSyntax ?? (MemberAccessExpressionSyntax)((InvocationExpressionSyntax)whole).Expression;
        var task = WaitSyntax.Of(access)?.Task ?? access.Expression;
        if (task == whole)
            task = ((InvocationExpressionSyntax)whole).WithExpression(access.WithName(SyntaxFactory.IdentifierName("WhenAll").WithTriviaFrom(access.Name)));
        while (task is ParenthesizedExpressionSyntax { Expression: InvocationExpressionSyntax or MemberAccessExpressionSyntax or IdentifierNameSyntax } inner)
            task = inner.Expression;
        return Awaiting.Await(goesOnAnywhere ? Awaiting.GoingOnAnywhere(task) : task, whole.Parent, whole);
    }

    private static bool IsToken(ArgumentSyntax argument, FixRequest request) =>
        request.Model.GetTypeInfo(argument.Expression, request.CancellationToken).Type is { Name: "CancellationToken" };

    /// <summary>A comment between the task and the member that goes.</summary>
    private static bool LosesComment(ExpressionSyntax whole, ExpressionSyntax task) =>
        whole.DescendantTrivia().Any(trivia =>
            !trivia.IsKind(SyntaxKind.WhitespaceTrivia) && !trivia.IsKind(SyntaxKind.EndOfLineTrivia) &&
            trivia.SpanStart >= task.Span.End && trivia.SpanStart < whole.Span.End);
}
