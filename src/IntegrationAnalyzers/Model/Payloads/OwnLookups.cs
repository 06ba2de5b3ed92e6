using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Payloads;

/// <summary>Methods of this compilation's own that are handed a document and the name of a part, and say whether it is there: <c>json.IsEmptyOrNull(key)</c>.</summary>
internal static class OwnLookups
{
    /// <summary>The look before binding: where it stands, a truth is asked for.</summary>
    public static bool May(InvocationExpressionSyntax call) =>
        call.ArgumentList.Arguments.Count is 1 or 2 && call.Parent is IfStatementSyntax or PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } or ConditionalExpressionSyntax or
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression or (int)SyntaxKind.LogicalOrExpression } or ParenthesizedExpressionSyntax;

    /// <summary>The document and the name that the call asks for; null where it asks for none, as far as its body shows.</summary>
    public static (ExpressionSyntax Document, ExpressionSyntax Name)? Of(InvocationExpressionSyntax call, SemanticModel model, CancellationToken cancellationToken)
    {
        if (model.GetOperation(call, cancellationToken) is not IInvocationOperation { TargetMethod: { ReturnType.SpecialType: SpecialType.System_Boolean } method } asked ||
            method.DeclaringSyntaxReferences is not [var reference])
        {
            return null;
        }

        (IParameterSymbol Parameter, ExpressionSyntax Given)? document = null, name = null;
        foreach (var argument in asked.Arguments)
        {
            if (argument is not { Parameter: { } parameter, Value: var value } || value.Unwrap().Syntax is not ExpressionSyntax given)
                continue;
            if (DocumentApis.KindOf(parameter.Type) is not null)
                document ??= (parameter, given);
            else if (parameter.Type.SpecialType == SpecialType.System_String)
                name ??= (parameter, given);
        }

        return document is var (held, whole) && name is var (key, part) && Asks(reference.GetSyntax(cancellationToken), held.Name, key.Name) ? (whole, part) : null;
    }

    private static bool Asks(SyntaxNode method, string document, string name)
    {
        foreach (var node in method.DescendantNodes())
        {
            var asks = node switch
            {
                InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax held, Name.Identifier.ValueText: "ContainsKey" or "TryGetValue" or "TryGetPropertyValue" or DocumentApis.TryGetProperty or "Property" } } call
                    => held.Identifier.ValueText == document && IsFirst(call.ArgumentList, name),
                ElementAccessExpressionSyntax { Expression: IdentifierNameSyntax held } access
                    => held.Identifier.ValueText == document && IsFirst(access.ArgumentList, name) && IsCompared(access),
                _ => false,
            };
            if (asks)
                return true;
        }

        return false;
    }

    private static bool IsFirst(BaseArgumentListSyntax list, string name) => list.Arguments is [{ Expression: IdentifierNameSyntax given }, ..] && given.Identifier.ValueText == name;

    private static bool IsCompared(ExpressionSyntax access) => access.Parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression }
        or IsPatternExpressionSyntax or ConditionalAccessExpressionSyntax;
}
