using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.Model.Urls;

/// <summary><c>value.ToString(…)</c> or <c>value?.ToString(…)</c>, and what is short for one: <c>day.ToShortDateString()</c>, <c>Convert.ToString(value)</c>.</summary>
/// <param name="Receiver">What is formatted.</param>
/// <param name="Call">The call itself.</param>
internal sealed record FormattedCall(ExpressionSyntax Receiver, InvocationExpressionSyntax Call)
{
    public SeparatedSyntaxList<ArgumentSyntax> Arguments => Call.ArgumentList.Arguments;

    /// <summary>The format that the method's name stands for.</summary>
    public string? Format { get; init; }

    /// <summary>Whether the value is the call's first argument.</summary>
    public bool IsConversion { get; init; }

    public static FormattedCall? Of(ExpressionSyntax value) => value switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ToString", Expression: IdentifierNameSyntax { Identifier.ValueText: "Convert" } }, ArgumentList.Arguments: [var only, ..] } call =>
            new FormattedCall(only.Expression, call) { IsConversion = true },
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ToString", Expression: var receiver } } call => new FormattedCall(receiver, call),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name, Expression: var receiver } } call when FormatOf(name) is { } format =>
            new FormattedCall(receiver, call) { Format = format },
        ConditionalAccessExpressionSyntax { Expression: var receiver, WhenNotNull: InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax { Name.Identifier.ValueText: "ToString" } } call } =>
            new FormattedCall(receiver, call),
        _ => null,
    };

    private static string? FormatOf(string method) => method switch
    {
        "ToShortDateString" => "d",
        "ToLongDateString" => "D",
        "ToShortTimeString" => "t",
        "ToLongTimeString" => "T",
        _ => null,
    };
}
