using System.Threading.Tasks;
using IntegrationAnalyzers.Tests.Verification;
using Xunit;
using static IntegrationAnalyzers.Tests.Rules.Timeouts.IA1004BodyWithoutDeadlineTests;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Timeouts.IA1004BodyWithoutDeadline>;

namespace IntegrationAnalyzers.Tests.Rules.Timeouts.CodeFixes;

/// <summary>What the fix writes. Every test runs also as Fix All, and on files with other line ends.</summary>
public class IA1004BodyWithoutDeadlineFixTests
{
    private const string H = "HttpCompletionOption.ResponseHeadersRead";

    public static TheoryData<string, string> Tokens => new()
    {
        {
            $"public async Task<string> M(string u, CancellationToken ct) {{ using var r = await _c.GetAsync(u, {H}, ct); return await r.Content.[|ReadAsStringAsync|](); }}",
            $"public async Task<string> M(string u, CancellationToken ct) {{ using var r = await _c.GetAsync(u, {H}, ct); return await r.Content.ReadAsStringAsync(ct); }}"
        },
        {
            $"public async Task<string> M(string u, CancellationToken ct) {{ using var r = await _c.GetAsync(u, {H}); return await r.Content.[|ReadAsStringAsync|]().ConfigureAwait(false); }}",
            $"public async Task<string> M(string u, CancellationToken ct) {{ using var r = await _c.GetAsync(u, {H}); return await r.Content.ReadAsStringAsync(ct).ConfigureAwait(false); }}"
        },
        {
            $"public async Task M(string u, Stream f, CancellationToken ct) {{ using var s = new CancellationTokenSource(5000); using var r = await _c.GetAsync(u, {H}, s.Token); await r.Content.[|CopyToAsync|](f /* all */); }}",
            $"public async Task M(string u, Stream f, CancellationToken ct) {{ using var s = new CancellationTokenSource(5000); using var r = await _c.GetAsync(u, {H}, s.Token); await r.Content.CopyToAsync(f, s.Token /* all */); }}"
        },
        {
            "public async Task<int> M(string u, CancellationToken ct) => await System.Text.Json.JsonSerializer.[|DeserializeAsync|]<int>(await _c.GetStreamAsync(u, ct));",
            "public async Task<int> M(string u, CancellationToken ct) => await System.Text.Json.JsonSerializer.DeserializeAsync<int>(await _c.GetStreamAsync(u, ct), cancellationToken: ct);"
        },
        {
            "public async Task<string?> M(string u, CancellationToken ct) { using var reader = new StreamReader(await _c.GetStreamAsync(u)); return await reader.[|ReadLineAsync|](); }",
            "public async Task<string?> M(string u, CancellationToken ct) { using var reader = new StreamReader(await _c.GetStreamAsync(u)); return await reader.ReadLineAsync(ct); }"
        },
        {
            "public async Task M(string u, CancellationToken ct) { await foreach (var x in _c.[|GetFromJsonAsAsyncEnumerable|]<string>(u)) Console.WriteLine(x); }",
            "public async Task M(string u, CancellationToken ct) { await foreach (var x in _c.GetFromJsonAsAsyncEnumerable<string>(u, ct)) Console.WriteLine(x); }"
        },
        {
            $"public async Task M(string u, Microsoft.AspNetCore.Http.HttpContext context) {{ using var r = await _c.GetAsync(u, {H}); await r.Content.[|CopyToAsync|](context.Response.Body); }}",
            $"public async Task M(string u, Microsoft.AspNetCore.Http.HttpContext context) {{ using var r = await _c.GetAsync(u, {H}); await r.Content.CopyToAsync(context.Response.Body, context.RequestAborted); }}"
        },
    };

    public static TheoryData<string> NotOffered => new()
    {
        // The read takes no token.
        "public async Task<string> M(string u, CancellationToken ct) { using var reader = new StreamReader(await _c.GetStreamAsync(u)); return reader.[|ReadToEnd|](); }",

        // A deadline would bound more than the read.
        "public async Task M(string u) { await foreach (var x in _c.[|GetFromJsonAsAsyncEnumerable|]<string>(u)) Console.WriteLine(x); }",
        "public async Task M(string u) { using var reader = new StreamReader(await _c.GetStreamAsync(u)); while (await reader.[|ReadLineAsync|]() is { } line) Console.WriteLine(line); }",

        // The reader itself waits for the end before that.
        "public async Task M(string u) { using var reader = new StreamReader(await _c.GetStreamAsync(u)); while (!reader.EndOfStream) { var line = await reader.[|ReadLineAsync|](); Console.WriteLine(line); } }",
        "public async Task M(string u, CancellationToken ct) { using var reader = new StreamReader(await _c.GetStreamAsync(u, ct)); while (!reader.EndOfStream) { var line = await reader.[|ReadLineAsync|](); Console.WriteLine(line); } }",
        "public async Task M(string u) { using var reader = new StreamReader(await _c.GetStreamAsync(u)); while (true) { if (reader.EndOfStream) break; var line = await reader.[|ReadLineAsync|](); Console.WriteLine(line); } }",

        // There is no statement to put it before, or it would be gone before the read is done.
        "public async Task<int> M(string u) => await System.Text.Json.JsonSerializer.[|DeserializeAsync|]<int>(await _c.GetStreamAsync(u));",
        $"public async Task<Task<string>> M(string u) {{ var r = await _c.GetAsync(u, {H}); return r.Content.[|ReadAsStringAsync|](); }}",
    };

    [Theory]
    [MemberData(nameof(Tokens))]
    public Task TokenAtHand_IsPassed(string before, string after) => Verify.VerifyCodeFixAsync(Source(before), Source(after));

    [Theory]
    [MemberData(nameof(NotOffered))]
    public Task NothingSafeIsKnown_FixIsNotOffered(string members) => Verify.VerifyNoFixAsync(Source(members));

    [Fact]
    public Task NoTokenInScope_GetsADeadlineOfItsOwn() => Verify.VerifyCodeFixAsync(
        """
        using System.Net.Http;
        using System.Threading.Tasks;

        public class C(HttpClient client)
        {
            public async Task<string> M(string u)
            {
                using var first = await client.GetAsync(u, HttpCompletionOption.ResponseHeadersRead);
                using var second = await client.GetAsync(u, HttpCompletionOption.ResponseHeadersRead);

                // Both.
                var a = await first.Content.[|ReadAsStringAsync|](); // one
                var b = await second.Content.[|ReadAsStringAsync|]();
                return a + b;
            }
        }
        """,
        """
        using System;
        using System.Net.Http;
        using System.Threading;
        using System.Threading.Tasks;

        public class C(HttpClient client)
        {
            public async Task<string> M(string u)
            {
                using var first = await client.GetAsync(u, HttpCompletionOption.ResponseHeadersRead);
                using var second = await client.GetAsync(u, HttpCompletionOption.ResponseHeadersRead);

                // Both.
                using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(30));
                var a = await first.Content.ReadAsStringAsync(deadline.Token); // one
                using var deadline2 = new CancellationTokenSource(TimeSpan.FromSeconds(30));
                var b = await second.Content.ReadAsStringAsync(deadline2.Token);
                return a + b;
            }
        }
        """);

    /// <summary>erpnet/ErpNet.Api.Client, ODataService: its author knows how long a body may take.</summary>
    [Theory]
    [InlineData("TimeSpan.FromMinutes(60)", 3600)]
    [InlineData("TimeSpan.FromSeconds(5)", 30)]
    [InlineData("Timeout.InfiniteTimeSpan", 30)]
    [InlineData("length", 30)]
    public Task TypeThatGivesItsClientMore_ODataService_GetsAsMuch(string own, int seconds) => Verify.VerifyCodeFixAsync(OwnTimeout(own, "", "[|ReadAsStringAsync|]()"), OwnTimeout(own, $"\n        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds({seconds}));", "ReadAsStringAsync(deadline.Token)"));

    private static string OwnTimeout(string own, string deadline, string read) => $$"""
        using System;
        using System.Net.Http;
        using System.Threading;
        using System.Threading.Tasks;

        public class C
        {
            private readonly HttpClient _client;

            public C(HttpClient client, TimeSpan length)
            {
                _client = client;
                client.Timeout = {{own}};
            }

            public async Task<string> M(string u)
            {
                using var first = await _client.GetAsync(u, HttpCompletionOption.ResponseHeadersRead);{{deadline}}
                return await first.Content.{{read}};
            }
        }
        """;

    /// <summary>A refund goes on when its caller has left: the caller's token must not reach it.</summary>
    [Fact]
    public Task CancellationTokenNone_IsNotReplacedByTheCallersToken() => Verify.VerifyCodeFixAsync(
        """
        using System;
        using System.Net.Http;
        using System.Threading;
        using System.Threading.Tasks;

        public class Refunds(HttpClient client)
        {
            public async Task<string> RefundAsync(HttpRequestMessage refund, CancellationToken cancellationToken)
            {
                using var response = await client.SendAsync(refund, HttpCompletionOption.ResponseHeadersRead, CancellationToken.None);
                return await response.Content.[|ReadAsStringAsync|]();
            }
        }
        """,
        """
        using System;
        using System.Net.Http;
        using System.Threading;
        using System.Threading.Tasks;

        public class Refunds(HttpClient client)
        {
            public async Task<string> RefundAsync(HttpRequestMessage refund, CancellationToken cancellationToken)
            {
                using var response = await client.SendAsync(refund, HttpCompletionOption.ResponseHeadersRead, CancellationToken.None);
                using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(30));
                return await response.Content.ReadAsStringAsync(deadline.Token);
            }
        }
        """);

    [Fact]
    public Task FrameworkWithoutTheOverload_FixIsNotOffered() => new Verify.Test
    {
        TestCode = """
            using System.Net.Http;
            using System.Threading;
            using System.Threading.Tasks;

            public class C
            {
                private readonly HttpClient _client;

                public C(HttpClient client) => _client = client;

                public async Task<string> M(string u, CancellationToken cancellationToken)
                {
                    using (var response = await _client.GetAsync(u, HttpCompletionOption.ResponseHeadersRead, cancellationToken))
                        return await response.Content.[|ReadAsStringAsync|]();
                }
            }
            """,
        References = TestReferences.NetStandard20,
        OffersNoFix = true,
    }.RunAsync();

    [Fact]
    public Task BufferedCall_IsPassedTheTokenInScope() => Verify.VerifyCodeFixAsync(
        Registered("s.AddHttpClient<Api>().AddStandardResilienceHandler();", "_c.[|GetStringAsync|](u)"),
        Registered("s.AddHttpClient<Api>().AddStandardResilienceHandler();", "_c.GetStringAsync(u, ct)"));

    /// <summary>A file takes as long as a client waits by itself, as for a new client's timeout.</summary>
    [Fact]
    public Task FileThatIsCopied_IsGivenTheTimeOfAFile() => Verify.VerifyCodeFixAsync(
        """
        using System.IO;
        using System.Net.Http;
        using System.Threading.Tasks;

        public class Recordings(HttpClient client)
        {
            public async Task Save(string u, Stream file)
            {
                using var response = await client.GetAsync(u, HttpCompletionOption.ResponseHeadersRead);
                await response.Content.[|CopyToAsync|](file);
            }
        }
        """,
        """
        using System;
        using System.IO;
        using System.Net.Http;
        using System.Threading;
        using System.Threading.Tasks;

        public class Recordings(HttpClient client)
        {
            public async Task Save(string u, Stream file)
            {
                using var response = await client.GetAsync(u, HttpCompletionOption.ResponseHeadersRead);
                using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(100));
                await response.Content.CopyToAsync(file, deadline.Token);
            }
        }
        """);
}
