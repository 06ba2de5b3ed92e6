using System.Linq;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Errors;

/// <summary>Reads what the body of a clause does.</summary>
internal static class CatchBodies
{
    public static CatchBody Read(ICatchClauseOperation clause)
    {
        var acts = CatchActs.None;
        var throwsByCount = true;
        foreach (var operation in clause.Handler.Tree())
        {
            switch (operation)
            {
                case IThrowOperation thrown:
                    acts |= OfThrow(thrown, clause);
                    throwsByCount &= HangsOnCount(thrown, clause.Handler);
                    break;
                case ILocalReferenceOperation local when CatchFilters.IsCaught(local, clause):
                    acts |= CaughtUses.Of(local);
                    break;
                case IPropertyReferenceOperation { Property.Name: "IsCancellationRequested" }:
                case IInvocationOperation { TargetMethod.Name: "ThrowIfCancellationRequested" }:
                    acts |= CatchActs.Distinguishes;
                    break;
                case IInvocationOperation invocation:
                    acts |= OfCall(invocation, invocation.TargetMethod.Name);
                    break;
                case IInvalidOperation { Syntax: InvocationExpressionSyntax unbound }:
                    acts |= OfCall(operation, unbound.CalledText() ?? "");
                    break;
                case IReturnOperation { ReturnedValue: { } value, Kind: OperationKind.Return or OperationKind.YieldReturn }:
                    acts |= Defaults.Of(value);
                    break;
                case ISimpleAssignmentOperation assignment:
                    acts |= OfAssignment(assignment);
                    break;
                case IIncrementOrDecrementOperation { Target: not ILocalReferenceOperation }:
                case ICompoundAssignmentOperation:
                case IEventAssignmentOperation:
                    acts |= CatchActs.Tells;
                    break;
            }
        }

        return new CatchBody(acts, AlwaysThrows(clause), throwsByCount);
    }

    private static CatchActs OfThrow(IThrowOperation thrown, ICatchClauseOperation clause)
    {
        if (thrown.Exception is not { } exception)
            return CatchActs.Rethrows;

        var value = exception.Unwrap();
        if (value is ILocalReferenceOperation local)
            return CatchFilters.IsCaught(local, clause) ? CatchActs.Rethrows : CatchActs.Carries;
        return LostCauses.Keeps(value, clause) ? CatchActs.WrapsWithInner : CatchActs.WrapsWithoutInner;
    }

    private static CatchActs OfCall(IOperation call, string name)
    {
        // What makes a returned value is judged as that value.
        if (call.Wrapped().Parent is IReturnOperation or IArgumentOperation)
            return CatchActs.None;
        if (ReportingApis.Shows(name))
            return CatchActs.Logs | CatchActs.Shows;
        if (ReportingApis.Tells(name))
            return CatchActs.Logs;
        return ReportingApis.IsHousekeeping(name) || ReportingApis.Formats(name) ? CatchActs.None : CatchActs.CallsUnknown;
    }

    private static CatchActs OfAssignment(ISimpleAssignmentOperation assignment)
    {
        if (assignment.Target is IDiscardOperation)
            return CatchActs.None;
        if (assignment.Target is ILocalReferenceOperation)
            return Defaults.Of(assignment.Value) & CatchActs.Tells;
        return ShownApis.IsShown(assignment.Target) && !Defaults.AreNoWords(assignment.Value) ? CatchActs.Tells | CatchActs.Shows : CatchActs.Tells;
    }

    private static bool AlwaysThrows(ICatchClauseOperation clause)
    {
        if (clause.Syntax is not CatchClauseSyntax { Block: { } block } || clause.SemanticModel is not { } model)
            return false;
        if (block.Statements.Count == 0 || !Throws(block))
            return false;
        // The compiler's analysis walks the whole method: it is asked only where the statements do not say it.
        if (!Jumps(block) && block.Statements[block.Statements.Count - 1] is var last && last is ThrowStatementSyntax or ExpressionStatementSyntax or LocalDeclarationStatementSyntax)
            return last is ThrowStatementSyntax;
        var flow = model.AnalyzeControlFlow(block);
        return flow is { Succeeded: true, EndPointIsReachable: false, ReturnStatements.IsEmpty: true, ExitPoints.IsEmpty: true };
    }

    private static bool Throws(BlockSyntax block) =>
        block.DescendantNodes().Any(static node => node.IsKind(SyntaxKind.ThrowStatement) || node.IsKind(SyntaxKind.ThrowExpression));

    private static bool Jumps(BlockSyntax block) =>
        block.DescendantNodes().Any(static node => node is ReturnStatementSyntax or BreakStatementSyntax or ContinueStatementSyntax or GotoStatementSyntax or YieldStatementSyntax);

    /// <summary>Whether the nearest condition over the throw compares numbers: the last attempt surfaces, all others are alike.</summary>
    private static bool HangsOnCount(IOperation thrown, IOperation handler)
    {
        for (var current = thrown; current != handler && current.Parent is { } parent; current = parent)
        {
            if (parent is IConditionalOperation { Condition: { } condition })
                return condition.Unwrap() is IBinaryOperation { LeftOperand.Type: { } type } && type.IsNumber();
        }

        return false;
    }
}
