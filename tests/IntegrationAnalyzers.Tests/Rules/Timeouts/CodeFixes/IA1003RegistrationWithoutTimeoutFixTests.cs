using System.Threading.Tasks;
using IntegrationAnalyzers.Tests.Verification;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Timeouts.IA1003RegistrationWithoutTimeout>;

namespace IntegrationAnalyzers.Tests.Rules.Timeouts.CodeFixes;

public class IA1003RegistrationWithoutTimeoutFixTests
{
    private const string Reads = """

        public class Api(HttpClient http)
        {
            public Task<string> Get(CancellationToken cancellationToken) => http.GetStringAsync("rates", cancellationToken);
        }

        """;

    private const string Writes = """

        public class Api(HttpClient http)
        {
            public Task Pay(string key)
            {
                var request = new HttpRequestMessage(HttpMethod.Post, "payments");
                request.Headers.Add("Idempotency-Key", key);
                return http.SendAsync(request);
            }
        }

        """;

    [Theory]
    [InlineData(
        "services.[|AddHttpClient<Api>|]();",
        "services.AddHttpClient<Api>().ConfigureHttpClient(client => client.Timeout = TimeSpan.FromSeconds(30));")]
    [InlineData(
        "services.[|AddHttpClient<Api>|](); // the rates",
        "services.AddHttpClient<Api>().ConfigureHttpClient(client => client.Timeout = TimeSpan.FromSeconds(30)); // the rates")]
    [InlineData(
        "var client = services.[|AddHttpClient<Api>|](); client.SetHandlerLifetime(TimeSpan.FromMinutes(1));",
        "var client = services.AddHttpClient<Api>().ConfigureHttpClient(httpClient => httpClient.Timeout = TimeSpan.FromSeconds(30)); client.SetHandlerLifetime(TimeSpan.FromMinutes(1));")]
    [InlineData(
        "services\n            .[|AddHttpClient<IApi, Api>|]() // typed\n            .SetHandlerLifetime(TimeSpan.FromMinutes(1)); // kept",
        "services\n            .AddHttpClient<IApi, Api>() // typed\n            .ConfigureHttpClient(client => client.Timeout = TimeSpan.FromSeconds(30))\n            .SetHandlerLifetime(TimeSpan.FromMinutes(1)); // kept")]
    [InlineData(
        "services.[|AddHttpClient|](\"rates\", c =>\n        {\n            c.BaseAddress = new Uri(configuration[\"Rates\"]!);\n        })\n        .SetHandlerLifetime(TimeSpan.FromMinutes(1));",
        "services.AddHttpClient(\"rates\", c =>\n        {\n            c.BaseAddress = new Uri(configuration[\"Rates\"]!);\n            c.Timeout = TimeSpan.FromSeconds(30);\n        })\n        .SetHandlerLifetime(TimeSpan.FromMinutes(1));")]
    [InlineData(
        "services.[|AddHttpClient<Api>|]((provider, http) => { http.BaseAddress = new Uri(configuration[\"Rates\"]!); });",
        "services.AddHttpClient<Api>((provider, http) => { http.BaseAddress = new Uri(configuration[\"Rates\"]!); http.Timeout = TimeSpan.FromSeconds(30); });")]
    [InlineData(
        "services.[|AddHttpClient<Api>|](c =>\n        {\n            // the rates\n            c.BaseAddress = new Uri(configuration[\"Rates\"]!); // v1\n            // no more\n        });",
        "services.AddHttpClient<Api>(c =>\n        {\n            // the rates\n            c.BaseAddress = new Uri(configuration[\"Rates\"]!); // v1\n            c.Timeout = TimeSpan.FromSeconds(30);\n            // no more\n        });")]
    [InlineData(
        "services.[|AddHttpClient<Api>|](c => { if (configuration[\"Rates\"] is null) return; c.BaseAddress = new Uri(configuration[\"Rates\"]!); });",
        "services.AddHttpClient<Api>(c => { if (configuration[\"Rates\"] is null) return; c.BaseAddress = new Uri(configuration[\"Rates\"]!); }).ConfigureHttpClient(client => client.Timeout = TimeSpan.FromSeconds(30));")]
    [InlineData(
        "services.[|AddHttpClient<Api>|](c => c.BaseAddress = new Uri(configuration[\"Rates\"]!));",
        "services.AddHttpClient<Api>(c => c.BaseAddress = new Uri(configuration[\"Rates\"]!)).ConfigureHttpClient(client => client.Timeout = TimeSpan.FromSeconds(30));")]
    [InlineData(
        "services.[|AddHttpClient<Api>|](c => { }).SetHandlerLifetime(TimeSpan.FromMinutes(1));",
        "services.AddHttpClient<Api>(c => { }).ConfigureHttpClient(client => client.Timeout = TimeSpan.FromSeconds(30)).SetHandlerLifetime(TimeSpan.FromMinutes(1));")]
    [InlineData(
        "services\n            .[|AddHttpClient<IApi, Api>|]();\n        services.AddLogging();",
        "services\n            .AddHttpClient<IApi, Api>()\n            .ConfigureHttpClient(client => client.Timeout = TimeSpan.FromSeconds(30));\n        services.AddLogging();")]
    public Task Registration_GetsATimeout(string statements, string expected) =>
        Verify.VerifyCodeFixAsync(RegistrationCode.Of(statements), RegistrationCode.Of(expected));

    private const string Handlers = """

        public class Again : DelegatingHandler
        {
            protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            {
                for (var attempt = 1; ; attempt++)
                {
                    var response = await base.SendAsync(request, cancellationToken);
                    if (response.IsSuccessStatusCode || request.Method != HttpMethod.Get || attempt == 3)
                        return response;
                    await Task.Delay(1000 << attempt, cancellationToken);
                }
            }
        }

        public class Signing : DelegatingHandler
        {
            protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => base.SendAsync(request, cancellationToken);
        }

        public class RetryHandler : DelegatingHandler;

        """;

    [Theory]
    [InlineData(".AddPolicyHandler(HttpPolicyExtensions.HandleTransientHttpError().WaitAndRetryAsync(3, n => TimeSpan.FromSeconds(2 << n)))", 100)]
    [InlineData(".AddPolicyHandler(request => request.Method == HttpMethod.Get ? HttpPolicyExtensions.HandleTransientHttpError().RetryAsync(2) : Policy.NoOpAsync<HttpResponseMessage>())", 100)]
    [InlineData(".AddTransientHttpErrorPolicy(p => p.WaitAndRetryAsync(3, n => TimeSpan.FromSeconds(2 << n)))", 100)]
    [InlineData(".AddHttpMessageHandler<Again>()", 100)]
    [InlineData(".AddHttpMessageHandler<RetryHandler>()", 100)]
    [InlineData(".AddHttpMessageHandler<Signing>()", 30)]
    [InlineData(".AddTransientHttpErrorPolicy(p => p.CircuitBreakerAsync(5, TimeSpan.FromSeconds(30)))", 30)]
    public Task TimeoutRoundARetry_LeavesTheAttemptsTheirRoom(string handlers, int seconds) => Verify.VerifyCodeFixAsync(
        RegistrationCode.Of("services.[|AddHttpClient<Api>|]()" + handlers + ";", RegistrationCode.Api + Handlers),
        RegistrationCode.Of($"services.AddHttpClient<Api>().ConfigureHttpClient(client => client.Timeout = TimeSpan.FromSeconds({seconds})){handlers};", RegistrationCode.Api + Handlers));

    /// <summary>A client's timeout bounds the whole transfer.</summary>
    [Theory]
    [InlineData("services.[|AddHttpClient|](\"images\")", "factory.CreateClient(\"images\").GetByteArrayAsync(\"1.jpg\", t)", 100)]
    [InlineData("services.[|AddHttpClient|](\"images\")", "factory.CreateClient(\"images\").PostAsync(\"1.jpg\", new MultipartFormDataContent(), t)", 100)]
    [InlineData("services.[|AddHttpClient|](\"images\")", "factory.CreateClient(\"images\").GetStringAsync(\"1.json\", t)", 30)]
    [InlineData("services.[|AddHttpClient|](\"images\")", "factory.CreateClient(\"rates\").GetByteArrayAsync(\"1.jpg\", t)", 30)]
    public Task ClientThatMovesFiles_KeepsItsOwnDefault(string registration, string call, int seconds)
    {
        var rest = "public class Images(IHttpClientFactory factory) { public Task Get(CancellationToken t) => " + call + "; }";
        return Verify.VerifyCodeFixAsync(
            RegistrationCode.Of(registration + ";", rest), RegistrationCode.Of($"{registration.Replace("[|", "").Replace("|]", "")}.ConfigureHttpClient(client => client.Timeout = TimeSpan.FromSeconds({seconds}));", rest));
    }

    [Fact]
    public Task AllRegistrations_GetOneEach() => Verify.VerifyCodeFixAsync(
        RegistrationCode.Of("services.[|AddHttpClient<Api>|](); services.[|AddHttpClient|](\"a\").AddHttpMessageHandler(() => new H()); services.[|AddHttpClient|](\"b\");", RegistrationCode.Api + "public class H : DelegatingHandler;"),
        RegistrationCode.Of("services.AddHttpClient<Api>().ConfigureHttpClient(client => client.Timeout = TimeSpan.FromSeconds(30)); services.AddHttpClient(\"a\").ConfigureHttpClient(client => client.Timeout = TimeSpan.FromSeconds(30)).AddHttpMessageHandler(() => new H()); services.AddHttpClient(\"b\").ConfigureHttpClient(client => client.Timeout = TimeSpan.FromSeconds(30));", RegistrationCode.Api + "public class H : DelegatingHandler;"));

    [Fact]
    public Task StaticCall_GetsItsUsings() => Verify.VerifyCodeFixAsync(
        """
        public static class R
        {
            public static void Register(Microsoft.Extensions.DependencyInjection.IServiceCollection services) =>
                Microsoft.Extensions.DependencyInjection.HttpClientFactoryServiceCollectionExtensions.[|AddHttpClient|](services, "rates");
        }
        """,
        """
        using System;
        using Microsoft.Extensions.DependencyInjection;

        public static class R
        {
            public static void Register(Microsoft.Extensions.DependencyInjection.IServiceCollection services) =>
                Microsoft.Extensions.DependencyInjection.HttpClientFactoryServiceCollectionExtensions.AddHttpClient(services, "rates").ConfigureHttpClient(client => client.Timeout = TimeSpan.FromSeconds(30));
        }
        """);

    [Fact]
    public Task Seconds_AreTheOptions() => new Verify.Test
    {
        TestCode = RegistrationCode.Of("services.[|AddHttpClient<Api>|]();"),
        FixedCode = RegistrationCode.Of("services.AddHttpClient<Api>().ConfigureHttpClient(client => client.Timeout = TimeSpan.FromSeconds(8));"),
        TestState = { AnalyzerConfigFiles = { ("/.globalconfig", "is_global = true\nintegration_analyzers.ia1003.default_timeout_seconds = 8\n") } },
    }.RunAsync();

    [Theory]
    [InlineData("services.[|AddHttpClient<Api>|]();", "services.AddHttpClient<Api>().AddStandardResilienceHandler();")]
    [InlineData(
        "services.[|AddHttpClient<Api>|]()\n            .SetHandlerLifetime(TimeSpan.FromMinutes(1));",
        "services.AddHttpClient<Api>()\n            .SetHandlerLifetime(TimeSpan.FromMinutes(1))\n            .AddStandardResilienceHandler();")]
    public Task ReadingClient_MayGetTheStandardHandler(string statements, string expected) => new Verify.Test
    {
        TestCode = RegistrationCode.Of(statements, Reads),
        FixedCode = RegistrationCode.Of(expected, Reads),
        CodeActionIndex = 1,
    }.RunAsync();

    [Theory]
    [InlineData("services.[|AddHttpClient<Api>|]();", Writes)]
    [InlineData("services.[|AddHttpClient<Api>|]();", RegistrationCode.Api)]
    [InlineData("services.[|AddHttpClient<Api>|]();", "public class Api(HttpClient http) { public Task<byte[]> Get(CancellationToken t) => http.GetByteArrayAsync(\"1.zip\", t); }")]
    [InlineData("services.[|AddHttpClient<Api>|]().AddTransientHttpErrorPolicy(p => p.WaitAndRetryAsync(2, n => TimeSpan.FromSeconds(n) + TimeSpan.FromMilliseconds(Random.Shared.Next(100))));", Reads)]
    [InlineData("var builder = services.[|AddHttpClient<Api>|](); builder.SetHandlerLifetime(TimeSpan.FromMinutes(1));", Reads)]
    [InlineData("services.[|AddHttpClient|](\"rates\"); services.AddHttpClient<Api>(c => c.Timeout = TimeSpan.FromSeconds(3));", "public abstract class Sender(IHttpClientFactory factory, string name) { public Task P(CancellationToken t) => factory.CreateClient(name).PostAsync(\"a\", null, t); } public class Rates(IHttpClientFactory factory) : Sender(factory, \"rates\"); " + Reads)]
    public Task WritingOrTokenlessOrRetriedOrKept_IsNotOfferedTheStandardHandler(string statements, string rest) => NoSecondChoice(RegistrationCode.Of(statements, rest), TestReferences.Default);

    [Theory]
    [InlineData("for (var i = 0; ; i++) try { return await api.Get(token); } catch (HttpRequestException) when (i < 3) { await Task.Delay(1000 * (i + 1), token); }")]
    [InlineData("return await Policy.Handle<HttpRequestException>().WaitAndRetryAsync(3, n => TimeSpan.FromSeconds(n)).ExecuteAsync(ct => api.Get(ct), token);")]
    public Task CallsRepeatedInCode_AreNotOfferedTheStandardHandler(string statement) => NoSecondChoice(
        RegistrationCode.Of("services.[|AddHttpClient<Api>|]();", Reads + $"public class Rates(Api api) {{ public async Task<string> Get(CancellationToken token) {{ {statement} }} }}"),
        TestReferences.Default);

    /// <summary>A body that is read behind the headers has no end but its token.</summary>
    [Theory]
    [InlineData("await reader.ReadToEndAsync(token)", 1)]
    [InlineData("await reader.ReadToEndAsync()", 0)]
    public Task BodyReadWithoutAToken_IsNotOfferedTheStandardHandler(string read, int offered)
    {
        var rest = $$"""
            public class Api(HttpClient http)
            {
                public async Task<string> Get(CancellationToken token)
                {
                    using var response = await http.GetAsync("rates", HttpCompletionOption.ResponseHeadersRead, token);
                    using var reader = new System.IO.StreamReader(await response.Content.ReadAsStreamAsync(token));
                    return {{read}};
                }
            }
            """;
        var source = RegistrationCode.Of("services.[|AddHttpClient<Api>|]();", rest);
        return offered == 0
            ? NoSecondChoice(source, TestReferences.Default)
            : new Verify.Test { TestCode = source, FixedCode = RegistrationCode.Of("services.AddHttpClient<Api>().AddStandardResilienceHandler();", rest), CodeActionIndex = 1 }.RunAsync();
    }

    [Fact]
    public Task WithoutThePackage_TheStandardHandlerIsNotOffered() =>
        NoSecondChoice(RegistrationCode.Of("services.[|AddHttpClient<Api>|]();", Reads), TestReferences.Default.Without("Microsoft.Extensions.Http.Resilience"));

    [Fact]
    public Task DirectiveInTheChain_HasNoFix() => Verify.VerifyNoFixAsync(RegistrationCode.Of("""
        services.[|AddHttpClient<Api>|]()
        #if DEBUG
                    .SetHandlerLifetime(TimeSpan.FromMinutes(1))
        #endif
                    ;
        """));

    private static Task NoSecondChoice(string source, TestReferences references) => new Verify.Test
    {
        TestCode = source,
        FixedCode = source,
        References = references,
        CodeActionIndex = 1,
        NumberOfIncrementalIterations = 0,
        NumberOfFixAllIterations = 0,
    }.RunAsync();
}
