using System;
using System.Collections.Generic;
using System.Linq;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.CodeFixes.Editing;
using IntegrationAnalyzers.Model;
using IntegrationAnalyzers.Model.Registrations;
using IntegrationAnalyzers.Model.Resilience;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.CodeFixes.Rules.Timeouts;

/// <summary>Handlers of a registered client that may send a request again.</summary>
internal static class RepeatingSteps
{
    private static readonly HashSet<string> Executes = new(StringComparer.Ordinal) { "ExecuteAsync", "ExecuteOutcomeAsync", "ExecuteAndCaptureAsync" };

    private static readonly string[] Named = ["Retry", "Retries", "Resilien", "Polly", "Policy"];

    /// <summary>Yes as well where a handler's policy is not known.</summary>
    public static bool MayBeOn(InvocationExpressionSyntax invocation, FixRequest request)
    {
        var model = IntegrationModel.For(request.Model.Compilation);
        foreach (var registration in model.Registrations.At(invocation, request.CancellationToken))
        {
            if (model.Registrations.Of(registration, request.CancellationToken) is { } client && client.Handlers.Any(step => MayRepeat(step, model, request)))
                return true;
        }

        return false;
    }

    private static bool MayRepeat(RegistrationStep step, IntegrationModel model, FixRequest request)
    {
        if (step.Handler != HandlerKind.Message)
            return model.Pipelines.OfHandler(step.Invocation, request.CancellationToken)?.Has(StrategyKind.Retry) != Certainty.No;
        return step.HandlerType is { } type && (Named.Any(name => type.Name.Contains(name)) || type.DeclaringSyntaxReferences.Any(reference => Repeats(reference.GetSyntax(request.CancellationToken))));
    }

    /// <summary>The handler's own code has a loop, or runs a policy or pipeline.</summary>
    private static bool Repeats(SyntaxNode type)
    {
        foreach (var token in type.DescendantTokens())
        {
            if (token.Kind() is SyntaxKind.ForKeyword or SyntaxKind.WhileKeyword or SyntaxKind.DoKeyword or SyntaxKind.GotoKeyword || token.IsKind(SyntaxKind.IdentifierToken) && Executes.Contains(token.ValueText))
                return true;
        }

        return false;
    }
}
