using System.Threading.Tasks;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Retries.IA2016UnboundedFanOut>;

namespace IntegrationAnalyzers.Tests.Rules.Retries;

public class IA2016UnboundedFanOutTests
{
    private const string Head = """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Net.Http;
        using System.Threading;
        using System.Threading.Tasks;

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
        "public async Task M(List<string> all) { var tasks = all.Select(u => Get(u)).ToArray(); await [|Task.WhenAll|](tasks); }",
        "public Task M(List<string> all) => [|Task.WhenAll|](from u in all select Get(u));",
        "public async Task M(List<string> all) { var tasks = new List<Task>(); foreach (var u in all) { tasks.Add(Get(u)); } await [|Task.WhenAll|](tasks); }",
        "public void M(List<string> all) => [|Parallel.ForEach|](all, u => Read(u));",
        "public void M(List<string> all) => [|Parallel.ForEach|](all, new ParallelOptions(), u => Read(u));",
        "public void M(int n) => [|Parallel.For|](0, n, i => Read(\"x\" + i));",
        "public Task M() => [|Task.WhenAll|](Enumerable.Range(0, 500).Select(i => Get(\"x\" + i)));",
        "public Task M(List<string> all) => [|Task.WhenAll|](all.Select((u, i) => Get(u + i)));",
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

        // Limited
        "private readonly SemaphoreSlim _s = new(4); public Task M(List<string> all) => Task.WhenAll(all.Select(async u => { await _s.WaitAsync(); try { return await Get(u); } finally { _s.Release(); } }));",
        "private readonly SemaphoreSlim _s = new(4); private async Task<string> Turn(string u) { await _s.WaitAsync(); try { return await Get(u); } finally { _s.Release(); } } public Task M(List<string> all) => Task.WhenAll(all.Select(u => Turn(u)));",
        "private readonly SemaphoreSlim _s = new(4); public async Task M(List<string> all) { var tasks = new List<Task>(); foreach (var u in all) { await _s.WaitAsync(); tasks.Add(Get(u)); } await Task.WhenAll(tasks); }",
        "public async Task M(List<string> all) { var tasks = new List<Task>(); foreach (var u in all) { tasks.Add(Get(u)); if (tasks.Count == 5) { await Task.WhenAll(tasks); tasks.Clear(); } } await Task.WhenAll(tasks); }",
        "public void M(List<string> all) => Parallel.ForEach(all, new ParallelOptions { MaxDegreeOfParallelism = 4 }, u => Read(u));",
        "public void M(List<string> all, ParallelOptions o) => Parallel.ForEach(all, o, u => Read(u));",
        "public Task M(List<string> all) => Parallel.ForEachAsync(all, async (u, ct) => await Get(u));",
        "private readonly HttpClient _o = new(new SocketsHttpHandler { MaxConnectionsPerServer = 4 }) { Timeout = TimeSpan.FromSeconds(3) }; public Task M(List<string> all) => Task.WhenAll(all.Select(u => _o.GetStringAsync(u)));",

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

    [Fact]
    public Task CallsNobodyTakesTheResultsOf_AreFixed() => Verify.VerifyCodeFixAsync(
        Head + """
            public async Task A(List<string> all)
            {
                // All.
                await [|Task.WhenAll|](all.Where(u => u != "").Select(u => Get(u))); // at once
            }

            public async Task B(List<string> all)
            {
                await [|Task.WhenAll|](all.Select(async u =>
                {
                    var text = await Get(u);
                    Console.WriteLine(text);
                }));
            }

            public void D(List<string> all) => [|Parallel.ForEach|](all, u => Read(u));
        }
        """,
        Head + """
            public async Task A(List<string> all)
            {
                // All.
                await Parallel.ForEachAsync(all.Where(u => u != ""), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (u, _) => await Get(u)); // at once
            }

            public async Task B(List<string> all)
            {
                await Parallel.ForEachAsync(all, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (u, _) =>
                {
                    var text = await Get(u);
                    Console.WriteLine(text);
                });
            }

            public void D(List<string> all) => Parallel.ForEach(all, new ParallelOptions { MaxDegreeOfParallelism = 8 }, u => Read(u));
        }
        """);

    [Theory]
    [InlineData("public async Task M(List<string> all) { var texts = await [|Task.WhenAll|](all.Select(u => Get(u))); }")]
    [InlineData("public Task M(List<string> all) => [|Task.WhenAll|](all.Select(u => Get(u)));")]
    [InlineData("public async Task M(List<string> all) { await [|Task.WhenAll|](all.Select((u, i) => Get(u + i))); }")]
    [InlineData("public async Task M(List<string> all) { await [|Task.WhenAll|](all.Select(async u => { return await Get(u); })); }")]
    [InlineData("public async Task M(List<string> all) { var found = new List<string>(); await [|Task.WhenAll|](all.Select(async u => { found.Add(await Get(u)); })); }")]
    [InlineData("public async Task M(List<string> all) { var n = 0; await [|Task.WhenAll|](all.Select(async u => { await Get(u); n++; })); }")]
    [InlineData("public async Task M(List<string> all) { var d = new Dictionary<string, string>(); await [|Task.WhenAll|](all.Select(async u => { d[u] = await Get(u); })); }")]
    [InlineData("public void M(int n) => [|Parallel.For|](0, n, i => Read(\"x\" + i));")]
    public Task OtherShapes_NoFixIsOffered(string member) => Verify.VerifyNoFixAsync(Head + member + "\n}");
}
