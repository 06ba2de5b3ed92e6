using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.Model.Urls;

/// <summary>A value written into a URL in a form that the URL does not hold.</summary>
/// <param name="Value">The expression as it is written, without what escapes it.</param>
/// <param name="Name">How the source calls it.</param>
/// <param name="IsCultureSensitive">Whether its text depends on the current culture.</param>
/// <param name="IsUnescaped">Whether it is text that may hold what means something in a URL.</param>
/// <param name="Sink">What is sent to the URL.</param>
internal sealed record UrlValue(ExpressionSyntax Value, string Name, bool IsCultureSensitive, bool IsUnescaped, Location? Sink);
