using System;
using System.Collections.Generic;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Apis;

/// <summary>What of our code answers a request: a controller's action, a minimal API's handler.</summary>
internal static class EndpointApis
{
    private static readonly HashSet<string> Maps = new(StringComparer.Ordinal)
    {
        "MapGet", "MapPost", "MapPut", "MapDelete", "MapPatch", "MapMethods", "MapFallback", "Map",
    };

    /// <summary>Members that answer with an object of ours after a success.</summary>
    private static readonly HashSet<string> Answers = new(StringComparer.Ordinal) { "Ok", "Json", "Accepted", "Created" };

    /// <summary>How types are called whose methods are handed what we are sent.</summary>
    private static readonly string[] TypeEndings = ["Controller", "Hub", "Consumer", "Endpoint", "Function"];

    public static bool IsNamedForOne(string typeName) => Array.Exists(TypeEndings, ending => typeName.EndsWith(ending, StringComparison.Ordinal));

    /// <summary>The request that is being answered, with the token that its end cancels.</summary>
    public static bool IsContext(ITypeSymbol? type) => type.IsOrDerivesFrom("Microsoft.AspNetCore.Http", "HttpContext");

    public static bool AnswersWithObject(string methodName) => Answers.Contains(methodName);

    public static bool IsAction(IMethodSymbol method)
    {
        if (method is not { MethodKind: MethodKind.Ordinary, DeclaredAccessibility: Accessibility.Public, IsStatic: false } || Has(method, "NonActionAttribute"))
            return false;
        return method.ContainingType.IsOrDerivesFrom(AnswerApis.Mvc, "ControllerBase") || Has(method.ContainingType, "ApiControllerAttribute");
    }

    /// <summary>Whether an attribute of the method, or of its type, lets administrators alone in: by its text, for it may be of a host's own library.</summary>
    public static bool IsForAdministrators(SyntaxNode place)
    {
        for (var member = place.FirstAncestorOrSelf<MemberDeclarationSyntax>(); member is not null; member = member.Parent?.FirstAncestorOrSelf<MemberDeclarationSyntax>())
        {
            foreach (var list in member.AttributeLists)
            {
                foreach (var attribute in list.Attributes)
                {
                    if (attribute.ArgumentList is { } arguments && (attribute.Name.ToString() is var name && (name.Contains("Authorize") || name == "Area")) && NamesAdministrators(arguments.ToString()))
                        return true;
                }
            }
        }

        return false;
    }

    private static bool NamesAdministrators(string text) =>
        text.ContainsIgnoreCase("admin") || text.ContainsIgnoreCase("elevat");

    /// <summary>Whether the function is handed to a <c>Map…</c> of a minimal API.</summary>
    public static bool IsMapped(IOperation function)
    {
        for (var parent = function.Parent; parent is IDelegateCreationOperation or IConversionOperation or IArgumentOperation; parent = parent.Parent)
        {
            if (parent is IArgumentOperation { Parent: IInvocationOperation call })
                return IsMap(call);
        }

        return false;
    }

    public static bool IsMap(IInvocationOperation call) =>
        Maps.Contains(call.TargetMethod.Name) && call.TargetMethod.DeclaringType() is { Name: "EndpointRouteBuilderExtensions" };

    private static bool Has(ISymbol symbol, string attributeName)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (attribute.AttributeClass?.Name == attributeName && attribute.AttributeClass.ContainingNamespace.Is(AnswerApis.Mvc))
                return true;
        }

        return false;
    }
}
