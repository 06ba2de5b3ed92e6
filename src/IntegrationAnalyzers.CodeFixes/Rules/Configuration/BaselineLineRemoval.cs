using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using IntegrationAnalyzers.CodeFixes.Editing;
using IntegrationAnalyzers.Model.Baselines;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace IntegrationAnalyzers.CodeFixes.Rules.Configuration;

/// <summary>Takes a line out of a baseline. The file is no source, so this is no <see cref="IntegrationCodeFix"/>: editors offer it where they know fixes of additional files.</summary>
public abstract class BaselineLineRemoval : CodeFixProvider
{
    private const string Title = "Take the line out of the baseline";

    private protected BaselineLineRemoval(string id) => FixableDiagnosticIds = ImmutableArray.Create(id);

    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; }

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => FixAll.Instance;

    /// <inheritdoc/>
    public sealed override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var file = context.TextDocument;
        foreach (var diagnostic in context.Diagnostics)
        {
            if (BaselineFile.IsNamed(file.FilePath))
                context.RegisterCodeFix(Removal(file.Project.Solution, [diagnostic], FixableDiagnosticIds[0]), diagnostic);
        }

        return Task.CompletedTask;
    }

    private static CodeAction Removal(Solution solution, ImmutableArray<Diagnostic> diagnostics, string key) => CodeAction.Create(
        Title,
        async cancellation =>
        {
            foreach (var file in diagnostics.GroupBy(static d => d.Location.GetLineSpan().Path))
            {
                solution = await BaselineText.ChangeAsync(
                    solution, file.Key, text => BaselineText.Without(text, file.Select(static d => d.Location.SourceSpan)), cancellation).ConfigureAwait(false);
            }

            return solution;
        },
        key);

    /// <summary>A line is reported by every project that has the file; it is taken out once.</summary>
    private sealed class FixAll : FixAllProvider
    {
        public static readonly FixAll Instance = new();

        public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => [FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution];

        public override async Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
        {
            var all = ImmutableArray.CreateBuilder<Diagnostic>();
            foreach (var project in fixAllContext.Scope == FixAllScope.Solution ? fixAllContext.Solution.Projects : [fixAllContext.Project])
                all.AddRange((await fixAllContext.GetAllDiagnosticsAsync(project).ConfigureAwait(false)).Where(static d => BaselineFile.IsNamed(d.Location.GetLineSpan().Path)));
            return all.Count == 0 ? null : Removal(fixAllContext.Solution, all.ToImmutable(), fixAllContext.CodeActionEquivalenceKey!);
        }
    }
}
