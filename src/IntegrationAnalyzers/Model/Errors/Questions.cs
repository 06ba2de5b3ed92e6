using System;

namespace IntegrationAnalyzers.Model.Errors;

/// <summary>Methods that ask whether something is there, is right or answers: a failure is one of the answers.</summary>
internal static class Questions
{
    private static readonly string[] Starts =
        ["Is", "Has", "Can", "Try", "Test", "Check", "Ping", "Probe", "Validate", "Verify", "Should", "Was", "Are", "Contains", "Supports"];

    private static readonly string[] Parts = ["Exist", "Available", "Availability", "Health", "Reachable", "Connectivity"];

    public static bool AsksByName(string name)
    {
        foreach (var start in Starts)
        {
            if (name.StartsWith(start, StringComparison.Ordinal) && (name.Length == start.Length || !char.IsLower(name[start.Length])))
                return true;
        }

        foreach (var part in Parts)
        {
            if (name.IndexOf(part, StringComparison.Ordinal) >= 0)
                return true;
        }

        return false;
    }
}
