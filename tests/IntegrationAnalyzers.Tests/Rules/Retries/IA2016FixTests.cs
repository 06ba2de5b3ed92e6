using System.Threading.Tasks;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Retries.IA2016UnboundedFanOut>;

namespace IntegrationAnalyzers.Tests.Rules.Retries;

public class IA2016FixTests
{
    private const string Head = IA2016UnboundedFanOutTests.Head;

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
