using System.Threading;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Errors;

/// <summary>Whether everybody who calls a private method asks if it gave anything: then <c>null</c> tells them.</summary>
internal static class AskedCallers
{
    public static bool All(ITryOperation tried, SourceIndex source, CancellationToken cancellationToken)
    {
        if (tried.EnclosingFunction() is not { DeclaredAccessibility: Accessibility.Private or Accessibility.NotApplicable, MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction } function ||
            source.Uses(function, cancellationToken) is not { IsEmpty: false } uses)
        {
            return false;
        }

        foreach (var use in uses)
        {
            if (use.Operation(cancellationToken) is not IInvocationOperation call || !IsAsked(call.Wrapped()))
                return false;
        }

        return true;
    }

    private static bool IsAsked(IOperation value)
    {
        switch (value.Parent)
        {
            case ICoalesceOperation coalesce:
                return coalesce.Value == value || IsAsked(coalesce.Wrapped());
            case IIsPatternOperation or IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals }:
                return true;
            case IConditionalAccessOperation access:
                return access.Operation == value;
            case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } }:
                return IsTested(value, local);
            case ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local: var target } }:
                return IsTested(value, target);
            default:
                return false;
        }
    }

    private static bool IsTested(IOperation value, ILocalSymbol local)
    {
        foreach (var operation in value.Root().Tree())
        {
            if (operation is not ILocalReferenceOperation { Local: var used } reference || !SymbolEqualityComparer.Default.Equals(used, local))
                continue;
            var outer = reference.Wrapped();
            if (outer.Parent is IIsPatternOperation or IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } or ICoalesceOperation ||
                (outer.Parent is IConditionalAccessOperation access && access.Operation == outer))
            {
                return true;
            }
        }

        return false;
    }
}
