using System.Threading.Tasks;
using Xunit;
using static IntegrationAnalyzers.Tests.Rules.Timeouts.IA1009BlockingWaitTests;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Timeouts.IA1009BlockingWait>;

namespace IntegrationAnalyzers.Tests.Rules.Timeouts;

/// <summary>Several tasks that are waited for together.</summary>
public class IA1009GatheredTasksTests
{
    [Theory]
    [InlineData("public void M(string u) { var a = _c.GetStringAsync(u); var b = Task.Delay(1); Task.[|WaitAll|](b, a); }")]
    [InlineData("public string M(string u) { var a = _c.GetStringAsync(u); Task.[|WaitAll|](a); return a.Result; }")]
    [InlineData("public void M(string u) { var a = _c.GetStringAsync(u); Task.[|WaitAll|](new[] { a }); }")]
    [InlineData("public void M(string u) { var a = _c.GetStringAsync(u); Task.[|WaitAll|]([Task.Delay(1), a]); }")]
    [InlineData("public void M(string u, CancellationToken ct) { var a = _c.GetStringAsync(u); Task.[|WaitAll|](new Task[] { a }, ct); }")]
    [InlineData("public void M(string u) => Task.[|WaitAll|](Read(u), Read(u + \"b\")); private async Task Read(string u) => await _c.GetStringAsync(u);")]
    [InlineData("public void M(string[] us) { var tasks = us.Select(u => _c.GetStringAsync(u)).ToArray(); Task.[|WaitAll|](tasks); }")]
    [InlineData("public void M(string[] us) { var tasks = us.Select(u => _c.GetStringAsync(u)); Task.[|WaitAll|](tasks.ToArray()); }")]
    [InlineData("public void M(string[] us) { var tasks = new List<Task>(); foreach (var u in us) tasks.Add(_c.GetStringAsync(u)); if (tasks.Count > 0) Task.[|WaitAll|](tasks.ToArray()); }")]
    [InlineData("public void M(string[] us) { List<Task> tasks = new(); foreach (var u in us) { var t = Task.Run(() => _c.GetStringAsync(u)); tasks.Add(t); } Task.[|WaitAll|](tasks.ToArray()); }")]
    [InlineData("public void M(string u) { var tasks = new List<Task> { Task.Delay(1), _c.GetStringAsync(u) }; Task.WhenAll(tasks).[|Wait|](); }")]
    [InlineData("public string M(string u, string v) { var a = _c.GetStringAsync(u); var b = _c.GetStringAsync(v); Task.WhenAll(a, b).GetAwaiter().[|GetResult|](); return a.Result + b.Result; }")]
    [InlineData("public async Task<string> M(string u, string v) { var a = _c.GetStringAsync(u); var b = _c.GetStringAsync(v); Task.[|WaitAll|](a, b); return await a + await b; }")]
    [InlineData("public void M(string u) { var tasks = new List<Task>(); tasks.Add(new Task(() => Read(u))); tasks.ForEach(t => t.Start()); Task.[|WaitAll|](tasks.ToArray()); } private void Read(string u) => _c.Send(new HttpRequestMessage(HttpMethod.Get, u)).Dispose();")]
    public Task TasksOfOutboundCalls_Report(string members) => Verify.VerifyAnalyzerAsync(Source(members));

    [Theory]
    [InlineData("public void M() { var a = Task.Delay(1); Task.WaitAll(a, Task.Run(() => System.IO.File.ReadAllText(\"a\"))); }")]
    [InlineData("public bool M(string u) { var a = _c.GetStringAsync(u); return Task.WaitAll(new Task[] { a }, 1000); }")]
    [InlineData("public async Task M(string u) { var a = _c.GetStringAsync(u); await a; Task.WaitAll(a); }")]
    [InlineData("public async Task M(string u) { var tasks = new List<Task> { _c.GetStringAsync(u) }; await Task.WhenAll(tasks); Task.WaitAll(tasks.ToArray()); }")]
    [InlineData("public void M(string u, List<Task> tasks) { tasks.Add(_c.GetStringAsync(u)); Task.WaitAll(tasks.ToArray()); }")]
    [InlineData("public void M(string u) { var tasks = new List<Task> { _c.GetStringAsync(u) }; End(tasks); Task.WaitAll(tasks.ToArray()); } private static void End(List<Task> tasks) { }")]
    [InlineData("public void M(string u) { var tasks = new List<Task> { _c.GetStringAsync(u) }; tasks.ForEach(t => t.Wait(9)); Task.WaitAll(tasks.ToArray()); }")]
    [InlineData("public void M(string u) { var a = _c.GetStringAsync(u); WaitAll(a); } private static void WaitAll(Task t) { }")]
    [InlineData("static void Main() { var a = new C()._c.GetStringAsync(\"a\"); Task.WaitAll(a); }")]
    public Task OtherTasks_AreQuiet(string members) => Verify.VerifyAnalyzerAsync(Source(members));

    [Theory]
    [InlineData(
        "public async Task M(string u) { await Task.Yield(); var a = _c.GetStringAsync(u); Task.[|WaitAll|](a, /* at last */ Task.Delay(1)); }",
        "public async Task M(string u) { await Task.Yield(); var a = _c.GetStringAsync(u); await Task.WhenAll(a, /* at last */ Task.Delay(1)); }")]
    [InlineData(
        "public async Task M(string[] us) { await Task.Yield(); Warm(us); } private void Warm(string[] us) { var tasks = us.Select(u => _c.GetStringAsync(u)); Task.[|WaitAll|](tasks.ToArray()); }",
        "public async Task M(string[] us) { await Task.Yield(); await Warm(us); } private async Task Warm(string[] us) { var tasks = us.Select(u => _c.GetStringAsync(u)); await Task.WhenAll(tasks.ToArray()); }")]
    public Task Fix_AwaitsThemAll(string members, string mended) => Verify.VerifyCodeFixAsync(Source(members), Source(mended));

    [Fact]
    public Task WaitThatEndsWithAToken_NoFix() => Verify.VerifyNoFixAsync(Source(
        "public async Task M(string u, CancellationToken ct) { await Task.Yield(); var a = _c.GetStringAsync(u); Task.[|WaitAll|](new Task[] { a }, ct); }"));
}
