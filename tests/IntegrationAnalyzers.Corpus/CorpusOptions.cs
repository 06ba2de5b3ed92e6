using System.Collections.Generic;

namespace IntegrationAnalyzers.Corpus;

/// <summary>What one run is asked to do.</summary>
internal sealed record CorpusOptions
{
    public required IReadOnlyList<string> Folders { get; init; }

    /// <summary>IDs to run; empty means all.</summary>
    public required IReadOnlyCollection<string> Rules { get; init; }

    public bool Fix { get; init; }

    /// <summary>Prints what each fix changes.</summary>
    public bool Show { get; init; }

    public bool List { get; init; }

    /// <summary>Source lines shown round each listed report.</summary>
    public int Context { get; init; }

    /// <summary>How many reports of each rule to list at random; null lists all.</summary>
    public int? Sample { get; init; }

    public int Seed { get; init; }

    /// <summary>Timed runs a project; 0 measures once, without a warm-up.</summary>
    public int Timing { get; init; }

    /// <summary>Measures what is left of each project when all that does not compile is taken out.</summary>
    public bool Compiling { get; init; }

    public bool Parallel { get; init; }

    /// <summary>Leaves out every measurement.</summary>
    public bool Quick { get; init; }

    /// <summary>Lists the commonest compile errors of each repository: whether what is judged was bound at all.</summary>
    public bool Errors { get; init; }

    public string? Json { get; init; }

    public string? Sarif { get; init; }

    public string? Markdown { get; init; }

    /// <summary>The checkout of CredData and the folder of its repositories; null when it is not scored.</summary>
    public (string Metadata, string Repositories)? CredData { get; init; }

    /// <summary>The folder of the Juliet C# suite; null when it is not scored.</summary>
    public string? Juliet { get; init; }

    /// <summary>Assemblies of analyzers to run beside ours.</summary>
    public IReadOnlyCollection<string> Beside { get; init; } = [];

    /// <summary>The rules of theirs that are run.</summary>
    public IReadOnlyCollection<string> BesideRules { get; init; } = [];

    /// <summary>Files handed to all analyzers as additional files.</summary>
    public IReadOnlyCollection<string> Additional { get; init; } = [];

    /// <summary>Analyzer options that hold for all files.</summary>
    public IReadOnlyCollection<(string Key, string Value)> Set { get; init; } = [];

    /// <summary>How many broken copies of the files to run all rules on.</summary>
    public int? Fuzz { get; init; }

    /// <summary>Breaks many files of a project at once, for many more mutants in the same time.</summary>
    public bool Together { get; init; }

    /// <summary>One such copy, as a fault of the run names it.</summary>
    public string? Mutant { get; init; }

    /// <summary>How often to analyze everything again and compare the reports.</summary>
    public int? Repeat { get; init; }

    /// <summary>Measures keystrokes in the largest project of each folder.</summary>
    public bool Latency { get; init; }

    /// <summary>Measures a generated project at several sizes.</summary>
    public bool Growth { get; init; }

    /// <summary>Measures our rules and each package of <see cref="Beside"/> apart.</summary>
    public bool Compare { get; init; }

    public bool Listing => List || Sample is not null;

    /// <summary>Measures after all folders were analyzed once: what is measured first would pay for the JIT otherwise.</summary>
    public bool Warm => Timing > 1;

    public bool Measures => Timing > 0 || !(Quick || Fix || Listing || Errors);
}
