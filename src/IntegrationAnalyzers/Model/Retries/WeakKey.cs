using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.Model.Retries;

/// <summary>Why a key does not tell one operation from the next.</summary>
internal enum WeakKeyKind
{
    /// <summary>It is the same text for every request.</summary>
    Constant,

    /// <summary>It is set once for all requests of a client.</summary>
    SharedByTheClient,

    /// <summary>It is the time: two requests may be made at one tick.</summary>
    Clock,

    /// <summary>It is a hash code: another in each process, and not unique in any.</summary>
    HashCode,
}

/// <summary>A key that is no identity of its operation.</summary>
/// <param name="Place">What is reported: the value, or the attribute's argument.</param>
/// <param name="Name">The header's or member's name.</param>
/// <param name="Value">The value that a request of its own needs another of; null where the key is set for more than one request.</param>
internal sealed record WeakKey(SyntaxNode Place, string Name, WeakKeyKind Kind, ExpressionSyntax? Value);
