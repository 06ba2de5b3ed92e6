using System.Linq;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model;
using IntegrationAnalyzers.Model.Clients;
using IntegrationAnalyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace IntegrationAnalyzers.Tests.Model.Clients;

/// <summary>The noun by itself: what is read of a client, without any rule.</summary>
public class OutboundClientTests
{
    [Theory]
    [InlineData("public Task<string> M(string u) => new HttpClient().GetStringAsync(u);", "No")]
    [InlineData("public Task<string> M(string u) => new HttpClient { Timeout = TimeSpan.FromSeconds(1) }.GetStringAsync(u);", "Yes")]
    [InlineData("public Task<string> M(string u) => new HttpClient { Timeout = Timeout.InfiniteTimeSpan }.GetStringAsync(u);", "Yes")]
    [InlineData("public object M() => new List<object> { new HttpClient() };", "Unknown")]
    [InlineData("public static HttpClient M() => new();", "Unknown")]
    [InlineData("internal static HttpClient M() => new();", "No")]
    public void Client_TimeoutBound(string members, string expected) => Assert.Equal(expected, Read(members).TimeoutBound.ToString());

    [Fact]
    public void Client_HasItsTimeoutsWhereverTheyAreSet()
    {
        var client = Read("readonly HttpClient _c = new() { Timeout = Timeout.InfiniteTimeSpan }; public C() => _c.Timeout = TimeSpan.FromSeconds(1);");
        Assert.Equal(["Timeout = Timeout.InfiniteTimeSpan", "_c.Timeout = TimeSpan.FromSeconds(1)"], client.Timeouts.Select(static t => t.Syntax.ToString()));
    }

    [Fact]
    public void Client_HasItsCallsAndTheirDeadlines()
    {
        var client = Read("readonly HttpClient _c = new(); public void A(string u) { var s = new CancellationTokenSource(5); _c.GetAsync(u, s.Token); } public void B(string u, CancellationToken t) { _c.DeleteAsync(u, t); }");
        Assert.Equal(
            [("_c.GetAsync(u, s.Token)", "Yes"), ("_c.DeleteAsync(u, t)", "No")],
            client.Calls.Select(static c => (c.Operation.Syntax.ToString(), c.HasDeadline.ToString())));
    }

    [Fact]
    public void Client_HasItsHandler() =>
        Assert.Equal("new SocketsHttpHandler()", Read("readonly HttpClient _c = new(new SocketsHttpHandler());").Handler?.Syntax.ToString());

    [Fact]
    public void Client_KnowsThatItStandsIn() => Assert.True(Read("readonly HttpClient _c; public C(HttpClient? c) => _c = c ?? new HttpClient();").IsFallback);

    [Fact]
    public void Client_KnowsThatAContainerHasIt() =>
        Assert.True(Read("public void M(Microsoft.Extensions.DependencyInjection.IServiceCollection s) => s.AddSingleton(_ => new HttpClient());").IsRegistered);

    [Theory]
    [InlineData("public void M(string u) => System.Net.WebRequest.Create(u).GetResponse();", "WebRequest")]
    [InlineData("public void M() => new System.Net.WebClient().DownloadString(\"u\");", "WebClient")]
    [InlineData("public object M() => new RestSharp.RestClient();", "RestSharp")]
    [InlineData("public object M() => new Flurl.Http.FlurlClient();", "Flurl")]
    [InlineData("class Own : HttpClient { } public object M() => new Own();", "HttpClient")]
    public void Client_HasItsKind(string members, string kind) => Assert.Equal(kind, Read(members).Kind.ToString());

    [Fact]
    public void ClientOverAnother_IsNoClientOfItsOwn() =>
        Assert.Equal([ClientKind.HttpClient], ReadAll("public object M() => new RestSharp.RestClient(new HttpClient());").Select(static c => c.Kind));

    [Fact]
    public void Client_OfCyclicFactories_IsRead() =>
        Assert.Single(ReadAll("static HttpClient A(int i) => i == 0 ? new HttpClient() : B(i); static HttpClient B(int i) => A(i - 1); public void M() => A(3).GetAsync(\"u\");"));

    private static OutboundClient Read(string members) => ReadAll(members).First();

    private static OutboundClient[] ReadAll(string members)
    {
        var tree = CSharpSyntaxTree.ParseText(
            "using System; using System.Collections.Generic; using System.Net.Http; using System.Threading; using System.Threading.Tasks; using Microsoft.Extensions.DependencyInjection; public class C { " + members + " }");
        var compilation = CSharpCompilation.Create("Test", [tree], TestReferences.Default.References, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        var model = compilation.GetSemanticModel(tree);
        var clients = IntegrationModel.For(compilation).Clients;
        return tree.GetRoot().DescendantNodes()
            .Where(static n => n is BaseObjectCreationExpressionSyntax or InvocationExpressionSyntax)
            .Select(n => model.GetOperation(n) is { } operation ? clients.Read(operation, CancellationToken.None) : null)
            .OfType<OutboundClient>()
            .ToArray();
    }
}
