using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace IntegrationAnalyzers.Corpus.Loading;

/// <summary>The configuration files of a project that the package hands to the analyzers.</summary>
internal static class ConfigurationFiles
{
    private static readonly string[] Patterns = ["appsettings*.json", "*.config", ".env*", "Properties/launchSettings.json"];

    public static IEnumerable<string> Below(string folder, IReadOnlySet<string> projectFolders) =>
        Patterns
            .Where(pattern => !pattern.Contains('/', StringComparison.Ordinal) || Directory.Exists(Path.Combine(folder, Path.GetDirectoryName(pattern)!)))
            .SelectMany(pattern => Directory.EnumerateFiles(folder, pattern, new EnumerationOptions { MatchCasing = MatchCasing.CaseInsensitive }))
            .Where(file => Path.GetDirectoryName(file) is { } own && (own == folder || !projectFolders.Contains(own)))
            .Order(StringComparer.Ordinal);
}
