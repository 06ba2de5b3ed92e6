using System;

namespace IntegrationAnalyzers.Corpus.Scoring;

/// <summary>What the reviewers of a labelled set said of a value.</summary>
internal enum Truth
{
    Secret,
    NoSecret,
    Unsure,
}

/// <summary>A value of a labelled set that was looked at; lines from 1.</summary>
/// <param name="File">Its path below the repository.</param>
/// <param name="Line">The line it begins in.</param>
/// <param name="EndLine">The line it ends in.</param>
/// <param name="Start">Where it begins in its first line, from 0; negative where the whole line is meant.</param>
/// <param name="End">Where it ends in its last line.</param>
/// <param name="Truth">What was said of it.</param>
internal sealed record LabelledValue(string File, int Line, int EndLine, int Start, int End, Truth Truth)
{
    public bool Overlaps(int line, int endLine) => line <= EndLine && Line <= endLine;

    /// <summary>
    /// A GUID without any name to go by: the set labels interface identifiers as secrets, which they are not. Nobody's score counts them.
    /// </summary>
    public bool IsBareGuid(string line) =>
        Line == EndLine && Start >= 0 && End > Start && End <= line.Length && Guid.TryParseExact(line[Start..End].Trim('"', '{', '}', '(', ')'), "D", out _);
}
