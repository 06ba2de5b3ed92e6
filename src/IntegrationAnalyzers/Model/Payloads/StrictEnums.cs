using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Payloads;

/// <summary>Finds texts of responses that are turned into enums by what throws on a text it does not know.</summary>
internal sealed class StrictEnums(PayloadOrigins origins, CaughtFailures caught, UpstreamTypes upstream, ReceivedTypes received)
{
    /// <summary>The enum that the call parses such a text to; null where the text is another, was looked at, or a failure is handled.</summary>
    public ITypeSymbol? ParsedBy(IInvocationOperation call, CancellationToken cancellationToken)
    {
        if (EnumApis.Parse(call) is not { } parse || parse.Text.Unwrap().ConstantValue.HasValue || IsAskedBefore(call, parse.Text) ||
            caught.IsCaught(call, EnumApis.IsThrown, cancellationToken))
        {
            return null;
        }

        return origins.Upstream(parse.Text, cancellationToken) == Certainty.Yes || received.Give(parse.Text, cancellationToken) ? parse.Type : null;
    }

    /// <summary>The enum that the converter of the attribute reads out of responses; null where it stands elsewhere.</summary>
    public ITypeSymbol? ReadBy(AttributeSyntax attribute, SemanticModel model, CancellationToken cancellationToken)
    {
        if (attribute.Parent?.Parent is not { } declaration || attribute.ArgumentList?.Arguments is not [{ Expression: TypeOfExpressionSyntax asked }, ..] ||
            !EnumApis.IsStrictConverter(model.GetTypeInfo(asked.Type, cancellationToken).Type))
        {
            return null;
        }

        switch (declaration)
        {
            case PropertyDeclarationSyntax or ParameterSyntax or EnumDeclarationSyntax when model.GetDeclaredSymbol(declaration, cancellationToken) is { } symbol:
                return Read(symbol, cancellationToken);
            case FieldDeclarationSyntax { Declaration.Variables: [var variable, ..] } when model.GetDeclaredSymbol(variable, cancellationToken) is { } field:
                return Read(field, cancellationToken);
            default:
                return null;
        }
    }

    private ITypeSymbol? Read(ISymbol symbol, CancellationToken cancellationToken)
    {
        switch (symbol)
        {
            case INamedTypeSymbol type:
                return upstream.HasMember(type, cancellationToken) ? type : null;
            case IPropertySymbol or IFieldSymbol or IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } }:
                var declared = symbol is IPropertySymbol property ? property.Type : symbol is IFieldSymbol field ? field.Type : ((IParameterSymbol)symbol).Type;
                var element = PayloadParts.Element(declared, values: true);
                return element is { TypeKind: TypeKind.Enum } && upstream.IsRead(symbol.ContainingType, cancellationToken) ? element : null;
            default:
                return null;
        }
    }

    /// <summary>Whether the member asks about the same text before.</summary>
    private static bool IsAskedBefore(IInvocationOperation call, IOperation text)
    {
        var words = text.Unwrap().Syntax.ToString();
        foreach (var node in LookupChecks.Scope(call.Syntax).DescendantNodes())
        {
            if (node.SpanStart >= call.Syntax.SpanStart)
                return false;
            if (node is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } } asking || !EnumApis.Asks(name))
                continue;
            foreach (var argument in asking.ArgumentList.Arguments)
            {
                if (argument.Expression.ToString() == words)
                    return true;
            }
        }

        return false;
    }
}
