using System.Threading.Tasks;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Timeouts.IA1005TimeoutAgainstPipeline>;

namespace IntegrationAnalyzers.Tests.Rules.Timeouts.CodeFixes;

public class IA1005TimeoutAgainstPipelineFixTests
{
    [Theory]
    [InlineData(
        "services.AddHttpClient<Api>(c => [|c.Timeout = TimeSpan.FromSeconds(5)|]).AddStandardResilienceHandler();",
        "services.AddHttpClient<Api>().AddStandardResilienceHandler();")]
    [InlineData(
        "services.AddHttpClient<Api>(\"a\", c => { [|c.Timeout = TimeSpan.FromSeconds(5)|]; }).AddStandardResilienceHandler();",
        "services.AddHttpClient<Api>(\"a\").AddStandardResilienceHandler();")]
    [InlineData(
        "services.AddHttpClient<Api>()\n            .ConfigureHttpClient(c => [|c.Timeout = TimeSpan.FromSeconds(5)|])\n            .AddStandardResilienceHandler(); // kept",
        "services.AddHttpClient<Api>()\n            .AddStandardResilienceHandler(); // kept")]
    [InlineData(
        "services.AddHttpClient<Api>(c =>\n        {\n            c.BaseAddress = new Uri(configuration[\"Rates\"]!);\n            [|c.Timeout = TimeSpan.FromSeconds(5)|];\n        }).AddStandardResilienceHandler();",
        "services.AddHttpClient<Api>(c =>\n        {\n            c.BaseAddress = new Uri(configuration[\"Rates\"]!);\n        }).AddStandardResilienceHandler();")]
    [InlineData(
        "services.ConfigureHttpClientDefaults(b => b.AddStandardResilienceHandler()); services.AddHttpClient<Api>(c => [|c.Timeout = TimeSpan.FromSeconds(5)|]);",
        "services.ConfigureHttpClientDefaults(b => b.AddStandardResilienceHandler()); services.AddHttpClient<Api>(c => c.Timeout = TimeSpan.FromSeconds(30));")]
    [InlineData(
        "services.AddHttpClient<Api>(c => [|c.Timeout = TimeSpan.FromSeconds(5)|] /* short */).AddPolicyHandler(Policy.TimeoutAsync<HttpResponseMessage>(40));",
        "services.AddHttpClient<Api>(c => c.Timeout = TimeSpan.FromSeconds(40) /* short */).AddPolicyHandler(Policy.TimeoutAsync<HttpResponseMessage>(40));")]
    [InlineData(
        "services.AddHttpClient<Api>()\n            .[|AddResilienceHandler|](\"p\", b => b.AddTimeout(TimeSpan.FromMinutes(3)));",
        "services.AddHttpClient<Api>()\n            .ConfigureHttpClient(client => client.Timeout = TimeSpan.FromSeconds(180))\n            .AddResilienceHandler(\"p\", b => b.AddTimeout(TimeSpan.FromMinutes(3)));")]
    [InlineData(
        "services.AddHttpClient<Api>(c => [|c.Timeout = TimeSpan.FromSeconds(10)|]).AddResilienceHandler(\"p\", b => b.AddTimeout(TimeSpan.FromSeconds(45)).AddRetry(new Microsoft.Extensions.Http.Resilience.HttpRetryStrategyOptions()).AddTimeout(TimeSpan.FromSeconds(8)));",
        "services.AddHttpClient<Api>(c => c.Timeout = TimeSpan.FromSeconds(45)).AddResilienceHandler(\"p\", b => b.AddTimeout(TimeSpan.FromSeconds(45)).AddRetry(new Microsoft.Extensions.Http.Resilience.HttpRetryStrategyOptions()).AddTimeout(TimeSpan.FromSeconds(8)));")]
    [InlineData(
        "services.AddHttpClient<Api>(c => [|c.Timeout = TimeSpan.FromSeconds(3)|]).AddTransientHttpErrorPolicy(p => p.WaitAndRetryAsync(3, n => TimeSpan.FromSeconds(2)));",
        "services.AddHttpClient<Api>(c => c.Timeout = TimeSpan.FromSeconds(9)).AddTransientHttpErrorPolicy(p => p.WaitAndRetryAsync(3, n => TimeSpan.FromSeconds(2)));")]
    public Task Contradiction_IsResolved(string statements, string expected) =>
        Verify.VerifyCodeFixAsync(RegistrationCode.Of(statements), RegistrationCode.Of(expected));

    [Fact]
    public Task AllContradictions_AreResolved() => Verify.VerifyCodeFixAsync(
        RegistrationCode.Of("services.AddHttpClient<Api>(c => [|c.Timeout = TimeSpan.FromSeconds(5)|]).AddStandardResilienceHandler(); services.AddHttpClient(\"b\", c => [|c.Timeout = TimeSpan.FromSeconds(5)|]).AddPolicyHandler(Policy.TimeoutAsync<HttpResponseMessage>(40));"),
        RegistrationCode.Of("services.AddHttpClient<Api>().AddStandardResilienceHandler(); services.AddHttpClient(\"b\", c => c.Timeout = TimeSpan.FromSeconds(40)).AddPolicyHandler(Policy.TimeoutAsync<HttpResponseMessage>(40));"));

    [Theory]
    [InlineData("services.AddHttpClient<Api>(c => { /* the contract says so */ [|c.Timeout = TimeSpan.FromSeconds(5)|]; }).AddStandardResilienceHandler();")]
    [InlineData("services.ConfigureHttpClientDefaults(b => { b.ConfigureHttpClient(c => [|c.Timeout = TimeSpan.FromSeconds(5)|]); b.AddStandardResilienceHandler(); });")]
    [InlineData("services.AddHttpClient<Api>(Set).AddStandardResilienceHandler(); static void Set(HttpClient c) { [|c.Timeout = TimeSpan.FromSeconds(5)|]; }")]
    public Task TimeoutThatCannotGo_HasNoFix(string statements) => Verify.VerifyNoFixAsync(RegistrationCode.Of(statements));
}
