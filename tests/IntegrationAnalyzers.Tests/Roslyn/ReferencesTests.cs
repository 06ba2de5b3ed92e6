using System.Collections.Generic;
using System.IO;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace IntegrationAnalyzers.Tests.Roslyn;

public sealed class ReferencesTests
{
    private static readonly HashSet<string> Names = ["Wanted"];

    [Fact]
    public void AssemblyWithAPath_IsKnownByItsFileName()
    {
        Assert.True(References.Any(Of(MetadataReference.CreateFromImage(Image("Other"), filePath: "/packages/Wanted.dll")), Names));
        Assert.False(References.Any(Of(MetadataReference.CreateFromImage(Image("Other"), filePath: "/packages/Wanted.More.dll")), Names));
    }

    [Theory]
    [InlineData("/packages/WANTED.dll", true)]
    [InlineData(@"C:\packages\wanted.DLL", true)]
    [InlineData("Wanted", true)]
    [InlineData("/wanted/W.dll", false)]
    [InlineData("/packages/Wanten.dll", false)]
    [InlineData("/packages/Unwanted.dll", false)]
    public void FileName_IsTheLastPartOfItsPathWhateverItsCase(string path, bool isWanted) =>
        Assert.Equal(isWanted, References.Any(Of(MetadataReference.CreateFromImage(Image("Other"), filePath: path)), Names));

    [Fact]
    public void ProjectAndImageWithoutAPath_AreKnownByTheirIdentity()
    {
        Assert.True(References.Any(Of(CSharpCompilation.Create("Wanted").ToMetadataReference()), Names));
        Assert.True(References.Any(Of(MetadataReference.CreateFromImage(Image("Wanted"))), Names));
        Assert.False(References.Any(Of(MetadataReference.CreateFromImage(Image("Other"))), Names));
    }

    private static CSharpCompilation Of(MetadataReference reference) => CSharpCompilation.Create("Test", references: [reference]);

    private static byte[] Image(string name)
    {
        using var image = new MemoryStream();
        CSharpCompilation.Create(
            name,
            references: [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)],
            options: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)).Emit(image);
        return image.ToArray();
    }
}
