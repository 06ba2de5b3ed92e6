using System.Collections.Generic;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.Model.Urls;

/// <summary>The <c>#if</c> regions round a place.</summary>
internal static class BuildRegions
{
    /// <summary>Whether some region round the place asks for a build that speaks of the environment: <c>#if DEBUG</c>, either branch.</summary>
    public static bool Choose(SyntaxNode node, CancellationToken cancellationToken)
    {
        foreach (var (condition, _) in Around(node, cancellationToken))
        {
            if (EnvironmentWords.Choose(condition))
                return true;
        }

        return false;
    }

    /// <summary>Whether the place is compiled into a development build alone.</summary>
    public static bool IsDevelopmentOnly(SyntaxNode node, CancellationToken cancellationToken)
    {
        foreach (var (condition, isElse) in Around(node, cancellationToken))
        {
            if (DevelopmentBranch.AsksFor(condition) == !isElse)
                return true;
        }

        return false;
    }

    private static Stack<(ExpressionSyntax Condition, bool IsElse)> Around(SyntaxNode node, CancellationToken cancellationToken)
    {
        var open = new Stack<(ExpressionSyntax, bool)>();
        var root = node.SyntaxTree.GetRoot(cancellationToken);
        if (!root.ContainsDirectives || root is not CompilationUnitSyntax unit)
            return open;

        for (var directive = unit.GetFirstDirective(); directive is not null && directive.SpanStart < node.SpanStart; directive = directive.GetNextDirective())
        {
            switch (directive)
            {
                case IfDirectiveTriviaSyntax start:
                    open.Push((start.Condition, false));
                    break;
                case ElifDirectiveTriviaSyntax other when open.Count > 0:
                    open.Pop();
                    open.Push((other.Condition, false));
                    break;
                case ElseDirectiveTriviaSyntax when open.Count > 0:
                    open.Push((open.Pop().Item1, true));
                    break;
                case EndIfDirectiveTriviaSyntax when open.Count > 0:
                    open.Pop();
                    break;
            }
        }

        return open;
    }
}
