using System.Threading;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Errors;

/// <summary>Whether everybody who calls a private method asks if it gave anything: then <c>null</c>, or an empty text, tells them.</summary>
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

    private static bool IsAsked(IOperation value) => NullQuestions.AskOrGoWithout(value) || value.Parent switch
    {
        IArgumentOperation argument => AsksForText(argument),
        ICoalesceOperation coalesce => IsAsked(coalesce.Wrapped()),
        IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } } => IsTested(value, local),
        ISimpleAssignmentOperation { Target: ILocalReferenceOperation or IParameterReferenceOperation } assignment => IsTested(value, assignment.Target.ReferencedSymbol()!),
        _ => false,
    };

    /// <summary><c>string.IsNullOrEmpty(x)</c></summary>
    private static bool AsksForText(IArgumentOperation argument) =>
        argument.Parent is IInvocationOperation { TargetMethod: { Name: "IsNullOrEmpty" or "IsNullOrWhiteSpace", ContainingType.SpecialType: SpecialType.System_String } };

    private static bool IsTested(IOperation value, ISymbol variable)
    {
        foreach (var operation in value.Root().Tree())
        {
            if (operation is ILocalReferenceOperation or IParameterReferenceOperation && SymbolEqualityComparer.Default.Equals(operation.ReferencedSymbol(), variable) &&
                (operation is ILocalReferenceOperation || operation.Syntax.SpanStart > value.Syntax.SpanStart) &&
                (NullQuestions.AskOrGoWithout(operation.Wrapped()) || operation.Wrapped().Parent is IArgumentOperation argument && AsksForText(argument)))
            {
                return true;
            }
        }

        return false;
    }
}
