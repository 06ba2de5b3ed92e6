using System.Threading.Tasks;
using IntegrationAnalyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Xunit;
using Alone = IntegrationAnalyzers.Tests.Verification.ConfiguredVerifier<IntegrationAnalyzers.Rules.Timeouts.IA1001ClientWithoutTimeout, IntegrationAnalyzers.Tests.Rules.Timeouts.ClientPerCallOff>;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Timeouts.IA1006ClientPerCall>;

namespace IntegrationAnalyzers.Tests.Rules.Timeouts;

/// <summary>Clients that are made for a call and dropped, and those that only look like it.</summary>
public class IA1006ClientPerCallTests
{
    public static TheoryData<string> PerCall => new()
    {
        "public async Task<string> M(string u) { var client = [|new HttpClient()|]; return await client.GetStringAsync(u); }",
        "public async Task<string> M(string u) { using var client = [|new HttpClient { Timeout = TimeSpan.FromSeconds(3) }|]; return await client.GetStringAsync(u); }",
        "public async Task<string> M(string u) { using (var client = [|new HttpClient()|]) { return await client.GetStringAsync(u); } }",
        "public async Task<string> M(string u) { HttpClient client; client = [|new()|]; client.BaseAddress = new Uri(u); return await client.GetStringAsync(u); }",
        "public Task<string> M(string u) => [|new HttpClient()|].GetStringAsync(u);",
        "public string P { get { using var client = [|new HttpClient()|]; return client.GetStringAsync(\"http://x\").Result; } }",
        "public string P => [|new HttpClient()|].GetStringAsync(\"http://x\").Result;",
        "public Task<string> M(string u, bool b) { var c = b ? [|new HttpClient()|] : new HttpClient(new HttpClientHandler()); return c.GetStringAsync(u); }",

        // Sent by a helper that is handed the client
        "public async Task<string> M(string u) { using var client = [|new HttpClient()|]; return await Get(client, u); } private static Task<string> Get(HttpClient c, string u) => c.GetStringAsync(u);",
        "public Task M(string[] all) => Task.WhenAll(System.Linq.Enumerable.Select(all, async u => { using var c = [|new HttpClient()|]; return await c.GetStringAsync(u); }));",
        "public Task M(string u) => Task.Run(async () => { using var c = [|new HttpClient()|]; await c.GetStringAsync(u); });",
        "public async Task M(string u) { await Local(); async Task Local() { using var c = [|new HttpClient()|]; await c.GetStringAsync(u); } }",

        // A property that makes one for each that reads it
        "private static HttpClient Client => [|new() { Timeout = TimeSpan.FromSeconds(3) }|]; public Task<string> M(string u) => Client.GetStringAsync(u);",
        "private HttpClient Client { get { return [|new HttpClient()|]; } } public Task<string> M(string u) { using var c = Client; return c.GetStringAsync(u); }",

        // A handler made the same way each time brings nothing that a shared one does not
        "public Task<string> M(string u) { using var c = [|new HttpClient(new HttpClientHandler())|]; return c.GetStringAsync(u); }",
        "public Task<string> M(string u) { var h = new SocketsHttpHandler { UseProxy = false }; using var c = [|new HttpClient(h)|]; return c.GetStringAsync(u); }",
        "public Task<string> M(string u) { using var c = [|new HttpClient(new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, _, _, _) => true })|]; return c.GetStringAsync(u); }",
        "sealed class Log : DelegatingHandler { public Log(HttpMessageHandler inner) : base(inner) { } } public Task<string> M(string u) { using var c = [|new HttpClient(new Log(new HttpClientHandler()))|]; return c.GetStringAsync(u); }",

        // Other clients
        "public Task<RestResponse> M(string u) { var c = [|new RestClient(u)|]; return c.ExecuteAsync(new RestRequest()); }",
        "sealed class Api : HttpClient { } public Task<string> M(string u) { using var c = [|new Api()|]; return c.GetStringAsync(u); }",

        // The flag of an object guards that object alone, and one that is never set guards nothing
        "private bool _loaded; public async Task Load(string u) { if (_loaded) return; using var c = [|new HttpClient()|]; await c.GetStringAsync(u); _loaded = true; }",
        "private static bool _off; public async Task Load(string u) { if (_off) return; using var c = [|new HttpClient()|]; await c.GetStringAsync(u); }",

        // A constructor's loop runs many times, too
        "public C(string[] all) { foreach (var u in all) { using var c = [|new HttpClient()|]; c.GetStringAsync(u).Wait(); } }",
    };

    public static TheoryData<string> Quiet => new()
    {
        // Stored
        "private readonly HttpClient _c; public C() { _c = new HttpClient(); } public Task<string> M(string u) => _c.GetStringAsync(u);",
        "private static readonly HttpClient Http = new(); public Task<string> M(string u) => Http.GetStringAsync(u);",
        "private static HttpClient? _c; public Task<string> M(string u) { _c ??= new HttpClient(); return _c.GetStringAsync(u); }",
        "private static HttpClient? _c; public Task<string> M(string u) { if (_c == null) { var c = new HttpClient(); c.BaseAddress = new Uri(u); _c = c; } return _c.GetStringAsync(u); }",
        "private readonly Lazy<HttpClient> _c = new(() => new HttpClient()); public Task<string> M(string u) => _c.Value.GetStringAsync(u);",
        "private readonly ConcurrentDictionary<string, HttpClient> _all = new(); public Task<string> M(string u) => _all.GetOrAdd(u, _ => new HttpClient()).GetStringAsync(u);",
        "private readonly Dictionary<string, HttpClient> _all = new(); public Task<string> M(string u) { var c = new HttpClient(); _all[u] = c; return c.GetStringAsync(u); }",

        // A property that makes one for those that keep it, or that is read once
        "private static HttpClient Client => new(); private readonly HttpClient _c; public C() { _c = Client; } public Task<string> M(string u) => _c.GetStringAsync(u);",
        "private static HttpClient Client => new(); private static readonly HttpClient Kept = Client; public Task<string> M(string u) => Kept.GetStringAsync(u) ?? Client.GetStringAsync(u);",
        "private HttpClient? _c; private HttpClient Client => _c ??= new HttpClient(); public Task<string> M(string u) => Client.GetStringAsync(u);",
        "private HttpClient Client { get; } = new(); public Task<string> M(string u) => Client.GetStringAsync(u);",
        "private static HttpClient Client => new(); public C(string u) { Client.GetStringAsync(u).Wait(); }",

        // Handed back, handed on to an object, to a container, to an SDK
        "private static HttpClient Make() => new HttpClient(); public Task<string> M(string u) => Make().GetStringAsync(u);",
        "public static HttpClient Make() { var c = new HttpClient(); c.BaseAddress = new Uri(\"http://x\"); return c; }",
        "public sealed class Api(HttpClient http) { public Task<string> Get(string u) => http.GetStringAsync(u); } public Api M() => new Api(new HttpClient());",
        "public void M(IServiceCollection services) => services.AddSingleton(new HttpClient());",
        "public Task M(string u) { var c = new HttpClient(); return Task.Run(() => Stripe.StripeConfiguration.ApiKey = c.ToString()); }",

        // The caller's, where there is one
        "public Task<string> M(string u, HttpClient? http = null) { http ??= new HttpClient(); return http.GetStringAsync(u); }",
        "public Task<string> M(string u, HttpClient? http = null) { var c = http ?? new HttpClient(); return c.GetStringAsync(u); }",

        // Somebody else's connections, or a handler for this call alone
        "public Task<string> M(string u, HttpMessageHandler h) { using var c = new HttpClient(h, false); return c.GetStringAsync(u); }",
        "private static readonly SocketsHttpHandler Handler = new(); public Task<string> M(string u) { using var c = new HttpClient(Handler, false); return c.GetStringAsync(u); }",
        "public Task<string> M(string u, IWebProxy p) { using var c = new HttpClient(new HttpClientHandler { Proxy = p }); return c.GetStringAsync(u); }",
        "public Task<string> M(string u) { var jar = new CookieContainer(); using var c = new HttpClient(new HttpClientHandler { CookieContainer = jar }); return c.GetStringAsync(u); }",
        "public Task<string> M(string u, bool b) { var h = new HttpClientHandler(); if (b) h.UseProxy = false; using var c = new HttpClient(h); return c.GetStringAsync(u); }",

        // Runs once
        "public C(string u) { using var c = new HttpClient(); c.GetStringAsync(u).Wait(); }",
        "static C() { using var c = new HttpClient(); c.GetStringAsync(\"http://x\").Wait(); }",
        "private static readonly string Text = new HttpClient().GetStringAsync(\"http://x\").Result;",
        "public void ConfigureServices(IServiceCollection services) { using var c = new HttpClient(); services.AddSingleton(c.GetStringAsync(\"http://x\").Result); }",
        "sealed class Worker : Microsoft.Extensions.Hosting.BackgroundService { protected override async Task ExecuteAsync(CancellationToken ct) { using var c = new HttpClient(); await c.GetStringAsync(\"http://x\", ct); } }",
        "private static bool _loaded; public async Task Load(string u) { if (_loaded) return; using var c = new HttpClient(); await c.GetStringAsync(u); _loaded = true; }",
        "private static bool _loaded; private void Ensure(string u) { if (C._loaded) { return; } try { using (var c = new HttpClient()) c.GetStringAsync(u).Wait(); } finally { C._loaded = true; } } public void A() => Ensure(\"http://x\"); public void B() => Ensure(\"http://x\");",

        // One client for as long as the service runs
        "public async Task Serve(CancellationToken ct) { using var c = new HttpClient(); var stop = false; while (!(stop || ct.IsCancellationRequested)) { stop = (await Ask(c, ct)).Length == 0; } } private static Task<string> Ask(HttpClient c, CancellationToken ct) => c.GetStringAsync(\"http://x\", ct);",
        "public async Task Serve(CancellationToken ct) { using var c = new HttpClient(); while (!ct.IsCancellationRequested) { await c.GetStringAsync(\"http://x\", ct); } }",
        "public async Task Serve(string u) { using var c = new HttpClient(); while (true) { await c.GetStringAsync(u); } }",

        // Nothing is called, or no client
        "public void M() { using var c = new HttpClient(); }",
        "public string M(string u) { using var c = new WebClient(); return c.DownloadString(u); }",
    };

    [Theory]
    [MemberData(nameof(PerCall))]
    public Task ClientPerCall_Reports(string members) => Verify.VerifyAnalyzerAsync(ClientSource.Class(members));

    [Theory]
    [MemberData(nameof(Quiet))]
    public Task OtherClient_IsQuiet(string members) => Verify.VerifyAnalyzerAsync(ClientSource.Class(members));

    [Fact]
    public Task WorkerMakesOneATurn_Reports() => Verify.VerifyAnalyzerAsync(ClientSource.Class(
        "sealed class Worker : Microsoft.Extensions.Hosting.BackgroundService { protected override async Task ExecuteAsync(CancellationToken ct) { while (!ct.IsCancellationRequested) { using var c = [|new HttpClient()|]; await c.GetStringAsync(\"http://x\", ct); } } }"));

    /// <summary>DFE-Digital/find-a-tuition-partner, DataImporterService.cs with GeneralInformatioAboutSchoolsRecords.cs: the start of a worker asks by an interface.</summary>
    [Theory]
    [InlineData("(IServiceProvider p) : Microsoft.Extensions.Hosting.IHostedService { public async Task StartAsync(CancellationToken ct) { var r = p.GetRequiredService<IRecords>(); await Import(r); } private static Task Import(IRecords r) => r.Load(\"http://x\"); public Task StopAsync(CancellationToken ct) => Task.CompletedTask; }")]
    [InlineData("(IRecords r) : Microsoft.Extensions.Hosting.BackgroundService { protected override Task ExecuteAsync(CancellationToken ct) => r.Load(\"http://x\"); }")]
    [InlineData("(IRecords r) { public void Configure(IServiceCollection s) => s.AddSingleton(r.Load(\"http://x\").Result); }")]
    public Task RunOnceThroughAnInterface_IsQuiet(string caller) => Verify.VerifyAnalyzerAsync(ClientSource.Class(Records("new HttpClient()") + "sealed class Importer" + caller));

    [Theory]
    [InlineData("(IRecords r) : Microsoft.Extensions.Hosting.BackgroundService { protected override async Task ExecuteAsync(CancellationToken ct) { while (!ct.IsCancellationRequested) await r.Load(\"http://x\"); } }")]
    [InlineData("(IRecords r) : Microsoft.Extensions.Hosting.BackgroundService { protected override async Task ExecuteAsync(CancellationToken ct) { await r.Load(\"http://x\"); await r.Load(\"http://y\"); } }")]
    [InlineData("{ }")]
    [InlineData("(IRecords r, Records one) : Microsoft.Extensions.Hosting.IHostedService { public Task StartAsync(CancellationToken ct) => r.Load(\"http://x\"); public Task StopAsync(CancellationToken ct) => Task.CompletedTask; public void Tick(string[] all) { foreach (var u in all) one.Load(u); } }")]
    public Task RunOftenThroughAnInterface_Reports(string caller) => Verify.VerifyAnalyzerAsync(ClientSource.Class(Records("[|new HttpClient()|]") + "sealed class Importer" + caller));

    private static string Records(string client) =>
        "interface IRecords { Task<string> Load(string u); } sealed class Records : IRecords { public async Task<string> Load(string u) { using var c = " + client + "; return await c.GetStringAsync(u); } } ";

    /// <summary>What sets the application up runs once, whichever library is there.</summary>
    [Theory]
    [InlineData("IServiceCollection")]
    [InlineData("IApplicationBuilder")]
    [InlineData("IHostBuilder")]
    [InlineData("IHostApplicationBuilder")]
    [InlineData("HostApplicationBuilder")]
    [InlineData("IWebHostBuilder")]
    [InlineData("WebApplication")]
    [InlineData("WebApplicationBuilder")]
    [InlineData("HostBuilderContext")]
    [InlineData("StartupEventArgs")]
    [InlineData("ContainerBuilder")]
    [InlineData("IFunctionsHostBuilder")]
    public Task MethodThatSetsTheApplicationUp_IsQuiet(string type) => Unrestored($"public string Compose({type} host) {{ using var c = new HttpClient(); return c.GetStringAsync(\"http://x\").Result; }}");

    [Fact]
    public Task MethodThatIsHandedAnythingElse_Reports() => Unrestored("public string Compose(RunContext host) { using var c = [|new HttpClient()|]; return c.GetStringAsync(\"http://x\").Result; }");

    [Theory]
    [InlineData("IHostedService", "ExecuteAsync")]
    [InlineData("IHostedService", "StartAsync")]
    [InlineData("IHostedService", "StopAsync")]
    [InlineData("IHostedLifecycleService", "StartingAsync")]
    [InlineData("IHostedLifecycleService", "StartedAsync")]
    [InlineData("IHostedLifecycleService", "StoppingAsync")]
    [InlineData("ServiceBase", "OnStart")]
    [InlineData("ServiceBase", "OnStop")]
    public Task StartOrEndOfAWorker_IsQuiet(string worker, string member) => Unrestored(Worker(worker, member, "new HttpClient()"));

    [Theory]
    [InlineData("IHostedService", "TickAsync")]
    [InlineData("IService", "StartAsync")]
    public Task AnyOtherMember_Reports(string worker, string member) => Unrestored(Worker(worker, member, "[|new HttpClient()|]"));

    private static string Worker(string worker, string member, string client) =>
        $"public class Worker : {worker} {{ public async Task {member}(CancellationToken ct) {{ using var c = {client}; await c.GetStringAsync(\"http://x\", ct); }} }}";

    /// <summary>In code that runs once, too.</summary>
    [Theory]
    [InlineData("Select")]
    [InlineData("SelectMany")]
    [InlineData("SelectAwait")]
    [InlineData("Where")]
    [InlineData("ForEach")]
    [InlineData("ForEachAsync")]
    [InlineData("For")]
    [InlineData("ForAll")]
    [InlineData("Aggregate")]
    [InlineData("ToDictionary")]
    [InlineData("ConvertAll")]
    [InlineData("Map")]
    [InlineData("MapGet")]
    [InlineData("MapPost")]
    [InlineData("MapPut")]
    [InlineData("MapPatch")]
    [InlineData("MapDelete")]
    [InlineData("MapMethods")]
    [InlineData("MapFallback")]
    [InlineData("MapWhen")]
    [InlineData("Use")]
    public Task LambdaThatRunsForEachItemOrRequest_Reports(string member) => Verify.VerifyAnalyzerAsync(ClientSource.Class(Runs(member, "[|new HttpClient()|]")));

    [Fact]
    public Task LambdaThatRunsOnce_IsQuiet() => Verify.VerifyAnalyzerAsync(ClientSource.Class(Runs("Configure", "new HttpClient()")));

    private static string Runs(string member, string client) =>
        $"public void Compose(IServiceCollection s, Runner r) => r.{member}(async u => {{ using var c = {client}; await c.GetStringAsync(u); }}); public class Runner {{ public void {member}(Func<string, Task> run) {{ }} }}";

    private static Task Unrestored(string members) => new Verify.Test { TestCode = ClientSource.Class(members), CompilerDiagnostics = CompilerDiagnostics.None }.RunAsync();

    [Fact]
    public Task TopLevelStatements_IsQuiet() => Verify.VerifyAnalyzerAsync(
        "using var client = new System.Net.Http.HttpClient();\nSystem.Console.WriteLine(await client.GetStringAsync(\"http://x\"));");

    [Fact]
    public Task EndpointOfTopLevelStatements_Reports() => Verify.VerifyAnalyzerAsync(
        """
        using Microsoft.AspNetCore.Builder;
        var app = WebApplication.Create(args);
        app.MapGet("/rates", async () =>
        {
            using var client = [|new System.Net.Http.HttpClient()|];
            return await client.GetStringAsync("http://x");
        });
        app.Run();
        """);

    [Fact]
    public Task ProgramThatCallsItsHelperOnce_IsQuiet() => new Verify.Test
    {
        OutputKind = OutputKind.ConsoleApplication,
        TestCode = ClientSource.Usings + """
            public static class Program
            {
                public static async Task Main() { await RunAsync(); }
                private static async Task RunAsync() { var text = await LoadAsync(); Console.WriteLine(text); }
                public static async Task<string> LoadAsync() { using var client = new HttpClient(); return await client.GetStringAsync("http://x"); }
            }
            """,
    }.RunAsync();

    [Fact]
    public Task DuplicatiReleaseBuilder_ActionOfACommandLine_IsQuiet() => new Verify.Test
    {
        OutputKind = OutputKind.ConsoleApplication,
        TestCode = ClientSource.Usings + """
            public static class Program
            {
                public static void Main() { Create(); }
                private static object Create() => CommandHandler.Create<string>(Build);
                private static async Task Build(string key) { if (key != "") { await Upload.Post(key); } }
            }
            public static class Upload
            {
                public static async Task Post(string key) { using var client = new HttpClient(); await client.GetStringAsync("http://x" + key); }
            }
            public static class CommandHandler { public static object Create<T>(Func<T, Task> action) => action; }
            """,
    }.RunAsync();

    [Theory]
    [InlineData("Missing.Create<string>(Build)")]
    [InlineData("Missing.Create<string>(\"build\", handler: Program.Build)")]
    [InlineData("new Missing(Build)")]
    [InlineData("new object().Invoke(Build)")]
    public Task MethodGroupHandedToUnboundCall_IsQuiet(string handed) => Loose(handed, "new HttpClient()");

    [Theory]
    [InlineData("new Func<string, Task>(Build)")]
    [InlineData("nameof(Build)")]
    [InlineData("Missing.Create<string>(nameof(Build))")]
    [InlineData("Missing.Create<string>(Other.Build)")]
    public Task MethodGroupThatNoUnboundCallTakes_Reports(string handed) => Loose(handed, "[|new HttpClient()|]");

    [Fact]
    public Task LambdaHandedToUnboundCall_IsQuiet() => new Verify.Test
    {
        CompilerDiagnostics = CompilerDiagnostics.None,
        TestCode = ClientSource.Class("public void M() { Missing.Create(async (string key) => { using var client = new HttpClient(); await client.GetStringAsync(\"http://x\" + key); }); }"),
    }.RunAsync();

    [Fact]
    public Task ProgramThatCallsItsHelperInALoop_Reports() => new Verify.Test
    {
        OutputKind = OutputKind.ConsoleApplication,
        TestCode = ClientSource.Usings + """
            public static class Program
            {
                public static async Task Main(string[] args) { foreach (var a in args) await LoadAsync(a); }
                private static async Task<string> LoadAsync(string u) { using var client = [|new HttpClient()|]; return await client.GetStringAsync(u); }
            }
            """,
    }.RunAsync();

    [Fact]
    public Task RestSharp106HasNoConnectionsOfItsOwn_IsQuiet() => new Verify.Test
    {
        References = TestReferences.Net.With(TestReferences.RestSharp106),
        TestCode = "using RestSharp; public class C { public IRestResponse M(string u) { var c = new RestClient(u); return c.Execute(new RestRequest(\"a\")); } }",
    }.RunAsync();

    [Fact]
    public Task OneNewIsOneReport_Reports() => new RuleVerifier<IntegrationAnalyzers.Rules.Timeouts.IA1001ClientWithoutTimeout>.Test
    {
        TestCode = ClientSource.Class("public async Task<string> M(string u) { using var client = new HttpClient(); return await client.GetStringAsync(u); }"),
    }.RunAsync();

    [Fact]
    public Task OneNewWithIA1006Off_IsIA1001() => Alone.VerifyAnalyzerAsync(
        ClientSource.Class("public async Task<string> M(string u) { using var client = [|new HttpClient()|]; return await client.GetStringAsync(u); }"));

    [Fact]
    public Task EClinicMomoPaymentMethod_ClientPerRequest_Reports() => Verify.VerifyAnalyzerAsync(ClientSource.Class("""
        public static async Task<string> SendPaymentRequest(string endpoint, string router, object postJsonObject)
        {
            using HttpClient client = [|new HttpClient()|];
            client.DefaultRequestHeaders.Accept.Add(new System.Net.Http.Headers.MediaTypeWithQualityHeaderValue("application/json"));
            var result = await System.Net.Http.Json.HttpClientJsonExtensions.PostAsJsonAsync(client, new Uri(new Uri(endpoint), router), postJsonObject);
            return await result.Content.ReadAsStringAsync();
        }
        """));

    [Fact]
    public Task ThirdPartyApiDocumoController_ClientPerAction_Reports() => Verify.VerifyAnalyzerAsync(ClientSource.Usings + """
        public class DocumoController : Microsoft.AspNetCore.Mvc.ControllerBase
        {
            private readonly HttpClient _client;
            public DocumoController() { _client = new HttpClient(); }
            [Microsoft.AspNetCore.Mvc.HttpPost]
            public async Task<string> Send(string model)
            {
                var client = [|new HttpClient()|];
                var request = new HttpRequestMessage(HttpMethod.Post, "http://x");
                var response = await client.SendAsync(request);
                return await response.Content.ReadAsStringAsync();
            }
            public Task<string> Other(string u) => _client.GetStringAsync(u);
        }
        """);

    [Fact]
    public Task WinAcmeProxyService_OwnFactory_IsQuiet() => Verify.VerifyAnalyzerAsync(ClientSource.Class("""
        public HttpClient GetHttpClient(bool checkSsl = true)
        {
            var handler = new HttpClientHandler { Proxy = null };
            if (!checkSsl) handler.ServerCertificateCustomValidationCallback = (_, _, _, _) => true;
            var httpClient = new HttpClient(handler);
            httpClient.DefaultRequestHeaders.Add("User-Agent", "x");
            return httpClient;
        }
        public async Task<string> M(string u) { using var client = GetHttpClient(); return await client.GetStringAsync(u); }
        """));

    [Fact]
    public Task MollieBaseMollieClient_InjectionPointOfAnSdk_IsQuiet() => Verify.VerifyAnalyzerAsync(ClientSource.Usings + """
        public abstract class BaseClient
        {
            private readonly HttpClient _httpClient;
            protected BaseClient(string key, HttpClient? httpClient = null) { _httpClient = httpClient ?? new HttpClient(); }
            protected Task<string> Get(string u) => _httpClient.GetStringAsync(u);
        }
        """);

    [Fact]
    public Task BaseClassThatMakesOneARequest_Reports() => Verify.VerifyAnalyzerAsync(
        ("Base.cs", ClientSource.Usings + "public abstract class Base { protected async Task<string> Get(string u) { using var c = [|new HttpClient()|]; return await c.GetStringAsync(u); } }"),
        ("Derived.cs", ClientSource.Usings + "public class Derived : Base { public Task<string> M() => Get(\"a\"); }"));

    /// <summary>A program whose action <c>Build</c>, by way of a helper, makes the client; the type <c>Missing</c> is of a library that is not there.</summary>
    private static Task Loose(string handed, string creation) => new Verify.Test
    {
        OutputKind = OutputKind.ConsoleApplication,
        CompilerDiagnostics = CompilerDiagnostics.None,
        TestCode = ClientSource.Usings + $$"""
            public static class Program
            {
                public static void Main() { Create(); }
                private static object Create() => {{handed}};
                private static async Task Build(string key) { if (key != "") { await Upload.Post(key); } }
            }
            public static class Upload
            {
                public static async Task Post(string key) { using var client = {{creation}}; await client.GetStringAsync("http://x" + key); }
            }
            public static class Other { public static Task Build(string key) => Task.CompletedTask; }
            """,
    }.RunAsync();
}
