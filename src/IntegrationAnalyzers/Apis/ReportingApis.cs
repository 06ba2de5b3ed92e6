using System;
using System.Collections.Generic;
using IntegrationAnalyzers.Roslyn;

namespace IntegrationAnalyzers.Apis;

/// <summary>
/// Members that tell somebody of a failure, by name: every team has a logger of its own, and what they call its methods is alike everywhere.
/// </summary>
internal static class ReportingApis
{
    private static readonly string[] Verbs =
    [
        "Log", "Write", "Trace", "Debug", "Info", "Warn", "Error", "Fatal", "Critical", "Verbose", "Print", "Track", "CaptureException", "CaptureMessage", "CaptureEvent", "Record",
        "Report", "Show", "Alert", "Display", "Notify", "AddModelError", "AddException", "AddEvent", "SetStatus", "SetTag", "Exception", "Audit",
    ];

    private static readonly string[] Screens = ["Show", "Alert", "Display", "Notify", "AddModelError", "SetStatusMessage", "AddError", "Toast"];

    /// <summary>Words by which a type, a member, a status or a text says that something went wrong.</summary>
    private static readonly string[] Failures =
        ["Error", "Fail", "Fault", "Exception", "Problem", "Unavailable", "Unreachable", "Unable", "Could not", "CouldNot", "Cannot", "Invalid", "NotAvailable", "TimedOut", "Unknown"];

    private static readonly HashSet<string> Formatters = new(StringComparer.Ordinal) { "Format", "Concat", "Join", "Append", "AppendLine", "AppendFormat", "ToString" };

    private static readonly HashSet<string> Waits = new(StringComparer.Ordinal)
    {
        "Delay", "Sleep", "Dispose", "DisposeAsync", "Close", "Cancel", "CancelAsync", "Reset", "Release", "Clear", "Stop", "ConfigureAwait", "Collect",
    };

    /// <summary>Whether a method of that name writes, shows or counts what it is given.</summary>
    public static bool Tells(string methodName)
    {
        foreach (var verb in Verbs)
        {
            if (methodName.StartsWith(verb, StringComparison.Ordinal))
                return true;
        }

        return methodName.EndsWith("Log", StringComparison.Ordinal) || methodName.EndsWith("LogAsync", StringComparison.Ordinal);
    }

    /// <summary>Whether a method of that name puts what it is given before the eyes of the one who asked.</summary>
    public static bool Shows(string methodName)
    {
        foreach (var verb in Screens)
        {
            if (methodName.StartsWith(verb, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    /// <summary>Whether a name or a text speaks of something that went wrong.</summary>
    public static bool SaysFailure(string words) => Array.Exists(Failures, words.ContainsFailure);

    /// <summary>Whether it only makes text of what it is given.</summary>
    public static bool Formats(string methodName) => Formatters.Contains(methodName);

    /// <summary>Whether it tells nobody anything: it waits or clears up.</summary>
    public static bool IsHousekeeping(string methodName) => Waits.Contains(methodName);
}
