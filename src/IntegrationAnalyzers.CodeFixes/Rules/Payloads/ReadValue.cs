using IntegrationAnalyzers.Apis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.CodeFixes.Rules.Payloads;

/// <summary>The expression whose value is the payload: the reading call with what awaits it.</summary>
internal static class ReadValue
{
    /// <summary>The outermost expression round the call that is still the read: awaited, configured, blocked on.</summary>
    public static ExpressionSyntax Of(InvocationExpressionSyntax call, SemanticModel model)
    {
        ExpressionSyntax value = call;
        while (true)
        {
            switch (value.Parent)
            {
                case ConditionalAccessExpressionSyntax access when access.WhenNotNull == value:
                    value = access;
                    break;
                case MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" or "WaitAsync" or "AsTask" or "GetAwaiter" or "GetResult" } member
                    when member.Expression == value && member.Parent is InvocationExpressionSyntax invocation:
                    value = invocation;
                    break;
                case MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Result" } member
                    when member.Expression == value && TaskApis.IsTaskOrAwaiter(model.GetTypeInfo(value).Type):
                    value = member;
                    break;
                case AwaitExpressionSyntax awaited:
                    return awaited;
                case ParenthesizedExpressionSyntax parenthesized when IsAwaitedBeyond(parenthesized):
                    value = parenthesized;
                    break;
                default:
                    return value;
            }
        }
    }

    /// <summary>The value with the parentheses and the <c>!</c> round it, which the throw takes the place of.</summary>
    public static ExpressionSyntax WithForgiveness(ExpressionSyntax value)
    {
        while (value.Parent is ParenthesizedExpressionSyntax or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression })
            value = (ExpressionSyntax)value.Parent;
        return value;
    }

    /// <summary>Whether <c>?? throw</c> can stand behind a value of that type.</summary>
    public static bool CanBeNull(ITypeSymbol type, LanguageVersion language) =>
        type is { IsValueType: false, TypeKind: not (TypeKind.Error or TypeKind.Dynamic) } && !ResponseBodies.IsResponse(type) &&
        (type is not ITypeParameterSymbol { IsReferenceType: false } || language >= LanguageVersion.CSharp8);

    /// <summary>Whether the place takes no throw expression: the middle of a <c>?.</c> chain, an expression tree, a comment in between.</summary>
    public static bool CannotThrow(ExpressionSyntax value, ExpressionSyntax replaced, SemanticModel model)
    {
        for (SyntaxNode node = replaced; node.Parent is ExpressionSyntax parent; node = parent)
        {
            if (parent is ConditionalAccessExpressionSyntax access && access.WhenNotNull == node)
                return true;
            if (parent is not (MemberAccessExpressionSyntax or InvocationExpressionSyntax or ElementAccessExpressionSyntax or ConditionalAccessExpressionSyntax or PostfixUnaryExpressionSyntax))
                break;
        }

        for (SyntaxNode? node = replaced.Parent; node is not (null or MemberDeclarationSyntax); node = node.Parent)
        {
            if (node is LambdaExpressionSyntax && model.GetTypeInfo(node).ConvertedType?.Name == "Expression")
                return true;
        }

        // Between the value and what is replaced lie parentheses and '!' alone; a comment there has no place any more.
        foreach (var trivia in replaced.DescendantTrivia())
        {
            if (!value.FullSpan.Contains(trivia.Span) && trivia.SpanStart >= replaced.SpanStart && trivia.Span.End <= replaced.Span.End &&
                !trivia.IsKind(SyntaxKind.WhitespaceTrivia) && !trivia.IsKind(SyntaxKind.EndOfLineTrivia))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsAwaitedBeyond(SyntaxNode node)
    {
        for (var parent = node.Parent; parent is ExpressionSyntax; parent = parent.Parent)
        {
            switch (parent)
            {
                case AwaitExpressionSyntax:
                case MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Result" or "GetAwaiter" or "ConfigureAwait" }:
                    return true;
                case ParenthesizedExpressionSyntax:
                    continue;
                default:
                    return false;
            }
        }

        return false;
    }
}
