using System.Threading.Tasks;
using Microsoft.CodeAnalysis.Testing;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Timeouts.IA1009BlockingWait>;

namespace IntegrationAnalyzers.Tests.Rules.Timeouts;

/// <summary>Waits that somebody means: found in code that the rule was not made on.</summary>
public sealed class IA1009MeantWaitTests
{
    private static string In(string members) => """
        using System;
        using System.Net.Http;
        using System.Threading;
        using System.Threading.Tasks;

        class Downloads
        {
            private readonly HttpClient _http = new();
            private async Task<bool> Part(string path) => (await _http.GetAsync(path)).IsSuccessStatusCode;

        """ + members + "\n}\n";

    [Theory]
    [InlineData("public Task Start() => Task.Factory.StartNew(Execute, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Current); private void Execute() { Part(\"a\").GetAwaiter().GetResult(); }")]
    [InlineData("public Task Start() => Task.Factory.StartNew(() => { Part(\"a\").Wait(); }, TaskCreationOptions.LongRunning | TaskCreationOptions.DenyChildAttach);")]
    [InlineData("public void Start() { new Thread(Execute).Start(); } private void Execute() { Part(\"a\").GetAwaiter().GetResult(); }")]
    [InlineData("public void Start() { var t = new Thread(() => _http.GetAsync(\"a\").Wait()) { IsBackground = true }; t.Start(); }")]
    [InlineData("public void Start() => new Thread(Loop).Start(); private void Loop() { while (true) { Turn(); Turn(); } } private void Turn() => Read(); private void Read() => Part(\"a\").Wait();")]
    [InlineData("public void Start() => new Thread(() => { while (true) { Read(); } }).Start(); private void Read() => Part(\"a\").Wait();")]
    public Task ThreadOfItsOwn_TwitchVideoDownloadThreadAndTeslaLoggerCar_IsQuiet(string members) => Verify.VerifyAnalyzerAsync(In(members));

    [Theory]
    [InlineData("public Task Start() => Task.Factory.StartNew(() => { Part(\"a\").[|Wait|](); });")]
    [InlineData("public void Start() { new Thread(Execute).Start(); Execute(); } private void Execute() { Part(\"a\").GetAwaiter().[|GetResult|](); }")]
    [InlineData("public void Start() => new Thread(Loop).Start(); public void Once() => Read(); private void Loop() => Read(); private void Read() => Part(\"a\").[|Wait|]();")]
    [InlineData("public void Start() => new Thread(Loop).Start(); private void Loop() => Task.Run(() => Read()); private void Read() => Part(\"a\").[|Wait|]();")]
    public Task ThreadOfThePool_Reports(string members) => Verify.VerifyAnalyzerAsync(In(members));

    /// <summary>The wait is inside, and is told there.</summary>
    [Theory]
    [InlineData("private Task<bool> Sent() { Task<bool> sent = null; try { sent = Task.FromResult(_http.GetAsync(\"a\").[|Result|].IsSuccessStatusCode); } finally { GC.Collect(); } return sent; }")]
    [InlineData("private Task<bool> Sent() => _http.GetAsync(\"a\").[|Result|].IsSuccessStatusCode ? Task.FromResult(true) : null;")]
    [InlineData("private ValueTask<bool> Sent() => new(_http.GetAsync(\"a\").[|Result|].IsSuccessStatusCode);")]
    [InlineData("private Task<bool> Sent() => Inner(); private Task<bool> Inner() => Task.FromResult(_http.GetAsync(\"a\").[|Result|].IsSuccessStatusCode);")]
    public Task TaskThatIsDoneWhenItIsGiven_CheckoutApiHttpClient_IsQuiet(string sent) => Verify.VerifyAnalyzerAsync(In("public bool Send() => Sent().Result;" + sent));

    [Theory]
    [InlineData("private Task<bool> Sent() { Task<bool> sent = Task.FromResult(false); if (_http != null) sent = Part(\"a\"); return sent; }")]
    [InlineData("private Task<bool> Sent() => _http is null ? Task.FromResult(true) : Part(\"a\");")]
    [InlineData("private ValueTask<bool> Sent() => new(Part(\"a\"));")]
    [InlineData("private async Task<bool> Sent() { await Part(\"a\"); return true; }")]
    public Task TaskThatMayStillRun_Reports(string sent) => Verify.VerifyAnalyzerAsync(In("public bool Send() => Sent().[|Result|];" + sent));

    [Fact]
    public Task WarningOfAnotherAnalyzerSwitchedOff_BililiveJintFetch_IsQuiet() => Verify.VerifyAnalyzerAsync(In("""
            public bool Fetch()
            {
        #pragma warning disable VSTHRD002 // Avoid problematic synchronous waits
                var done = Part("a").Result;
        #pragma warning restore VSTHRD002
                return done && Part("b").[|Result|];
            }
        """));

    [Fact]
    public Task OverrideOfWhatDoesNotBind_PlayniteGetGames_IsQuiet()
    {
        var test = new Verify.Test
        {
            TestCode = In("""
                    class Library : Playnite.LibraryPlugin
                    {
                        private readonly Downloads _downloads = new();
                        public override bool GetGames() => _downloads.Part("a").GetAwaiter().GetResult();
                    }
                """),
            CompilerDiagnostics = CompilerDiagnostics.None,
        };
        return test.RunAsync();
    }

    [Fact]
    public Task CalledByOverridesOfAnotherAssemblyAlone_PlayniteAccountClient_IsQuiet() => Verify.VerifyAnalyzerAsync(In("""
            private bool Library() => Token() && Part("library").Result;
            private bool Token() { return Part("token").GetAwaiter().GetResult(); }
            public override string ToString() => Library() ? "yes" : "no";
        """));

    [Fact]
    public Task CalledByOthersToo_Reports() => Verify.VerifyAnalyzerAsync(In("""
            private bool Library() => Part("library").[|Result|];
            public override string ToString() => Library() ? "yes" : "no";
            public async Task<bool> Both() => await Part("a") && Library();
        """));

    /// <summary>What a token runs gives no task, and the host stops when it is over.</summary>
    [Theory]
    [InlineData("stopping.Register(() => { try { Part(\"bye\").GetAwaiter().GetResult(); } catch { } });")]
    [InlineData("using var registration = stopping.Register(state => Part((string)state!).Wait(), \"bye\");")]
    public Task IlviWorker_LastWordWhenTheHostStops_IsQuiet(string statement) =>
        Verify.VerifyAnalyzerAsync(In("public void Start(CancellationToken stopping) { " + statement + " }"));

    private static string Halves(string members, string other) => $$"""
        using System.Net.Http;
        using System.Threading.Tasks;

        public class RestClient
        {
            private static readonly HttpClient Http = new();
            {{members}}
        }

        public class {{other}}
        {
            private static readonly HttpClient Http = new();
            public static Task<string> Get(string path) => Http.GetStringAsync(path);
            public static Task<HttpResponseMessage> Delete(string path) => Http.DeleteAsync(path);
        }
        """;

    /// <summary>An SDK's synchronous client beside its asynchronous one, with a helper of its own.</summary>
    [Fact]
    public Task CraftgateRestClient_OtherHalfIsAnotherClass_IsQuiet() => Verify.VerifyAnalyzerAsync(Halves(
        "public static string Get(string path) => Exchange(path); public static void Delete(string path) => Exchange(path); private static string Exchange(string path) { return Http.GetStringAsync(path).Result; }",
        "AsyncRestClient"));

    [Theory]
    [InlineData("public static string Get(string path) => Exchange(path); private static string Exchange(string path) { return Http.GetStringAsync(path).[|Result|]; }", "OtherClient")]
    [InlineData("public static string Get(string path) => Exchange(path); public static string Put(string path) => Exchange(path); private static string Exchange(string path) { return Http.GetStringAsync(path).[|Result|]; }", "AsyncRestClient")]
    [InlineData("internal static string Get(string path) => Http.GetStringAsync(path).[|Result|];", "AsyncRestClient")]
    public Task HalfWithoutItsOther_Reports(string members, string other) => Verify.VerifyAnalyzerAsync(Halves(members, other));

    /// <summary>An override cannot await where the base class's member is <c>IDisposable.Dispose</c>.</summary>
    [Theory]
    [InlineData("class Tracker : IDisposable { public virtual void Dispose() { } } class Twitch : Tracker { readonly Downloads _all = new(); public override void Dispose() { base.Dispose(); _all.Part(\"a\").Wait(); } }")]
    [InlineData("abstract class Tracker : IDisposable { public abstract void Dispose(); } class Middle : Tracker { public override void Dispose() { } } class Twitch : Middle { readonly Downloads _all = new(); public override void Dispose() => _all.Part(\"a\").Wait(); }")]
    public Task OverriddenDisposeOfAnOwnBase_MopsBotTrackers_IsQuiet(string members) => Verify.VerifyAnalyzerAsync(In(members));

    [Theory]
    [InlineData("class Tracker : IDisposable { public virtual void Dispose() { } public virtual void Stop() { } } class Twitch : Tracker { readonly Downloads _all = new(); public override void Stop() { _all.Part(\"a\").[|Wait|](); } }")]
    [InlineData("class Tracker { public virtual void Dispose() { } } class Twitch : Tracker { readonly Downloads _all = new(); public override void Dispose() { _all.Part(\"a\").[|Wait|](); } }")]
    public Task OverrideOfAnOwnMember_Reports(string members) => Verify.VerifyAnalyzerAsync(In(members));

    private static string Policies(string callers) => $$"""
        using System;
        using System.Net.Http;
        using System.Threading.Tasks;

        internal class WebRequests
        {
            private static readonly HttpClient Http = new();
            public string GetResponse(string path) => GetResponseAsync(path).GetAwaiter().@();
            public Task<string> GetResponseAsync(string path) => Http.GetStringAsync(path);
        }

        public class Policy { public T Get<T>(Func<T> run) => run(); }

        public class Shop
        {
            private readonly WebRequests _requests = new();
            private readonly Policy _policy = new();
            {{callers}}
        }
        """;

    /// <summary>An internal class whose synchronous member is called by synchronous halves alone, by a lambda that a policy runs.</summary>
    [Fact]
    public Task SynchronousHalfBehindAPolicy_ShopifyAccess_IsQuiet() => Verify.VerifyAnalyzerAsync(Policies(
        "public string GetUsers() => _policy.Get(() => _policy.Get(() => _requests.GetResponse(\"users\"))); public Task<string> GetUsersAsync() => _requests.GetResponseAsync(\"users\");").Replace("@", "GetResult"));

    [Theory]
    [InlineData("public string GetUsers() => _policy.Get(() => _requests.GetResponse(\"users\"));")]
    [InlineData("public string GetUsers() => _policy.Get(() => _requests.GetResponse(\"users\")); public Task<string> GetUsersAsync() => _requests.GetResponseAsync(\"users\"); public async Task<string> First() { await Task.Yield(); return _requests.GetResponse(\"first\"); }")]
    [InlineData("public Task<string> GetUsers() => _policy.Get(async () => { await Task.Yield(); return _requests.GetResponse(\"users\"); }); public Task<string> GetUsersAsync() => _requests.GetResponseAsync(\"users\");")]
    [InlineData("Func<string> _later = null!; public void GetUsers() { _later = () => _requests.GetResponse(\"users\"); } public Task GetUsersAsync() => _requests.GetResponseAsync(\"users\");")]
    public Task HelperThatOthersCallToo_Reports(string callers) => Verify.VerifyAnalyzerAsync(Policies(callers).Replace("@", "[|GetResult|]"));
}
