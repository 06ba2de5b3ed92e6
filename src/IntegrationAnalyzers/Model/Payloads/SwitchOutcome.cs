using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Payloads;

/// <summary>What becomes of a value that no case of a switch statement knows.</summary>
internal static class SwitchOutcome
{
    /// <summary>Whether what follows, or what was set before, is its outcome: every case leaves and code follows, or every case only sets what has a value already.</summary>
    public static bool IsHandled(ISwitchOperation operation)
    {
        if (operation.Syntax is not SwitchStatementSyntax statement)
            return true;
        var leaves = true;
        var sets = new HashSet<string>();
        var onlySets = true;
        foreach (var section in statement.Sections)
        {
            var last = section.Statements.Count > 0 ? section.Statements[section.Statements.Count - 1] : null;
            while (last is BlockSyntax { Statements: [.., var inner] })
                last = inner;
            leaves &= last is ReturnStatementSyntax or ThrowStatementSyntax or ContinueStatementSyntax;
            onlySets &= OnlySets(section, sets);
        }

        return (leaves && IsFollowed(statement)) || (onlySets && sets.Count > 0 && AreSetBefore(statement, sets));
    }

    private static bool IsFollowed(StatementSyntax statement)
    {
        // A block that ends goes on behind the statement it belongs to; out of a loop it goes on to the next element.
        for (SyntaxNode? node = statement; node is not null; node = node.Parent)
        {
            switch (node.Parent)
            {
                case BlockSyntax block when node is StatementSyntax inner && block.Statements.IndexOf(inner) < block.Statements.Count - 1:
                    return true;
                case SwitchSectionSyntax:
                    return true;
                case GlobalStatementSyntax { Parent: CompilationUnitSyntax unit } global:
                    return unit.Members.IndexOf(global) < unit.Members.Count - 1;
                case MemberDeclarationSyntax or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax or CommonForEachStatementSyntax or ForStatementSyntax or WhileStatementSyntax or null:
                    return false;
            }
        }

        return false;
    }

    private static bool OnlySets(SwitchSectionSyntax section, HashSet<string> sets)
    {
        foreach (var statement in section.Statements)
        {
            switch (statement)
            {
                case BreakStatementSyntax:
                    break;
                case ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment }:
                    sets.Add(assignment.Left.ToString());
                    break;
                default:
                    return false;
            }
        }

        return true;
    }

    private static bool AreSetBefore(SwitchStatementSyntax statement, HashSet<string> sets)
    {
        var before = new HashSet<string>();
        foreach (var node in LookupChecks.Scope(statement).DescendantNodes())
        {
            if (node.SpanStart >= statement.SpanStart)
                break;
            switch (node)
            {
                case VariableDeclaratorSyntax { Initializer: not null } declarator:
                    before.Add(declarator.Identifier.ValueText);
                    break;
                case AssignmentExpressionSyntax assignment:
                    before.Add(assignment.Left.ToString());
                    break;
                case ParameterSyntax parameter:
                    before.Add(parameter.Identifier.ValueText);
                    break;
            }
        }

        return sets.IsSubsetOf(before);
    }
}
