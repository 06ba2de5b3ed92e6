using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace IntegrationAnalyzers.Corpus.Analysis;

/// <summary>One report of a rule, with the place it names.</summary>
internal sealed record Report(
    string Rule,
    DiagnosticSeverity Severity,
    string Message,
    string File,
    Place Place,
    ImmutableArray<(string File, Place Place)> Causes)
{
    public static Report From(Diagnostic diagnostic, Func<string, string> relative)
    {
        var span = diagnostic.Location.GetLineSpan();
        return new Report(
            diagnostic.Id,
            diagnostic.Severity,
            diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture),
            relative(span.Path),
            Place.From(span),
            [.. diagnostic.AdditionalLocations.Where(static l => l.IsInSource).Select(l => (relative(l.GetLineSpan().Path), Place.From(l.GetLineSpan())))]);
    }
}

/// <summary>Lines and columns, both from 1.</summary>
internal readonly record struct Place(int Line, int Column, int EndLine, int EndColumn)
{
    public static Place From(FileLinePositionSpan span) => new(
        span.StartLinePosition.Line + 1,
        span.StartLinePosition.Character + 1,
        span.EndLinePosition.Line + 1,
        span.EndLinePosition.Character + 1);
}
