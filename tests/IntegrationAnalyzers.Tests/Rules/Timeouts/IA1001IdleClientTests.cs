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
