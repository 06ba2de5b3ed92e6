using System.Collections.Generic;
using System.Linq;
using System.Threading;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.Model.Retries;

/// <summary>
/// The code of one function that makes up a call's request: the call itself, what the locals in its arguments are set to, and the statements that
/// change those. Another call's request in the same function is none of it.
/// </summary>
internal static class RequestParts
{
    private const int MaxDepth = 3;

    public static IReadOnlyList<SyntaxNode> Of(SyntaxNode call, SemanticModel model, CancellationToken cancellationToken)
    {
        var parts = new List<SyntaxNode> { call };
        var member = call.FirstAncestorOrSelf<MemberDeclarationSyntax>(static m => m is not GlobalStatementSyntax) ?? call.SyntaxTree.GetRoot(cancellationToken);
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        Collect(call, call, member, parts, seen, model, 0, cancellationToken);
        return parts;
    }

    private static void Collect(
        SyntaxNode part,
        SyntaxNode call,
        SyntaxNode member,
        List<SyntaxNode> parts,
        HashSet<ISymbol> seen,
        SemanticModel model,
        int depth,
        CancellationToken cancellationToken)
    {
        if (depth > MaxDepth)
            return;
        foreach (var node in part.DescendantNodesAndSelf())
        {
            if (node is not IdentifierNameSyntax name || model.GetSymbolInfo(name, cancellationToken).Symbol is not { } symbol ||
                symbol is not (ILocalSymbol or IFieldSymbol or IParameterSymbol or IPropertySymbol) || !seen.Add(symbol))
            {
                continue;
            }

            foreach (var other in member.DescendantNodes())
            {
                if (Affects(other, symbol, model, cancellationToken) is { } changed && !changed.Span.Contains(call.Span) && !call.Span.Contains(changed.Span))
                {
                    parts.Add(changed);
                    Collect(changed, call, member, parts, seen, model, depth + 1, cancellationToken);
                }
            }
        }
    }

    /// <summary>What of the node is set to, put into or done to the symbol.</summary>
    private static SyntaxNode? Affects(SyntaxNode node, ISymbol symbol, SemanticModel model, CancellationToken cancellationToken)
    {
        switch (node)
        {
            case VariableDeclaratorSyntax { Initializer.Value: { } value } declarator
                when declarator.Identifier.ValueText == symbol.Name &&
                    SymbolEqualityComparer.Default.Equals(model.GetDeclaredSymbol(declarator, cancellationToken), symbol):
                return value;
            // foreach (var (name, value) in headers) request.Headers.Add(name, value);
            case ForEachStatementSyntax each when each.Identifier.ValueText == symbol.Name && SymbolEqualityComparer.Default.Equals(model.GetDeclaredSymbol(each, cancellationToken), symbol):
                return each.Expression;
            case ForEachVariableStatementSyntax each when each.Variable.DescendantNodes().Any(IsDesignation):
                return each.Expression;
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var items }, ArgumentList.Arguments: [{ Expression: LambdaExpressionSyntax lambda }] } when symbol is IParameterSymbol && IsOfLambda(lambda):
                return items;
            case AssignmentExpressionSyntax assignment when IsRootedAt(assignment.Left):
                return assignment;
            case ExpressionStatementSyntax { Expression: InvocationExpressionSyntax invocation } when IsReceiverRootedAt(invocation) || IsHanded(invocation):
                return invocation;
            case InvocationExpressionSyntax { Parent: LambdaExpressionSyntax { Parent.Parent.Parent: InvocationExpressionSyntax all } } each when all.CalledText() == "ForEach" && IsReceiverRootedAt(each):
                return each;
            default:
                return null;
        }

        bool IsDesignation(SyntaxNode part) =>
            part is SingleVariableDesignationSyntax designation && designation.Identifier.ValueText == symbol.Name && SymbolEqualityComparer.Default.Equals(model.GetDeclaredSymbol(designation, cancellationToken), symbol);

        bool IsOfLambda(LambdaExpressionSyntax lambda) => symbol.ContainingSymbol.DeclaringSyntaxReferences is [var declared] && declared.SyntaxTree == lambda.SyntaxTree && declared.Span == lambda.Span;

        bool IsReceiverRootedAt(InvocationExpressionSyntax invocation) =>
            invocation.Expression is MemberAccessExpressionSyntax access && !IsBare(access.Expression) && IsRootedAt(access.Expression) ||
            invocation.Expression is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax bare } && Is(bare) && symbol is ILocalSymbol or IParameterSymbol;

        bool IsBare(ExpressionSyntax expression) => expression is IdentifierNameSyntax;

        bool IsHanded(InvocationExpressionSyntax invocation)
        {
            // AddHeaders(request): a helper that is given the local and gives nothing back.
            if (symbol is not ILocalSymbol and not IParameterSymbol)
                return false;
            foreach (var argument in invocation.ArgumentList.Arguments)
            {
                if (argument.Expression is IdentifierNameSyntax given && Is(given))
                    return true;
            }

            return false;
        }

        bool IsRootedAt(ExpressionSyntax expression)
        {
            while (true)
            {
                switch (expression)
                {
                    case MemberAccessExpressionSyntax access:
                        if (access.Expression is ThisExpressionSyntax)
                            return Is(access.Name);
                        expression = access.Expression;
                        break;
                    case ElementAccessExpressionSyntax element:
                        expression = element.Expression;
                        break;
                    case InvocationExpressionSyntax invocation:
                        expression = invocation.Expression;
                        break;
                    case IdentifierNameSyntax name:
                        return Is(name);
                    default:
                        return false;
                }
            }
        }

        bool Is(SimpleNameSyntax name) =>
            name.Identifier.ValueText == symbol.Name && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name, cancellationToken).Symbol, symbol);
    }
}
