using System.Collections.Generic;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Which compiler diagnostics count as diagnostics of a test, and so fail it where they are not expected.</summary>
public enum CompilerDiagnostics
{
    None,
    Errors,
    Warnings,
    Suggestions,
    All,
}

/// <summary>What is done with markup in a state's sources.</summary>
public enum MarkupMode
{
    None,
    Ignore,

    /// <summary>Markup of diagnostics that a fix mends is dropped; that of all others is expected.</summary>
    IgnoreFixable,
    Allow,
}

/// <summary>Files that get the default names <c>/0/Test0.cs</c>, <c>/0/Test1.cs</c>, … where they have none.</summary>
public sealed class SourceFileList(string defaultPrefix, string defaultExtension) : List<(string filename, SourceText content)>
{
    public void Add(string content) => Add(($"{defaultPrefix}{Count}.{defaultExtension}", content));

    public void Add((string filename, string content) file) => Add((file.filename, SourceText.From(file.content, new UTF8Encoding(false))));
}

/// <summary>Files whose names are always given.</summary>
public sealed class SourceFileCollection : List<(string filename, SourceText content)>
{
    public void Add((string filename, string content) file) => Add((file.filename, SourceText.From(file.content, new UTF8Encoding(false))));
}

/// <summary>The files and settings of a project.</summary>
public abstract class ProjectState
{
    public SourceFileList Sources { get; } = new("/0/Test", "cs");

    public SourceFileCollection AdditionalFiles { get; } = [];

    public SourceFileCollection AnalyzerConfigFiles { get; } = [];

    public List<MetadataReference> AdditionalReferences { get; } = [];

    public OutputKind? OutputKind { get; set; }
}

/// <summary>What a test starts from, or ends with.</summary>
public sealed class SolutionState : ProjectState
{
    public List<DiagnosticResult> ExpectedDiagnostics { get; } = [];

    public MarkupMode? MarkupHandling { get; set; }
}
