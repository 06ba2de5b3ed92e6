using System;
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
        All(tried, value => Asks(value, isList), inProgram, source, cancellationToken);

    /// <summary>Whether all of them ask in that way, of the value where it comes or of the variable that it goes into.</summary>
    public static bool All(ITryOperation tried, Func<IOperation, bool> asks, bool inProgram, SourceIndex source, CancellationToken cancellationToken) =>
        TriedCallers.All(tried, call => IsAsked(call.Wrapped(), asks), inProgram, source, cancellationToken);

    private static bool IsAsked(IOperation value, Func<IOperation, bool> asks) => asks(value) || value.Parent switch
    {
        ICoalesceOperation coalesce => IsAsked(coalesce.Wrapped(), asks),
        IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } } => IsTested(value, local, asks),
        ISimpleAssignmentOperation { Target: ILocalReferenceOperation or IParameterReferenceOperation } assignment => IsTested(value, assignment.Target.ReferencedSymbol()!, asks),
        _ => false,
    };

    private static bool Asks(IOperation value, bool isList) =>
        isList ? ItemQuestions.Ask(value) : NullQuestions.AskOrGoWithout(value) || value.Parent is IArgumentOperation argument && AsksForText(argument);

    /// <summary><c>string.IsNullOrEmpty(x)</c></summary>
    private static bool AsksForText(IArgumentOperation argument) =>
        argument.Parent is IInvocationOperation { TargetMethod: { Name: "IsNullOrEmpty" or "IsNullOrWhiteSpace", ContainingType.SpecialType: SpecialType.System_String } };

    private static bool IsTested(IOperation value, ISymbol variable, Func<IOperation, bool> asks)
    {
        foreach (var operation in value.Root().Tree())
        {
            if (operation is ILocalReferenceOperation or IParameterReferenceOperation && SymbolEqualityComparer.Default.Equals(operation.ReferencedSymbol(), variable) &&
                (operation is ILocalReferenceOperation || operation.Syntax.SpanStart > value.Syntax.SpanStart) &&
                asks(operation.Wrapped()))
            {
                return true;
            }
        }

        return false;
    }
}
