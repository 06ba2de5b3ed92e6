using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace IntegrationAnalyzers.CodeFixes.Editing;

/// <summary>Fix All over configuration files; the ready-made providers know source alone. Every file is changed once, by all its changes together.</summary>
internal sealed class AdditionalFileFixAll : FixAllProvider
{
    public static readonly AdditionalFileFixAll Instance = new();

    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => [FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution];

    public override async Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
    {
        var changes = new Dictionary<DocumentId, ImmutableArray<Diagnostic>>();
        var projects = fixAllContext.Scope == FixAllScope.Solution ? fixAllContext.Solution.Projects : [fixAllContext.Project];
        foreach (var project in projects)
        {
            var diagnostics = await fixAllContext.GetAllDiagnosticsAsync(project).ConfigureAwait(false);
            foreach (var file in project.AdditionalDocuments)
            {
                var own = diagnostics.Where(d => d.Location.GetLineSpan().Path == file.FilePath).ToImmutableArray();
                if (!own.IsEmpty)
                    changes[file.Id] = own;
            }
        }

        return changes.Count == 0 ? null : CodeAction.Create(
            "Replace all secrets by placeholders, and rotate them, for they are in history",
            cancellation => ApplyAsync(fixAllContext.Solution, changes, cancellation),
            fixAllContext.CodeActionEquivalenceKey);
    }

    private static async Task<Solution> ApplyAsync(Solution solution, Dictionary<DocumentId, ImmutableArray<Diagnostic>> files, CancellationToken cancellationToken)
    {
        foreach (var file in files)
        {
            var text = await solution.GetAdditionalDocument(file.Key)!.GetTextAsync(cancellationToken).ConfigureAwait(false);
            var changes = new List<TextChange>();
            foreach (var diagnostic in file.Value.OrderBy(static d => d.Location.SourceSpan.Start))
            {
                if (ConfigurationPlaceholder.Change(text, diagnostic) is { } change && (changes.Count == 0 || changes[changes.Count - 1].Span.End <= change.Span.Start))
                    changes.Add(change);
            }

            solution = solution.WithAdditionalDocumentText(file.Key, text.WithChanges(changes));
        }

        return solution;
    }
}
