using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.CodeFixes.Editing;
using IntegrationAnalyzers.Model.Payloads;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace IntegrationAnalyzers.CodeFixes.Rules.Payloads;

/// <summary>
/// A walk through a <c>JsonElement</c> that may be made before its statement, step by step:
/// <c>if (!root.TryGetProperty("a", out var a) || !a.TryGetProperty("b", out var b)) throw …</c>.
/// </summary>
internal sealed class ElementHoist
{
    private const int LongestLine = 140;

    private readonly DocumentChain _chain;
    private readonly VariableDeclarationSyntax? _declaration;

    private ElementHoist(DocumentChain chain, ExpressionSyntax expression, StatementSyntax statement)
    {
        _chain = chain;
        Expression = expression;
        Statement = statement;

        // var data = root.GetProperty("data"); is nothing but what TryGetProperty declares.
        if (statement is LocalDeclarationStatementSyntax { UsingKeyword.RawKind: 0, Declaration: { Variables: [{ Initializer.Value: var value }] } declaration } &&
            value == expression && chain.Steps[chain.Steps.Length - 1].Name is not null)
        {
            _declaration = declaration;
        }
    }

    public ExpressionSyntax Expression { get; }

    public StatementSyntax Statement { get; }

    /// <summary>The walks in the scope that are reported and may be made before their statements, in the order of the text.</summary>
    public static IEnumerable<ElementHoist> All(SyntaxNode scope, SemanticModel model, DocumentChains documents, CancellationToken cancellationToken)
    {
        foreach (var node in scope.DescendantNodes().Where(static n => n is InvocationExpressionSyntax or ElementAccessExpressionSyntax).OrderBy(static n => n.Span.Start).ThenByDescending(static n => n.Span.End))
        {
            if (model.GetOperation(node, cancellationToken) is { } operation && DocumentChains.Read(operation) is { Kind: DocumentKind.Element } chain &&
                Of(chain, model) is { } hoist && documents.FirstUnchecked(chain, cancellationToken) is not null)
            {
                yield return hoist;
            }
        }
    }

    public static HashSet<string> NamesIn(SyntaxNode scope) =>
        new(scope.DescendantTokens().Where(static t => t.IsKind(SyntaxKind.IdentifierToken)).Select(static t => t.ValueText), StringComparer.Ordinal);

    /// <summary>Gives the steps their variables, and returns the conditions under which the walk fails and what it ends with.</summary>
    public (List<string> Failing, string Value, string? Declared) Name(HashSet<string> taken)
    {
        var failing = new List<string>();
        var current = InOneLine(Root(_chain));
        for (var i = 0; i < _chain.Steps.Length; i++)
        {
            var step = _chain.Steps[i];
            if (step.Name is null)
            {
                failing.Add($"{current}.GetArrayLength() {(step.Index == 0 ? "==" : "<=")} {step.Index}");
                current += $"[{step.Index}]";
                continue;
            }

            var isDeclared = _declaration is not null && i == _chain.Steps.Length - 1;
            var name = isDeclared ? _declaration!.Variables[0].Identifier.Text : ElementNames.Unused(step.Name, taken);
            var type = isDeclared ? _declaration!.Type.ToString() : "var";
            failing.Add($"!{current}.{DocumentApis.TryGetProperty}({((InvocationExpressionSyntax)step.Lookup.Syntax).ArgumentList.Arguments[0]}, out {type} {name})");
            current = name;
        }

        return (failing, current, _declaration?.Variables[0].Identifier.Text);
    }

    /// <param name="editor">The document's editor.</param>
    /// <param name="named">What <see cref="Name"/> gave.</param>
    /// <param name="exception">The exception's type.</param>
    /// <param name="isFirst">Whether it is the first of its statement: what stands above the statement goes above it.</param>
    public void Insert(DocumentEditor editor, (List<string> Failing, string Value, string? Declared) named, string exception, bool isFirst)
    {
        var blanks = SyntaxFactory.TriviaList(Statement.GetLeadingTrivia().Reverse().TakeWhile(static t => t.IsKind(SyntaxKind.WhitespaceTrivia)));
        var indentation = blanks.ToFullString();
        var deeper = Indentation.Deeper(indentation, Statement.SyntaxTree.GetText());
        var line = $"if ({string.Join(" || ", named.Failing)})";
        if (Indentation.Columns(indentation) + line.Length > LongestLine)
            line = $"if ({string.Join("\n" + deeper + "|| ", named.Failing)})";
        var check = (StatementSyntax)Elastic(SyntaxFactory.ParseStatement(
            $"{line}\n{deeper}throw new {exception}({SyntaxFactory.Literal($"The response has no '{_chain.Path}'").Text});"));
        if (named.Declared is not null)
        {
            editor.ReplaceNode(Statement, check.WithTriviaFrom(Statement));
            return;
        }

        editor.ReplaceNode(Expression, SyntaxFactory.ParseExpression(named.Value).WithTriviaFrom(Expression));
        if (isFirst)
            editor.ReplaceNode(Statement, (current, _) => current.WithLeadingTrivia(blanks));
        HoistPlace.Insert(editor, Statement, check.WithLeadingTrivia(isFirst ? Statement.GetLeadingTrivia() : blanks).WithTrailingTrivia(SyntaxFactory.ElasticEndOfLine("\n")));
    }

    private static ElementHoist? Of(DocumentChain chain, SemanticModel model)
    {
        if (chain.Last.Syntax is not ExpressionSyntax expression || HoistPlace.Of(expression, model) is not { } statement || IsBroken(chain))
            return null;
        return new ElementHoist(chain, expression, statement);
    }

    /// <summary>Names that are not known, a walk through another form, and a root that would run twice.</summary>
    private static bool IsBroken(DocumentChain chain)
    {
        for (var i = 0; i < chain.Steps.Length; i++)
        {
            var step = chain.Steps[i];
            var isWhole = step.Name is not null ? step.Lookup.Syntax is InvocationExpressionSyntax : step.Index >= 0;
            if (!isWhole || (i > 0 && step.Document.Syntax != chain.Steps[i - 1].Lookup.Syntax))
                return true;
        }

        var root = Root(chain);
        return root.DescendantNodesAndSelf().Any(static n => n is AnonymousFunctionExpressionSyntax or MemberBindingExpressionSyntax or ElementBindingExpressionSyntax or DeclarationExpressionSyntax) ||
            root.DescendantTrivia().Any(static t => !t.IsKind(SyntaxKind.WhitespaceTrivia) && !t.IsKind(SyntaxKind.EndOfLineTrivia)) ||
            root.ToString().Contains(DocumentApis.GetProperty + "(") ||
            (chain.Steps[0].Name is null && root.DescendantNodesAndSelf().Any(static n => n is not (IdentifierNameSyntax or MemberAccessExpressionSyntax or ThisExpressionSyntax)));
    }

    /// <summary>What the walk starts from as it is written, its parentheses included.</summary>
    private static ExpressionSyntax Root(DocumentChain chain) => chain.Steps[0].Lookup.Syntax switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } => access.Expression,
        ElementAccessExpressionSyntax element => element.Expression,
        _ => (ExpressionSyntax)chain.Root.Syntax,
    };

    /// <summary>A root that is broken over lines would be broken in the middle of the condition.</summary>
    private static string InOneLine(ExpressionSyntax root)
    {
        var text = new StringBuilder();
        foreach (var token in root.DescendantTokens())
        {
            var between = text.Length == 0 ? "" : root.ToFullString().Substring(token.GetPreviousToken().Span.End - root.FullSpan.Start, token.SpanStart - token.GetPreviousToken().Span.End);
            var isBreak = between.IndexOf('\n') >= 0;
            text.Append(!isBreak ? between : token.Kind() is SyntaxKind.DotToken or SyntaxKind.CloseParenToken || text[text.Length - 1] is '(' or '.' ? "" : " ").Append(token.Text);
        }

        return text.ToString();
    }

    private static SyntaxNode Elastic(SyntaxNode node) => node.ReplaceTrivia(
        node.DescendantTrivia().Where(static t => t.IsKind(SyntaxKind.EndOfLineTrivia)),
        static (_, _) => SyntaxFactory.ElasticEndOfLine("\n"));
}
