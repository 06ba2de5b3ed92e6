using System.Threading;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Errors;

/// <summary>Whether everybody who calls a method asks if it gave anything: then <c>null</c>, an empty text or an empty list tells them.</summary>
internal static class AskedCallers
{
    /// <param name="tried">The statement whose method it is.</param>
    /// <param name="isList">Whether it gives a list, which is asked for what is in it.</param>
    /// <param name="inProgram">As <see cref="TriedCallers.All"/> has it.</param>
    public static bool All(ITryOperation tried, bool isList, bool inProgram, SourceIndex source, CancellationToken cancellationToken) =>
        TriedCallers.All(tried, call => IsAsked(call.Wrapped(), isList), inProgram, source, cancellationToken);

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
