using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.Model.Retries;

/// <summary>Why the next attempt cannot send it again.</summary>
internal enum ResentKind
{
    /// <summary>A client sends one message once.</summary>
    Request,

    /// <summary>The first attempt disposes its request, and with it the content.</summary>
    DisposedContent,

    /// <summary>The content's stream cannot be wound back.</summary>
    OneShotContent,
}

/// <summary>A message or content made once before a retry and sent by each of its attempts.</summary>
/// <param name="Use">Where the attempt sends it.</param>
/// <param name="Symbol">The local or parameter that holds it.</param>
internal sealed record ResentRequest(IdentifierNameSyntax Use, ISymbol Symbol, ResentKind Kind, RetryScope Scope);
