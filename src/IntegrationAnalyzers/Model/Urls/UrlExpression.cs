using IntegrationAnalyzers.Apis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.Model.Urls;

/// <summary>A URL written in source.</summary>
/// <param name="Literal">The literal or interpolated string it stands in, or a constant's text that is its host.</param>
/// <param name="Address">What is followed: the literal, or the address that names the constant.</param>
/// <param name="Text">What is known of it.</param>
/// <param name="IsEndpoint">Whether it reaches a call, a request or a client's address.</param>
/// <param name="Sink">Where it does; null where it does not or that is not known.</param>
/// <param name="Environment">What the host is for, where that is not production.</param>
/// <param name="IsAlwaysUsed">Of a host that is not production's: whether it reaches the sink without any setting, environment or build choosing it.</param>
/// <param name="IsDevelopmentOnly">Whether it stands in code that runs in development alone.</param>
internal sealed record UrlExpression(
    ExpressionSyntax Literal,
    ExpressionSyntax Address,
    UrlText Text,
    Certainty IsEndpoint,
    Location? Sink,
    EnvironmentHost? Environment,
    Certainty IsAlwaysUsed,
    bool IsDevelopmentOnly)
{
    /// <summary>Whether production calls a host that is not meant for it.</summary>
    public bool IsWrongInProduction => IsEndpoint == Certainty.Yes && Environment is not null && IsAlwaysUsed == Certainty.Yes && !IsDevelopmentOnly;
}
