using System.Linq;
using System.Threading;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace IntegrationAnalyzers.Tests.Roslyn;

public sealed class TypeNeighboursTests
{
    [Theory]
    [InlineData("class Holder { public Wanted W { get; } }")]
    [InlineData("class Holder { internal static Wanted Make() => new(); }")]
    [InlineData("class Holder { protected System.Func<int, Wanted[]> w; }")]
    [InlineData("interface Holder { Wanted W { get; } }")]
    [InlineData("record Holder(Wanted W);")]
    [InlineData("class Holder : Wanted { }")]
    [InlineData("class Holder { public class Inner { public Wanted W; } }")]
    public void TypeThatHandsItOut_IsANeighbour(string holder) => Assert.True(IsNear(holder));

    [Theory]
    [InlineData("class Holder { private readonly Wanted _w; Wanted W { get; } }")]
    [InlineData("class Holder { public Holder(Wanted w) { } }")]
    [InlineData("class Holder(Wanted w) { }")]
    [InlineData("class Holder { string Name => \"Wanted\"; /* Wanted */ }")]
    [InlineData("class Holder { } class Other { public Wanted W; }")]
    public void TypeThatKeepsItToItself_IsNone(string holder) => Assert.False(IsNear(holder));

    [Fact]
    public void FileThatNamesIt_IsOne() => Assert.True(IsNear("", "class User { void M(Wanted w) { } }"));

    private static bool IsNear(string holder, string user = "class User { void M(Holder h) { } }")
    {
        var trees = new[] { "class Wanted { }", holder, user }.Select(static code => CSharpSyntaxTree.ParseText(code)).ToArray();
        var source = new SourceIndex(CSharpCompilation.Create("Test", trees));
        return new TypeNeighbours(source.Compilation.GetTypeByMetadataName("Wanted")!, source, CancellationToken.None).Have(trees[2]);
    }
}
