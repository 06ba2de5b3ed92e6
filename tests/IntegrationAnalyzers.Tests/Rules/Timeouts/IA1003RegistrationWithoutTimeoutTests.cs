using System.Threading.Tasks;
using IntegrationAnalyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Timeouts.IA1003RegistrationWithoutTimeout>;

namespace IntegrationAnalyzers.Tests.Rules.Timeouts;

public class IA1003RegistrationWithoutTimeoutTests
{
    public static TheoryData<string> Unbounded => new()
    {
        "services.[|AddHttpClient<Api>|]();",
        "services.[|AddHttpClient<IApi, Api>|]();",
        "services.[|AddHttpClient|](\"rates\");",
        "services.[|AddHttpClient|](\"rates\", c => c.BaseAddress = new Uri(\"https://localhost\"));",
        "HttpClientFactoryServiceCollectionExtensions.[|AddHttpClient|](services, \"rates\");",
        "services.[|AddHttpClient<IApi, Api>|](http => new Api(http));",
        "services.[|AddRefitClient<IRates>|]();",
        "services.[|AddKeyedRefitClient<IRates>|](\"rates\");",
        "services.[|AddHttpClient|](\"rates\").AddTypedClient<Api>();",
        "services.[|AddHttpClient|](\"rates\").AddAsKeyed();",
        "services.[|AddHttpClient<Api>|](c => (c.BaseAddress, c.MaxResponseContentBufferSize) = (new Uri(\"https://localhost\"), 100));",
        "services.[|AddHttpClient<Apart>|]();",
        "services.[|AddHttpClient<Called>|]();",
        "services.[|AddHttpClient<Handed>|]();",
        "services.[|AddHttpClient<Api>|]().AddPolicyHandler(HttpPolicyExtensions.HandleTransientHttpError().CircuitBreakerAsync(3, TimeSpan.FromSeconds(1)));",
        "services.[|AddHttpClient<Api>|]().AddHttpMessageHandler<Signing>();",
        "var builder = services.[|AddHttpClient<Api>|](); builder.SetHandlerLifetime(TimeSpan.FromMinutes(5));",
        "services.[|AddHttpClient<Api>|](); services.AddHttpClient(\"Api\").SetHandlerLifetime(TimeSpan.FromMinutes(5));",
        "services.[|AddHttpClient<Api>|](); services.AddHttpClient<Bounded>(c => c.Timeout = TimeSpan.FromSeconds(1));",
        "services.[|AddHttpClient<Api>|](); services.ConfigureHttpClientDefaults(b => b.AddHttpMessageHandler<Signing>());",
        "services.[|AddHttpClient<Api>|]().ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromSeconds(2) });",
        "services.AddHttpClient(); services.[|AddHttpClient<Api>|]();",
    };

    public static TheoryData<string> Bounded => new()
    {
        "services.AddHttpClient<Api>(c => c.Timeout = TimeSpan.FromSeconds(5));",
        "services.AddHttpClient<Api>(c => { (c.BaseAddress, c.Timeout) = (new Uri(\"https://localhost\"), TimeSpan.FromSeconds(3)); });",
        "services.AddHttpClient<Apart>(c => c.Timeout = TimeSpan.FromSeconds(3));",
        "services.AddHttpClient<BoundedApart>();",
        "services.AddHttpClient<CalledInTime>();",
        "services.AddHttpClient<Api>((p, c) => c.Timeout = TimeSpan.FromSeconds(p.GetHashCode()));",
        "services.AddHttpClient<Api>().ConfigureHttpClient(c => c.Timeout = TimeSpan.FromSeconds(5));",
        "services.AddHttpClient<Api>().ConfigureHttpClient(Registered.Configure);",
        "services.AddHttpClient<Api>(c => c.Timeout = Timeout.InfiniteTimeSpan);",
        "services.AddHttpClient<Api>(); services.AddHttpClient(\"Api\", c => c.Timeout = TimeSpan.FromSeconds(5));",
        "services.AddHttpClient<Api>().AddStandardResilienceHandler();",
        "services.AddHttpClient<Api>().AddStandardHedgingHandler();",
        "services.AddHttpClient<Api>().AddResilienceHandler(\"p\", b => b.AddTimeout(TimeSpan.FromSeconds(5)));",
        "services.AddHttpClient<Api>().AddPolicyHandler(Policy.TimeoutAsync<HttpResponseMessage>(5));",
        "var builder = services.AddHttpClient<Api>(); builder.AddStandardResilienceHandler();",
        "services.AddHttpClient<Api>().AddResilience();",
        "services.ConfigureHttpClientDefaults(b => b.AddStandardResilienceHandler()); services.AddHttpClient<Api>();",
        "services.AddHttpClient<Api>(); services.ConfigureHttpClientDefaults(b => b.ConfigureHttpClient(c => c.Timeout = TimeSpan.FromSeconds(5)));",
        "services.AddHttpClient<Bounded>();",
        "services.AddHttpClient<Ending>();",
        "services.AddHttpClient<Api>().AddHttpMessageHandler<EndingHandler>();",
        "services.AddRefitClient<IRates>().ConfigureHttpClient(c => c.Timeout = TimeSpan.FromSeconds(5));",
    };

    public static TheoryData<string> Unknown => new()
    {
        "services.AddHttpClient();",
        "services.AddHttpClient<Api>().AddPolicyHandlerFromRegistry(\"policy\");",
        "services.AddHttpClient<Api>().AddPolicyHandler(Registered.Policy!);",
        "Registered.Builder = services.AddHttpClient<Api>();",
        "Registered.Builders.Add(services.AddHttpClient<Api>());",
        "services.AddHttpClient<Api>(Registered.Action!);",
        "services.AddHttpClient<NoClient>();",
        "services.AddGrpcClient<Api>(o => o.Address = new Uri(\"https://localhost\"));",
        "services.AddSingleton(_ => new object());",
    };

    private const string Rest = RegistrationCode.Api + """

        public class Bounded { public Bounded(HttpClient http) => http.Timeout = TimeSpan.FromSeconds(3); }

        public class Apart
        {
            private readonly HttpClient _http;
            private readonly string _path;
            public Apart(HttpClient http, string path) => (_http, _path) = (http, path);
            public Task<string> Get() => _http.GetStringAsync(_path);
        }

        public class BoundedApart
        {
            private readonly HttpClient _http;
            public BoundedApart(HttpClient http) { _http = http; (_http.BaseAddress, _http.Timeout) = (new Uri("https://localhost"), TimeSpan.FromSeconds(3)); }
            public Task<string> Get() => _http.GetStringAsync("rates");
        }

        public class Called(HttpClient http)
        {
            public Task<string> Get(CancellationToken token)
            {
                Func<CancellationToken, Task<string>> get = ct => http.GetStringAsync("rates", ct);
                return get(token);
            }
        }

        public class CalledInTime(HttpClient http)
        {
            public async Task<string> Get()
            {
                Func<CancellationToken, Task<string>> get = ct => http.GetStringAsync("rates", ct);
                using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(3));
                return await get(deadline.Token);
            }
        }

        public static class Running { public static Task<T> Once<T>(this Func<CancellationToken, Task<T>> work, CancellationToken token) => work(token); }

        public class Handed(HttpClient http)
        {
            public Task<string> Get(CancellationToken token)
            {
                Func<CancellationToken, Task<string>> get = ct => http.GetStringAsync("rates", ct);
                return get.Once(token);
            }
        }

        public class Ending(HttpClient http)
        {
            public async Task<string> Get()
            {
                using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(3));
                return await http.GetStringAsync("rates", deadline.Token);
            }
        }

        public class NoClient;

        public interface IRates { [Get("/rates")] Task<string> Get(); }

        public class Signing : DelegatingHandler;

        public class EndingHandler : DelegatingHandler
        {
            protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            {
                using var source = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
                source.CancelAfter(1000);
                return await base.SendAsync(request, source.Token);
            }
        }

        public static class Registered
        {
            public static IAsyncPolicy<HttpResponseMessage>? Policy;
            public static Action<HttpClient>? Action;
            public static IHttpClientBuilder? Builder;
            public static System.Collections.Generic.List<IHttpClientBuilder> Builders = [];
            public static void Configure(HttpClient client) => client.Timeout = TimeSpan.FromSeconds(5);
            public static IHttpClientBuilder AddResilience(this IHttpClientBuilder builder) { builder.AddStandardResilienceHandler(); return builder; }
        }
        """;

    [Theory]
    [MemberData(nameof(Unbounded))]
    public Task Registration_Reports(string statements) => Verify.VerifyAnalyzerAsync(RegistrationCode.Of(statements, Rest));

    [Theory]
    [MemberData(nameof(Bounded))]
    public Task BoundedRegistration_IsQuiet(string statements) => Verify.VerifyAnalyzerAsync(RegistrationCode.Of(statements, Rest));

    [Theory]
    [MemberData(nameof(Unknown))]
    public Task RegistrationOutOfSight_IsQuiet(string statements) => Verify.VerifyAnalyzerAsync(RegistrationCode.Of(statements, Rest));

    [Fact]
    public Task TopLevelProgram_Reports() => Verify.VerifyAnalyzerAsync("""
        using System;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.Extensions.DependencyInjection;

        var builder = WebApplication.CreateBuilder(args);
        builder.Services.[|AddHttpClient|]("rates", client => client.BaseAddress = new Uri(builder.Configuration["Rates"]!));
        builder.Build().Run();
        """);

    [Fact]
    public Task HelperWithItsOwnClient_Reports() => Verify.VerifyAnalyzerAsync(RegistrationCode.Usings + """
        public static class Registering
        {
            public static void AddRates(this IServiceCollection services, string url) => services.[|AddHttpClient<Api>|](c => c.BaseAddress = new Uri(url));
            public static void Register(IServiceCollection services) => services.AddRates("https://localhost");
        }
        """ + RegistrationCode.Api);

    [Fact]
    public Task HelperThatIsHandedTheTimeout_IsQuiet() => Verify.VerifyAnalyzerAsync(RegistrationCode.Usings + """
        public static class Registering
        {
            public static void AddRates(this IServiceCollection services, Action<HttpClient> configure) => services.AddHttpClient<Api>(configure);
            public static void Register(IServiceCollection services) => services.AddRates(c => c.Timeout = TimeSpan.FromSeconds(1));
        }
        """ + RegistrationCode.Api);

    [Fact]
    public Task BuilderHandedToTheCaller_IsQuiet() => Verify.VerifyAnalyzerAsync(RegistrationCode.Usings + """
        public static class Registering
        {
            public static IHttpClientBuilder AddRates(this IServiceCollection services) => services.AddHttpClient<Api>();
        }
        """ + RegistrationCode.Api);

    [Fact]
    public Task CallerOfAHelperBoundsTheBuilder_IsQuiet() => Verify.VerifyAnalyzerAsync(RegistrationCode.Usings + """
        public static class Registering
        {
            private static IHttpClientBuilder AddRates(this IServiceCollection services) => services.AddHttpClient<Api>();
            public static void Register(IServiceCollection services) => services.AddRates().AddStandardResilienceHandler();
        }
        """ + RegistrationCode.Api);

    [Fact]
    public Task MollieApi_GenericRegisterHelper_IsQuiet() => Verify.VerifyAnalyzerAsync(RegistrationCode.Usings + """
        public static class DependencyInjection
        {
            public static void AddApis(this IServiceCollection services) => Register<IApi, Api>(services);

            static void Register<TInterface, TImplementation>(IServiceCollection services)
                where TInterface : class
                where TImplementation : class, TInterface => services.AddHttpClient<TInterface, TImplementation>();
        }
        """ + RegistrationCode.Api);

    [Fact]
    public Task NamedRegisterHelper_IsQuiet() => Verify.VerifyAnalyzerAsync(RegistrationCode.Usings + """
        public static class DependencyInjection
        {
            public static void AddApis(this IServiceCollection services) { Register(services, "a"); Register(services, "b"); }

            static void Register(IServiceCollection services, string name) => services.AddHttpClient(name);
        }
        """);

    [Fact]
    public Task MpesaSdk_TimeoutInsideASwitch_IsQuiet() => Verify.VerifyAnalyzerAsync(RegistrationCode.Of("""
        services.AddHttpClient<IApi, Api>(options =>
                {
                    switch (configuration["environment"])
                    {
                        case "live":
                            options.Timeout = TimeSpan.FromMinutes(10);
                            break;
                    }
                }).ConfigurePrimaryHttpMessageHandler(messageHandler => new HttpClientHandler());
        """));

    [Fact]
    public Task EShop_ServiceDefaultsOfAnotherProject_IsQuiet() => new Verify.Test
    {
        TestCode = """
            using Microsoft.AspNetCore.Builder;
            using Microsoft.Extensions.DependencyInjection;

            var builder = WebApplication.CreateBuilder(args);
            builder.AddServiceDefaults();
            builder.Services.AddHttpClient("catalog");
            builder.Build().Run();
            """,
        References = TestReferences.Default.With(ServiceDefaults()),
    }.RunAsync();

    [Fact]
    public Task BlazorWebAssembly_OwnClient_IsQuiet() => Verify.VerifyAnalyzerAsync(RegistrationCode.Of(
        "services.AddHttpClient<Api>(c => c.BaseAddress = new Uri(Page.Host.BaseAddress));",
        RegistrationCode.Api + "public interface IWebAssemblyHostEnvironment { string BaseAddress { get; } } public static class Page { public static IWebAssemblyHostEnvironment Host = null!; }"));

    [Theory]
    [InlineData("class C(IHttpClientFactory factory) { public Task<string> M() { var client = factory.CreateClient(\"rates\"); client.Timeout = TimeSpan.FromSeconds(5); return client.GetStringAsync(\"a\"); } }")]
    [InlineData("class C { readonly HttpClient _http; public C(IHttpClientFactory factory) { _http = factory.CreateClient(\"rates\"); _http.Timeout = TimeSpan.FromSeconds(5); } public Task<string> M() => _http.GetStringAsync(\"a\"); }")]
    public Task UserThatSetsTheTimeout_IsQuiet(string user) => Verify.VerifyAnalyzerAsync(RegistrationCode.Of("services.AddHttpClient(\"rates\");", user));

    [Fact]
    public Task UserOfAnotherClientThatSetsItsTimeout_Reports() => Verify.VerifyAnalyzerAsync(RegistrationCode.Of(
        "services.[|AddHttpClient|](\"rates\"); services.AddHttpClient(\"other\", c => c.Timeout = TimeSpan.FromSeconds(5));",
        "class C { readonly HttpClient _http; public C(IHttpClientFactory factory) { _http = factory.CreateClient(\"other\"); _http.Timeout = TimeSpan.FromSeconds(5); } public Task<string> M() => _http.GetStringAsync(\"a\"); }"));

    [Fact]
    public Task Library_IsQuietByOption() => new Verify.Test
    {
        TestCode = RegistrationCode.Of("services.AddHttpClient<Api>();"),
        TestState = { AnalyzerConfigFiles = { ("/.globalconfig", "is_global = true\nintegration_analyzers.ia1003.report_in_libraries = false\n") } },
    }.RunAsync();

    [Fact]
    public Task TypedClientOfAnotherAssembly_IsQuiet() => new Verify.Test
    {
        TestCode = RegistrationCode.Of("services.AddHttpClient<Elsewhere>();", ""),
        References = TestReferences.Default.With(Library("public class Elsewhere { public Elsewhere(System.Net.Http.HttpClient http) { } }")),
    }.RunAsync();

    private static TestReferences ServiceDefaults() => Library("""
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Hosting;
        public static class Extensions
        {
            public static IHostApplicationBuilder AddServiceDefaults(this IHostApplicationBuilder builder)
            {
                builder.Services.ConfigureHttpClientDefaults(http => http.AddStandardResilienceHandler());
                return builder;
            }
        }
        """);

    private static TestReferences Library(string code)
    {
        using var stream = new System.IO.MemoryStream();
        var result = CSharpCompilation.Create(
            "Library", [CSharpSyntaxTree.ParseText(code)], TestReferences.Default.References, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)).Emit(stream);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics));
        stream.Position = 0;
        return TestReferences.Of("Library", MetadataReference.CreateFromStream(stream));
    }

    /// <summary>Neither an enum of Polly's nor an endpoint's token gives a call an end.</summary>
    [Fact]
    public Task RetryAndTheTokenOfAnEndpoint_Report() => Verify.VerifyAnalyzerAsync(RegistrationCode.Of(
        "services.[|AddHttpClient<Api>|]();",
        """
        public class Api(HttpClient http)
        {
            private static readonly ResiliencePipeline Pipeline = new ResiliencePipelineBuilder()
                .AddRetry(new Polly.Retry.RetryStrategyOptions { BackoffType = DelayBackoffType.Exponential, UseJitter = true })
                .Build();

            public async Task<string> Get(CancellationToken token) => await Pipeline.ExecuteAsync(async ct => await http.GetStringAsync("rates", ct), token);

            public static void Map(Microsoft.AspNetCore.Routing.IEndpointRouteBuilder app) =>
                Microsoft.AspNetCore.Builder.EndpointRouteBuilderExtensions.MapGet(app, "/a", (Api api, CancellationToken token) => api.Get(token));
        }
        """));

    /// <summary>A client that sends nothing waits for nobody.</summary>
    [Theory]
    [InlineData("private readonly HttpClient _http; public Stub(HttpClient http) { _http = http; }", false)]
    [InlineData("private readonly HttpClient _http; public Stub(HttpClient http) { _http = http ?? throw new ArgumentNullException(nameof(http)); }", false)]
    [InlineData("private readonly HttpClient _http; public Stub(HttpClient http) { ArgumentNullException.ThrowIfNull(http); _http = http; }", false)]
    [InlineData("protected readonly HttpClient Http; public Stub(HttpClient http) { Http = http; }", true)]
    [InlineData("private readonly HttpClient _http; public Stub(HttpClient http) { _http = http; } public HttpClient Inner => _http;", true)]
    [InlineData("private readonly Lazy<Task<string>> _first; public Stub(HttpClient http) { _first = new(() => http.GetStringAsync(\"a\")); } public Task<string> Get() => _first.Value;", true)]
    public Task BhenguPayments_StubThatKeepsItsClient_IsQuiet(string members, bool reports) => Verify.VerifyAnalyzerAsync(RegistrationCode.Of(
        reports ? "services.[|AddHttpClient<Stub>|]();" : "services.AddHttpClient<Stub>();",
        "public class Stub { " + members + " public Task<string> PayAsync() => Task.FromResult(\"simulated\"); }"));

    [Theory]
    [InlineData("services.[|AddRefitGeneratedClient<IRates>|]();")]
    [InlineData("services.AddRefitGeneratedClient<IRates>().ConfigureHttpClient(c => c.Timeout = TimeSpan.FromSeconds(5));")]
    public Task GeneratedClientOfRefit_Reports(string statement) => new Verify.Test
    {
        TestCode = RegistrationCode.Of(statement, "\npublic interface IRates { [Get(\"/rates\")] Task<string> Get(); }\n"),
        References = OtherLibrary.Beside("Refit.HttpClientFactory", """
            namespace Refit
            {
                public static class HttpClientFactoryExtensions
                {
                    public static Microsoft.Extensions.DependencyInjection.IHttpClientBuilder AddRefitGeneratedClient<T>(this Microsoft.Extensions.DependencyInjection.IServiceCollection services)
                        where T : class => null;
                }
            }
            """),
    }.RunAsync();

    /// <summary>The container hands out the last registration, whose client has no name: a timeout set on the first changes nothing.</summary>
    [Theory]
    [InlineData("services.AddHttpClient<IApi, Api>(); services.AddScoped<IApi, Api>();")]
    [InlineData("services.AddHttpClient<Api>(); services.AddScoped<IApi, Api>();")]
    [InlineData("services.AddHttpClient<Api>(); services.AddSingleton<object>().AddTransient<Api>();")]
    public Task LaterRegistrationTakesItsPlace_MicroserviciosPago_IsQuiet(string statements) => Verify.VerifyAnalyzerAsync(RegistrationCode.Of(statements, Rest));

    [Theory]
    [InlineData("services.AddScoped<IApi, Api>(); services.[|AddHttpClient<IApi, Api>|]();")]
    [InlineData("services.[|AddHttpClient<IApi, Api>|](); services.AddScoped<Ending>();")]
    [InlineData("services.[|AddHttpClient<IApi, Api>|](); if (services.Count > 5) services.AddScoped<IApi, Api>();")]
    public Task OtherRegistrations_Report(string statements) => Verify.VerifyAnalyzerAsync(RegistrationCode.Of(statements, Rest));

    /// <summary>What is set beside the base address is set for all of them: here is the place. The message says how the name is asked for.</summary>
    [Fact]
    public Task NamesOfADictionary_HrmIntegrationSystem_ReportsTheExpression() => new Verify.Test
    {
        TestCode = RegistrationCode.Usings + """
            public static class Registering
            {
                public static void AddClients(this IServiceCollection services, System.Collections.Generic.IDictionary<string, string> urls)
                {
                    foreach (var item in urls)
                        services.{|#0:AddHttpClient|}(item.Key, client => client.BaseAddress = new Uri(item.Value));
                }
            }
            """,
        ExpectedDiagnostics = { Verify.Diagnostic().WithLocation(0).WithArguments("item.Key") },
    }.RunAsync();

    /// <summary>edwinsupremacy/Athena-Ecommerce-Backend, MpesaService: a framework's base class that has no place for a client.</summary>
    [Theory]
    [InlineData("Microsoft.AspNetCore.Mvc.ControllerBase", "[|AddHttpClient<Derived>|]", "")]
    [InlineData("System.IO.MemoryStream", "[|AddHttpClient<Derived>|]", "")]
    [InlineData("Microsoft.AspNetCore.Mvc.ControllerBase", "AddHttpClient<Derived>", "http.Timeout = TimeSpan.FromSeconds(5);")]
    [InlineData("System.ComponentModel.AsyncCompletedEventArgs", "AddHttpClient<Derived>", "", "(null, false, http)")]
    public Task TypedClientBelowAFrameworksClass_AthenaMpesaService_IsRead(string type, string registration, string sets, string handed = "()") => Verify.VerifyAnalyzerAsync(RegistrationCode.Of($"services.{registration}();", $$"""
        public sealed class Derived : {{type}}
        {
            private readonly HttpClient _http;

            public Derived(HttpClient http) : base{{handed}}
            {
                _http = http;
                {{sets}}
            }

            public Task<string> Get() => _http.GetStringAsync("rates");
        }
        """));
}
