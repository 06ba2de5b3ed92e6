using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Apis;

/// <summary>The body of a request that a provider sends to us: in code that is named for webhooks, and nowhere else.</summary>
internal static class WebhookApis
{
    private const string Word = "webhook";
    private const string AspNetHttp = "Microsoft.AspNetCore.Http";

    /// <summary>Whether the value is the body of a request, raw, read or bound, in a member or type that says it serves a webhook.</summary>
    public static bool IsBody(IOperation value)
    {
        var isBody = value switch
        {
            IPropertyReferenceOperation { Property.Name: "Body" or "BodyReader", Instance: { } instance } => IsRequest(instance.Type),
            IInvocationOperation { TargetMethod.Name: "ReadFromJsonAsync" } call => IsRequest(call.Receiver()?.Type),
            IParameterReferenceOperation { Parameter: var parameter } => IsBound(parameter),
            _ => false,
        };
        return isBody && IsNamed(value);
    }

    private static bool IsRequest(ITypeSymbol? type) => type.Is(AspNetHttp, "HttpRequest");

    private static bool IsBound(IParameterSymbol parameter)
    {
        foreach (var attribute in parameter.GetAttributes())
        {
            if (attribute.AttributeClass.Is("Microsoft.AspNetCore.Mvc", "FromBodyAttribute"))
                return true;
        }

        return false;
    }

    private static bool IsNamed(IOperation value)
    {
        for (ISymbol? symbol = value.SemanticModel?.GetEnclosingSymbol(value.Syntax.SpanStart); symbol is not (null or INamespaceSymbol); symbol = symbol.ContainingSymbol)
        {
            if (symbol.Name.ContainsIgnoreCase(Word) || IsRouted(symbol))
                return true;
        }

        return false;
    }

    /// <summary>Whether an attribute's text, a route most likely, says so.</summary>
    private static bool IsRouted(ISymbol symbol)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            foreach (var argument in attribute.ConstructorArguments)
            {
                if (argument is { Kind: TypedConstantKind.Primitive, Value: string route } && route.ContainsIgnoreCase(Word))
                    return true;
            }
        }

        return false;
    }
}
