using System;
using System.Collections.Generic;
using System.Linq;
using IntegrationAnalyzers.Model;
using IntegrationAnalyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Tests.Model;

/// <summary>Source that compiles, with its model, for a look at the nouns without any rule.</summary>
internal sealed class ModelSource
{
    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Net;
        using System.Net.Http;
        using System.Net.Http.Json;
        using System.Threading;
        using System.Threading.Tasks;
        using Flurl.Http;
        using Polly;
        using Refit;
        using RestSharp;
        #pragma warning disable SYSLIB0014

        """;

    public ModelSource(string source)
    {
        var tree = CSharpSyntaxTree.ParseText(Usings + source, new CSharpParseOptions(LanguageVersion.Latest), "/0/Source.cs");
        Compilation = CSharpCompilation.Create(
            "Source", [tree], TestReferences.Default.References, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        var errors = Compilation.GetDiagnostics().Where(static d => d.Severity == DiagnosticSeverity.Error).ToList();
        if (errors.Count > 0)
            throw new InvalidOperationException(string.Join("\n", errors));
        Model = IntegrationModel.For(Compilation);
    }

    public Compilation Compilation { get; }

    public IntegrationModel Model { get; }

    /// <summary>The first call of that name in the source.</summary>
    public IInvocationOperation Call(string name) => Calls(name).First();

    public IEnumerable<IInvocationOperation> Calls(string name)
    {
        var tree = Compilation.SyntaxTrees.Single();
        return tree.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>()
            .Select(node => Model.Source.Model(tree).GetOperation(node)).OfType<IInvocationOperation>().Where(call => call.TargetMethod.Name == name);
    }
}
