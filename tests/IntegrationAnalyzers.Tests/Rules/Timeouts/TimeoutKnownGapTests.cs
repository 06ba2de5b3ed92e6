using System.Threading.Tasks;
using IntegrationAnalyzers.Rules.Timeouts;
using IntegrationAnalyzers.Tests.Rules.Retries;
using IntegrationAnalyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Xunit;

namespace IntegrationAnalyzers.Tests.Rules.Timeouts;

/// <summary>What the pages of the rules on timeouts and clients list under <em>Known gaps</em>; each is to be as asserted here one day.</summary>
public sealed class TimeoutKnownGapTests
{
    [Fact(Skip = "Known gap: A client that a container or another project hands in is not looked at here")]
    public Task EndlessTimeoutOfAnInjectedClient_Reports() => RuleVerifier<IA1002EndlessTimeout>.VerifyAnalyzerAsync(ClientSource.Class(
        "private readonly HttpClient _c; public C(HttpClient c) { _c = c; _c.Timeout = [|Timeout.InfiniteTimeSpan|]; } public Task<string> M(string u) => _c.GetStringAsync(u);"));

    [Fact(Skip = "Known gap: A client from CreateClient that is handed to code of another project, which may set its timeout there, counts as one whose timeout nobody sets")]
    public Task CreatedClientThatGoesToAnotherProject_IsQuiet() => RuleVerifier<IA1003RegistrationWithoutTimeout>.VerifyAnalyzerAsync(RegistrationCode.Of(
        "services.AddHttpClient(\"rates\");",
        "public class Rates(IHttpClientFactory factory) { public object? Make(Type client) => Activator.CreateInstance(client, factory.CreateClient(\"rates\")); }"));

    [Fact(Skip = "Known gap: AddHttpClient in a helper that takes the client's type or name from its callers is never reported, even where no caller bounds it")]
    public Task HelperThatRegistersANameOfItsCallers_Reports() => RuleVerifier<IA1003RegistrationWithoutTimeout>.VerifyAnalyzerAsync(RegistrationCode.Of(
        "Registered.Add(services, \"rates\"); Registered.Add(services, \"orders\");",
        "static class Registered { public static void Add(IServiceCollection services, string name) => services.[|AddHttpClient|](name); }"));

    [Fact(Skip = "Known gap: Two hosts in one project are taken for one: defaults of the first count for the second")]
    public Task DefaultsOfAnotherHost_Report() => RuleVerifier<IA1003RegistrationWithoutTimeout>.VerifyAnalyzerAsync(RegistrationCode.Of(
        "var web = new ServiceCollection(); web.ConfigureHttpClientDefaults(b => b.ConfigureHttpClient(c => c.Timeout = TimeSpan.FromSeconds(5))); " +
        "var worker = new ServiceCollection(); worker.[|AddHttpClient<Api>|]();"));

    [Fact(Skip = "Known gap: A builder that is followed through more than four methods is unknown")]
    public Task BuilderThroughManyMethods_Reports() => RuleVerifier<IA1003RegistrationWithoutTimeout>.VerifyAnalyzerAsync(RegistrationCode.Of(
        "Registered.A(services.[|AddHttpClient<Api>|]());",
        RegistrationCode.Api + """
        static class Registered
        {
            public static void A(IHttpClientBuilder builder) => B(builder);
            static void B(IHttpClientBuilder builder) => C(builder);
            static void C(IHttpClientBuilder builder) => D(builder);
            static void D(IHttpClientBuilder builder) => E(builder);
            static void E(IHttpClientBuilder builder) => F(builder);
            static void F(IHttpClientBuilder builder) => builder.SetHandlerLifetime(TimeSpan.FromMinutes(5));
        }
        """));

    [Fact(Skip = "Known gap: A token that is passed counts as a deadline, also where nobody cancels it")]
    public Task BodyReadByATokenOfNobody_Reports() => RuleVerifier<IA1004BodyWithoutDeadline>.VerifyAnalyzerAsync(IA1004BodyWithoutDeadlineTests.Source(
        "public async Task<string> M(string u) { using var s = new CancellationTokenSource(); using var r = await _c.GetAsync(u, HttpCompletionOption.ResponseHeadersRead); return await r.Content.[|ReadAsStringAsync|](s.Token); }"));

    [Fact(Skip = "Known gap: Refit's methods behind a standard handler are not looked at")]
    public Task RefitBehindTheStandardHandler_Reports() => RuleVerifier<IA1004BodyWithoutDeadline>.VerifyAnalyzerAsync(RegistrationCode.Of(
        "services.AddRefitClient<IRates>().AddStandardResilienceHandler();",
        "public interface IRates { [Get(\"/rates\")] Task<string> Latest(); } public class Rates(IRates rates) { public Task<string> Latest() => rates.[|Latest|](); }"));

    [Theory(Skip = "Known gap: A timeout and handlers in several registrations or statements are not put together: which runs first is not in the code")]
    [InlineData("services.AddHttpClient(\"a\", c => [|c.Timeout = TimeSpan.FromSeconds(5)|]); services.AddHttpClient(\"a\").AddStandardResilienceHandler();")]
    [InlineData("var builder = services.AddHttpClient<Api>(c => [|c.Timeout = TimeSpan.FromSeconds(25)|]); builder.AddResilienceHandler(\"retry\", b => b.AddRetry(new Microsoft.Extensions.Http.Resilience.HttpRetryStrategyOptions { MaxRetryAttempts = 3, Delay = TimeSpan.FromSeconds(5), BackoffType = DelayBackoffType.Constant, UseJitter = false })); builder.AddResilienceHandler(\"attempt\", b => b.AddTimeout(TimeSpan.FromSeconds(20)));")]
    public Task TimeoutAgainstStepsApart_Reports(string statements) =>
        RuleVerifier<IA1005TimeoutAgainstPipeline>.VerifyAnalyzerAsync(RegistrationCode.Of(statements));

    [Fact(Skip = "Known gap: A pipeline that hedges is compared by its total timeout alone")]
    public Task TimeoutAgainstAHedge_Reports() => RuleVerifier<IA1005TimeoutAgainstPipeline>.VerifyAnalyzerAsync(RegistrationCode.Of(
        "services.AddHttpClient<Api>(c => [|c.Timeout = TimeSpan.FromSeconds(15)|]).AddResilienceHandler(\"p\", b => b.AddHedging(new Microsoft.Extensions.Http.Resilience.HttpHedgingStrategyOptions { MaxHedgedAttempts = 3, Delay = TimeSpan.FromSeconds(10) }));"));

    [Theory(Skip = "Known gap: A client that a method makes and returns, one in a field that each call replaces, and clients of Flurl, Refit and gRPC channels that are made for a call are not looked at")]
    [InlineData("private static HttpClient Make() => [|new HttpClient()|]; public async Task<string> M(string u) { using var c = Make(); return await c.GetStringAsync(u); }")]
    [InlineData("private HttpClient? _c; public Task<string> M(string u) { _c = [|new HttpClient()|]; return _c.GetStringAsync(u); }")]
    [InlineData("public async Task<string> M(string u) { using var c = [|new FlurlClient(u)|]; return await c.Request(\"rates\").GetStringAsync(); }")]
    public Task OtherClientsPerCall_Report(string members) => RuleVerifier<IA1006ClientPerCall>.VerifyAnalyzerAsync(ClientSource.Class(members));

    [Fact(Skip = "Known gap: An instance field of a class that a container holds as a singleton is not known to be shared")]
    public Task ClientOfASingleton_Reports() => RuleVerifier<IA1007StaleConnections>.VerifyAnalyzerAsync(ClientSource.Class(
        "private readonly HttpClient _c = [|new() { Timeout = TimeSpan.FromSeconds(1) }|]; public Task<string> M(string u) => _c.GetStringAsync(u); public static void Add(IServiceCollection services) => services.AddSingleton<C>();"));

    [Theory(Skip = "Known gap: A client that another class owns (_api.Client.Timeout = …) is not looked at, and any condition on a field or on the client's own setting counts as once only")]
    [InlineData("private readonly Api _api = new(); public Task<string> M(string u) { [|_api.Client.Timeout|] = TimeSpan.FromSeconds(3); return _api.Client.GetStringAsync(u); } sealed class Api { public HttpClient Client { get; } = new(); }")]
    [InlineData("private readonly HttpClient _http; private bool _slow; public C(HttpClient http) { _http = http; } public void Hurry(bool fast) => _slow = !fast; public Task<string> M(string u) { if (_slow) [|_http.Timeout|] = TimeSpan.FromMinutes(3); return _http.GetStringAsync(u); }")]
    public Task LateSettingOfAnotherClassOrByAFlag_Reports(string members) => RuleVerifier<IA1008LateSetting>.VerifyAnalyzerAsync(ClientSource.Class(members));

    [Fact(Skip = "Known gap: Helpers that block for their caller (AsyncHelper.RunSync(() => …)) are not known")]
    public Task HelperThatBlocksForItsCaller_Reports() => RuleVerifier<IA1009BlockingWait>.VerifyAnalyzerAsync(IA1009BlockingWaitTests.Source(
        "public string M(string u) => AsyncHelper.[|RunSync|](() => _c.GetStringAsync(u)); static class AsyncHelper { public static T RunSync<T>(Func<Task<T>> f) => Task.Run(f).GetAwaiter().GetResult(); }"));

    [Theory(Skip = "Known gap: Streams, however long they may wait for their first message, clients that another project makes or registers, and local times by other names than DateTime.Now and DateTime.Today are not looked at")]
    [InlineData("private readonly Greeter _c = new(GrpcChannel.ForAddress(\"https://greeter\")); public AsyncServerStreamingCall<string> M() => _c.[|Watch|](\"a\");")]
    [InlineData("private readonly Greeter _c; public C(Greeter c) => _c = c; public async Task<string> M() => await _c.[|HelloAsync|](\"a\");")]
    [InlineData("private readonly Greeter _c = new(GrpcChannel.ForAddress(\"https://greeter\")); public async Task<string> M() => await _c.HelloAsync(\"a\", deadline: [|DateTime.UtcNow.ToLocalTime()|].AddSeconds(5));")]
    public Task OtherGrpcCallWithoutDeadline_Reports(string members) =>
        RuleVerifier<IA1010GrpcCallWithoutDeadline>.VerifyAnalyzerAsync(IA1010GrpcCallWithoutDeadlineTests.Source(members));

    [Fact(Skip = "Known gap: A name that is handed to a method of yours as an argument is not looked at where the client is made")]
    public Task NameHandedToAMethod_Reports() => new RuleVerifier<IA1011UnregisteredClientName>.Test
    {
        OutputKind = OutputKind.ConsoleApplication,
        TestCode = RegistrationCode.Of(
            "services.AddHttpClient(\"orders\", c => c.Timeout = TimeSpan.FromSeconds(5));",
            "class P { static void Main() { } } class Clients(IHttpClientFactory factory) { private HttpClient Make(string name) => factory.CreateClient(name); public HttpClient M() => Make([|\"order\"|]); }"),
    }.RunAsync();

    [Theory(Skip = "Known gap: A base address from configuration is unknown, and so is one that depends on a condition")]
    [InlineData("public C(HttpClient c, bool live) { _c = c; _c.BaseAddress = live ? [|new Uri(\"https://h/v1\")|] : [|new Uri(\"https://test.h/v1\")|]; }")]
    [InlineData("public C(HttpClient c, Microsoft.Extensions.Configuration.IConfiguration configuration) { _c = c; _c.BaseAddress = [|new Uri(configuration[\"Api\"] ?? \"https://h/v1\")|]; }")]
    public Task LostPathOfAConditionalAddress_Reports(string constructor) => RuleVerifier<IA1012LostBasePath>.VerifyAnalyzerAsync(ClientSource.Class(
        "private readonly HttpClient _c; " + constructor + " public Task<string> M() => _c.GetStringAsync(\"orders\");"));

    [Theory(Skip = "Known gap: A method group and a delegate from a variable are not looked into")]
    [InlineData("Policy7.ExecuteAsync([|Send|])")]
    [InlineData("Policy7.ExecuteAsync([|_kept|])")]
    public Task PipelineTokenIgnoredElsewhere_Reports(string execution) => RuleVerifier<IA1013PipelineTokenIgnored>.VerifyAnalyzerAsync(PollySource.Members($$"""
        private static readonly IAsyncPolicy Policy7 = Policy.TimeoutAsync(3);
        private readonly Func<Task<HttpResponseMessage>> _kept = () => http.GetAsync("orders");

        public Task<HttpResponseMessage> Get(CancellationToken token) => {{execution}};

        private Task<HttpResponseMessage> Send() => http.GetAsync("orders");
        """));
}
