using IntegrationAnalyzers.Apis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.Model.Urls;

/// <summary>A secret that is put into a URL something is sent to.</summary>
/// <param name="Node">What to point at: the hole of an interpolated string, or the value.</param>
/// <param name="Value">The value itself, escaping peeled off.</param>
/// <param name="Name">What the code calls the value.</param>
/// <param name="Parameter">The query's parameter; empty for user-info.</param>
/// <param name="Sink">Where it is sent.</param>
/// <param name="Host">The URL's host; empty where that is not known here.</param>
/// <param name="Provider">How that host takes the key otherwise; null where the table does not know.</param>
internal sealed record UrlSecret(SyntaxNode Node, ExpressionSyntax Value, string Name, string Parameter, Location? Sink, string Host, QueryKey? Provider);
