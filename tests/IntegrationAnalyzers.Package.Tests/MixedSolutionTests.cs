using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace IntegrationAnalyzers.Package.Tests;

/// <summary>A solution of several languages that asks for the package in one place: it reaches every project, and speaks in those of C# alone.</summary>
[Collection(nameof(PackageCollection))]
public sealed class MixedSolutionTests(PackedPackage package)
{
    [Fact]
    public async Task GlobalPackageReference_DisturbsNoOtherLanguage()
    {
        var solution = new ConsumerSolution(
            Path.Combine(package.Folder, "mixed"), package, new Consumer("Shop", Settings: true, IsCentral: true), new Consumer("Stock", IsCentral: true));
        await WriteAsync("Directory.Build.props", "<Project><PropertyGroup><RestorePackagesPath>$(MSBuildThisFileDirectory)packages</RestorePackagesPath><NuGetAudit>false</NuGetAudit></PropertyGroup></Project>");
        await WriteAsync(
            "Directory.Packages.props",
            $"""
            <Project>
              <PropertyGroup><ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally></PropertyGroup>
              <ItemGroup><GlobalPackageReference Include="IntegrationAnalyzers" Version="{PackedPackage.Version}" /></ItemGroup>
            </Project>
            """);
        await WriteAsync("Tax/Tax.fsproj", """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup><ItemGroup><Compile Include="Tax.fs" /></ItemGroup></Project>""");
        await WriteAsync("Tax/Tax.fs", "module Tax\nlet rate = 0.2\n");
        await WriteAsync("Old/Old.vbproj", """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>""");
        await WriteAsync("Old/Old.vb", "Public Class Old\nEnd Class\n");
        foreach (var folder in new[] { "Tax", "Old" })
            await WriteAsync(folder + "/appsettings.json", "{ \"Smtp\": { \"Password\": \"kT9wQ2!vZx7\" } }");
        await WriteAsync(
            "Consumers.slnx",
            """<Solution><Project Path="Shop/Shop.csproj" /><Project Path="Stock/Stock.csproj" /><Project Path="Tax/Tax.fsproj" /><Project Path="Old/Old.vbproj" /></Solution>""");

        var built = await BuildAsync();
        built.ShouldSucceed();
        Assert.Equal(["Shop", "Stock"], ConsumerSolution.Reports(built.Output).Select(static project => project.Key).Order(StringComparer.Ordinal));
        Assert.DoesNotContain("IACFG", built.Output, StringComparison.Ordinal);

        // The baseline of such a solution, where every warning is an error.
        var written = await BuildAsync("-p:TreatWarningsAsErrors=true", "-p:IntegrationAnalyzersBaseline=write");
        written.ShouldSucceed();
        Assert.DoesNotContain("IACFG", written.Output, StringComparison.Ordinal);
        (await BuildAsync("-p:TreatWarningsAsErrors=true")).ShouldSucceed();

        // One command mends all projects that it can.
        File.Delete(Path.Combine(solution.Folder, "IntegrationAnalyzers.Baseline.txt"));
        (await DotNet.RunAsync(solution.Folder, ["format", "analyzers", "Consumers.slnx", "--diagnostics", "IA1001", "--no-restore"])).ShouldSucceed();
        foreach (var folder in new[] { "Shop", "Stock" })
            Assert.Contains("Timeout = TimeSpan.FromSeconds(30)", await File.ReadAllTextAsync(Path.Combine(solution.Folder, folder, "Client.cs")), StringComparison.Ordinal);

        Task<DotNetResult> BuildAsync(params string[] arguments) => DotNet.RunAsync(solution.Folder, ["build", "Consumers.slnx", "--nologo", .. arguments]);

        Task WriteAsync(string name, string text)
        {
            var file = Path.Combine(solution.Folder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            return File.WriteAllTextAsync(file, text);
        }
    }
}
