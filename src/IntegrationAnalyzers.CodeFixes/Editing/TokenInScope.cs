using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace IntegrationAnalyzers.CodeFixes.Editing;

/// <summary>The cancellation token that new code at a place may pass on.</summary>
internal static class TokenInScope
{
    /// <summary>The innermost function's own token, else the only one in sight; null where there is none or no telling which.</summary>
    public static string? At(SyntaxNode place, SemanticModel model)
    {
        var tokens = new List<ISymbol>();
        foreach (var symbol in model.LookupSymbols(place.SpanStart))
        {
            var type = symbol switch { IParameterSymbol parameter => parameter.Type, ILocalSymbol local when IsBefore(local, place) => local.Type, _ => null };
            if (type is { Name: "CancellationToken" } && type.ContainingNamespace is { Name: "Threading" })
                tokens.Add(symbol);
        }

        if (tokens.Count == 1)
            return tokens[0].Name;
        var function = model.GetEnclosingSymbol(place.SpanStart);
        var own = tokens.Where(t => t is IParameterSymbol && SymbolEqualityComparer.Default.Equals(t.ContainingSymbol, function)).ToList();
        return own.Count == 1 ? own[0].Name : null;
    }

    private static bool IsBefore(ILocalSymbol local, SyntaxNode place) => local.DeclaringSyntaxReferences.All(declared => declared.Span.End < place.SpanStart);
}
