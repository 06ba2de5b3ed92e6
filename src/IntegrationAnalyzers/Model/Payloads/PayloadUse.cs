using Microsoft.CodeAnalysis;

namespace IntegrationAnalyzers.Model.Payloads;

/// <summary>What is done with a payload that nobody has looked at.</summary>
internal enum PayloadUseKind
{
    /// <summary>A member, element or iteration of it: fails where it is null.</summary>
    Dereferenced,

    /// <summary>Returned where the declared result says it is never null.</summary>
    Returned,

    /// <summary>Kept in a member that says it is never null.</summary>
    Stored,

    /// <summary>Given to a parameter that says it is never null, or to a method that dereferences it.</summary>
    PassedOn,
}

/// <summary>One unchecked use, where it stands in the source.</summary>
internal readonly record struct PayloadUse(PayloadUseKind Kind, SyntaxNode Syntax);
