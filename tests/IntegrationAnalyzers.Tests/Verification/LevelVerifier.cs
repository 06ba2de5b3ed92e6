using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace IntegrationAnalyzers.Tests.Verification;

/// <summary>How loud a rule is: <c>{|#0:…|}</c> marks its report, whose severity is looked at; more of them are counted on.</summary>
public static class LevelVerifier<TAnalyzer>
    where TAnalyzer : DiagnosticAnalyzer, new()
{
    public static Task WarnsAsync(string source, TestReferences? references = null) => VerifyAsync(Of(source, references), DiagnosticSeverity.Warning);

    public static Task SuggestsAsync(string source, TestReferences? references = null) => VerifyAsync(Of(source, references), DiagnosticSeverity.Info);

    public static Task VerifyAsync(RuleVerifier<TAnalyzer>.Test test, DiagnosticSeverity severity, int reports = 1)
    {
        for (var i = 0; i < reports; i++)
        {
            test.TestState.ExpectedDiagnostics.Add(
                RuleVerifier<TAnalyzer>.Diagnostic().WithSeverity(severity).WithLocation(i).WithOptions(DiagnosticOptions.IgnoreAdditionalLocations));
        }

        return test.RunAsync();
    }

    private static RuleVerifier<TAnalyzer>.Test Of(string source, TestReferences? references) =>
        new() { TestCode = source, References = references ?? TestReferences.Default };
}
