using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.Model.Urls;

/// <summary><c>value.ToString(…)</c> or <c>value?.ToString(…)</c>.</summary>
/// <param name="Receiver">What is formatted.</param>
/// <param name="Call">The call itself.</param>
internal sealed record FormattedCall(ExpressionSyntax Receiver, InvocationExpressionSyntax Call)
{
    public SeparatedSyntaxList<ArgumentSyntax> Arguments => Call.ArgumentList.Arguments;

    public static FormattedCall? Of(ExpressionSyntax value) => value switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ToString", Expression: var receiver } } call => new FormattedCall(receiver, call),
        ConditionalAccessExpressionSyntax { Expression: var receiver, WhenNotNull: InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax { Name.Identifier.ValueText: "ToString" } } call } =>
            new FormattedCall(receiver, call),
        _ => null,
    };
}
