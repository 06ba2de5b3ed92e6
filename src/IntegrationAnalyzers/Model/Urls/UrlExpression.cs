using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.Model.Urls;

/// <summary>A URL written in source.</summary>
/// <param name="Literal">The literal or interpolated string it stands in.</param>
/// <param name="Text">What is known of it.</param>
/// <param name="IsEndpoint">Whether it reaches a call, a request or a client's address.</param>
/// <param name="Sink">Where it does; null where it does not or that is not known.</param>
internal sealed record UrlExpression(ExpressionSyntax Literal, UrlText Text, Certainty IsEndpoint, Location? Sink);
