using System.Threading.Tasks;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Secrets.IA3003EndpointInSource>;
using VerifyClearText = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Secrets.IA3005ClearTextEndpoint>;
using VerifyClients = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Timeouts.IA1001ClientWithoutTimeout>;
using VerifyNonProduction = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Secrets.IA3004NonProductionEndpoint>;
using VerifyPerCall = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Timeouts.IA1006ClientPerCall>;

namespace IntegrationAnalyzers.Tests.Rules.Secrets;

/// <summary>A client whose handler is a class of the project that answers by itself: nothing is sent to its address.</summary>
public sealed class IA3003AnsweringHandlerTests
{
    private const string Canned = "protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken token) => Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK));";

    /// <summary>asong65535/ShopifySync, TestDriver: a console that tries the parts of a service without its provider.</summary>
    [Theory]
    [InlineData("public HttpClient Make() => new HttpClient(new Fake()) { BaseAddress = new Uri(\"https://fake.myshopify.com/\") };")]
    [InlineData("public HttpClient Make() { var handler = new Fake(); return new HttpClient(handler) { BaseAddress = new Uri(\"https://fake.myshopify.com/\") }; }")]
    [InlineData("public HttpClient Make() { var client = new HttpClient(Handler()); client.BaseAddress = new Uri(\"https://fake.myshopify.com/\"); return client; } static HttpMessageHandler Handler() => new Fake();")]
    [InlineData("private HttpClient Make(HttpMessageHandler handler) => new HttpClient(handler) { BaseAddress = new Uri(\"https://fake.myshopify.com/\") }; public HttpClient First() => Make(new Fake()); public HttpClient Second() => Make(new Fake());")]
    [InlineData("public HttpClient Make() { HttpClient With(HttpMessageHandler handler) => new HttpClient(handler) { BaseAddress = new Uri(\"https://fake.myshopify.com/\") }; return With(new Fake()); }")]
    [InlineData("private readonly HttpClient _http = new HttpClient(new Fake()); public Task<string> Get() => _http.GetStringAsync(\"https://fake.myshopify.com/orders\");")]
    [InlineData("public HttpClient Make() => new HttpClient(new Signing(new Fake())) { BaseAddress = new Uri(\"https://fake.myshopify.com/\") };")]
    [InlineData("public HttpClient Make() => new HttpClient(new Signing { InnerHandler = new Fake() }) { BaseAddress = new Uri(\"https://fake.myshopify.com/\") };")]
    public Task ClientOfAFakeHandler_ShopifySync_IsQuiet(string members) => Verify.VerifyAnalyzerAsync(Source(members, Canned));

    [Theory]
    [InlineData("public HttpClient Make() => new HttpClient(new HttpClientHandler()) { BaseAddress = new Uri([|\"https://fake.myshopify.com/\"|]) };")]
    [InlineData("public HttpClient Make() => new HttpClient(new Signing(new HttpClientHandler())) { BaseAddress = new Uri([|\"https://fake.myshopify.com/\"|]) };")]
    [InlineData("public HttpClient Make() => new HttpClient() { BaseAddress = new Uri([|\"https://fake.myshopify.com/\"|]) }; public object Other() => new Fake();")]
    [InlineData("public HttpClient Make(HttpMessageHandler handler) => new HttpClient(handler) { BaseAddress = new Uri([|\"https://fake.myshopify.com/\"|]) }; public HttpClient First() => Make(new Fake());")]
    [InlineData("private HttpClient Make(HttpMessageHandler handler) => new HttpClient(handler) { BaseAddress = new Uri([|\"https://fake.myshopify.com/\"|]) }; public HttpClient First() => Make(new Fake()); public HttpClient Second() => Make(new HttpClientHandler());")]
    [InlineData("private const string Url = [|\"https://fake.myshopify.com/\"|]; public HttpClient Make() => new HttpClient(new Fake()) { BaseAddress = new Uri(Url) }; public HttpClient Live() => new HttpClient() { BaseAddress = new Uri(Url) };")]
    [InlineData("public HttpClient Make(bool live) { HttpMessageHandler handler = new Fake(); if (live) handler = new HttpClientHandler(); return new HttpClient(handler) { BaseAddress = new Uri([|\"https://fake.myshopify.com/\"|]) }; }")]
    public Task ClientThatMaySend_Reports(string members) => Verify.VerifyAnalyzerAsync(Source(members, Canned));

    [Theory]
    [InlineData("private int _index; private readonly string[] _texts = new string[3]; protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken token) { await Task.Delay(5, token); _index += 1; return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(_texts[Math.Min(_index, 2)], Encoding.UTF8, \"application/json\") }; }")]
    [InlineData("protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken token) { var body = await request.Content!.ReadAsStringAsync(token); return body.Contains(\"query\") ? Reply(\"{}\") : Reply(System.IO.File.ReadAllText(\"reply.json\")); } private static HttpResponseMessage Reply(string text) => new() { Content = new StringContent(text) };")]
    [InlineData("protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken token) => request.Method == HttpMethod.Get ? Task.FromResult(new HttpResponseMessage()) : throw new HttpRequestException(nameof(Fake));")]
    public Task HandlerThatLooksAtTheRequest_IsQuiet(string answer) => Verify.VerifyAnalyzerAsync(Source("public HttpClient Make() => new HttpClient(new Fake()) { BaseAddress = new Uri(\"https://fake.myshopify.com/\") };", answer));

    /// <summary>Kukks/BTCPayServerPlugins, ElectrumHttpHandler: a handler that goes out in another way; or hands on what it does not answer.</summary>
    [Theory]
    [InlineData("private static readonly HttpClient Proxy = new(); protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken token) => request.Method == HttpMethod.Get ? Task.FromResult(new HttpResponseMessage()) : Proxy.SendAsync(request, token);")]
    [InlineData("protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken token) { using var socket = new System.Net.Sockets.TcpClient(); await socket.ConnectAsync(request.RequestUri!.Host, 50001, token); return new HttpResponseMessage(); }")]
    [InlineData("public ITransport? Transport { get; set; } protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken token) { await Transport!.Send(request.RequestUri!); return new HttpResponseMessage(); }")]
    [InlineData("public Func<HttpRequestMessage, Task>? Sender { get; set; } protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken token) { await Sender!(request); return new HttpResponseMessage(); }")]
    [InlineData("[System.Runtime.InteropServices.DllImport(\"curl\")] private static extern int Perform(string url); protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken token) { Perform(request.RequestUri!.Host); return Task.FromResult(new HttpResponseMessage()); }")]
    [InlineData("public event Action? Sent; private readonly Bridge _bridge = new(); protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken token) { _bridge.Answered += () => { }; return Task.FromResult(new HttpResponseMessage()); }")]
    public Task HandlerThatGoesOutInAnotherWay_Electrum_Reports(string answer) => Verify.VerifyAnalyzerAsync("#pragma warning disable CS0067\n" + Source(
        "public HttpClient Make() => new HttpClient(new Fake()) { BaseAddress = new Uri([|\"https://fake.myshopify.com/\"|]) };", answer) + """

        public interface ITransport { Task Send(Uri address); }

        public class Bridge { public event Action? Answered; }
        """);

    [Theory]
    [InlineData("new Partly()")]
    [InlineData("new Relay(new HttpClientHandler())")]
    public Task HandlerThatHandsOnWhatItDoesNotAnswer_Reports(string handler) => Verify.VerifyAnalyzerAsync(Source(
        $"public HttpClient Make() => new HttpClient({handler}) {{ BaseAddress = new Uri([|\"https://fake.myshopify.com/\"|]) }};", Canned) + $$"""

        public class Partly : HttpClientHandler
        {
            protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken token) =>
                request.Method == HttpMethod.Get ? Task.FromResult(new HttpResponseMessage()) : base.SendAsync(request, token);
        }

        public class Relay(HttpMessageHandler inner) : HttpMessageHandler
        {
            private readonly HttpMessageInvoker _invoker = new HttpMessageInvoker(inner);

            protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken token) => _invoker.SendAsync(request, token);
        }
        """);

    [Theory]
    [InlineData("new Fake()", false)]
    [InlineData("new HttpClientHandler()", true)]
    public async Task OtherRulesOfTheAddressAndTheClient_AreQuietToo(string handler, bool isReported)
    {
        await VerifyNonProduction.VerifyAnalyzerAsync(Source($"public HttpClient Make() => new HttpClient({handler}) {{ BaseAddress = new Uri({Marked("\"https://api.sandbox.paypal.com/\"", isReported)}) }};", Canned));
        await VerifyClearText.VerifyAnalyzerAsync(Source($"public HttpClient Make() => new HttpClient({handler}) {{ BaseAddress = new Uri({Marked("\"http://api.acme.io/\"", isReported)}) }};", Canned));
        await VerifyClients.VerifyAnalyzerAsync(Source($"private readonly HttpClient _http = {Marked($"new HttpClient({handler})", isReported)}; public Task<string> Get(string url) => _http.GetStringAsync(url);", Canned));
        await VerifyPerCall.VerifyAnalyzerAsync(Source($"public async Task<string> Get(string url) {{ using var http = {Marked($"new HttpClient({handler})", isReported)}; return await http.GetStringAsync(url); }}", Canned));
    }

    private static string Marked(string text, bool isReported) => isReported ? $"[|{text}|]" : text;

    private static string Source(string members, string answer) => $$"""
        using System;
        using System.Net;
        using System.Net.Http;
        using System.Text;
        using System.Threading;
        using System.Threading.Tasks;

        public class Trial
        {
            {{members}}
        }

        public class Fake : HttpMessageHandler
        {
            {{answer}}
        }

        public class Signing : DelegatingHandler
        {
            public Signing() { }

            public Signing(HttpMessageHandler inner) : base(inner) { }

            protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken token)
            {
                request.Headers.Add("X-Signature", "1");
                return base.SendAsync(request, token);
            }
        }
        """;
}
