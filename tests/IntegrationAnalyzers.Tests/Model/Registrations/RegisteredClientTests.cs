using System.Linq;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model;
using IntegrationAnalyzers.Tests.Verification;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace IntegrationAnalyzers.Tests.Model.Registrations;

/// <summary>The merged view: registrations of one name, the defaults of all, the type that is handed the client, and the calls on it.</summary>
public class RegisteredClientTests
{
    private const string Typed = "class Api(HttpClient http) { public Task Send() => http.GetAsync(\"a\"); }";

    [Theory]
    [InlineData("services.AddHttpClient<Api>();", "No")]
    [InlineData("services.AddHttpClient<Api>(c => c.Timeout = TimeSpan.FromSeconds(1));", "Yes")]
    [InlineData("services.AddHttpClient<Api>(); services.AddHttpClient(\"Api\", c => c.Timeout = TimeSpan.FromSeconds(1));", "Yes")]
    [InlineData("services.AddHttpClient<Api>(); services.AddHttpClient(nameof(Api)).AddStandardResilienceHandler();", "Yes")]
    [InlineData("services.AddHttpClient<Api>(); services.ConfigureHttpClientDefaults(b => b.ConfigureHttpClient(c => c.Timeout = TimeSpan.FromSeconds(1)));", "Yes")]
    [InlineData("services.ConfigureHttpClientDefaults(b => { b.AddStandardResilienceHandler(); }); services.AddHttpClient<Api>();", "Yes")]
    [InlineData("services.AddHttpClient<Api>(); services.ConfigureHttpClientDefaults(b => b.AddHttpMessageHandler<H>());", "No")]
    [InlineData("services.AddHttpClient<Api>(); services.ConfigureHttpClientDefaults(Keep);static void Keep(IHttpClientBuilder b) => Held.Builder = b;", "Unknown")]
    [InlineData("services.AddHttpClient<Own>();", "Yes")]
    [InlineData("services.AddHttpClient<OwnByField>();", "Yes")]
    [InlineData("services.AddHttpClient<Derived>();", "Yes")]
    [InlineData("services.AddHttpClient<Helped>();", "Yes")]
    [InlineData("services.AddHttpClient<Late>();", "Unknown")]
    [InlineData("services.AddHttpClient<Handed>();", "Yes")]
    [InlineData("services.AddHttpClient<HandedFar>();", "Unknown")]
    [InlineData("services.AddHttpClient<Api>(Held.Settings.Apply);", "Unknown")]
    [InlineData("services.AddHttpClient<Api>(configuration.GetType().GetHashCode() > 0 ? _ => { } : _ => { });", "Unknown")]
    [InlineData("services.AddHttpClient<Api>(); services.ConfigureAll<Microsoft.Extensions.Http.HttpClientFactoryOptions>(o => { });", "Unknown")]
    public void Client_IsBounded(string statements, string expected)
    {
        var source = RegistrationSource.Of(statements, Typed + """
            class H : DelegatingHandler { }
            static class Held { public static IHttpClientBuilder? Builder; public static ISettings Settings = null!; }
            interface ISettings { void Apply(HttpClient http); }
            class Own { public Own(HttpClient http) { http.Timeout = TimeSpan.FromSeconds(1); } }
            class OwnByField { readonly HttpClient _http; public OwnByField(HttpClient http) { _http = http; _http.Timeout = TimeSpan.FromSeconds(1); } }
            class Base { protected Base(HttpClient http) => http.Timeout = TimeSpan.FromSeconds(1); }
            class Derived(HttpClient http) : Base(http);
            class Helped { public Helped(HttpClient http) => Set(http); static void Set(HttpClient http) => http.Timeout = TimeSpan.FromSeconds(1); }
            class Late(HttpClient http) { public void Set() => http.Timeout = TimeSpan.FromSeconds(1); }
            class Handed { public Handed(HttpClient http) => Hands.Second(http); }
            class HandedFar { public HandedFar(HttpClient http) => Hands.First(http); }
            static class Hands
            {
                public static void First(HttpClient http) => Second(http);
                public static void Second(HttpClient http) => Third(http);
                static void Third(HttpClient http) => Fourth(http);
                static void Fourth(HttpClient http) => http.Timeout = TimeSpan.FromSeconds(1);
            }
            """);
        Assert.Equal(expected, source.Client.IsBounded(default).ToString());
    }

    [Fact]
    public void Client_OfAnotherAssembly_IsUnknown()
    {
        var source = new RegistrationSource(
            TestReferences.Default.With(Library("public class Api { public Api(System.Net.Http.HttpClient http) { } }")),
            "static class R { public static void Register(IServiceCollection services) => services.AddHttpClient<Api>(); }");
        Assert.Equal(Certainty.Unknown, source.Client.Typed(default).TakesClient);
        Assert.Equal(Certainty.Unknown, source.Client.IsBounded(default));
    }

    [Fact]
    public void HostThatCallsAnotherProjectsBuilderExtension_HasUnknownDefaults()
    {
        var library = Library("""
            using Microsoft.Extensions.DependencyInjection;
            using Microsoft.Extensions.Hosting;
            public static class Defaults
            {
                public static IHostApplicationBuilder AddServiceDefaults(this IHostApplicationBuilder builder)
                {
                    builder.Services.ConfigureHttpClientDefaults(http => http.ConfigureHttpClient(c => { }));
                    return builder;
                }
            }
            """);
        const string Host = "static class P { static void Run(WebApplicationBuilder builder) { $ builder.Services.AddHttpClient<Api>(); } }";
        var with = new RegistrationSource(TestReferences.Default.With(library), Host.Replace("$", "builder.AddServiceDefaults();", System.StringComparison.Ordinal), Typed);
        var without = new RegistrationSource(TestReferences.Default.With(library), Host.Replace("$", "", System.StringComparison.Ordinal), Typed);
        Assert.Equal(Certainty.Unknown, with.Registrations.IsWhole(default));
        Assert.Equal(Certainty.Unknown, with.Client.IsBounded(default));
        Assert.Equal(Certainty.Yes, without.Registrations.IsWhole(default));
        Assert.Equal(Certainty.No, without.Client.IsBounded(default));
    }

    [Fact]
    public void HostThatCallsAPackageWithoutTheFactory_HasKnownDefaults()
    {
        var library = Library("using Microsoft.Extensions.DependencyInjection; public static class M { public static IServiceCollection AddMapping(this IServiceCollection services) => services; }");
        var source = new RegistrationSource(
            TestReferences.Default.With(library), "static class R { public static void Register(IServiceCollection services) { services.AddMapping(); services.AddHttpClient<Api>(); } }", Typed);
        Assert.Equal(Certainty.Yes, source.Registrations.IsWhole(default));
    }

    [Fact]
    public void Handlers_OfTheDefaultsStandOutside()
    {
        var source = RegistrationSource.Of(
            "services.AddHttpClient<Api>().AddHttpMessageHandler<H>(); services.AddHttpClient(\"Api\").AddTransientHttpErrorPolicy(p => p.RetryAsync(3)); services.ConfigureHttpClientDefaults(b => b.AddStandardResilienceHandler());",
            Typed + " class H : DelegatingHandler { }");
        Assert.Equal([HandlerKind.StandardResilience, HandlerKind.Message, HandlerKind.TransientPolicy], source.Client.Handlers.Select(static h => h.Handler!.Value));
    }

    [Fact]
    public void Handlers_ThatAreRemovedAreGone()
    {
        var source = RegistrationSource.Of(
            "services.ConfigureHttpClientDefaults(b => b.AddStandardResilienceHandler());\n#pragma warning disable EXTEXP0001\nservices.AddHttpClient<Api>().RemoveAllResilienceHandlers().AddHttpMessageHandler<H>();",
            Typed + " class H : DelegatingHandler { }");
        Assert.Equal([HandlerKind.Message], source.Client.Handlers.Select(static h => h.Handler!.Value));
    }

    [Theory]
    [InlineData("services.AddHttpClient<Api>(c => c.Timeout = TimeSpan.FromSeconds(5)).AddStandardResilienceHandler();", -1)]
    [InlineData("var b = services.AddHttpClient<Api>(); b.AddStandardResilienceHandler(); b.ConfigureHttpClient(c => c.Timeout = TimeSpan.FromSeconds(5));", 5000)]
    [InlineData("services.AddHttpClient<Api>(c => c.Timeout = TimeSpan.FromSeconds(5)); services.ConfigureHttpClientDefaults(b => b.AddStandardResilienceHandler());", 5000)]
    [InlineData("services.AddHttpClient<Api>();", null)]
    public void Timeout_IsTheOneThatTakesEffectLast(string statements, int? milliseconds) =>
        Assert.Equal(milliseconds, (int?)RegistrationSource.Of(statements, Typed).Client.Timeout(default)?.Span?.TotalMilliseconds);

    [Theory]
    [InlineData("class C(HttpClient http) { public Task M() => http.PostAsync(\"x\", null); }", "services.AddHttpClient<C>();")]
    [InlineData("class C { readonly HttpClient _http; public C(HttpClient http) => _http = http; public Task M() => _http.PostAsync(\"x\", null); }", "services.AddHttpClient<C>();")]
    [InlineData("interface I { } class C(HttpClient http) : I { public Task M() => http.PostAsync(\"x\", null); }", "services.AddHttpClient<I, C>();")]
    [InlineData("class B(HttpClient http) { protected HttpClient Http { get; } = http; } class C(HttpClient http) : B(http) { public Task M() => Http.PostAsync(\"x\", null); }", "services.AddHttpClient<C>();")]
    [InlineData("class B { protected HttpClient Http = null!; } class C : B { public C(HttpClient http) { Http = http; } public Task M() => Http.PostAsync(\"x\", null); }", "services.AddHttpClient<C>();")]
    [InlineData("class C { public HttpClient Http = null!; } class D(C c, HttpClient http) { public Task M() { c.Http = http; return c.Http.PostAsync(\"x\", null); } }", "services.AddHttpClient<D>();")]
    [InlineData("class C(IHttpClientFactory factory) { public Task M() => factory.CreateClient(\"a\").PostAsync(\"x\", null); }", "services.AddHttpClient(\"a\");")]
    [InlineData("class C(IHttpClientFactory factory) { HttpClient Client() { var c = factory.CreateClient(Names.A); return c; } public Task M() => Client().PostAsync(\"x\", null); } static class Names { public const string A = \"a\"; }", "services.AddHttpClient(Names.A);")]
    [InlineData("class C(IHttpClientFactory factory) { HttpClient Client(string name) => factory.CreateClient(name); public Task M() => Client(\"a\").PostAsync(\"x\", null); }", "services.AddHttpClient(\"a\");")]
    [InlineData("class C(IHttpClientFactory factory) { readonly HttpClient _http = factory.CreateClient(nameof(C)); public Task M() => _http.PostAsync(\"x\", null); }", "services.AddHttpClient(nameof(C));")]
    [InlineData("class C([FromKeyedServices(\"a\")] HttpClient http) { public Task M() => http.PostAsync(\"x\", null); }", "services.AddHttpClient(\"a\").AddAsKeyed();")]
    [InlineData("class C(HttpClient http) { public Task M() => http.PostAsync(\"x\", null); }", "services.AddSingleton(p => new HttpClient());")]
    [InlineData("class C(HttpClient http) { public Task M() => http.PostAsync(\"x\", null); }", "services.AddHttpClient();")]
    [InlineData("class C(IServiceProvider services) { public Task M() => services.GetRequiredService<HttpClient>().PostAsync(\"x\", null); }", "services.AddSingleton(p => new HttpClient());")]
    [InlineData("interface I { [Post(\"/x\")] Task Send(); } class C(I api) { public Task M() => api.Send(); }", "services.AddRefitClient<I>();")]
    [InlineData("interface I { [Post(\"/x\")] Task Send(); } class C(I api) { public Task M() => api.Send(); }", "services.AddHttpClient(\"a\").AddTypedClient(http => RestService.For<I>(http));")]
    [InlineData("class C(HttpClient http) { public Task M() => W.Send(http); } static class W { public static Task Send(HttpClient http) => http.PostAsync(\"x\", null); }", "services.AddHttpClient<C>();")]
    public void Call_GoesThroughItsRegistration(string client, string registering)
    {
        var source = RegistrationSource.Of(registering, client);
        Assert.Single(source.Calls(source.Client));
    }

    [Theory]
    [InlineData("class C { readonly HttpClient _http = new(); public Task M() => _http.PostAsync(\"x\", null); }", "services.AddHttpClient<C>();")]
    [InlineData("class C(IHttpClientFactory factory) { public Task M() => factory.CreateClient(\"b\").PostAsync(\"x\", null); }", "services.AddHttpClient(\"a\");")]
    [InlineData("class C(IHttpClientFactory factory, string name) { public Task M() => factory.CreateClient(name + 1).PostAsync(\"x\", null); }", "services.AddHttpClient(\"a\");")]
    [InlineData("class C(HttpClient http) { public Task M() => http.PostAsync(\"x\", null); } class D;", "services.AddHttpClient<D>();")]
    public void Call_OfAnotherClient_DoesNot(string client, string registering)
    {
        var source = RegistrationSource.Of(registering, client);
        Assert.Empty(source.Calls(source.Client));
    }

    private static TestReferences Library(string code)
    {
        var compilation = CSharpCompilation.Create(
            "Library",
            [CSharpSyntaxTree.ParseText(code)],
            TestReferences.Default.References,
            new CSharpCompilationOptions(Microsoft.CodeAnalysis.OutputKind.DynamicallyLinkedLibrary));
        using var stream = new System.IO.MemoryStream();
        var result = compilation.Emit(stream);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics));
        stream.Position = 0;
        return TestReferences.Of("Library", Microsoft.CodeAnalysis.MetadataReference.CreateFromStream(stream));
    }
}
