using IntegrationAnalyzers.Tests.Roslyn;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace IntegrationAnalyzers.Tests.Catalog;

/// <summary>The rules' own walk over real code: this repository's.</summary>
public sealed class NodeWalkOverSourcesTests
{
    [Fact]
    public void OverThisProjectsFiles_IsTheFrameworksWalk()
    {
        var files = Repository.Files("src/IntegrationAnalyzers", "*.cs");
        Assert.NotEmpty(files);
        foreach (var file in files)
            NodeWalkTests.AssertSame(CSharpSyntaxTree.ParseText(Repository.Read(file)!).GetRoot());
    }
}
