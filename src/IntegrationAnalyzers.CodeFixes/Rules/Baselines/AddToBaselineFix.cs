using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using IntegrationAnalyzers.CodeFixes.Editing;
using IntegrationAnalyzers.Model.Baselines;
using IntegrationAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace IntegrationAnalyzers.CodeFixes.Rules.Baselines;

/// <summary>
/// Puts a finding of any rule into the project's baseline, beside the fix that mends it. Offered where there is a baseline; the first one is written by a build.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, DocumentKinds = [nameof(TextDocumentKind.Document), nameof(TextDocumentKind.AdditionalDocument)]), Shared]
public sealed class AddToBaselineFix : CodeFixProvider
{
    /// <summary>Of every finding, and of no fix that mends one: Fix All of the one never takes the other in.</summary>
    public const string EquivalenceKey = "IntegrationAnalyzers.Baseline";

    private const string Title = "Leave it for later: add it to the baseline";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = BaselineSuppressor.RuleIds.OrderBy(static id => id, StringComparer.Ordinal).ToImmutableArray();

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => FixAll.Instance;

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var project = context.TextDocument.Project;

        // dotnet format runs every fixer of an ID, one after the other: what it could not mend it would put into the baseline, and before it mends, everything.
        if (project.Solution.Workspace.Kind == WorkspaceKind.MSBuild || BaselineText.Of(project) is not { } file)
            return Task.CompletedTask;

        foreach (var diagnostic in context.Diagnostics)
        {
            context.RegisterCodeFix(
                CodeAction.Create(
                    Title,
                    cancellation => AddAsync(project.Solution, [(project, ImmutableArray.Create(diagnostic))], cancellation),
                    EquivalenceKey),
                diagnostic);
        }

        return Task.CompletedTask;
    }

    private static async Task<Solution> AddAsync(Solution solution, IEnumerable<(Project Project, ImmutableArray<Diagnostic> Diagnostics)> findings, CancellationToken cancellationToken)
    {
        var lines = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var (project, diagnostics) in findings)
        {
            if (BaselineText.Of(project) is not { FilePath: { } path } || await project.GetCompilationAsync(cancellationToken).ConfigureAwait(false) is not { } compilation)
                continue;

            if (!lines.TryGetValue(path, out var own))
                lines.Add(path, own = []);
            var baseline = Baseline.Of(project.AnalyzerOptions);
            foreach (var diagnostic in diagnostics)
                own.Add(baseline.KeyOf(diagnostic.Id, diagnostic.Location, compilation, tree => compilation.GetSemanticModel(tree), cancellationToken));
        }

        foreach (var file in lines)
            solution = await BaselineText.ChangeAsync(solution, file.Key, text => BaselineText.With(text, file.Value), cancellationToken).ConfigureAwait(false);
        return solution;
    }

    private sealed class FixAll : FixAllProvider
    {
        public static readonly FixAll Instance = new();

        public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => [FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution];

        public override async Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
        {
            var solution = fixAllContext.Solution;

            // Whoever asks without an offer, as dotnet format does, gets the solution as it is.
            if (fixAllContext.CodeActionEquivalenceKey != EquivalenceKey)
                return CodeAction.Create(Title, _ => Task.FromResult(solution), EquivalenceKey);

            var findings = new List<(Project, ImmutableArray<Diagnostic>)>();
            if (fixAllContext is { Scope: FixAllScope.Document, Document: { } document })
            {
                findings.Add((document.Project, await fixAllContext.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false)));
            }
            else
            {
                foreach (var project in fixAllContext.Scope == FixAllScope.Solution ? solution.Projects : [fixAllContext.Project])
                {
                    var diagnostics = await fixAllContext.GetAllDiagnosticsAsync(project).ConfigureAwait(false);
                    findings.Add((project, fixAllContext.Scope == FixAllScope.Document ? diagnostics.RemoveAll(static d => d.Location.IsInSource) : diagnostics));
                }
            }

            return CodeAction.Create(Title, cancellation => AddAsync(solution, findings, cancellation), EquivalenceKey);
        }
    }
}
