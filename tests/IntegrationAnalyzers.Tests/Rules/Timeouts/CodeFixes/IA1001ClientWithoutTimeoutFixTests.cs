using System.Threading.Tasks;
using IntegrationAnalyzers.Tests.Verification;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.ConfiguredVerifier<IntegrationAnalyzers.Rules.Timeouts.IA1001ClientWithoutTimeout, IntegrationAnalyzers.Tests.Rules.Timeouts.ClientPerCallOff>;

namespace IntegrationAnalyzers.Tests.Rules.Timeouts.CodeFixes;

/// <summary>What the fix writes. Every test runs also as Fix All, and on files with other line ends.</summary>
public class IA1001ClientWithoutTimeoutFixTests
{
    private const string Span = "Timeout = TimeSpan.FromSeconds(30)";

    public static TheoryData<string, string> Expressions => new()
    {
        { "[|new HttpClient()|]", $"new HttpClient {{ {Span} }}" },
        { "[|new System.Net.Http.HttpClient()|]", $"new System.Net.Http.HttpClient {{ {Span} }}" },
        { "[|new()|]", $"new() {{ {Span} }}" },
        { "[|new(new HttpClientHandler())|]", $"new(new HttpClientHandler()) {{ {Span} }}" },
        { "[|new HttpClient(new HttpClientHandler { UseProxy = false }, true)|]", $"new HttpClient(new HttpClientHandler {{ UseProxy = false }}, true) {{ {Span} }}" },
        { "[|new HttpClient( /* default */ )|]", $"new HttpClient( /* default */ ) {{ {Span} }}" },
        { "[|new HttpClient { }|]", $"new HttpClient {{ {Span} }}" },
        { "[|new HttpClient { MaxResponseContentBufferSize = 5 }|]", $"new HttpClient {{ MaxResponseContentBufferSize = 5, {Span} }}" },
        { "[|new HttpClient { MaxResponseContentBufferSize = 5, }|]", $"new HttpClient {{ MaxResponseContentBufferSize = 5, {Span}, }}" },
        { "[|new HttpClient() { MaxResponseContentBufferSize = 5 /* five */ }|]", $"new HttpClient() {{ MaxResponseContentBufferSize = 5, {Span} /* five */ }}" },
        { "b ? [|new HttpClient()|] : new HttpClient(new HttpClientHandler())", $"b ? new HttpClient {{ {Span} }} : new HttpClient(new HttpClientHandler()) {{ {Span} }}" },
        { "b ? new HttpClient { Timeout = TimeSpan.FromSeconds(1) } : [|new HttpClient()|]", $"b ? new HttpClient {{ Timeout = TimeSpan.FromSeconds(1) }} : new HttpClient {{ {Span} }}" },
        { "b switch { true => [|new HttpClient()|], _ => new HttpClient() }", $"b switch {{ true => new HttpClient {{ {Span} }}, _ => new HttpClient {{ {Span} }} }}" },
    };

    [Theory]
    [MemberData(nameof(Expressions))]
    public Task Expression_IsFixed(string before, string after) =>
        Verify.VerifyCodeFixAsync(
            ClientSource.Class($"public System.Threading.Tasks.Task<string> M(string u, bool b) {{ HttpClient c = {before}; return c.GetStringAsync(u); }}"),
            ClientSource.Class($"public System.Threading.Tasks.Task<string> M(string u, bool b) {{ HttpClient c = {after}; return c.GetStringAsync(u); }}"));

    [Fact]
    public Task InitializerOnSeveralLines_KeepsCommentsAndLayout_IsFixed() =>
        Verify.VerifyCodeFixAsync(
            """
            using System;
            using System.Net.Http;
            using System.Threading.Tasks;

            public class C
            {
                // One for all.
                private static readonly HttpClient Http = [|new HttpClient(new HttpClientHandler
                {
                    UseProxy = false,
                })
                {
                    // The sandbox.
                    BaseAddress = new Uri("http://x/"), // with a slash
                    MaxResponseContentBufferSize = 1024 // small
                }|]; // end

                private readonly HttpClient _other = [|new()
                {
                    MaxResponseContentBufferSize = 1024, // small
                }|];

                public async Task M(string u)
                {
                    using (var client = [|new HttpClient()|]) // short
                    {
                        await client.GetAsync(u);
                    }

                    await Http.GetAsync(u);
                    await _other.GetAsync(u);
                }
            }
            """,
            """
            using System;
            using System.Net.Http;
            using System.Threading.Tasks;

            public class C
            {
                // One for all.
                private static readonly HttpClient Http = new HttpClient(new HttpClientHandler
                {
                    UseProxy = false,
                })
                {
                    // The sandbox.
                    BaseAddress = new Uri("http://x/"), // with a slash
                    MaxResponseContentBufferSize = 1024, // small
                    Timeout = TimeSpan.FromSeconds(30)
                }; // end

                private readonly HttpClient _other = new()
                {
                    MaxResponseContentBufferSize = 1024, // small
                    Timeout = TimeSpan.FromSeconds(30),
                };

                public async Task M(string u)
                {
                    using (var client = new HttpClient { Timeout = TimeSpan.FromSeconds(30) }) // short
                    {
                        await client.GetAsync(u);
                    }

                    await Http.GetAsync(u);
                    await _other.GetAsync(u);
                }
            }
            """);

    [Fact]
    public Task MissingUsing_IsAdded() =>
        Verify.VerifyCodeFixAsync(
            """
            using System.Net.Http;
            using System.Threading.Tasks;

            public class C
            {
                private readonly HttpClient _c = [|new()|];
                public Task<string> M(string u) => _c.GetStringAsync(u);
            }
            """,
            """
            using System;
            using System.Net.Http;
            using System.Threading.Tasks;

            public class C
            {
                private readonly HttpClient _c = new() { Timeout = TimeSpan.FromSeconds(30) };
                public Task<string> M(string u) => _c.GetStringAsync(u);
            }
            """);

    [Fact]
    public Task OtherTypeNamedTimeSpan_IsFixedWithTheFullName() =>
        Verify.VerifyCodeFixAsync(
            """
            using System.Net.Http;
            using System.Threading.Tasks;

            public class C
            {
                private class TimeSpan { }
                private readonly HttpClient _c = [|new()|];
                public Task<string> M(string u) => _c.GetStringAsync(u);
            }
            """,
            """
            using System.Net.Http;
            using System.Threading.Tasks;

            public class C
            {
                private class TimeSpan { }
                private readonly HttpClient _c = new() { Timeout = global::System.TimeSpan.FromSeconds(30) };
                public Task<string> M(string u) => _c.GetStringAsync(u);
            }
            """);

    [Fact]
    public Task SecondsFromOption_AreWritten()
    {
        var test = new Verify.Test
        {
            TestCode = ClientSource.Class("public System.Threading.Tasks.Task<string> M(string u) => [|new HttpClient()|].GetStringAsync(u);"),
            FixedCode = ClientSource.Class("public System.Threading.Tasks.Task<string> M(string u) => new HttpClient { Timeout = TimeSpan.FromSeconds(7) }.GetStringAsync(u);"),
        };
        test.TestState.AnalyzerConfigFiles.Add(("/.editorconfig", "root = true\n[*.cs]\nintegration_analyzers.ia1001.default_timeout_seconds = 7\n"));
        return test.RunAsync();
    }

    [Fact]
    public Task Lambda_Container_DerivedClass_AreFixed() =>
        Verify.VerifyCodeFixAsync(
            ClientSource.Class("class Own : HttpClient { } public void M(IServiceCollection s, string u) { s.AddSingleton(_ => [|new HttpClient()|]); _ = [|new Own()|].GetStringAsync(u); Func<HttpClient> f = () => [|new()|]; f().Send(new HttpRequestMessage()); }"),
            ClientSource.Class($"class Own : HttpClient {{ }} public void M(IServiceCollection s, string u) {{ s.AddSingleton(_ => new HttpClient {{ {Span} }}); _ = new Own {{ {Span} }}.GetStringAsync(u); Func<HttpClient> f = () => new() {{ {Span} }}; f().Send(new HttpRequestMessage()); }}"));

    [Theory]
    [InlineData("var r = [|WebRequest.Create(u)|]; // hang", "var r = WebRequest.Create(u); // hang\n        r.Timeout = 30000;")]
    [InlineData("var r = (HttpWebRequest)[|WebRequest.Create(u)|];", "var r = (HttpWebRequest)WebRequest.Create(u);\n        r.Timeout = 30000;")]
    [InlineData("WebRequest r; r = [|WebRequest.CreateHttp(u)|];", "WebRequest r; r = WebRequest.CreateHttp(u);\n        r.Timeout = 30000;")]
    public Task WebRequest_GetsAStatement(string before, string after)
    {
        static string Source(string body) => ClientSource.Usings + $"public class C\n{{\n    public WebResponse M(string u)\n    {{\n        {body}\n        return r.GetResponse();\n    }}\n}}\n";
        return Verify.VerifyCodeFixAsync(Source(before), Source(after));
    }

    [Theory]
    [InlineData("[|new RestClient(u)|]", "new RestClient(new RestClientOptions(u) { Timeout = TimeSpan.FromSeconds(30) })")]
    [InlineData("[|new RestClient()|]", "new RestClient(new RestClientOptions { Timeout = TimeSpan.FromSeconds(30) })")]
    [InlineData("[|new RestClient(new RestClientOptions(u) { ThrowOnAnyError = true })|]", "new RestClient(new RestClientOptions(u) { ThrowOnAnyError = true, Timeout = TimeSpan.FromSeconds(30) })")]
    [InlineData("[|new(new Uri(u))|]", "new(new RestClientOptions(new Uri(u)) { Timeout = TimeSpan.FromSeconds(30) })")]
    public Task RestSharp_GetsATimeoutInItsOptions(string before, string after) =>
        Verify.VerifyCodeFixAsync(
            ClientSource.Class($"public Task<RestResponse> M(string u) {{ RestClient c = {before}; return c.ExecuteAsync(new RestRequest()); }}"),
            ClientSource.Class($"public Task<RestResponse> M(string u) {{ RestClient c = {after}; return c.ExecuteAsync(new RestRequest()); }}"));

    [Fact]
    public Task RestSharp106_GetsMillisecondsOnTheClient() => OldRestSharp(TestReferences.RestSharp106, "new RestClient(u) { Timeout = 30000 }");

    [Fact]
    public Task RestSharp107_GetsMillisecondsInItsOptions() => OldRestSharp(TestReferences.RestSharp107, "new RestClient(new RestClientOptions(u) { Timeout = 30000 })");

    [Fact]
    public Task RestSharp110_GetsMaxTimeout() => OldRestSharp(TestReferences.RestSharp110, "new RestClient(new RestClientOptions(u) { MaxTimeout = 30000 })");

    [Fact]
    public Task RestSharp112_GetsATimeSpan() => OldRestSharp(TestReferences.RestSharp112, "new RestClient(new RestClientOptions(u) { Timeout = System.TimeSpan.FromSeconds(30) })", withSystem: true);

    [Theory]
    [InlineData("[|new FlurlClient(u)|]", "new FlurlClient(u) { Settings = { Timeout = TimeSpan.FromSeconds(30) } }")]
    [InlineData("[|new()|]", "new() { Settings = { Timeout = TimeSpan.FromSeconds(30) } }")]
    public Task Flurl_GetsATimeoutInItsSettings(string before, string after) =>
        Verify.VerifyCodeFixAsync(
            ClientSource.Class($"public Task<string> M(string u) {{ FlurlClient c = {before}; return c.Request(u).GetStringAsync(); }}"),
            ClientSource.Class($"public Task<string> M(string u) {{ FlurlClient c = {after}; return c.Request(u).GetStringAsync(); }}"));

    [Theory]
    [InlineData("For")]
    [InlineData("ForGenerated")]
    public Task Refit_GetsAClientWithATimeout(string made) =>
        Verify.VerifyCodeFixAsync(
            "using System;\nusing System.Net.Http;\nusing System.Threading.Tasks;\nusing Refit;\npublic interface IApi { [Get(\"/a\")] Task<string> A(); }\npublic class C { public Task<string> M() { var api = [|RestService.*<IApi>(\"https://x.test\")|]; return api.A(); } }".Replace("*", made),
            "using System;\nusing System.Net.Http;\nusing System.Threading.Tasks;\nusing Refit;\npublic interface IApi { [Get(\"/a\")] Task<string> A(); }\npublic class C { public Task<string> M() { var api = RestService.*<IApi>(new HttpClient { BaseAddress = new Uri(\"https://x.test\"), Timeout = TimeSpan.FromSeconds(30) }); return api.A(); } }".Replace("*", made));

    [Theory]
    [InlineData("public string M(string u) { using var c = [|new WebClient()|]; return c.DownloadString(u); }")]
    [InlineData("public WebResponse M(string u) => [|WebRequest.Create(u)|].GetResponse();")]
    [InlineData("public Task<RestResponse> M(string u) { var c = [|new RestClient(u, o => o.FollowRedirects = false)|]; return c.ExecuteAsync(new RestRequest()); }")]
    [InlineData("public Task<string> M(string u) { var c = [|new FlurlClient { Settings = { AllowedHttpStatusRange = \"4xx\" } }|]; return c.Request(u).GetStringAsync(); }")]
    public Task NoSafeEdit_FixIsNotOffered(string members) => Verify.VerifyNoFixAsync(ClientSource.Class(members));

    private static Task OldRestSharp(TestReferences version, string after, bool withSystem = false)
    {
        static string Source(string creation) => $"using System;\nusing System.Threading.Tasks;\nusing RestSharp;\npublic class C {{ public void M(string u) {{ var c = {creation}; c.ExecuteAsync(new RestRequest(\"a\")); }} }}";
        return new Verify.Test
        {
            TestCode = Source("[|new RestClient(u)|]"),
            FixedCode = Source(withSystem ? after.Replace("System.TimeSpan", "TimeSpan") : after),
            References = TestReferences.Default.Without("RestSharp").With(version),
        }.RunAsync();
    }
}
