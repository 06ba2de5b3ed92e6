using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using Xunit;

namespace IntegrationAnalyzers.Package.Tests;

/// <summary>The package as its users get it: restored from a feed into projects that know nothing of this repository, and built.</summary>
[Collection(nameof(PackageCollection))]
public sealed class ConsumerTests(ConsumerTests.Build build) : IClassFixture<ConsumerTests.Build>
{
    [Fact]
    public void Recommended_ShowsTheWarnings()
    {
        Assert.Equal(["warning IA1001", "warning IA3001"], Build.Levels(build.Reports["Plain"]));
        Assert.Contains(build.Reports["Plain"], static line => line.Contains("Client.cs(10,49)", StringComparison.Ordinal) && line.Contains("/rules/IA1001.md", StringComparison.Ordinal));
    }

    [Fact]
    public void Strict_InAnyCase_ShowsErrorsAndFailsTheBuild()
    {
        Assert.Equal(["error IA1001", "error IA1007", "error IA3001"], Build.Levels(build.Reports["Strict"]));
        Assert.NotEqual(0, build.ExitCode);
    }

    [Fact]
    public void Security_LeavesTheRestOut() => Assert.Equal(["warning IA3001"], Build.Levels(build.Reports["Secure"]));

    [Fact]
    public void None_IsSilent() => Assert.Empty(build.Reports["Silent"]);

    [Fact]
    public void EditorConfig_WinsOverThePreset() => Assert.Equal(["error IA1007", "warning IA1001"], Build.Levels(build.Reports["Own"]));

    [Fact]
    public void UnknownMode_IsSaidAndEveryRuleKeepsItsLevel() =>
        Assert.Equal(["warning IA1001", "warning IA3001", "warning IACFG001"], Build.Levels(build.Reports["Unknown"]));

    [Fact]
    public void WrongOption_IsSaid()
    {
        Assert.Equal(["warning IA0001", "warning IA1001", "warning IA3001"], Build.Levels(build.Reports["Misspelt"]));
        Assert.Contains(build.Reports["Misspelt"], static line => line.Contains("'integration_analyzers.ia1001.default_timeout_seconds = soon'", StringComparison.Ordinal));
    }

    [Fact]
    public void ConfigurationFiles_AreReadWithoutAnyoneAsking()
    {
        Assert.Equal(
            ["warning IA0002", "warning IA1001", "warning IA3001", "warning IA3006", "warning IA3006", "warning IA3006", "warning IA3006"], Build.Levels(build.Reports["Settings"]));
        Assert.All(
            ["appsettings.json(", "launchSettings.json(", "web.config(", ".env("],
            file => Assert.Contains(build.Reports["Settings"], line => line.Contains(file, StringComparison.Ordinal) && line.Contains("IA3006", StringComparison.Ordinal)));
        Assert.Contains(build.Reports["Settings"], static line => line.Contains("appsettings.json(3,26)", StringComparison.Ordinal) && line.Contains("Smtp__Password", StringComparison.Ordinal));
        Assert.Contains(build.Reports["Settings"], static line => line.Contains("appsettings.Broken.json(", StringComparison.Ordinal) && line.Contains("IA0002", StringComparison.Ordinal));
    }

    [Fact]
    public void ConfigurationFiles_AreLeftOutByOneProperty() =>
        Assert.Equal(["warning IA1001", "warning IA3001"], Build.Levels(build.Reports["SettingsOff"]));

    [Fact]
    public void ConfigurationFiles_AreLeftOutByAnOption() =>
        Assert.Equal(["warning IA0002", "warning IA1001", "warning IA3001"], Build.Levels(build.Reports["SettingsOption"]));

    [Fact]
    public void Vocabulary_IsFoundBesideTheProject()
    {
        Assert.Equal(["warning IA0005", "warning IA1001", "warning IA1009", "warning IA3001"], Build.Levels(build.Reports["Taught"]));
        Assert.Contains(build.Reports["Taught"], static line => line.Contains("IntegrationAnalyzers.Apis.txt(2,1)", StringComparison.Ordinal) && line.Contains("'calls'", StringComparison.Ordinal));
    }

    [Fact]
    public void Vocabulary_IsLeftOutByOneProperty() => Assert.Equal(["warning IA1001", "warning IA3001"], Build.Levels(build.Reports["Untaught"]));

    [Fact]
    public void ProjectThatReferencesAConsumer_IsLeftAlone() => Assert.Empty(build.Reports["Dependent"]);

    [Fact]
    public async Task Fix_TakenByDotNetFormat_MendsAndKeepsTheFile()
    {
        var project = Path.Combine(build.Folder, "Mended", "Mended.csproj");
        Assert.Contains(build.Reports["Mended"], static line => line.Contains("IA1001", StringComparison.Ordinal));

        var format = await DotNet.RunAsync(build.Folder, ["format", "analyzers", project, "--diagnostics", "IA1001", "--no-restore"]);
        format.ShouldSucceed();
        var rebuilt = await DotNet.RunAsync(build.Folder, ["build", project, "--no-restore", "--nologo"]);
        rebuilt.ShouldSucceed();
        Assert.Equal(["warning IA3001"], Build.Levels(ConsumerSolution.Reports(rebuilt.Output)["Mended"]));

        var bytes = await File.ReadAllBytesAsync(Path.Combine(build.Folder, "Mended", "Client.cs"));
        Assert.Equal(Encoding.UTF8.GetPreamble(), bytes.Take(3));
        var expected = Consumer.WithWindowsLineEndings(
            Consumer.Client.Replace("new HttpClient();", "new HttpClient { Timeout = TimeSpan.FromSeconds(30) };", StringComparison.Ordinal));
        Assert.Equal(expected, Encoding.UTF8.GetString(bytes.AsSpan(3)));
    }

    /// <summary>All consumers, restored and built once by one command.</summary>
    public sealed class Build(PackedPackage package) : IAsyncLifetime
    {
        private const string Vocabulary = "call GET System.IO.File.ReadAllText*\ncalls GET System.IO.File.ReadAllBytes*\n";

        public string Folder { get; } = Path.Combine(package.Folder, "consumers");

        public int ExitCode { get; private set; }

        internal ILookup<string, string> Reports { get; private set; } = Array.Empty<string>().ToLookup(static line => line);

        /// <summary>Level and ID of each report, in order.</summary>
        public static IEnumerable<string> Levels(IEnumerable<string> reports) =>
            reports.Select(static line => string.Join(' ', line.Split(':', ' ').SkipWhile(static word => word is not ("warning" or "error")).Take(2)))
                .Order(StringComparer.Ordinal);

        public async Task InitializeAsync()
        {
            var solution = new ConsumerSolution(
                Folder,
                package,
                new Consumer("Plain"),
                new Consumer("Strict", Mode: "sTRICT"),
                new Consumer("Secure", Mode: "Security"),
                new Consumer("Silent", Mode: "None"),
                new Consumer("Own", Mode: "Strict", EditorConfig: "dotnet_diagnostic.IA1001.severity = warning\ndotnet_diagnostic.IA3001.severity = none"),
                new Consumer("Unknown", Mode: "Loud"),
                new Consumer("Misspelt", EditorConfig: "integration_analyzers.ia1001.default_timeout_seconds = soon"),
                new Consumer("Dependent", ReferencesProject: "Silent"),
                new Consumer("Settings", Settings: true),
                new Consumer("SettingsOff", Settings: true, Properties: "<IntegrationAnalyzersConfigurationFiles>false</IntegrationAnalyzersConfigurationFiles>"),
                new Consumer("SettingsOption", Settings: true, EditorConfig: "integration_analyzers.ia3006.report = false"),
                new Consumer("Taught", Vocabulary: Vocabulary),
                new Consumer("Untaught", Vocabulary: Vocabulary, Properties: "<IntegrationAnalyzersVocabulary>false</IntegrationAnalyzersVocabulary>"),
                new Consumer("Mended"));
            var built = await DotNet.RunAsync(solution.Folder, ["build", "Consumers.slnx", "--nologo"]);
            ExitCode = built.ExitCode;
            Reports = ConsumerSolution.Reports(built.Output);
            Assert.True(Reports.Contains("Plain"), built.Output);
            Assert.DoesNotContain("error CS", built.Output, StringComparison.Ordinal);
        }

        public Task DisposeAsync() => Task.CompletedTask;
    }
}
