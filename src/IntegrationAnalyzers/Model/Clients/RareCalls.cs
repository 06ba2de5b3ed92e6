using System;
using System.Collections.Generic;
using IntegrationAnalyzers.Model.Secrets;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;

namespace IntegrationAnalyzers.Model.Clients;

/// <summary>Code that runs once a session, or when a person asks for it, by what it calls itself.</summary>
internal static class RareCalls
{
    private static readonly HashSet<string> Words = new(StringComparer.Ordinal)
    {
        // Not "authorize": a payment is authorized for each order.
        "login", "logon", "logout", "signin", "signout", "oauth", "install", "uninstall", "onboard",
    };

    /// <summary>
    /// Whether a person asks for it now and then: a class named for finding faults (<c>WhatsAppDebugController</c>), a method that looks whether there is a newer version
    /// (<c>CheckForUpdatesAsync</c>).
    /// </summary>
    public static bool IsAskedForByHand(IOperation operation)
    {
        for (ISymbol? symbol = operation.EnclosingFunction(); symbol is not null; symbol = symbol.ContainingSymbol)
        {
            if (symbol is INamedTypeSymbol type && NameWords.Split(type.Name).Exists(static w => w is "debug" or "diagnostic" or "diagnostics"))
                return true;
            if (symbol is IMethodSymbol method && NameWords.Split(method.Name) is ["check", "for", "update" or "updates" or "upgrade" or "upgrades", ..] or ["check", "update" or "updates", ..])
                return true;
        }

        return false;
    }

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
