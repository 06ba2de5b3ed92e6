using System.Collections.Generic;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.Model.Retries;

/// <summary>What the syntax round a call says of its being made again, before anything is bound.</summary>
internal static class RepeatingSyntax
{
    public static bool IsLoop(SyntaxNode node) => node is ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax;

    /// <summary>Whether anything round the node, by syntax alone, may repeat it.</summary>
    public static bool MayBeRetried(SyntaxNode node)
    {
        for (var parent = node.Parent; parent is not null; parent = parent.Parent)
        {
            switch (parent)
            {
                case ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax or LabeledStatementSyntax:
                case AnonymousFunctionExpressionSyntax:
                    return true;
                case LocalFunctionStatementSyntax local when CallsItself(local, local.Identifier.ValueText):
                    return true;
                case MethodDeclarationSyntax method:
                    return CallsItself(method, method.Identifier.ValueText) || HasGoto(method);
                case MemberDeclarationSyntax and not GlobalStatementSyntax:
                    return HasGoto(parent);
            }
        }

        return false;
    }

    /// <summary>Whether the call stands in the head of the loop, where it is made once, before the first turn: it gives what is gone through.</summary>
    public static bool IsBefore(SyntaxNode loop, SyntaxNode call) => loop is CommonForEachStatementSyntax each && each.Expression.Span.Contains(call.Span);

    /// <summary>The labels before the call that a later <c>goto</c> of the function names.</summary>
    public static IEnumerable<LabeledStatementSyntax> LabelsJumpedBackTo(SyntaxNode function, SyntaxNode call)
    {
        if (!HasGoto(function))
            yield break;
        for (var parent = call.Parent; parent is not null && parent != function; parent = parent.Parent)
        {
            if (parent is LabeledStatementSyntax label)
                yield return label;
        }
    }

    /// <summary>Whether the function names itself as what it calls.</summary>
    public static bool CallsItself(SyntaxNode function, string name) =>
        TextWords.PositionsOf(name, function.SyntaxTree.GetText(), function.Span).Count > 1 && FunctionShape.Of(function).Calls(name);

    // The text first: next to no function does either, and reading its shape walks it whole.
    private static bool HasGoto(SyntaxNode member) => TreeIndex.Of(member.SyntaxTree).Words.Contains("goto") && FunctionShape.Of(member).HasGoto;

    /// <summary>Whether the name stands below the node, whatever it means there.</summary>
    public static bool Mentions(SyntaxNode node, string name)
    {
        foreach (var inner in node.DescendantNodes())
        {
            if (inner is IdentifierNameSyntax id && id.Identifier.ValueText == name)
                return true;
        }

        return false;
    }
}
