using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using IntegrationAnalyzers.Corpus.Analysis;
using IntegrationAnalyzers.Corpus.Loading;
using IntegrationAnalyzers.Corpus.Output;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;

namespace IntegrationAnalyzers.Corpus.Fixing;

/// <summary>Checks the fix of each report of a folder by itself, and then Fix All of each rule in each project.</summary>
internal sealed class FixCheck(LoadedRules rules, Repository repository, Progress progress, FixListing? listing = null)
{
    /// <summary>Up to this many lines a project is compiled and analyzed whole after each single fix.</summary>
    private const int SmallProject = 8_000;

    /// <summary>A fix may bring a report of a rule that was not asked for.</summary>
    private static readonly Lazy<LoadedRules> All = new(static () => LoadedRules.Load([]));

    private readonly FixTally _tally = new();

    public FixOutcome Outcome() => _tally.Outcome();

    public async Task RunAsync(Project project, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        var loaded = repository.Projects.First(p => p.Id == project.Id);
        var single = new SingleFixCheck(All.Value, project, loaded.Lines <= SmallProject, repository, listing);
        var files = new ConfigurationFixCheck(rules, project, loaded);
        var fixable = new SortedSet<(string Rule, string? Key)>();
        var fixableInFiles = new SortedSet<(string Rule, string? Key)>();
        foreach (var diagnostic in diagnostics)
        {
            _tally.Report(diagnostic.Id);
            if (!rules.Fixes.TryGetValue(diagnostic.Id, out var fix))
                continue;
            if (files.FileOf(diagnostic) is not null)
            {
                foreach (var action in await GuardedAsync(diagnostic, () => files.OffersAsync(diagnostic, cancellation)).ConfigureAwait(false))
                {
                    fixableInFiles.Add((diagnostic.Id, action.EquivalenceKey));
                    var place = $"{repository.Name}/{repository.Relative(diagnostic.Location.GetLineSpan().Path)}";
                    var faults = await files.RunAsync(diagnostic, action, listing, place, cancellation).ConfigureAwait(false);
                    _tally.Single(diagnostic.Id, [.. faults.Select(f => Fault(diagnostic, f.Kind, f.Detail))]);
                }
            }
            else if (project.GetDocument(diagnostic.Location.SourceTree) is { } document)
            {
                foreach (var action in await GuardedAsync(diagnostic, () => FixOffers.ForAsync(fix, document, diagnostic, cancellation)).ConfigureAwait(false))
                {
                    progress.Step($"{repository.Name}: {project.Name}: fix of {diagnostic.Id}");
                    fixable.Add((diagnostic.Id, action.EquivalenceKey));
                    var faults = await single.RunAsync(diagnostic, action, cancellation).ConfigureAwait(false);
                    _tally.Single(diagnostic.Id, [.. faults.Select(f => Fault(diagnostic, f.Kind, f.Detail))]);
                }
            }
        }

        foreach (var (rule, key) in fixableInFiles)
        {
            var faults = await files.RunAllAsync(rule, key, [.. diagnostics.Where(d => d.Id == rule && files.FileOf(d) is not null)], cancellation).ConfigureAwait(false);
            _tally.FixAll(rule, [.. faults.Select(f => new FixFault(rule, f.Kind, project.Name, 0, f.Detail))]);
        }

        foreach (var (rule, key) in fixable)
        {
            progress.Step($"{repository.Name}: {project.Name}: fix all of {rule}");
            var faults = await new FixAllCheck(All.Value, project)
                .RunAsync(rule, key, [.. diagnostics.Where(d => d.Id == rule)], cancellation)
                .ConfigureAwait(false);
            _tally.FixAll(rule, [.. faults.Select(f => new FixFault(rule, f.Kind, project.Name, 0, f.Detail))]);
        }
    }

    /// <summary>What a fix offers; nothing, and a fault, where it throws.</summary>
    private async Task<ImmutableArray<CodeAction>> GuardedAsync(Diagnostic diagnostic, Func<Task<ImmutableArray<CodeAction>>> offers)
    {
        try
        {
            return await offers().ConfigureAwait(false);
        }
        catch (Exception ex) when (ex is not OperationCanceledException)
        {
            _tally.Single(diagnostic.Id, [Fault(diagnostic, FixFaultKind.Throws, ex.ToString())]);
            return [];
        }
    }

    private FixFault Fault(Diagnostic diagnostic, FixFaultKind kind, string detail)
    {
        var span = diagnostic.Location.GetLineSpan();
        return new FixFault(diagnostic.Id, kind, repository.Relative(span.Path), span.StartLinePosition.Line + 1, detail);
    }
}
