using System.Collections.Generic;
using System.Text;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.Model.Payloads;

/// <summary>
/// What a member asks about documents before a place in it: <c>TryGetProperty</c>, the kind of a value, a comparison with null, a lookup that has already got past.
/// On which path it asks is not looked at: whoever asks knows that the part may be missing.
/// </summary>
internal sealed class LookupChecks
{
    private const string AskedFor = "asked for ";

    private readonly HashSet<string> _known = new();
    private readonly SemanticModel _model;
    private readonly CancellationToken _cancellationToken;

    private LookupChecks(SemanticModel model, CancellationToken cancellationToken)
    {
        _model = model;
        _cancellationToken = cancellationToken;
    }

    /// <summary>What its member asks before the operation.</summary>
    public static LookupChecks Before(IOperation operation, SourceIndex source, CancellationToken cancellationToken)
    {
        var place = operation.Syntax;
        var checks = new LookupChecks(operation.SemanticModel ?? source.Model(place.SyntaxTree), cancellationToken);
        foreach (var node in Scope(place).DescendantNodes())
        {
            if (node.SpanStart >= place.Span.End)
                break;
            if (!place.Span.Contains(node.Span))
                checks.Read(node, place);
        }

        return checks;
    }

    /// <summary>The member that the node is in; the whole file for statements without one.</summary>
    public static SyntaxNode Scope(SyntaxNode node)
    {
        var member = node.FirstAncestorOrSelf<MemberDeclarationSyntax>();
        return member is null or GlobalStatementSyntax or BaseTypeDeclarationSyntax ? node.SyntaxTree.GetRoot() : member;
    }

    public bool Covers(DocumentStep step)
    {
        var document = step.Document.Unwrap().Syntax;
        return _known.Contains(Key(document, "?")) || _known.Contains(Key(step.Lookup.Syntax, "!")) ||
            _known.Contains(Key(document, AskedFor + step.Key.Syntax)) || (step.Name is not null && _known.Contains(Key(document, step.Name)));
    }

    private void Read(SyntaxNode node, SyntaxNode place)
    {
        switch (node)
        {
            case MemberAccessExpressionSyntax access when access.Name.Identifier.ValueText is var name:
                if (DocumentApis.IsLook(name))
                    Add(access.Expression, "?");
                if (access.Parent is InvocationExpressionSyntax { ArgumentList.Arguments: [var first, ..] } &&
                    name is DocumentApis.TryGetProperty or DocumentApis.GetProperty or "ContainsKey" or "TryGetValue" or "TryGetPropertyValue" or "Property")
                {
                    Add(access.Expression, Text(first.Expression));
                }

                break;
            case InvocationExpressionSyntax call when OwnLookups.May(call) && OwnLookups.Of(call, _model, _cancellationToken) is var (document, asked):
                Add(document, AskedFor + asked);
                Add(document, Text(asked));
                break;
            case ElementAccessExpressionSyntax or InvocationExpressionSyntax when IsGoneThrough((ExpressionSyntax)node):
                Add((ExpressionSyntax)node, "!");
                break;
            case ConditionalAccessExpressionSyntax access when access.Expression.Span.End <= place.SpanStart:
                _known.Add(Key(Outermost(access), "!", access.Expression.Span.End));
                break;
            case BinaryExpressionSyntax binary when binary.Kind() is SyntaxKind.EqualsExpression or SyntaxKind.NotEqualsExpression or SyntaxKind.CoalesceExpression or SyntaxKind.IsExpression:
                Add(binary.Left, "!");
                Add(binary.Right, "!");
                break;
            case IsPatternExpressionSyntax pattern:
                Add(pattern.Expression, "!");
                Add(pattern.Expression, "?");
                break;
            case ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } argument when AsksAbout(call):
                Add(argument.Expression, "!");
                Add(argument.Expression, "?");
                break;
        }
    }

    /// <summary>Whether the next step would have failed had it been null.</summary>
    private static bool IsGoneThrough(ExpressionSyntax expression)
    {
        SyntaxNode inner = expression;
        while (inner.Parent is PostfixUnaryExpressionSyntax or ParenthesizedExpressionSyntax)
            inner = inner.Parent;
        return (inner.Parent is MemberAccessExpressionSyntax access && access.Expression == inner) ||
            (inner.Parent is ElementAccessExpressionSyntax element && element.Expression == inner);
    }

    private static bool AsksAbout(InvocationExpressionSyntax call)
    {
        var name = call.CalledText() ?? "";
        return ValidationApis.IsValidatorName(name, ValidationApis.DefaultNames) || name is "IsNullOrEmpty" or "IsNullOrWhiteSpace" or "Evaluate" or "IsValid";
    }

    private void Add(ExpressionSyntax expression, string about)
    {
        // (string?)json["id"] is null where there is no "id".
        expression = expression.Plain();
        while (expression is CastExpressionSyntax cast)
            expression = cast.Expression.Plain();
        if (expression is not LiteralExpressionSyntax)
            _known.Add(Key(expression, about));
    }

    private static string Text(ExpressionSyntax key) => key is LiteralExpressionSyntax literal ? literal.Token.ValueText : key.ToString();

    private string Key(SyntaxNode expression, string about, int end = int.MaxValue)
    {
        var text = new StringBuilder();
        DocumentText.Write(expression, end, text, _model, _cancellationToken);
        return text.Append('\n').Append(about).ToString();
    }

    /// <summary>The whole of <c>a?.b?.c</c>, of which <c>.b?.c</c> is a part.</summary>
    private static ConditionalAccessExpressionSyntax Outermost(ConditionalAccessExpressionSyntax access)
    {
        while (access.Parent is ConditionalAccessExpressionSyntax outer && outer.WhenNotNull == access)
            access = outer;
        return access;
    }
}
