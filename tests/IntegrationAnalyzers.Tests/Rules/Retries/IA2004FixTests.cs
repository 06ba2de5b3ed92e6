using System.Threading.Tasks;
using IntegrationAnalyzers.Tests.Verification;
using Xunit;
using static IntegrationAnalyzers.Tests.Rules.Retries.IA2004HandlerRepeatsWritesTests;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Retries.IA2004HandlerRepeatsWrites>;

namespace IntegrationAnalyzers.Tests.Rules.Retries;

/// <summary>What the fix writes. Every test runs also as Fix All, and on files with other line ends.</summary>
public class IA2004FixTests
{
    public static TheoryData<string, string> Policies => new()
    {
        {
            "services.AddHttpClient<Api>(C).[|AddPolicyHandler|](WaitAndRetry()); // twice",
            "services.AddHttpClient<Api>(C).AddPolicyHandler(request => request.Method == HttpMethod.Get ? WaitAndRetry() : Policy.NoOpAsync<HttpResponseMessage>()); // twice"
        },
        {
            "var retry = WaitAndRetry();\n        services.AddHttpClient<Api>(C)\n            .[|AddPolicyHandler|](retry);",
            "var retry = WaitAndRetry();\n        services.AddHttpClient<Api>(C)\n            .AddPolicyHandler(request => request.Method == HttpMethod.Get ? retry : Policy.NoOpAsync<HttpResponseMessage>());"
        },
        {
            "services.AddHttpClient<Api>(C)\n            .[|AddTransientHttpErrorPolicy|](p => p.WaitAndRetryAsync(3, n => TimeSpan.FromSeconds(n))); // thrice",
            "services.AddHttpClient<Api>(C)\n            .AddPolicyHandler(request => request.Method == HttpMethod.Get ? HttpPolicyExtensions.HandleTransientHttpError().WaitAndRetryAsync(3, n => TimeSpan.FromSeconds(n)) : Policy.NoOpAsync<HttpResponseMessage>()); // thrice"
        },
    };

    public static TheoryData<string> NotOffered => new()
    {
        "services.AddHttpClient<Api>(C).[|AddStandardHedgingHandler|]();",
        "services.AddHttpClient<Api>(C).[|AddTransientHttpErrorPolicy|](p => WaitAndRetry());",
        "services.AddHttpClient<Api>(C).[|AddPolicyHandler|](WaitAndRetry().WrapAsync(HttpPolicyExtensions.HandleTransientHttpError().CircuitBreakerAsync(5, TimeSpan.FromSeconds(30))));",
        "services.AddHttpClient<Api>(C).[|AddResilienceHandler|](\"a\", b => b.AddRetry(new HttpRetryStrategyOptions()));",
        "services.AddHttpClient<Api>(C).[|AddPolicyHandler|](request => WaitAndRetry());",
    };

    [Theory]
    [MemberData(nameof(Policies))]
    public Task Policy_IsChosenByMethod(string before, string after) => Verify.VerifyCodeFixAsync(Source(before), Source(after));

    [Theory]
    [MemberData(nameof(NotOffered))]
    public Task NothingSafeIsKnown_FixIsNotOffered(string registration) => Verify.VerifyNoFixAsync(Source(registration));

    [Fact]
    public Task StandardHandler_ExcludesWritesUnderThePragma() => Verify.VerifyCodeFixAsync(
        Source("// Payments.\n        services.AddHttpClient<Api>(C).[|AddStandardResilienceHandler|](); // all\n        services.AddHttpClient<Reader>(C);"),
        Source("// Payments.\n#pragma warning disable EXTEXP0001\n        services.AddHttpClient<Api>(C).AddStandardResilienceHandler(options => options.Retry.DisableForUnsafeHttpMethods()); // all\n#pragma warning restore EXTEXP0001\n        services.AddHttpClient<Reader>(C);"));

    [Fact]
    public Task StandardHandlerWithOptions_ExcludesWritesUnderThePragma() => Verify.VerifyCodeFixAsync(
        Source("services.AddHttpClient<Api>(C).[|AddStandardResilienceHandler|](o =>\n        {\n            o.Retry.MaxRetryAttempts = 2; // two\n        });"),
        Source("\n#pragma warning disable EXTEXP0001\n        services.AddHttpClient<Api>(C).AddStandardResilienceHandler(o =>\n        {\n            o.Retry.MaxRetryAttempts = 2; // two\n            o.Retry.DisableForUnsafeHttpMethods();\n        });\n#pragma warning restore EXTEXP0001").Replace("        \n#pragma warning disable", "#pragma warning disable"));
}
