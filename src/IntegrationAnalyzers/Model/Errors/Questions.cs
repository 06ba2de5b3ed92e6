using System;
using IntegrationAnalyzers.Roslyn;

namespace IntegrationAnalyzers.Model.Errors;

/// <summary>Methods that ask whether something is there, is right or answers: a failure is one of the answers.</summary>
internal static class Questions
{
    private static readonly string[] Starts =
        [
            "Is", "Has", "Can", "Try", "Test", "Check", "Ping", "Probe", "Validate", "Verify", "Should", "Was", "Are", "Contains", "Supports", "Debug", "Diagnose",

            // In Portuguese and Spanish.
            "Verificar", "Validar", "Comprobar", "Testar", "Probar",
        ];

    /// <summary>What asks how something goes, and not only whether.</summary>
    private static readonly string[] TrialStarts = ["Debug", "Diagnose", "Test", "Ping", "Probe"];

    private static readonly string[] Parts = ["Exist", "Available", "Availability", "Health", "Reachable", "Connectivity"];

    /// <summary>A state that is asked about, as the whole name: <c>OnlineAsync</c>, <c>ServerOnlineAsync</c>. Behind any other word it may as well be brought about (<c>GoOnline</c>).</summary>
    private static readonly string[] States = ["Alive", "Online", "Up", "Ready", "Responds", "Heartbeat", "SelfTest", "Erreichbar"];

    private static readonly string[] Subjects = ["Server", "Service", "Api", "Host", "Backend"];

    public static bool AsksByName(string name)
    {
        if (StartsWithAny(name, Starts) || NamesState(name))
            return true;
        foreach (var part in Parts)
        {
            if (name.IndexOf(part, StringComparison.Ordinal) >= 0)
                return true;
        }

        return false;
    }

    /// <summary>Whether it tries something out for whoever wants to see how it goes: the words of the failure are what was asked for.</summary>
    public static bool TriesOut(string name) => StartsWithAny(name, TrialStarts);

    /// <summary>
    /// Whether it asks if a sender is the one it claims to be: who hears <c>false</c> turns the message away for good, which is no answer to an outage of those who were asked.
    /// </summary>
    public static bool AsksAboutSender(string name) => AsksByName(name) && (name.ContainsIgnoreCase("signature") || name.ContainsIgnoreCase("webhook"));

    private static bool NamesState(string name)
    {
        if (name.EndsWith("Async", StringComparison.Ordinal))
            name = name.Substring(0, name.Length - "Async".Length);
        foreach (var subject in Subjects)
        {
            if (name.Length > subject.Length && StartsWith(name, subject))
                name = name.Substring(subject.Length);
        }

        return Array.IndexOf(States, name) >= 0;
    }

    private static bool StartsWithAny(string name, string[] starts)
    {
        foreach (var start in starts)
        {
            if (StartsWith(name, start) && (name.Length == start.Length || !char.IsLower(name[start.Length])))
                return true;
        }

        return false;
    }

    private static bool StartsWith(string name, string start) =>
        name.Length >= start.Length && char.ToUpperInvariant(name[0]) == start[0] && string.CompareOrdinal(name, 1, start, 1, start.Length - 1) == 0;
}
