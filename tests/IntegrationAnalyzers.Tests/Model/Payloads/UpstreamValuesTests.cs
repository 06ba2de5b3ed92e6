using System.Linq;
using System.Threading;
using IntegrationAnalyzers.Model;
using IntegrationAnalyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Xunit;

namespace IntegrationAnalyzers.Tests.Model.Payloads;

public sealed class UpstreamValuesTests
{
    private const string Yes = nameof(Certainty.Yes);
    private const string No = nameof(Certainty.No);
    private const string Unknown = nameof(Certainty.Unknown);

    [Theory]
    [InlineData("Use(text);", Yes)]
    [InlineData("Use(text!.Trim().ToLower());", Yes)]
    [InlineData("var copy = text!; Use((copy));", Yes)]
    [InlineData("Use(order.Status);", Yes)]
    [InlineData("Use(order.Lines[0].Status);", Yes)]
    [InlineData("Use(order.Lines.First(l => l.Status != null).Status);", Yes)]
    [InlineData("Use(order?.Next?.Status);", Yes)]
    [InlineData("foreach (var line in order.Lines) Use(line.Status);", Yes)]
    [InlineData("foreach (var line in order.Lines.Where(l => l.Next is null)) Use(line.Status);", Yes)]
    [InlineData("order.Lines.ForEach(line => Use(line.Status));", Yes)]
    [InlineData("if (order.Next is { Status: { } status }) Use(status);", Yes)]
    [InlineData("if (JsonDocument.Parse(text).RootElement.TryGetProperty(\"s\", out var s)) Use(s.GetString());", Yes)]
    [InlineData("Use((string?)Newtonsoft.Json.Linq.JObject.Parse(text)[\"s\"]);", Yes)]
    [InlineData("Use(await Retry(async () => await http.GetStringAsync(\"o\")));", Yes)]
    [InlineData("Use(await response.Content.ReadAsStringAsync());", Yes)]
    [InlineData("Use(response.ReasonPhrase);", No)]
    [InlineData("Use(response.StatusCode);", No)]
    [InlineData("Use(response.Headers.Server.ToString());", No)]
    [InlineData("Use(File.ReadAllText(\"o\"));", Unknown)]
    [InlineData("Use(new Order { Status = \"s\" }.Status);", Unknown)]
    [InlineData("Use(Environment.GetEnvironmentVariable(\"s\"));", Unknown)]
    public void Upstream(string body, string expected)
    {
        var source = """
            using System;
            using System.Collections.Generic;
            using System.IO;
            using System.Linq;
            using System.Net.Http;
            using System.Net.Http.Json;
            using System.Text.Json;
            using System.Threading.Tasks;

            public sealed class Order
            {
                public string? Status { get; set; }
                public Order? Next { get; set; }
                public List<Order> Lines { get; set; } = new();
            }

            class Orders(HttpClient http)
            {
                public async Task Get()
                {
                    var text = await http.GetStringAsync("o");
                    using var response = await http.GetAsync("o");
                    var order = (await http.GetFromJsonAsync<Order>("o"))!;

            """ + body + """

                }

                private static void Use(object? value) => Console.WriteLine(value);

                private static async Task<T> Retry<T>(Func<Task<T>> send)
                {
                    try
                    {
                        return await send();
                    }
                    catch (HttpRequestException)
                    {
                        return await send();
                    }
                }
            }
            """;
        var tree = CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.Latest));
        var compilation = CSharpCompilation.Create(
            "Test", [tree], TestReferences.Default.References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        Assert.Empty(compilation.GetDiagnostics().Where(static d => d.Severity == DiagnosticSeverity.Error));
        var use = tree.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>().Single(static i => i.Expression.ToString() == "Use");
        var call = (IInvocationOperation)compilation.GetSemanticModel(tree).GetOperation(use)!;
        Assert.Equal(expected, IntegrationModel.For(compilation).UpstreamValues.Upstream(call.Arguments[0].Value, CancellationToken.None).ToString());
    }
}
