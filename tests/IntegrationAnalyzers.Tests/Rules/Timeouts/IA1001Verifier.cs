using System.Threading.Tasks;
using IntegrationAnalyzers.Rules.Timeouts;
using IntegrationAnalyzers.Tests.Verification;

namespace IntegrationAnalyzers.Tests.Rules.Timeouts;

/// <summary>
/// IA1001 as a team has it that turned IA1006 off, which else speaks for it about a client made for one call. What the two say together is in
/// <see cref="IA1006ClientPerCallTests"/>.
/// </summary>
public static class IA1001Verifier
{
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

    public sealed class Test : RuleVerifier<IA1001ClientWithoutTimeout>.Test
    {
        public Test() =>
            TestState.AnalyzerConfigFiles.Add(("/alone.globalconfig", "is_global = true\ndotnet_diagnostic.IA1006.severity = none\n"));
    }
}
