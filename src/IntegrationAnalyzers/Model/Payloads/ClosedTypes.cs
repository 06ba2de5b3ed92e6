using System.Collections.Generic;
using System.Linq;
using System.Threading;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;

namespace IntegrationAnalyzers.Model.Payloads;

/// <summary>
/// The types that a read makes from text that came over the wire: the one it names, or, where it names its function's or class's type parameter, what
/// callers and derived classes put in.
/// </summary>
internal sealed class ClosedTypes(SourceIndex source, PayloadOrigins origins)
{
    private const int MaxCallers = 3;
    private const int MaxTypes = 50;

    public List<ITypeSymbol> Of(PayloadRead read, CancellationToken cancellationToken)
    {
        var types = new List<ITypeSymbol>();
        if (read.PayloadType is { } type && read.Upstream == Certainty.Yes)
            Close(type, read.Origin, MaxCallers, types, cancellationToken);
        return types;
    }

    private void Close(ITypeSymbol type, PayloadOrigin origin, int callers, List<ITypeSymbol> types, CancellationToken cancellationToken)
    {
        if (types.Count == MaxTypes)
            return;
        if (Open(type) is not { } parameter)
        {
            if (!types.Contains(type, SymbolEqualityComparer.Default) && origins.Resolve(origin, cancellationToken) == Certainty.Yes)
                types.Add(type);
            return;
        }

        if (callers == 0)
            return;
        if (parameter.DeclaringMethod is { } method)
        {
            foreach (var call in CallSites.Of(method, source, cancellationToken))
            {
                if (call.TargetMethod.OriginalDefinition.TypeParameters.Length != method.TypeParameters.Length ||
                    call.TargetMethod.TypeArguments.Length != method.TypeParameters.Length)
                {
                    continue;
                }

                var from = origin;
                if (origin.From is { } text && SymbolEqualityComparer.Default.Equals(text.ContainingSymbol.OriginalDefinition, method.OriginalDefinition))
                    from = CallSites.Argument(call, text) is { } argument ? origins.Of(argument, cancellationToken) : PayloadOrigin.Unknown;
                Close(Put(type, parameter, call.TargetMethod.TypeArguments[parameter.Ordinal]), from, callers - 1, types, cancellationToken);
            }
        }
        else if (parameter.DeclaringType is { } declaring)
        {
            foreach (var derived in source.DerivedTypes(declaring, cancellationToken))
            {
                if (derived.BaseType is { } closed && SymbolEqualityComparer.Default.Equals(closed.OriginalDefinition, declaring.OriginalDefinition))
                    Close(Put(type, parameter, closed.TypeArguments[parameter.Ordinal]), origin, callers - 1, types, cancellationToken);
            }
        }
    }

    /// <summary>The first type parameter that the type names.</summary>
    private static ITypeParameterSymbol? Open(ITypeSymbol type)
    {
        switch (type)
        {
            case ITypeParameterSymbol parameter:
                return parameter;
            case IArrayTypeSymbol array:
                return Open(array.ElementType);
            case INamedTypeSymbol named:
                foreach (var argument in named.TypeArguments)
                {
                    if (Open(argument) is { } inner)
                        return inner;
                }

                return null;
            default:
                return null;
        }
    }

    private ITypeSymbol Put(ITypeSymbol type, ITypeParameterSymbol parameter, ITypeSymbol argument)
    {
        switch (type)
        {
            case ITypeParameterSymbol:
                return SymbolEqualityComparer.Default.Equals(type, parameter) ? argument : type;
            case IArrayTypeSymbol array:
                return source.Compilation.CreateArrayTypeSymbol(Put(array.ElementType, parameter, argument), array.Rank);
            case INamedTypeSymbol { TypeArguments.Length: > 0 } named:
                return named.OriginalDefinition.Construct(named.TypeArguments.Select(t => Put(t, parameter, argument)).ToArray());
            default:
                return type;
        }
    }
}
