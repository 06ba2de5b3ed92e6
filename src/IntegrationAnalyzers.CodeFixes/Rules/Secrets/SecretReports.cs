using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading.Tasks;
using IntegrationAnalyzers.CodeFixes.Editing;
using IntegrationAnalyzers.Model.Secrets;
using IntegrationAnalyzers.Rules.Secrets;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IntegrationAnalyzers.CodeFixes.Rules.Secrets;

/// <summary>The secrets that the rules report in the files of a project, as the compiler would: by their options, without what is suppressed there. Each file is asked once a compilation.</summary>
internal sealed class SecretReports
{
    private static readonly ConditionalWeakTable<Compilation, SecretReports> Known = new();

    private static readonly ImmutableArray<DiagnosticAnalyzer> Rules =
        ImmutableArray.Create<DiagnosticAnalyzer>(new IA3001ProviderToken(), new IA3002Credential(), new IA3004NonProductionEndpoint());

    private readonly CompilationWithAnalyzers _analysis;
    private readonly ConcurrentDictionary<SyntaxTree, ImmutableArray<Diagnostic>> _reports = new();

    private SecretReports(FixRequest request)
    {
        var options = new CompilationWithAnalyzersOptions(request.Document.Project.AnalyzerOptions, onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: false);
        _analysis = new CompilationWithAnalyzers(request.Model.Compilation, Rules, options);
    }

    public static SecretReports Of(FixRequest request) =>
        Known.GetValue(request.Model.Compilation, _ => new SecretReports(request));

    /// <summary>Every place at which the text stands and the request's own rule reports it, in the order of the project's files.</summary>
    public async Task<IReadOnlyList<FixRequest>> PlacesOfAsync(string text, FixRequest request)
    {
        var places = new List<FixRequest>();
        foreach (var tree in request.Model.Compilation.SyntaxTrees)
        {
            request.CancellationToken.ThrowIfCancellationRequested();
            if (tree != request.Root.SyntaxTree && tree.GetText(request.CancellationToken).ToString().IndexOf(text, StringComparison.Ordinal) < 0)
                continue;
            places.AddRange((await InAsync(tree, request).ConfigureAwait(false)).Where(place => place.Diagnostic.Id == request.Diagnostic.Id && SecretMove.MovedText(place) == text));
        }

        return places;
    }

    /// <summary>The reports of one file, each as the request to mend it.</summary>
    public async Task<IReadOnlyList<FixRequest>> InAsync(SyntaxTree tree, FixRequest request)
    {
        if (request.Document.Project.GetDocument(tree) is not { } document)
            return [];
        if (!_reports.TryGetValue(tree, out var reports))
        {
            var found = await _analysis.GetAnalyzerSemanticDiagnosticsAsync(_analysis.Compilation.GetSemanticModel(tree), filterSpan: null, request.CancellationToken).ConfigureAwait(false);
            reports = _reports.GetOrAdd(tree, found.Where(static d => !d.IsSuppressed && d.Properties.ContainsKey(SecretProperties.Start)).OrderBy(static d => d.Location.SourceSpan.Start).ToImmutableArray());
        }

        var requests = new List<FixRequest>();
        foreach (var report in reports)
        {
            if (await FixRequest.CreateAsync(document, report, request.CancellationToken).ConfigureAwait(false) is { } place)
                requests.Add(place);
        }

        return requests;
    }
}
