using IntegrationAnalyzers.Apis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.Model.Waits;

/// <summary>The shape of a wait, read before anything is bound.</summary>
internal static class WaitSyntax
{
    /// <summary>The whole wait and the task it is for, which is the wait itself where it is for several; null where the member access is none.</summary>
    public static (ExpressionSyntax Whole, ExpressionSyntax Task)? Of(MemberAccessExpressionSyntax access)
    {
        switch (access.Name.Identifier.ValueText)
        {
            case TaskApis.Result:
                return (access, access.Expression);
            case TaskApis.Wait when access.Parent is InvocationExpressionSyntax { ArgumentList.Arguments.Count: <= 1 } call && call.Expression == access:
                return (call, access.Expression);
            case TaskApis.WaitAll when access.Parent is InvocationExpressionSyntax { ArgumentList.Arguments.Count: > 0 } all && all.Expression == access:
                return (all, all);
            case TaskApis.GetResult when access.Parent is InvocationExpressionSyntax result && result.Expression == access &&
                access.Expression is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: TaskApis.GetAwaiter } awaiter }:
                return (result, awaiter.Expression);
            default:
                return null;
        }
    }

    /// <summary>The name of what makes the task: of the method called, or of the variable that holds it.</summary>
    public static SimpleNameSyntax? Source(ExpressionSyntax task)
    {
        while (true)
        {
            switch (task)
            {
                case ParenthesizedExpressionSyntax inner:
                    task = inner.Expression;
                    break;
                case CastExpressionSyntax cast:
                    task = cast.Expression;
                    break;
                case PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } postfix:
                    task = postfix.Operand;
                    break;
                case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax chained } when TaskApis.HandsOn(chained.Name.Identifier.ValueText):
                    task = chained.Expression;
                    break;
                case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax called }:
                    return called.Name;
                case InvocationExpressionSyntax { Expression: SimpleNameSyntax called }:
                    return called;
                case InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax called }:
                    return called.Name;
                case MemberAccessExpressionSyntax { Name.Identifier.ValueText: GrpcApis.ResponseTask } response:
                    task = response.Expression;
                    break;
                case IdentifierNameSyntax variable:
                    return variable;
                default:
                    return null;
            }
        }
    }
}
