using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using IntegrationAnalyzers.CodeFixes.Editing;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.CodeFixes.Rules.Retries;

/// <summary>
/// Lets the calls of <c>await Task.WhenAll(items.Select(call))</c> take turns: a semaphore before the statement, entered and left by each. Their results, their order and their failures stay what they are.
/// </summary>
internal sealed class TurnTaking
{
    private readonly StatementSyntax _statement;
    private readonly ExpressionSyntax _call;
    private readonly bool _givesResult;

    private TurnTaking(StatementSyntax statement, ExpressionSyntax call, bool givesResult) => (_statement, _call, _givesResult) = (statement, call, givesResult);

    /// <summary>Null where the tasks are not awaited in the same breath, or what is done with each does not show.</summary>
    public static TurnTaking? Of(InvocationExpressionSyntax whenAll, FixRequest request)
    {
        if (Awaited(whenAll) is not { Parent: BlockSyntax block } awaiting || whenAll.ArgumentList.Arguments is not [{ Expression: var tasks }])
            return null;

        var statement = awaiting;
        if (tasks is IdentifierNameSyntax variable)
        {
            // Made in the statement before: nothing can go wrong between the first call and the wait for all.
            if (block.Statements.IndexOf(awaiting) is not (> 0 and var index) || block.Statements[index - 1] is not LocalDeclarationStatementSyntax { UsingKeyword.RawKind: 0, Declaration.Variables: [{ Initializer.Value: var value } declared] } before ||
                declared.Identifier.ValueText != variable.Identifier.ValueText)
            {
                return null;
            }

            (statement, tasks) = (before, value);
        }

        return Select(tasks) is { ArgumentList.Arguments: [{ Expression: var call }] } select &&
            request.Model.GetSymbolInfo(select, request.CancellationToken).Symbol is IMethodSymbol { ContainingType.Name: "Enumerable", ReturnType: INamedTypeSymbol { TypeArguments: [INamedTypeSymbol task] } } &&
            task.Is("System.Threading.Tasks", "Task") && CanWait(call, request)
                ? new TurnTaking(statement, call, task.IsGenericType)
                : null;
    }

    public FixPlan Plan(int limit, string name, FixRequest request)
    {
        var isDisposed = ((CSharpParseOptions)request.Root.SyntaxTree.Options).LanguageVersion >= LanguageVersion.CSharp8;
        var made = SyntaxFactory.ParseStatement($"{(isDisposed ? "using " : "")}var {name} = new SemaphoreSlim({limit});");
        var body = new TurnBody(_call, name, TokenInScope.At(_call, request.Model), Awaiting.GoOnAnywhere(request.Root), request.Root.SyntaxTree.GetText(request.CancellationToken));
        var turn = body.Written(_givesResult);
        return new FixPlan(
            editor =>
            {
                editor.ReplaceNode(_call, (current, _) => SyntaxFactory.ParseExpression(turn).WithTriviaFrom(current));
                StatementEdits.InsertBefore(editor, _statement, made);
            },
            ImmutableArray.Create("System.Threading"));
    }

    /// <summary>The statement of a block that awaits the tasks and runs in it.</summary>
    private static StatementSyntax? Awaited(InvocationExpressionSyntax whenAll)
    {
        SyntaxNode task = whenAll;
        if (task.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait", Parent: InvocationExpressionSyntax configured })
            task = configured;
        if (task.Parent is not AwaitExpressionSyntax awaited)
            return null;
        foreach (var node in awaited.Ancestors())
        {
            if (node is AnonymousFunctionExpressionSyntax or QueryExpressionSyntax)
                return null;
            if (node is StatementSyntax statement)
                return statement is LocalDeclarationStatementSyntax or ExpressionStatementSyntax or ReturnStatementSyntax or ForEachStatementSyntax ? statement : null;
        }

        return null;
    }

    private static InvocationExpressionSyntax? Select(ExpressionSyntax tasks) => tasks switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Select" } } select => select,
        InvocationExpressionSyntax { ArgumentList.Arguments.Count: 0, Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ToList" or "ToArray", Expression: var inner } } => Select(inner),
        _ => null,
    };

    private static bool CanWait(ExpressionSyntax call, FixRequest request)
    {
        if (call.DescendantTrivia(descendIntoTrivia: false).Any(static t => t.IsDirective) || call.DescendantTokens().Any(static t => t.Span.Length > 0 && t.Text.Contains('\n')) ||
            call.DescendantNodes().Any(static n => n is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "WhenAll" }))
        {
            return false;
        }

        return call switch
        {
            LambdaExpressionSyntax { Block: null } or LambdaExpressionSyntax { AsyncKeyword.RawKind: not 0 } when ((LambdaExpressionSyntax)call).Modifiers.All(static m => m.IsKind(SyntaxKind.AsyncKeyword)) =>
                !SharedWrites.In((LambdaExpressionSyntax)call, request).Any(write => !SharedWrites.IsBehindAwait(write, (LambdaExpressionSyntax)call)) && !HasCommentOutside((LambdaExpressionSyntax)call),
            SimpleNameSyntax or MemberAccessExpressionSyntax => request.Model.GetSymbolInfo(call, request.CancellationToken).Symbol is IMethodSymbol { Parameters.Length: 1 },
            _ => false,
        };
    }

    /// <summary>Beside the arrow or an expression there is no place for a comment any more.</summary>
    private static bool HasCommentOutside(LambdaExpressionSyntax lambda) => lambda.Block is { } block
        ? block.OpenBraceToken.TrailingTrivia.Any(TriviaKinds.IsComment) || lambda.ArrowToken.TrailingTrivia.Any(TriviaKinds.IsComment)
        : lambda.DescendantTrivia().Any(TriviaKinds.IsComment);
}
