using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.CodeFixes.Rules.Payloads;

/// <summary>A method that hands a task on without awaiting it, and may be made to await it.</summary>
internal static class AwaitedReturn
{
    /// <summary>The method whose one return is the expression; null where it cannot become <c>async</c>.</summary>
    public static MethodDeclarationSyntax? MethodOf(ExpressionSyntax returned, SemanticModel model)
    {
        var method = returned.Parent switch
        {
            ReturnStatementSyntax { Parent: BlockSyntax { Parent: MethodDeclarationSyntax m } } => m,
            ArrowExpressionClauseSyntax { Parent: MethodDeclarationSyntax m } => m,
            _ => null,
        };
        if (method is null || method.Modifiers.Any(SyntaxKind.AsyncKeyword) || method.Modifiers.Any(SyntaxKind.UnsafeKeyword) ||
            model.GetDeclaredSymbol(method) is not { ReturnType: INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments.Length: 1 } } symbol ||
            symbol.Parameters.Any(static p => p.RefKind != RefKind.None || p.Type.IsRefLikeType))
        {
            return null;
        }

        foreach (var node in method.DescendantNodes(static n => n is not (LambdaExpressionSyntax or AnonymousMethodExpressionSyntax or LocalFunctionStatementSyntax)))
        {
            switch (node)
            {
                case ReturnStatementSyntax other when other.Expression != returned:
                case RefExpressionSyntax or StackAllocArrayCreationExpressionSyntax or UnsafeStatementSyntax or LockStatementSyntax:
                case VariableDeclaratorSyntax declarator when model.GetDeclaredSymbol(declarator) is ILocalSymbol { Type.IsRefLikeType: true }:
                    return null;
            }
        }

        return method;
    }

    public static MethodDeclarationSyntax MakeAsync(MethodDeclarationSyntax method)
    {
        var async = SyntaxFactory.Token(SyntaxKind.AsyncKeyword).WithTrailingTrivia(SyntaxFactory.Space);
        if (method.Modifiers.Count > 0)
        {
            var partial = method.Modifiers.IndexOf(SyntaxKind.PartialKeyword);
            return partial < 0
                ? method.AddModifiers(async)
                : method.WithModifiers(method.Modifiers.Insert(partial, async));
        }

        var type = method.ReturnType;
        return method
            .WithReturnType(type.WithoutLeadingTrivia())
            .WithModifiers(SyntaxFactory.TokenList(async.WithLeadingTrivia(type.GetLeadingTrivia())));
    }

    public static ExpressionSyntax Await(ExpressionSyntax task) =>
        SyntaxFactory.AwaitExpression(
            SyntaxFactory.Token(SyntaxKind.AwaitKeyword).WithTrailingTrivia(SyntaxFactory.Space),
            task.WithoutTrivia()).WithTriviaFrom(task);
}
