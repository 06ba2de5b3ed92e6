using System;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Payloads;

/// <summary>
/// The types whose objects come out of responses alone: a response is read into them, no code here makes one, no table or endpoint of ours holds one, and nothing else is read into them.
/// What such an object says, the other side has said, wherever the object was handed in.
/// </summary>
internal sealed class ReceivedTypes(SourceIndex source, UpstreamTypes upstream, MadeTypes made)
{
    private readonly Memo<ISymbol, bool> _received = new(SymbolEqualityComparer.Default);

    /// <summary>Whether the value is a member, which no code here sets, of an object of such a type that the method was handed.</summary>
    public bool Give(IOperation value, CancellationToken cancellationToken) =>
        value.Unwrap() is IMemberReferenceOperation { Instance: { } instance, Member: (IPropertySymbol or IFieldSymbol) and var member } &&
        instance.Unwrap() is IParameterReferenceOperation { Type: INamedTypeSymbol { IsGenericType: false, TypeKind: TypeKind.Class or TypeKind.Struct } type } && source.IsSource(type) &&
        upstream.MayRead(type.Name, cancellationToken) && Are(type, cancellationToken) && !IsSet(member, cancellationToken);

    private bool Are(INamedTypeSymbol type, CancellationToken cancellationToken) =>
        _received.TryGetValue(type, out var known)
            ? known
            : _received.GetOrAdd(type, upstream.IsRead(type, cancellationToken) && !upstream.IsReadElsewhere(type, cancellationToken) && !made.IsMade(type, cancellationToken) && !IsTaken(type, cancellationToken));

    private bool IsSet(ISymbol member, CancellationToken cancellationToken)
    {
        foreach (var use in source.NamesLike(member, cancellationToken))
        {
            if (use.Assignment is not null && SymbolEqualityComparer.Default.Equals(use.Model.GetSymbolInfo(use.Name, cancellationToken).Symbol?.OriginalDefinition, member.OriginalDefinition))
                return true;
        }

        return false;
    }

    /// <summary>Whether an endpoint of ours is sent such objects, or a table keeps them.</summary>
    private bool IsTaken(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        foreach (var use in source.NamesLike(type, cancellationToken))
        {
            if (use.Name.Parent is TypeArgumentListSyntax { Parent: GenericNameSyntax { Identifier.ValueText: var holder } } && StoreApis.Keeps(holder) ||
                (use.Name.FirstAncestorOrSelf<ParameterSyntax>() is { } parameter && IsOfEndpoint(parameter)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOfEndpoint(ParameterSyntax parameter) => parameter.Parent?.Parent switch
    {
        MethodDeclarationSyntax method => parameter.AttributeLists.Count + method.AttributeLists.Count > 0 || method.Parent is TypeDeclarationSyntax type && EndpointApis.IsNamedForOne(type.Identifier.ValueText),
        ParenthesizedLambdaExpressionSyntax { Parent: ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } } => call.CalledText()?.StartsWith("Map", StringComparison.Ordinal) == true,
        _ => false,
    };
}
