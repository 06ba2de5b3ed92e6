using System.Threading.Tasks;
using Xunit;
using static IntegrationAnalyzers.Tests.Rules.Errors.ResponseSource;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Errors.IA4003StatusNotLookedAt>;

namespace IntegrationAnalyzers.Tests.Rules.Errors;

/// <summary>Handlers that run a delegate of the request's, on clients whose registration stands in a local or whose name is made at run time.</summary>
public class IA4003HandlerTests
{
    private const string Asks = "if (response.IsSuccessStatusCode && request.Options.TryGetValue(Key, out var run))\n            run(request);";

    private static string Rates(string handler, string name, string send) => File($$"""
        public sealed class ValidationHandler : DelegatingHandler
        {
            private static readonly HttpRequestOptionsKey<Action<HttpRequestMessage>> Key = new("Validation");

            protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            {
                var response = await base.SendAsync(request, cancellationToken);
                {{handler}}
                return response;
            }
        }

        public class Rates(IHttpClientFactory factory)
        {
            public async Task<string> ReadAsync(int number)
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, "rates");
                var response = await {{send}};
                return await response.Content.ReadAsStringAsync();
            }
        }

        public static class Setup
        {
            public static void Add(IServiceCollection services, int count)
            {
                IHttpClientBuilder builder = services.AddHttpClient("Standard", c => c.Timeout = TimeSpan.FromSeconds(10))
                    .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler());
                {{name}}
                for (var i = 0; i < count; i++)
                {
                    IHttpClientBuilder proxied = services.AddHttpClient(i.ToString(), c => c.Timeout = TimeSpan.FromSeconds(10));
                    proxied.AddHttpMessageHandler<ValidationHandler>();
                }
            }
        }
        """);

    private const string Added = "builder.AddHttpMessageHandler<ValidationHandler>();";
    private const string Standard = "factory.CreateClient(\"Standard\").SendAsync(request)";

    [Theory]
    [InlineData(Asks, Added, Standard)]
    [InlineData(Asks, Added, "factory.CreateClient(number.ToString()).SendAsync(request)")]
    public Task HandlerThatAsksAndRunsTheRequestsDelegate_IsQuiet(string handler, string added, string send) => Verify.VerifyAnalyzerAsync(Rates(handler, added, send));

    [Fact]
    public Task CallWithoutAMessageThatCouldCarryADelegate_Reports() => Verify.VerifyAnalyzerAsync(Rates(Asks, Added, "[|factory.CreateClient(\"Standard\").GetAsync(\"rates\")|]"));

    [Theory]
    [InlineData(Asks, "")]
    [InlineData("Console.WriteLine(response.StatusCode);", Added)]
    public Task ClientWithoutTheHandler_OrOneThatLogsOnly_Reports(string handler, string added) => Verify.VerifyAnalyzerAsync(Rates(handler, added, $"[|{Standard}|]"));

    /// <summary>armutcom/iyzipay-dotnet-client: a client of one's own that only sets how it connects sees no response.</summary>
    [Theory]
    [InlineData("public class OwnClient : HttpClient { public OwnClient() : base(new HttpClientHandler { UseCookies = false }) { } }", true)]
    [InlineData("public class OwnClient : HttpClient { public OwnClient() : base(new System.Net.Http.SocketsHttpHandler(), true) { } }", true)]
    [InlineData("public class OwnClient() : HttpClient(new HttpClientHandler()) { }", true)]
    [InlineData("public class OwnClient : HttpClient { public string Name { get; set; } = \"\"; }", true)]
    [InlineData("public class OwnClient(HttpMessageHandler handler) : HttpClient(handler) { }", false)]
    [InlineData("public class OwnClient : HttpClient { public OwnClient(HttpMessageHandler handler) : base(handler) { } }", false)]
    [InlineData("public class OwnClient : HttpClient { public override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Checked(base.SendAsync(request, cancellationToken)); private static async Task<HttpResponseMessage> Checked(Task<HttpResponseMessage> sent) => (await sent).EnsureSuccessStatusCode(); }", false)]
    public Task ClientOfOnesOwn_IyzipayHttpClient_ReportsWhereItSeesNoResponse(string client, bool isReported) => Verify.VerifyAnalyzerAsync(File(client + $$"""


        public class Rates(OwnClient client)
        {
            public async Task<string> ReadAsync()
            {
                var response = await {{(isReported ? "[|client.GetAsync(\"rates\")|]" : "client.GetAsync(\"rates\")")}};
                return await response.Content.ReadAsStringAsync();
            }
        }
        """));
}
