using System.Threading.Tasks;
using Microsoft.CodeAnalysis.Testing;
using Rule = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Errors.IA4001CatchAllAroundOutboundCall>;

namespace IntegrationAnalyzers.Tests.Rules.Errors;

/// <summary>IA4001 as a strict team has it, with best effort reported: for tests of which failures come to a clause, whatever it answers.</summary>
internal static class StrictCatches
{
    public static DiagnosticResult Diagnostic() => Rule.Diagnostic();

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

    internal sealed class Test : Rule.Test
    {
        public Test() => GlobalOptions["integration_analyzers.ia4001.report_best_effort"] = "true";
    }
}
