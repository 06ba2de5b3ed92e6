using IntegrationAnalyzers.Apis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.Model.Urls;

/// <summary>A URL of a provider that demands an API version, in a compilation that never names it.</summary>
/// <param name="Literal">The first URL of the provider that something is sent to.</param>
/// <param name="Api">How the provider takes the version.</param>
/// <param name="Sink">What is sent there.</param>
internal sealed record UnpinnedVersion(ExpressionSyntax Literal, ApiVersion Api, Location Sink);
