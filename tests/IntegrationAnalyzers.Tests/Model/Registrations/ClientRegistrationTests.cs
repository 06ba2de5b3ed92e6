using System.Linq;
using IntegrationAnalyzers.Apis;
using Xunit;

namespace IntegrationAnalyzers.Tests.Model.Registrations;

/// <summary>What is read of one registration: its form, its name, its types, its steps.</summary>
public class ClientRegistrationTests
{
    private const string Types = "interface IApi { } class Api(HttpClient http) : IApi { public Task Send() => http.GetAsync(\"a\"); } class Names { public const string Orders = \"orders\"; }";

    [Theory]
    [InlineData("services.AddHttpClient();", "Bare", "")]
    [InlineData("services.AddHttpClient(\"orders\");", "Named", "orders")]
    [InlineData("services.AddHttpClient(Names.Orders, c => { });", "Named", "orders")]
    [InlineData("services.AddHttpClient(nameof(Api));", "Named", "Api")]
    [InlineData("services.AddHttpClient(typeof(Api).Name);", "Named", "Api")]
    [InlineData("services.AddHttpClient(typeof(Api).Name + \"-v\" + $\"{1 + 1}\");", "Named", null)]
    [InlineData("services.AddHttpClient($\"{nameof(Api)}-v1\");", "Named", "Api-v1")]
    [InlineData("var name = \"a\"; services.AddHttpClient(name);", "Named", "a")]
    [InlineData("services.AddHttpClient(configuration[\"name\"]!);", "Named", null)]
    [InlineData("services.AddHttpClient<Api>();", "Typed", "Api")]
    [InlineData("services.AddHttpClient<Api>(\"other\");", "Typed", "other")]
    [InlineData("services.AddHttpClient<IApi, Api>();", "Implementation", "IApi")]
    [InlineData("services.AddHttpClient<IApi, Api>(http => new Api(http));", "Implementation", "IApi")]
    [InlineData("HttpClientFactoryServiceCollectionExtensions.AddHttpClient<Api>(services);", "Typed", "Api")]
    [InlineData("services.ConfigureHttpClientDefaults(b => { });", "Defaults", null)]
    [InlineData("services.AddRefitClient<IRefit>();", "Refit", null)]
    [InlineData("services.AddKeyedRefitClient<IRefit>(\"k\");", "Refit", null)]
    [InlineData("services.AddGrpcClient<Grpc>(o => { });", "Grpc", "Grpc")]
    [InlineData("services.AddSingleton(_ => new HttpClient());", "Plain", null)]
    [InlineData("services.AddScoped<HttpClient>();", "Plain", null)]
    [InlineData("services.AddTransient<HttpClient>();", "Plain", null)]
    [InlineData("services.TryAddSingleton<HttpClient>();", "Plain", null)]
    [InlineData("services.TryAddScoped<HttpClient>();", "Plain", null)]
    [InlineData("services.TryAddTransient<HttpClient>();", "Plain", null)]
    [InlineData("services.AddKeyedSingleton<HttpClient>(\"k\");", "Plain", null)]
    [InlineData("services.AddKeyedScoped<HttpClient>(\"k\");", "Plain", null)]
    [InlineData("services.AddKeyedTransient<HttpClient>(\"k\");", "Plain", null)]
    public void Registration_HasItsFormAndName(string statement, string kind, string? name)
    {
        var registration = RegistrationSource.Of(statement, Types + " interface IRefit { [Get(\"/\")] Task Get(); } class Grpc { }").Only;
        Assert.Equal(kind, registration.Kind.ToString());
        Assert.Equal(name, registration.Name);
    }

    [Theory]
    [InlineData("services.AddHttpClient<Api>();", "Api", "Api")]
    [InlineData("services.AddHttpClient<IApi, Api>();", "IApi", "Api")]
    [InlineData("services.AddHttpClient<IApi>(\"n\").AddTypedClient<IApi, Api>();", "IApi", "Api")]
    [InlineData("services.AddHttpClient(\"n\").AddTypedClient<Api>();", "Api", "Api")]
    [InlineData("services.AddHttpClient<IApi, IApi>(http => new Api(http));", "IApi", "Api")]
    public void Registration_HasItsTypes(string statement, string client, string implementation)
    {
        var registration = RegistrationSource.Of(statement, Types).Only;
        Assert.Equal((client, implementation), (registration.ClientType?.Name, registration.ImplementationType?.Name));
    }

    [Theory]
    [InlineData("services.AddKeyedRefitClient<IRefit>(\"k\");")]
    [InlineData("services.AddHttpClient(\"k\").AddAsKeyed();")]
    public void Registration_IsKeyed(string statement) =>
        Assert.True(RegistrationSource.Of(statement, "interface IRefit { [Get(\"/\")] Task Get(); }").Only.IsKeyed);

    [Theory]
    [InlineData("services.AddHttpClient(\"a\").AddStandardResilienceHandler().Configure(o => { });", "AddStandardResilienceHandler Configure")]
    [InlineData("var b = services.AddHttpClient(\"a\"); b.AddHttpMessageHandler<H>(); b.AddStandardHedgingHandler();", "AddHttpMessageHandler AddStandardHedgingHandler")]
    [InlineData("IHttpClientBuilder b; b = services.AddHttpClient(\"a\"); if (configuration[\"x\"] == null) b.AddHttpMessageHandler<H>();", "AddHttpMessageHandler?")]
    [InlineData("services.AddHttpClient(\"a\").Retried().SetHandlerLifetime(TimeSpan.Zero);", "AddPolicyHandler AddTransientHttpErrorPolicy SetHandlerLifetime")]
    [InlineData("E.Retried(services.AddHttpClient(\"a\"));", "AddPolicyHandler AddTransientHttpErrorPolicy")]
    [InlineData("services.Named(\"a\").AddHttpMessageHandler<H>();", "AddHttpClient AddPolicyHandlerFromRegistry AddHttpMessageHandler")]
    [InlineData("void Add(IHttpClientBuilder b) => b.AddHttpMessageHandler<H>(); Add(services.AddHttpClient(\"a\"));", "AddHttpMessageHandler")]
    public void Registration_HasItsStepsInOrder(string statement, string steps)
    {
        const string Helpers = """
            class H : DelegatingHandler { }
            static class E
            {
                public static IHttpClientBuilder Retried(this IHttpClientBuilder builder)
                {
                    builder.AddPolicyHandler(Policy.TimeoutAsync<HttpResponseMessage>(5));
                    return builder.AddTransientHttpErrorPolicy(p => p.RetryAsync(3));
                }

                public static IHttpClientBuilder Named(this IServiceCollection services, string name) => services.AddHttpClient(name, c => { }).AddPolicyHandlerFromRegistry("p");
            }
            """;
        var registration = RegistrationSource.Of(statement, Helpers).All.Single(static r => r.Name == "a");
        Assert.False(registration.IsOpen);
        Assert.Equal(steps, string.Join(" ", registration.Steps.Select(static s => s.Invocation.TargetMethod.Name + (s.IsConditional ? "?" : ""))));
    }

    [Theory]
    [InlineData("services.AddSingleton<object>(services.AddHttpClient(\"a\"));")]
    [InlineData("Keep.All.Add(services.AddHttpClient(\"a\"));")]
    public void Builder_ThatGoesOutOfSight_IsOpen(string statement)
    {
        var registration = RegistrationSource.Of(statement, "static class Keep { public static System.Collections.Generic.List<IHttpClientBuilder> All = new(); }").Only;
        Assert.True(registration.IsOpen || registration.Steps.Any(static s => s.Kind == RegistrationStepKind.Unknown));
    }

    [Fact]
    public void Builder_ReturnedToAnybody_IsOpen() =>
        Assert.True(new RegistrationSource("public static class E { public static IHttpClientBuilder AddApi(this IServiceCollection services) => services.AddHttpClient(\"a\"); }").Only.IsOpen);

    [Fact]
    public void GenericHelper_IsOneRegistrationACaller()
    {
        var source = new RegistrationSource("""
            class A(HttpClient http) { public Task Send() => http.GetAsync("a"); }
            class B(HttpClient http) { public Task Send() => http.GetAsync("b"); }
            static class E
            {
                public static void AddAll(this IServiceCollection services)
                {
                    services.Add<A>("https://a", c => c.Timeout = TimeSpan.FromSeconds(1));
                    services.Add<B>("https://b");
                }

                static void Add<T>(this IServiceCollection services, string url, Action<HttpClient>? configure = null)
                    where T : class
                {
                    services.AddHttpClient<T>(c => c.BaseAddress = new Uri(url)).ConfigureHttpClient(configure ?? (_ => { }));
                    services.AddHttpClient<T>(configure!);
                }
            }
            """);
        Assert.Equal(["A", "B", "A", "B"], source.All.Select(static r => r.Name));
        Assert.All(source.All, static r => Assert.True(r.IsGeneric));
        Assert.Equal(["https://a", "https://b"], source.All.Take(2).Select(static r => r.Steps[0].Configuration.Settings.Single().Text));
        Assert.Equal([1, null], source.All.Skip(2).Select(static r => (int?)r.Steps[0].Configuration.Settings.FirstOrDefault()?.Span?.TotalSeconds));
    }

    [Theory]
    [InlineData("services.AddHttpClient(\"a\", c => c.Timeout = TimeSpan.FromSeconds(5));", "Timeout=5")]
    [InlineData("services.AddHttpClient(\"a\", (p, c) => { c.BaseAddress = new Uri(\"https://x/\"); c.Timeout = TimeSpan.FromSeconds(5); });", "BaseAddress=https://x/ Timeout=5")]
    [InlineData("services.AddHttpClient(\"a\").ConfigureHttpClient(Set);static void Set(HttpClient c) => c.Timeout = TimeSpan.FromMinutes(1);", "Timeout=60")]
    [InlineData("services.AddHttpClient(\"a\", c => { switch (configuration[\"e\"]) { case \"x\": c.Timeout = TimeSpan.FromSeconds(5); break; } });", "Timeout=5?")]
    [InlineData("services.AddHttpClient(\"a\", c => S.Set(c, 7));", "Timeout=7")]
    [InlineData("Action<HttpClient> set = c => c.Timeout = Timeout.InfiniteTimeSpan; services.AddHttpClient(\"a\", set);", "Timeout=-0.001")]
    [InlineData("services.AddHttpClient(\"a\", c => c.Timeout = TimeSpan.Parse(configuration[\"t\"]!));", "Timeout=")]
    [InlineData("services.AddHttpClient(\"a\", c => c.DefaultRequestHeaders.Add(\"x\", \"y\"));", "")]
    public void Registration_HasWhatItSets(string statement, string settings)
    {
        var registration = RegistrationSource.Of(statement, "static class S { public static void Set(HttpClient client, int seconds) => client.Timeout = TimeSpan.FromSeconds(seconds); }").Only;
        Assert.True(registration.Steps[0].Configuration.IsWhole);
        Assert.Equal(settings, string.Join(" ", registration.Steps[0].Configuration.Settings.Select(static s =>
            s.Member + "=" + (s.Text ?? s.Span?.TotalSeconds.ToString(System.Globalization.CultureInfo.InvariantCulture)) + (s.IsConditional ? "?" : ""))));
    }

    [Theory]
    [InlineData("services.AddHttpClient(\"a\").AddHttpMessageHandler<H>();", "H", "No")]
    [InlineData("services.AddHttpClient(\"a\").AddHttpMessageHandler(() => new H());", "H", "No")]
    [InlineData("services.AddHttpClient(\"a\").AddHttpMessageHandler(p => p.GetRequiredService<H>());", "H", "No")]
    [InlineData("services.AddHttpClient(\"a\").AddHttpMessageHandler(_ => new Ending());", "Ending", "Yes")]
    [InlineData("services.AddHttpClient(\"a\").AddHttpMessageHandler<DelegatingHandler>();", "DelegatingHandler", "Unknown")]
    [InlineData("services.AddHttpClient(\"a\").AddPolicyHandler(Policy.TimeoutAsync<HttpResponseMessage>(5));", null, "Yes")]
    [InlineData("services.AddHttpClient(\"a\").AddPolicyHandler(HttpPolicyExtensions.HandleTransientHttpError().RetryAsync(3));", null, "No")]
    [InlineData("services.AddHttpClient(\"a\").AddTransientHttpErrorPolicy(p => p.WaitAndRetryAsync(3, _ => TimeSpan.FromSeconds(1)));", null, "No")]
    [InlineData("services.AddHttpClient(\"a\").AddPolicyHandlerFromRegistry(\"p\");", null, "Unknown")]
    [InlineData("services.AddHttpClient(\"a\").AddResilienceHandler(\"p\", b => b.AddTimeout(TimeSpan.FromSeconds(1)));", null, "Yes")]
    [InlineData("services.AddHttpClient(\"a\").AddResilienceHandler(\"p\", b => b.AddConcurrency());", null, "No")]
    [InlineData("services.AddHttpClient(\"a\").AddStandardResilienceHandler();", null, "Yes")]
    [InlineData("services.AddHttpClient(\"a\").ConfigurePrimaryHttpMessageHandler(() => new HttpClientHandler());", "HttpClientHandler", "No")]
    public void Handler_HasItsTypeAndWhetherItEndsRequests(string statement, string? type, string bounds)
    {
        const string Handlers = """
            class H : DelegatingHandler { }
            class Ending : DelegatingHandler
            {
                protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
                {
                    using var source = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
                    source.CancelAfter(1000);
                    return await base.SendAsync(request, source.Token);
                }
            }
            static class Adding { public static void AddConcurrency(this ResiliencePipelineBuilder<HttpResponseMessage> builder) { } }
            """;
        var step = RegistrationSource.Of(statement, Handlers).Only.Steps.Single();
        Assert.Equal((type, bounds), (step.HandlerType?.Name, step.Bounds.ToString()));
    }
}
