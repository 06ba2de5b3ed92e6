using System;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace IntegrationAnalyzers.Tests.Verification;

/// <summary>The sets of references hold what they say, and the default one holds everything without a conflict.</summary>
public class TestReferencesTests
{
    public static TheoryData<string> Stubs => [.. Directory.GetDirectories(Path.Combine(AppContext.BaseDirectory, "Stubs")).Select(static folder => Path.GetFileName(folder)!)];

    [Theory]
    [MemberData(nameof(Stubs))]
    public void Stub_HasItsPackagesName(string stub)
    {
        var set = TestReferences.Net.With(stub);
        Assert.Contains(stub.Split('@')[0], set.Names);
    }

    [Theory]
    [InlineData("System.Net.Http.HttpClient")]
    [InlineData("System.Net.Http.IHttpClientFactory")]
    [InlineData("Microsoft.AspNetCore.Builder.WebApplication")]
    [InlineData("Polly.Policy")]
    [InlineData("Polly.ResiliencePipelineBuilder")]
    [InlineData("RestSharp.RestClient")]
    [InlineData("Flurl.Http.FlurlClient")]
    [InlineData("Newtonsoft.Json.JsonConvert")]
    [InlineData("FluentValidation.AbstractValidator`1")]
    [InlineData("Refit.RestService")]
    [InlineData("Grpc.Core.ClientBase`1")]
    [InlineData("Grpc.Net.Client.GrpcChannel")]
    [InlineData("Stripe.PaymentIntentService")]
    [InlineData("Microsoft.Extensions.Http.Resilience.HttpRetryStrategyOptions")]
    [InlineData("Microsoft.Extensions.DependencyInjection.PollyHttpClientBuilderExtensions")]
    [InlineData("Polly.Extensions.Http.HttpPolicyExtensions")]
    public void Default_Has(string type) => Assert.NotNull(Compile(TestReferences.Default, "").GetTypeByMetadataName(type));

    [Fact]
    public void Default_ConflictsNowhere() => AssertCompiles(TestReferences.Default, """
        using System;
        using System.Net.Http;
        using System.Net.Http.Json;
        using System.Text.Json;
        using System.Threading;
        using System.Threading.Tasks;
        using FluentValidation;
        using Flurl.Http;
        using Grpc.Core;
        using Grpc.Net.Client;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Http.Resilience;
        using Polly;
        using Polly.Extensions.Http;
        using Polly.Retry;
        using Polly.Timeout;
        using Refit;
        using RestSharp;
        using Stripe;

        public record Order(string Id);

        public interface IOrders
        {
            [Refit.Post("/orders")]
            Task<Refit.ApiResponse<Order>> Create([Refit.Body] Order order, [Refit.Header("Idempotency-Key")] string key);
        }

        public class OrdersClient(HttpClient client)
        {
            public async Task<Order?> Send(Order order, CancellationToken token)
            {
                using var response = await client.PostAsJsonAsync("orders", order, token);
                response.EnsureSuccessStatusCode();
                return await response.Content.ReadFromJsonAsync<Order>(token);
            }

            public static async Task All(IServiceCollection services, CancellationToken token)
            {
                services.AddHttpClient<OrdersClient>().AddStandardResilienceHandler(o => o.Retry.MaxRetryAttempts = 2);
                services.AddHttpClient("a").AddPolicyHandler(HttpPolicyExtensions.HandleTransientHttpError().WaitAndRetryAsync(3, n => TimeSpan.FromSeconds(n)));
                services.AddHttpClient("b").AddTransientHttpErrorPolicy(p => p.RetryAsync(3));
                services.AddRefitClient<IOrders>();
                var pipeline = new ResiliencePipelineBuilder().AddRetry(new RetryStrategyOptions()).AddTimeout(TimeSpan.FromSeconds(1)).Build();
                await pipeline.ExecuteAsync(async t => await Task.Delay(1, t), token);
                var rest = await new RestSharp.RestClient("https://api.example.com").ExecuteAsync<Order>(new RestRequest("orders", RestSharp.Method.Post), token);
                await "https://api.example.com".WithTimeout(3).PostJsonAsync(rest.Data, token);
                await RestService.For<IOrders>("https://api.example.com").Create(rest.Data!, "key");
                await new PaymentIntentService().CreateAsync(new PaymentIntentCreateOptions(), new RequestOptions { IdempotencyKey = "key" }, token);
                using var channel = GrpcChannel.ForAddress("https://api.example.com");
            }
        }
        """);

    [Fact]
    public void WebApiClient_IsApartBecauseItTakesOtherCallsOver()
    {
        const string Source = """
            using System.Net.Http;
            using System.Net.Http.Json;
            class C { System.Threading.Tasks.Task M(HttpClient c) => c.PostAsJsonAsync("u", 1); }
            """;
        Assert.Equal("HttpClientJsonExtensions", Called(TestReferences.Default));
        Assert.Equal("HttpClientExtensions", Called(TestReferences.Default.With(TestReferences.WebApiClient)));
        AssertCompiles(TestReferences.NetStandard20.With(TestReferences.WebApiClient), """
            using System.Net.Http;
            class C { System.Threading.Tasks.Task<string> M(HttpContent c) => c.ReadAsAsync<string>(); }
            """);

        static string? Called(TestReferences references)
        {
            var compilation = Compile(references, Source);
            var call = compilation.SyntaxTrees[0].GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>().Single();
            return compilation.GetSemanticModel(call.SyntaxTree).GetSymbolInfo(call).Symbol?.ContainingType.Name;
        }
    }

    [Fact]
    public void RestSharp106_IsTheClassicShape() => AssertCompiles(TestReferences.Net.With(TestReferences.RestSharp106), """
        using RestSharp;
        class C { string M() => new RestClient("https://x") { Timeout = 1000 }.Execute(new RestRequest("a", Method.POST).AddHeader("k", "v")).Content; }
        """);

    [Fact]
    public void RestSharp107And110And112_HaveTheirTimeouts()
    {
        AssertCompiles(TestReferences.Net.With(TestReferences.RestSharp107), Source("Timeout = 1000", "RestClient"));
        AssertCompiles(TestReferences.Net.With(TestReferences.RestSharp110), Source("MaxTimeout = 1000", "IRestClient"));
        AssertCompiles(TestReferences.Net.With(TestReferences.RestSharp112), Source("Timeout = System.TimeSpan.FromSeconds(1)", "IRestClient"));

        static string Source(string timeout, string type) => $$"""
            using RestSharp;
            class C
            {
                {{type}} Make() => new RestClient(new RestClientOptions("https://x") { {{timeout}} });
                System.Threading.Tasks.Task<string?> M() => Make().PostAsync<string>(new RestRequest("a", Method.Post).AddHeader("k", "v"));
            }
            """;
    }

    [Fact]
    public void Flurl2And4_ReturnDifferentResponses()
    {
        AssertCompiles(TestReferences.Net.With(TestReferences.Flurl), Source("System.Net.Http.HttpResponseMessage"));
        AssertCompiles(TestReferences.Net.With(TestReferences.Flurl4), Source("IFlurlResponse"));

        static string Source(string type) => $$"""
            using Flurl.Http;
            class C { System.Threading.Tasks.Task<{{type}}> M() => "https://x".WithTimeout(3).PostJsonAsync(new { A = 1 }); }
            """;
    }

    [Fact]
    public void Polly7_HasNoPipelines()
    {
        var compilation = Compile(TestReferences.Default.Without("Polly.Core").With(TestReferences.Polly7), "");
        Assert.NotNull(compilation.GetTypeByMetadataName("Polly.Policy"));
        Assert.Null(compilation.GetTypeByMetadataName("Polly.ResiliencePipelineBuilder"));
    }

    [Fact]
    public void SmallSets_LackWhatTheySay()
    {
        Assert.Null(Compile(TestReferences.WithoutHttp, "").GetTypeByMetadataName("System.Net.Http.HttpClient"));
        Assert.Null(Compile(TestReferences.Default.Without("System.Net.Http"), "").GetTypeByMetadataName("System.Net.Http.HttpClient"));
        Assert.Null(Compile(TestReferences.NetStandard20, "").GetTypeByMetadataName("System.Net.Http.SocketsHttpHandler"));
        Assert.NotNull(Compile(TestReferences.NetStandard20, "").GetTypeByMetadataName("System.Net.Http.HttpClient"));
        Assert.Null(Compile(TestReferences.WithoutAspNetCore, "").GetTypeByMetadataName("Microsoft.AspNetCore.Builder.WebApplication"));
        AssertCompiles(TestReferences.WithoutHttp, "class C { System.Collections.Generic.List<int> L => []; }");
    }

    private static void AssertCompiles(TestReferences references, string source) =>
        Assert.Empty(Compile(references, source).GetDiagnostics().Where(static d => d.Severity == DiagnosticSeverity.Error));

    private static CSharpCompilation Compile(TestReferences references, string source) =>
        CSharpCompilation.Create(
            "Test",
            [CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.Latest))],
            references.References,
            new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
}
