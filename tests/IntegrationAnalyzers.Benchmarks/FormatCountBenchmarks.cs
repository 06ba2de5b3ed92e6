using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using BenchmarkDotNet.Attributes;
using IntegrationAnalyzers.Model.Secrets;
using Microsoft.CodeAnalysis.Text;

namespace IntegrationAnalyzers.Benchmarks;

/// <summary>The scan of files for secrets, and the look for a provider's anchor alone: with all formats of the table they are to cost no more than with fifty.</summary>
[Config(typeof(InProcess))]
public class FormatCountBenchmarks
{
    private readonly List<SourceText> _files = [];
    private readonly List<(char[] Text, int Start, int End)> _literals = [];
    private AnchorFilter _filter = new(ImmutableArray<TokenFormat>.Empty);

    [Params(50, 350)]
    public int Formats { get; set; }

    [GlobalSetup]
    public void Read()
    {
        _filter = new AnchorFilter(TokenFormats.Instance.All.Take(Formats).ToImmutableArray());
        _files.Clear();
        _literals.Clear();
        foreach (var source in GeneratedProject.Sources(4, integration: true))
        {
            _files.Add(SourceText.From(source));
            var text = source.ToCharArray();
            var strings = new SourceStrings(text, text.Length);
            for (var piece = strings.Next(); piece != SourcePiece.End; piece = strings.Next())
            {
                if (piece == SourcePiece.Text)
                    _literals.Add((text, strings.Start, strings.End));
            }
        }
    }

    // Often enough that an iteration takes a tenth of a second: less measures the JIT.
    [Benchmark(OperationsPerInvoke = 100)]
    public int WholeScan()
    {
        var found = 0;
        for (var i = 0; i < 100; i++)
        {
            foreach (var file in _files)
                found += SecretScan.Read(file, _filter).Tokens.Length;
        }

        return found;
    }

    [Benchmark(OperationsPerInvoke = 50_000)]
    public int AnchorsInAllLiterals()
    {
        var found = 0;
        for (var i = 0; i < 50_000; i++)
        {
            foreach (var (text, start, end) in _literals)
                found += _filter.MayHold(text, start, end) ? 1 : 0;
        }

        return found;
    }
}
