using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace IntegrationAnalyzers.Corpus.Fixing;

/// <summary>Asks a fix for what it offers, and applies it as an editor would.</summary>
internal static class FixOffers
{
    public static async Task<ImmutableArray<CodeAction>> ForAsync(
        CodeFixProvider fix,
        Document document,
        Diagnostic diagnostic,
        CancellationToken cancellation)
    {
        var actions = new List<CodeAction>();
        var context = new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), cancellation);
        await fix.RegisterCodeFixesAsync(context).ConfigureAwait(false);
        return [.. actions.SelectMany(Innermost)];
    }

    /// <summary>The solution after the action, or null where the action changes none.</summary>
    public static async Task<Solution?> ApplyAsync(CodeAction action, CancellationToken cancellation)
    {
        var operations = await action.GetOperationsAsync(cancellation).ConfigureAwait(false);
        return operations.OfType<ApplyChangesOperation>().SingleOrDefault()?.ChangedSolution;
    }

    /// <summary>The changed and added documents.</summary>
    public static ImmutableArray<DocumentId> Changed(Solution before, Solution after) =>
    [
        .. after.GetChanges(before).GetProjectChanges()
            .SelectMany(static changes => changes.GetChangedDocuments().Concat(changes.GetAddedDocuments())),
    ];

    /// <summary>The solution as it is after saving: every changed document parsed from its text.</summary>
    public static async Task<Solution> SavedAsync(Solution before, Solution after, CancellationToken cancellation)
    {
        foreach (var id in Changed(before, after))
        {
            var text = await after.GetDocument(id)!.GetTextAsync(cancellation).ConfigureAwait(false);
            after = after.WithDocumentText(id, Microsoft.CodeAnalysis.Text.SourceText.From(text.ToString(), text.Encoding), PreservationMode.PreserveIdentity);
        }

        return after;
    }

    private static IEnumerable<CodeAction> Innermost(CodeAction action) =>
        action.NestedActions.IsEmpty ? [action] : action.NestedActions.SelectMany(Innermost);
}
