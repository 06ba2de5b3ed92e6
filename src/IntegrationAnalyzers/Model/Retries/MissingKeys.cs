using System.Collections.Generic;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Retries;

/// <summary>Which parameters of a wrapper a call leaves empty, so that a key that would be made of them is not sent.</summary>
internal static class MissingKeys
{
    /// <summary>Whether the call gives nothing for some parameter, as it stands there.</summary>
    public static bool LeavesOne(IInvocationOperation call)
    {
        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter is not null && IsNothing(argument.Value))
                return true;
        }

        return false;
    }

    /// <summary>The parameters for which the call gives null or an empty text, and that the body makes nothing of its own for.</summary>
    /// <param name="without">The parameters of the method round the call that are null there.</param>
    public static List<string> In(IInvocationOperation call, IMethodSymbol implementation, SyntaxNode body, List<string> without)
    {
        var none = new List<string>();
        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter is not { } parameter || implementation.Parameters.Length <= parameter.Ordinal)
                continue;
            var name = implementation.Parameters[parameter.Ordinal].Name;
            if ((IsNothing(argument.Value) || argument.Value.Unwrap() is IParameterReferenceOperation given && without.Contains(given.Parameter.Name)) && !IsReplaced(name, body))
                none.Add(name);
        }

        return none;
    }

    /// <summary>With the variables of <c>if (key is { } id)</c>: they are there where the parameter is.</summary>
    public static List<string> WithAliases(List<string> none, SyntaxNode body)
    {
        if (none.Count == 0)
            return none;
        var all = new List<string>(none);
        foreach (var node in body.DescendantNodes())
        {
            if (node is not IsPatternExpressionSyntax { Expression: IdentifierNameSyntax tested, Pattern: var pattern } || !none.Contains(tested.Identifier.ValueText))
                continue;
            var variable = pattern switch
            {
                RecursivePatternSyntax { Designation: SingleVariableDesignationSyntax of } => of,
                DeclarationPatternSyntax { Designation: SingleVariableDesignationSyntax of } => of,
                _ => null,
            };
            if (variable is not null)
                all.Add(variable.Identifier.ValueText);
        }

        return all;
    }

    /// <summary>Null, under whatever type, or an empty text.</summary>
    public static bool IsNothing(IOperation value)
    {
        var given = value.Unwrap();
        return given.ConstantValue is { HasValue: true, Value: null or "" } ||
            given is IDefaultValueOperation { Type: { } type } && (type.IsReferenceType || type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T);
    }

    /// <summary>Whether the body has another value where the parameter has none: <c>key ??= New()</c>, <c>key ?? New()</c>, <c>key is null ? New() : key</c>.</summary>
    private static bool IsReplaced(string name, SyntaxNode body)
    {
        foreach (var node in body.DescendantNodes())
        {
            var asked = node switch
            {
                AssignmentExpressionSyntax { Left: IdentifierNameSyntax left } => left,
                BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } coalesce => coalesce.Left,
                ConditionalExpressionSyntax choice => choice.Condition,
                _ => null,
            };
            foreach (var token in asked?.DescendantTokens() ?? [])
            {
                if (token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == name)
                    return true;
            }
        }

        return false;
    }
}
