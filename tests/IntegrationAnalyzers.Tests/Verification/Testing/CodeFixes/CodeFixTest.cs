using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Microsoft.CodeAnalysis.Testing;

[Flags]
public enum CodeFixTestBehaviors
{
    None = 0,
    SkipFixAllInDocumentCheck = 1,
    SkipFixAllInProjectCheck = 2,
    SkipFixAllInSolutionCheck = 4,
    SkipFixAllCheck = SkipFixAllInDocumentCheck | SkipFixAllInProjectCheck | SkipFixAllInSolutionCheck,
}

/// <summary>
/// The official package's test of a fix, as far as we use it: one by one, and Fix All in the document, the project and the
/// solution, must each lead from the test state to the fixed state.
/// </summary>
public abstract class CodeFixTest<TVerifier> : AnalyzerTest<TVerifier>
    where TVerifier : IVerifier, new()
{
    public string FixedCode
    {
        set => FixedState.Sources.Add(value);
    }

    public string BatchFixedCode
    {
        set => BatchFixedState.Sources.Add(value);
    }

    public SolutionState FixedState { get; } = new();

    /// <summary>What Fix All gives, where it differs from <see cref="FixedState"/>.</summary>
    public SolutionState BatchFixedState { get; } = new();

    public int? CodeActionIndex { get; set; }

    public string? CodeActionEquivalenceKey { get; set; }

    /// <summary>How many steps it takes; a negative number is an upper bound, 0 says that no fix is offered.</summary>
    public int? NumberOfIncrementalIterations { get; set; }

    public int? NumberOfFixAllIterations { get; set; }

    public int? NumberOfFixAllInDocumentIterations { get; set; }

    public CodeFixTestBehaviors CodeFixTestBehaviors { get; set; }

    /// <summary>Whether Fix All is taken in a solution of two such projects, too.</summary>
    public bool InTwoProjects { get; set; }

    protected abstract IEnumerable<CodeFixProvider> GetCodeFixProviders();

    protected override async Task RunImplAsync(CancellationToken cancellationToken)
    {
        await base.RunImplAsync(cancellationToken).ConfigureAwait(false);
        if (FixedState.Sources.Count == 0)
            return;

        var fixer = new Fixer(
            GetDiagnosticAnalyzers().ToImmutableArray(), GetCodeFixProviders().ToImmutableArray(), CodeActionIndex ?? 0, CodeActionEquivalenceKey);
        var test = Read(TestState, TestState.ExpectedDiagnostics);
        var start = SolutionFactory.Create(Input(test, TestState));

        var fixedState = ReadFixed(FixedState, fixer);
        await VerifyDiagnosticsAsync(
            Input(fixedState, FixedState), fixedState.Expected, Verify.PushContext("Diagnostics of fixed state"), cancellationToken).ConfigureAwait(false);
        var batch = BatchFixedState.Sources.Count == 0 ? fixedState : ReadFixed(BatchFixedState, fixer);
        if (batch != fixedState)
        {
            await VerifyDiagnosticsAsync(
                Input(batch, BatchFixedState), batch.Expected, Verify.PushContext("Diagnostics of batch fixed state"), cancellationToken).ConfigureAwait(false);
        }

        var fixable = test.Expected.Count(r => fixer.FixableIds.Contains(r.Id));
        await TrackAsync("Iterative code fix application", new OneByOne(), fixedState, NumberOfIncrementalIterations ?? -fixable).ConfigureAwait(false);
        await FixAllAsync(FixAllScope.Document, CodeFixTestBehaviors.SkipFixAllInDocumentCheck,
            NumberOfFixAllInDocumentIterations ?? NumberOfFixAllIterations ?? -test.Sources.Length).ConfigureAwait(false);
        await FixAllAsync(FixAllScope.Project, CodeFixTestBehaviors.SkipFixAllInProjectCheck, NumberOfFixAllIterations ?? -1).ConfigureAwait(false);
        await FixAllAsync(FixAllScope.Solution, CodeFixTestBehaviors.SkipFixAllInSolutionCheck, NumberOfFixAllIterations ?? -1).ConfigureAwait(false);
        if (InTwoProjects && NumberOfFixAllIterations != 0)
            await FixAllOverProjects.VerifyAsync(fixer, start, batch, Verify.PushContext("Fix all in two projects"), cancellationToken).ConfigureAwait(false);

        Task FixAllAsync(FixAllScope scope, CodeFixTestBehaviors skip, int iterations) =>
            (CodeFixTestBehaviors & skip) != 0
                ? Task.CompletedTask
                : TrackAsync($"Fix all in {scope.ToString().ToLowerInvariant()}", new FixAll(scope), batch, iterations);

        async Task TrackAsync(string name, IFixStep step, MarkedState expected, int iterations)
        {
            var verifier = Verify.PushContext(name);
            var end = await FixTrack.RunAsync(fixer, start, step, iterations, verifier, cancellationToken).ConfigureAwait(false);
            await SolutionComparer.VerifyAsync(end, expected, verifier, cancellationToken).ConfigureAwait(false);
        }
    }

    private MarkedState ReadFixed(SolutionState state, Fixer fixer)
    {
        if (state.MarkupHandling is MarkupMode.Allow)
            return Read(state, state.ExpectedDiagnostics);

        // What the fix mends is expected no more; the rest is inherited only where nothing is declared.
        var full = Read(state, state.ExpectedDiagnostics);
        return MarkedState.Keep(full, result => !fixer.FixableIds.Contains(result.Id) || state.ExpectedDiagnostics.Count > 0);
    }
}
