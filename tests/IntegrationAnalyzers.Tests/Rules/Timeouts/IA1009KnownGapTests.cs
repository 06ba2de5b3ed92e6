using System.Threading.Tasks;
using Xunit;
using static IntegrationAnalyzers.Tests.Rules.Timeouts.IA1009BlockingWaitTests;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Timeouts.IA1009BlockingWait>;

namespace IntegrationAnalyzers.Tests.Rules.Timeouts;

public class IA1009KnownGapTests
{
    [Fact(Skip = "Known gap: A task that is kept in a field or a list, or handed in by a parameter, is unknown, and so it is quiet; so is task?.Result")]
    public Task TaskInAField_Reports() => Verify.VerifyAnalyzerAsync(Source(
        "private Task<string>? _t; public void Start(string u) => _t = _c.GetStringAsync(u); public string End() => _t!.[|Result|];"));

    [Fact(Skip = "Known gap: An awaiter that is kept in a variable is not followed")]
    public Task Awaiter_Reports() => Verify.VerifyAnalyzerAsync(Source("public string M(string u) { var a = _c.GetStringAsync(u).GetAwaiter(); return a.[|GetResult|](); }"));

    [Fact(Skip = "Known gap: A task of a delegate (Func<Task<T>>) that is not in sight is unknown")]
    public Task DelegateParameter_Reports() => Verify.VerifyAnalyzerAsync(Source(
        "public string M(string u) => Run(() => _c.GetStringAsync(u)); private static string Run(Func<Task<string>> f) => f().[|Result|];"));
}
