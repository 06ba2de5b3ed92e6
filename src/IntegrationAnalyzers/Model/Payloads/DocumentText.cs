using System.Text;
using System.Threading;
using IntegrationAnalyzers.Apis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.Model.Payloads;

/// <summary>
/// A walk through a document as a text that is the same for all ways to write it: <c>data.GetProperty("id")</c> and <c>root.GetProperty("data").GetProperty("id")</c> where <c>data</c> is what
/// <c>root.TryGetProperty("data", out var data)</c> gave.
/// </summary>
internal static class DocumentText
{
    /// <summary>How many variables one stands for another.</summary>
    private const int MaxVariables = 8;

    /// <param name="expression">The walk.</param>
    /// <param name="end">Where it ends, if not at its own end.</param>
    /// <param name="text">Takes what is written.</param>
    public static void Write(SyntaxNode expression, int end, StringBuilder text, SemanticModel model, CancellationToken cancellationToken) =>
        Write(expression, end, text, model, 0, cancellationToken);

    private static void Write(SyntaxNode expression, int end, StringBuilder text, SemanticModel model, int depth, CancellationToken cancellationToken)
    {
        var isStart = true;
        foreach (var token in expression.DescendantTokens())
        {
            if (token.SpanStart >= end)
                return;
            if (ChangesNothing(token))
                continue;
            if (!isStart || !token.IsKind(SyntaxKind.IdentifierToken))
            {
                text.Append(token.Text);
                continue;
            }

            isStart = false;
            WriteStart(token, text, model, depth, cancellationToken);
        }
    }

    /// <summary>Which variable a walk starts from: two loops may have one of the same name, and one may be a part of another.</summary>
    private static void WriteStart(SyntaxToken token, StringBuilder text, SemanticModel model, int depth, CancellationToken cancellationToken)
    {
        if (token.Parent is not IdentifierNameSyntax name || model.GetSymbolInfo(name, cancellationToken).Symbol is not { Kind: SymbolKind.Local or SymbolKind.Parameter } variable ||
            variable.DeclaringSyntaxReferences is not [var declared])
        {
            text.Append(token.Text);
            return;
        }

        switch (declared.GetSyntax(cancellationToken))
        {
            case VariableDeclaratorSyntax { Initializer.Value: { } value } when depth < MaxVariables && IsWalk(value):
                Write(value, int.MaxValue, text, model, depth + 1, cancellationToken);
                break;
            case SingleVariableDesignationSyntax { Parent: DeclarationExpressionSyntax { Parent: ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax asked } } }
                when depth < MaxVariables && asked is { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: DocumentApis.TryGetProperty } access, ArgumentList.Arguments: [var key, _] }:
                Write(access.Expression, int.MaxValue, text, model, depth + 1, cancellationToken);
                text.Append('.').Append(DocumentApis.GetProperty).Append('(').Append(key).Append(')');
                break;
            default:
                text.Append(token.Text).Append('@').Append(declared.Span.Start);
                break;
        }
    }

    /// <summary>A lookup, or the root of a document.</summary>
    private static bool IsWalk(ExpressionSyntax value) => value switch
    {
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression, Operand: var forgiven } => IsWalk(forgiven),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: DocumentApis.GetProperty } } => true,
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "RootElement", Expression: IdentifierNameSyntax } => true,
        ElementAccessExpressionSyntax => true,
        _ => false,
    };

    /// <summary>What only the compiler is told, and what asks whether there is anything at all.</summary>
    private static bool ChangesNothing(SyntaxToken token) =>
        (token.IsKind(SyntaxKind.ExclamationToken) && token.Parent.IsKind(SyntaxKind.SuppressNullableWarningExpression)) ||
        (token.IsKind(SyntaxKind.QuestionToken) && token.Parent.IsKind(SyntaxKind.ConditionalAccessExpression));
}
