using System.Collections.Generic;
using System.Linq;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model;
using IntegrationAnalyzers.Model.Payloads;
using IntegrationAnalyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Xunit;

namespace IntegrationAnalyzers.Tests.Model.Payloads;

public sealed class PayloadReadsTests
{
    [Theory]
    [InlineData("await http.GetFromJsonAsync<Order>(\"o\")", nameof(Serializer.SystemTextJson), nameof(Certainty.Yes))]
    [InlineData("await response.Content.ReadFromJsonAsync<Order>()", nameof(Serializer.SystemTextJson), nameof(Certainty.Yes))]
    [InlineData("JsonSerializer.Deserialize<Order>(text)", nameof(Serializer.SystemTextJson), nameof(Certainty.Yes))]
    [InlineData("(Order?)JsonSerializer.Deserialize(text, typeof(Order))", nameof(Serializer.SystemTextJson), nameof(Certainty.Yes))]
    [InlineData("JsonDocument.Parse(text).RootElement.GetProperty(\"o\").Deserialize<Order>()", nameof(Serializer.SystemTextJson), nameof(Certainty.Yes))]
    [InlineData("Newtonsoft.Json.JsonConvert.DeserializeObject<Order>(text.Trim())", nameof(Serializer.Newtonsoft), nameof(Certainty.Yes))]
    [InlineData("Newtonsoft.Json.Linq.JObject.Parse(text).ToObject<Order>()", nameof(Serializer.Newtonsoft), nameof(Certainty.Yes))]
    [InlineData("JsonSerializer.Deserialize<Order>(File.ReadAllText(\"o\"))", nameof(Serializer.SystemTextJson), nameof(Certainty.Unknown))]
    [InlineData("await request.Content!.ReadFromJsonAsync<Order>()", nameof(Serializer.SystemTextJson), nameof(Certainty.No))]
    public void Reads(string expression, string serializer, string upstream)
    {
        var read = Assert.Single(Read($"var order = {expression};"));
        Assert.Equal(serializer, read.Member.Serializer.ToString());
        Assert.Equal(upstream, read.Upstream.ToString());
        Assert.Equal("Order", read.PayloadType!.Name);
    }

    [Theory]
    [InlineData("Console.WriteLine(order!.Id);", nameof(Certainty.No), nameof(PayloadUseKind.Dereferenced))]
    [InlineData("Keep(order!);", nameof(Certainty.No), nameof(PayloadUseKind.PassedOn))]
    [InlineData("Last = order!;", nameof(Certainty.No), nameof(PayloadUseKind.Stored))]
    [InlineData("if (order is null) return; Console.WriteLine(order.Id);", nameof(Certainty.Yes), null)]
    [InlineData("Console.WriteLine(order);", nameof(Certainty.Unknown), null)]
    [InlineData("Maybe(order);", nameof(Certainty.Unknown), null)]
    public void Checked(string use, string isChecked, string? kind)
    {
        var read = Assert.Single(Read("var order = await http.GetFromJsonAsync<Order>(\"o\");\n" + use));
        Assert.Equal(isChecked, read.Checked.ToString());
        Assert.Equal(kind, read.FirstUnchecked?.Kind.ToString());
    }

    [Fact]
    public void Options_AreThoseOfTheCall() =>
        Assert.NotNull(Assert.Single(Read("var order = JsonSerializer.Deserialize<Order>(text, new JsonSerializerOptions());")).Options);

    [Fact]
    public void NothingElse_IsRead() => Assert.Empty(Read("var order = JsonSerializer.Serialize(text); await http.GetStringAsync(\"o\");"));

    [Fact]
    public void Answers_DoNotDependOnTheOrderOfQuestions()
    {
        const string body = "var a = await http.GetFromJsonAsync<Order>(\"a\"); Keep(a!); var b = await Load(); Keep(b!); Maybe(await Load());";
        var forwards = Read(body).Select(static r => (r.Name, r.Checked)).ToList();
        var backwards = Read(body, backwards: true).Select(static r => (r.Name, r.Checked)).Reverse().ToList();
        Assert.Equal(forwards, backwards);
        Assert.Equal(3, forwards.Count);
    }

    private static List<PayloadRead> Read(string body, bool backwards = false)
    {
        var tree = CSharpSyntaxTree.ParseText("""
            using System;
            using System.IO;
            using System.Net.Http;
            using System.Net.Http.Json;
            using System.Text.Json;
            using System.Threading.Tasks;

            public class Order
            {
                public string? Id { get; set; }
            }

            public interface IStore
            {
                void Keep(Order order);
            }

            public class Orders(HttpClient http, IStore store)
            {
                public Order Last { get; set; } = new();

                public async Task Run(HttpRequestMessage request)
                {
                    var response = await http.GetAsync("o");
                    var text = await response.Content.ReadAsStringAsync();
                    /*body*/
                }

                private void Keep(Order order) => store.Keep(order);

                private static void Maybe(Order? order)
                {
                }

                private async Task<Order?> Load() => await http.GetFromJsonAsync<Order>("last");
            }
            """.Replace("/*body*/", body));
        var compilation = CSharpCompilation.Create(
            "Test",
            [tree],
            TestReferences.Default.References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        Assert.Empty(compilation.GetDiagnostics().Where(static d => d.Severity == DiagnosticSeverity.Error));

        var model = IntegrationModel.For(compilation);
        var semantics = compilation.GetSemanticModel(tree);
        var run = tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().First(static m => m.Identifier.ValueText == "Run");
        var calls = run.DescendantNodes().OfType<InvocationExpressionSyntax>();
        return (backwards ? calls.Reverse() : calls)
            .Select(call => model.Payloads.Read((IInvocationOperation)semantics.GetOperation(call)!, CancellationToken.None))
            .OfType<PayloadRead>()
            .ToList();
    }
}
