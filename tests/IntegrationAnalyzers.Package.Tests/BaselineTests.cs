using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using Xunit;

namespace IntegrationAnalyzers.Package.Tests;

/// <summary>Old code from red to green and on, with every rule an error and warnings errors too: what a team lead does, step by step.</summary>
[Collection(nameof(PackageCollection))]
public sealed class BaselineTests(PackedPackage package)
{
    private const string Errors = "<TreatWarningsAsErrors>true</TreatWarningsAsErrors>";

    [Fact]
    public async Task OldCode_GoesGreenAndStaysHonest()
    {
        var solution = new ConsumerSolution(
            Path.Combine(package.Folder, "baseline"),
            package,
            new Consumer("Old", Mode: "Strict", Properties: Errors, Settings: true),
            new Consumer("Other", Mode: "Strict", Properties: Errors));
        var file = Path.Combine(solution.Folder, "IntegrationAnalyzers.Baseline.txt");
        var client = Path.Combine(solution.Folder, "Old", "Client.cs");

        // Old code is red.
        var red = await BuildAsync("--restore");
        Assert.NotEqual(0, red.ExitCode);
        Assert.Contains("error IA1001", red.Output, StringComparison.Ordinal);

        // One command, and it is green; the file holds every project's findings, sorted, and none of its secrets.
        (await BuildAsync("-p:IntegrationAnalyzersBaseline=write")).ShouldSucceed();
        var written = await File.ReadAllTextAsync(file);
        var entries = Entries(written);
        Assert.Equal(entries.Order(StringComparer.Ordinal), entries);
        Assert.Equal(["Old", "Other"], entries.Select(static line => line.Split(" | ")[0]).Distinct());
        Assert.Contains(entries, static line => line.StartsWith("Old | IA1001 | F:Shop.ExchangeRates.Client | ", StringComparison.Ordinal));
        Assert.Contains(entries, static line => line.StartsWith("Old | IA3006 | Properties/launchSettings.json | ", StringComparison.Ordinal));
        Assert.Contains(entries, static line => line.StartsWith("Old | IA0002 | appsettings.Broken.json | ", StringComparison.Ordinal));
        Assert.DoesNotContain("4fT9hQz2", written, StringComparison.Ordinal);
        Assert.DoesNotContain("kT9wQ2", written, StringComparison.Ordinal);

        var green = await BuildAsync("-p:ErrorLog=findings.sarif%2Cversion=2.1");
        green.ShouldSucceed();
        Assert.Empty(Reports(green));
        var suppressed = Suppressed(Path.Combine(solution.Folder, "Old", "findings.sarif"));
        Assert.Contains("IA1001", suppressed);
        Assert.Contains("IA3006", suppressed);

        // A second time it changes nothing.
        (await BuildAsync("-p:IntegrationAnalyzersBaseline=write")).ShouldSucceed();
        Assert.Equal(written, await File.ReadAllTextAsync(file));

        // Moved, formatted and renamed, the old finding stays suppressed; the new one is red.
        var old = await File.ReadAllTextAsync(client);
        File.Delete(client);
        await File.WriteAllTextAsync(
            Path.Combine(solution.Folder, "Old", "Renamed.cs"),
            "// moved\n\n" + old.Replace("new HttpClient()", "new  HttpClient ( )", StringComparison.Ordinal).Replace("\r\n", "\n", StringComparison.Ordinal) +
            "public static class Stock\n{\n    private static readonly HttpClient Http = new HttpClient();\n\n    public static Task<string> LatestAsync(Uri address) => Http.GetStringAsync(address);\n}\n");
        var mistaken = await BuildAsync();
        Assert.NotEqual(0, mistaken.ExitCode);
        Assert.Equal(["error IA1001", "error IA1007"], ConsumerTests.Build.Levels(Reports(mistaken)));
        Assert.All(Reports(mistaken), static line => Assert.Contains("Renamed.cs(18,", line, StringComparison.Ordinal));

        // The mistake is taken back and an old finding mended: its entry is asked out, by file and line.
        File.Delete(Path.Combine(solution.Folder, "Old", "Renamed.cs"));
        await File.WriteAllTextAsync(client, old.Replace("new HttpClient()", "new HttpClient { Timeout = TimeSpan.FromSeconds(30) }", StringComparison.Ordinal));
        var stale = await BuildAsync();
        Assert.NotEqual(0, stale.ExitCode);
        var line = 1 + written.Split('\n').ToList().FindIndex(static text => text.StartsWith("Old | IA1001 |", StringComparison.Ordinal));
        Assert.Contains(
            Reports(stale), report => report.Contains($"IntegrationAnalyzers.Baseline.txt({line},1): error IA0004", StringComparison.Ordinal) && report.Contains("'F:Shop.ExchangeRates.Client'", StringComparison.Ordinal));
        Assert.DoesNotContain(Reports(stale), static report => report.Contains("Other.csproj", StringComparison.Ordinal));

        // Pruned, stale entries are gone and nothing else; what takes their place is red until it is looked at.
        (await BuildAsync("-p:IntegrationAnalyzersBaseline=prune")).ShouldSucceed();
        var pruned = Entries(await File.ReadAllTextAsync(file));
        Assert.Subset(entries.ToHashSet(), pruned.ToHashSet());
        Assert.DoesNotContain(pruned, static text => text.StartsWith("Old | IA1001 |", StringComparison.Ordinal));
        Assert.Contains(pruned, static text => text.StartsWith("Other | IA1001 |", StringComparison.Ordinal));
        Assert.DoesNotContain(Reports(await BuildAsync()), static report => report.Contains("IA0004", StringComparison.Ordinal));

        // A broken line is said with its place; switched off, the baseline hides nothing.
        await File.AppendAllTextAsync(file, "<<<<<<< HEAD\n");
        var broken = Reports(await BuildAsync());
        Assert.Contains(broken, static report => report.Contains("error IA0003", StringComparison.Ordinal) && report.Contains("merge", StringComparison.Ordinal));
        var off = Reports(await BuildAsync("-p:IntegrationAnalyzersBaseline=false"));
        Assert.Contains(off, static report => report.Contains("error IA3006", StringComparison.Ordinal));
        Assert.DoesNotContain(off, static report => report.Contains("IA0003", StringComparison.Ordinal));

        // dotnet format leaves what is in the baseline alone; without it, it mends, and puts nothing in.
        var other = Path.Combine(solution.Folder, "Other", "Client.cs");
        var before = await File.ReadAllTextAsync(other);
        var baseline = await File.ReadAllTextAsync(file);
        string[] format = ["format", "analyzers", Path.Combine("Other", "Other.csproj"), "--diagnostics", "IA1001", "--no-restore"];
        (await DotNet.RunAsync(solution.Folder, format)).ShouldSucceed();
        Assert.Equal(before, await File.ReadAllTextAsync(other));
        (await DotNet.RunAsync(solution.Folder, format, new Dictionary<string, string> { ["IntegrationAnalyzersBaseline"] = "false" })).ShouldSucceed();
        Assert.Contains("Timeout = TimeSpan.FromSeconds(30)", await File.ReadAllTextAsync(other), StringComparison.Ordinal);
        Assert.Equal(baseline, await File.ReadAllTextAsync(file));

        Task<DotNetResult> BuildAsync(params string[] arguments) =>
            DotNet.RunAsync(solution.Folder, ["build", "Consumers.slnx", "--nologo", .. arguments is ["--restore"] ? (string[])[] : ["--no-restore", .. arguments]]);
    }

    private static string[] Reports(DotNetResult result) => ConsumerSolution.Reports(result.Output).SelectMany(static project => project).Distinct().ToArray();

    private static string[] Entries(string text) => text.Split('\n').Where(static line => line.Length > 0 && line[0] != '#').ToArray();

    private static HashSet<string> Suppressed(string sarif)
    {
        using var log = JsonDocument.Parse(File.ReadAllText(sarif));
        return log.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray()
            .Where(static result => result.GetProperty("suppressions").EnumerateArray().Any(static s => s.ToString().Contains("Stands in IntegrationAnalyzers.Baseline.txt", StringComparison.Ordinal)))
            .Select(static result => result.GetProperty("ruleId").GetString()!)
            .ToHashSet();
    }
}
