using System.Threading.Tasks;
using IntegrationAnalyzers.Tests.Verification;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Timeouts.IA1002EndlessTimeout>;

namespace IntegrationAnalyzers.Tests.Rules.Timeouts;

public class IA1002EndlessTimeoutTests
{
    private const string Bounded = """
        public Task<HttpResponseMessage> Get(string u, CancellationToken ct) => WithTimeout(TimeSpan.FromSeconds(9), ct, t => _c.GetAsync(u, t));
        static async Task<T> WithTimeout<T>(TimeSpan span, CancellationToken ct, Func<CancellationToken, Task<T>> f)
        { using var s = CancellationTokenSource.CreateLinkedTokenSource(ct); s.CancelAfter(span); return await f(s.Token); }
        """;

    public static TheoryData<string> Endless => new()
    {
        "private readonly HttpClient _c = new() { Timeout = [|Timeout.InfiniteTimeSpan|] }; public Task<string> M(string u) => _c.GetStringAsync(u);",
        "private readonly HttpClient _c; public C() { _c = new HttpClient(); _c.Timeout = [|TimeSpan.FromMilliseconds(-1)|]; } public Task<string> M(string u, CancellationToken ct) => _c.GetStringAsync(u, ct);",
        "private readonly HttpClient _c = new() { Timeout = [|new TimeSpan(0, 0, 0, 0, -1)|] }; public Task<string> M(string u) => _c.GetStringAsync(u);",
        "private static readonly TimeSpan None = Timeout.InfiniteTimeSpan; private readonly HttpClient _c = new() { Timeout = [|None|] }; public Task<string> M(string u) => _c.GetStringAsync(u);",
        "private readonly HttpClient _c = new(); public C(Uri u) { (_c.BaseAddress, _c.Timeout) = (u, [|Timeout.InfiniteTimeSpan|]); } public Task<string> M(string u) => _c.GetStringAsync(u);",
        "private static HttpClient Make() { var c = new HttpClient(); c.Timeout = [|Timeout.InfiniteTimeSpan|]; return c; } public Task<string> M(string u) => Make().GetStringAsync(u);",
        "private static readonly HttpClient _c = Make([|Timeout.InfiniteTimeSpan|]); private static HttpClient Make(TimeSpan wait) => new() { Timeout = wait }; public Task<string> M(string u) => _c.GetStringAsync(u);",
        "private readonly HttpClient _c; public C() { _c = Make(\"a\", wait: [|TimeSpan.FromMilliseconds(-1)|]); } internal static HttpClient Make(string agent, TimeSpan wait) { var c = new HttpClient(); c.Timeout = wait; c.DefaultRequestHeaders.Add(\"User-Agent\", agent); return c; } public Task<string> M(string u) => _c.GetStringAsync(u);",
        "private readonly RestClient _c = new(new RestClientOptions(\"http://x\") { Timeout = [|Timeout.InfiniteTimeSpan|] }); public Task<RestResponse> M() => _c.ExecuteAsync(new RestRequest());",
        "public Task<string> M(string u) => u.WithTimeout([|Timeout.InfiniteTimeSpan|]).GetStringAsync();",
        "public Task<string> M(string u) => u.WithTimeout([|TimeSpan.FromMilliseconds(-1)|]).WithHeader(\"a\", \"b\").GetStringAsync();",
        "public async Task M(string u, object o) => await u.WithTimeout([|Timeout.InfiniteTimeSpan|]).PostJsonAsync(o);",
        "private readonly HttpClient _c = new() { Timeout = [|Timeout.InfiniteTimeSpan|] }; public Task<string> Other(string u) => _c.GetStringAsync(u); " + Bounded,
        "private readonly HttpClient _c = new() { Timeout = [|Timeout.InfiniteTimeSpan|] }; public Task<System.IO.Stream> Follow(string u, CancellationToken ct) => _c.GetStreamAsync(u, ct);",
    };

    public static TheoryData<string> Quiet => new()
    {
        // Each call ends by itself
        "private readonly HttpClient _c = new() { Timeout = Timeout.InfiniteTimeSpan }; " + Bounded,
        "private readonly HttpClient _c = new() { Timeout = Timeout.InfiniteTimeSpan }; public async Task<string> M(string u) { using var s = new CancellationTokenSource(TimeSpan.FromSeconds(3)); return await _c.GetStringAsync(u, s.Token); }",
        "private readonly HttpClient _c = new() { Timeout = Timeout.InfiniteTimeSpan }; public Task<string> M(string u) => _c.GetStringAsync(u).WaitAsync(TimeSpan.FromSeconds(3));",
        "private readonly Polly.ResiliencePipeline _p = Polly.TimeoutResiliencePipelineBuilderExtensions.AddTimeout(new Polly.ResiliencePipelineBuilder(), TimeSpan.FromSeconds(3)).Build(); private readonly HttpClient _c = new() { Timeout = Timeout.InfiniteTimeSpan }; public async Task<string> M(string u) => await _p.ExecuteAsync(async ct => await _c.GetStringAsync(u, ct));",

        // A handler ends them
        "sealed class Limit : DelegatingHandler { protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage r, CancellationToken ct) { using var s = CancellationTokenSource.CreateLinkedTokenSource(ct); s.CancelAfter(1000); return await base.SendAsync(r, s.Token); } } private readonly HttpClient _c = new(new Limit()) { Timeout = Timeout.InfiniteTimeSpan }; public Task<string> M(string u) => _c.GetStringAsync(u);",

        // Finite, or set anew
        "private readonly HttpClient _c = new() { Timeout = TimeSpan.FromSeconds(3) }; public Task<string> M(string u) => _c.GetStringAsync(u);",
        "private readonly HttpClient _c = new() { Timeout = Timeout.InfiniteTimeSpan }; public C(TimeSpan t) { _c.Timeout = t; } public Task<string> M(string u) => _c.GetStringAsync(u);",
        "private readonly HttpClient _c; public C(TimeSpan? t) { _c = new HttpClient { Timeout = t ?? Timeout.InfiniteTimeSpan }; } public Task<string> M(string u) => _c.GetStringAsync(u);",

        // A helper's parameter that is given a time, by one call at least, or may be by somebody out of sight
        "private static readonly HttpClient _c = Make(TimeSpan.FromSeconds(9)); private static HttpClient Make(TimeSpan wait) => new() { Timeout = wait }; public Task<string> M(string u) => _c.GetStringAsync(u);",
        "private static readonly HttpClient _c = Make(Timeout.InfiniteTimeSpan), _d = Make(TimeSpan.FromSeconds(9)); private static HttpClient Make(TimeSpan wait) => new() { Timeout = wait }; public Task<string> M(string u) => _c.GetStringAsync(u); public Task<string> N(string u) => _d.GetStringAsync(u);",
        "private static readonly HttpClient _c = Make(Timeout.InfiniteTimeSpan); public static HttpClient Make(TimeSpan wait) => new() { Timeout = wait }; public Task<string> M(string u) => _c.GetStringAsync(u);",

        // A request that is bounded, ends by its token, or is sent elsewhere
        "public Task<string> M(string u) => u.WithTimeout(TimeSpan.FromSeconds(3)).GetStringAsync();",
        "public Task<string> M(string u) => u.WithTimeout(30).GetStringAsync();",
        "public Task<string> M(string u) => u.WithTimeout(Timeout.InfiniteTimeSpan).WithTimeout(5).GetStringAsync();",
        "public Task<string> M(string u, CancellationToken ct) => u.WithTimeout(Timeout.InfiniteTimeSpan).GetStringAsync(cancellationToken: ct);",
        "public IFlurlRequest M(string u) => u.WithTimeout(Timeout.InfiniteTimeSpan);",

        // Unknown: another library has it, nothing is called
        "public object M() => Activator.CreateInstance(typeof(C), new HttpClient { Timeout = Timeout.InfiniteTimeSpan })!;",
        "public static readonly HttpClient Shared = new() { Timeout = Timeout.InfiniteTimeSpan };",
    };

    [Theory]
    [MemberData(nameof(Endless))]
    public Task EndlessTimeout_Reports(string members) => Verify.VerifyAnalyzerAsync(ClientSource.Class(members));

    [Theory]
    [MemberData(nameof(Quiet))]
    public Task OtherTimeout_IsQuiet(string members) => Verify.VerifyAnalyzerAsync(ClientSource.Class(members));

    [Fact]
    public Task DuplicatiPCloudBackend_InfiniteUnderAnOwnWrapper_IsQuiet() => Verify.VerifyAnalyzerAsync(ClientSource.Class(
        "private readonly HttpClient _c; public C(HttpMessageHandler handler) { _c = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan }; } " + Bounded));

    [Fact]
    public Task DuplicatiPCloudBackend_UploadThatWatchesItsPauses_IsQuiet() => Verify.VerifyAnalyzerAsync(ClientSource.Class(
        """
        private readonly HttpClient _c = new() { Timeout = Timeout.InfiniteTimeSpan };
        public async Task Put(string u, System.IO.Stream input, CancellationToken ct)
        {
            using var watched = ObserveReadTimeout(input, TimeSpan.FromSeconds(30));
            await _c.PostAsync(u, new StreamContent(watched), ct);
        }
        static System.IO.Stream ObserveReadTimeout(System.IO.Stream inner, TimeSpan span) => inner;
        """));

    [Fact]
    public Task BaseClassMakesIt_DerivedClassCalls_Reports() => Verify.VerifyAnalyzerAsync(
        ("Base.cs", ClientSource.Usings + "public abstract class Base { protected HttpClient Http { get; } = new() { Timeout = [|Timeout.InfiniteTimeSpan|] }; }"),
        ("Derived.cs", ClientSource.Usings + "public class Derived : Base { public Task<string> M(string u) => Http.GetStringAsync(u); }"));

    [Fact]
    public Task SetInAnotherFile_ReportsTheClient_Reports() => Verify.VerifyAnalyzerAsync(
        ("Base.cs", ClientSource.Usings + "public abstract class Base { protected HttpClient Http { get; } = [|new()|]; }"),
        ("Derived.cs", ClientSource.Usings + "public class Derived : Base { public Derived() { Http.Timeout = Timeout.InfiniteTimeSpan; } public Task<string> M(string u) => Http.GetStringAsync(u); }"));

    [Fact]
    public Task SetInAnotherFile_NoFixIsOffered() => new Verify.Test
    {
        OffersNoFix = true,
        TestState =
        {
            Sources =
            {
                ("/0/Base.cs", ClientSource.Usings + "public abstract class Base { protected HttpClient Http { get; } = [|new()|]; }"),
                ("/0/Derived.cs", ClientSource.Usings + "public class Derived : Base { public Derived() { Http.Timeout = Timeout.InfiniteTimeSpan; } public Task<string> M(string u) => Http.GetStringAsync(u); }"),
            },
        },
    }.RunAsync();

    [Fact]
    public Task FieldThatSeveralMethodsMake_EachSettingIsReportedAndFixed() => Verify.VerifyCodeFixAsync(Made("[|Timeout.InfiniteTimeSpan|]"), Made("TimeSpan.FromSeconds(30)"));

    [Fact]
    public Task ParameterOfAHelper_IsFixedWhereItIsGiven() => Verify.VerifyCodeFixAsync(HandedOver("[|Timeout.InfiniteTimeSpan|]"), HandedOver("TimeSpan.FromSeconds(30)"));

    [Fact]
    public Task RestSharp110_IsFixed() => new Verify.Test
    {
        References = TestReferences.Net.With(TestReferences.RestSharp110),
        TestCode = "using RestSharp; public class C { private readonly RestClient _c = new(new RestClientOptions(\"http://x\") { MaxTimeout = [|-1|] }); public object M() => _c.ExecuteAsync(new RestRequest(\"a\")); }",
        FixedCode = "using RestSharp; public class C { private readonly RestClient _c = new(new RestClientOptions(\"http://x\") { MaxTimeout = 30000 }); public object M() => _c.ExecuteAsync(new RestRequest(\"a\")); }",
    }.RunAsync();

    [Fact]
    public Task ClientThatMovesFiles_GetsItsOwnDefault() => Verify.VerifyCodeFixAsync(
        ClientSource.Usings + "public class C { private readonly HttpClient _c = new() { Timeout = [|Timeout.InfiniteTimeSpan|] }; public Task M(string u, System.IO.Stream s, CancellationToken t) => _c.PutAsync(u, new StreamContent(s), t); }",
        ClientSource.Usings + "public class C { private readonly HttpClient _c = new() { Timeout = TimeSpan.FromSeconds(100) }; public Task M(string u, System.IO.Stream s, CancellationToken t) => _c.PutAsync(u, new StreamContent(s), t); }");

    /// <summary>PawanOsman/ChatGPT.Net: a model thinks for longer than half a minute.</summary>
    [Theory]
    [InlineData("private const string Path = \"v1/chat/completions\";", 100)]
    [InlineData("private static readonly Uri Host = new(\"https://api.anthropic.com/\");", 100)]
    [InlineData("public string Ask(string model) => $\"models/{model}:generateContent\";", 100)]
    [InlineData("private static readonly Uri Host = new(\"https://api.acme.com/\");", 30)]
    [InlineData("private const string Path = \"v1/completions-of-orders\";", 30)]
    public Task ClientThatAsksALanguageModel_GetsItsOwnDefault(string address, int seconds) => Verify.VerifyCodeFixAsync(
        ClientSource.Class("private readonly HttpClient _c = new() { Timeout = [|Timeout.InfiniteTimeSpan|] }; " + address + " public Task<string> M(string u) => _c.GetStringAsync(u);"),
        ClientSource.Class($"private readonly HttpClient _c = new() {{ Timeout = TimeSpan.FromSeconds({seconds}) }}; " + address + " public Task<string> M(string u) => _c.GetStringAsync(u);"));

    [Fact]
    public Task SeveralSettings_AllAreFixed() => Verify.VerifyCodeFixAsync(
        """
        using System.Net.Http;
        using System.Threading.Tasks;

        public class C
        {
            // For ever.
            private readonly HttpClient _a = new() { Timeout = [|System.Threading.Timeout.InfiniteTimeSpan|] }; // a
            private readonly HttpClient _b = new HttpClient();

            public C()
            {
                _b.Timeout = /* none */ [|System.TimeSpan.FromMilliseconds(-1)|];
            }

            public async Task M(string u)
            {
                await _a.GetAsync(u);
                await _b.GetAsync(u);
            }
        }
        """,
        """
        using System;
        using System.Net.Http;
        using System.Threading.Tasks;

        public class C
        {
            // For ever.
            private readonly HttpClient _a = new() { Timeout = TimeSpan.FromSeconds(30) }; // a
            private readonly HttpClient _b = new HttpClient();

            public C()
            {
                _b.Timeout = /* none */ TimeSpan.FromSeconds(30);
            }

            public async Task M(string u)
            {
                await _a.GetAsync(u);
                await _b.GetAsync(u);
            }
        }
        """);

    public static TheoryData<string> EndlessRegistrations => new()
    {
        "services.AddHttpClient<Api>(c => c.Timeout = [|Timeout.InfiniteTimeSpan|]);",
        "services.AddHttpClient<IApi, Api>().ConfigureHttpClient(c => { c.BaseAddress = new Uri(\"https://localhost\"); c.Timeout = [|TimeSpan.FromMilliseconds(-1)|]; });",
        "services.AddHttpClient<Api>(c => c.Timeout = [|Timeout.InfiniteTimeSpan|]).AddPolicyHandler(HttpPolicyExtensions.HandleTransientHttpError().WaitAndRetryForeverAsync(_ => TimeSpan.FromSeconds(1)));",
    };

    public static TheoryData<string> BoundRegistrations => new()
    {
        "services.AddHttpClient<Api>(c => c.Timeout = Timeout.InfiniteTimeSpan).AddStandardResilienceHandler();",
        "services.AddHttpClient<Api>(c => c.Timeout = Timeout.InfiniteTimeSpan).AddPolicyHandler(Policy.TimeoutAsync<HttpResponseMessage>(5));",
        "services.AddHttpClient<Api>(c => c.Timeout = Timeout.InfiniteTimeSpan); services.AddHttpClient(\"Api\").ConfigureHttpClient(c => c.Timeout = TimeSpan.FromSeconds(5));",
        "services.AddHttpClient(\"unused\", c => c.Timeout = Timeout.InfiniteTimeSpan);",
        "services.AddHttpClient<Api>(c => c.Timeout = TimeSpan.FromSeconds(5));",
    };

    [Theory]
    [MemberData(nameof(EndlessRegistrations))]
    public Task RegistrationWithEndlessTimeout_Reports(string registration) => Verify.VerifyAnalyzerAsync(RegistrationCode.Of(registration));

    [Theory]
    [MemberData(nameof(BoundRegistrations))]
    public Task RegistrationThatSomethingEnds_IsQuiet(string registration) => Verify.VerifyAnalyzerAsync(RegistrationCode.Of(registration));

    [Fact]
    public Task WebRequestWithEndlessTimeout_Reports() => Verify.VerifyAnalyzerAsync(ClientSource.Class("""
        public string M(string u)
        {
            var request = (HttpWebRequest)WebRequest.Create(u);
            request.Timeout = [|Timeout.Infinite|];
            using var response = request.GetResponse();
            return response.ContentType;
        }
        """));

    private static string Made(string timeout) => $$"""
        using System;
        using System.Net.Http;
        using System.Threading;
        using System.Threading.Tasks;

        public class Categories
        {
            private HttpClient client = null!;

            public Task<string> All()
            {
                client = new HttpClient();
                client.Timeout = {{timeout}};
                return client.GetStringAsync("https://api.acme.com/all");
            }

            public Task<string> Of(string id)
            {
                client = new HttpClient();
                client.Timeout = {{timeout}};
                return client.GetStringAsync("https://api.acme.com/" + id);
            }
        }
        """;

    private static string HandedOver(string wait) => ClientSource.Class(
        "private static readonly HttpClient _c = Make(" + wait + "); private static HttpClient Make(TimeSpan wait) => new() { Timeout = wait }; public Task<string> M(string u) => _c.GetStringAsync(u);");
}
