using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using BenchmarkDotNet.Attributes;
using IntegrationAnalyzers.Model.Secrets;

namespace IntegrationAnalyzers.Benchmarks;

/// <summary>The look of every literal for a provider's anchor: with all formats of the table it is to cost no more than with fifty.</summary>
[Config(typeof(InProcess))]
public class FormatCountBenchmarks
{
    private readonly List<(char[] Text, int Start, int End)> _literals = [];
    private AnchorFilter _filter = new(ImmutableArray<TokenFormat>.Empty);

    [Params(50, 350)]
    public int Formats { get; set; }

    [GlobalSetup]
    public void Read()
    {
        _filter = new AnchorFilter(TokenFormats.Instance.All.Take(Formats).ToImmutableArray());
        _literals.Clear();
        foreach (var source in GeneratedProject.Sources(4, integration: true))
        {
            var text = source.ToCharArray();
            var strings = new SourceStrings(text, text.Length);
            for (var piece = strings.Next(); piece != SourcePiece.End; piece = strings.Next())
            {
                if (piece == SourcePiece.Text)
                    _literals.Add((text, strings.Start, strings.End));
            }
        }
    }

    [Benchmark(OperationsPerInvoke = 500)]
    public int AnchorsInAllLiterals()
    {
        var found = 0;
        for (var i = 0; i < 500; i++)
        {
            foreach (var (text, start, end) in _literals)
                found += _filter.MayHold(text, start, end) ? 1 : 0;
        }

        return found;
    }
}
