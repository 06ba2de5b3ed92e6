using System;
using System.Collections.Immutable;
using System.IO;
using System.Linq;

namespace IntegrationAnalyzers.Corpus.Robustness;

/// <summary>What went wrong with a mutant.</summary>
/// <param name="Kind">An exception, a hang, or which reports differ.</param>
/// <param name="Mutant">What <c>--mutant</c> takes to run it again.</param>
/// <param name="Detail">The exception or the reports.</param>
internal sealed record FuzzFault(string Kind, string Mutant, string Detail)
{
    /// <summary>The fault that two ways of asking for the same reports gave different ones; null where they did not.</summary>
    public static FuzzFault? OfDifferences(string how, string mutant, ImmutableArray<string> first, ImmutableArray<string> second) =>
        ReportTexts.Differences(first, second).ToList() is { Count: > 0 } differences
            ? new FuzzFault($"other reports: {how}", mutant, string.Join(Environment.NewLine, differences))
            : null;

    public void Print(TextWriter output) => output.WriteLine($"FAULT {Kind}: --mutant \"{Mutant}\"{Environment.NewLine}{Detail}");
}
