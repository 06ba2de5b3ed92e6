using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace IntegrationAnalyzers.Tests.Catalog;

/// <summary>The files of this repository, by paths with forward slashes relative to its root.</summary>
internal static class Repository
{
    public const string Analyzers = "src/IntegrationAnalyzers";
    public const string CodeFixes = "src/IntegrationAnalyzers.CodeFixes";
    public const string Tests = "tests/IntegrationAnalyzers.Tests";

    public static string Root { get; } = FindRoot();

    /// <summary>The file's text with <c>\n</c>, or null where there is no such file.</summary>
    public static string? Read(string path) =>
        File.Exists(FullPath(path)) ? File.ReadAllText(FullPath(path)).Replace("\r\n", "\n", StringComparison.Ordinal) : null;

    public static void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(FullPath(path))!);
        File.WriteAllText(FullPath(path), text);
    }

    /// <summary>The files below a folder that match a pattern, sorted; without what a build writes.</summary>
    public static IReadOnlyList<string> Files(string folder, string pattern) =>
        !Directory.Exists(FullPath(folder))
            ? []
            : Directory.EnumerateFiles(FullPath(folder), pattern, SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
                .Where(path => !path.Contains("/bin/", StringComparison.Ordinal) && !path.Contains("/obj/", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .ToList();

    private static string FullPath(string path) => Path.Combine(Root, path);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "IntegrationAnalyzers.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException("The tests run outside the repository: no IntegrationAnalyzers.sln above " + AppContext.BaseDirectory);
    }
}
