using System;
using System.Collections.Immutable;
using System.Threading;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.Model.Clients;

/// <summary>Whether a client has sent by the time it is set, within one run of a method: in a statement before, or in the <c>try</c> whose <c>catch</c> sets it.</summary>
internal static class SentBefore
{
    public static bool Is(IOperation setting, ImmutableArray<SymbolUse> uses, Func<IOperation, CancellationToken, bool> sends, CancellationToken cancellationToken)
    {
        foreach (var use in uses)
        {
            if (use.Name.SyntaxTree == setting.Syntax.SyntaxTree && use.Name.SpanStart < setting.Syntax.SpanStart && Precedes(use.Name, setting.Syntax) &&
                use.Operation(cancellationToken) is { } operation && sends(operation, cancellationToken))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Precedes(SyntaxNode send, SyntaxNode setting)
    {
        for (var node = setting; node is not null and not MemberDeclarationSyntax and not AnonymousFunctionExpressionSyntax and not LocalFunctionStatementSyntax; node = node.Parent)
        {
            if (node is CatchClauseSyntax { Parent: TryStatementSyntax { Block: var tried } } && tried.Span.Contains(send.Span))
                return IsOfThisRun(send, tried);
            if (node is StatementSyntax && node.Parent is BlockSyntax block)
            {
                foreach (var before in block.Statements)
                {
                    if (before == node)
                        break;
                    if (before is ExpressionStatementSyntax or LocalDeclarationStatementSyntax && before.Span.Contains(send.Span))
                        return IsOfThisRun(send, before);
                }
            }
        }

        return false;
    }

    /// <summary>Not in a lambda, which may run later.</summary>
    private static bool IsOfThisRun(SyntaxNode send, SyntaxNode within)
    {
        for (var node = send; node != within && node is not null; node = node.Parent)
        {
            if (node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)
                return false;
        }

        return true;
    }
}
