using System.Threading.Tasks;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Timeouts.IA1003RegistrationWithoutTimeout>;

namespace IntegrationAnalyzers.Tests.Rules.Timeouts;

/// <summary>Clients that the container makes by their constructor, with nobody to set anything.</summary>
public sealed class IA1003ContainerMadeClientTests
{
    private static string In(string registration, string constructor = "", string call = "http.GetStringAsync(\"rates\")") => $$"""
        using System;
        using System.Net.Http;
        using System.Threading;
        using System.Threading.Tasks;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.DependencyInjection.Extensions;

        public sealed class Rates
        {
            private readonly HttpClient http;

            public Rates(HttpClient client)
            {
                http = client;
                {{constructor}}
            }

            public Task<string> Read(CancellationToken token) => {{call}};
        }

        public static class Clients
        {
            public static void Register(IServiceCollection services)
            {
                {{registration}}
                services.AddScoped<Rates>();
            }
        }
        """;

    [Theory]
    [InlineData("services.[|AddSingleton<HttpClient>|]();")]
    [InlineData("services.[|AddScoped<HttpClient>|]();")]
    [InlineData("services.AddLogging().[|AddTransient<HttpClient>|]();")]
    [InlineData("services.[|TryAddSingleton<HttpClient>|]();")]
    public Task NobodySetsAnything_Reports(string registration) => Verify.VerifyAnalyzerAsync(In(registration));

    [Theory]
    [InlineData("services.AddSingleton(new HttpClient { Timeout = TimeSpan.FromSeconds(9) });")]
    [InlineData("services.AddSingleton<HttpClient>(_ => Make());\n}\nprivate static HttpClient Make()\n{\nreturn new HttpClient { Timeout = TimeSpan.FromSeconds(9) };\n}\npublic static void Others(IServiceCollection services)\n{")]
    [InlineData("services.AddSingleton<HttpClient, Own>();\n}\nprivate sealed class Own : HttpClient\n{\npublic Own() => Timeout = TimeSpan.FromSeconds(9);\n}\npublic static void Others(IServiceCollection services)\n{")]
    public Task MadeByTheCode_IsQuiet(string registration) => Verify.VerifyAnalyzerAsync(In(registration));

    [Theory]
    [InlineData("client.Timeout = TimeSpan.FromSeconds(9);", "http.GetStringAsync(\"rates\")")]
    [InlineData("", "http.GetStringAsync(\"rates\", new CancellationTokenSource(9000).Token)")]
    public Task ItsUserBoundsTheWait_IsQuiet(string constructor, string call) =>
        Verify.VerifyAnalyzerAsync(In("services.AddSingleton<HttpClient>();", constructor, call));

    [Theory]
    [InlineData(
        "services.[|AddSingleton<HttpClient>|](); // one for all",
        "services.AddSingleton<HttpClient>(_ => new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) }) { Timeout = TimeSpan.FromSeconds(30) }); // one for all")]
    [InlineData("services.[|AddScoped<HttpClient>|]();", "services.AddScoped<HttpClient>(_ => new HttpClient { Timeout = TimeSpan.FromSeconds(30) });")]
    public Task FixIsOffered_ByAFactory(string registration, string expected) => Verify.VerifyCodeFixAsync(In(registration), In(expected));
}
