using System;
using System.Collections.Generic;
using System.IO;
using System.Runtime.CompilerServices;
using System.Threading;
using IntegrationAnalyzers.Corpus.Analysis;
using IntegrationAnalyzers.Corpus.Loading;
using IntegrationAnalyzers.Corpus.Output;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IntegrationAnalyzers.Corpus;

/// <summary>What every mode works with: the folders one by one, the rules, and where it prints.</summary>
internal sealed record Workbench(CorpusOptions Options, LoadedRules Rules, RepositoryLoader Loader, Progress Progress, TextWriter Output)
{
    private readonly AnalyzerSettings _settings = new(Options);

    /// <summary>The projects of a folder, with all rules on.</summary>
    public async IAsyncEnumerable<OpenProject> OpenAsync(string folder, [EnumeratorCancellation] CancellationToken cancellation)
    {
        Progress.Step($"{Path.GetFileName(folder)}: reading");
        var repository = Loader.Load(folder);
        foreach (var loaded in repository.Projects)
        {
            var project = Rules.Enabled(repository.Solution.GetProject(loaded.Id)!);
            var compilation = (CSharpCompilation)(await project.GetCompilationAsync(cancellation).ConfigureAwait(false))!;
            yield return new OpenProject(repository, loaded, project, compilation, _settings.For(loaded));
        }
    }

    /// <summary>Prints a table, and writes it where <c>--markdown</c> says.</summary>
    public void Print(Table table)
    {
        TableWriter.Plain(Output, table);
        if (Options.Markdown is not { } file)
            return;

        using var writer = new StreamWriter(file) { NewLine = "\n" };
        TableWriter.Markdown(writer, [table]);
    }
}

/// <summary>A project of a folder, ready to be analyzed.</summary>
internal sealed record OpenProject(Repository Repository, LoadedProject Loaded, Project Project, CSharpCompilation Compilation, AnalyzerOptions Given);
