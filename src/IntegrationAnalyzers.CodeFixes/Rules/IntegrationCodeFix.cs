using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using IntegrationAnalyzers.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Editing;

namespace IntegrationAnalyzers.CodeFixes.Rules;

/// <summary>
/// The plumbing of every fix: one ID, one constant equivalence key, and Fix All that makes the very edits of the single fix
/// with one editor a document, inside out (the batch fixer loses overlapping edits).
/// </summary>
public abstract class IntegrationCodeFix : CodeFixProvider
{
    private readonly string _title;

    private protected IntegrationCodeFix(string id, string title)
    {
        _title = title;
        FixableDiagnosticIds = ImmutableArray.Create(id);
    }

    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; }

    /// <summary>The one equivalence key of the fix: <c>dotnet format</c> takes the first diagnostic's key for all.</summary>
    public string EquivalenceKey => FixableDiagnosticIds[0];

    /// <summary>The key of the second choice, where a rule has two ways out.</summary>
    public string SecondEquivalenceKey => EquivalenceKey + ".2";

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => FixAll;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            var request = await FixRequest.CreateAsync(context.Document, diagnostic, context.CancellationToken).ConfigureAwait(false);
            if (request is null)
                continue;
            if (await PossibleAsync(Plan, request).ConfigureAwait(false) is { } plan)
                Register(context, diagnostic, plan, EquivalenceKey, Plan);
            if (await PossibleAsync(SecondPlan, request).ConfigureAwait(false) is { } second)
                Register(context, diagnostic, second, SecondEquivalenceKey, SecondPlan);
        }
    }

    /// <summary>By itself Fix All edits a document for its own diagnostics alone.</summary>
    private protected virtual FixAllProvider FixAll =>
        FixAllProvider.Create((context, document, diagnostics) =>
            FixAsync(document, diagnostics, context.CodeActionEquivalenceKey == SecondEquivalenceKey ? SecondPlan : Plan, context.CancellationToken)!);

    /// <summary>
    /// What the fix would change for one diagnostic, or null where no safe change is known: then nothing is offered.
    /// Called again before the edit, so it must not change anything itself.
    /// </summary>
    private protected abstract FixPlan? Plan(FixRequest request);

    /// <summary>Another way out, offered beside the first; its plan has a title.</summary>
    private protected virtual FixPlan? SecondPlan(FixRequest request) => null;

    /// <summary>The action of one diagnostic; by itself it edits the diagnostic's document alone.</summary>
    private protected virtual CodeAction Action(Document document, Diagnostic diagnostic, string title, string key, Func<FixRequest, FixPlan?> planning) =>
        CodeAction.Create(title, cancellation => FixAsync(document, ImmutableArray.Create(diagnostic), planning, cancellation), key);

    /// <summary>The document with all edits made, which must be planned from it as it is.</summary>
    /// <param name="document">The document as it was when its diagnostics were reported.</param>
    /// <param name="plans">The edits, inside out.</param>
    /// <param name="cancellationToken">Stops the edits.</param>
    private protected static async Task<Document> EditAsync(Document document, IReadOnlyCollection<FixPlan> plans, CancellationToken cancellationToken)
    {
        var editor = await DocumentEditor.CreateAsync(document, cancellationToken).ConfigureAwait(false);
        foreach (var plan in plans)
            plan.Edit(editor);

        return await FixCleanup.ApplyAsync(document, editor, plans.SelectMany(static p => p.Usings), cancellationToken).ConfigureAwait(false);
    }

    private void Register(CodeFixContext context, Diagnostic diagnostic, FixPlan plan, string key, Func<FixRequest, FixPlan?> planning) =>
        context.RegisterCodeFix(Action(context.Document, diagnostic, plan.Title ?? _title, key, planning), diagnostic);

    private static async Task<FixPlan?> PossibleAsync(Func<FixRequest, FixPlan?> planning, FixRequest request) =>
        planning(request) is { } plan && await FixCleanup.CanBeNamedAsync(plan, request).ConfigureAwait(false) ? plan : null;

    private static async Task<Document> FixAsync(
        Document document, ImmutableArray<Diagnostic> diagnostics, Func<FixRequest, FixPlan?> planning, CancellationToken cancellationToken)
    {
        var plans = new List<FixPlan>();
        var insideOut = diagnostics
            .OrderByDescending(static d => d.Location.SourceSpan.Start)
            .ThenBy(static d => d.Location.SourceSpan.Length);
        foreach (var diagnostic in insideOut)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var request = await FixRequest.CreateAsync(document, diagnostic, cancellationToken).ConfigureAwait(false);
            if (request is not null && await PossibleAsync(planning, request).ConfigureAwait(false) is { } plan)
                plans.Add(plan);
        }

        return await EditAsync(document, plans, cancellationToken).ConfigureAwait(false);
    }
}
