using System.Threading.Tasks;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Timeouts.IA1005TimeoutAgainstPipeline>;

namespace IntegrationAnalyzers.Tests.Rules.Timeouts;

public class IA1005TimeoutAgainstPipelineTests
{
    private const string Retry3 = "b => b.AddRetry(new Microsoft.Extensions.Http.Resilience.HttpRetryStrategyOptions { MaxRetryAttempts = 3, Delay = TimeSpan.FromSeconds(10), BackoffType = DelayBackoffType.Constant, UseJitter = false })";

    public static TheoryData<string> Contradicting => new()
    {
        // Discarded: the standard handlers make it infinite
        "services.AddHttpClient<Api>(c => [|c.Timeout = TimeSpan.FromSeconds(5)|]).AddStandardResilienceHandler();",
        "services.AddHttpClient<Api>().ConfigureHttpClient(c => { [|c.Timeout = TimeSpan.FromSeconds(5)|]; }).AddStandardHedgingHandler();",
        "var builder = services.AddHttpClient<Api>(c => [|c.Timeout = TimeSpan.FromSeconds(5)|]); builder.AddStandardResilienceHandler();",
        "services.AddHttpClient<Api>(c => [|c.Timeout = TimeSpan.FromSeconds(5)|]).AddResilience();",
        "services.ConfigureHttpClientDefaults(b => { b.ConfigureHttpClient(c => [|c.Timeout = TimeSpan.FromSeconds(5)|]); b.AddStandardResilienceHandler(); });",

        // Cut short: set after the handler, for one client of the defaults, in the constructor
        "var builder = services.AddHttpClient<Api>(); builder.AddStandardResilienceHandler(); builder.ConfigureHttpClient(c => [|c.Timeout = TimeSpan.FromSeconds(20)|]);",
        "var builder = services.AddHttpClient<Api>(); builder.AddResilience(); builder.ConfigureHttpClient(c => [|c.Timeout = TimeSpan.FromSeconds(20)|]);",
        "services.AddHttpClient<Api>(c => [|c.Timeout = TimeSpan.FromSeconds(15)|]).AddRetries();",
        "services.ConfigureHttpClientDefaults(b => b.AddStandardResilienceHandler()); services.AddHttpClient<Api>(c => [|c.Timeout = TimeSpan.FromSeconds(5)|]);",
        "services.AddHttpClient<Hasty>().AddStandardResilienceHandler();",
        "services.AddHttpClient<Api>(c => [|c.Timeout = TimeSpan.FromSeconds(15)|]).AddResilienceHandler(\"p\", " + Retry3 + ");",
        "services.AddHttpClient<Api>(c => [|c.Timeout = TimeSpan.FromSeconds(5)|]).AddTransientHttpErrorPolicy(p => p.WaitAndRetryAsync([TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(4)]));",
        "services.AddHttpClient<Api>(c => [|c.Timeout = TimeSpan.FromSeconds(5)|]).AddPolicyHandler(Policy.TimeoutAsync<HttpResponseMessage>(30));",

        // Nobody set it
        "services.AddHttpClient<Api>().[|AddResilienceHandler|](\"p\", b => b.AddTimeout(TimeSpan.FromMinutes(3)));",
        "services.AddHttpClient<Api>().[|AddTransientHttpErrorPolicy|](p => p.WaitAndRetryAsync(3, _ => TimeSpan.FromMinutes(1)));",
    };

    public static TheoryData<string> Agreeing => new()
    {
        "services.AddHttpClient<Api>().AddStandardResilienceHandler();",
        "services.AddHttpClient<Api>(c => c.Timeout = Timeout.InfiniteTimeSpan).AddStandardResilienceHandler();",
        "services.AddHttpClient<Api>(c => c.Timeout = TimeSpan.Parse(configuration[\"t\"]!)).AddStandardResilienceHandler();",
        "services.AddHttpClient<Api>(c => { if (configuration[\"t\"] == null) c.Timeout = TimeSpan.FromSeconds(5); }).AddStandardResilienceHandler();",
        "var builder = services.AddHttpClient<Api>(c => c.Timeout = TimeSpan.FromSeconds(5)); if (configuration[\"t\"] == null) builder.AddStandardResilienceHandler();",
        "var builder = services.AddHttpClient<Api>(); builder.AddStandardResilienceHandler(); builder.ConfigureHttpClient(c => c.Timeout = TimeSpan.FromSeconds(30));",
        "var builder = services.AddHttpClient<Api>(); builder.AddStandardResilienceHandler(configuration.GetSection(\"r\")); builder.ConfigureHttpClient(c => c.Timeout = TimeSpan.FromSeconds(20));",
        "var builder = services.AddHttpClient<Api>(); builder.AddStandardResilienceHandler(o => o.TotalRequestTimeout.Timeout = TimeSpan.FromSeconds(15)); builder.ConfigureHttpClient(c => c.Timeout = TimeSpan.FromSeconds(20));",
        "services.AddHttpClient<Api>(c => c.Timeout = TimeSpan.FromSeconds(60)).AddResilienceHandler(\"p\", " + Retry3 + ");",
        "services.AddHttpClient<Api>(c => c.Timeout = TimeSpan.FromSeconds(15)).AddPolicyHandlerFromRegistry(\"p\");",
        "services.AddHttpClient<Api>().AddTransientHttpErrorPolicy(p => p.WaitAndRetryAsync([TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(10)]));",
        "services.AddHttpClient<Api>(c => c.Timeout = TimeSpan.FromMinutes(5)).AddResilienceHandler(\"p\", b => b.AddTimeout(TimeSpan.FromMinutes(3)));",
        "services.AddHttpClient<Api>(c => c.Timeout = TimeSpan.FromSeconds(5)); services.AddHttpClient(\"other\").AddStandardResilienceHandler();",
        "services.AddHttpClient<Api>(c => c.Timeout = TimeSpan.FromSeconds(5)); services.AddHttpClient(\"Api\").AddStandardResilienceHandler();",
    };

    private const string Rest = RegistrationCode.Api + """

        public static class Extensions
        {
            public static void AddResilience(this IHttpClientBuilder builder) => builder.AddStandardResilienceHandler();

            public static void AddRetries(this IHttpClientBuilder builder) => builder.AddResilienceHandler("p", 
        """ + Retry3 + """
        );
        }
        """;

    [Theory]
    [MemberData(nameof(Contradicting))]
    public Task Contradiction_Reports(string statements) => Verify.VerifyAnalyzerAsync(RegistrationCode.Of(statements, Rest + (statements.Contains("Hasty", System.StringComparison.Ordinal)
        ? "public class Hasty { readonly HttpClient _http; public Hasty(HttpClient http) { _http = http; [|_http.Timeout = TimeSpan.FromSeconds(5)|]; } public Task<string> Get() => _http.GetStringAsync(\"rates\"); }"
        : "")));

    [Theory]
    [MemberData(nameof(Agreeing))]
    public Task AgreementOrUnknown_IsQuiet(string statements) => Verify.VerifyAnalyzerAsync(RegistrationCode.Of(statements, Rest));

    [Fact]
    public Task Message_SaysBothTimes() => Verify.VerifyAnalyzerAsync(
        RegistrationCode.Of("services.ConfigureHttpClientDefaults(b => {|#1:b.AddStandardResilienceHandler()|}); services.AddHttpClient<Api>(c => {|#0:c.Timeout = TimeSpan.FromSeconds(5)|});"),
        Verify.Diagnostic().WithLocation(0).WithLocation(1).WithArguments(
            "The timeout of 5 s spans all attempts and ends them before 'AddStandardResilienceHandler' is through, which may take 30 s; raise it, or shorten the pipeline"));

    /// <summary>Registrations stand in extension methods that the program calls; what such a method does by its parameters is not known.</summary>
    [Theory]
    [InlineData("services.AddHttpClient<Api>(c => [|c.Timeout = TimeSpan.FromSeconds(15)|]).AddResilienceHandler(\"p\", b => b.AddTimeout(TimeSpan.FromSeconds(total)));", "60")]
    [InlineData("services.AddHttpClient<Api>(c => [|c.Timeout = TimeSpan.FromSeconds(15)|]).AddResilienceHandler(\"p\", Whole);", "60")]
    [InlineData("services.AddHttpClient<Api>(c => c.Timeout = TimeSpan.FromSeconds(15)).AddResilienceHandler(\"p\", b => b.AddTimeout(TimeSpan.FromSeconds(seconds)));", "60")]
    public Task RegistrationInAHelper(string registration, string total) => Verify.VerifyAnalyzerAsync(RegistrationCode.Of("services.AddApi(60);", RegistrationCode.Api + $$"""

        public static class Setup
        {
            private const int total = {{total}};

            public static void AddApi(this IServiceCollection services, int seconds)
            {
                {{registration}}
            }

            private static void Whole(ResiliencePipelineBuilder<HttpResponseMessage> pipeline) => pipeline.AddTimeout(TimeSpan.FromSeconds(total));
        }
        """));
}
