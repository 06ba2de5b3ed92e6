using System;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Retries;

/// <summary>
/// The identity of an event in a webhook that this code sends: an entry of the body or a header named for it (<c>["EventId"] = workItem.EventId</c>), in code
/// that is named for webhooks, with a value that was handed in. One that is made on the spot is another at each attempt and tells a receiver nothing.
/// </summary>
internal static class DeliveryIds
{
    private static readonly string[] Prefixes = ["x", "webhook", "hook"];

    private static readonly string[] Suffixes = ["name", "key", "header", "field", "property"];

    public static bool Is(SyntaxToken token)
    {
        // Where it stands first: of most tokens no more need be asked.
        if (!token.IsKind(SyntaxKind.IdentifierToken) && !token.IsKind(SyntaxKind.StringLiteralToken) || token.Parent is not ExpressionSyntax expression ||
            ValueOf(expression) is not { } value || Root(value) is not { } root)
        {
            return false;
        }

        var name = Plain(token.ValueText);
        return (IsName(name) || name == "id" && IsEvent(root)) && IsHandedIn(root) && IsOfWebhooks(value);
    }

    /// <summary>A payload that came in whole: <c>PostAsJsonAsync(url, delivery)</c> with a <c>WebhookDelivery</c> that has a <c>DeliveryId</c>.</summary>
    public static bool IsIn(IOperation argument)
    {
        if (argument.Unwrap() is not IParameterReferenceOperation { Type: { } type } || !type.Name.ContainsIgnoreCase("hook"))
            return false;
        for (var current = type; current is { SpecialType: SpecialType.None }; current = current.BaseType)
        {
            foreach (var member in current.GetMembers())
            {
                if (member is IPropertySymbol or IFieldSymbol && IsName(Plain(member.Name)))
                    return true;
            }
        }

        return false;
    }

    /// <summary>What the name is given: in an initializer, an assignment, or as the argument behind it.</summary>
    private static ExpressionSyntax? ValueOf(ExpressionSyntax name) => name.Parent switch
    {
        NameEqualsSyntax { Parent: AnonymousObjectMemberDeclaratorSyntax member } => member.Expression,
        MemberAccessExpressionSyntax { Parent: AnonymousObjectMemberDeclaratorSyntax { NameEquals: null } } access when access.Name == name => access,
        AnonymousObjectMemberDeclaratorSyntax { NameEquals: null } => name,
        AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax } assignment when assignment.Left == name => assignment.Right,
        InitializerExpressionSyntax { RawKind: (int)SyntaxKind.ComplexElementInitializerExpression, Expressions: [var key, var value] } when key == name => value,
        ArgumentSyntax { Parent: BracketedArgumentListSyntax { Parent: { } element } } =>
            element.Parent is AssignmentExpressionSyntax assignment && assignment.Left == element ? assignment.Right : null,
        ArgumentSyntax { Parent: ArgumentListSyntax { Arguments: [var first, var second, ..] } } argument when argument == first => second.Expression,
        _ => null,
    };

    private static IdentifierNameSyntax? Root(ExpressionSyntax value)
    {
        while (true)
        {
            switch (value)
            {
                case MemberAccessExpressionSyntax access:
                    value = access.Expression;
                    break;
                case InvocationExpressionSyntax invocation:
                    value = invocation.Expression;
                    break;
                case ConditionalAccessExpressionSyntax conditional:
                    value = conditional.Expression;
                    break;
                case PostfixUnaryExpressionSyntax postfix:
                    value = postfix.Operand;
                    break;
                default:
                    return value as IdentifierNameSyntax;
            }
        }
    }

    private static bool IsHandedIn(IdentifierNameSyntax root)
    {
        foreach (var parameter in root.FirstAncestorOrSelf<BaseMethodDeclarationSyntax>()?.ParameterList.Parameters ?? default)
        {
            if (parameter.Identifier.ValueText == root.Identifier.ValueText)
                return true;
        }

        return false;
    }

    private static bool IsOfWebhooks(SyntaxNode place) =>
        (place.FirstAncestorOrSelf<TypeDeclarationSyntax>()?.Identifier.ValueText.ContainsIgnoreCase("hook") ?? false) || (place.EnclosingMethodName()?.ContainsIgnoreCase("hook") ?? false);

    private static bool IsEvent(IdentifierNameSyntax root)
    {
        var name = root.Identifier.ValueText;
        return name.ContainsIgnoreCase("event") || name.ContainsIgnoreCase("evt") || name.ContainsIgnoreCase("delivery") || name.ContainsIgnoreCase("message");
    }

    private static bool IsName(string plain) => plain is "eventid" or "eventguid" or "deliveryid" or "delivery" or "notificationid" or "messageid";

    /// <summary>The name alone: of <c>X-Webhook-Delivery</c>, <c>event_id</c>, and of a constant called <c>EventIdKey</c>.</summary>
    private static string Plain(string name)
    {
        var plain = name.Replace("-", "").Replace("_", "").ToLowerInvariant();
        foreach (var prefix in Prefixes)
            plain = plain.StartsWith(prefix, StringComparison.Ordinal) ? plain.Substring(prefix.Length) : plain;
        foreach (var suffix in Suffixes)
            plain = plain.EndsWith(suffix, StringComparison.Ordinal) ? plain.Substring(0, plain.Length - suffix.Length) : plain;
        return plain;
    }
}
