using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Roslyn;

/// <summary>
/// What a local is taken out of that no assignment gives its value: the collection that <c>foreach</c> walks, what an <c>out</c> call is called on,
/// what a pattern looks at.
/// </summary>
internal static class LocalSources
{
    /// <summary>The whole that the local is a part of; null where it is an ordinary variable.</summary>
    public static IOperation? Of(ILocalReferenceOperation reference, SourceIndex source, CancellationToken cancellationToken)
    {
        var local = reference.Local;
        if (local.DeclaringSyntaxReferences.Length != 1)
            return null;

        var syntax = local.DeclaringSyntaxReferences[0].GetSyntax(cancellationToken);
        if (syntax is VariableDeclaratorSyntax)
            return null;

        var model = reference.SemanticModel is { } own && own.SyntaxTree == syntax.SyntaxTree ? own : source.Model(syntax.SyntaxTree);
        if (syntax is ForEachStatementSyntax loop)
            return model.ValueOf(loop.Expression, cancellationToken);

        for (var parent = syntax.Parent; parent is not null and not StatementSyntax; parent = parent.Parent)
        {
            switch (parent)
            {
                case ForEachVariableStatementSyntax { Expression: { } walked }:
                    return model.ValueOf(walked, cancellationToken);
                case IsPatternExpressionSyntax { Expression: { } matched }:
                    return model.ValueOf(matched, cancellationToken);
                case SwitchExpressionArmSyntax { Parent: SwitchExpressionSyntax { GoverningExpression: { } governing } }:
                    return model.ValueOf(governing, cancellationToken);
                case CasePatternSwitchLabelSyntax { Parent.Parent: SwitchStatementSyntax { Expression: { } switched } }:
                    return model.ValueOf(switched, cancellationToken);
                case ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call }:
                    return model.GetOperation(call, cancellationToken) is IInvocationOperation invocation ? invocation.Receiver() : null;
            }
        }

        return syntax.Parent is ForEachVariableStatementSyntax { Expression: { } deconstructed } ? model.ValueOf(deconstructed, cancellationToken) : null;
    }

    /// <summary>
    /// What a pattern gives the local: the whole that it looks at (<c>x is { } local</c>), or the one property of it (<c>x is { Content: var local }</c>); null where it is a part of a part,
    /// or no pattern's.
    /// </summary>
    public static (IOperation Whole, string? Property)? Matched(ILocalReferenceOperation reference, SourceIndex source, CancellationToken cancellationToken)
    {
        if (reference.Local.DeclaringSyntaxReferences is not [var declared] || declared.GetSyntax(cancellationToken) is not SingleVariableDesignationSyntax designation)
            return null;

        string? property = null;
        for (var parent = designation.Parent; parent is PatternSyntax or PropertyPatternClauseSyntax or SubpatternSyntax or IsPatternExpressionSyntax; parent = parent.Parent)
        {
            switch (parent)
            {
                case ListPatternSyntax or SlicePatternSyntax:
                case SubpatternSyntax when property is not null:
                    return null;
                case SubpatternSyntax { NameColon.Name.Identifier.ValueText: var name }:
                    property = name;
                    break;
                case SubpatternSyntax:
                    return null;
                case IsPatternExpressionSyntax { Expression: var matched }:
                    return source.Model(matched.SyntaxTree).ValueOf(matched, cancellationToken) is { } whole ? (whole, property) : null;
            }
        }

        return null;
    }
}
