using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace IntegrationAnalyzers.CodeFixes.Rules.Secrets;

/// <summary>Fix All of a fix that goes beyond the file of its report: the provider for documents would lose what it changes elsewhere.</summary>
/// <param name="title">What the fix is called.</param>
/// <param name="mend">Mends all the reports of a solution.</param>
internal sealed class ProjectFixAll(string title, Func<Solution, IEnumerable<(Document, Diagnostic)>, CancellationToken, Task<Solution>> mend) : FixAllProvider
{
    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => [FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution];

    public override async Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
    {
        var reports = new List<(Document, Diagnostic)>();
        var files = new HashSet<DocumentId>();
        var projects = fixAllContext.Scope == FixAllScope.Solution ? fixAllContext.Solution.Projects : [fixAllContext.Project];
        foreach (var project in projects)
        {
            var found = fixAllContext is { Scope: FixAllScope.Document, Document: { } only }
                ? await fixAllContext.GetDocumentDiagnosticsAsync(only).ConfigureAwait(false)
                : await fixAllContext.GetAllDiagnosticsAsync(project).ConfigureAwait(false);
            foreach (var reported in found.GroupBy(static d => d.Location.SourceTree))
            {
                // A file of several projects, or of one for several frameworks, is mended once.
                if (project.GetDocument(reported.Key) is { } document && files.Add(document.Id) && !document.GetLinkedDocumentIds().Any(files.Contains))
                    reports.AddRange(reported.Select(diagnostic => (document, diagnostic)));
            }
        }

        return reports.Count == 0
            ? null
            : CodeAction.Create(title, cancellation => mend(fixAllContext.Solution, reports, cancellation), fixAllContext.CodeActionEquivalenceKey);
    }
}
