using System.Threading.Tasks;
using Xunit;
using HandlerVerify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Retries.IA2004HandlerRepeatsWrites>;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Retries.IA2001RetriedWriteWithoutIdempotencyKey>;

namespace IntegrationAnalyzers.Tests.Rules.Retries;

/// <summary>A POST that asks a language model changes nothing at the other side, however often it is sent.</summary>
public sealed class ModelPromptTests
{
    private const string Usings = """
        using System;
        using System.Net.Http;
        using System.Net.Http.Json;
        using System.Threading.Tasks;
        using Microsoft.Extensions.DependencyInjection;
        using Polly;

        """;

    [Theory]
    [InlineData("$\"https://generativelanguage.googleapis.com/v1beta/models/{model}:generateContent?alt={id}\"")]
    [InlineData("$\"https://generativelanguage.googleapis.com/v1beta/models/{model}:streamGenerateContent\"")]
    [InlineData("\"https://generativelanguage.googleapis.com/v1beta/models/gemini-2.5-flash:countTokens\"")]
    [InlineData("$\"https://generativelanguage.googleapis.com/v1beta/models/{model}:predict?alt={id}\"")]
    [InlineData("\"https://api.openai.com/v1/images/generations\"")]
    [InlineData("\"https://api.openai.com/v1/audio/transcriptions\"")]
    [InlineData("$\"{endpoint}/openai/deployments/{model}/images/generations?api-version={id}\"")]
    [InlineData("\"https://api.deepseek.com/v1/chat/completions\"")]
    [InlineData("\"v1/chat/completions\"")]
    [InlineData("\"https://api.openai.com/v1/completions\"")]
    [InlineData("$\"{endpoint}/openai/deployments/{model}/completions?api-version={id}\"")]
    [InlineData("\"https://api.openai.com/v1/responses\"")]
    [InlineData("\"https://api.anthropic.com/v1/messages\"")]
    [InlineData("Anthropic + \"/v1/messages\"")]
    [InlineData("Kept")]
    [InlineData("new Uri(Kept)")]
    [InlineData("$\"{Kept}?beta={id}\"")]
    public Task PromptOfAModelInARetry_IsQuiet(string url) => Verify.VerifyAnalyzerAsync(Retried(url, "PostAsync"));

    /// <summary>A team whose own words say nothing of models: their addresses do.</summary>
    private static Task AsksInARetry(string url) => new Verify.Test
    {
        TestCode = Retried(url, "PostAsync"),
        TestState = { AnalyzerConfigFiles = { ("/.editorconfig", "root = true\n[*.cs]\nintegration_analyzers.ia2001.read_only_names = browse\n") } },
    }.RunAsync();

    [Theory]
    [InlineData("generateContent")]
    [InlineData("streamGenerateContent")]
    [InlineData("countTokens")]
    [InlineData("embedContent")]
    [InlineData("batchEmbedContents")]
    [InlineData("predict")]
    [InlineData("rawPredict")]
    [InlineData("streamRawPredict")]
    public Task ActionOfGooglesModelsInARetry_IsQuiet(string action) =>
        AsksInARetry($"$\"https://aiplatform.googleapis.com/v1/projects/shop/locations/eu/publishers/google/models/{{model}}:{action}\"");

    [Theory]
    [InlineData("https://api.anthropic.com/v1/messages/count_tokens")]
    [InlineData("https://api.anthropic.com/v1/complete")]
    [InlineData("https://api.openai.com/v1/moderations")]
    [InlineData("https://api.openai.com/v1/embeddings")]
    [InlineData("https://api.openai.com/v1/images/edits")]
    [InlineData("https://api.openai.com/v1/images/variations")]
    [InlineData("https://api.openai.com/v1/audio/speech")]
    [InlineData("https://api.openai.com/v1/audio/translations")]
    [InlineData("https://api.cohere.com/v1/chat")]
    [InlineData("https://api.cohere.com/v2/chat")]
    [InlineData("https://api.cohere.com/v1/generate")]
    [InlineData("https://api.cohere.com/v1/rerank")]
    [InlineData("https://api.cohere.com/v2/rerank")]
    [InlineData("https://api.cohere.ai/v1/chat")]
    [InlineData("https://api.cohere.ai/v2/chat")]
    [InlineData("https://api.cohere.ai/v1/generate")]
    [InlineData("https://api.cohere.ai/v1/rerank")]
    [InlineData("http://localhost:11434/api/chat")]
    [InlineData("http://localhost:11434/api/generate")]
    public Task PathOfAHostThatAsksInARetry_IsQuiet(string url) => AsksInARetry($"\"{url}\"");

    [Theory]
    [InlineData("$\"https://api.twilio.com/v1/messages\"")]
    [InlineData("\"v1/messages\"")]
    [InlineData("$\"https://{model}/v1/messages\"")]
    [InlineData("\"https://api.anthropic.com/v1/messages/batches\"")]
    [InlineData("\"https://api.acme.dev/v1/responses\"")]
    [InlineData("\"https://api.openai.com/v1/responses/resp_1/cancel\"")]
    [InlineData("$\"https://api.openai.com/v1/chat/completions/{id}\"")]
    [InlineData("\"https://api.acme.dev/orders/completions\"")]
    [InlineData("\"https://api.acme.dev/products/images/generations\"")]
    [InlineData("\"completions\"")]
    [InlineData("$\"https://api.acme.dev/orders/{id}:complete\"")]
    public Task OtherWriteInARetry_Reports(string url) => Verify.VerifyAnalyzerAsync(Retried(url, "[|PostAsync|]"));

    /// <summary>The words of an option are a project's own; the addresses of models hold beside them.</summary>
    [Fact]
    public Task CompletedOrder_Reports() => Verify.VerifyAnalyzerAsync(Usings + """
        class Orders(HttpClient http)
        {
            private static readonly IAsyncPolicy Retry = Policy.Handle<HttpRequestException>().RetryAsync(3);

            public Task Run(string id, HttpContent content) => Retry.ExecuteAsync(() => [|CompleteOrder|](id, content));

            private Task CompleteOrder(string id, HttpContent content) => http.PostAsync($"orders/{id}/completion", content);
        }
        """);

    [Fact]
    public Task PromptBehindAWrapper_IsQuiet() => Verify.VerifyAnalyzerAsync(Usings + """
        class Models(HttpClient http)
        {
            private static readonly IAsyncPolicy Retry = Policy.Handle<HttpRequestException>().RetryAsync(3);

            public Task Ask(HttpContent content) => Retry.ExecuteAsync(() => Send("/v1/chat/completions", content));

            private async Task Send(string path, HttpContent content)
            {
                var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
                using var response = await http.SendAsync(request);
                response.EnsureSuccessStatusCode();
            }
        }
        """);

    /// <summary>IdeorAI/backend, Program.cs with DeepSeekClient.cs and OpenRouterClient.cs: all that the client sends.</summary>
    [Theory]
    [InlineData("", "\"https://api.deepseek.com/v1/chat/completions\"")]
    [InlineData("c.BaseAddress = new Uri(\"https://openrouter.ai/api/v1/\");", "\"chat/completions\"")]
    [InlineData("c.BaseAddress = new Uri(\"https://openrouter.ai/api/v1/chat/\");", "\"completions\"")]
    [InlineData("c.BaseAddress = new Uri(\"https://api.anthropic.com\");", "\"v1/messages\"")]
    [InlineData("c.BaseAddress = new Uri(\"https://api.anthropic.com/v1/\");", "\"messages\"")]
    public Task HandlerOfAClientThatOnlyPrompts_IsQuiet(string configuration, string url) =>
        HandlerVerify.VerifyAnalyzerAsync(Registered(configuration, url, "AddStandardResilienceHandler"));

    [Theory]
    [InlineData("c.BaseAddress = new Uri(\"https://api.twilio.com\");", "\"v1/messages\"")]
    [InlineData("c.BaseAddress = new Uri(\"https://api.anthropic.com/v1\");", "\"messages\"")]
    [InlineData("", "\"messages\"")]
    public Task HandlerOfAClientThatSendsMessages_Reports(string configuration, string url) =>
        HandlerVerify.VerifyAnalyzerAsync(Registered(configuration, url, "[|AddStandardResilienceHandler|]"));

    [Fact]
    public Task HandlerOfAClientThatPromptsAndWrites_Reports() => HandlerVerify.VerifyAnalyzerAsync(
        Registered("", "\"https://api.deepseek.com/v1/chat/completions\"", "[|AddStandardResilienceHandler|]") + """
        class Billing(IHttpClientFactory factory)
        {
            public Task TopUp(object request) => factory.CreateClient("model").PostAsJsonAsync("https://api.deepseek.com/v1/top-ups", request);
        }
        """);

    [Fact(Skip = "Known gap: The base address of a client made by hand does not tell that its relative `v1/messages` goes to a language model")]
    public Task PromptUnderTheBaseAddressOfAClientMadeByHand_IsQuiet() => Verify.VerifyAnalyzerAsync(Usings + """
        class Models
        {
            private static readonly IAsyncPolicy Retry = Policy.Handle<HttpRequestException>().RetryAsync(3);
            private static readonly HttpClient Http = new() { BaseAddress = new Uri("https://api.anthropic.com"), Timeout = TimeSpan.FromSeconds(90) };

            public Task Run(HttpContent content) => Retry.ExecuteAsync(() => Http.PostAsync("v1/messages", content));
        }
        """);

    private static string Retried(string url, string post) => Usings + $$"""
        class Models(HttpClient http)
        {
            private const string Anthropic = "https://api.anthropic.com";
            private static readonly string Kept = Anthropic + "/v1/messages";
            private static readonly IAsyncPolicy Retry = Policy.Handle<HttpRequestException>().RetryAsync(3);

            public Task Run(string model, string id, string endpoint, HttpContent content) => Retry.ExecuteAsync(async () =>
            {
                var url = {{url}};
                using var response = await http.{{post}}(url, content);
                response.EnsureSuccessStatusCode();
            });
        }
        """;

    private static string Registered(string configuration, string url, string handler) => Usings + $$"""
        static class Startup
        {
            public static void Add(IServiceCollection services) =>
                services.AddHttpClient("model", c => { c.Timeout = TimeSpan.FromSeconds(90); {{configuration}} }).{{handler}}();
        }

        class Models(IHttpClientFactory factory)
        {
            public async Task Run(object request)
            {
                var client = factory.CreateClient("model");
                using var response = await client.PostAsJsonAsync({{url}}, request);
                response.EnsureSuccessStatusCode();
            }
        }

        """;
}
