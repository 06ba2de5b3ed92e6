using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.Roslyn;

/// <summary>The name by which an invocation's member is written: what can be asked before anything is bound, and where a reader looks.</summary>
internal static class CalledNames
{
    /// <summary><c>B</c> of <c>a.B()</c>, <c>a?.B()</c> and <c>B()</c>; null where what is called has no name.</summary>
    public static SimpleNameSyntax? CalledName(this InvocationExpressionSyntax invocation) => invocation.Expression switch
    {
        SimpleNameSyntax simple => simple,
        MemberAccessExpressionSyntax access => access.Name,
        MemberBindingExpressionSyntax binding => binding.Name,
        _ => null,
    };

    /// <summary>The text of that name.</summary>
    public static string? CalledText(this InvocationExpressionSyntax invocation) => invocation.CalledName()?.Identifier.ValueText;

    /// <summary>That name, or all that is called.</summary>
    public static SyntaxNode CalledPlace(this InvocationExpressionSyntax invocation) => (SyntaxNode?)invocation.CalledName() ?? invocation.Expression;

    /// <summary>The word of that name, or the first word of what is called.</summary>
    public static SyntaxToken CalledToken(this InvocationExpressionSyntax invocation) => invocation.CalledName()?.Identifier ?? invocation.GetFirstToken();
}
