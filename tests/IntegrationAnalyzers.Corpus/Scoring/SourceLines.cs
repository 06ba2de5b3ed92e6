using System;
using System.Collections.Generic;
using System.IO;
using IntegrationAnalyzers.Corpus.Loading;
using Microsoft.CodeAnalysis.Text;

namespace IntegrationAnalyzers.Corpus.Scoring;

/// <summary>The lines of a folder's files, by their number from 1.</summary>
internal sealed class SourceLines(string folder)
{
    private readonly Dictionary<string, TextLineCollection> _files = new(StringComparer.Ordinal);

    public string Of(string file, int line)
    {
        if (!_files.TryGetValue(file, out var lines))
            _files[file] = lines = SourceFiles.Read(Path.Combine(folder, file)).Lines;
        return line >= 1 && line <= lines.Count ? lines[line - 1].ToString() : "";
    }
}
