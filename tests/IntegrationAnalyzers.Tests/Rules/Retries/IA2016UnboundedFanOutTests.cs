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
    [InlineData("public Task M(List<string> all) => [|Task.WhenAll|](all.Select(u => Get(u)));")]
    [InlineData("public async Task M(List<string> all) { var n = 0; await [|Task.WhenAll|](all.Select(async u => { n++; await Get(u); })); }")]
    [InlineData("public async Task M(List<string> all) { var n = 0; await [|Task.WhenAll|](all.Select(async u => { if (u != \"\") await Get(u); n++; })); }")]
    [InlineData("public async Task M(List<string> all) { var texts = all.Select(Get).ToList(); Console.WriteLine(all.Count); await [|Task.WhenAll|](texts); }")]
    [InlineData("public async Task M(List<string> all) { var tasks = new List<Task>(); foreach (var u in all) tasks.Add(Get(u)); await [|Task.WhenAll|](tasks); }")]
    [InlineData("public async Task M(List<string> all) { var texts = await [|Task.WhenAll|](all.Select(u => { var x = u + 1; return Get(x); })); }")]
    [InlineData("public async Task M(List<string> all) { if (all.Count > 0) await [|Task.WhenAll|](all.Select(Get)); }")]
    [InlineData("public void M(List<string> all) => [|Task.WaitAll|](all.Select(Get).ToArray());")]
    [InlineData("public void M(List<string> all) { var tasks = new List<Task>(); foreach (var u in all) tasks.Add(Get(u)); [|Task.WaitAll|](tasks.ToArray()); }")]
    [InlineData("public void M(int n) => [|Parallel.For|](0, n, i => Read(\"x\" + i));")]
    public Task OtherShapes_NoFixIsOffered(string member) => Verify.VerifyNoFixAsync(Head + member + "\n}");

    [Fact]
    public Task ResultsThatAreTaken_WaitForTheirTurn() => Verify.VerifyCodeFixAsync(
        Head + """
            public async Task A(List<string> all)
            {
                // All.
                var texts = await [|Task.WhenAll|](all
                    .Where(u => u != "")
                    .Select(u => Get(u))); // at once
                var again = await [|Task.WhenAll|](all.Select(async (u, i) => (await Get(u + i)).Length));
                Console.WriteLine(texts.Length + again.Length);
            }

            public async Task<string[]> B(List<string> all) // Its tasks first.
            {
                var tasks = all.Select(Get).ToArray();
                return await [|Task.WhenAll|](tasks);
            }

            public async Task E(IEnumerable<string> limit)
            {
                IEnumerable<Task> tasks = limit.Select(u => u == "" ? Task.CompletedTask : Get(u));
                await [|Task.WhenAll|](tasks);
            }
        }
        """,
        Head + """
            public async Task A(List<string> all)
            {
                // All.
                using var limit = new SemaphoreSlim(8);
                var texts = await Task.WhenAll(all
                    .Where(u => u != "")
                    .Select(async u =>
                    {
                        await limit.WaitAsync();
                        try
                        {
                            return await Get(u);
                        }
                        finally
                        {
                            limit.Release();
                        }
                    })); // at once
                using var limit2 = new SemaphoreSlim(8);
                var again = await Task.WhenAll(all.Select(async (u, i) =>
                {
                    await limit2.WaitAsync();
                    try
                    {
                        return (await Get(u + i)).Length;
                    }
                    finally
                    {
                        limit2.Release();
                    }
                }));
                Console.WriteLine(texts.Length + again.Length);
            }

            public async Task<string[]> B(List<string> all) // Its tasks first.
            {
                using var limit = new SemaphoreSlim(8);
                var tasks = all.Select(async item =>
                {
                    await limit.WaitAsync();
                    try
                    {
                        return await Get(item);
                    }
                    finally
                    {
                        limit.Release();
                    }
                }).ToArray();
                return await Task.WhenAll(tasks);
            }

            public async Task E(IEnumerable<string> limit)
            {
                using var limit2 = new SemaphoreSlim(8);
                IEnumerable<Task> tasks = limit.Select(async u =>
                {
                    await limit2.WaitAsync();
                    try
                    {
                        await (u == "" ? Task.CompletedTask : Get(u));
                    }
                    finally
                    {
                        limit2.Release();
                    }
                });
                await Task.WhenAll(tasks);
            }
        }
        """);

    [Fact]
    public Task CallsThatWriteToWhatTheyShareBehindTheirWait_WaitForTheirTurn() => Verify.VerifyCodeFixAsync(
        Head + """
            public async Task A(List<string> all)
            {
                var found = new List<string>();
                await [|Task.WhenAll|](all.Select(async u =>
                {
                    // One of them.
                    var text = await Get(
                        u);

                    found.Add(text);
                }));
                Console.WriteLine(found.Count);
            }

            public async Task B(List<string> all)
            {
                string? last = null;
                await [|Task.WhenAll|](all.Select(async u =>
                {
                    try
                    {
                        last = await Get(u);
                    }
                    catch (HttpRequestException ex)
                    {
                        Console.WriteLine(ex);
                        throw;
                    }
                }));
                Console.WriteLine(last);
            }

            public async Task D(List<string> all)
            {
                var n = 0;
                await [|Task.WhenAll|](all.Select(async u => { await Get(u); n++; }));
            }
        }
        """,
        Head + """
            public async Task A(List<string> all)
            {
                var found = new List<string>();
                using var limit = new SemaphoreSlim(8);
                await Task.WhenAll(all.Select(async u =>
                {
                    await limit.WaitAsync();
                    try
                    {
                        // One of them.
                        var text = await Get(
                            u);

                        found.Add(text);
                    }
                    finally
                    {
                        limit.Release();
                    }
                }));
                Console.WriteLine(found.Count);
            }

            public async Task B(List<string> all)
            {
                string? last = null;
                using var limit = new SemaphoreSlim(8);
                await Task.WhenAll(all.Select(async u =>
                {
                    await limit.WaitAsync();
                    try
                    {
                        last = await Get(u);
                    }
                    catch (HttpRequestException ex)
                    {
                        Console.WriteLine(ex);
                        throw;
                    }
                    finally
                    {
                        limit.Release();
                    }
                }));
                Console.WriteLine(last);
            }

            public async Task D(List<string> all)
            {
                var n = 0;
                using var limit = new SemaphoreSlim(8);
                await Task.WhenAll(all.Select(async u =>
                {
                    await limit.WaitAsync();
                    try
                    {
                        await Get(u); n++;
                    }
                    finally
                    {
                        limit.Release();
                    }
                }));
            }
        }
        """);

    [Fact]
    public Task FileThatGoesOnAnywhere_KeepsToIt() => Verify.VerifyCodeFixAsync(
        Head + """
            public async Task<string> A(List<string> all)
            {
                var texts = await [|Task.WhenAll|](all.Select(u => Get(u))).ConfigureAwait(false);
                return texts[0];
            }
        }
        """,
        Head + """
            public async Task<string> A(List<string> all)
            {
                using var limit = new SemaphoreSlim(8);
                var texts = await Task.WhenAll(all.Select(async u =>
                {
                    await limit.WaitAsync().ConfigureAwait(false);
                    try
                    {
                        return await Get(u).ConfigureAwait(false);
                    }
                    finally
                    {
                        limit.Release();
                    }
                })).ConfigureAwait(false);
                return texts[0];
            }
        }
        """);

    [Theory]
    [InlineData("CancellationToken token", "token")]
    [InlineData("CancellationToken one, CancellationToken other", "")]
    public Task WaitForATurn_EndsWithTheToken(string parameters, string passed) => Verify.VerifyCodeFixAsync(
        Head + $$"""
            public async Task<int> A(List<string> all, {{parameters}})
            {
                var texts = await [|Task.WhenAll|](all.Select(u => Get(u)));
                return texts.Length;
            }
        }
        """,
        Head + $$"""
            public async Task<int> A(List<string> all, {{parameters}})
            {
                using var limit = new SemaphoreSlim(8);
                var texts = await Task.WhenAll(all.Select(async u =>
                {
                    await limit.WaitAsync({{passed}});
                    try
                    {
                        return await Get(u);
                    }
                    finally
                    {
                        limit.Release();
                    }
                }));
                return texts.Length;
            }
        }
        """);
}
