using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace IntegrationAnalyzers.Corpus.Fixing;

/// <summary>How a fix can be bad.</summary>
internal enum FixFaultKind
{
    Throws,
    ChangesNothing,
    LeavesDiagnostic,
    CompilerError,
    NewDiagnostic,
    LosesComment,
    ChangesMore,
    LineEndings,
    Encoding,
    TreeIsNotItsText,
    FixAllThrows,
    FixAllDiffers,
    FixAllLeavesDiagnostic,
    FixAllCompilerError,
    FixAllNewDiagnostic,
}

/// <summary>One bad fix; line 0 stands for a whole project.</summary>
internal sealed record FixFault(string Rule, FixFaultKind Kind, string File, int Line, string Detail);

/// <summary>What became of one rule's reports.</summary>
internal sealed record RuleFixes(string Rule, int Reports, int Offered, int Clean, int FixAllRuns, int FixAllClean);

/// <summary>What <c>--fix</c> saw in one folder.</summary>
internal sealed record FixOutcome(ImmutableArray<RuleFixes> Rules, ImmutableArray<FixFault> Faults);

/// <summary>Counts while the check runs.</summary>
internal sealed class FixTally
{
    private readonly SortedDictionary<string, RuleFixes> _rules = new(System.StringComparer.Ordinal);
    private readonly List<FixFault> _faults = [];

    public void Report(string rule) => _rules[rule] = Of(rule) with { Reports = Of(rule).Reports + 1 };

    public void Single(string rule, IReadOnlyCollection<FixFault> faults)
    {
        var so = Of(rule);
        _rules[rule] = so with { Offered = so.Offered + 1, Clean = so.Clean + (faults.Count == 0 ? 1 : 0) };
        _faults.AddRange(faults);
    }

    public void FixAll(string rule, IReadOnlyCollection<FixFault> faults)
    {
        var so = Of(rule);
        _rules[rule] = so with { FixAllRuns = so.FixAllRuns + 1, FixAllClean = so.FixAllClean + (faults.Count == 0 ? 1 : 0) };
        _faults.AddRange(faults);
    }

    public FixOutcome Outcome() => new([.. _rules.Values], [.. _faults.Distinct()]);

    private RuleFixes Of(string rule) => _rules.GetValueOrDefault(rule) ?? new RuleFixes(rule, 0, 0, 0, 0, 0);
}
