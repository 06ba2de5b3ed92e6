using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Errors;

/// <summary>What becomes of the caught exception at one place where it is named. A use that is not understood counts as handing it on.</summary>
internal static class CaughtUses
{
    public static CatchActs Of(IOperation reference)
    {
        var value = reference;
        while (value.Parent is { } parent)
        {
            switch (parent)
            {
                case IConversionOperation { IsImplicit: false }:
                case IIsTypeOperation:
                case ISwitchOperation or ISwitchExpressionOperation:
                case IIsPatternOperation { Pattern: not IConstantPatternOperation and not INegatedPatternOperation { Pattern: IConstantPatternOperation } }:
                    return CatchActs.Distinguishes;
                case IIsPatternOperation:
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals }:
                    return CatchActs.None;
                case IBinaryOperation or ICompoundAssignmentOperation or IInterpolationOperation:
                    return Text(parent);
                case IThrowOperation:
                    return CatchActs.Rethrows;
                case IPropertyReferenceOperation property when property.Instance == value:
                    if (property.Property.Name is "InnerException" or "InnerExceptions")
                        break;
                    return property.Property.Name is "Message" or "StackTrace" or "Source" or "HelpLink" or "TargetSite" or "Data"
                        ? Text(property)
                        : CatchActs.Distinguishes;
                case IInvocationOperation call when call.Instance == value:
                    if (call.TargetMethod.Name == "GetBaseException")
                        break;
                    return call.TargetMethod.Name == "ToString" ? Text(call) : TypeName(call) is { } name ? Text(name) : CatchActs.Distinguishes;
                case IConditionalAccessOperation access when access.Operation == value:
                    return Text(access);
                case IInvocationOperation call:
                    return LoggerApis.Logs(call.TargetMethod) ? CatchActs.Logs : OfCall(call, call.TargetMethod.Name);
                case IInvalidOperation { Syntax: InvocationExpressionSyntax called } unbound:
                    return OfCall(unbound, called.CalledText() ?? "");
                case IObjectCreationOperation created:
                    return IsThrown(created) ? CatchActs.WrapsWithInner : CatchActs.Carries;
                case ISimpleAssignmentOperation { Target: IDiscardOperation }:
                    return CatchActs.None;
                case IReturnOperation or IAssignmentOperation or IVariableInitializerOperation:
                    return CatchActs.Carries;
                case IExpressionStatementOperation or IBlockOperation:
                    return CatchActs.None;
            }

            value = parent;
        }

        return CatchActs.Carries;
    }

    /// <summary><c>ex.GetType().Name</c>: a text like any other, as long as nobody compares it.</summary>
    private static IOperation? TypeName(IInvocationOperation call) =>
        call is { TargetMethod.Name: "GetType", Parent: IPropertyReferenceOperation { Property.Name: "Name" or "FullName" } name } && name.Instance == call ? name : null;

    /// <summary>The exception itself as an argument.</summary>
    private static CatchActs OfCall(IOperation call, string name)
    {
        if (ReportingApis.Formats(name))
            return Text(call);

        // What comes back from a helper that was given the exception may depend on it; a logger's result goes nowhere.
        var outer = call.Wrapped();
        while (outer.Parent is IConditionalAccessOperation or IInvocationOperation && !(outer.Parent is IInvocationOperation next && next.Instance != outer))
            outer = outer.Parent.Wrapped();
        var isUsed = outer.Parent is not (IExpressionStatementOperation or ISimpleAssignmentOperation { Target: IDiscardOperation } or IReturnOperation { IsImplicit: true });
        return !isUsed && ReportingApis.Tells(name) ? CatchActs.Logs : CatchActs.Carries;
    }

    /// <summary>Words about the exception: looked at, written down, or given out.</summary>
    private static CatchActs Text(IOperation text)
    {
        var value = text;
        while (value.Parent is { } parent)
        {
            switch (parent)
            {
                case IConditionalOperation conditional when conditional.Condition == value:
                case IIsPatternOperation or ISwitchOperation or ISwitchExpressionOperation:
                    return CatchActs.Distinguishes;
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } binary
                    when binary.LeftOperand.ConstantValue is not { HasValue: true, Value: null } && binary.RightOperand.ConstantValue is not { HasValue: true, Value: null }:
                    return CatchActs.Distinguishes;
                case IInvocationOperation { TargetMethod: { } method } when ReportingApis.Tells(method.Name):
                    return CatchActs.Logs;
                case IInvocationOperation { TargetMethod.ReturnType.SpecialType: SpecialType.System_Boolean } call when call.Instance == value:
                    return CatchActs.Distinguishes;
                case IInvalidOperation { Syntax: InvocationExpressionSyntax called } when called.CalledText() is { } name && ReportingApis.Tells(name):
                    return CatchActs.Logs;
                case IThrowOperation:
                    return CatchActs.None;
                case IExpressionStatementOperation or IReturnOperation or IBlockOperation or IVariableInitializerOperation:
                    return CatchActs.Tells;
            }

            value = parent;
        }

        return CatchActs.Tells;
    }

    private static bool IsThrown(IOperation created)
    {
        for (var parent = created.Parent; parent is not null and not IBlockOperation; parent = parent.Parent)
        {
            if (parent is IThrowOperation)
                return true;
        }

        return false;
    }
}
