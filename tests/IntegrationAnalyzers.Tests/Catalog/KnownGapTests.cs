using System;
using System.Linq;
using System.Reflection;
using System.Threading.Tasks;
using Xunit;
using Xunit.Sdk;

namespace IntegrationAnalyzers.Tests.Catalog;

/// <summary>What is skipped as a known gap fails when it is run: a gap that was closed on the way goes off the page, and a test that fails for another reason shows none.</summary>
public class KnownGapTests
{
    private const string Mark = "Known gap: ";

    public static TheoryData<string, string, int> Gaps
    {
        get
        {
            var gaps = new TheoryData<string, string, int>();
            foreach (var type in typeof(KnownGapTests).Assembly.GetTypes())
            {
                foreach (var test in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
                {
                    if (test.GetCustomAttribute<FactAttribute>() is { Skip: { } reason } && reason.StartsWith(Mark, StringComparison.Ordinal))
                    {
                        for (var row = 0; row < Rows(test).Length; row++)
                            gaps.Add(type.FullName!, test.Name, row);
                    }
                }
            }

            return gaps;
        }
    }

    [Theory]
    [MemberData(nameof(Gaps))]
    public async Task Gap_IsOneStill(string type, string test, int row)
    {
        var owner = typeof(KnownGapTests).Assembly.GetType(type, throwOnError: true)!;
        var method = owner.GetMethod(test)!;
        var failure = await Record.ExceptionAsync(() => (Task)method.Invoke(Activator.CreateInstance(owner), Rows(method)[row])!);

        Assert.True(failure is not null, $"{test} passes: take the gap off the page, and the mark off the test");
        Assert.False(failure.Message.Contains("Error CS", StringComparison.Ordinal) && !failure.Message.Contains("of fixed state", StringComparison.Ordinal), $"{test} does not compile, which shows no gap:\n{failure.Message}");
    }

    private static object?[][] Rows(MethodInfo test)
    {
        var data = test.GetCustomAttributes<DataAttribute>().ToArray();
        return data.Length == 0 ? [[]] : [.. data.SelectMany(each => each.GetData(test))];
    }
}
