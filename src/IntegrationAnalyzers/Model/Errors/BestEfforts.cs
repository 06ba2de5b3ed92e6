using System;
using System.Collections.Generic;
using System.Linq;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model.Retries;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Errors;

/// <summary>
/// Clauses that take every failure alike and mislead nobody by it: the failure is told, and what the caller gets cannot be taken for an answer, or answers a
/// question that was about just that.
/// </summary>
internal static class BestEfforts
{
    private static readonly HashSet<string> ReadingWords = new(ReadOnlyNames.Default, StringComparer.OrdinalIgnoreCase);

    public static bool Is(CatchShape shape, TryFailures failures)
    {
        switch (CatchAnswers.Of(shape))
        {
            // The next attempt and a new exception meet whoever comes next, question or not.
            case CatchAnswer.Again or CatchAnswer.NewFailure:
                return false;
            case CatchAnswer.Fabricated:
                return shape.Body.Does(CatchActs.Shows);
            case CatchAnswer.Refusal or CatchAnswer.Unavailable:
                return Asks(shape);
            case CatchAnswer.ServerError:
                return Asks(shape) || shape.Body.Does(CatchActs.Logs | CatchActs.Shows);
            case CatchAnswer.No:
                return Asks(shape) || (IsTold(shape) && !Writes(shape, failures));
            case CatchAnswer.Failure:
                return Asks(shape) || IsTold(shape);
            default:
                return shape.Body.TellsNobody != Certainty.Yes;
        }
    }

    /// <summary>By more than the answer itself: a log, a screen, or words about the exception wherever they go.</summary>
    private static bool IsTold(CatchShape shape) =>
        shape.Body.Does(CatchActs.Logs | CatchActs.Shows | CatchActs.Carries | CatchActs.CallsUnknown) ||
        shape.Clause.Handler.Tree().Any(operation => operation is ILocalReferenceOperation local && CatchFilters.IsCaught(local, shape.Clause));

    private static bool Asks(CatchShape shape) => Questions.AsksByName(NameOf(shape));

    /// <summary>Whether something may have been changed upstream, which a <c>false</c> denies.</summary>
    private static bool Writes(CatchShape shape, TryFailures failures)
    {
        if (ReadOnlyNames.InMethod(NameOf(shape), ReadingWords))
            return false;
        foreach (var reached in failures.Calls)
        {
            if (reached.Verb is HttpVerb.Post or HttpVerb.Put or HttpVerb.Patch or HttpVerb.Delete &&
                !reached.Path.Any(static hop => ReadOnlyNames.InMethod(hop.TargetMethod.Name, ReadingWords)))
            {
                return true;
            }
        }

        return false;
    }

    private static string NameOf(CatchShape shape)
    {
        for (var node = shape.Clause.Syntax.Parent; node is not null; node = node.Parent)
        {
            switch (node)
            {
                case LocalFunctionStatementSyntax local:
                    return local.Identifier.ValueText;
                case MethodDeclarationSyntax method:
                    return method.Identifier.ValueText;
                case MemberDeclarationSyntax:
                    return "";
            }
        }

        return "";
    }
}
