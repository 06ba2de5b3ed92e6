using System;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Urls;

/// <summary>Tells which texts may be escaped before they are put into a URL.</summary>
internal static class EscapedTexts
{
    /// <summary>Whether the text may be fit for a URL already: it is a constant, or somewhere on its way something is named for escaping.</summary>
    public static bool MayBe(IOperation text, SourceIndex source, CancellationToken cancellationToken) => MayBe(text, 2, source, cancellationToken);

    private static bool MayBe(IOperation text, int callers, SourceIndex source, CancellationToken cancellationToken)
    {
        if (ValueOrigin.Constant(text, source, cancellationToken).HasValue)
            return true;
        var origin = ValueOrigin.Of(text, source, cancellationToken);
        if (origin is IInvocationOperation { TargetMethod: var method } && source.IsSource(method) &&
            (source.BodyBehind(method, cancellationToken) is not { } body || SpeaksOfEscaping(body.Syntax)))
        {
            return true;
        }

        if (SpeaksOfEscaping(origin.Syntax))
            return true;
        switch (origin.Unwrap())
        {
            case ILocalReferenceOperation local:
                foreach (var value in AssignedValues.Of(local, source, cancellationToken))
                {
                    if (SpeaksOfEscaping(value.Syntax))
                        return true;
                }

                return false;
            case IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol owner } parameter }:
                return IsAssigned(parameter, source, cancellationToken) || (callers > 0 && AnyCallerEscapes(owner, parameter, callers, source, cancellationToken));

            // Members of anonymous types and tuples are set where the code does not name them.
            case IMemberReferenceOperation { Member.ContainingType: { IsAnonymousType: true } or { IsTupleType: true } }:
                return true;
            case IMemberReferenceOperation { Member: IFieldSymbol or IPropertySymbol } member when source.IsSource(member.Member):
                return IsAssigned(member.Member, source, cancellationToken);
            default:
                return false;
        }
    }

    private static bool AnyCallerEscapes(IMethodSymbol method, IParameterSymbol parameter, int callers, SourceIndex source, CancellationToken cancellationToken)
    {
        var isConstant = false;
        var isAlways = method.DeclaredAccessibility == Accessibility.Private;
        foreach (var site in CallSites.Of(method, source, cancellationToken))
        {
            var argument = CallSites.Argument(site, parameter);
            if (argument is not null && ValueOrigin.Constant(argument, source, cancellationToken) is { HasValue: true, Value: string constant })
            {
                // A path that the author wrote: escaped, it leads elsewhere.
                if (constant.IndexOf('/') >= 0)
                    return true;
                isConstant = true;
                continue;
            }

            isAlways = false;
            if (argument is not null && (SpeaksOfEscaping(argument.Syntax) ||
                    (argument.Unwrap() is ILocalReferenceOperation or IParameterReferenceOperation && MayBe(argument, callers - 1, source, cancellationToken))))
            {
                return true;
            }
        }

        return isConstant && isAlways;
    }

    private static bool IsAssigned(ISymbol symbol, SourceIndex source, CancellationToken cancellationToken)
    {
        if (source.Uses(symbol, cancellationToken) is not { } uses)
            return true;
        foreach (var use in uses)
        {
            if (use.Assignment is { Right: var given } && SpeaksOfEscaping(given))
                return true;
        }

        return false;
    }

    private static bool SpeaksOfEscaping(SyntaxNode node)
    {
        foreach (var token in node.DescendantTokens())
        {
            if (token.IsKind(SyntaxKind.IdentifierToken) ? EscapingApis.IsNamedForIt(token.ValueText) : token.IsKind(SyntaxKind.StringLiteralToken) && (token.ValueText is "+" || token.ValueText.StartsWith("%2", StringComparison.Ordinal)))
                return true;
        }

        return false;
    }
}
