using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Xunit;

namespace IntegrationAnalyzers.Package.Tests;

/// <summary>The recipe of docs/ci.md, as it stands there: its file is written, its commands are run, its SARIF is read.</summary>
[Collection(nameof(PackageCollection))]
public sealed class ContinuousIntegrationTests(PackedPackage package)
{
    private static readonly string Recipe = File.ReadAllText(Path.Combine(PackedPackage.RepositoryRoot, "docs", "ci.md")).ReplaceLineEndings("\n");

    [Fact]
    public async Task Recipe_WritesWhatGitHubReads()
    {
        var solution = new ConsumerSolution(
            Path.Combine(package.Folder, "ci"), package, new Consumer("Shop", Settings: true), new Consumer("Stock"));
        await File.WriteAllTextAsync(Path.Combine(solution.Folder, "Directory.Build.targets"), Block("xml"));
        File.Copy(Path.Combine(PackedPackage.RepositoryRoot, "docs", "samples", "sarif.jq"), Path.Combine(solution.Folder, "sarif.jq"));

        // The shop's old findings are in the baseline, all but the client's.
        (await DotNet.RunAsync(solution.Folder, ["build", Path.Combine("Shop", "Shop.csproj"), "--nologo", "-p:IntegrationAnalyzersBaseline=write", "-p:IntegrationAnalyzersBaselineFile=../IntegrationAnalyzers.Baseline.txt"])).ShouldSucceed();
        var baseline = Path.Combine(solution.Folder, "IntegrationAnalyzers.Baseline.txt");
        await File.WriteAllLinesAsync(baseline, (await File.ReadAllLinesAsync(baseline)).Where(static line => !line.Contains("| IA1001 |", StringComparison.Ordinal)));

        await RunCommandsAsync(solution.Folder);

        // The compiler's own files: every finding, with its suppression.
        Assert.Equal(["Shop.net10.0.sarif", "Stock.net10.0.sarif"], Directory.GetFiles(Path.Combine(solution.Folder, "sarif")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        using var shop = Read(Path.Combine(solution.Folder, "sarif", "Shop.net10.0.sarif"));
        var old = Results(shop).Single(static result => Text(result, "ruleId") == "IA3001");
        var suppression = Assert.Single(old.GetProperty("suppressions").EnumerateArray());
        Assert.Equal("inSource", Text(suppression, "kind"));
        Assert.Contains("Stands in IntegrationAnalyzers.Baseline.txt", suppression.ToString(), StringComparison.Ordinal);

        // The upload: one run of both projects, our rules alone, without what is suppressed.
        using var upload = Read(Path.Combine(solution.Folder, "integration.sarif"));
        Assert.Equal("2.1.0", Text(upload.RootElement, "version"));
        Assert.Equal(1, upload.RootElement.GetProperty("runs").GetArrayLength());
        Assert.Equal(
            ["IA1001 warning Shop/Client.cs", "IA1001 warning Stock/Client.cs", "IA1007 note Shop/Client.cs", "IA1007 note Stock/Client.cs", "IA3001 warning Stock/Payment.cs"],
            Results(upload).Select(result => $"{Text(result, "ruleId")} {Text(result, "level")} {Place(solution, result)}").Order(StringComparer.Ordinal));
        var rules = upload.RootElement.GetProperty("runs")[0].GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray().ToDictionary(static rule => Text(rule, "id"));
        Assert.All(rules.Values, static rule => Assert.EndsWith($"/rules/{Text(rule, "id")}.md", Text(rule, "helpUri"), StringComparison.Ordinal));
        Assert.All(rules.Values, static rule => Assert.NotEmpty(rule.GetProperty("fullDescription").GetProperty("text").GetString()!));
        var properties = rules["IA3001"].GetProperty("properties");
        Assert.Equal(["security", "external/cwe/cwe-798"], properties.GetProperty("tags").EnumerateArray().Select(static tag => tag.GetString()));
        Assert.Equal("8.0", Text(properties, "security-severity"));
        Assert.False(rules["IA1001"].GetProperty("properties").TryGetProperty("security-severity", out _));
    }

    [Fact]
    public void Jobs_RunTheCommandsOfTheRecipe()
    {
        var jobs = Regex.Matches(Recipe, "^```yaml\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline).Select(static match => match.Groups[1].Value).ToList();
        Assert.Equal(2, jobs.Count);
        Assert.All(jobs, static job => Assert.All(Commands(), command => Assert.Contains($": {command}\n", job, StringComparison.Ordinal)));
    }

    /// <summary>As a shell would, one after the other; <c>dotnet</c> without what this test run has in its environment.</summary>
    private static async Task RunCommandsAsync(string folder)
    {
        foreach (var command in Commands())
        {
            if (command.StartsWith("dotnet ", StringComparison.Ordinal))
            {
                (await DotNet.RunAsync(folder, command["dotnet ".Length..].Replace("$PWD", folder, StringComparison.Ordinal).Split(' '))).ShouldSucceed();
                continue;
            }

            using var shell = Process.Start(new ProcessStartInfo("sh", ["-ec", command]) { WorkingDirectory = folder })!;
            await shell.WaitForExitAsync();
            Assert.True(shell.ExitCode == 0, command);
        }
    }

    private static string[] Commands() => Block("sh").Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static string Block(string language) =>
        Regex.Match(Recipe, $"^```{language}\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline).Groups[1].Value;

    private static JsonDocument Read(string path) => JsonDocument.Parse(File.ReadAllText(path));

    private static IEnumerable<JsonElement> Results(JsonDocument log) => log.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray();

    private static string Place(ConsumerSolution solution, JsonElement result)
    {
        var uri = Text(result.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("artifactLocation"), "uri");
        return Path.GetRelativePath(solution.Folder, new Uri(uri).LocalPath).Replace('\\', '/');
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
