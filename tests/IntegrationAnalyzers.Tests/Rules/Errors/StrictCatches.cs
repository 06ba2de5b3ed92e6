using System.Threading.Tasks;
using IntegrationAnalyzers.Tests.Verification;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace IntegrationAnalyzers.Tests.Rules.Errors;

/// <summary>A rule on clauses as a strict team has it, with best effort reported: for tests of which failures come to a clause, whatever it answers.</summary>
/// <typeparam name="TAnalyzer">The rule.</typeparam>
internal static class StrictCatches<TAnalyzer>
    where TAnalyzer : DiagnosticAnalyzer, new()
{
    public static DiagnosticResult Diagnostic() => RuleVerifier<TAnalyzer>.Diagnostic();

    public static Task VerifyAnalyzerAsync(string source) => new Test { TestCode = source }.RunAsync();

    public static Task VerifyAnalyzerAsync(params (string File, string Source)[] sources)
    {
        var test = new Test();
        foreach (var (file, source) in sources)
            test.TestState.Sources.Add(("/0/" + file, source));
        return test.RunAsync();
    }

    public static Task VerifyCodeFixAsync(string source, string fixedSource) => new Test { TestCode = source, FixedCode = fixedSource }.RunAsync();

    public static Task VerifyNoFixAsync(string source) => new Test { TestCode = source, OffersNoFix = true }.RunAsync();

    internal sealed class Test : RuleVerifier<TAnalyzer>.Test
    {
        public Test()
        {
            GlobalOptions["integration_analyzers.ia4001.report_best_effort"] = "true";
            GlobalOptions["integration_analyzers.ia4002.report_best_effort"] = "true";
        }
    }
}
