using System;
using System.Text;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace IntegrationAnalyzers.Model.Baselines;

/// <summary>
/// A finding's place, in words that hold when lines move, files are renamed, code is formatted or methods are added: the member, the tokens of the call,
/// expression or statement that is reported (statements inside it left out), and which of several equal ones it is.
/// </summary>
/// <remarks>
/// The ordinal counts equal code in the member, reported or not. So it is the same whether a host looks at the whole project or at one line.
/// </remarks>
/// <param name="Symbol">The member, as documentation comments name it; of a file that is no source, its path from the project.</param>
/// <param name="Text">The tokens, without trivia.</param>
/// <param name="Ordinal">From one.</param>
internal readonly record struct Fingerprint(string Symbol, string Text, int Ordinal)
{
    private const string TopLevel = "<top-level>";
    private const string Outside = "<assembly>";

    /// <summary>The place of a value in a file that is no source.</summary>
    public static Fingerprint InFile(string path, string text, TextSpan span, string? projectFolder)
    {
        var relative = RelativePath(path, projectFolder);
        if (span.End > text.Length)
            return new Fingerprint(relative, "", 1);

        var value = text.Substring(span.Start, span.Length);
        var ordinal = 1;
        for (var at = value.Length == 0 ? -1 : text.IndexOf(value, StringComparison.Ordinal); at >= 0 && at < span.Start; at = text.IndexOf(value, at + 1, StringComparison.Ordinal))
            ordinal++;
        return new Fingerprint(relative, LineEnds(value), ordinal);
    }

    public static Fingerprint InSource(SyntaxTree tree, TextSpan span, Func<SyntaxTree, SemanticModel> semantics, CancellationToken cancellationToken)
    {
        var root = tree.GetRoot(cancellationToken);
        if (!root.FullSpan.Contains(span))
            return new Fingerprint(Outside, "", 1);

        var node = root.FindNode(span, getInnermostNodeForTie: true);
        var anchor = Anchor(node);
        var text = TextOf(anchor);
        var (scope, symbol) = Member(anchor, semantics, cancellationToken);
        var ordinal = 1;
        foreach (var other in scope.DescendantNodesAndSelf(n => n == scope || n is GlobalStatementSyntax || n is not MemberDeclarationSyntax))
        {
            if (other.SpanStart > anchor.SpanStart)
                break;

            // The links of a chain all begin where it begins.
            if (other.RawKind == anchor.RawKind && (other.SpanStart < anchor.SpanStart || other.Span.End < anchor.Span.End) && TextOf(other) == text)
                ordinal++;
        }

        // In a comment there are no tokens.
        if (!node.Span.Contains(span))
            text += LineEnds(tree.GetText(cancellationToken).ToString(span));
        return new Fingerprint(symbol, text, ordinal);
    }

    /// <summary>What is hashed: a name stands for the call or the creation it belongs to, a block for its owner.</summary>
    private static SyntaxNode Anchor(SyntaxNode node)
    {
        while (node.Parent is { } parent)
        {
            var isPart = node switch
            {
                SimpleNameSyntax => parent is MemberAccessExpressionSyntax or MemberBindingExpressionSyntax or QualifiedNameSyntax or BaseObjectCreationExpressionSyntax or InvocationExpressionSyntax,
                MemberAccessExpressionSyntax or MemberBindingExpressionSyntax => parent is InvocationExpressionSyntax call && call.Expression == node,
                TypeSyntax => parent is BaseObjectCreationExpressionSyntax or TypeSyntax,
                ArgumentSyntax or BaseArgumentListSyntax or BlockSyntax => true,
                _ => false,
            };
            if (!isPart)
                break;
            node = parent;
        }

        return node is GlobalStatementSyntax global ? global.Statement : node;
    }

    private static string TextOf(SyntaxNode anchor)
    {
        var text = new StringBuilder();

        // Of a chain only the link itself: another link before it is no change of this one.
        var skipped = anchor is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: InvocationExpressionSyntax receiver } } ? receiver : null;
        foreach (var token in anchor.DescendantTokens(n => n == anchor || (n != skipped && n is not (StatementSyntax or MemberDeclarationSyntax or ArrowExpressionClauseSyntax))))
        {
            // A raw string is indented with the code round it.
            var isRaw = token.IsKind(SyntaxKind.MultiLineRawStringLiteralToken) || token.IsKind(SyntaxKind.Utf8MultiLineRawStringLiteralToken);
            text.Append(LineEnds(isRaw ? token.ValueText : token.Text)).Append(' ');
        }

        return text.ToString();
    }

    /// <summary>The member round the anchor, with its name; statements of the top level are one member.</summary>
    private static (SyntaxNode Scope, string Name) Member(SyntaxNode anchor, Func<SyntaxTree, SemanticModel> semantics, CancellationToken cancellationToken)
    {
        for (var node = anchor; node is not null; node = node.Parent)
        {
            switch (node)
            {
                case GlobalStatementSyntax:
                    return (node.Parent!, TopLevel);
                case VariableDeclaratorSyntax { Parent.Parent: BaseFieldDeclarationSyntax }:
                case MemberDeclarationSyntax and not (BaseNamespaceDeclarationSyntax or BaseFieldDeclarationSyntax):
                    var symbol = semantics(node.SyntaxTree).GetDeclaredSymbol(node, cancellationToken);
                    return (node, symbol?.GetDocumentationCommentId() ?? symbol?.Name ?? Outside);
            }
        }

        return (anchor.SyntaxTree.GetRoot(cancellationToken), Outside);
    }

    /// <summary>The same on every machine, whatever a checkout makes of the ends of lines.</summary>
    private static string LineEnds(string text) => text.IndexOf('\r') < 0 ? text : text.Replace("\r\n", "\n").Replace('\r', '\n');

    private static string RelativePath(string path, string? folder)
    {
        path = path.Replace('\\', '/');
        folder = folder?.Replace('\\', '/').TrimEnd('/') + "/";
        return folder.Length > 1 && path.StartsWith(folder, StringComparison.OrdinalIgnoreCase) ? path.Substring(folder.Length) : path.Substring(path.LastIndexOf('/') + 1);
    }
}
