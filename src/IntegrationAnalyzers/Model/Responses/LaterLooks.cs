using System.Linq;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.Model.Responses;

/// <summary>
/// Whether what the body says of its own outcome is looked at where the flow cannot follow it: behind a serializer that does not bind, or by the callers, who get an object that says so.
/// </summary>
internal static class LaterLooks
{
    public static bool Has(ResponseUse use) => !use.IsDropped && (AsksAfter(use.Call.Syntax) || HandsOutcomeOn(use.Call.EnclosingFunction()));

    /// <summary><c>if (!result.ok) throw …</c>, anywhere after the call.</summary>
    private static bool AsksAfter(SyntaxNode call)
    {
        if (call.FirstAncestorOrSelf<MemberDeclarationSyntax>() is not { } member)
            return false;
        foreach (var node in member.DescendantNodes())
        {
            if (node.SpanStart <= call.Span.End)
                continue;
            var condition = node switch
            {
                IfStatementSyntax branch => branch.Condition,
                ConditionalExpressionSyntax choice => choice.Condition,
                _ => null,
            };
            if (condition is not null && (NamesOutcome(condition) || (Kept(condition, member) is { } kept && kept.SpanStart > call.Span.End && NamesOutcome(kept))))
                return true;
        }

        return false;
    }

    /// <summary><c>var isPaid = IsSuccessful(result?.Code);</c>, where the condition is nothing but that.</summary>
    private static ExpressionSyntax? Kept(ExpressionSyntax condition, MemberDeclarationSyntax member)
    {
        if ((condition is PrefixUnaryExpressionSyntax not ? not.Operand : condition) is not IdentifierNameSyntax { Identifier.ValueText: var name })
            return null;
        foreach (var node in member.DescendantNodes())
        {
            if (node is VariableDeclaratorSyntax { Initializer.Value: (InvocationExpressionSyntax or BinaryExpressionSyntax) and var value } declared && declared.Identifier.ValueText == name)
                return value;
        }

        return null;
    }

    private static bool NamesOutcome(ExpressionSyntax condition)
    {
        foreach (var node in condition.DescendantNodesAndSelf())
        {
            if (node is BinaryExpressionSyntax compared && ComparesStatus(compared))
                return true;
            var name = node switch
            {
                InvocationExpressionSyntax { Expression: IdentifierNameSyntax asked, ArgumentList.Arguments.Count: > 0 } => asked.Identifier.ValueText,
                MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
                MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
                BracketedArgumentListSyntax { Arguments: [{ Expression: LiteralExpressionSyntax { Token: { RawKind: (int)SyntaxKind.StringLiteralToken, ValueText: var key } } }] } => key,
                _ => null,
            };
            if (name is not null && StatusApis.TellsFailure(name))
                return true;
        }

        return false;
    }

    /// <summary><c>payment?.status != "success"</c>: the body's own word, of whatever type it is.</summary>
    private static bool ComparesStatus(BinaryExpressionSyntax compared) =>
        (compared.IsKind(SyntaxKind.EqualsExpression) || compared.IsKind(SyntaxKind.NotEqualsExpression)) &&
        compared.Right is LiteralExpressionSyntax { Token: { RawKind: (int)SyntaxKind.StringLiteralToken, ValueText: var word } } && StatusApis.IsOutcome(word) &&
        compared.Left.DescendantNodesAndSelf().Any(static node => node is SimpleNameSyntax { Identifier.ValueText: var name } && StatusApis.IsStatus(name));

    /// <summary>What the function gives its callers, or the least that they are promised of it, carries its outcome.</summary>
    private static bool HandsOutcomeOn(IMethodSymbol? function) => StatusApis.IsEnvelope(function?.ReturnType.AwaitedType());
}
