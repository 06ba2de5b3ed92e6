using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Microsoft.Extensions.FileSystemGlobbing;

namespace IntegrationAnalyzers.Corpus.Loading;

/// <summary>Which files belong to a project, and their text in the encoding they were written in.</summary>
internal static partial class SourceFiles
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly string[] BuildOutput = ["bin", "obj", "node_modules"];

    static SourceFiles() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The C# files below a folder, without build output, without folders that the SDK leaves out by their dot (<c>.git</c>, <c>.vshistory</c>), and without folders that hold projects of their own.</summary>
    public static IEnumerable<string> Below(string folder, IReadOnlySet<string> nestedProjects)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*.cs").Order(StringComparer.Ordinal))
            yield return file;

        foreach (var child in Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileName(child);
            if (name.StartsWith('.') || BuildOutput.Contains(name, StringComparer.OrdinalIgnoreCase) || nestedProjects.Contains(child) || IsLink(child))
                continue;
            foreach (var file in Below(child, nestedProjects))
                yield return file;
        }
    }

    /// <summary>The files of a project: its folder's, less what it removes, plus what it links from elsewhere.</summary>
    public static IReadOnlyList<string> Of(ProjectFile project, IReadOnlySet<string> projectFolders)
    {
        var files = new SortedSet<string>(StringComparer.Ordinal);
        var byDefault = project.Sdk.Length > 0 && !project.Properties["EnableDefaultCompileItems"].Equals("false", StringComparison.OrdinalIgnoreCase);
        if (byDefault)
            files.UnionWith(Below(project.Folder, projectFolders));

        foreach (var item in project.Items("Compile"))
        {
            files.UnionWith(Match(item.Folder, item.Include));
            files.ExceptWith(Match(item.Folder, item.Remove));
        }

        return [.. files];
    }

    /// <summary>Detects byte-order marks; bytes that are no UTF-8 are read as Windows-1252, which the compiler would fall back to.</summary>
    public static SourceText Read(string path)
    {
        var bytes = File.ReadAllBytes(path);
        try
        {
            return SourceText.From(new MemoryStream(bytes), StrictUtf8, SourceHashAlgorithm.Sha256, throwIfBinaryDetected: false, canBeEmbedded: false);
        }
        catch (DecoderFallbackException)
        {
            return SourceText.From(new MemoryStream(bytes), Encoding.GetEncoding(1252));
        }
    }

    /// <summary>The namespaces that files use: they tell of packages that come by way of others.</summary>
    public static IEnumerable<string> Namespaces(IEnumerable<SourceText> texts) => texts.SelectMany(Namespaces).Distinct();

    /// <summary>By the text, which knows those of all branches; behind a literal of several lines, which may hold some, by the syntax.</summary>
    private static IEnumerable<string> Namespaces(SourceText source)
    {
        var text = source.ToString();
        var literal = LongLiteral().Match(text) is { Success: true, Index: var index } ? index : text.Length;
        var (before, behind) = (new List<string>(), false);
        foreach (Match match in UsingDirective().Matches(text))
        {
            if (match.Index < literal)
                before.Add(match.Groups[1].Value);
            else
                behind = true;
        }

        return behind
            ? before.Concat(CSharpSyntaxTree.ParseText(source).GetRoot()
                .DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax).OfType<UsingDirectiveSyntax>()
                .Where(static directive => directive is { Alias: null, Name: not null }).Select(static directive => directive.Name!.ToString()))
            : before;
    }

    /// <summary>A path of a project file (with either slash) below a folder, or null where it is none.</summary>
    public static string? Combine(string folder, string path)
    {
        try
        {
            return Path.GetFullPath(Path.Combine(folder, path.Replace('\\', '/')));
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static IEnumerable<string> Match(string folder, string[] patterns)
    {
        if (patterns.Length == 0)
            return [];

        var matcher = new Matcher(StringComparison.OrdinalIgnoreCase);
        var found = new List<string>();
        foreach (var pattern in patterns.Select(static p => p.Replace('\\', '/')))
        {
            if (Path.IsPathRooted(pattern) || !pattern.Contains('*'))
            {
                if (Combine(folder, pattern) is { } file && File.Exists(file))
                    found.Add(file);
            }
            else
            {
                matcher.AddInclude(pattern);
            }
        }

        return found.Concat(matcher.GetResultsInFullPath(folder)).Where(static f => f.EndsWith(".cs", StringComparison.OrdinalIgnoreCase));
    }

    [GeneratedRegex(@"^[ \t]*(?:global[ \t]+)?using[ \t]+(?:static[ \t]+)?([\w.]+)[ \t]*;", RegexOptions.Multiline)]
    private static partial Regex UsingDirective();

    [GeneratedRegex("\"\"\"|@\\$?\"")]
    private static partial Regex LongLiteral();

    private static bool IsLink(string folder) => new DirectoryInfo(folder).LinkTarget is not null;
}
