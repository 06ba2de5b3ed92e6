using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Roslyn;

/// <summary>Control flow graphs of functions, lambdas and local functions of their own, each made once and only where asked.</summary>
internal sealed class FlowGraphs(SourceIndex source)
{
    private readonly Memo<SyntaxNode, ControlFlowGraph?> _graphs = new();

    /// <summary>The lambda, local function or member whose body the node is in.</summary>
    public static SyntaxNode? FunctionOf(SyntaxNode node)
    {
        for (var parent = node.Parent; parent is not null; parent = parent.Parent)
        {
            switch (parent)
            {
                case AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or BaseMethodDeclarationSyntax or AccessorDeclarationSyntax:
                    return parent;
                case ArrowExpressionClauseSyntax { Parent: BasePropertyDeclarationSyntax }:
                    return parent;
                case CompilationUnitSyntax unit:
                    return node.FirstAncestorOrSelf<GlobalStatementSyntax>() is null ? null : unit;
                case TypeDeclarationSyntax:
                    return null;
            }
        }

        return null;
    }

    /// <summary>The graph of the function, null where it has none.</summary>
    public ControlFlowGraph? Of(SyntaxNode function, CancellationToken cancellationToken) =>
        _graphs.TryGetValue(function, out var known) ? known : _graphs.GetOrAdd(function, Create(function, cancellationToken));

    /// <summary>The graph of the function the node is in, null where it has none.</summary>
    public ControlFlowGraph? Around(SyntaxNode node, CancellationToken cancellationToken) =>
        FunctionOf(node) is { } function ? Of(function, cancellationToken) : null;

    private ControlFlowGraph? Create(SyntaxNode function, CancellationToken cancellationToken)
    {
        var model = source.Model(function.SyntaxTree);
        switch (function)
        {
            case AnonymousFunctionExpressionSyntax:
                return Around(function, cancellationToken) is { } outer && Find(outer, function) is { } lambda
                    ? outer.GetAnonymousFunctionControlFlowGraph(lambda, cancellationToken)
                    : null;
            case LocalFunctionStatementSyntax:
                return Around(function, cancellationToken) is { } around &&
                    model.GetDeclaredSymbol(function, cancellationToken) is IMethodSymbol symbol && around.LocalFunctions.Contains(symbol)
                    ? around.GetLocalFunctionControlFlowGraph(symbol, cancellationToken)
                    : null;
        }

        return model.GetOperation(function, cancellationToken) switch
        {
            IMethodBodyOperation { Parent: null } body => ControlFlowGraph.Create(body, cancellationToken),
            IConstructorBodyOperation { Parent: null } body => ControlFlowGraph.Create(body, cancellationToken),
            IBlockOperation { Parent: null } body => ControlFlowGraph.Create(body, cancellationToken),
            _ => null,
        };
    }

    private static IFlowAnonymousFunctionOperation? Find(ControlFlowGraph graph, SyntaxNode lambda)
    {
        foreach (var block in graph.Blocks)
        {
            foreach (var operation in block.Operations)
            {
                if (Find(operation, lambda) is { } found)
                    return found;
            }

            if (block.BranchValue is { } value && Find(value, lambda) is { } inBranch)
                return inBranch;
        }

        return null;
    }

    private static IFlowAnonymousFunctionOperation? Find(IOperation operation, SyntaxNode lambda)
    {
        if (!operation.Syntax.Span.Contains(lambda.SpanStart))
            return null;
        foreach (var inner in operation.Tree())
        {
            if (inner is IFlowAnonymousFunctionOperation function && function.Syntax == lambda)
                return function;
        }

        return null;
    }
}
