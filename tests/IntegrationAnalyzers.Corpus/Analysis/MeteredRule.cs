using System;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IntegrationAnalyzers.Corpus.Analysis;

/// <summary>
/// A rule whose every callback is measured in CPU time of the thread it runs on. The compiler's own telemetry counts time on the clock: on a busy machine,
/// or beside the compiler's threads, that is anything but the rule's. Registering what is not measured throws, so that nothing goes uncounted.
/// </summary>
#pragma warning disable RS1001, RS1012, RS1025, RS1026 // No compiler ever loads it; the rule itself says what it wants.
internal sealed class MeteredRule(DiagnosticAnalyzer rule) : DiagnosticAnalyzer
{
    private long _nanoseconds;

    public string Id => rule.SupportedDiagnostics[0].Id;

    public TimeSpan OwnTime => TimeSpan.FromTicks(Interlocked.Read(ref _nanoseconds) / 100);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => rule.SupportedDiagnostics;

    public override void Initialize(AnalysisContext context) => rule.Initialize(new MeteredContext(this, context));

    private void Measure<T>(Action<T> action, T argument)
    {
        var before = ThreadClock.Nanoseconds;
        try
        {
            action(argument);
        }
        finally
        {
            Interlocked.Add(ref _nanoseconds, Math.Max(0, ThreadClock.Nanoseconds - before - ThreadClock.Reading));
        }
    }

    private Action<T> Metered<T>(Action<T> action) => argument => Measure(action, argument);

    private sealed class MeteredContext(MeteredRule meter, AnalysisContext inner) : AnalysisContext
    {
        public override void EnableConcurrentExecution() => inner.EnableConcurrentExecution();

        public override void ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags analysisMode) => inner.ConfigureGeneratedCodeAnalysis(analysisMode);

        public override void RegisterCompilationStartAction(Action<CompilationStartAnalysisContext> action) =>
            inner.RegisterCompilationStartAction(start => meter.Measure(action, new MeteredStart(meter, start)));

        public override void RegisterCompilationAction(Action<CompilationAnalysisContext> action) => throw NotMeasured();

        public override void RegisterSemanticModelAction(Action<SemanticModelAnalysisContext> action) => throw NotMeasured();

        public override void RegisterSymbolAction(Action<SymbolAnalysisContext> action, ImmutableArray<SymbolKind> symbolKinds) => throw NotMeasured();

        public override void RegisterCodeBlockStartAction<TLanguageKindEnum>(Action<CodeBlockStartAnalysisContext<TLanguageKindEnum>> action) =>
            throw NotMeasured();

        public override void RegisterCodeBlockAction(Action<CodeBlockAnalysisContext> action) => throw NotMeasured();

        public override void RegisterSyntaxTreeAction(Action<SyntaxTreeAnalysisContext> action) => throw NotMeasured();

        public override void RegisterSyntaxNodeAction<TLanguageKindEnum>(
            Action<SyntaxNodeAnalysisContext> action, ImmutableArray<TLanguageKindEnum> syntaxKinds) => throw NotMeasured();
    }

    private sealed class MeteredStart(MeteredRule meter, CompilationStartAnalysisContext inner)
        : CompilationStartAnalysisContext(inner.Compilation, inner.Options, inner.CancellationToken)
    {
        public override void RegisterCompilationEndAction(Action<CompilationAnalysisContext> action) =>
            inner.RegisterCompilationEndAction(meter.Metered(action));

        public override void RegisterSemanticModelAction(Action<SemanticModelAnalysisContext> action) =>
            inner.RegisterSemanticModelAction(meter.Metered(action));

        public override void RegisterSyntaxTreeAction(Action<SyntaxTreeAnalysisContext> action) => inner.RegisterSyntaxTreeAction(meter.Metered(action));

        public override void RegisterSyntaxNodeAction<TLanguageKindEnum>(
            Action<SyntaxNodeAnalysisContext> action, ImmutableArray<TLanguageKindEnum> syntaxKinds) =>
            inner.RegisterSyntaxNodeAction(meter.Metered(action), syntaxKinds);

        public override void RegisterOperationAction(Action<OperationAnalysisContext> action, ImmutableArray<OperationKind> operationKinds) =>
            inner.RegisterOperationAction(meter.Metered(action), operationKinds);

        public override void RegisterSymbolAction(Action<SymbolAnalysisContext> action, ImmutableArray<SymbolKind> symbolKinds) =>
            inner.RegisterSymbolAction(meter.Metered(action), symbolKinds);

        public override void RegisterAdditionalFileAction(Action<AdditionalFileAnalysisContext> action) =>
            inner.RegisterAdditionalFileAction(meter.Metered(action));

        public override void RegisterCodeBlockStartAction<TLanguageKindEnum>(Action<CodeBlockStartAnalysisContext<TLanguageKindEnum>> action) =>
            throw NotMeasured();

        public override void RegisterCodeBlockAction(Action<CodeBlockAnalysisContext> action) => inner.RegisterCodeBlockAction(meter.Metered(action));
    }

    private static NotSupportedException NotMeasured() => new("This registration is not measured: teach the meter.");

    /// <summary>CPU time of the current thread; where the system does not tell, time on the clock.</summary>
    private static class ThreadClock
    {
        private const int ThreadCpuTime = 3;
        private static readonly bool IsLinux = OperatingSystem.IsLinux();

        /// <summary>What reading the clock twice costs by itself, which is not the rule's.</summary>
        public static readonly long Reading = Calibrate();

        public static long Nanoseconds
        {
            get
            {
                if (!IsLinux || ReadClock(ThreadCpuTime, out var now) != 0)
                    return TimeSpan.FromSeconds(System.Diagnostics.Stopwatch.GetTimestamp() / (double)System.Diagnostics.Stopwatch.Frequency).Ticks * 100;
                return (now.Seconds * 1_000_000_000) + now.Nanoseconds;
            }
        }

        private static long Calibrate()
        {
            var least = long.MaxValue;
            for (var i = 0; i < 1000; i++)
            {
                var before = Nanoseconds;
                least = Math.Min(least, Nanoseconds - before);
            }

            return least;
        }

        [DllImport("libc", EntryPoint = "clock_gettime")]
        private static extern int ReadClock(int clock, out TimeSpec time);

        [StructLayout(LayoutKind.Sequential)]
        private struct TimeSpec
        {
            public long Seconds;
            public long Nanoseconds;
        }
    }
}
