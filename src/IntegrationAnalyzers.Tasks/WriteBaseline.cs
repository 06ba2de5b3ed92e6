using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.Serialization;
using System.Text;
using System.Threading;
using System.Xml;
using Microsoft.Build.Framework;

namespace IntegrationAnalyzers.Tasks;

/// <summary>
/// Brings one project's lines of a baseline up to date with what the compiler has found in it, and leaves other projects' lines alone. Projects that are built side by side take turns.
/// </summary>
public sealed class WriteBaseline : ITask
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <inheritdoc/>
    public IBuildEngine BuildEngine { get; set; } = null!;

    /// <inheritdoc/>
    public ITaskHost? HostObject { get; set; }

    /// <summary>The compiler's log of this build.</summary>
    [Required]
    public string Findings { get; set; } = "";

    /// <summary>The baseline; made where it is not there.</summary>
    [Required]
    public string Baseline { get; set; } = "";

    /// <summary>The project's name in the baseline.</summary>
    [Required]
    public string Project { get; set; } = "";

    /// <summary>All names that the project has there: one a target framework. Lines of former ones go.</summary>
    [Required]
    public string[] ProjectNames { get; set; } = [];

    /// <summary>Whether lines only go, and none is added.</summary>
    public bool Prune { get; set; }

    /// <inheritdoc/>
    public bool Execute()
    {
        try
        {
            if (!File.Exists(Findings))
                return true;

            var found = FindingsLog.Read(Findings);
            if (found is null)
            {
                Warn("IACFG003", $"The baseline of '{Project}' is left as it is, because the analyzers did not run in this build");
                return true;
            }

            Update(found);
            return true;
        }
        catch (Exception ex) when (ex is IOException or UnauthorizedAccessException or XmlException or SerializationException or FormatException)
        {
            BuildEngine.LogErrorEvent(new BuildErrorEventArgs(null, "IACFG004", Baseline, 0, 0, 0, 0, $"The baseline cannot be written: {ex.Message}", null, nameof(WriteBaseline)));
            return false;
        }
    }

    private void Update(IReadOnlyCollection<Finding> found)
    {
        using (Lock())
        {
            var before = File.Exists(Baseline) ? File.ReadAllText(Baseline) : "";
            var lines = BaselineLines.Read(before);
            var own = lines.Of(IsOwn);
            var kept = new HashSet<string>(found.Where(f => own.Contains(f.Line) || (!Prune && f.IsShown)).Select(static f => f.Line), StringComparer.Ordinal);
            var after = lines.With(IsOwn, kept);
            if (after != before && (kept.Count > 0 || before.Length > 0))
                File.WriteAllText(Baseline, after, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));

            var added = kept.Count(line => !own.Contains(line));
            var gone = own.Count(line => !kept.Contains(line));
            BuildEngine.LogMessageEvent(new BuildMessageEventArgs(
                $"IntegrationAnalyzers: {Project}: {kept.Count} in the baseline {Baseline} ({added} added, {gone} taken out)", null, nameof(WriteBaseline), MessageImportance.High));
        }
    }

    /// <summary>Whether a line of that project is ours to replace: this build's, or one of a target framework that the project no longer has.</summary>
    private bool IsOwn(string project)
    {
        if (project == Project)
            return true;
        if (ProjectNames.Contains(project, StringComparer.Ordinal))
            return false;
        var name = ProjectNames.Length == 0 ? Project : ProjectNames[0];
        var framework = name.LastIndexOf(" (", StringComparison.Ordinal);
        if (framework > 0)
            name = name.Substring(0, framework);
        return project == name || (project.StartsWith(name + " (", StringComparison.Ordinal) && project.EndsWith(")", StringComparison.Ordinal));
    }

    /// <summary>A file of the baseline's name among the temporary ones: whoever has it open has the turn.</summary>
    private FileStream Lock()
    {
        var name = "ia-baseline-" + (uint)Path.GetFullPath(Baseline).ToUpperInvariant().Aggregate(17, static (hash, c) => unchecked((hash * 31) + c)) + ".lock";
        var path = Path.Combine(Path.GetTempPath(), name);
        var end = DateTime.UtcNow + Patience;
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (DateTime.UtcNow < end)
            {
                Thread.Sleep(20);
            }
        }
    }

    private void Warn(string code, string text) =>
        BuildEngine.LogWarningEvent(new BuildWarningEventArgs(null, code, Baseline, 0, 0, 0, 0, text, null, nameof(WriteBaseline)));
}
