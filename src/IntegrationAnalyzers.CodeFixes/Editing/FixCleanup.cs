using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Options;

namespace IntegrationAnalyzers.CodeFixes.Editing;

/// <summary>What follows every edit: missing usings, layout of the new nodes, and the file's own line ending in them.</summary>
internal static class FixCleanup
{
    public static async Task<Document> ApplyAsync(
        Document original,
        DocumentEditor editor,
        IEnumerable<string> usings,
        CancellationToken cancellationToken)
    {
        var model = await original.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        var originalRoot = (CompilationUnitSyntax)editor.OriginalRoot;
        var missing = usings.Distinct(StringComparer.Ordinal).Where(name => !UsingDirectives.InScope(originalRoot, model!, name)).ToList();
        var root = (CompilationUnitSyntax)editor.GetChangedRoot();
        var newLine = await LineEnding.OfAsync(original, cancellationToken).ConfigureAwait(false);
        root = UsingDirectives.Add(root, missing, newLine);

        OptionSet options = await original.GetOptionsAsync(cancellationToken).ConfigureAwait(false);
        options = options.WithChangedOption(FormattingOptions.NewLine, LanguageNames.CSharp, newLine);
        root = (CompilationUnitSyntax)Formatter.Format(root, Formatter.Annotation, original.Project.Solution.Workspace, options, cancellationToken);

        return original.WithSyntaxRoot(LineEnding.Normalize(root, newLine));
    }
}
