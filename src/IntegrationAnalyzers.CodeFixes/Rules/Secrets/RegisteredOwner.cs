using System.Linq;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.CodeFixes.Rules.Secrets;

/// <summary>Whose setting a value is that stands in a client's registration: the client's, by its type or name, and not that of the class which registers them all.</summary>
internal static class RegisteredOwner
{
    private const string ConfigureHttpClient = "ConfigureHttpClient";

    /// <summary><c>UpsClient</c> of <c>AddHttpClient&lt;UpsClient&gt;(c => …)</c>, <c>dhl</c> of <c>AddHttpClient("dhl", c => …)</c>; null outside of such a delegate.</summary>
    public static string? Of(SyntaxNode node)
    {
        foreach (var lambda in node.Ancestors().OfType<AnonymousFunctionExpressionSyntax>())
        {
            if (lambda.Parent is not ArgumentSyntax { Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax call } })
                continue;
            while (call.CalledText() == ConfigureHttpClient && call.Expression is MemberAccessExpressionSyntax { Expression: InvocationExpressionSyntax inner })
                call = inner;
            if (call.CalledName() is { } name && RegistrationApis.Registering.Contains(name.Identifier.ValueText))
                return Client(name, call.ArgumentList);
        }

        return null;
    }

    private static string? Client(SimpleNameSyntax name, ArgumentListSyntax arguments)
    {
        if (name is GenericNameSyntax { TypeArgumentList.Arguments: [.., var type] })
            return TypeEntry.SimpleName(type) is { } simple ? simple.WithoutInterfaceMark() : null;
        return arguments.Arguments.FirstOrDefault()?.Expression switch
        {
            LiteralExpressionSyntax { Token.Value: string text } => text,
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: var member } => member,
            IdentifierNameSyntax { Identifier.ValueText: var constant } => constant,
            InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" }, ArgumentList.Arguments: [{ Expression: SimpleNameSyntax of }] } => of.Identifier.ValueText.WithoutInterfaceMark(),
            _ => null,
        };
    }
}
