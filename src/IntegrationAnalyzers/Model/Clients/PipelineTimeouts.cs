using System.Collections.Generic;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Clients;

/// <summary>Whether a resilience pipeline or policy has a timeout in it; unknown where it is made out of sight.</summary>
internal static class PipelineTimeouts
{
    private const int MaxDepth = 5;

    public static Certainty Of(IOperation pipeline, SourceIndex source, CancellationToken cancellationToken) =>
        Of(pipeline, source, new HashSet<ISymbol>(SymbolEqualityComparer.Default), 0, cancellationToken);

    private static Certainty Of(
        IOperation pipeline, SourceIndex source, HashSet<ISymbol> visited, int depth, CancellationToken cancellationToken)
    {
        if (depth > MaxDepth)
            return Certainty.Unknown;

        var found = Certainty.No;
        foreach (var operation in pipeline.Tree())
        {
            switch (operation)
            {
                case IInvocationOperation { TargetMethod: var method } when DeadlineApis.AddsTimeout(method):
                    return Certainty.Yes;
                case IInvocationOperation { TargetMethod: var method } invocation when DeadlineApis.InPolly(invocation.Type):
                    if (source.IsSource(method))
                        found = found.Or(OfReturned(method, source, visited, depth, cancellationToken));
                    else if (!DeadlineApis.InPolly(method.ContainingType))
                        found = found.Or(Certainty.Unknown);
                    else if (method.Name is "GetPipeline" or "TryGetPipeline" or "Get" or "TryGet")
                        found = found.Or(Certainty.Unknown);
                    break;
                case IInvocationOperation { TargetMethod: var method } invocation when !DeadlineApis.InPolly(method.ContainingType) && TakesPipeline(invocation):
                    // A builder handed on: "b => Configure(b)".
                    found = found.Or(source.IsSource(method) ? OfReturned(method, source, visited, depth, cancellationToken) : Certainty.Unknown);
                    break;
                case IParameterReferenceOperation { Parameter: var parameter } when DeadlineApis.InPolly(parameter.Type) && depth == 0 && !IsOwn(parameter, pipeline):
                    found = found.Or(Certainty.Unknown);
                    break;
                case ILocalReferenceOperation or IFieldReferenceOperation or IPropertyReferenceOperation when operation.Type is { TypeKind: not TypeKind.Enum } && DeadlineApis.InPolly(operation.Type):
                    if (operation.ReferencedSymbol() is { } symbol && visited.Add(symbol))
                        found = found.Or(OfSymbol(symbol, source, visited, depth, cancellationToken));
                    break;
            }

            if (found == Certainty.Yes)
                return found;
        }

        return found;
    }

    private static Certainty OfSymbol(
        ISymbol symbol, SourceIndex source, HashSet<ISymbol> visited, int depth, CancellationToken cancellationToken)
    {
        if (symbol is not ILocalSymbol && !source.IsSource(symbol))
            return Certainty.Unknown;

        var found = Certainty.No;
        var isGiven = false;
        foreach (var declared in DeclaredValues.Of(symbol, source, cancellationToken))
        {
            isGiven = true;
            found = found.Or(Of(declared, source, visited, depth + 1, cancellationToken));
        }

        if (source.Uses(symbol, cancellationToken) is not { } uses)
            return Certainty.Unknown;
        foreach (var use in uses)
        {
            if (use.Operation(cancellationToken) is not { } operation)
                continue;
            if (operation.Parent is IAssignmentOperation assignment && assignment.Target == operation)
            {
                isGiven = true;
                found = found.Or(assignment.Value.Unwrap() is IParameterReferenceOperation
                    ? Certainty.Unknown
                    : Of(assignment.Value, source, visited, depth + 1, cancellationToken));
            }
            else if (operation.Parent is IInvocationOperation { TargetMethod: var method } && DeadlineApis.AddsTimeout(method) ||
                operation.Parent is IArgumentOperation { Parent: IInvocationOperation { TargetMethod: var extension } } && DeadlineApis.AddsTimeout(extension))
            {
                return Certainty.Yes;
            }
        }

        return isGiven ? found : Certainty.Unknown;
    }

    private static bool TakesPipeline(IInvocationOperation invocation)
    {
        foreach (var argument in invocation.Arguments)
        {
            if (argument.ArgumentKind != ArgumentKind.DefaultValue && DeadlineApis.InPolly(argument.Value.Type) && argument.Value.Unwrap() is IParameterReferenceOperation)
                return true;
        }

        return false;
    }

    /// <summary>The parameter of a lambda that is part of the pipeline's own code: <c>b => b.AddRetry(…)</c>.</summary>
    private static bool IsOwn(IParameterSymbol parameter, IOperation pipeline) =>
        parameter.DeclaringSyntaxReferences is [var declaration] && declaration.SyntaxTree == pipeline.Syntax.SyntaxTree && pipeline.Syntax.Span.Contains(declaration.Span);

    private static Certainty OfReturned(
        IMethodSymbol method, SourceIndex source, HashSet<ISymbol> visited, int depth, CancellationToken cancellationToken)
    {
        if (!visited.Add(method))
            return Certainty.No;
        return source.BodyBehind(method, cancellationToken) is { } body
            ? Of(body, source, visited, depth + 1, cancellationToken)
            : Certainty.Unknown;
    }
}
