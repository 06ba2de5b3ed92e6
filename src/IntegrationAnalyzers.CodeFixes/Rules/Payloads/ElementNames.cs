using System;
using System.Collections.Generic;
using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace IntegrationAnalyzers.CodeFixes.Rules.Payloads;

/// <summary>What the variable of a property of a document is called.</summary>
internal static class ElementNames
{
    /// <summary><c>access_token</c> gives <c>accessToken</c>; a name that is in use gets <c>Element</c> behind it, then numbers.</summary>
    public static string Unused(string property, HashSet<string> taken) => Unused(property, taken, static name => name + "Element");

    /// <summary>The same with another name where that one is in use.</summary>
    public static string Unused(string property, HashSet<string> taken, Func<string, string> otherwise)
    {
        var name = Camel(property);
        if (name.Length == 0 || !SyntaxFacts.IsValidIdentifier(name))
            name = "element";
        if (SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None || taken.Contains(name))
            name = name == "element" ? name : otherwise(name);
        var unused = name;
        for (var number = 2; !taken.Add(unused); number++)
            unused = name + number;
        return unused;
    }

    private static string Camel(string property)
    {
        var name = new StringBuilder();
        var isStart = false;
        foreach (var c in property)
        {
            if (!char.IsLetterOrDigit(c))
            {
                isStart = name.Length > 0;
                continue;
            }

            name.Append(isStart ? char.ToUpperInvariant(c) : name.Length == 0 ? char.ToLowerInvariant(c) : c);
            isStart = false;
        }

        return name.ToString();
    }
}
