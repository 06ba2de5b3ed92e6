using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using IntegrationAnalyzers.Tests.Verification.Analysis;
using Microsoft.CodeAnalysis.Text;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>A state with its markup taken out: the bare files, and what is expected in them.</summary>
internal sealed class MarkedState
{
    private MarkedState(ImmutableArray<TestFile> sources, ImmutableArray<TestFile> additionalFiles, ImmutableArray<DiagnosticResult> expected)
    {
        Sources = sources;
        AdditionalFiles = additionalFiles;
        Expected = expected;
    }

    public ImmutableArray<TestFile> Sources { get; }

    public ImmutableArray<TestFile> AdditionalFiles { get; }

    public ImmutableArray<DiagnosticResult> Expected { get; }

    /// <summary>The same files with part of the expectations.</summary>
    public static MarkedState Keep(MarkedState state, Func<DiagnosticResult, bool> keep) =>
        new(state.Sources, state.AdditionalFiles, state.Expected.Where(keep).ToImmutableArray());

    /// <param name="descriptors">Of the analyzers; the first one is that of <c>[|…|]</c>, and an ID of none of them is the compiler's.</param>
    public static MarkedState Read(
        IEnumerable<(string filename, SourceText content)> sources,
        IEnumerable<(string filename, SourceText content)> additionalFiles,
        IEnumerable<DiagnosticResult> expected,
        ImmutableArray<DiagnosticDescriptor> descriptors)
    {
        var results = ImmutableArray.CreateBuilder<DiagnosticResult>();
        var keys = new Dictionary<int, FileLinePositionSpan>();
        var bareSources = sources.Select(Bare).ToImmutableArray();
        var bareAdditional = additionalFiles.Select(Bare).ToImmutableArray();
        var defaultPath = bareSources.IsEmpty ? string.Empty : bareSources[0].Path;
        results.InsertRange(0, expected.Select(r => r.WithSpans(r.Spans.Select(Resolve).ToImmutableArray())));
        return new(bareSources, bareAdditional, results.ToImmutable());

        TestFile Bare((string Path, SourceText Content) file)
        {
            TestFileMarkupParser.GetPositionsAndSpans(file.Content.ToString(), out var code, out var positions, out var spans);
            var text = SourceText.From(code, file.Content.Encoding, file.Content.ChecksumAlgorithm);
            foreach (var position in positions)
                results.Add(Marked(string.Empty, Line(new(position, 0))));
            foreach (var (name, places) in spans)
            {
                foreach (var place in places)
                {
                    if (name.StartsWith('#'))
                        keys.Add(int.Parse(name.AsSpan(1), CultureInfo.InvariantCulture), Line(place));
                    else
                        results.Add(Marked(name, Line(place)));
                }
            }

            return new(file.Path, text);

            FileLinePositionSpan Line(TextSpan span) => new(file.Path, text.Lines.GetLinePositionSpan(span));
        }

        DiagnosticResult Marked(string id, FileLinePositionSpan span)
        {
            var descriptor = id.Length > 0 ? descriptors.FirstOrDefault(d => d.Id == id) : descriptors.FirstOrDefault();
            if (descriptor is null && id.Length == 0)
                throw new InvalidOperationException("Markup without an ID needs an analyzer with a descriptor.");
            return new DiagnosticResult(descriptor?.Id ?? id, descriptor?.DefaultSeverity ?? DiagnosticSeverity.Error)
                .WithSpan(span)
                .WithOptions(DiagnosticOptions.IgnoreSeverity | DiagnosticOptions.IgnoreAdditionalLocations);
        }

        DiagnosticLocation Resolve(DiagnosticLocation location)
        {
            if ((location.Options & DiagnosticLocationOptions.InterpretAsMarkupKey) != 0)
            {
                var key = location.Span.StartLinePosition.Character;
                return keys.TryGetValue(key, out var span)
                    ? new(span, location.Options & ~DiagnosticLocationOptions.InterpretAsMarkupKey)
                    : throw new InvalidOperationException($"The sources have no markup {{|#{key}:…|}}.");
            }

            return location.Span.Path.Length > 0
                ? location
                : new(new(defaultPath, location.Span.StartLinePosition, location.Span.EndLinePosition), location.Options);
        }
    }
}
