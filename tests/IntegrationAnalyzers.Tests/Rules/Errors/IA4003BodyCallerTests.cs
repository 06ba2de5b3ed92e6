using System.Threading.Tasks;
using Xunit;
using static IntegrationAnalyzers.Tests.Rules.Errors.ResponseSource;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Errors.IA4003StatusNotLookedAt>;

namespace IntegrationAnalyzers.Tests.Rules.Errors;

/// <summary>A method that returns the text: what its callers read it into may say itself how it went.</summary>
public class IA4003BodyCallerTests
{
    private static string Payments(string call, string capture, string parse, string access = "private") => File($$"""
        public class Answer { public string? Error { get; set; } }

        public class Capture : Answer { public string Id { get; set; } = ""; }

        public class Plain { public string Id { get; set; } = ""; }

        public class Payments(HttpClient client)
        {
            {{capture}}

            {{access}} async Task<string> SendAsync(string path, CancellationToken token)
            {
                using var response = await {{call}};
                var text = await response.Content.ReadAsStringAsync(token);
                return text;
            }

            {{parse}}
        }
        """);

    private const string Sent = "client.PostAsync(path, null, token)";
    private const string Reported = "[|client.PostAsync(path, null, token)|]";
    private const string Constrained = """
        private static T Parse2<T>(string json) where T : Answer, new()
            {
                if (string.IsNullOrEmpty(json))
                    return new T();
                try
                {
                    return JsonSerializer.Deserialize<T>(json)!;
                }
                catch (JsonException exception)
                {
                    return new T { Error = exception.Message + json };
                }
            }
        """;

    private const string Unconstrained = "private static T Parse2<T>(string json) where T : class => JsonSerializer.Deserialize<T>(json)!;";

    private const string ByHelper = "public async Task<Capture> CaptureAsync(CancellationToken token) => Parse2<Capture>(await SendAsync(\"capture\", token));";
    private const string ByLocal = "public async Task<Capture> CaptureAsync(CancellationToken token)\n    {\n        var text = await SendAsync(\"capture\", token);\n        return Parse2<Capture>(text);\n    }";
    private const string Directly = "public async Task<Capture?> CaptureAsync(CancellationToken token) => JsonSerializer.Deserialize<Capture>(await SendAsync(\"capture\", token));";
    private const string OfPlain = "public async Task<Plain> CaptureAsync(CancellationToken token) => Parse2<Plain>(await SendAsync(\"capture\", token));";
    private const string AsText = "public async Task<string> RawAsync(CancellationToken token) => await SendAsync(\"raw\", token);";

    [Theory]
    [InlineData(ByHelper, Constrained)]
    [InlineData(ByLocal, Constrained)]
    [InlineData(ByHelper, Unconstrained)]
    [InlineData(Directly, "")]
    public Task VirtoDatatrans_CallersReadWhatSaysHowItWent_IsQuiet(string capture, string parse) => Verify.VerifyAnalyzerAsync(Payments(Sent, capture, parse));

    [Theory]
    [InlineData(OfPlain, Unconstrained)]
    [InlineData(ByHelper + "\n\n    " + AsText, Constrained)]
    public Task OneCallerDoesNotLook_Reports(string capture, string parse) => Verify.VerifyAnalyzerAsync(Payments(Reported, capture, parse));

    [Fact]
    public Task NobodyCalls_Reports() => Verify.VerifyAnalyzerAsync(Payments(Reported, "", Constrained, "public"));

    [Fact]
    public Task TypeParameterThatPromisesAnOutcome_IsQuiet() => Verify.VerifyAnalyzerAsync(File("""
        public class Answer { public string? Error { get; set; } }

        public class Payments(HttpClient client)
        {
            public async Task<T?> SendAsync<T>(string path, CancellationToken token) where T : Answer
            {
                using var response = await client.PostAsync(path, null, token);
                return await response.Content.ReadFromJsonAsync<T>(token);
            }
        }
        """));
}
