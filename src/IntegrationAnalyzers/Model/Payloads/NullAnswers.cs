using System.Threading;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Payloads;

/// <summary>Whether the function that hands a payload on gives null elsewhere: then null is an answer of its, which all callers may get anyway.</summary>
internal static class NullAnswers
{
    /// <summary>So many callers of a reader are told each; beyond, nobody would check in all of them.</summary>
    private const int FewCallers = 3;

    /// <summary>Whether an own generic method has read it, for this caller as for many others: there is the one place to check it.</summary>
    public static bool IsOfSharedReader(PayloadRead read, SourceIndex source, CancellationToken cancellationToken) =>
        read.Call is IInvocationOperation { TargetMethod: { IsGenericMethod: true, OriginalDefinition: { DeclaringSyntaxReferences.IsEmpty: false } reader } } &&
        reader.ReturnType.AwaitedType() is ITypeParameterSymbol && source.Uses(reader, cancellationToken) is not { Length: <= FewCallers };

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
