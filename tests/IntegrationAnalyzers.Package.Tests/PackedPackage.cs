using System;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Threading.Tasks;
using Xunit;

namespace IntegrationAnalyzers.Package.Tests;

/// <summary>The package, packed once a run from what is built, into a folder that serves as the only feed.</summary>
public sealed class PackedPackage : IAsyncLifetime
{
    public static string Version { get; } = Metadata("PackageVersion");

    public static string RepositoryRoot { get; } = Metadata("RepositoryRoot");

    public string Folder { get; } = Directory.CreateTempSubdirectory("ia-package-").FullName;

    public string Feed => Path.Combine(Folder, "feed");

    public string File => Path.Combine(Feed, $"IntegrationAnalyzers.{Version}.nupkg");

    public async Task InitializeAsync()
    {
        var project = Path.Combine(RepositoryRoot, "src", "IntegrationAnalyzers.Package");
        var packed = await DotNet.RunAsync(project, ["pack", "--no-build", "-c", Metadata("Configuration"), "-o", Feed, "-v", "quiet"]);
        packed.ShouldSucceed();
    }

    public Task DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        return Task.CompletedTask;
    }

    private static string Metadata(string key) =>
        typeof(PackedPackage).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value
        ?? throw new InvalidOperationException(key + " is not set");
}

/// <summary>All tests of this project share the one package; they run one after another, for each of them starts a build.</summary>
[CollectionDefinition(nameof(PackageCollection), DisableParallelization = true)]
public sealed class PackageCollection : ICollectionFixture<PackedPackage>;
