using System.Threading;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Errors;

/// <summary>Whether everybody who calls a private method asks if it gave anything: then <c>null</c>, an empty text or an empty list tells them.</summary>
internal static class AskedCallers
{
    /// <param name="isList">Whether it gives a list, which is asked for what is in it.</param>
    public static bool All(ITryOperation tried, bool isList, SourceIndex source, CancellationToken cancellationToken)
    {
        if (tried.EnclosingFunction() is not { DeclaredAccessibility: Accessibility.Private or Accessibility.NotApplicable, MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction } function ||
            source.Uses(function, cancellationToken) is not { IsEmpty: false } uses)
        {
            return false;
        }

        foreach (var use in uses)
        {
            if (use.Operation(cancellationToken) is not IInvocationOperation call || !IsAsked(call.Wrapped(), isList))
                return false;
        }

        return true;
    }

    private static bool IsAsked(IOperation value, bool isList) => Asks(value, isList) || value.Parent switch
    {
        ICoalesceOperation coalesce => IsAsked(coalesce.Wrapped(), isList),
        IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } } => IsTested(value, local, isList),
        ISimpleAssignmentOperation { Target: ILocalReferenceOperation or IParameterReferenceOperation } assignment => IsTested(value, assignment.Target.ReferencedSymbol()!, isList),
        _ => false,
    };

    private static bool Asks(IOperation value, bool isList) =>
        isList ? ItemQuestions.Ask(value) : NullQuestions.AskOrGoWithout(value) || value.Parent is IArgumentOperation argument && AsksForText(argument);

    /// <summary><c>string.IsNullOrEmpty(x)</c></summary>
    private static bool AsksForText(IArgumentOperation argument) =>
        argument.Parent is IInvocationOperation { TargetMethod: { Name: "IsNullOrEmpty" or "IsNullOrWhiteSpace", ContainingType.SpecialType: SpecialType.System_String } };

    private static bool IsTested(IOperation value, ISymbol variable, bool isList)
    {
        foreach (var operation in value.Root().Tree())
        {
            if (operation is ILocalReferenceOperation or IParameterReferenceOperation && SymbolEqualityComparer.Default.Equals(operation.ReferencedSymbol(), variable) &&
                (operation is ILocalReferenceOperation || operation.Syntax.SpanStart > value.Syntax.SpanStart) &&
                Asks(operation.Wrapped(), isList))
            {
                return true;
            }
        }

        return false;
    }
}
