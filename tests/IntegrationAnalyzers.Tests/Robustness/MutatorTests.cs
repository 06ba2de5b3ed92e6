using System.Linq;
using IntegrationAnalyzers.Corpus.Robustness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace IntegrationAnalyzers.Tests.Robustness;

/// <summary>What a fuzzing run names must be found again by its seed alone.</summary>
public sealed class MutatorTests
{
    private const string Source = """
        #if DEBUG
        using System;
        #endif
        // a comment
        class C
        {
            void M() => System.Console.WriteLine($"a {1 + 2} b"); // the end
        }
        """;

    [Fact]
    public void SameSeed_SameText()
    {
        for (var seed = -500; seed < 500; seed++)
            Assert.Equal(Of(Source).Mutate(seed), Of(Source).Mutate(seed));
    }

    [Fact]
    public void Seeds_BreakInManyWays()
    {
        var texts = Enumerable.Range(0, 1_000).Select(Of(Source).Mutate).ToList();
        Assert.True(texts.Distinct().Count() > 500);
        Assert.Contains(texts, static text => text.Length < Source.Length / 2);
        Assert.Contains(texts, static text => text.Length > Source.Length);
    }

    [Theory]
    [InlineData("")]
    [InlineData(";")]
    [InlineData("// nothing but a comment")]
    [InlineData("class C { string s = \"\uD800")]
    [InlineData("}}}}((((#if")]
    public void AnyText_IsBroken(string source)
    {
        var mutator = Of(source);
        for (var seed = 0; seed < 200; seed++)
            Assert.NotNull(CSharpSyntaxTree.ParseText(mutator.Mutate(seed)).GetRoot());
    }

    private static Mutator Of(string source) => new(CSharpSyntaxTree.ParseText(source).GetRoot());
}
