using System.Linq;
using IntegrationAnalyzers.CodeFixes.Editing;
using IntegrationAnalyzers.Model;
using IntegrationAnalyzers.Model.Resilience;
using IntegrationAnalyzers.Roslyn;
using IntegrationAnalyzers.Rules.Retries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.CodeFixes.Rules.Retries;

/// <summary>What the fixes of Polly's retries share.</summary>
internal static class RetryFix
{
    /// <summary>The member call that makes the retry which was reported.</summary>
    public static InvocationExpressionSyntax? Invocation(FixRequest request) => request.Node.FirstAncestorOrSelf<InvocationExpressionSyntax>();

    /// <summary>The retry that was reported, as the rule saw it.</summary>
    public static OutboundRetry? Of(FixRequest request) =>
        Invocation(request) is { } invocation ? IntegrationModel.For(request.Model.Compilation).OutboundRetries.At(invocation, request.CancellationToken) : null;

    /// <summary>The options object of the retry, where a member can be added to it in this file.</summary>
    public static BaseObjectCreationExpressionSyntax? Options(RetryStrategy retry, FixRequest request) =>
        retry.Options is BaseObjectCreationExpressionSyntax creation && IsHere(creation, request) && ObjectInitializers.CanAdd(creation) ? creation : null;

    public static bool IsHere(SyntaxNode node, FixRequest request) => node.SyntaxTree == request.Root.SyntaxTree;

    /// <summary>The one value that a lambda gives, where it does nothing else.</summary>
    public static ExpressionSyntax? OnlyValue(LambdaExpressionSyntax lambda) =>
        lambda.ExpressionBody ?? (lambda.Block is { Statements: [.., ReturnStatementSyntax { Expression: { } value }] } block &&
            block.DescendantNodes(static n => n is not AnonymousFunctionExpressionSyntax).OfType<ReturnStatementSyntax>().Count() == 1 ? value : null);

    /// <summary>Whether <c>a + b</c> can be written with the expression as it is.</summary>
    public static ExpressionSyntax AsOperand(ExpressionSyntax expression) => expression switch
    {
        InvocationExpressionSyntax or MemberAccessExpressionSyntax or IdentifierNameSyntax or ObjectCreationExpressionSyntax or ParenthesizedExpressionSyntax => expression,
        BinaryExpressionSyntax binary when binary.IsKind(SyntaxKind.AddExpression) || binary.IsKind(SyntaxKind.MultiplyExpression) || binary.IsKind(SyntaxKind.SubtractExpression) => expression,
        _ => SyntaxFactory.ParenthesizedExpression(expression),
    };

    /// <summary>Whether the text stands in the node's statement already: two retries of one registration or predicate need one addition.</summary>
    public static bool IsMade(SyntaxNode current, string text) =>
        (current.FirstAncestorOrSelf<SyntaxNode>(static n => n is StatementSyntax or MemberDeclarationSyntax) ?? current).ToString().Contains(text);

    public static bool HasCSharp(FixRequest request, LanguageVersion version) => ((CSharpParseOptions)request.Root.SyntaxTree.Options).LanguageVersion >= version;

    /// <summary>A type by its metadata name, as it is named at the place; null where the compilation has none.</summary>
    public static string? Name(this TypeNames names, FixRequest request, string metadataName) =>
        request.Model.Compilation.GetTypeByMetadataName(metadataName) is { } type ? names.Of(type) : null;

    public static TypeNames Names(FixRequest request) => new(request.Model, request.Root, request.Node.SpanStart);
}
