using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace IntegrationAnalyzers.Model.Baselines;

/// <summary>
/// The findings a team has written down to be left alone: what the baseline files among the additional files hold, and what the build is told to do
/// with them. Made once for the options of a compilation; where there is no such file, everything in it is empty and nothing is computed.
/// </summary>
internal sealed class Baseline
{
    /// <summary>The key of the diagnostic's property that carries the line which a baseline would have for it.</summary>
    public const string Property = "IntegrationAnalyzers.Baseline";

    /// <summary>What tells one project's lines from another's; the package sets it to the project's name, and its target framework where there are several.</summary>
    public const string ProjectOption = "build_property.IntegrationAnalyzersBaselineProject";

    /// <summary>What to do: nothing said, <c>write</c>, <c>prune</c>, or <c>false</c>.</summary>
    public const string ModeOption = "build_property.IntegrationAnalyzersBaseline";

    private const string ProjectFolderOption = "build_property.ProjectDir";

    private static readonly ConditionalWeakTable<AnalyzerOptions, Baseline> Known = new();
    private static readonly Baseline None = new(ImmutableArray<BaselineFile>.Empty, ImmutableArray<AdditionalText>.Empty, false, null, null);

    private readonly ImmutableArray<AdditionalText> _additionalFiles;
    private readonly string? _project;
    private readonly string? _projectFolder;
    private readonly HashSet<string> _keys = new(StringComparer.Ordinal);

    private Baseline(ImmutableArray<BaselineFile> files, ImmutableArray<AdditionalText> additionalFiles, bool isBeingWritten, string? project, string? projectFolder)
    {
        Files = files;
        _additionalFiles = additionalFiles;
        IsBeingWritten = isBeingWritten;
        _project = project;
        _projectFolder = projectFolder;
        foreach (var file in files)
        {
            foreach (var entry in file.Entries)
                _keys.Add(entry.Key);
        }
    }

    /// <summary>The baseline files, read.</summary>
    public ImmutableArray<BaselineFile> Files { get; }

    /// <summary>Whether this build writes the baseline anew: then every finding is accepted, and the files as they are do not count.</summary>
    public bool IsBeingWritten { get; }

    /// <summary>Whether findings have to be named.</summary>
    public bool IsInUse => IsBeingWritten || !Files.IsEmpty;

    /// <summary>The name of the compilation's project in a baseline.</summary>
    public string ProjectOf(Compilation compilation) => _project ?? compilation.AssemblyName ?? "";

    /// <summary>Whether a finding of this line is left alone.</summary>
    public bool Accepts(string key) => IsBeingWritten || _keys.Contains(key);

    /// <summary>The line that stands for a finding.</summary>
    public string KeyOf(string ruleId, Location location, Compilation compilation, Func<SyntaxTree, SemanticModel> semantics, CancellationToken cancellationToken) =>
        BaselineEntry.KeyOf(
            ProjectOf(compilation),
            ruleId,
            location.SourceTree is { } tree
                ? Fingerprint.InSource(tree, location.SourceSpan, semantics, cancellationToken)
                : InFile(location.GetLineSpan().Path, location.SourceSpan, cancellationToken));

    public static Baseline Of(AnalyzerOptions options)
    {
        if (!Known.TryGetValue(options, out var known))
            known = Known.GetValue(options, static o => Read(o));
        return known;
    }

    private Fingerprint InFile(string? path, TextSpan span, CancellationToken cancellationToken)
    {
        foreach (var file in _additionalFiles)
        {
            if (file.Path == path && file.GetText(cancellationToken) is { } text)
                return Fingerprint.InFile(file.Path, text.ToString(), span, _projectFolder);
        }

        return Fingerprint.InFile(path ?? "", "", span, _projectFolder);
    }

    private static Baseline Read(AnalyzerOptions options)
    {
        var global = options.AnalyzerConfigOptionsProvider.GlobalOptions;
        var mode = Text(global, ModeOption);
        var isBeingWritten = mode is not null && (mode.Equals("write", StringComparison.OrdinalIgnoreCase) || mode.Equals("prune", StringComparison.OrdinalIgnoreCase));
        var files = ImmutableArray.CreateBuilder<BaselineFile>();
        if (!isBeingWritten && !"false".Equals(mode, StringComparison.OrdinalIgnoreCase))
        {
            foreach (var file in options.AdditionalFiles)
            {
                if (BaselineFile.Of(file, CancellationToken.None) is { } read)
                    files.Add(read);
            }
        }

        return files.Count == 0 && !isBeingWritten
            ? None
            : new Baseline(files.ToImmutable(), options.AdditionalFiles, isBeingWritten, Text(global, ProjectOption), Text(global, ProjectFolderOption));
    }

    private static string? Text(AnalyzerConfigOptions options, string key) =>
        options.TryGetValue(key, out var value) && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;
}
