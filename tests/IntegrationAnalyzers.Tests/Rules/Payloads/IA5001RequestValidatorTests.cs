using System.Threading.Tasks;
using Xunit;
using static IntegrationAnalyzers.Tests.Rules.Payloads.IA5001UncheckedPayloadTests;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Payloads.IA5001UncheckedPayload>;

namespace IntegrationAnalyzers.Tests.Rules.Payloads;

/// <summary>A delegate that goes with the request looks at the answer before the caller has it.</summary>
public sealed class IA5001RequestValidatorTests
{
    private const string Reported = "[|JsonSerializer.Deserialize<Order>(await response.Content.ReadAsStringAsync())|]!";
    private const string Plain = "JsonSerializer.Deserialize<Order>(await response.Content.ReadAsStringAsync())!";

    private static string Orders(string put, string read, string send = "http.SendAsync(request)") => Usings + $$"""
        public static class Keys
        {
            public static readonly HttpRequestOptionsKey<string> Body = new("Body");
            public static readonly HttpRequestOptionsKey<Action<HttpRequestMessage>> Validation = new("Validation");
            public static readonly HttpRequestOptionsKey<string> Name = new("Name");
        }

        public class ValidationHandler : DelegatingHandler
        {
            protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            {
                var response = await base.SendAsync(request, cancellationToken);
                request.Options.Set(Keys.Body, await response.Content.ReadAsStringAsync(cancellationToken));
                if (response.IsSuccessStatusCode && request.Options.TryGetValue(Keys.Validation, out var validate))
                    validate(request);
                return response;
            }
        }

        public class Orders(HttpClient http, Action<HttpRequestMessage> given)
        {
            public static T Parsed<T>(HttpRequestMessage request)
            {
                if (request.Options.TryGetValue(Keys.Body, out string? body) && JsonSerializer.Deserialize<T>(body) is { } parsed)
                    return parsed;
                throw new HttpRequestException("no body");
            }

            private void LooksAtOrder(HttpRequestMessage request)
            {
                Order order = Parsed<Order>(request);
                if (!order.Success)
                    throw new HttpRequestException("refused");
            }

            private void Counts(HttpRequestMessage request) => Console.WriteLine(request.RequestUri);

            private static async Task<HttpResponseMessage> SendChecked(HttpClient http, HttpRequestMessage request, Action<string> check)
            {
                var response = await http.SendAsync(request);
                check(await response.Content.ReadAsStringAsync());
                return response;
            }

            public async Task<Order> Get(string id)
            {
                using var other = new HttpRequestMessage(HttpMethod.Get, "other");
                using var request = new HttpRequestMessage(HttpMethod.Get, id);
                {{put}}
                HttpResponseMessage response = await {{send}};
                return {{read}};
            }
        }
        """;

    [Theory]
    [InlineData("request.Options.Set(Keys.Validation, LooksAtOrder);")]
    [InlineData("request.Options.Set(Keys.Validation, given);")]
    [InlineData("request.Options.Set(Keys.Validation, r => { if (Parsed<Order>(r).Id is null) throw new HttpRequestException(); });")]
    [InlineData("Action<HttpRequestMessage> looks = LooksAtOrder; request.Options.Set(Keys.Validation, looks);")]
    [InlineData("((IDictionary<string, object?>)request.Options).Add(\"Validation\", (Action<HttpRequestMessage>)LooksAtOrder);")]
    public Task DelegateInTheRequestsOptions_ThatReadsAndThrows_IsQuiet(string put) => Verify.VerifyAnalyzerAsync(Orders(put, Plain));

    [Theory]
    [InlineData("")]
    [InlineData("request.Options.Set(Keys.Name, id);")]
    [InlineData("request.Options.Set(Keys.Validation, Counts);")]
    [InlineData("request.Options.Set(Keys.Validation, r => Parsed<Order>(r).ToString());", "other")]
    [InlineData("other.Options.Set(Keys.Validation, LooksAtOrder);")]
    public Task OtherDelegate_OrOnAnotherRequest_Reports(string put, string sent = "request") =>
        Verify.VerifyAnalyzerAsync(Orders(put, Reported, $"http.SendAsync({sent})"));

    [Theory]
    [InlineData("text => { if (JsonSerializer.Deserialize<Order>(text) is null) throw new InvalidOperationException(); }", Plain)]
    [InlineData("text => Console.WriteLine(text)", Reported)]
    public Task DelegateBesideTheRequest_ThatReadsAndThrows_IsQuiet(string check, string read) =>
        Verify.VerifyAnalyzerAsync(Orders("", read, $"SendChecked(http, request, {check})"));

    [Fact]
    public Task DelegateWithTheRequestOfAStream_IsQuiet() => Verify.VerifyAnalyzerAsync(Orders(
        "request.Options.Set(Keys.Validation, LooksAtOrder);", "(await JsonSerializer.DeserializeAsync<Order>(await response.Content.ReadAsStreamAsync()))!"));
}
