using System;
using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace IntegrationAnalyzers.Tests.Catalog;

/// <summary>What is committed equals what the descriptors say. <c>IA_UPDATE=1</c> writes it instead of comparing it.</summary>
public class GeneratedFilesTests
{
    private static readonly bool Update = Environment.GetEnvironmentVariable("IA_UPDATE") == "1";

    public static IEnumerable<object[]> Paths => GeneratedText.All().Select(static file => new object[] { file.Path });

    [Theory]
    [MemberData(nameof(Paths))]
    public void Generated_EqualsCommitted(string path)
    {
        var expected = GeneratedText.All().Single(file => file.Path == path).Text;
        if (Update)
            Repository.Write(path, expected);
        var actual = Repository.Read(path);
        Assert.True(
            actual == expected,
            $"{path} is not what the descriptors say. Run: IA_UPDATE=1 dotnet test tests/IntegrationAnalyzers.Tests --filter Catalog");
    }

    [Fact]
    public void Presets_NoneIsOrphaned()
    {
        var generated = GeneratedText.All().Select(static file => file.Path).ToHashSet(StringComparer.Ordinal);
        Assert.Subset(generated, Repository.Files("rules/presets", "*").ToHashSet(StringComparer.Ordinal));
    }
}
