using System;
using System.Collections.Generic;
using System.Linq;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Errors;

/// <summary>Tables of prices and rates that are written into the code and never changed: <c>Fallback[country]</c> is as good as the number itself.</summary>
internal static class WrittenTables
{
    private static readonly HashSet<string> Readers = new(StringComparer.Ordinal) { "TryGetValue", "GetValueOrDefault", "ContainsKey", "Keys", "Values", "Count" };

    private static readonly string[] FormerWords = ["last", "known", "cache", "former", "previous", "recent"];

    /// <summary>Whether the value is read from such a table.</summary>
    public static bool Give(IOperation value)
    {
        var table = value switch
        {
            IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } instance } => instance,
            IInvocationOperation { TargetMethod.Name: "GetValueOrDefault" } call => call.Instance ?? call.Arguments.FirstOrDefault()?.Value,
            _ => null,
        };
        return table?.Unwrap() is IFieldReferenceOperation { Field: { IsReadOnly: true, DeclaredAccessibility: Accessibility.Private, DeclaringSyntaxReferences: [var declared] } field } &&
            value.Type is { SpecialType: SpecialType.System_Decimal or SpecialType.System_Double or SpecialType.System_Single } && !Array.Exists(FormerWords, field.Name.ContainsIgnoreCase) &&
            declared.GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: BaseObjectCreationExpressionSyntax { Initializer.Expressions: { Count: > 0 } entries } } &&
            entries.All(IsNumber) && field.ContainingType.DeclaringSyntaxReferences.All(part => IsOnlyRead(part.GetSyntax(), field.Name));
    }

    /// <summary><c>["DE"] = 4.9m</c>, <c>{ "DE", 4.9m }</c></summary>
    private static bool IsNumber(ExpressionSyntax entry) => (entry switch
    {
        AssignmentExpressionSyntax assignment => assignment.Right,
        InitializerExpressionSyntax { Expressions: [_, var number] } => number,
        _ => null,
    }).IsKind(SyntaxKind.NumericLiteralExpression);

    private static bool IsOnlyRead(SyntaxNode type, string field)
    {
        foreach (var node in type.DescendantNodes())
        {
            if (node is not IdentifierNameSyntax { Identifier.ValueText: var name } || name != field)
                continue;
            SyntaxNode used = node is { Parent: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax or ThisExpressionSyntax } qualified } && qualified.Name == node ? qualified : node;
            var isRead = used.Parent switch
            {
                MemberAccessExpressionSyntax member => Readers.Contains(member.Name.Identifier.ValueText),
                ElementAccessExpressionSyntax element => element.Parent is not (AssignmentExpressionSyntax or PrefixUnaryExpressionSyntax or PostfixUnaryExpressionSyntax or RefExpressionSyntax) ||
                    element.Parent is AssignmentExpressionSyntax assignment && assignment.Right == element,
                _ => false,
            };
            if (!isRead)
                return false;
        }

        return true;
    }
}
