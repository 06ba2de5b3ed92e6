using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Errors;

/// <summary>Reads whether a clause stands where nothing of the application is above it.</summary>
internal static class ErrorBoundary
{
    public static Certainty Of(ITryOperation tried, SourceIndex source, CancellationToken cancellationToken)
    {
        if (tried.EnclosingFunction() is not { } function)
            return Certainty.Unknown;
        var isBoundary = function.MethodKind == MethodKind.AnonymousFunction
            ? IsLeftAlone(tried, function)
            : IsEntryPoint(function) || IsEntered(function) || IsCallback(function, source, cancellationToken);
        return isBoundary || (HasNoResult(function) && IsPerItem(tried)) ? Certainty.Yes : Certainty.No;
    }

    private static bool IsEntryPoint(IMethodSymbol function) =>
        function is { IsStatic: true, MethodKind: MethodKind.Ordinary, Name: "Main" or WellKnownMemberNames.TopLevelStatementsEntryPointMethodName };

    /// <summary>A framework enters here, or the exception would go to nobody.</summary>
    private static bool IsEntered(IMethodSymbol function)
    {
        if ((function.IsAsync && function.ReturnsVoid) || BoundaryApis.IsEntrySignature(function))
            return true;
        foreach (var attribute in function.GetAttributes())
        {
            if (attribute.AttributeClass is { } type && (BoundaryApis.IsEntryAttribute(type.Name) || BoundaryApis.IsEntryAttribute(type.Name + "Attribute")))
                return true;
        }

        var owner = function.ContainingType;
        for (INamedTypeSymbol? type = owner; type is not null; type = type.BaseType)
        {
            if (IsEntered(function, type))
                return true;
        }

        foreach (var implemented in owner.AllInterfaces)
        {
            if (IsEntered(function, implemented))
                return true;
        }

        return false;
    }

    private static bool IsEntered(IMethodSymbol function, INamedTypeSymbol type)
    {
        if (BoundaryApis.IsWorker(type.Name))
            return HasNoResult(function);
        if (BoundaryApis.EntriesOf(type.Name) is not { } entries)
            return false;
        foreach (var entry in entries)
        {
            // Explicitly implemented members carry the interface's name in front.
            if (function.Name == entry || function.Name.EndsWith("." + entry, System.StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    /// <summary>Handed as a method group to a timer or thread, or to a member that starts it and is not awaited.</summary>
    private static bool IsCallback(IMethodSymbol function, SourceIndex source, CancellationToken cancellationToken)
    {
        if (!HasNoResult(function) || function.DeclaredAccessibility is not (Accessibility.Private or Accessibility.NotApplicable) ||
            source.Uses(function, cancellationToken) is not { IsEmpty: false } uses)
        {
            return false;
        }

        foreach (var use in uses)
        {
            if (use.Operation(cancellationToken) is not IMethodReferenceOperation { Parent: IDelegateCreationOperation created } || !IsLeftAlone(created))
                return false;
        }

        return true;
    }

    private static bool IsLeftAlone(IOperation inside, IMethodSymbol lambda)
    {
        if (BoundaryApis.IsEntrySignature(lambda))
            return true;
        for (var parent = inside.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is IAnonymousFunctionOperation function && SymbolEqualityComparer.Default.Equals(function.Symbol, lambda))
                return (lambda.IsAsync && lambda.ReturnsVoid) || (function.Parent is IDelegateCreationOperation created && IsLeftAlone(created));
        }

        return false;
    }

    private static bool IsLeftAlone(IDelegateCreationOperation created)
    {
        IOperation value = created;
        while (value.Parent is IConversionOperation or IParenthesizedOperation or IArgumentOperation)
            value = value.Parent;
        return value.Parent switch
        {
            IObjectCreationOperation { Type: { } type } => BoundaryApis.RunsCallback(type.Name),
            IEventAssignmentOperation => true,
            IInvocationOperation call => BoundaryApis.Spawns(call.TargetMethod.Name) && Observed.IsDropped(call),
            _ => false,
        };
    }

    private static bool HasNoResult(IMethodSymbol function) =>
        function.ReturnsVoid || function.ReturnType is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments.IsEmpty: true };

    /// <summary>One item's failure must not end the work on the others. A loop that counts attempts, or that leaves on success, is none over items.</summary>
    private static bool IsPerItem(ITryOperation tried)
    {
        for (IOperation? parent = tried.Parent; parent is not null and not IAnonymousFunctionOperation and not ILocalFunctionOperation; parent = parent.Parent)
        {
            switch (parent)
            {
                case IForEachLoopOperation:
                    return !LeavesOnSuccess(tried);
                case IWhileLoopOperation { Condition: { } condition }:
                    return !Counts(condition) && !LeavesOnSuccess(tried);
                case ILoopOperation { LoopKind: LoopKind.For }:
                    return false;
            }
        }

        return false;
    }

    private static bool Counts(IOperation condition)
    {
        foreach (var operation in condition.Tree())
        {
            if (operation is IBinaryOperation { LeftOperand.Type: { } type } && type.IsNumber())
                return true;
        }

        return false;
    }

    private static bool LeavesOnSuccess(ITryOperation tried) =>
        tried.Body.Operations is [.., IReturnOperation or IBranchOperation { BranchKind: BranchKind.Break }];
}
