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

/// <summary>What follows every edit: missing usings, layout of the new nodes, and the file's own line ending and indentation in them.</summary>
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
        var root = (CompilationUnitSyntax)editor.GetChangedRoot();
        var missing = new List<string>();
        foreach (var name in usings.Distinct(StringComparer.Ordinal).Where(name => !UsingDirectives.InScope(originalRoot, model!, name)))
        {
            var added = new NewNamespace(originalRoot, model!, name);
            if (added.ClashesWithFile)
                root = added.NamedInFull(root);
            else
                missing.Add(name);
        }

        var newLine = await LineEnding.OfAsync(original, cancellationToken).ConfigureAwait(false);
        root = UsingDirectives.Add(root, missing, newLine);

        OptionSet options = await original.GetOptionsAsync(cancellationToken).ConfigureAwait(false);
        options = FileIndentation.Of(await original.GetTextAsync(cancellationToken).ConfigureAwait(false)).In(options.WithChangedOption(FormattingOptions.NewLine, LanguageNames.CSharp, newLine));
        root = (CompilationUnitSyntax)Formatter.Format(root, Formatter.Annotation, original.Project.Solution.Workspace, options, cancellationToken);

        root = LineEnding.Normalize(root, newLine);

        // What the host would do behind every fix, by the file's settings and not by its own: nothing is left for it.
        root = (CompilationUnitSyntax)Formatter.Format(root, SyntaxAnnotation.ElasticAnnotation, original.Project.Solution.Workspace, options, cancellationToken);
        return original.WithSyntaxRoot(WithoutMarks(root));
    }

    /// <summary>Whether all that the plan's code needs can be had: extension methods need a using, and there may be one that the file cannot have.</summary>
    public static async Task<bool> CanBeNamedAsync(FixPlan plan, FixRequest request)
    {
        var clashing = plan.Usings.Distinct(StringComparer.Ordinal).Where(name => !UsingDirectives.InScope(request.Root, request.Model, name))
            .Select(name => new NewNamespace(request.Root, request.Model, name)).Where(static added => added.ClashesWithFile).ToList();
        if (clashing.Count == 0)
            return true;
        var editor = await DocumentEditor.CreateAsync(request.Document, request.CancellationToken).ConfigureAwait(false);
        plan.Edit(editor);
        var changed = editor.GetChangedRoot();
        return !clashing.Exists(added => added.LendsExtensions(changed));
    }

    /// <summary>Without what tells the host to format once more.</summary>
    private static SyntaxNode WithoutMarks(SyntaxNode root)
    {
        var elastic = root.DescendantTrivia(descendIntoTrivia: true).Where(static trivia => trivia.HasAnnotation(SyntaxAnnotation.ElasticAnnotation)).ToList();
        if (elastic.Count > 0)
            root = root.ReplaceTrivia(elastic, static (trivia, _) => trivia.FullSpan.IsEmpty ? default : trivia.WithoutAnnotations(SyntaxAnnotation.ElasticAnnotation));
        var marked = root.GetAnnotatedNodesAndTokens(Formatter.Annotation).ToList();
        return marked.Count == 0 ? root : root.ReplaceSyntax(
            marked.Where(static part => part.IsNode).Select(static part => part.AsNode()!),
            static (_, node) => node.WithoutAnnotations(Formatter.Annotation),
            marked.Where(static part => part.IsToken).Select(static part => part.AsToken()),
            static (_, token) => token.WithoutAnnotations(Formatter.Annotation),
            [],
            static (_, trivia) => trivia);
    }
}
