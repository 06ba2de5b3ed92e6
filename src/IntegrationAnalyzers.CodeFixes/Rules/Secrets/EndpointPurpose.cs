using System.Collections.Generic;
using System.Linq;
using IntegrationAnalyzers.CodeFixes.Editing;
using IntegrationAnalyzers.Model.Secrets;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.CodeFixes.Rules.Secrets;

/// <summary>
/// What an endpoint is for, by the names round it, innermost first: what it is assigned to and whose property that is, the client that is registered with it, the type. Asked
/// where the host does not say: this machine, a bare address, a tunnel.
/// </summary>
internal static class EndpointPurpose
{
    /// <summary>Words that every client and every address has.</summary>
    private static readonly HashSet<string> Common =
    [
        "url", "urls", "uri", "base", "address", "addresses", "endpoint", "endpoints", "host", "root", "path", "link", "site", "origin", "client", "clients", "http", "https", "ws", "web", "socket",
        "rest", "grpc", "api", "apis", "service", "services", "server", "backend", "proxy", "gateway", "settings", "setting", "options", "config", "configuration", "constants", "constant", "consts",
        "helper", "helpers", "util", "utils", "controller", "provider", "manager", "factory", "repository", "handler", "handlers", "extensions", "extension", "module", "installer", "registration",
        "program", "startup", "main", "worker", "job", "function", "form", "page", "window", "view", "model", "default", "local", "localhost", "dev", "test", "my", "the", "value", "string", "str",
        "result", "temp", "tmp", "app", "application", "request", "response", "message", "builder", "channel", "connection", "target", "remote", "demo", "example", "sample", "class", "impl", "async",
    ];

    /// <summary>The purpose in Pascal case; empty where no name tells one.</summary>
    public static string Of(ExpressionSyntax literal)
    {
        foreach (var name in Names(literal))
        {
            if (Stem(name) is { Count: > 0 } words)
                return string.Concat(words.Select(ConfigurationName.Pascal));
        }

        return "";
    }

    private static IEnumerable<string> Names(ExpressionSyntax literal)
    {
        for (SyntaxNode node = literal; node.Parent is { } parent; node = parent)
        {
            switch (parent)
            {
                case AssignmentExpressionSyntax assignment when assignment.Right == node:
                    for (var left = assignment.Left; left is not null; left = (left as MemberAccessExpressionSyntax)?.Expression)
                    {
                        if (left is MemberAccessExpressionSyntax { Name: var member })
                            yield return member.Identifier.ValueText;
                        else if (left is IdentifierNameSyntax name && !IsLambdaParameter(name))
                            yield return name.Identifier.ValueText;
                    }

                    break;
                case VariableDeclaratorSyntax declarator:
                    yield return declarator.Identifier.ValueText;
                    break;
                case PropertyDeclarationSyntax property:
                    yield return property.Identifier.ValueText;
                    break;
                case InvocationExpressionSyntax invocation when invocation.Expression != node:
                    foreach (var registered in Registered(invocation))
                        yield return registered;
                    break;
                case BaseTypeDeclarationSyntax type:
                    yield return type.Identifier.ValueText;
                    break;
            }
        }
    }

    private static bool IsLambdaParameter(IdentifierNameSyntax name) => name.Ancestors().OfType<LambdaExpressionSyntax>().Any(lambda => lambda switch
    {
        SimpleLambdaExpressionSyntax simple => simple.Parameter.Identifier.ValueText == name.Identifier.ValueText,
        ParenthesizedLambdaExpressionSyntax several => several.ParameterList.Parameters.Any(p => p.Identifier.ValueText == name.Identifier.ValueText),
        _ => false,
    });

    /// <summary>The clients that a chain names: <c>AddHttpClient&lt;IOrders, Orders&gt;("orders", …)</c>, <c>RestService.For&lt;IOrders&gt;(…)</c>.</summary>
    private static IEnumerable<string> Registered(InvocationExpressionSyntax invocation)
    {
        for (ExpressionSyntax? step = invocation; step is InvocationExpressionSyntax call; step = (call.Expression as MemberAccessExpressionSyntax)?.Expression)
        {
            var name = call.Expression switch
            {
                MemberAccessExpressionSyntax access => access.Name,
                SimpleNameSyntax simple => simple,
                _ => null,
            };
            // GetFromJsonAsync<T> names what comes back, AddHttpClient<T> and RestService.For<T> whose address it is.
            if (name is GenericNameSyntax { TypeArgumentList.Arguments: var types, Identifier.ValueText: var method } && (method is "For" or "ForGenerated" || method.StartsWith("Add", System.StringComparison.Ordinal)))
            {
                foreach (var type in types.OfType<SimpleNameSyntax>())
                    yield return type.Identifier.ValueText;
            }

            if (name?.Identifier.ValueText.EndsWith("HttpClient", System.StringComparison.Ordinal) == true && call.ArgumentList.Arguments is [{ Expression: LiteralExpressionSyntax { Token.Value: string text } }, ..])
                yield return text;
        }
    }

    private static List<string> Stem(string name)
    {
        var words = NameWords.Split(name.WithoutInterfaceMark());
        words.RemoveAll(static word => word.Length < 2);
        while (words.Count > 0 && IsCommon(words[words.Count - 1]))
            words.RemoveAt(words.Count - 1);
        while (words.Count > 0 && IsCommon(words[0]))
            words.RemoveAt(0);
        return words.Count > 3 || words.Any(static word => !char.IsLetter(word[0]) || word.Any(static c => c > 127)) ? [] : words;
    }

    private static bool IsCommon(string word) => Common.Contains(word.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9'));
}
