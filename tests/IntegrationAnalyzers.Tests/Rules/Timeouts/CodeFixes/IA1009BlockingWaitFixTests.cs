using System.Threading.Tasks;
using Xunit;
using static IntegrationAnalyzers.Tests.Rules.Timeouts.IA1009BlockingWaitTests;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Timeouts.IA1009BlockingWait>;

namespace IntegrationAnalyzers.Tests.Rules.Timeouts.CodeFixes;

/// <summary>What the fix writes. Every test runs also as Fix All, and on files with other line ends.</summary>
public class IA1009BlockingWaitFixTests
{
    public static TheoryData<string, string> InAsyncFunctions => new()
    {
        { "return _c.GetStringAsync(u).[|Result|];", "return await _c.GetStringAsync(u);" },
        { "return _c.GetStringAsync(u).ConfigureAwait(false).GetAwaiter().[|GetResult|]();", "return await _c.GetStringAsync(u).ConfigureAwait(false);" },
        { "return Task.Factory.StartNew(() => _c.GetStringAsync(u)).Unwrap().[|Result|];", "return await Task.Factory.StartNew(() => _c.GetStringAsync(u)).Unwrap();" },
        { "_c.DeleteAsync(u).[|Wait|](); // gone\nreturn u;", "await _c.DeleteAsync(u); // gone\nreturn u;" },
        { "return _c.GetStringAsync(u).[|Result|].Trim();", "return (await _c.GetStringAsync(u)).Trim();" },
        { "return _c.GetAsync(u).[|Result|]?.ReasonPhrase ?? u;", "return (await _c.GetAsync(u))?.ReasonPhrase ?? u;" },
        { "return _c.GetStringAsync(u).[|Result|]!;", "return (await _c.GetStringAsync(u))!;" },
        { "return u + _c.GetStringAsync(u).[|Result|][0];", "return u + (await _c.GetStringAsync(u))[0];" },
        { "return _c.GetAsync(u).[|Result|].Content.ReadAsStringAsync().[|Result|];", "return await (await _c.GetAsync(u)).Content.ReadAsStringAsync();" },
        { "return (_c.GetStringAsync(u)).[|Result|];", "return await _c.GetStringAsync(u);" },
        { "var t = _c.GetStringAsync(u); return t.[|Result|];", "var t = _c.GetStringAsync(u); return await t;" },
        { "var t = _c.GetStringAsync(u); t.[|Wait|](); return t.Result;", "var t = _c.GetStringAsync(u); await t; return t.Result;" },
        { "return Task.Run(() => _c.GetStringAsync(u)).[|Result|];", "return await Task.Run(() => _c.GetStringAsync(u));" },
        { "return /* all */ _c\n    .GetStringAsync(u)\n    .[|Result|]; // end\n", "return /* all */ await _c\n    .GetStringAsync(u); // end\n" },
        { "Func<Task<string>> f = async () => { await Task.Yield(); return _c.GetStringAsync(u).[|Result|]; }; return await f();", "Func<Task<string>> f = async () => { await Task.Yield(); return await _c.GetStringAsync(u); }; return await f();" },
        { "async Task<string> F() { await Task.Yield(); return _c.GetStringAsync(u).[|Result|]; } return await F();", "async Task<string> F() { await Task.Yield(); return await _c.GetStringAsync(u); } return await F();" },
        { "try { return _c.GetStringAsync(u).[|Result|]; } catch (HttpRequestException) { return _c.GetStringAsync(u + 1).[|Result|]; }", "try { return await _c.GetStringAsync(u); } catch (HttpRequestException) { return await _c.GetStringAsync(u + 1); }" },
    };

    public static TheoryData<string, string> PrivateMethods => new()
    {
        {
            "public async Task<string> M(string u) => Get(u).Trim();\n    private string Get(string u) => _c.GetStringAsync(u).[|Result|];",
            "public async Task<string> M(string u) => (await Get(u)).Trim();\n    private async Task<string> Get(string u) => await _c.GetStringAsync(u);"
        },
        {
            "public async Task M(string u) { Send(u); this.Send(u); }\n    // Sends.\n    void Send(string u)\n    {\n        _c.DeleteAsync(u).[|Wait|]();\n        _c.GetAsync(u).[|Wait|]();\n    }",
            "public async Task M(string u) { await Send(u); await this.Send(u); }\n    // Sends.\n    async Task Send(string u)\n    {\n        await _c.DeleteAsync(u);\n        await _c.GetAsync(u);\n    }"
        },
        {
            "public async Task<int> M(string u) => Outer(u);\n    private int Outer(string u) => Inner(u).Length + _c.GetStringAsync(u).[|Result|].Length;\n    private string Inner(string u) => _c.GetStringAsync(u).[|Result|];",
            "public async Task<int> M(string u) => await Outer(u);\n    private async Task<int> Outer(string u) => (await Inner(u)).Length + (await _c.GetStringAsync(u)).Length;\n    private async Task<string> Inner(string u) => await _c.GetStringAsync(u);"
        },
        {
            "public async Task<string> M(string u) { await _c.DeleteAsync(u).ConfigureAwait(false); return Get(u); }\n    private string Get(string u) => _c.GetStringAsync(u).[|Result|];",
            "public async Task<string> M(string u) { await _c.DeleteAsync(u).ConfigureAwait(false); return await Get(u).ConfigureAwait(false); }\n    private async Task<string> Get(string u) => await _c.GetStringAsync(u).ConfigureAwait(false);"
        },
        {
            "public async Task<string> M(string u) => _c.GetStringAsync(Path(u)).[|Result|];\n    private string Path(string u) => _c.GetStringAsync(u).[|Result|];",
            "public async Task<string> M(string u) => await _c.GetStringAsync(await Path(u));\n    private async Task<string> Path(string u) => await _c.GetStringAsync(u);"
        },
    };

    public static TheoryData<string> NotOffered => new()
    {
        // Who calls would have to change.
        "public string M(string u) => _c.GetStringAsync(u).[|Result|];",
        "internal string M(string u) => _c.GetStringAsync(u).[|Result|];",
        "public string Text => _c.GetStringAsync(\"a\").[|Result|];",
        "private readonly string _text = new C()._c.GetStringAsync(\"a\").[|Result|];",
        "public string M(string u) => Get(u); private string Get(string u) => _c.GetStringAsync(u).[|Result|];",
        "public async Task<string[]> M(string[] u) => u.Select(Get).ToArray(); private string Get(string u) => _c.GetStringAsync(u).[|Result|];",
        "public async Task<string[]> M(string[] u) => u.Select(x => _c.GetStringAsync(x).[|Result|]).ToArray();",
        "private string Get(string u) => _c.GetStringAsync(u).[|Result|];",
        "public async Task<string> M(string u) { Get(u, out var x); return x; } private void Get(string u, out string x) => x = _c.GetStringAsync(u).[|Result|];",
        "public async Task<string> M(string u) => Get(u).First(); private IEnumerable<string> Get(string u) { yield return _c.GetStringAsync(u).[|Result|]; }",
        "public async Task<string> M(string u) => Get(u); [Obsolete] private string Get(string u) => _c.GetStringAsync(u).[|Result|];",
        "public Task<string> M(string u) { var t = _c.GetStringAsync(u).[|Result|]; return Task.FromResult(t); }",

        // The language does not let it, or it would mean something else.
        "public async Task<string> M(string u) { lock (_c) { return _c.GetStringAsync(u).[|Result|]; } }",
        "public async Task<string> M(string u) { try { return _c.GetStringAsync(u).[|Result|]; } catch (AggregateException) { return u; } }",
        "public async Task<string> M(string u) { try { return Get(u); } catch (AggregateException) { return u; } } private string Get(string u) => _c.GetStringAsync(u).[|Result|];",
        "public async Task<string[]> M(string[] us) => (from u in us select _c.GetStringAsync(u).[|Result|]).ToArray();",
        "public async Task<string> M(string u) { ReadOnlySpan<char> s = u; var t = _c.GetStringAsync(u).[|Result|]; return t + s.Length; }",
        "public async Task M(string u, CancellationToken ct) => _c.DeleteAsync(u).[|Wait|](ct);",
        "public async Task<string> M(HttpClient? c) => c?.GetStringAsync(\"a\").[|Result|] ?? \"\";",
        "public async Task<string> M(string u) => _c.GetStringAsync(u) /* now */ .[|Result|];",
    };

    [Theory]
    [MemberData(nameof(InAsyncFunctions))]
    public Task AsyncFunction_Awaits(string before, string after) =>
        Verify.VerifyCodeFixAsync(Source($"public async Task<string> M(string u) {{ {before} }}"), Source($"public async Task<string> M(string u) {{ {after} }}"));

    [Theory]
    [MemberData(nameof(PrivateMethods))]
    public Task PrivateMethod_BecomesAsyncWithItsCallers(string before, string after) => Verify.VerifyCodeFixAsync(Source(before), Source(after));

    [Theory]
    [MemberData(nameof(NotOffered))]
    public Task NothingSafeIsKnown_FixIsNotOffered(string members) => Verify.VerifyNoFixAsync(Source("\n#pragma warning disable CS0612, CS1998\n" + members));

    [Fact]
    public Task TaskIsNotImported_UsingIsAdded() => Verify.VerifyCodeFixAsync(
        """
        using System.Net.Http;

        public class C(HttpClient client)
        {
            public async System.Threading.Tasks.ValueTask<string> M(string u) => Get(u);

            private string Get(string u)
            {
                return client.GetStringAsync(u).[|Result|];
            }
        }
        """,
        """
        using System.Net.Http;
        using System.Threading.Tasks;

        public class C(HttpClient client)
        {
            public async System.Threading.Tasks.ValueTask<string> M(string u) => await Get(u);

            private async Task<string> Get(string u)
            {
                return await client.GetStringAsync(u);
            }
        }
        """);
}
