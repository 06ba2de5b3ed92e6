using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using IntegrationAnalyzers.Tests.Verification;
using IntegrationAnalyzers.Tests.Verification.Checks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace IntegrationAnalyzers.Tests.Robustness;

/// <summary>A compilation of any code, broken or huge, under all rules at once.</summary>
internal static class Project
{
    public static CSharpCompilation Of(IEnumerable<string> sources, TestReferences? references = null) =>
        CSharpCompilation.Create(
            "Project",
            sources.Select(static (source, index) => CSharpSyntaxTree.ParseText(source, path: $"File{index}.cs")),
            (references ?? TestReferences.Default).References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    /// <summary>The reports of all rules; a rule that throws fails the test.</summary>
    public static async Task<ImmutableArray<Diagnostic>> ReportsAsync(Compilation compilation)
    {
        var crashes = new ConcurrentQueue<Exception>();
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]),
            (exception, _, _) => crashes.Enqueue(exception),
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: false);
        var reports = await compilation.WithAnalyzers(PackageRules.All, options).GetAnalyzerDiagnosticsAsync(CancellationToken.None);
        Assert.Empty(crashes);
        return reports;
    }
}
