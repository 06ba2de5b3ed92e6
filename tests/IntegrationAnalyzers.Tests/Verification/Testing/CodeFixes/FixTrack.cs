using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using IntegrationAnalyzers.Tests.Verification.Analysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CSharp;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Fixes step by step until nothing is offered, and holds how many steps that may take.</summary>
internal static class FixTrack
{
    /// <param name="iterations">The exact number of steps, or the upper bound where negative.</param>
    public static async Task<Project> RunAsync(
        Fixer fixer,
        Project start,
        IFixStep step,
        int iterations,
        IVerifier verifier,
        CancellationToken cancellationToken)
    {
        var limit = iterations < 0 ? -iterations : iterations;
        var project = start;
        var done = 0;
        while (true)
        {
            var diagnostics = await fixer.FixableAsync(project, cancellationToken).ConfigureAwait(false);
            if (await fixer.FirstOfferAsync(project, diagnostics, cancellationToken).ConfigureAwait(false) is not { } offer)
                break;
            if (done == limit)
            {
                verifier.Fail(
                    $"The upper limit for the number of code fix iterations ({limit}) was exceeded: a fix is still offered for\n" +
                    string.Concat(diagnostics.Select(static d => DiagnosticText.Show(d) + "\n")) +
                    await SolutionComparer.ShowAsync(project, cancellationToken).ConfigureAwait(false));
            }

            if (await step.ActionAsync(fixer, offer, verifier, cancellationToken).ConfigureAwait(false) is not { } action)
            {
                verifier.Fail("Fix All has no action where the single fix has one.");
                break;
            }

            var changed = await ApplyAsync(project, action, cancellationToken).ConfigureAwait(false);
            project = await ReparsedAsync(project, changed, verifier, cancellationToken).ConfigureAwait(false);
            done++;
        }

        verifier.True(
            iterations < 0 || done == iterations,
            $"Expected '{iterations}' iterations but found '{done}' iterations.");
        return project;
    }

    private static async Task<Project> ApplyAsync(Project project, CodeAction action, CancellationToken cancellationToken)
    {
        var operations = await action.GetOperationsAsync(cancellationToken).ConfigureAwait(false);
        var changed = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution;
        return changed.GetProject(project.Id)!;
    }

    /// <summary>
    /// The project as it would be after saving and opening again. A tree that says something else than its text looks right
    /// in the editor and breaks the next fix.
    /// </summary>
    private static async Task<Project> ReparsedAsync(Project before, Project after, IVerifier verifier, CancellationToken cancellationToken)
    {
        foreach (var id in after.GetChanges(before).GetChangedDocuments())
        {
            var document = after.GetDocument(id)!;
            var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
            var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
            var parsed = CSharpSyntaxTree.ParseText(text, (CSharpParseOptions)document.Project.ParseOptions!, document.FilePath!, cancellationToken);
            verifier.True(
                AreSame(root!, await parsed.GetRootAsync(cancellationToken).ConfigureAwait(false)),
                $"The fixed tree of {document.FilePath} is not the one its text parses to:\n{text}");
            after = document.WithText(text).Project;
        }

        return after;
    }

    /// <summary>
    /// The same nodes and tokens at the same places. Not <c>AreEquivalent</c>: it takes a list of one for another thing than its element, and a
    /// replaced node leaves such a list.
    /// </summary>
    private static bool AreSame(SyntaxNode left, SyntaxNode right) =>
        left.DescendantNodesAndTokensAndSelf().Select(static n => (n.RawKind, n.Span)).SequenceEqual(
            right.DescendantNodesAndTokensAndSelf().Select(static n => (n.RawKind, n.Span)));
}
