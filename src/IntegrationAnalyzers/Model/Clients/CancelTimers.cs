using System.Collections.Generic;
using System.Threading;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Clients;

/// <summary>Whether a source of tokens is told to cancel after a time: <c>source.CancelAfter(span)</c>, here or in a helper that it is handed to.</summary>
internal static class CancelTimers
{
    public static Certainty On(ISymbol tokenSource, SourceIndex source, CancellationToken cancellationToken) =>
        Of(tokenSource, source, new HashSet<ISymbol>(SymbolEqualityComparer.Default), cancellationToken);

    private static Certainty Of(ISymbol tokenSource, SourceIndex source, HashSet<ISymbol> helpers, CancellationToken cancellationToken)
    {
        if (source.Uses(tokenSource, cancellationToken) is not { } uses)
            return Certainty.Unknown;
        foreach (var use in uses)
        {
            switch (use.Operation(cancellationToken)?.Parent)
            {
                case IInvocationOperation { TargetMethod.Name: "CancelAfter" }:
                    return Certainty.Yes;
                case IConditionalAccessOperation { WhenNotNull: IInvocationOperation { TargetMethod.Name: "CancelAfter" } }:
                    return Certainty.Yes;
                case IArgumentOperation { Parent: IInvocationOperation { TargetMethod: var helper } } argument when source.IsSource(helper) && helpers.Add(helper):
                    if (argument.Parameter is { } parameter && Of(helper.OriginalDefinition.Parameters[parameter.Ordinal], source, helpers, cancellationToken) == Certainty.Yes)
                        return Certainty.Yes;
                    break;
            }
        }

        return Certainty.No;
    }
}
