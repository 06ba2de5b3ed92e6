using System;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using IntegrationAnalyzers.Model.Baselines;
using IntegrationAnalyzers.Rules;
using IntegrationAnalyzers.Tests.Verification.Analysis;
using IntegrationAnalyzers.Tests.Verification.Checks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace IntegrationAnalyzers.Tests.Rules;

/// <summary>What stands in the baseline is suppressed, what does not is reported, at whatever level.</summary>
public sealed class BaselineSuppressorTests
{
    private const string Old = """
        using System;
        using System.Net.Http;
        using System.Threading.Tasks;

        public static class Rates
        {
            private static readonly HttpClient Client = new HttpClient();

            public static Task<string> LatestAsync(Uri address) => Client.GetStringAsync(address);
        }
        """;

    private const string New = """

        public static class Stock
        {
            private static readonly HttpClient Client = new HttpClient();

            public static Task<string> LatestAsync(Uri address) => Client.GetStringAsync(address);
        }
        """;

    [Fact]
    public async Task OldFindings_AreSuppressed() => Assert.Empty(await BaselineRun.LeftAsync(await BaselineRun.LinesAsync(Old), Old));

    [Fact]
    public async Task NewMistake_IsReported()
    {
        var left = await BaselineRun.LeftAsync(await BaselineRun.LinesAsync(Old), Old + New);
        Assert.Equal(["IA1001", "IA1007"], left.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task MendedFinding_IsAskedOut()
    {
        var mended = Old.Replace("new HttpClient()", "new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) }) { Timeout = TimeSpan.FromSeconds(30) }");
        Assert.Equal(["IA0004", "IA0004"], await BaselineRun.LeftAsync(await BaselineRun.LinesAsync(Old), mended));
    }

    [Fact]
    public async Task SecondEqualMistakeInOneMember_IsReported()
    {
        const string Once = "using System.Net.Http; class C { async System.Threading.Tasks.Task M(System.Uri u) { await new HttpClient().GetAsync(u); } }";
        var lines = await BaselineRun.LinesAsync(Once);
        Assert.NotEmpty(lines);
        Assert.Empty(await BaselineRun.LeftAsync(lines, Once));
        var left = await BaselineRun.LeftAsync(lines, Once.Replace("await new HttpClient().GetAsync(u);", "await new HttpClient().GetAsync(u); await new HttpClient().GetAsync(u);"));
        Assert.Equal(lines.Length, left.Length);
    }

    [Theory]
    [InlineData("dotnet_diagnostic.IA1001.severity = error\ndotnet_diagnostic.IA1007.severity = error")]
    [InlineData("dotnet_analyzer_diagnostic.category-IntegrationTimeouts.severity = error")]
    public async Task RaisedToError_IsSuppressed(string config)
    {
        var baseline = string.Join("\n", await BaselineRun.LinesAsync(Old));
        var reports = await BaselineRun.RunAsync(baseline, [("/repo/Shop/Code.cs", Old)], config);
        Assert.Contains(reports, static d => d is { Id: "IA1001", Severity: DiagnosticSeverity.Error, IsSuppressed: true });
        Assert.All(reports, static d => Assert.True(d.IsSuppressed, d.ToString()));
    }

    [Fact]
    public async Task WarningAsError_IsSuppressed()
    {
        var input = BaselineRun.Input(string.Join("\n", await BaselineRun.LinesAsync(Old)), [("/repo/Shop/Code.cs", Old)], "");
        input = input with { CompilationOptions = input.CompilationOptions.WithGeneralDiagnosticOption(ReportDiagnostic.Error) };
        var reports = await AnalyzerRun.RunAsync(input.CreateCompilation(), PackageRules.All, input.CreateAnalyzerOptions(), reportSuppressed: true);
        Assert.Contains(reports, static d => d is { Id: "IA1001", IsWarningAsError: true });
        Assert.All(reports, static d => Assert.True(d.IsSuppressed, d.ToString()));
    }

    [Fact]
    public async Task Suppression_IsProgrammaticWithAReason()
    {
        var input = BaselineRun.Input(string.Join("\n", await BaselineRun.LinesAsync(Old)), [("/repo/Shop/Code.cs", Old)], "");
        var compilation = input.CreateCompilation();
        var reports = await AnalyzerRun.RunAsync(compilation, PackageRules.All, input.CreateAnalyzerOptions(), reportSuppressed: true);
        var suppressions = reports.Single(static d => d.Id == "IA1001").ProgrammaticSuppressionInfo();
        Assert.Equal((BaselineSuppressor.Id, BaselineSuppressor.Justification), suppressions);
    }

    [Fact]
    public async Task OneFileAlone_IsSuppressedAsInABuild()
    {
        var input = BaselineRun.Input(string.Join("\n", await BaselineRun.LinesAsync(Old + New)), [("/repo/Shop/Code.cs", Old + New), ("/repo/Shop/Other.cs", "class Other;")], "");
        var compilation = input.CreateCompilation();
        var run = compilation.WithAnalyzers(PackageRules.All, new CompilationWithAnalyzersOptions(input.CreateAnalyzerOptions(), null, true, false, reportSuppressedDiagnostics: true));
        var tree = compilation.SyntaxTrees[0];
        var span = new Microsoft.CodeAnalysis.Text.TextSpan((Old + New).IndexOf("class Stock", StringComparison.Ordinal), New.Length - 20);
        var reports = await run.GetAnalyzerSemanticDiagnosticsAsync(compilation.GetSemanticModel(tree), span, CancellationToken.None);
        Assert.Contains(reports, static d => d.Id == "IA1001");
        Assert.All(reports, static d => Assert.True(d.IsSuppressed, d.ToString()));
    }

    [Fact]
    public async Task ConfigurationFile_IsSuppressed()
    {
        (string, string)[] files = [("/repo/Shop/Code.cs", "class Empty;"), ("/repo/Shop/appsettings.json", "{ \"Smtp\": { \"Password\": \"kT9wQ2!vZx7\" } }")];
        Assert.Equal(["IA3006"], await BaselineRun.LeftAsync([], files));
        Assert.Empty(await BaselineRun.LeftAsync(await BaselineRun.LinesAsync(files), files));
    }

    [Fact]
    public async Task EveryRuleButThoseOfTheConfiguration_CanBeSuppressed()
    {
        await Task.CompletedTask;
        var ids = PackageRules.All.SelectMany(static a => a.SupportedDiagnostics).Select(static d => d.Id).Where(static id => id == "IA0002" || !id.StartsWith("IA0", StringComparison.Ordinal));
        Assert.Equal(ids.Order(StringComparer.Ordinal), new BaselineSuppressor().SupportedSuppressions.Select(static s => s.SuppressedDiagnosticId).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(PackageRules.All.SelectMany(static a => a.SupportedDiagnostics), static d => d.DefaultSeverity == DiagnosticSeverity.Error);
    }

    [Fact]
    public async Task WithoutABaseline_NothingIsComputed()
    {
        var reports = await BaselineRun.RunAsync(null, [("/repo/Shop/Code.cs", Old)], "");
        Assert.NotEmpty(reports);
        Assert.All(reports, static d => Assert.False(d.IsSuppressed || d.Properties.ContainsKey(Baseline.Property)));
    }

    [Theory]
    [InlineData("false")]
    [InlineData("False")]
    public async Task SwitchedOff_ReportsAll(string value)
    {
        var reports = await BaselineRun.RunAsync(
            string.Join("\n", await BaselineRun.LinesAsync(Old)) + "\nbroken", [("/repo/Shop/Code.cs", Old)], "build_property.IntegrationAnalyzersBaseline = " + value);
        Assert.Equal(["IA1001", "IA1007"], reports.Where(static d => !d.IsSuppressed).Select(static d => d.Id).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task WhileItIsWritten_TheFileAsItIsDoesNotCount()
    {
        var reports = await BaselineRun.RunAsync("broken\nTestProject | IA1001 | F:Gone | 3f9a0c12b7de44aa", [("/repo/Shop/Code.cs", Old)], "build_property.IntegrationAnalyzersBaseline = prune");
        Assert.All(reports, static d => Assert.True(d.IsSuppressed, d.ToString()));
    }

    [Fact]
    public async Task SequentialAndConcurrent_AreTheSame()
    {
        var files = Enumerable.Range(0, 12).Select(static i => ($"/repo/Shop/Code{i}.cs", Old.Replace("class Rates", "class Rates" + i))).ToArray();
        var lines = await BaselineRun.LinesAsync(files);
        var baseline = string.Join("\n", lines.Where(static (_, i) => i % 3 != 0)) + "\nTestProject | IA1001 | F:Gone | 3f9a0c12b7de44aa\nbroken";
        var expected = Shown(await BaselineRun.RunAsync(baseline, files, "", concurrent: false));
        Assert.Contains(expected, static line => line.Contains("IA0004"));
        for (var i = 0; i < 10; i++)
            Assert.Equal(expected, Shown(await BaselineRun.RunAsync(baseline, files, "", concurrent: true)));

        static string[] Shown(ImmutableArray<Diagnostic> reports) => reports.Select(static d => d + " " + d.IsSuppressed).ToArray();
    }
}

file static class Suppressions
{
    public static (string, string) ProgrammaticSuppressionInfo(this Diagnostic diagnostic)
    {
        // Internal up to Roslyn 4.8.
        var info = typeof(Diagnostic).GetProperty("ProgrammaticSuppressionInfo", System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Public)!.GetValue(diagnostic)!;
        var list = ((System.Collections.IEnumerable)info.GetType().GetProperty("Suppressions")!.GetValue(info)!).Cast<object>().Single();
        return list is Suppression suppression
            ? (suppression.Descriptor.Id, suppression.Descriptor.Justification.ToString())
            : ((string)list.GetType().GetField("Item1")!.GetValue(list)!, list.GetType().GetField("Item2")!.GetValue(list)!.ToString()!);
    }
}
