using System.Threading;
using System.Threading.Tasks;
using IntegrationAnalyzers.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.CodeFixes.Editing;

/// <summary>One diagnostic to mend, with the document as it was when it was reported.</summary>
internal sealed class FixRequest
{
    private FixRequest(
        Document document,
        Diagnostic diagnostic,
        CompilationUnitSyntax root,
        SemanticModel model,
        SyntaxNode node,
        CancellationToken cancellationToken)
    {
        Document = document;
        Diagnostic = diagnostic;
        Root = root;
        Model = model;
        Node = node;
        CancellationToken = cancellationToken;
    }

    public Document Document { get; }

    public Diagnostic Diagnostic { get; }

    public CompilationUnitSyntax Root { get; }

    public SemanticModel Model { get; }

    /// <summary>The innermost node at the diagnostic's span.</summary>
    public SyntaxNode Node { get; }

    public CancellationToken CancellationToken { get; }

    public static async Task<FixRequest?> CreateAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        if (root is not CompilationUnitSyntax unit || model is null || !root.FullSpan.Contains(diagnostic.Location.SourceSpan))
            return null;

        // Whatever the fix asks of the model, it is told what the rule was told.
        IntegrationModel.For(model.Compilation, document.Project.AnalyzerOptions);
        var node = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
        return new FixRequest(document, diagnostic, unit, model, node, cancellationToken);
    }
}
