using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace IntegrationAnalyzers.Package.Tests;

/// <summary>The rules of the SDK that the presets raise: where they speak, and what keeps them still.</summary>
[Collection(nameof(PackageCollection))]
public sealed class CompanionTests(PackedPackage package)
{
    private const string Trust =
        """
        using System.Net.Security;

        namespace Shop;

        public static class Trust
        {
            public static SslClientAuthenticationOptions All { get; } = new() { RemoteCertificateValidationCallback = (_, _, _, _) => true };
        }

        """;

    [Fact]
    public async Task Companions_SpeakUnlessSomebodySaysOtherwise()
    {
        var solution = new ConsumerSolution(
            Path.Combine(package.Folder, "companions"),
            package,
            new Consumer("Plain"),
            new Consumer("Secure", Mode: "Security"),
            new Consumer("Raised", Properties: "<AnalysisMode>Recommended</AnalysisMode>"),
            new Consumer("Silent", Mode: "None"),
            new Consumer("Lowered", Properties: "<AnalysisMode>None</AnalysisMode>"),
            new Consumer("Own", EditorConfig: "dotnet_diagnostic.CA5359.severity = none"),
            new Consumer("Declined", Properties: "<IntegrationAnalyzersCompanions>false</IntegrationAnalyzersCompanions>"),
            new Consumer("Without", Properties: "<EnableNETAnalyzers>false</EnableNETAnalyzers>"),
            new Consumer("Old"));
        foreach (var project in Directory.GetFiles(solution.Folder, "*.csproj", SearchOption.AllDirectories))
            await File.WriteAllTextAsync(Path.Combine(Path.GetDirectoryName(project)!, "Trust.cs"), Trust);
        await File.WriteAllTextAsync(Path.Combine(solution.Folder, "Old", "IntegrationAnalyzers.Baseline.txt"), "");

        var built = await DotNet.RunAsync(solution.Folder, ["build", "Consumers.slnx", "--nologo"]);
        built.ShouldSucceed();
        Assert.DoesNotContain("MultipleGlobalAnalyzerKeys", built.Output, StringComparison.Ordinal);
        var lines = built.Output.Split('\n').Where(static line => line.Contains("Trust.cs(", StringComparison.Ordinal)).Distinct().ToList();
        Assert.All(lines, static line => Assert.Contains("warning CA5359", line, StringComparison.Ordinal));
        Assert.Equal(
            ["Plain", "Raised", "Secure"],
            lines.Select(static line => Path.GetFileNameWithoutExtension(line.TrimEnd()[(line.LastIndexOf('[') + 1)..^1])).Distinct().Order(StringComparer.Ordinal));
    }
}
