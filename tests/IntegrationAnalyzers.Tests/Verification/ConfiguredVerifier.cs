using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace IntegrationAnalyzers.Tests.Verification;

/// <summary>How a team has configured the rules.</summary>
internal interface IRuleSetting
{
    /// <summary>The lines of its global config.</summary>
    static abstract IReadOnlyDictionary<string, string> Lines { get; }
}

/// <summary>A <see cref="RuleVerifier{TAnalyzer}"/> for a rule that is not as it is by default, in all tests of a file alike.</summary>
/// <typeparam name="TAnalyzer">The rule.</typeparam>
/// <typeparam name="TSetting">How it is set.</typeparam>
internal static class ConfiguredVerifier<TAnalyzer, TSetting>
    where TAnalyzer : DiagnosticAnalyzer, new()
    where TSetting : IRuleSetting
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
            foreach (var (key, value) in TSetting.Lines)
                GlobalOptions[key] = value;
        }
    }
}
