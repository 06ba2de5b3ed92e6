using System;
using System.Collections.Generic;
using IntegrationAnalyzers.Model.Secrets;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;

namespace IntegrationAnalyzers.Model.Clients;

/// <summary>Code that runs once a session, by what it calls itself.</summary>
internal static class RareCalls
{
    private static readonly HashSet<string> Words = new(StringComparer.Ordinal)
    {
        // Not "authorize": a payment is authorized for each order.
        "login", "logon", "logout", "signin", "signout", "oauth", "install", "uninstall", "onboard",
    };

    /// <summary>Whether the operation stands in a method named for logging in or out, or for setting up: <c>LogInAsync</c>, <c>SignOut</c>, <c>InstallAsync</c>.</summary>
    public static bool LogsIn(IOperation operation)
    {
        for (var function = operation.EnclosingFunction(); function is not null; function = function.ContainingSymbol as IMethodSymbol)
        {
            var words = NameWords.Split(function.Name);
            for (var i = 0; i < words.Count; i++)
            {
                if (Words.Contains(words[i]) || (words[i] is "log" or "sign" && i + 1 < words.Count && words[i + 1] is "in" or "on" or "out" or "off"))
                    return true;
            }
        }

        return false;
    }
}
