using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading.Tasks;
using IntegrationAnalyzers.CodeFixes.Editing;
using IntegrationAnalyzers.Rules.Secrets;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IntegrationAnalyzers.CodeFixes.Rules.Secrets;

/// <summary>What rules report in the files of a project, as the compiler would: by their options, without what is suppressed there. Each file is asked once a compilation.</summary>
internal sealed class ProjectReports
{
    /// <summary>Places of secrets.</summary>
    public static readonly Rules Secrets = new(new IA3001ProviderToken(), new IA3002Credential(), new IA3004NonProductionEndpoint());

    /// <summary>Places of endpoints.</summary>
    public static readonly Rules Endpoints = new(new IA3003EndpointInSource(), new IA3004NonProductionEndpoint());

    private readonly CompilationWithAnalyzers _analysis;
    private readonly ConcurrentDictionary<SyntaxTree, ImmutableArray<Diagnostic>> _reports = new();

    private ProjectReports(FixRequest request, ImmutableArray<DiagnosticAnalyzer> rules)
    {
        var options = new CompilationWithAnalyzersOptions(request.Document.Project.AnalyzerOptions, onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: false);
        _analysis = new CompilationWithAnalyzers(request.Model.Compilation, rules, options);
    }

    /// <summary>The places that the request's own rule reports in files with the text, in the order of the project's files.</summary>
    public async Task<IReadOnlyList<FixRequest>> WithAsync(string text, FixRequest request, Func<FixRequest, bool> belongs)
    {
        var places = new List<FixRequest>();
        foreach (var tree in request.Model.Compilation.SyntaxTrees)
        {
            request.CancellationToken.ThrowIfCancellationRequested();
            if (tree != request.Root.SyntaxTree && tree.GetText(request.CancellationToken).ToString().IndexOf(text, StringComparison.Ordinal) < 0)
                continue;
            places.AddRange((await InAsync(tree, request).ConfigureAwait(false)).Where(place => place.Diagnostic.Id == request.Diagnostic.Id && belongs(place)));
        }

        // A host may hand over a report that is no more, or that its settings keep from others.
        return places.Count == 0 ? [request] : places;
    }

    /// <summary>The reports of one file, each as the request to mend it.</summary>
    public async Task<IReadOnlyList<FixRequest>> InAsync(SyntaxTree tree, FixRequest request)
    {
        if (request.Document.Project.GetDocument(tree) is not { } document)
            return [];
        if (!_reports.TryGetValue(tree, out var reports))
        {
            var found = await _analysis.GetAnalyzerSemanticDiagnosticsAsync(_analysis.Compilation.GetSemanticModel(tree), filterSpan: null, request.CancellationToken).ConfigureAwait(false);
            reports = _reports.GetOrAdd(tree, found.Where(static d => !d.IsSuppressed).OrderBy(static d => d.Location.SourceSpan.Start).ToImmutableArray());
        }

        var requests = new List<FixRequest>();
        foreach (var report in reports)
        {
            if (await FixRequest.CreateAsync(document, report, request.CancellationToken).ConfigureAwait(false) is { } place)
                requests.Add(place);
        }

        return requests;
    }

    /// <summary>Rules that are asked together.</summary>
    public sealed class Rules(params DiagnosticAnalyzer[] rules)
    {
        private readonly ConditionalWeakTable<Compilation, ProjectReports> _known = new();

        public ProjectReports Of(FixRequest request) => _known.GetValue(request.Model.Compilation, _ => new ProjectReports(request, rules.ToImmutableArray()));
    }
}
