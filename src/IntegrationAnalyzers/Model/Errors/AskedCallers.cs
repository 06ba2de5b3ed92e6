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

    private static bool IsAsked(IOperation value) => NullQuestions.AskOrGoWithout(value) || value.Parent switch
    {
        ICoalesceOperation coalesce => IsAsked(coalesce.Wrapped()),
        IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } } => IsTested(value, local),
        ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local: var target } } => IsTested(value, target),
        _ => false,
    };

    private static bool IsTested(IOperation value, ILocalSymbol local)
    {
        foreach (var operation in value.Root().Tree())
        {
            if (operation is ILocalReferenceOperation { Local: var used } reference && SymbolEqualityComparer.Default.Equals(used, local) &&
                NullQuestions.AskOrGoWithout(reference.Wrapped()))
            {
                return true;
            }
        }

        return false;
    }
}
