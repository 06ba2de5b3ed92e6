using System.Collections.Generic;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.Model.Retries;

/// <summary>Recognizes an idempotency key in source by names: headers, body members, options, helpers.</summary>
internal sealed class KeyMarks(HashSet<string> names)
{
    /// <summary>A team's own.</summary>
    public HashSet<string> Names => names;

    /// <summary>Whether only the well-known names count.</summary>
    public bool IsDefault => names.Count == 0;

    /// <summary>Any sign: a header's name, a body's member, an identifier that speaks of idempotency.</summary>
    public bool Mark(SyntaxNode node)
    {
        foreach (var token in node.DescendantTokens())
        {
            if (IsHeaderToken(token) || IsBodyToken(token) || DeliveryIds.Is(token))
                return true;
        }

        return false;
    }

    /// <summary>Whether each sign stands in one list of arguments, or one assignment, with one of the names: it is sent with what they hold, or not at all.</summary>
    public bool OnlyBeside(SyntaxNode node, List<string> names)
    {
        foreach (var token in node.DescendantTokens())
        {
            if (!names.Contains(token.ValueText) && (IsHeaderToken(token) || IsBodyToken(token) || DeliveryIds.Is(token)) && !IsBeside(token, names))
                return false;
        }

        return true;
    }

    private static bool IsBeside(SyntaxToken sign, List<string> names)
    {
        var place = sign.Parent?.FirstAncestorOrSelf<SyntaxNode>(static n => n is ArgumentListSyntax or InitializerExpressionSyntax or AssignmentExpressionSyntax);
        foreach (var token in place?.DescendantTokens() ?? [])
        {
            if (token.IsKind(SyntaxKind.IdentifierToken) && names.Contains(token.ValueText))
                return true;
        }

        return false;
    }

    /// <summary>A header's name or an identifier that speaks of idempotency.</summary>
    public bool Header(SyntaxNode node)
    {
        foreach (var token in node.DescendantTokens())
        {
            if (IsHeaderToken(token))
                return true;
        }

        return false;
    }

    /// <summary>A member of the type, or of one it is made of.</summary>
    public bool InType(ITypeSymbol? type, int depth = 0)
    {
        if (type is null || depth > 2 || type.SpecialType != SpecialType.None || type.TypeKind is TypeKind.Enum or TypeKind.Delegate)
            return false;
        if (type is IArrayTypeSymbol array)
            return InType(array.ElementType, depth + 1);
        if (type is INamedTypeSymbol { TypeArguments: { Length: > 0 } arguments })
        {
            foreach (var argument in arguments)
            {
                if (InType(argument, depth + 1))
                    return true;
            }
        }

        // A framework's own types say nothing of the body: HttpContent, CancellationToken, Uri.
        if (type.ContainingNamespace is { } ns && IsFramework(ns))
            return false;
        for (var current = type; current is not null; current = current.BaseType)
        {
            foreach (var member in current.GetMembers())
            {
                if (member is IPropertySymbol or IFieldSymbol && !IdempotencyNames.IsEcho(type.Name, member.Name) &&
                    (IsKeyOfBody(member.Name) || JsonMemberApis.SentName(member) is { } sent && IsKeyOfBody(sent)))
                {
                    return type.Name != "RequestOptions";
                }
            }
        }

        return false;
    }

    private bool IsKeyOfBody(string name) => IdempotencyNames.IsBodyMember(name) || IdempotencyNames.SpeaksOfIdempotency(name) || names.Contains(name);

    private bool IsHeaderToken(SyntaxToken token)
    {
        switch (token.Kind())
        {
            case SyntaxKind.StringLiteralToken or SyntaxKind.InterpolatedStringTextToken or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken:
                var text = token.ValueText;
                return IdempotencyNames.IsHeader(text) || names.Contains(text) || IdempotencyNames.SpeaksOfIdempotency(text) ||
                    text.Contains("client_order_id") || text.Contains("request_id");
            case SyntaxKind.IdentifierToken:
                return IdempotencyNames.SpeaksOfIdempotency(token.ValueText) || IdempotencyNames.IsPrecondition(token.ValueText) ||
                    names.Contains(token.ValueText);
            default:
                return false;
        }
    }

    /// <summary>A member named in a literal or given a value: <c>new { requestId = … }</c>, <c>RequestId = …</c>, <c>["request_id"]</c>.</summary>
    private static bool IsBodyToken(SyntaxToken token) => token.Kind() switch
    {
        SyntaxKind.StringLiteralToken => IdempotencyNames.IsBodyMember(token.ValueText),
        SyntaxKind.IdentifierToken => token.Parent is { } parent && IsNamedMember(parent) && IdempotencyNames.IsBodyMember(token.ValueText) && !IsEcho(parent),
        _ => false,
    };

    /// <summary><c>new TransactionDetail { CustomerTransactionId = … }</c></summary>
    private static bool IsEcho(SyntaxNode name) =>
        name is IdentifierNameSyntax { Identifier.ValueText: var member, Parent: AssignmentExpressionSyntax { Parent.Parent: ObjectCreationExpressionSyntax creation } } &&
        IdempotencyNames.IsEcho(TypeEntry.SimpleName(creation.Type), member);

    private static bool IsNamedMember(SyntaxNode name) => name switch
    {
        IdentifierNameSyntax { Parent: NameEqualsSyntax { Parent: AnonymousObjectMemberDeclaratorSyntax } } => true,
        IdentifierNameSyntax { Parent: AnonymousObjectMemberDeclaratorSyntax } => true,
        IdentifierNameSyntax { Parent: MemberAccessExpressionSyntax { Parent: AnonymousObjectMemberDeclaratorSyntax } access } id => access.Name == id,
        IdentifierNameSyntax { Parent: AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax } assignment } id => assignment.Left == id,
        _ => false,
    };

    private static bool IsFramework(INamespaceSymbol ns) => ns.RootName() is "System" or "Microsoft" or "Newtonsoft" or "RestSharp" or "Flurl" or "Polly";
}
