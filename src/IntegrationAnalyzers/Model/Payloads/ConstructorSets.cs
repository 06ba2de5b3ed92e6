using System.Collections.Generic;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.Model.Payloads;

/// <summary>Which members of its own a constructor sets, whatever happens in it.</summary>
internal static class ConstructorSets
{
    /// <summary>The names that its body's own statements assign: those under a condition are left out.</summary>
    public static HashSet<string> Always(ConstructorDeclarationSyntax constructor)
    {
        var names = new HashSet<string>();
        if (constructor.ExpressionBody is { Expression: AssignmentExpressionSyntax only } && Name(only.Left) is { } single)
            names.Add(single);
        foreach (var statement in constructor.Body?.Statements ?? default)
        {
            if (statement is ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax assignment } && Name(assignment.Left) is { } name)
                names.Add(name);
        }

        return names;
    }

    /// <summary>The member that the left side of an assignment names: <c>X</c> or <c>this.X</c>.</summary>
    public static string? Name(ExpressionSyntax target) => target switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } member => member.Name.Identifier.ValueText,
        _ => null,
    };
}
