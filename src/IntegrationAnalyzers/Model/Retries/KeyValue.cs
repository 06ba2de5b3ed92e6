using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.Model.Retries;

/// <summary>A place where an idempotency key is given its value.</summary>
/// <param name="Name">The header's, member's or parameter's name.</param>
/// <param name="Value">What it is given.</param>
/// <param name="Target">What it is put on: the headers, the object; null for a member that is initialized.</param>
/// <param name="IsHeader">Whether what puts it there is named for headers: <c>AddHeader</c>, <c>WithHeader</c>.</param>
internal sealed record KeyValue(string Name, ExpressionSyntax Value, ExpressionSyntax? Target, bool IsHeader = false);
