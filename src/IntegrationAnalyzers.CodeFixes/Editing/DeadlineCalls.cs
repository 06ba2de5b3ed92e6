using System.Collections.Generic;
using System.Linq;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model.Calls;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace IntegrationAnalyzers.CodeFixes.Editing;

/// <summary>The calls that a deadline is for, and how its token is handed to them.</summary>
internal static class DeadlineCalls
{
    /// <summary>The outbound calls on the client behind the statement.</summary>
    public static IEnumerable<InvocationExpressionSyntax> After(StatementSyntax statement, BlockSyntax block, ISymbol client, FixRequest request)
    {
        foreach (var call in block.DescendantNodes().OfType<InvocationExpressionSyntax>())
        {
            if (call.SpanStart > statement.Span.End && call.Expression is MemberAccessExpressionSyntax access &&
                SymbolEqualityComparer.Default.Equals(request.Model.GetSymbolInfo(access.Expression, request.CancellationToken).Symbol, client) &&
                request.Model.GetSymbolInfo(call, request.CancellationToken).Symbol is IMethodSymbol method && OutboundCalls.FindMember(method) is not null)
            {
                yield return call;
            }
        }
    }

    /// <summary>
    /// The token that the call passes: its text, null for none (or one that nobody cancels), and the argument to replace. No value where the call cannot have one, or is not
    /// awaited where it stands.
    /// </summary>
    public static (string? Text, ArgumentSyntax? Argument)? Token(InvocationExpressionSyntax call, FixRequest request)
    {
        if (!IsAwaited(call) || call.Ancestors().TakeWhile(static n => n is not MemberDeclarationSyntax).Any(static n => n is AnonymousFunctionExpressionSyntax))
            return null;
        foreach (var argument in call.ArgumentList.Arguments)
        {
            var type = request.Model.GetTypeInfo(argument.Expression, request.CancellationToken);
            if (DeadlineApis.IsToken(type.ConvertedType))
            {
                var text = argument.Expression.WithoutTrivia().ToString();
                return (argument.Expression is LiteralExpressionSyntax or DefaultExpressionSyntax || text.EndsWith("CancellationToken.None", System.StringComparison.Ordinal) ? null : text, argument);
            }
        }

        var with = call.AddArgumentListArguments(SyntaxFactory.Argument(SyntaxFactory.ParseExpression("global::System.Threading.CancellationToken.None")));
        return request.Model.GetSpeculativeSymbolInfo(call.SpanStart, with, SpeculativeBindingOption.BindAsExpression).Symbol is IMethodSymbol method && DeadlineApis.IsToken(method.Parameters.LastOrDefault()?.Type)
            ? (null, null)
            : null;
    }

    public static void Pass(DocumentEditor editor, InvocationExpressionSyntax call, ArgumentSyntax? argument, string deadline)
    {
        var token = SyntaxFactory.ParseExpression(deadline + ".Token");
        if (argument is not null)
        {
            editor.ReplaceNode(argument.Expression, (current, _) => token.WithTriviaFrom(current));
            return;
        }

        editor.ReplaceNode(call, (current, _) =>
        {
            var list = ((InvocationExpressionSyntax)current).ArgumentList;
            var items = list.Arguments.GetWithSeparators();
            if (list.Arguments.Count > 0)
                items = items.Add(SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space));
            items = items.Add(SyntaxFactory.Argument(token));
            return ((InvocationExpressionSyntax)current).WithArgumentList(list.WithArguments(SyntaxFactory.SeparatedList<ArgumentSyntax>(items)));
        });
    }

    private static bool IsAwaited(ExpressionSyntax call)
    {
        var value = call;
        while (value.Parent is ParenthesizedExpressionSyntax or MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" } or InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" } })
            value = (ExpressionSyntax)value.Parent;
        return value.Parent is AwaitExpressionSyntax;
    }
}
