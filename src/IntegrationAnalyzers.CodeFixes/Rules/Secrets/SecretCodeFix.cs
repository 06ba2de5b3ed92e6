using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using IntegrationAnalyzers.CodeFixes.Editing;
using IntegrationAnalyzers.Rules.Secrets;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace IntegrationAnalyzers.CodeFixes.Rules.Secrets;

/// <summary>Moves a secret out of the source at every place of the project at once, for all of them have to read the same setting.</summary>
public abstract class SecretCodeFix : IntegrationCodeFix
{
    private readonly string _title;

    private protected SecretCodeFix(string id, string title)
        : base(id, title) => _title = title;

    private protected sealed override FixAllProvider FixAll => new SecretFixAll(_title, MoveAsync);

    /// <summary>Whether the place can be mended at all; what it will read is found out when it is.</summary>
    private protected sealed override FixPlan? Plan(FixRequest request) => IsSecret(request)
        ? SecretMove.Plan(request, new SecretSetting(SecretNaming.At(request).Name, FromEnvironment: true))
        : PlanOther(request);

    /// <summary>The edit of a report that is none of a secret.</summary>
    private protected virtual FixPlan? PlanOther(FixRequest request) => null;

    private protected sealed override CodeAction Action(Document document, Diagnostic diagnostic, string title, string key, Func<FixRequest, FixPlan?> planning) =>
        CodeAction.Create(title, cancellation => MoveAsync(document.Project.Solution, [(document, diagnostic)], cancellation), key);

    private static bool IsSecret(FixRequest request) => request.Diagnostic.Properties.ContainsKey(SecretProperties.Start);

    /// <summary>The solution without the reported secrets.</summary>
    private async Task<Solution> MoveAsync(Solution solution, IEnumerable<(Document Document, Diagnostic Diagnostic)> reports, CancellationToken cancellationToken)
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

    private async Task<IEnumerable<(FixRequest Place, FixPlan Plan)>> PlansAsync(FixRequest request)
    {
        if (!IsSecret(request))
            return PlanOther(request) is { } plan ? [(request, plan)] : [];
        if (await SecretGroup.OfAsync(request).ConfigureAwait(false) is not { } group)
            return [];

        var setting = await group.SettingAsync().ConfigureAwait(false);
        return group.Places.Select(place => (place, SecretMove.Plan(place, setting)!)).Where(static p => p.Item2 is not null);
    }
}
