using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.Model.Payloads;

/// <summary>Whether the function that hands a payload on gives null elsewhere: then null is an answer of its, which all callers may get anyway.</summary>
internal static class NullAnswers
{
    public static bool Give(PayloadRead read)
    {
        // What is used here has to be looked at here.
        if (!read.Uses.Unchecked.IsEmpty && read.Uses.Unchecked[0].Kind != PayloadUseKind.Returned)
            return false;
        if (read.Call.Syntax.FirstAncestorOrSelf<MemberDeclarationSyntax>() is not { } member)
            return false;
        foreach (var node in member.DescendantNodes(static node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)))
        {
            if (node is ReturnStatementSyntax { Expression: { } value } && value.IsKind(SyntaxKind.NullLiteralExpression))
                return true;
        }

        return false;
    }
}
