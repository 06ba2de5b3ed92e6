using System.Linq;
using IntegrationAnalyzers.Apis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.CodeFixes.Editing;

/// <summary>Gives a call a cancellation token, where the framework at hand has such an overload, and finds the token to give.</summary>
internal static class TokenArguments
{
    /// <summary>The argument as the call needs it, by position or by name; null where no overload takes one in addition.</summary>
    public static ArgumentSyntax? For(InvocationExpressionSyntax call, ExpressionSyntax token, FixRequest request)
    {
        if (request.Model.GetSymbolInfo(call, request.CancellationToken).Symbol is not IMethodSymbol target)
            return null;

        // A variable that is not there yet binds to nothing: any token stands for it.
        var standIn = SyntaxFactory.ParseExpression("default(global::System.Threading.CancellationToken)");
        var own = target.Parameters.FirstOrDefault(static p => DeadlineApis.IsToken(p.Type))?.Name;
        foreach (var name in new[] { null, own, "cancellationToken" })
        {
            var argument = Argument(standIn, name);
            if ((name is null && call.ArgumentList.Arguments.Any(static a => a.NameColon is not null)) || !Binds(call, argument, target, request))
                continue;
            return Argument(token, name);
        }

        return null;
    }

    /// <summary>The token that is at hand where the call stands: a parameter or variable; null where there is none, or more than one of a kind.</summary>
    public static ExpressionSyntax? InScope(SyntaxNode place, FixRequest request)
    {
        var enclosing = request.Model.GetEnclosingSymbol(place.SpanStart, request.CancellationToken);
        var found = request.Model.LookupSymbols(place.SpanStart)
            .Where(symbol => symbol is IParameterSymbol { RefKind: RefKind.None or RefKind.In } or ILocalSymbol && DeadlineApis.IsToken(TypeOf(symbol)) && IsSet(symbol, place) && Reaches(symbol, enclosing))
            .ToList();
        if (found.Count > 1)
        {
            var inner = found.Where(symbol => SymbolEqualityComparer.Default.Equals(symbol.ContainingSymbol, enclosing)).ToList();
            if (inner.Count > 0)
                found = inner;
        }

        return found.Count == 1 ? SyntaxFactory.IdentifierName(found[0].Name)
            : found.Count == 0 ? OfRequest(place, enclosing, request)
            : null;
    }

    /// <summary>The token of the request that is being answered: of the one <c>HttpContext</c> in reach.</summary>
    private static ExpressionSyntax? OfRequest(SyntaxNode place, ISymbol? enclosing, FixRequest request)
    {
        var found = request.Model.LookupSymbols(place.SpanStart)
            .Where(symbol => symbol switch
            {
                IParameterSymbol { RefKind: RefKind.None } parameter => EndpointApis.IsContext(parameter.Type) && IsSet(symbol, place) && Reaches(symbol, enclosing),
                ILocalSymbol local => EndpointApis.IsContext(local.Type) && IsSet(symbol, place) && Reaches(symbol, enclosing),
                _ => false,
            })
            .ToList();
        return found.Count == 1 ? SyntaxFactory.ParseExpression(found[0].Name + ".RequestAborted") : null;
    }

    private static bool Binds(InvocationExpressionSyntax call, ArgumentSyntax argument, IMethodSymbol target, FixRequest request)
    {
        var changed = call.WithArgumentList(call.ArgumentList.AddArguments(argument));
        if (request.Model.GetSpeculativeSymbolInfo(call.SpanStart, changed, SpeculativeBindingOption.BindAsExpression).Symbol is not IMethodSymbol bound || bound.Name != target.Name ||
            !SymbolEqualityComparer.Default.Equals(bound.ContainingAssembly, target.ContainingAssembly))
        {
            return false;
        }

        return SymbolEqualityComparer.Default.Equals(bound.ReturnType, target.ReturnType) ||
            (call.Parent is AwaitExpressionSyntax && TaskApis.IsTask(bound.ReturnType) && TaskApis.IsTask(target.ReturnType));
    }

    private static ArgumentSyntax Argument(ExpressionSyntax value, string? name) =>
        name is null ? SyntaxFactory.Argument(value)
        : SyntaxFactory.Argument(SyntaxFactory.NameColon(SyntaxFactory.IdentifierName(name)).WithTrailingTrivia(SyntaxFactory.Space), default, value);

    private static ITypeSymbol? TypeOf(ISymbol symbol) => symbol is IParameterSymbol parameter ? parameter.Type : ((ILocalSymbol)symbol).Type;

    private static bool IsSet(ISymbol symbol, SyntaxNode place) =>
        symbol is IParameterSymbol { ContainingSymbol: not IMethodSymbol { MethodKind: MethodKind.Constructor } } ||
        (symbol is ILocalSymbol { DeclaringSyntaxReferences: [var declaration] } && declaration.Span.End <= place.SpanStart &&
            declaration.GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: not (LiteralExpressionSyntax or DefaultExpressionSyntax) and not MemberAccessExpressionSyntax { Name.Identifier.ValueText: "None" } });

    /// <summary>A static function cannot use what is declared round it; the lookup gives top-level variables to every type of a program.</summary>
    private static bool Reaches(ISymbol symbol, ISymbol? enclosing)
    {
        for (var current = enclosing; current is IMethodSymbol method; current = current.ContainingSymbol)
        {
            if (SymbolEqualityComparer.Default.Equals(method, symbol.ContainingSymbol))
                return true;
            if (method is { IsStatic: true, MethodKind: MethodKind.LocalFunction or MethodKind.AnonymousFunction })
                return false;
        }

        return false;
    }
}
