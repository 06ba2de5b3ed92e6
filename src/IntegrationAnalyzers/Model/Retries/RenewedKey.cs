using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.Model.Retries;

/// <summary>A key that every attempt of a retry makes anew.</summary>
/// <param name="Place">What makes it, or the call inside the retry of the wrapper that does.</param>
/// <param name="Name">The header's, member's or parameter's name.</param>
/// <param name="Value">What makes it, where that stands inside the retry itself; null where a wrapper does.</param>
/// <param name="Scope">What repeats it.</param>
/// <param name="Cause">The other place to look at: the retry, or what makes the key in a wrapper.</param>
internal sealed record RenewedKey(SyntaxNode Place, string Name, ExpressionSyntax? Value, RetryScope Scope, Location Cause);
