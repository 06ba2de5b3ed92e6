using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace IntegrationAnalyzers.Corpus.Loading;

/// <summary>The configuration files of a project that the package hands to the analyzers.</summary>
internal static class ConfigurationFiles
{
    private static readonly string[] Patterns = ["appsettings*.json", "*.config", ".env*", "Properties/launchSettings.json"];

    /// <summary>A name that starts with a dot counts as hidden on Unix, and <c>.env</c> is one.</summary>
    private static readonly EnumerationOptions AllNames = new() { MatchCasing = MatchCasing.CaseInsensitive, AttributesToSkip = FileAttributes.System };

    public static IEnumerable<string> Below(string folder, IReadOnlySet<string> projectFolders) =>
        Patterns
            .Where(pattern => !pattern.Contains('/', StringComparison.Ordinal) || Directory.Exists(Path.Combine(folder, Path.GetDirectoryName(pattern)!)))
            .SelectMany(pattern => Directory.EnumerateFiles(folder, pattern, AllNames))
            .Where(file => Path.GetDirectoryName(file) is { } own && (own == folder || !projectFolders.Contains(own)))
            .Order(StringComparer.Ordinal);
}
