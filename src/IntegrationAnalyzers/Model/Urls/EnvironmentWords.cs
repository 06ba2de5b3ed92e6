using System;
using System.Collections.Generic;
using System.Linq;
using IntegrationAnalyzers.Model.Secrets;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.Model.Urls;

/// <summary>Words by which code speaks of the environment it runs in.</summary>
internal static class EnvironmentWords
{
    private static readonly HashSet<string> Choosing = Words(
        "sandbox sandboxed sandboxmode test testing tests testmode staging stage stg uat qa dev develop development debug debugger debugging release prod production live env environment environments " +
        "mode demo local localhost mock mocked fake simulate simulated simulation simulator preprod playground tunnel ngrok emulator emulated testnet mainnet isdevelopment");

    private static readonly HashSet<string> Naming = Words(
        "sandbox test tests testing staging stage uat qa dev development debug demo local localhost loopback mock mocks fake fakes stub stubs playground emulator simulator testnet");

    private static readonly HashSet<string> Living = Words("live prod production release mainnet");

    private static readonly HashSet<string> Developing = Words("debug debugger dev development isdevelopment");

    /// <summary>Whether a condition, a <c>switch</c> or a build symbol asks for the environment or for a mode.</summary>
    public static bool Choose(SyntaxNode condition) => Any(condition, Choosing);

    /// <summary>Whether a condition asks for development.</summary>
    public static bool SpeakOfDevelopment(SyntaxNode condition) => Any(condition, Developing);

    /// <summary>Whether a condition asks for production: <c>isLive</c>, <c>env.IsProduction()</c>, <c>!useSandbox</c>.</summary>
    public static bool AskForProduction(ExpressionSyntax condition)
    {
        while (condition is ParenthesizedExpressionSyntax inner)
            condition = inner.Expression;
        if (condition is PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression, Operand: var opposite })
            return Any(opposite, Naming) && !Any(opposite, Living);
        return Any(condition, Living) && !condition.DescendantNodesAndSelf().Any(static node => node.Kind() is SyntaxKind.LogicalNotExpression or SyntaxKind.NotEqualsExpression or SyntaxKind.NotPattern);
    }

    /// <summary>Whether a member or type says by its name that it is not for production.</summary>
    public static bool Name(string name) => Any(name, Naming);

    private static bool Any(SyntaxNode node, HashSet<string> words)
    {
        foreach (var token in node.DescendantTokens())
        {
            if (token.IsKind(SyntaxKind.IdentifierToken) || token.IsKind(SyntaxKind.StringLiteralToken))
            {
                if (Any(token.ValueText, words))
                    return true;
            }
        }

        return false;
    }

    private static bool Any(string name, HashSet<string> words)
    {
        if (name.Length > 100)
            return false;
        foreach (var word in NameWords.Split(name))
        {
            if (words.Contains(word))
                return true;
        }

        return false;
    }

    private static HashSet<string> Words(string words) => new(words.Split([' '], StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal);
}
