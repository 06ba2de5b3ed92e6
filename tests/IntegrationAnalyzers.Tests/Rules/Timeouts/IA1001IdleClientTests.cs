using System.Threading.Tasks;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Timeouts.IA1001ClientWithoutTimeout>;

namespace IntegrationAnalyzers.Tests.Rules.Timeouts;

/// <summary>A client that is made and set up, and that nothing is sent through.</summary>
public sealed class IA1001IdleClientTests
{
    [Theory]
    [InlineData("HttpClient client = new HttpClient();")]
    [InlineData("using var client = new HttpClient();\nclient.DefaultRequestHeaders.Add(\"Accept\", \"text/plain\");")]
    [InlineData("using var client = new HttpClient();\nclient.DefaultRequestVersion = System.Net.HttpVersion.Version20;")]
    [InlineData("using var client = new HttpClient();\nclient.DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact;")]
    [InlineData("using var client = new HttpClient();\nclient.MaxResponseContentBufferSize = 4096;")]
    [InlineData("using (var client = new HttpClient()) { client.BaseAddress = new Uri(\"https://api.acme.io\"); }")]
    [InlineData("var client = new HttpClient();\nclient.Dispose();")]
    public Task OtherClientSends_IsQuiet(string statements) => Verify.VerifyAnalyzerAsync(Notes(statements));

    [Theory]
    [InlineData("var client = [|new HttpClient()|];\n_kept = client.GetStringAsync;")]
    [InlineData("_shared = [|new HttpClient()|];")]
    [InlineData("var request = [|System.Net.WebRequest.Create(path)|];\nrequest.Method = \"POST\";")]
    public Task MethodOfItOrItselfIsKept_Reports(string statements) => Verify.VerifyAnalyzerAsync(Notes(statements));

    /// <summary>ElhamKohestani/IntegrationApiWindowsService, ApiClientServices: a member that is set and read nowhere.</summary>
    [Theory]
    [InlineData("private readonly HttpClient _unused = new HttpClient();")]
    [InlineData("protected HttpClient Unused = new HttpClient();")]
    [InlineData("private HttpClient Unused { get; } = new HttpClient() { BaseAddress = new Uri(\"https://api.acme.io\") };")]
    [InlineData("public HttpClient Client { get; } = [|new HttpClient()|];")]
    [InlineData("private readonly HttpClient _used = [|new HttpClient()|];\n    public Task<string> Get() => _used.GetStringAsync(\"notes\");")]
    public Task MemberThatNobodyReads_IsQuiet(string member) => Verify.VerifyAnalyzerAsync($$"""
        using System;
        using System.Net.Http;
        using System.Threading.Tasks;

        public class Notes(HttpClient http)
        {
            {{member}}

            public Task<string> Send(string path) => http.GetStringAsync(path);
        }
        """);

    /// <summary>shoesheill/Nepal.Payments.Gateways, PaymentService: an object round the client that is set in the constructor and read nowhere.</summary>
    [Theory]
    [InlineData("private readonly Api _api = new Api(new HttpClient());")]
    [InlineData("private readonly Api _api;\n    public Payments() { _api = new Api(new HttpClient()); }")]
    [InlineData("private readonly Api _api;\n    public Payments() { var http = new HttpClient(); _api = new Api(http); }")]
    [InlineData("private readonly Outer _outer = new Outer(new Api(new HttpClient()));")]
    [InlineData("public void Check() { var api = new Api(new HttpClient()); }")]
    public Task HolderThatNobodyReads_IsQuiet(string member) => Verify.VerifyAnalyzerAsync(Payments(member));

    [Theory]
    [InlineData("private readonly Api _api = new Api([|new HttpClient()|]);\n    public Task<string> Get() => _api.Get(\"notes\");")]
    [InlineData("protected readonly Api Held = new Api([|new HttpClient()|]);")]
    [InlineData("public Api Held { get; } = new Api([|new HttpClient()|]);")]
    [InlineData("public Task<string> Get() { var api = new Api([|new HttpClient()|]); return api.Get(\"notes\"); }")]
    [InlineData("private readonly Outer _outer = new Outer(new Api([|new HttpClient()|]));\n    public object Get() => _outer;")]
    [InlineData("private readonly Sender _sender = new Sender([|new HttpClient()|]);")]
    [InlineData("private readonly Poller _poller = new Poller([|new HttpClient()|]);")]
    [InlineData("private readonly Watcher _watcher = new Watcher([|new HttpClient()|]);")]
    public Task HolderIsReadOrWorksByItself_Reports(string member) => Verify.VerifyAnalyzerAsync(Payments(member));

    private static string Payments(string member) => $$"""
        using System;
        using System.Net.Http;
        using System.Threading;
        using System.Threading.Tasks;

        #pragma warning disable CS0414, CS0169

        public class Payments
        {
            {{member}}
        }

        public class Api
        {
            private readonly HttpClient _http;

            public Api(HttpClient http) => _http = http ?? throw new ArgumentNullException(nameof(http));

            public Task<string> Get(string path) => _http.GetStringAsync("https://api.acme.io/" + path);
        }

        public class Outer(Api api)
        {
            public Task<string> Get() => api.Get("orders");
        }

        public class Sender
        {
            public Sender(HttpClient http) => First = http.GetStringAsync("https://api.acme.io/hello");

            public Task<string> First { get; }
        }

        public class Poller
        {
            private readonly HttpClient _http;
            private readonly Timer _timer;

            public Poller(HttpClient http)
            {
                _http = http;
                _timer = new Timer(_ => Poll(), null, 0, 1000);
            }

            private void Poll() => _http.GetStringAsync("https://api.acme.io/poll");
        }

        public class Watcher
        {
            private readonly HttpClient _http;

            public Watcher(HttpClient http)
            {
                _http = http;
                AppDomain.CurrentDomain.ProcessExit += (_, _) => Tell();
            }

            private void Tell() => _http.GetStringAsync("https://api.acme.io/bye");
        }
        """;

    private static string Notes(string statements) => $$"""
        using System;
        using System.Net.Http;
        using System.Threading.Tasks;

        #pragma warning disable SYSLIB0014, CS0414, CS0169

        public class Notes(HttpClient http)
        {
            private static Func<string, Task<string>>? _kept;
            private HttpClient? _shared;

            public Task<string> Send(string path)
            {
                {{statements}}
                return http.GetStringAsync(path);
            }

            public Task<string>? Again(string path) => _kept?.Invoke(path) ?? _shared?.GetStringAsync(path);
        }
        """;
}
