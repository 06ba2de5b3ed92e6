using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;
using Xunit;

namespace IntegrationAnalyzers.Package.Tests;

/// <summary>Exactly what is in the package, so that nothing gets in or out of it unnoticed.</summary>
[Collection(nameof(PackageCollection))]
public sealed class ContentTests(PackedPackage package)
{
    private static readonly string[] Entries =
    [
        "IntegrationAnalyzers.nuspec",
        "README.md",
        "analyzers/dotnet/cs/IntegrationAnalyzers.CodeFixes.dll",
        "analyzers/dotnet/cs/IntegrationAnalyzers.dll",
        "buildTransitive/IntegrationAnalyzers.CSharp.targets",
        "buildTransitive/IntegrationAnalyzers.targets",
        "buildTransitive/companions.globalconfig",
        "buildTransitive/config/none.globalconfig",
        "buildTransitive/config/recommended.globalconfig",
        "buildTransitive/config/security.globalconfig",
        "buildTransitive/config/strict.globalconfig",
        "icon.png",
        "tools/IntegrationAnalyzers.Tasks.dll",
    ];

    [Fact]
    public void Entries_AreTheseAlone()
    {
        using var zip = ZipFile.OpenRead(package.File);
        var own = zip.Entries.Select(static entry => entry.FullName).Where(static name => !IsOfTheFormat(name));
        Assert.Equal(Entries, own.Order(StringComparer.Ordinal));
    }

    /// <summary>Both assemblies with their symbols and tables: what a restore fetches once, less than the field's larger packages weigh. It grows with the rules; what comes in by mistake is seen by its types.</summary>
    [Fact]
    public void Size_StaysSmall() => Assert.InRange(new FileInfo(package.File).Length, 1, 2_000_000);

    /// <summary>No library is merged into them: the smallest would bring types of its own.</summary>
    [Theory]
    [InlineData("analyzers/dotnet/cs/IntegrationAnalyzers.dll")]
    [InlineData("analyzers/dotnet/cs/IntegrationAnalyzers.CodeFixes.dll")]
    [InlineData("tools/IntegrationAnalyzers.Tasks.dll")]
    public void Assembly_HoldsOurTypesAlone(string entry)
    {
        using var assembly = new PEReader(new MemoryStream(Read(entry)));
        var metadata = assembly.GetMetadataReader();
        var foreign = metadata.TypeDefinitions
            .Select(metadata.GetTypeDefinition)
            .Where(static type => type.GetDeclaringType().IsNil)
            .Select(type => metadata.GetString(type.Namespace) + "." + metadata.GetString(type.Name))
            .Where(static type => !type.StartsWith("IntegrationAnalyzers.", StringComparison.Ordinal) && !IsOfTheCompiler(type));
        Assert.Empty(foreign);
    }

    [Fact]
    public void Manifest_SaysWhatItIs()
    {
        var metadata = Manifest();
        Assert.Equal("IntegrationAnalyzers", Value(metadata, "id"));
        Assert.Equal(PackedPackage.Version, Value(metadata, "version"));
        Assert.Equal("true", Value(metadata, "developmentDependency"));
        Assert.Equal("MIT", Value(metadata, "license"));
        Assert.Equal("README.md", Value(metadata, "readme"));
        Assert.Equal("icon.png", Value(metadata, "icon"));
        foreach (var name in new[] { "description", "tags", "projectUrl", "releaseNotes", "repository" })
            Assert.True(Element(metadata, name) is not null, name + " is missing");
    }

    [Fact]
    public void Manifest_HasNoDependencies() => Assert.DoesNotContain(Manifest().Descendants(), static e => e.Name.LocalName is "dependency" or "frameworkAssembly");

    [Theory]
    [InlineData("analyzers/dotnet/cs/IntegrationAnalyzers.dll")]
    [InlineData("analyzers/dotnet/cs/IntegrationAnalyzers.CodeFixes.dll")]
    [InlineData("tools/IntegrationAnalyzers.Tasks.dll")]
    public void Assembly_HasItsSymbolsAndItsVersion(string entry)
    {
        using var assembly = new PEReader(new MemoryStream(Read(entry)));
        Assert.Contains(assembly.ReadDebugDirectory(), static e => e.Type == DebugDirectoryEntryType.EmbeddedPortablePdb);
        Assert.Contains(assembly.ReadDebugDirectory(), static e => e.Type == DebugDirectoryEntryType.Reproducible);

        // The compiler server keeps an analyzer by its identity: two versions of the package must not share one.
        var version = assembly.GetMetadataReader().GetAssemblyDefinition().Version;
        Assert.Equal(System.Version.Parse(PackedPackage.Version.Split('-')[0]), new Version(version.Major, version.Minor, version.Build));
    }

    [Fact]
    public void Analyzers_RunOnTheOldestCompilerAndNeedNothingElse()
    {
        var references = References("analyzers/dotnet/cs/IntegrationAnalyzers.dll");
        Assert.DoesNotContain("Microsoft.CodeAnalysis.Workspaces", references.Keys);
        Assert.Equal(new Version(4, 8, 0, 0), references["Microsoft.CodeAnalysis"]);

        // What the compiler itself brings.
        string[] known =
        [
            "netstandard", "Microsoft.CodeAnalysis", "Microsoft.CodeAnalysis.CSharp", "System.Collections.Immutable", "System.Buffers",
            "System.Memory", "System.Reflection.Metadata", "System.Threading.Tasks.Extensions", "System.Runtime.CompilerServices.Unsafe",
        ];
        Assert.Subset(known.ToHashSet(), references.Keys.ToHashSet());
    }

    /// <summary>What the compiler writes into an assembly of an older framework, and what we write for it there.</summary>
    private static bool IsOfTheCompiler(string type) =>
        type.StartsWith(".<", StringComparison.Ordinal) || type is "Microsoft.CodeAnalysis.EmbeddedAttribute" or "System.Index" or "System.Range" ||
        type.StartsWith("System.Runtime.CompilerServices.", StringComparison.Ordinal) || type.StartsWith("System.Diagnostics.CodeAnalysis.", StringComparison.Ordinal);

    private static bool IsOfTheFormat(string name) =>
        name is "[Content_Types].xml" || name.StartsWith("_rels/", StringComparison.Ordinal) || name.StartsWith("package/", StringComparison.Ordinal);

    private Dictionary<string, Version> References(string entry)
    {
        using var assembly = new PEReader(new MemoryStream(Read(entry)));
        var metadata = assembly.GetMetadataReader();
        return metadata.AssemblyReferences
            .Select(metadata.GetAssemblyReference)
            .ToDictionary(reference => metadata.GetString(reference.Name), static reference => reference.Version);
    }

    private byte[] Read(string name)
    {
        using var zip = ZipFile.OpenRead(package.File);
        using var stream = zip.GetEntry(name)!.Open();
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    private XElement Manifest() => XDocument.Load(new MemoryStream(Read("IntegrationAnalyzers.nuspec"))).Root!.Elements().First();

    private static XElement? Element(XElement metadata, string name) => metadata.Elements().FirstOrDefault(element => element.Name.LocalName == name);

    private static string? Value(XElement metadata, string name) => Element(metadata, name)?.Value;
}
