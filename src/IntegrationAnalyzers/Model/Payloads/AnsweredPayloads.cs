using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Payloads;

/// <summary>The objects that our own endpoints answer with, and whether their type is a provider's.</summary>
internal sealed class AnsweredPayloads(SourceIndex source, UpstreamTypes upstream, MadeTypes made)
{
    /// <summary>The value of a <c>return</c> in an endpoint, where it is a provider's object or a collection of them.</summary>
    public (IOperation Value, ITypeSymbol Type)? Of(IReturnOperation returned, CancellationToken cancellationToken) =>
        returned.ReturnedValue is { } value && Provided(value, cancellationToken) is { } type && IsInEndpoint(returned, cancellationToken) ? (value, type) : null;

    /// <summary>The object in an answer like <c>Ok(order)</c>.</summary>
    public (IOperation Value, ITypeSymbol Type)? Of(IInvocationOperation answer, CancellationToken cancellationToken)
    {
        if (!EndpointApis.AnswersWithObject(answer.TargetMethod.Name) || !AnswerApis.IsAnswer(answer.TargetMethod))
            return null;
        foreach (var argument in answer.Arguments)
        {
            if (argument.ArgumentKind == ArgumentKind.Explicit && Provided(argument.Value, cancellationToken) is { } type)
                return (argument.Value, type);
        }

        return null;
    }

    private ITypeSymbol? Provided(IOperation value, CancellationToken cancellationToken) =>
        value.Unwrap().Type?.AwaitedType() is { } type && PayloadParts.Element(type, values: true) is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct or TypeKind.Interface } element &&
        (source.IsSource(element)
            ? upstream.MayRead(element.Name, cancellationToken) && upstream.IsRead(element, cancellationToken) && !made.IsMade(element, cancellationToken)
            : VendorAssemblies.Declares(element))
                ? element
                : null;

    private bool IsInEndpoint(IOperation operation, CancellationToken cancellationToken)
    {
        for (var parent = operation.Parent; parent is not null; parent = parent.Parent)
        {
            switch (parent)
            {
                case IAnonymousFunctionOperation lambda:
                    return EndpointApis.IsMapped(lambda);
                case ILocalFunctionOperation local:
                    return IsHandler(local.Symbol, cancellationToken);
            }
        }

        return operation.EnclosingFunction() is { } method && (EndpointApis.IsAction(method) || IsHandler(method, cancellationToken));
    }

    /// <summary>Whether the method is named where a handler is mapped: as an argument, so it is no call of it.</summary>
    private bool IsHandler(IMethodSymbol method, CancellationToken cancellationToken)
    {
        if (method.MethodKind is not (MethodKind.Ordinary or MethodKind.LocalFunction))
            return false;
        foreach (var use in source.NamesLike(method, cancellationToken))
        {
            SyntaxNode group = use.Name.Parent is MemberAccessExpressionSyntax member && member.Name == use.Name ? member : use.Name;
            if (group.Parent is not ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } ||
                use.Model.GetOperation(call, cancellationToken) is not IInvocationOperation mapping || !EndpointApis.IsMap(mapping))
            {
                continue;
            }

            var bound = use.Model.GetSymbolInfo(use.Name, cancellationToken);
            if (SymbolEqualityComparer.Default.Equals(bound.Symbol ?? (bound.CandidateSymbols is [var only] ? only : null), method))
                return true;
        }

        return false;
    }
}
