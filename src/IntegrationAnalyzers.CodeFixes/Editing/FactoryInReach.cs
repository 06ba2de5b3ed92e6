using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;

namespace IntegrationAnalyzers.CodeFixes.Editing;

/// <summary>An <c>IHttpClientFactory</c> that the place can name: a parameter, or a member of its type.</summary>
internal static class FactoryInReach
{
    public static string? Find(FixRequest request)
    {
        var position = request.Node.SpanStart;
        var isStatic = IsStatic(request.Model.GetEnclosingSymbol(position, request.CancellationToken));
        string? found = null;
        foreach (var symbol in request.Model.LookupSymbols(position))
        {
            var isFactory = symbol switch
            {
                IParameterSymbol parameter => IsFactory(parameter.Type) && !(isStatic && parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor }),
                IFieldSymbol field => IsFactory(field.Type) && (field.IsStatic || !isStatic),
                IPropertySymbol { GetMethod: not null } property => IsFactory(property.Type) && (property.IsStatic || !isStatic),
                _ => false,
            };
            if (!isFactory)
                continue;

            // A field is set once, a parameter of a primary constructor may be captured twice.
            if (found is null || symbol is IFieldSymbol)
                found = symbol.Name;
        }

        return found;
    }

    private static bool IsFactory(ITypeSymbol type) => type.Is(SendingMembers.NetHttp, "IHttpClientFactory") && type.NullableAnnotation != NullableAnnotation.Annotated;

    private static bool IsStatic(ISymbol? symbol)
    {
        while (symbol is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction or MethodKind.LocalFunction, IsStatic: false } inner)
            symbol = inner.ContainingSymbol;
        return symbol is null or { IsStatic: true };
    }
}
