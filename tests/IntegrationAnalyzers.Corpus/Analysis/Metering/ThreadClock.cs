using System;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace IntegrationAnalyzers.Corpus.Analysis.Metering;

/// <summary>CPU time of the current thread; where the system does not tell, time on the clock.</summary>
internal static class ThreadClock
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
                return TimeSpan.FromSeconds(Stopwatch.GetTimestamp() / (double)Stopwatch.Frequency).Ticks * 100;
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
