using System.Linq;
using System.Threading.Tasks;
using IntegrationAnalyzers.Model;
using IntegrationAnalyzers.Model.Registrations;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace IntegrationAnalyzers.Tests.Robustness;

/// <summary>How much is done, not how long it takes. The counters are the process's, so nothing else runs meanwhile.</summary>
[Collection(nameof(WorkCountTests))]
[CollectionDefinition(nameof(WorkCountTests), DisableParallelization = true)]
public sealed class WorkCountTests
{
    private const string Client = """
        using System.Net.Http;
        using System.Threading.Tasks;

        class Client(HttpClient http)
        {
            public async Task Send()
            {
                using var response = await http.PostAsync("orders", null);
                response.EnsureSuccessStatusCode();
            }
        }
        """;

    private const string Caller = """
        using System.Net.Http;
        using System.Threading.Tasks;

        class Caller(Client client)
        {
            public async Task Send()
            {
                for (var attempt = 0; attempt < 3; attempt++)
                {
                    try
                    {
                        await client.Send();
                        return;
                    }
                    catch (HttpRequestException)
                    {
                        await Task.Delay(1000);
                    }
                }
            }
        }
        """;

    [Fact]
    public async Task AllRules_ShareOneModelACompilation()
    {
        var before = IntegrationModel.Created;
        await Project.ReportsAsync(Project.Of([Client, Caller]));
        Assert.Equal(1, IntegrationModel.Created - before);
    }

    [Fact]
    public async Task Edit_ReadsTheEditedFileAgainAndNoOther()
    {
        var compilation = Project.Of([Client, Caller, .. Enumerable.Range(0, 20).Select(static i => $"class C{i} {{ void M() => System.Console.WriteLine({i}); }}")]);
        var before = TreeIndex.FilesRead;
        var reports = await Project.ReportsAsync(compilation);
        Assert.Contains(reports, static report => report.Id == "IA2001");
        Assert.Equal(22, TreeIndex.FilesRead - before);

        before = TreeIndex.FilesRead;
        var caller = compilation.SyntaxTrees[1];
        var edited = compilation.ReplaceSyntaxTree(caller, CSharpSyntaxTree.ParseText(Caller + "// typed", path: caller.FilePath));
        var again = await Project.ReportsAsync(edited);
        Assert.Contains(again, static report => report.Id == "IA2001");
        Assert.Equal(1, TreeIndex.FilesRead - before);
    }

    [Fact]
    public async Task CallAskedForByManyRules_IsReadOnce()
    {
        var compilation = Project.Of([Client, Caller]);
        var model = IntegrationModel.For(compilation);
        await Project.ReportsAsync(compilation);

        // The driver works on a compilation of its own; what holds for it holds for this one.
        var tree = compilation.SyntaxTrees[0];
        var semantics = model.Source.Model(tree);
        var call = (await tree.GetRootAsync()).DescendantNodes().OfType<Microsoft.CodeAnalysis.CSharp.Syntax.InvocationExpressionSyntax>().First();
        var operation = (Microsoft.CodeAnalysis.Operations.IInvocationOperation)semantics.GetOperation(call)!;
        var before = model.Calls.Reads;
        Assert.NotNull(model.Calls.Read(operation, default));
        Assert.NotNull(model.Calls.Read(operation, default));
        Assert.Equal(1, model.Calls.Reads - before);
    }

    [Fact]
    public void Edit_SearchesTheEditedFileForRegistrationsAndNoOther()
    {
        var registering = Enumerable.Range(0, 5).Select(static i => $$"""
            using Microsoft.Extensions.DependencyInjection;
            static class R{{i}} { public static void Add(IServiceCollection services) => services.AddHttpClient("c{{i}}"); }
            """);
        var compilation = Project.Of([Client, Caller, .. registering]);
        var before = RegistrationSites.FilesRead;
        Assert.Equal(5, IntegrationModel.For(compilation).Registrations.All(default).Length);
        Assert.Equal(5, RegistrationSites.FilesRead - before);

        before = RegistrationSites.FilesRead;
        var first = compilation.SyntaxTrees[2];
        var edited = compilation.ReplaceSyntaxTree(first, CSharpSyntaxTree.ParseText(first + "// typed", path: first.FilePath));
        Assert.Equal(5, IntegrationModel.For(edited).Registrations.All(default).Length);
        Assert.Equal(1, RegistrationSites.FilesRead - before);
    }
}
