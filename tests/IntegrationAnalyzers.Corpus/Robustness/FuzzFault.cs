using System;
using System.IO;

namespace IntegrationAnalyzers.Corpus.Robustness;

/// <summary>What went wrong with a mutant.</summary>
/// <param name="Kind">An exception, a hang, or which reports differ.</param>
/// <param name="Mutant">What <c>--mutant</c> takes to run it again.</param>
/// <param name="Detail">The exception or the reports.</param>
internal sealed record FuzzFault(string Kind, string Mutant, string Detail)
{
    public void Print(TextWriter output) => output.WriteLine($"FAULT {Kind}: --mutant \"{Mutant}\"{Environment.NewLine}{Detail}");
}
