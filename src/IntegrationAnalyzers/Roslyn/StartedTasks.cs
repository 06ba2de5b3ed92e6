using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.Roslyn;

/// <summary>
/// Calls whose task is kept in a variable and awaited further down, <c>var task = client.GetAsync(…); … await task</c>, by syntax alone: what goes wrong with one comes out where it is awaited.
/// Only where that is the first thing that is done with the variable, in the function of the call.
/// </summary>
internal static class StartedTasks
{
    /// <summary>Where the task that the call starts is awaited; null where it is not kept, or something else is done with it first.</summary>
    public static AwaitExpressionSyntax? AwaitOf(SyntaxNode call)
    {
        if (call.Parent is not EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Identifier.ValueText: var name, Parent.Parent: LocalDeclarationStatementSyntax { Parent: { } block } statement } })
            return null;
        foreach (var node in block.DescendantNodes())
        {
            if (node.SpanStart >= statement.Span.End && node is IdentifierNameSyntax { Identifier.ValueText: var other } use && other == name)
                return Awaiting(use) is { } awaited && FlowGraphs.FunctionOf(awaited) == FlowGraphs.FunctionOf(call) ? awaited : null;
        }

        return null;
    }

    /// <summary>The call that started the task which is awaited here; null where it is no variable's, or not known to be the first thing that is done with it.</summary>
    public static InvocationExpressionSyntax? CallOf(AwaitExpressionSyntax awaited)
    {
        if (Named(awaited) is not { Identifier.ValueText: var name })
            return null;
        for (SyntaxNode current = awaited; current.Parent is { } parent and not MemberDeclarationSyntax; current = parent)
        {
            if (parent is not (BlockSyntax or SwitchSectionSyntax))
                continue;
            foreach (var sibling in parent.ChildNodes())
            {
                if (sibling == current)
                    break;
                if (sibling is not LocalDeclarationStatementSyntax { Declaration.Variables: var variables })
                    continue;
                foreach (var variable in variables)
                {
                    if (variable.Identifier.ValueText == name)
                        return variable.Initializer?.Value is InvocationExpressionSyntax call && AwaitOf(call) == awaited ? call : null;
                }
            }
        }

        return null;
    }

    private static AwaitExpressionSyntax? Awaiting(IdentifierNameSyntax use)
    {
        SyntaxNode value = use;
        if (use.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" or "WaitAsync", Parent: InvocationExpressionSyntax configured } access && access.Expression == use)
            value = configured;
        return value.Parent as AwaitExpressionSyntax;
    }

    private static IdentifierNameSyntax? Named(AwaitExpressionSyntax awaited) => awaited.Expression switch
    {
        IdentifierNameSyntax name => name,
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax name } } => name,
        _ => null,
    };
}
