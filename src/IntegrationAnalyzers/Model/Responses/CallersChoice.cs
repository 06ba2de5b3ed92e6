using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Responses;

/// <summary>A look at the status that hangs on an argument: <c>if (!ignoreError) response.EnsureSuccessStatusCode();</c>. The caller said that he wants none.</summary>
internal static class CallersChoice
{
    /// <summary>Whether the condition is a parameter's value, or its reverse, and an outcome of it looks.</summary>
    public static bool Decides(IOperation condition)
    {
        while (condition.Unwrap() is IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, Operand: var operand })
            condition = operand;
        return condition.Unwrap() is IParameterReferenceOperation { Type.SpecialType: SpecialType.System_Boolean } parameter &&
            parameter.Syntax.FirstAncestorOrSelf<IfStatementSyntax>() is { } choice && choice.Condition.Span.Contains(parameter.Syntax.Span) &&
            (Looks(choice.Statement) || (choice.Else is { } otherwise && Looks(otherwise)));
    }

    private static bool Looks(SyntaxNode branch)
    {
        foreach (var token in branch.DescendantTokens())
        {
            if (token.IsKind(SyntaxKind.IdentifierToken) && StatusApis.Looks(token.ValueText))
                return true;
        }

        return false;
    }
}
