using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.Model.Retries;

/// <summary>
/// Finds where code gives an idempotency key its value: a header that is added or set, a member of a body or of a provider's options. Names that
/// mean a key and nothing else alone; <c>request_id</c> may be there to trace a call.
/// </summary>
internal static class KeyValues
{
    private static readonly HashSet<string> Adders = new(StringComparer.Ordinal)
    {
        "Add", "TryAdd", "TryAddWithoutValidation", "AddHeader", "AddOrUpdateHeader", "AddDefaultHeader", "WithHeader", "Set", "Append", "SetHeader", "AddOrUpdate",
    };

    /// <summary>All of the file's.</summary>
    public static IEnumerable<KeyValue> In(FileNodes file, SemanticModel model, CancellationToken cancellationToken) =>
        In(
            file.Of(SyntaxKind.InvocationExpression)
                .Concat(file.Of(SyntaxKind.ComplexElementInitializerExpression))
                .Concat(file.Of(SyntaxKind.SimpleAssignmentExpression))
                .Concat(file.Of(SyntaxKind.AnonymousObjectMemberDeclarator)),
            model,
            cancellationToken);

    /// <summary>Those of a part of a file.</summary>
    public static IEnumerable<KeyValue> In(SyntaxNode part, SemanticModel model, CancellationToken cancellationToken) =>
        In(part.DescendantNodesAndSelf(), model, cancellationToken);

    private static IEnumerable<KeyValue> In(IEnumerable<SyntaxNode> nodes, SemanticModel model, CancellationToken cancellationToken)
    {
        foreach (var node in nodes)
        {
            var found = node switch
            {
                InvocationExpressionSyntax { ArgumentList.Arguments: { Count: >= 2 } arguments, Expression: MemberAccessExpressionSyntax or SimpleNameSyntax } call
                    when call.CalledText() is { } name && Adders.Contains(name) =>
                    Named(arguments[arguments.Count - 2].Expression, arguments[arguments.Count - 1].Expression, (call.Expression as MemberAccessExpressionSyntax)?.Expression, name.EndsWith("Header", StringComparison.Ordinal)),
                InitializerExpressionSyntax { RawKind: (int)SyntaxKind.ComplexElementInitializerExpression, Expressions: [var name, var value] } => Named(name, value, Owner(node)),
                AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment => Assigned(assignment),
                AnonymousObjectMemberDeclaratorSyntax { NameEquals.Name.Identifier.ValueText: var name } member when IdempotencyNames.IsKey(name) =>
                    new KeyValue(name, member.Expression, null),
                _ => null,
            };
            if (found is not null)
                yield return found;
        }

        KeyValue? Named(ExpressionSyntax name, ExpressionSyntax value, ExpressionSyntax? target, bool isHeader = false) =>
            Text(name) is { } text && IdempotencyNames.IsKey(text) ? new KeyValue(text, value, target, isHeader) : null;

        KeyValue? Assigned(AssignmentExpressionSyntax assignment) => assignment.Left switch
        {
            ElementAccessExpressionSyntax { ArgumentList.Arguments: [var key] } element => Named(key.Expression, assignment.Right, element.Expression),
            ImplicitElementAccessSyntax { ArgumentList.Arguments: [var key] } => Named(key.Expression, assignment.Right, Owner(assignment)),
            IdentifierNameSyntax name when IdempotencyNames.IsKey(name.Identifier.ValueText) && assignment.Parent is InitializerExpressionSyntax && !IsEcho(name) =>
                new KeyValue(name.Identifier.ValueText, assignment.Right, null),
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } member when IdempotencyNames.IsKey(name) && !IsEcho(member) =>
                new KeyValue(name, assignment.Right, member.Expression),
            _ => null,
        };

        bool IsEcho(ExpressionSyntax member) =>
            model.GetSymbolInfo(member, cancellationToken).Symbol is { ContainingType.Name: var owner } symbol && IdempotencyNames.IsEcho(owner, symbol.Name);

        string? Text(ExpressionSyntax name) => name switch
        {
            LiteralExpressionSyntax literal => literal.Token.Value as string,
            IdentifierNameSyntax or MemberAccessExpressionSyntax => model.GetConstantValue(name, cancellationToken) is { HasValue: true, Value: string constant } ? constant : null,
            _ => null,
        };
    }

    /// <summary>What a collection's initializer fills: <c>Headers</c> of <c>Headers = { { "…", key } }</c>, or the collection that is made.</summary>
    private static ExpressionSyntax? Owner(SyntaxNode element) => element.Parent?.Parent switch
    {
        AssignmentExpressionSyntax assignment => assignment.Left,
        ExpressionSyntax made => made,
        _ => null,
    };
}
