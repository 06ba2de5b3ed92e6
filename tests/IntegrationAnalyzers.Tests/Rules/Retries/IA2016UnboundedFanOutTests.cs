using System.Threading.Tasks;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Retries.IA2016UnboundedFanOut>;

namespace IntegrationAnalyzers.Tests.Rules.Retries;

public class IA2016UnboundedFanOutTests
{
    internal const string Head = """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Net.Http;
        using System.Threading;
        using System.Threading.Tasks;
        using Polly;

        public class C
        {
            private readonly HttpClient _c;
            public C(HttpClient c) { _c = c; }
            private Task<string> Get(string u) => _c.GetStringAsync(u);
            private void Read(string u) => _c.Send(new HttpRequestMessage(HttpMethod.Get, u));

        """;

    public static TheoryData<string> Unbounded => new()
    {
        "public Task M(List<string> all) => [|Task.WhenAll|](all.Select(u => _c.GetStringAsync(u)));",
        "public async Task M(IEnumerable<string> all) { var texts = await [|Task.WhenAll|](all.Where(u => u != \"\").Select(async u => await Get(u)).ToList()); }",
        "public Task M(List<string> all) => [|Task.WhenAll|](all.Select(Get));",
        "public Task M(List<string> all) => [|Task.WhenAll|](all.Select(Get).AsEnumerable());",
        "public Task M(List<string> all) => [|Task.WhenAll|](all.Select(Get).AsParallel());",
        "public Task M(List<string> all) => [|Task.WhenAll|](System.Collections.Immutable.ImmutableArray.ToImmutableArray(all.Select(Get)));",
        "public async Task M(List<string> all) { var tasks = all.Select(u => Get(u)).ToArray(); await [|Task.WhenAll|](tasks); }",
        "public Task M(List<string> all) => [|Task.WhenAll|](from u in all select Get(u));",
        "public async Task M(List<string> all) { var tasks = new List<Task>(); foreach (var u in all) { tasks.Add(Get(u)); } await [|Task.WhenAll|](tasks); }",
        "public async Task M(List<string> all) { var tasks = new List<Task>(); for (var i = 0; i < all.Count; i++) tasks.Add(Get(all[i])); await [|Task.WhenAll|](tasks); }",
        "public async Task M(string[] all) { var tasks = new Task[all.Length]; for (var i = 0; i < tasks.Length; i++) { tasks[i] = Get(all[i]); } await [|Task.WhenAll|](tasks); }",
        "public async Task M(int count) { var tasks = new List<Task<string>>(); for (int i = 1; i <= count; i++) { tasks.Add(Get($\"p{i}\")); } var all = await [|Task.WhenAll|](tasks.ToArray()); }",
        "public void M(List<string> all) => [|Parallel.ForEach|](all, u => Read(u));",
        "public void M(List<string> all) => [|Parallel.ForEach|](all, new ParallelOptions(), u => Read(u));",
        "public void M(int n) => [|Parallel.For|](0, n, i => Read(\"x\" + i));",
        "public Task M() => [|Task.WhenAll|](Enumerable.Range(0, 500).Select(i => Get(\"x\" + i)));",
        "public Task M(List<string> all) => [|Task.WhenAll|](all.Select((u, i) => Get(u + i)));",
        "public async Task M(List<string> all) { foreach (var part in all.GroupBy(u => u.Length)) await [|Task.WhenAll|](part.Select(u => Get(u))); }",

        // A helper that lets each run at once
        "private static Task<T> Run<T>(Func<Task<T>> call) => call(); public Task M(List<string> all) => [|Task.WhenAll|](all.Select(u => Run(() => Get(u))));",

        // Each in a pipeline that only repeats and bounds
        "private static readonly Polly.ResiliencePipeline Pipeline = new ResiliencePipelineBuilder().AddRetry(new Polly.Retry.RetryStrategyOptions()).AddTimeout(TimeSpan.FromSeconds(5)).Build(); private Task<string> One(string u) => Pipeline.ExecuteAsync(async _ => await Get(u)).AsTask(); public Task M(List<string> all) => [|Task.WhenAll|](all.Select(u => One(u)));",
        "private readonly Polly.Retry.AsyncRetryPolicy _retry = Polly.Policy.Handle<HttpRequestException>().WaitAndRetryAsync(3, n => TimeSpan.FromSeconds(n)); public Task M(List<string> all) => [|Task.WhenAll|](all.Select(u => _retry.ExecuteAsync(() => Get(u))));",
    };

    public static TheoryData<string> Quiet => new()
    {
        // Few
        "public Task M() => Task.WhenAll(new[] { \"a\", \"b\" }.Select(u => Get(u)));",
        "private static readonly string[] All = { \"a\", \"b\" }; public Task M() => Task.WhenAll(All.Select(u => Get(u)));",
        "public Task M() => Task.WhenAll(Get(\"a\"), Get(\"b\"));",
        "public Task M() => Task.WhenAll(Enumerable.Range(0, 3).Select(i => Get(\"x\" + i)));",
        "public Task M(List<string> all) => Task.WhenAll(all.Take(5).Select(u => Get(u)));",
        "public Task M() => Task.WhenAll(Enum.GetValues<DayOfWeek>().Select(d => Get(d.ToString())));",
        "public async Task M(List<string> all) { foreach (var batch in all.Chunk(10)) await Task.WhenAll(batch.Select(u => Get(u))); }",
        "public async Task M(List<string> all) { foreach (var part in all.Chunk(10)) await Task.WhenAll(part.Select(u => Get(u))); }",
        "public async Task M(string[] all) { var parts = Enumerable.Chunk(all, 10).ToList(); foreach (string[] part in parts) await Task.WhenAll(part.Where(u => u != \"\").Select(Get)); }",
        "public async Task M() { var tasks = new List<Task>(); for (var i = 0; i < 5; i++) tasks.Add(Get(\"x\" + i)); await Task.WhenAll(tasks); }",
        "private const int Workers = 8; public async Task M() { var tasks = new Task[Workers]; for (var i = 0; i < Workers; i++) tasks[i] = Get(\"x\" + i); await Task.WhenAll(tasks); }",
        "private static readonly string[] All = { \"a\", \"b\" }; public async Task M() { var tasks = new List<Task>(); for (var i = 0; i < All.Length; i++) tasks.Add(Get(All[i])); await Task.WhenAll(tasks); }",
        "public async Task M(int batchSize) { var tasks = new List<Task>(); for (var i = 0; i < batchSize; i++) tasks.Add(Get(\"x\" + i)); await Task.WhenAll(tasks); }",
        "public async Task M(List<string> all) { for (var n = 0; n < all.Count; n += 5) { var tasks = new List<Task>(); for (var i = n; i < n + 5; i++) tasks.Add(Get(all[i])); await Task.WhenAll(tasks); } }",

        // Limited
        "private readonly SemaphoreSlim _s = new(4); public Task M(List<string> all) => Task.WhenAll(all.Select(async u => { await _s.WaitAsync(); try { return await Get(u); } finally { _s.Release(); } }));",
        "private readonly SemaphoreSlim _s = new(4); private async Task<string> Turn(string u) { await _s.WaitAsync(); try { return await Get(u); } finally { _s.Release(); } } public Task M(List<string> all) => Task.WhenAll(all.Select(u => Turn(u)));",
        "private readonly SemaphoreSlim _s = new(4); private async Task<T> Limited<T>(Func<Task<T>> call) { await _s.WaitAsync(); try { return await call(); } finally { _s.Release(); } } public Task M(List<string> all) => Task.WhenAll(all.Select(u => Limited(() => Get(u))));",
        "private readonly SemaphoreSlim _s = new(4); private async Task<T> Limited<T>(Func<Task<T>> call) { await _s.WaitAsync(); try { return await call(); } finally { _s.Release(); } } private Task<T> Run<T>(Func<Task<T>> call) => Limited(call); private Task<string> One(string u) => Run(() => Get(u)); public Task M(List<string> all) => Task.WhenAll(all.Select(One));",
        "private readonly SemaphoreSlim _s = new(4); public async Task M(List<string> all) { var tasks = new List<Task>(); foreach (var u in all) { await _s.WaitAsync(); tasks.Add(Get(u)); } await Task.WhenAll(tasks); }",
        "public Task M(List<string> all) { var gate = new SemaphoreSlim(4); return Task.WhenAll(all.Select(Turn)); async Task<string> Turn(string u) { await gate.WaitAsync(); try { return await Get(u); } finally { gate.Release(); } } }",
        "private readonly SemaphoreSlim _s = new(4); private async Task<string> Turn(string u) { await _s.WaitAsync(); try { return await _c.GetStringAsync(u); } finally { _s.Release(); } } public Task M(List<string> all) => Task.WhenAll(all.Select(Turn));",
        "public async Task M(List<string> all) { var tasks = new List<Task>(); foreach (var u in all) { tasks.Add(Get(u)); if (tasks.Count == 5) { await Task.WhenAll(tasks); tasks.Clear(); } } await Task.WhenAll(tasks); }",
        "public void M(List<string> all) => Parallel.ForEach(all, new ParallelOptions { MaxDegreeOfParallelism = 4 }, u => Read(u));",
        "public void M(List<string> all, ParallelOptions o) => Parallel.ForEach(all, o, u => Read(u));",
        "public Task M(List<string> all) => Parallel.ForEachAsync(all, async (u, ct) => await Get(u));",
        "private readonly HttpClient _o = new(new SocketsHttpHandler { MaxConnectionsPerServer = 4 }) { Timeout = TimeSpan.FromSeconds(3) }; public Task M(List<string> all) => Task.WhenAll(all.Select(u => _o.GetStringAsync(u)));",

        "private readonly Polly.IAsyncPolicy _turns = Polly.Policy.WrapAsync(Polly.Policy.Handle<HttpRequestException>().WaitAndRetryAsync(3, n => TimeSpan.FromSeconds(n)), Polly.Policy.BulkheadAsync(4, 100)); public Task M(List<string> all) => Task.WhenAll(all.Select(u => _turns.ExecuteAsync(() => Get(u))));",
        "public Task M(List<string> all, Polly.ResiliencePipeline given) => Task.WhenAll(all.Select(u => given.ExecuteAsync(async _ => await Get(u)).AsTask()));",
        "public Task M(List<string> all, Polly.IAsyncPolicy given) => Task.WhenAll(all.Select(u => given.ExecuteAsync(() => Get(u))));",

        // No calls, or one after the other
        "public Task M(List<string> all) => Task.WhenAll(all.Select(u => Task.Delay(u.Length)));",
        "public async Task M(List<string> all) { foreach (var u in all) await Get(u); }",
        "public void M(List<string> all) => all.ForEach(u => Read(u));",
    };

    [Theory]
    [MemberData(nameof(Unbounded))]
    public Task UnboundedFanOut_Reports(string member) => Verify.VerifyAnalyzerAsync(Head + member + "\n}");

    [Theory]
    [MemberData(nameof(Quiet))]
    public Task BoundedFanOut_IsQuiet(string member) => Verify.VerifyAnalyzerAsync(Head + member + "\n}");

    /// <summary>As many workers as are to run at once.</summary>
    [Theory]
    [InlineData("workers")]
    [InlineData("maxConcurrency")]
    [InlineData("concurrentCalls")]
    [InlineData("parallelism")]
    [InlineData("threadCount")]
    [InlineData("consumers")]
    [InlineData("degree")]
    [InlineData("limit")]
    [InlineData("maxCalls")]
    public Task AsManyAsTheLimitSays_IsQuiet(string limit) => Verify.VerifyAnalyzerAsync(Head + $$"""
        public async Task M(int {{limit}}) { var tasks = new List<Task>(); for (var i = 0; i < {{limit}}; i++) { tasks.Add(Get("x" + i)); } await Task.WhenAll(tasks); }
        }
        """);

    /// <summary>What waits for its turn, whoever made it.</summary>
    [Theory]
    [InlineData("Wait")]
    [InlineData("WaitAsync")]
    [InlineData("WaitOne")]
    [InlineData("WaitOneAsync")]
    [InlineData("Acquire")]
    [InlineData("AcquireAsync")]
    [InlineData("AttemptAcquire")]
    [InlineData("EnterAsync")]
    [InlineData("LockAsync")]
    [InlineData("Lock")]
    [InlineData("Throttle")]
    [InlineData("ThrottleAsync")]
    public Task WaitsForItsTurn_IsQuiet(string member) => Verify.VerifyAnalyzerAsync(Head + Turns(member, "Task.WhenAll"));

    [Fact]
    public Task WaitsForNothing_Reports() => Verify.VerifyAnalyzerAsync(Head + Turns("Count", "[|Task.WhenAll|]"));

    private static string Turns(string member, string all) =>
        $"public interface ITurns {{ Task {member}(); }} public Task M(List<string> all, ITurns turns) => {all}(all.Select(async u => {{ await turns.{member}(); return await Get(u); }}));\n}}";

    [Fact]
    public Task RequestrrOmbiClient_CallForEachUser_Reports() => Verify.VerifyAnalyzerAsync(Head + """
        private async Task<string> HttpGetAsync(string url)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, url);
            using var response = await _c.SendAsync(request);
            return await response.Content.ReadAsStringAsync();
        }
        public async Task<string?> Find(string[] users)
        {
            string? linked = null;
            await [|Task.WhenAll|](users.Select(async x => { if (await HttpGetAsync("http://x/" + x) != "") { linked = x; } }));
            return linked;
        }
        }
        """);
}
