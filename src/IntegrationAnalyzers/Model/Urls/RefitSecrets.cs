using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.Model.Urls;

/// <summary>
/// Parameters of Refit's methods that go into the query and are secrets by their name: <c>[Query] string access_token</c>, <c>[Get("/me?api_key={apiKey}")]</c>, and what a read
/// takes without an attribute. The method is the call, so nothing is followed.
/// </summary>
internal static class RefitSecrets
{
    private const string Word = "interface";

    private static readonly HashSet<string> Assemblies = new(StringComparer.OrdinalIgnoreCase) { "Refit" };

    public static IEnumerable<UrlSecret> In(SemanticModel semantics, CancellationToken cancellationToken)
    {
        if (!References.Any(semantics.Compilation, Assemblies) || !TreeIndex.Of(semantics.SyntaxTree).Words.Contains(Word))
            yield break;

        foreach (var node in semantics.SyntaxTree.GetRoot(cancellationToken).DescendantNodes(static n => n is not MethodDeclarationSyntax))
        {
            if (node is not MethodDeclarationSyntax { Parent: InterfaceDeclarationSyntax, AttributeLists.Count: > 0 } method)
                continue;
            foreach (var parameter in method.ParameterList.Parameters)
            {
                if (NameOf(parameter) is { } name && QueryNames.IsSecret(name, parameter.Identifier.ValueText) && IsText(parameter) &&
                    semantics.GetDeclaredSymbol(method, cancellationToken) is IMethodSymbol symbol && RefitApis.Find(symbol) is { } call && IsInQuery(method, parameter, call.Verb))
                {
                    yield return new UrlSecret(parameter, SyntaxFactory.IdentifierName(parameter.Identifier), parameter.Identifier.ValueText, name, null, "", null);
                }
            }
        }
    }

    /// <summary>The parameter's name on the wire; null where an attribute sends it elsewhere.</summary>
    private static string? NameOf(ParameterSyntax parameter)
    {
        var name = parameter.Identifier.ValueText;
        foreach (var attribute in parameter.AttributeLists.SelectMany(static list => list.Attributes))
        {
            switch (Plain(attribute.Name))
            {
                case "Header" or "Authorize" or "Body" or "Property":
                    return null;
                case "AliasAs" when attribute.ArgumentList?.Arguments is [{ Expression: LiteralExpressionSyntax alias }]:
                    name = alias.Token.ValueText;
                    break;
            }
        }

        return name;
    }

    private static bool IsText(ParameterSyntax parameter) =>
        parameter.Type is PredefinedTypeSyntax { Keyword.ValueText: "string" } or NullableTypeSyntax { ElementType: PredefinedTypeSyntax { Keyword.ValueText: "string" } };

    private static bool IsInQuery(MethodDeclarationSyntax method, ParameterSyntax parameter, HttpVerb verb)
    {
        if (Template(method) is not { } template)
            return false;

        var hole = "{" + parameter.Identifier.ValueText + "}";
        if (NameOf(parameter) is { } alias && template.IndexOf(hole, StringComparison.OrdinalIgnoreCase) < 0)
            hole = "{" + alias + "}";
        var at = template.IndexOf(hole, StringComparison.OrdinalIgnoreCase);
        if (at >= 0)
            return template.IndexOf('?') is >= 0 and var query && query < at;
        return verb is HttpVerb.Get or HttpVerb.Delete or HttpVerb.Head || parameter.AttributeLists.SelectMany(static list => list.Attributes).Any(static attribute => Plain(attribute.Name) == "Query");
    }

    private static string? Template(MethodDeclarationSyntax method)
    {
        foreach (var attribute in method.AttributeLists.SelectMany(static list => list.Attributes))
        {
            if (HttpVerbs.Parse(Plain(attribute.Name)) != HttpVerb.Unknown && attribute.ArgumentList?.Arguments is [{ Expression: LiteralExpressionSyntax template }, ..])
                return template.Token.ValueText;
        }

        return null;
    }

    private static string Plain(NameSyntax name)
    {
        var text = TypeEntry.SimpleName(name) ?? "";
        return text.EndsWith("Attribute", StringComparison.Ordinal) ? text.Substring(0, text.Length - "Attribute".Length) : text;
    }
}
