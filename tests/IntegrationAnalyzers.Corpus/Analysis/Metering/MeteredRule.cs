using System;
using System.Collections.Immutable;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IntegrationAnalyzers.Corpus.Analysis.Metering;

/// <summary>
/// A rule whose every callback is measured in CPU time of the thread it runs on. The compiler's own telemetry counts time on the clock: on a busy machine,
/// or beside the compiler's threads, that is anything but the rule's.
/// </summary>
#pragma warning disable RS1001, RS1025, RS1026 // No compiler ever loads it; the rule itself says what it wants.
internal sealed class MeteredRule(DiagnosticAnalyzer rule) : DiagnosticAnalyzer
{
    private long _nanoseconds;
    private long _bytes;

    public string Id => rule.SupportedDiagnostics[0].Id;

    public TimeSpan OwnTime => TimeSpan.FromTicks(Interlocked.Read(ref _nanoseconds) / 100);

    /// <summary>What its callbacks allocated: the same on a busy machine as on a quiet one.</summary>
    public long OwnBytes => Interlocked.Read(ref _bytes);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => rule.SupportedDiagnostics;

    public override void Initialize(AnalysisContext context) => rule.Initialize(new MeteredContext(this, context));

    public void Measure<T>(Action<T> action, T argument)
    {
        var bytes = GC.GetAllocatedBytesForCurrentThread();
        var before = ThreadClock.Nanoseconds;
        try
        {
            action(argument);
        }
        finally
        {
            Interlocked.Add(ref _nanoseconds, Math.Max(0, ThreadClock.Nanoseconds - before - ThreadClock.Reading));
            Interlocked.Add(ref _bytes, GC.GetAllocatedBytesForCurrentThread() - bytes);
        }
    }

    public Action<T> Metered<T>(Action<T> action) => argument => Measure(action, argument);
}
