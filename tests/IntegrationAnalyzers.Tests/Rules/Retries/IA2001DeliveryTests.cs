using System.Threading.Tasks;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Retries.IA2001RetriedWriteWithoutIdempotencyKey>;

namespace IntegrationAnalyzers.Tests.Rules.Retries;

/// <summary>POSTs that tell their receiver which event they are of, and POSTs that ask a model something.</summary>
public sealed class IA2001DeliveryTests
{
    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Net.Http;
        using System.Net.Http.Json;
        using System.Text.Json;
        using System.Threading.Tasks;
        using Polly;
        using Polly.Retry;

        public record WorkItem(string EventId, string Url, string Body, int Attempt);

        public class WebhookDelivery { public Guid DeliveryId { get; set; } public string? Body { get; set; } }

        public class Registration { public Guid EventId { get; set; } public string? Name { get; set; } }


        """;

    private static Task Sends(string type, string members) => Verify.VerifyAnalyzerAsync(Usings + "class " + type + "(HttpClient http)\n{\n" + """
            private readonly AsyncRetryPolicy _retry = Policy.Handle<HttpRequestException>().RetryAsync(3);


        """ + members + "\n}\n");

    private static Task Body(string type, string body, string mark = "PostAsJsonAsync") => Sends(type, $$"""
            private const string EventIdKey = "EventId";

            public Task Send(WorkItem work) => _retry.ExecuteAsync(() => http.{{mark}}(work.Url, {{body}}));
        """);

    [Fact]
    public Task EventIdInTheBodyOfABaseClass_VirtoCommerceWebHookSender_IsQuiet() => Verify.VerifyAnalyzerAsync(Usings + """
        public abstract class WebHookSenderBase
        {
            private const string EventIdKey = "EventId";

            protected virtual HttpRequestMessage CreateWebHookRequest(WorkItem workItem)
            {
                var request = new HttpRequestMessage(HttpMethod.Post, workItem.Url);
                CreateWebHookRequestBody(workItem, request);
                return request;
            }

            private static void CreateWebHookRequestBody(WorkItem workItem, HttpRequestMessage request)
            {
                var body = new Dictionary<string, object>
                {
                    [EventIdKey] = workItem.EventId,
                    ["Attempt"] = workItem.Attempt + 1,
                };
                request.Content = new StringContent(JsonSerializer.Serialize(body));
            }
        }

        public class RetriableWebHookSender(HttpClient http) : WebHookSenderBase
        {
            public async Task SendWebHookAsync(WorkItem workItem)
            {
                var policy = Policy.Handle<HttpRequestException>().WaitAndRetryAsync(3, attempt => TimeSpan.FromMinutes(attempt));
                await policy.ExecuteAsync(() => PerformSend(workItem));
            }

            private async Task PerformSend(WorkItem workItem)
            {
                var request = CreateWebHookRequest(workItem);
                var response = await http.SendAsync(request);
                response.EnsureSuccessStatusCode();
            }
        }
        """);

    [Theory]
    [InlineData("new { eventId = work.EventId, body = work.Body }")]
    [InlineData("new { work.EventId, work.Body }")]
    [InlineData("new Dictionary<string, object> { [EventIdKey] = work.EventId }")]
    [InlineData("new Dictionary<string, object> { { \"event_id\", work.EventId.ToString() } }")]
    public Task EventIdOfAWebhook_IsQuiet(string body) => Body("WebhookSender", body);

    [Theory]
    [InlineData("new { eventId = Guid.NewGuid(), body = work.Body }")]
    [InlineData("new { work.Attempt, work.Body }")]
    public Task EventIdMadeAtEachAttempt_OrNone_Reports(string body) => Body("WebhookSender", body, "[|PostAsJsonAsync|]");

    [Fact]
    public Task EventIdThatSomebodyRegistersFor_Reports() => Body("Registrations", "new { eventId = work.EventId, body = work.Body }", "[|PostAsJsonAsync|]");

    [Theory]
    [InlineData("X-Webhook-Delivery", "delivery")]
    [InlineData("X-Event-Id", "delivery")]
    [InlineData("webhook-id", "delivery")]
    [InlineData("X-Event-Guid", "delivery")]
    [InlineData("X-Webhook-Delivery-Id", "delivery")]
    [InlineData("X-Notification-Id", "delivery")]
    [InlineData("X-Message-Id", "delivery")]
    public Task DeliveryInAHeader_IsQuiet(string header, string value) => Header(header, value, "SendAsync");

    [Theory]
    [InlineData("X-Webhook-Delivery", "Guid.NewGuid().ToString()")]
    [InlineData("X-Webhook-Event", "delivery")]
    public Task HeaderMadeAnew_OrOfAnother_Reports(string header, string value) => Header(header, value, "[|SendAsync|]");

    private static Task Header(string header, string value, string send) => Sends("WebhookSender", $$"""
            public Task Send(string url, string delivery) => _retry.ExecuteAsync(async () =>
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, url);
                request.Headers.Add("{{header}}", {{value}});
                await http.{{send}}(request);
            });
        """);

    [Fact]
    public Task PayloadHandedInWithItsIdentity_IsQuiet() => Sends("Dispatcher", """
            public Task Send(string url, WebhookDelivery delivery) => _retry.ExecuteAsync(() => http.PostAsJsonAsync(url, delivery));
        """);

    [Fact]
    public Task PayloadMadeHere_OrOfSomethingElse_Reports() => Sends("Dispatcher", """
            public Task Send(string url) => _retry.ExecuteAsync(() => http.[|PostAsJsonAsync|](url, new WebhookDelivery { DeliveryId = Guid.NewGuid() }));

            public Task Register(string url, Registration registration) => _retry.ExecuteAsync(() => http.[|PostAsJsonAsync|](url, registration));
        """);

    [Theory]
    [InlineData("TranscribeAsync")]
    [InlineData("AnalyzeAudioAsync")]
    [InlineData("AnalyseAudioAsync")]
    [InlineData("ExtractTextAsync")]
    [InlineData("InferAsync")]
    [InlineData("PredictAsync")]
    [InlineData("RecogniseAsync")]
    [InlineData("SummarizeAsync")]
    [InlineData("SummariseAsync")]
    [InlineData("SynthesizeAsync")]
    [InlineData("ParseAsync")]
    [InlineData("BrowseAsync")]
    [InlineData("DescribeAsync")]
    [InlineData("ResolveAsync")]
    [InlineData("GetAsync")]
    [InlineData("FindAsync")]
    [InlineData("FetchAsync")]
    [InlineData("LoadAsync")]
    [InlineData("ReadAsync")]
    [InlineData("ListAsync")]
    [InlineData("CountAsync")]
    [InlineData("CheckAsync")]
    [InlineData("IsThere")]
    [InlineData("HasOne")]
    [InlineData("ExistsAsync")]
    [InlineData("DownloadAsync")]
    [InlineData("RecognizeAsync")]
    [InlineData("ModerateTextAsync")]
    [InlineData("EmbedAsync")]
    [InlineData("SpeechToTextAsync")]
    public Task AskingAModel_TranscriptionService_IsQuiet(string method) => Asks(method, "jobs", method);

    [Theory]
    [InlineData("orders/search")]
    [InlineData("orders/query")]
    [InlineData("orders/queries")]
    [InlineData("graphql")]
    [InlineData("connect/token")]
    [InlineData("connect/tokens")]
    [InlineData("login")]
    [InlineData("logon")]
    [InlineData("signin")]
    [InlineData("auth")]
    [InlineData("oauth")]
    [InlineData("oauth2")]
    [InlineData("authenticate")]
    [InlineData("authentication")]
    [InlineData("lookup")]
    [InlineData("validate")]
    [InlineData("validation")]
    [InlineData("verify")]
    [InlineData("calculate")]
    [InlineData("estimate")]
    [InlineData("quote")]
    [InlineData("preview")]
    [InlineData("ping")]
    [InlineData("health")]
    [InlineData("healthcheck")]
    [InlineData("introspect")]
    [InlineData("refresh")]
    [InlineData("v1/embeddings")]
    [InlineData("v1/embedding")]
    [InlineData("translate")]
    [InlineData("classify")]
    [InlineData("classifier")]
    [InlineData("transcribe")]
    [InlineData("transcription")]
    [InlineData("recognize")]
    [InlineData("recognition")]
    [InlineData("detect")]
    [InlineData("v1/rerank")]
    [InlineData("v1/audio/transcriptions")]
    [InlineData("v1/moderations")]
    [InlineData("v1/speech:recognize")]
    [InlineData("vision/v3.2/ocr")]
    public Task AddressOfAModel_IsQuiet(string path) => Asks("RunAsync", path, "RunAsync");

    [Theory]
    [InlineData("CreateCaseAsync")]
    [InlineData("SendEmbedAsync")]
    [InlineData("PublishAnalysisAsync")]
    public Task WritingWhatWasFound_Reports(string method) => Asks(method, "cases", "[|" + method + "|]");

    [Fact]
    public Task WritingATextThatWasAskedFor_Reports() => Sends("Cases", """
            private string? _transcription;

            public Task Process(string id) => _retry.ExecuteAsync(() => [|CreateCaseAsync|](id, _transcription + ""));

            private async Task CreateCaseAsync(string id, string transcriptionText)
            {
                _transcription = null;
                var response = await http.PostAsJsonAsync("cases", new { id, transcriptionText });
                response.EnsureSuccessStatusCode();
            }
        """);

    private static Task Asks(string method, string path, string mark) => Sends("Audio", $$"""
            public async Task Process(string audio)
            {
                await _retry.ExecuteAsync(() => {{mark}}(audio));
            }

            private async Task<string> {{method}}(string audio)
            {
                var response = await http.PostAsync("{{path}}", new StringContent(audio));
                response.EnsureSuccessStatusCode();
                return await response.Content.ReadAsStringAsync();
            }
        """);

    [Theory]
    [InlineData("BuildUrl(path, queryParams)")]
    [InlineData("BuildQueryString(path)")]
    [InlineData("$\"bot{_botToken}/sendMessage\"")]
    [InlineData("$\"messages?access_token={_settings.AccessToken}\"")]
    public Task QueryOrTokenInTheAddress_AllegroClient_Reports(string address) => Addressed(address, "[|PostAsync|]");

    [Theory]
    [InlineData("$\"{path}/{Endpoints.AccessToken}\"")]
    [InlineData("$\"{path}/{_tokenUrl}\"")]
    [InlineData("Endpoints.Token")]
    [InlineData("$\"{path}/query\"")]
    public Task AddressThatATokenIsAskedOf_IsQuiet(string address) => Addressed(address, "PostAsync");

    private static Task Addressed(string address, string send) => Sends("Messages", $$"""
            private readonly string _botToken = Environment.MachineName;
            private readonly string _tokenUrl = Environment.MachineName;
            private readonly Settings _settings = new();

            private class Settings { public string AccessToken = Environment.MachineName; }

            private static class Endpoints { public static string AccessToken = Environment.MachineName; public static string Token = Environment.MachineName; }

            private static string BuildUrl(string path, Dictionary<string, string>? values) => path + values?.Count;

            private static string BuildQueryString(string path) => path + "?a=b";

            public async Task Notify(string path, HttpContent content, Dictionary<string, string>? queryParams)
            {
                var url = {{address}};
                await _retry.ExecuteAsync(async () =>
                {
                    var response = await http.{{send}}(url, content);
                    response.EnsureSuccessStatusCode();
                });
            }
        """);
}
