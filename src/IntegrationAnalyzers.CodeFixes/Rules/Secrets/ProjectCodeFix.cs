using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using IntegrationAnalyzers.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace IntegrationAnalyzers.CodeFixes.Rules.Secrets;

/// <summary>A fix that mends all places of a project that belong together at once: one fix after the other could not know what a place that is mended already reads.</summary>
public abstract class ProjectCodeFix : IntegrationCodeFix
{
    private readonly string _title;

    private protected ProjectCodeFix(string id, string title)
        : base(id, title) => _title = title;

    private protected sealed override FixAllProvider FixAll => new ProjectFixAll(_title, MendAsync);

    /// <summary>The edits of the place and of all that belong to it; what <see cref="IntegrationCodeFix.Plan"/> gives says only whether the place can be mended at all.</summary>
    private protected abstract Task<IEnumerable<PlannedPlace>> PlansAsync(FixRequest request);

    private protected sealed override CodeAction Action(Document document, Diagnostic diagnostic, string title, string key, Func<FixRequest, FixPlan?> planning) =>
        CodeAction.Create(title, cancellation => MendAsync(document.Project.Solution, [(document, diagnostic)], cancellation), key);

    /// <summary>The solution with all reports mended, and what belongs to them.</summary>
    private async Task<Solution> MendAsync(Solution solution, IEnumerable<(Document Document, Diagnostic Diagnostic)> reports, CancellationToken cancellationToken)
    {
        var edits = new Dictionary<DocumentId, SortedDictionary<TextSpan, FixPlan>>();
        foreach (var (document, diagnostic) in reports)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (edits.TryGetValue(document.Id, out var planned) && planned.ContainsKey(diagnostic.Location.SourceSpan))
                continue;
            if (await FixRequest.CreateAsync(document, diagnostic, cancellationToken).ConfigureAwait(false) is not { } request)
                continue;

            foreach (var (place, plan) in await PlansAsync(request).ConfigureAwait(false))
            {
                if (!edits.TryGetValue(place.Document.Id, out var own))
                    edits.Add(place.Document.Id, own = []);
                own[place.Diagnostic.Location.SourceSpan] = plan;
            }
        }

        foreach (var edit in edits)
        {
            var document = await EditAsync(solution.GetDocument(edit.Key)!, edit.Value.Values.Reverse().ToList(), cancellationToken).ConfigureAwait(false);
            solution = document.Project.Solution;
        }

        return solution;
    }
}
