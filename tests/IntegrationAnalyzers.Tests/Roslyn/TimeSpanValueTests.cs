using System;
using System.Linq;
using IntegrationAnalyzers.Roslyn;
using IntegrationAnalyzers.Tests.Model;
using Xunit;

namespace IntegrationAnalyzers.Tests.Roslyn;

public class TimeSpanValueTests
{
    [Theory]
    [InlineData("TimeSpan.FromSeconds(30)", 30_000)]
    [InlineData("TimeSpan.FromSeconds(1.5)", 1_500)]
    [InlineData("TimeSpan.FromMinutes(1, 30)", 90_000)]
    [InlineData("TimeSpan.FromMilliseconds(-1)", -1)]
    [InlineData("new TimeSpan(0, 0, 30)", 30_000)]
    [InlineData("new(1, 0, 0, 0)", 86_400_000)]
    [InlineData("new TimeSpan(10_000)", 1)]
    [InlineData("TimeSpan.Zero", 0)]
    [InlineData("default", 0)]
    [InlineData("Timeout.InfiniteTimeSpan", -1)]
    [InlineData("TimeSpan.FromSeconds(2) + TimeSpan.FromMinutes(1)", 62_000)]
    [InlineData("3 * TimeSpan.FromSeconds(2)", 6_000)]
    [InlineData("TimeSpan.FromSeconds(Five)", 5_000)]
    [InlineData("Limit", 7_000)]
    [InlineData("TimeSpan.Parse(\"00:00:05\")", 5_000)]
    [InlineData("TimeSpan.FromSeconds(_seconds)", null)]
    [InlineData("_span", null)]
    [InlineData("TimeSpan.FromDays(1e300)", null)]
    public void Length_IsWhatTheCodeSays(string value, int? milliseconds)
    {
        var source = new ModelSource($$"""
            class C
            {
                const int Five = 5;
                static readonly TimeSpan Limit = TimeSpan.FromSeconds(7);
                int _seconds = 1;
                TimeSpan _span;
                void M() => Use({{value}});
                void Use(TimeSpan? span) { _seconds++; _span = span!.Value; }
            }
            """);
        var length = TimeSpanValue.Of(source.Call("Use").Arguments.Single().Value, source.Model.Source, default);
        Assert.Equal(milliseconds, (int?)length?.TotalMilliseconds);
    }
}
