using System.Threading.Tasks;
using IntegrationAnalyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Timeouts.IA1009BlockingWait>;

namespace IntegrationAnalyzers.Tests.Rules.Timeouts;

public class IA1009BlockingWaitTests
{
    public static TheoryData<string> Blocking => new()
    {
        "public string M(string u) => _c.GetStringAsync(u).[|Result|];",
        "public string M(string u) { var r = _c.GetAsync(u).[|Result|]; r.EnsureSuccessStatusCode(); return \"\"; }",
        "public void M(string u) { _c.DeleteAsync(u).[|Wait|](); }",
        "public string M(string u) => _c.GetStringAsync(u).GetAwaiter().[|GetResult|]();",
        "public string M(string u) => _c.GetStringAsync(u).ConfigureAwait(false).GetAwaiter().[|GetResult|]();",
        "public void M(string u, CancellationToken ct) { _c.DeleteAsync(u).[|Wait|](ct); }",
        "public string M(string u) => _c.GetAsync(u).[|Result|].Content.ReadAsStringAsync().[|Result|];",
        "public async Task<string> M(string u) { var r = await _c.GetAsync(u, HttpCompletionOption.ResponseHeadersRead); return r.Content.ReadAsStringAsync().[|Result|]; }",
        "public string M(HttpResponseMessage r) { var content = r.Content; return content.ReadAsStringAsync().[|Result|]; }",
        "public string M(string u) { var t = _c.GetStringAsync(u); return t.[|Result|]; }",
        "public string M(string u) { var t = _c.GetStringAsync(u); t.[|Wait|](); return t.Result; }",
        "public string M(string u) { var t = _c.GetStringAsync(u).ConfigureAwait(false); return t.GetAwaiter().[|GetResult|](); }",
        "public bool M(string u) { var done = _c.GetStringAsync(u).ContinueWith(t => t.IsCompletedSuccessfully); return done.GetAwaiter().[|GetResult|](); }",
        "public string M(string u) { var t = Get(u); var c = t.ConfigureAwait(false); return c.GetAwaiter().[|GetResult|](); } private async Task<string> Get(string u) => await _c.GetStringAsync(u);",
        "public string M(string u) => Get(u).[|Result|]; private async Task<string> Get(string u) => await _c.GetStringAsync(u);",
        "public string M(string u) => A(u).[|Result|]; async Task<string> A(string u) => await B(u); async Task<string> B(string u) => await D(u); Task<string> D(string u) => _c.GetStringAsync(u);",
        "public string M(string u) { async Task<string> Get() => await _c.GetStringAsync(u); return Get().[|Result|]; }",
        "public string M(string u) => Task.Run(() => _c.GetStringAsync(u)).[|Result|];",
        "public string M(string u) => Task.Run(async () => await _c.GetStringAsync(u)).GetAwaiter().[|GetResult|]();",
        "public void M(string[] us) => Task.WhenAll(us.Select(u => _c.GetStringAsync(u))).[|Wait|]();",
        "public string M(string u) => _c.GetAsync(u).ContinueWith(t => t.Result.ReasonPhrase).[|Result|] ?? \"\";",
        "public string M(string u) => _c.GetAsync(u).ContinueWith(t => t.Result.Content.ReadAsStringAsync()).Unwrap().[|Result|];",
        "public string M(string u) => Task.Factory.StartNew(() => _c.GetStringAsync(u)).Unwrap().GetAwaiter().[|GetResult|]();",
        "public string M(string u, CancellationToken ct) => _c.GetStringAsync(u).WaitAsync(ct).[|Result|];",
        "public string M(string u) => Get(u).AsTask().[|Result|]; private async ValueTask<string> Get(string u) => await _c.GetStringAsync(u);",
        "public string M(string u) => u.GetStringAsync().[|Result|];",
        "public RestResponse M(RestClient c) => c.ExecuteAsync(new RestRequest()).[|Result|];",
        "public string[] M(string[] us) => us.Select(u => _c.GetStringAsync(u).[|Result|]).ToArray();",
        "public C() { Text = _c.GetStringAsync(\"a\").[|Result|]; } public string Text { get; }",
        "public string Text => _c.GetStringAsync(\"a\").[|Result|];",
        "private static readonly string Text = new C()._c.GetStringAsync(\"a\").[|Result|];",
        "public string M(string u) => _api.Get(u).[|Result|]; private readonly IApi _api = null!; interface IApi { Task<string> Get(string u); } class Api : IApi { private readonly HttpClient _h; public Api(HttpClient h) => _h = h; public Task<string> Get(string u) => _h.GetStringAsync(u); }",
        "interface IApi { string M(string u); } class Api : C, IApi { public string M(string u) => _c.GetStringAsync(u).[|Result|]; }",
        "abstract class B { public abstract string M(string u); } class D : B { private readonly HttpClient _h = null!; public override string M(string u) => _h.GetStringAsync(u).[|Result|]; }",
        "public override string ToString() { Task.Run(async () => { var r = _c.GetStringAsync(\"a\").[|Result|]; await Task.Yield(); return r; }); return \"\"; }",
        "static void Main() { new List<string>().ForEach(u => new C()._c.GetStringAsync(u).[|Wait|]()); }",
        "static async Task Main() { await Task.Yield(); new C()._c.GetStringAsync(\"a\").[|Wait|](); }",
        "public int M(string u) { return _c.GetAsync(u).[|Result|]?.Version.Major ?? 0; }",
    };

    public static TheoryData<string> Quiet => new()
    {
        "public async Task<string> M(string u) { var t = _c.GetStringAsync(u); var c = t.ConfigureAwait(false); await t; return c.GetAwaiter().GetResult(); }",
        "public string M(string u) { var t = _c.GetStringAsync(u).ContinueWith(_ => u); return t.IsCompleted ? t.Result : \"\"; }",
        // Done already.
        "public async Task<string> M(string u, string v) { var a = _c.GetStringAsync(u); var b = _c.GetStringAsync(v); await Task.WhenAll(a, b); return a.Result + b.Result; }",
        "public async Task<string> M(string u) { var a = _c.GetStringAsync(u); await a; return a.Result; }",
        "public string M(string u) { var a = _c.GetStringAsync(u); return a.IsCompletedSuccessfully ? a.Result : \"\"; }",
        "public async Task<string> M(string u) { var a = _c.GetStringAsync(u); if (await Task.WhenAny(a, Task.Delay(5)) == a) return a.Result; return \"\"; }",
        "public Task<string> M(string u) => _c.GetStringAsync(u).ContinueWith(t => t.Result.Trim());",
        "public async Task<string> M(string u) => (await Task.WhenAny(_c.GetStringAsync(u), Task.FromResult(\"\"))).Result;",
        "public async Task<string> M(string u) { var first = await Task.WhenAny(_c.GetStringAsync(u)); return first.Result; }",
        "public Task<string> M(string u) { var t = _c.GetStringAsync(u); return Task.Run(() => Read(t)); } string Read(Task<string> t) => t.Result;",

        // Cannot await.
        "static void Main() { new C()._c.GetStringAsync(\"a\").Wait(); }",
        "static int Main(string[] args) => new C()._c.GetStringAsync(\"a\").Result.Length;",
        "class D : IDisposable { private readonly HttpClient _h = null!; public void Dispose() => _h.DeleteAsync(\"a\").Wait(); }",
        "class D : IDisposable { private readonly HttpClient _h = null!; void IDisposable.Dispose() => _h.DeleteAsync(\"a\").Wait(); }",
        "public override string ToString() => _c.GetStringAsync(\"a\").Result;",
        "class D : System.IO.TextReader { private readonly HttpClient _h = null!; public override string ReadToEnd() => _h.GetStringAsync(\"a\").Result; }",
        "class D : IComparer<string> { private readonly HttpClient _h = null!; public int Compare(string? a, string? b) => _h.GetStringAsync(\"a\").Result.Length; }",
        "public void M(IServiceCollection s) => s.AddSingleton(_ => new Settings(_c.GetStringAsync(\"a\").Result)); record Settings(string Text);",

        // A limit of its own.
        "public bool M(string u) => _c.GetStringAsync(u).Wait(1000);",
        "public bool M(string u) => _c.GetStringAsync(u).Wait(TimeSpan.FromSeconds(1));",

        // No outbound call.
        "public int M() => Compute().Result; private async Task<int> Compute() { await Task.Delay(1); return 1; }",
        "public string M(string path) => System.IO.File.ReadAllTextAsync(path).Result;",
        "public string M(HttpRequestMessage r) => r.Content!.ReadAsStringAsync().Result;",
        "public string M(IRepository r) => r.GetStringAsync(\"a\").Result; public interface IRepository { Task<string> GetStringAsync(string u); }",
        "public string M(Outcome o) => o.Result.ToString(); public record Outcome(string Result);",
        "public int M(string u) => Start().Result; Task<int> Start() { Changed += async () => await _c.GetStringAsync(\"a\"); return Task.FromResult(1); } event Func<Task>? Changed;",
        "public int M(string u) => Start(u).Result; async Task<int> Start(string u) { _ = _c.GetStringAsync(u); Load(u); await Task.Yield(); return 1; } async Task Load(string u) => await _c.GetStringAsync(u);",
        "public void M(SemaphoreSlim gate, string u) { gate.Wait(); gate.Release(); }",
        "public async Task<string> M(string u) => await _c.GetStringAsync(u);",
    };

    [Theory]
    [MemberData(nameof(Blocking))]
    public Task BlockingWait_Reports(string members) => Verify.VerifyAnalyzerAsync(Source(members));

    [Theory]
    [MemberData(nameof(Quiet))]
    public Task OtherWait_IsQuiet(string members) => Verify.VerifyAnalyzerAsync(Source(members));

    [Fact]
    public Task GrpcCall_Reports() => Verify.VerifyAnalyzerAsync(
        """
        using System;
        using System.Threading;
        using Grpc.Core;

        public class Greeter : ClientBase<Greeter>
        {
            protected override Greeter NewInstance(ClientBaseConfiguration configuration) => this;

            public virtual AsyncUnaryCall<string> HelloAsync(string request, Metadata? headers = null, DateTime? deadline = null, CancellationToken cancellationToken = default) => null!;
        }

        public class C(Greeter greeter)
        {
            private readonly DateTime _at = DateTime.UtcNow;

            public string M() => greeter.HelloAsync("a", deadline: _at).ResponseAsync.[|Result|];

            public string N() => greeter.HelloAsync("a", deadline: _at).GetAwaiter().[|GetResult|]();
        }
        """);

    /// <summary>ayiemba/MpesaLib: a synchronous twin of each method, one wrapper for all.</summary>
    [Theory]
    [InlineData(false, "GetResult")]
    [InlineData(true, "[|GetResult|]")]
    public Task SynchronousTwinOfAnAsyncApi_ReportsWhereAsked(bool isAsked, string wait) => new Verify.Test
    {
        TestCode = """
        using System.Net.Http;
        using System.Threading;
        using System.Threading.Tasks;

        public interface IMpesaClient { string QueryBalance(string token, CancellationToken cancellationToken = default); }

        public class MpesaClient(HttpClient client) : IMpesaClient
        {
            public string QueryBalance(string token, CancellationToken cancellationToken = default) =>
                MpesaHttpRequest(token, cancellationToken).GetAwaiter().@();

            public async Task<string> QueryBalanceAsync(string token, CancellationToken cancellationToken = default) =>
                await MpesaHttpRequest(token, cancellationToken).ConfigureAwait(false);

            private async Task<string> MpesaHttpRequest(string token, CancellationToken cancellationToken)
            {
                var response = await client.PostAsync("balance", new StringContent(token), cancellationToken).ConfigureAwait(false);
                response.EnsureSuccessStatusCode();
                return await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
            }
        }
        """.Replace("@", wait),
        TestState = { AnalyzerConfigFiles = { ("/.globalconfig", $"is_global = true\nintegration_analyzers.ia1009.report_synchronous_halves = {isAsked}\n".ToLowerInvariant()) } },
    }.RunAsync();

    [Fact]
    public Task TopLevelStatementsThatAwait_Report() => Verify.VerifyAnalyzerAsync(
        """
        using System.Net.Http;
        using System.Threading.Tasks;

        var client = new HttpClient { Timeout = System.TimeSpan.FromSeconds(5) };
        await Task.Yield();
        System.Console.WriteLine(client.GetStringAsync("a").[|Result|]);
        """);

    [Fact]
    public Task TopLevelStatementsThatDoNot_AreQuiet() => Verify.VerifyAnalyzerAsync(
        """
        using System.Net.Http;

        var client = new HttpClient { Timeout = System.TimeSpan.FromSeconds(5) };
        System.Console.WriteLine(client.GetStringAsync("a").Result);
        """);

    [Fact]
    public Task TestProject_IsQuiet() => new Verify.Test
    {
        TestCode = Source("public string M(string u) => _c.GetStringAsync(u).Result;"),
        References = TestReferences.Default.With(TestReferences.Of("xunit.core", MetadataReference.CreateFromFile(typeof(FactAttribute).Assembly.Location))),
    }.RunAsync();

    /// <summary>A library's caller who can await has the other one.</summary>
    [Theory]
    [InlineData("public string Get(string u) => GetAsync(u).Result; public Task<string> GetAsync(string u) => _c.GetStringAsync(u);")]
    [InlineData("public string Get(string u) => Run(() => Task.Run(async () => await _c.GetStringAsync(u)).Result); public Task<string> GetAsync(string u) => _c.GetStringAsync(u); private static T Run<T>(Func<T> f) => f();")]
    [InlineData("protected T Get<T>(string u) => Ask<T>(u).GetAwaiter().GetResult(); protected Task<T> GetAsync<T>(string u) => Ask<T>(u); private async Task<T> Ask<T>(string u) { await _c.GetStringAsync(u); return default!; }")]
    public Task PlivoInterfaces_SynchronousMethodBesideTheAsynchronousOne_IsQuiet(string members) => Verify.VerifyAnalyzerAsync(Source(members));

    [Theory]
    [InlineData("public async Task<string> GetAsync(string u) { var r = _c.GetStringAsync(u).[|Result|]; await Task.WhenAll(); return r; } public string Get(string u) => GetAsync(u).Result;")]
    [InlineData("internal string Get(string u) => GetAsync(u).[|Result|]; public Task<string> GetAsync(string u) => _c.GetStringAsync(u);")]
    [InlineData("public string Get(string u) => Ask(u).[|Result|]; private Task<string> GetAsync(string u) => Ask(u); private Task<string> Ask(string u) => _c.GetStringAsync(u);")]
    public Task WaitThatNoCallerChose_Reports(string members) => Verify.VerifyAnalyzerAsync(Source(members));

    [Fact]
    public Task SynchronousHalfInAProgram_Reports() => new Verify.Test
    {
        TestCode = Source("public string Get(string u) => GetAsync(u).[|Result|]; public Task<string> GetAsync(string u) => _c.GetStringAsync(u); static void Main() { }"),
        OutputKind = OutputKind.ConsoleApplication,
    }.RunAsync();

    internal static string Source(string members) =>
        "using System.Linq;\n" + ClientSource.Usings + "#pragma warning disable CS4014, CS0067, CS8892\npublic class C { private readonly HttpClient _c = null!; " + members + " }";
}
