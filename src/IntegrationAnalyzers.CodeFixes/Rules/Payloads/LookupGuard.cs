using System;
using System.Collections.Generic;
using IntegrationAnalyzers.CodeFixes.Editing;
using IntegrationAnalyzers.Model.Payloads;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace IntegrationAnalyzers.CodeFixes.Rules.Payloads;

/// <summary>Guards a walk through a document that answers with null: <c>json["a"]["b"].ToString()</c> becomes <c>(json["a"]?["b"] ?? throw …).ToString()</c>.</summary>
internal static class LookupGuard
{
    public static Action<DocumentEditor>? Plan(DocumentChain chain, string exception, FixRequest request)
    {
        // The last lookup that the code goes through: what it gives must be there, and so must all before it.
        var last = chain.Steps.Length - 1;
        while (last >= 0 && !chain.Steps[last].FailsWhereMissing)
            last--;
        if (last < 0 || chain.Steps[last].Lookup.Syntax is not ExpressionSyntax guarded)
            return null;

        var replaced = guarded;
        while (replaced.Parent is PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } forgiven)
            replaced = forgiven;
        var lookups = new HashSet<SyntaxNode>();
        for (var i = 0; i < last; i++)
            lookups.Add(chain.Steps[i].Lookup.Syntax);
        var conditional = new List<bool>();
        if (!Follow(guarded, lookups, conditional) || lookups.Count > 0 || ReadValue.CannotThrow(guarded, replaced, request.Model) || StartsInAccess(guarded))
            return null;

        var message = SyntaxFactory.Literal($"The response has no '{chain.PathTo(last)}'").Text;
        return editor => editor.ReplaceNode(
            replaced,
            (current, _) =>
            {
                var text = Rewrite(WithoutForgiveness((ExpressionSyntax)current), conditional, 0);
                var thrown = $"{text.Trim()} ?? throw new {exception}({message})";
                return SyntaxFactory.ParseExpression(MissingPayload.TakesAnyExpression(replaced.Parent) ? thrown : $"({thrown})").WithTriviaFrom(current);
            });
    }

    /// <summary>Goes down the expression as it is written; tells for each step whether what it is taken out of may be null.</summary>
    private static bool Follow(ExpressionSyntax expression, HashSet<SyntaxNode> lookups, List<bool> conditional)
    {
        while (Spine(expression) is { } inner)
        {
            var receiver = WithoutForgiveness(inner);
            conditional.Add(lookups.Remove(receiver));
            expression = receiver;
        }

        return true;
    }

    private static ExpressionSyntax? Spine(ExpressionSyntax expression) => expression switch
    {
        ElementAccessExpressionSyntax element => element.Expression,
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } => access.Expression,
        MemberAccessExpressionSyntax access => access.Expression,
        _ => null,
    };

    private static string Rewrite(ExpressionSyntax expression, List<bool> conditional, int level)
    {
        if (level == conditional.Count || Spine(expression) is not { } inner)
            return expression.ToFullString();

        // The trailing blanks of what is kept go with it: a chain may stand on several lines.
        var kept = WithoutForgiveness(inner);
        var text = Rewrite(kept.WithTrailingTrivia(inner.GetTrailingTrivia()), conditional, level + 1);
        var rest = expression.ToFullString().Substring(inner.FullSpan.End - expression.FullSpan.Start);

        // What the code only forgave is asked for as well: without the '!' the compiler would warn.
        if (!conditional[level] && kept == inner)
            return text + rest;
        var start = rest.Length - rest.TrimStart().Length;
        return text + rest.Substring(0, start) + "?" + rest.Substring(start);
    }

    private static ExpressionSyntax WithoutForgiveness(ExpressionSyntax expression)
    {
        while (expression is PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } forgiven)
            expression = forgiven.Operand;
        return expression;
    }

    private static bool StartsInAccess(ExpressionSyntax expression)
    {
        while (Spine(expression) is { } inner)
            expression = WithoutForgiveness(inner);
        return expression is MemberBindingExpressionSyntax or ElementBindingExpressionSyntax or InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax };
    }
}
