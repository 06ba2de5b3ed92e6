using System;
using System.Collections.Generic;
using IntegrationAnalyzers.Roslyn;

namespace IntegrationAnalyzers.Apis;

/// <summary>The registry of Windows, whose keys are paths and no secrets.</summary>
internal static class RegistryApis
{
    private static readonly string[] PathMembers = ["OpenSubKey", "CreateSubKey", "DeleteSubKey", "DeleteSubKeyTree"];

    /// <summary>The words one of which stands in every file that names a key by its path.</summary>
    public static readonly HashSet<uint> Words = TextWords.Hashes(PathMembers);

    /// <summary>Whether a member of that name takes the path of a key: <c>OpenSubKey</c>, <c>CreateSubKey</c>.</summary>
    public static bool TakesPath(string name) => Array.IndexOf(PathMembers, name) >= 0;
}
