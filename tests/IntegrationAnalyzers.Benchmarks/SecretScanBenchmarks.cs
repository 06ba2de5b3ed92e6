using System;
using System.Linq;
using System.Text;
using System.Threading;
using BenchmarkDotNet.Attributes;
using IntegrationAnalyzers.Model.Secrets;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace IntegrationAnalyzers.Benchmarks;

/// <summary>The look for secrets that every file of every project pays, whether or not it holds any.</summary>
[Config(typeof(InProcess))]
public class SecretScanBenchmarks
{
    private string[] _texts = [];
    private SyntaxTree[] _trees = [];

    [Params(1, 2, 4)]
    public int Size { get; set; }

    [Params(false, true)]
    public bool Literals { get; set; }

    [GlobalSetup]
    public void Generate() =>
        _texts = [.. GeneratedProject.Sources(Size, integration: true).Select((text, number) => Literals ? text + Settings(number) : text)];

    /// <summary>What is found is kept by tree, so that each run needs new ones.</summary>
    [IterationSetup]
    public void Parse()
    {
        _trees = [.. _texts.Select(static text => CSharpSyntaxTree.ParseText(text))];
        foreach (var tree in _trees)
            tree.GetRoot();
    }

    [Benchmark]
    public int ProviderTokensInAllFiles() => _trees.Sum(static tree => ProviderTokens.In(tree, CancellationToken.None).Length);

    /// <summary>Literals that look like secrets to the first glance and turn out to be none.</summary>
    private static string Settings(int number)
    {
        var source = new StringBuilder($"public static class Settings{number}\n{{\n");
        for (var i = 0; i < 20; i++)
            source.Append($"    public const string Value{i} = \"{Convert.ToHexString(Guid.NewGuid().ToByteArray())}\";\n");
        return source.Append("}\n").ToString();
    }
}
