using System;
using System.Diagnostics;

namespace IntegrationAnalyzers.Corpus.Output;

/// <summary>Says on standard error how far a long run is; silent while everything is quick.</summary>
internal sealed class Progress
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private readonly Stopwatch _sinceStart = Stopwatch.StartNew();
    private readonly Stopwatch _sinceLine = Stopwatch.StartNew();
    private string _prefix = "";

    public void Folder(int number, int of) => _prefix = $"[{number}/{of}] ";

    public void Step(string what)
    {
        if (_sinceLine.Elapsed < Pause)
            return;

        Console.Error.WriteLine($"{_sinceStart.Elapsed:hh\\:mm\\:ss} {_prefix}{what}");
        _sinceLine.Restart();
    }
}
