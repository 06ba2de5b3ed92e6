using System.Linq;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Errors;

/// <summary>Whether a clause answers with a sentence, and everybody who calls puts it before a person: <c>ViewBag.Summary = await SummarizeAsync(text);</c></summary>
internal static class ShownAnswers
{
    public static bool Are(CatchShape shape, SourceIndex source, CancellationToken cancellationToken)
    {
        var hasAnswer = false;
        foreach (var answer in shape.Clause.Handler.Returned())
        {
            if (!WrittenTexts.IsSentence(answer))
                return false;
            hasAnswer = true;
        }

        return hasAnswer && TriedCallers.All(shape.Try, static call => IsShown(call.Wrapped()), inProgram: true, source, cancellationToken);
    }

    private static bool IsShown(IOperation value) => ShownApis.Shows(value) ||
        (value.Parent is IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } } && IsOnlyShown(local, value.Root()));

    private static bool IsOnlyShown(ILocalSymbol local, IOperation function)
    {
        var uses = function.Tree().OfType<ILocalReferenceOperation>().Where(use => SymbolEqualityComparer.Default.Equals(use.Local, local)).ToList();
        return uses.Count > 0 && uses.TrueForAll(static use => ShownApis.Shows(use.Wrapped()));
    }
}
