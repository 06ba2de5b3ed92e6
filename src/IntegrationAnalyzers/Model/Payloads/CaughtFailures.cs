using System;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model.Errors;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Payloads;

/// <summary>Tells whether a failure of an operation ends in a clause round it that does something about it.</summary>
internal sealed class CaughtFailures(CatchShapes catches)
{
    /// <param name="operation">What may fail.</param>
    /// <param name="isThrown">Whether a clause for that type takes the failure.</param>
    /// <param name="cancellationToken">The host's.</param>
    public bool IsCaught(IOperation operation, Func<ITypeSymbol, bool> isThrown, CancellationToken cancellationToken)
    {
        var inner = operation;
        for (var current = inner.Parent; current is not null; inner = current, current = current.Parent)
        {
            if (current is not ITryOperation tried || tried.Body.Syntax != inner.Syntax)
                continue;
            foreach (var clause in tried.Catches)
            {
                if (clause.ExceptionType is { } caught && !isThrown(caught))
                    continue;

                // A clause that only lets it through tells nobody what was wrong.
                var body = catches.Read((CatchClauseSyntax)clause.Syntax, tried, cancellationToken)?.Body;
                if (body is null || !body.AlwaysThrows || body.Does(CatchActs.WrapsWithInner | CatchActs.WrapsWithoutInner))
                    return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Whether the clauses of the statement are also what answers for a body that is not what was agreed: a part that is missing, a text that no member of the enum has. Without them
    /// nobody would.
    /// </summary>
    public static bool AnsweredBy(ITryOperation tried)
    {
        foreach (var operation in tried.Body.Tree())
        {
            if (operation is IInvocationOperation call && EnumApis.Parse(call) is not null)
                return true;
            if (DocumentChains.Read(operation) is not { } chain)
                continue;
            foreach (var step in chain.Steps)
            {
                if (step.FailsWhereMissing)
                    return true;
            }
        }

        return false;
    }
}
