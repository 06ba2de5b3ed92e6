using IntegrationAnalyzers.Roslyn;
using IntegrationAnalyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace IntegrationAnalyzers.Tests.Roslyn;

public sealed class TypesByNameTests
{
    private static readonly Compilation Compilation = CSharpCompilation.Create(
        "Test", [CSharpSyntaxTree.ParseText("class Alone { } namespace System.Net.Http { class HttpClient { } } namespace Polly { class Inner { class Deep { } } }")], TestReferences.Default.References);

    [Theory]
    [InlineData("System.Net.Http.HttpRequestException")]
    [InlineData("System.Threading.Tasks.TaskCanceledException")]
    [InlineData("Microsoft.Extensions.Configuration.IConfiguration")]
    [InlineData("System.Net.Http.HttpClient")]
    [InlineData("Alone")]
    [InlineData("Polly.Inner")]
    [InlineData("Polly.Inner.Deep")]
    [InlineData("Polly.Missing")]
    [InlineData("Android.App.Application")]
    [InlineData("System.Net")]
    public void Type_IsWhatTheCompilerFinds(string name) =>
        Assert.Equal(Compilation.GetTypeByMetadataName(name), Compilation.FindType(name), SymbolEqualityComparer.Default);
}
