using System.Threading.Tasks;
using IntegrationAnalyzers.Tests.Verification;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Payloads.IA5012UnpinnedApiVersion>;

namespace IntegrationAnalyzers.Tests.Rules.Payloads;

public sealed class IA5012UnpinnedApiVersionTests
{
    internal const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Net.Http;
        using System.Net.Http.Headers;
        using System.Net.Http.Json;
        using System.Threading;
        using System.Threading.Tasks;
        using Microsoft.Extensions.DependencyInjection;

        """;

    private static Task Reports(string code) => Verify.VerifyAnalyzerAsync(Usings + code);

    private static Task IsQuiet(string code) => Verify.VerifyAnalyzerAsync(Usings + code);

    [Fact]
    public Task UrlOfCall_Reports() => Reports("""
        class Notes(HttpClient http)
        {
            public Task<string> Get(Guid id) => http.GetStringAsync($[|"https://api.notion.com/v1/pages/{id}"|]);
        }
        """.Replace("$[|\"", "[|$\""));

    [Fact]
    public Task MessageConstantAndRegistration_Reports() => Reports("""
        class Payments(HttpClient http)
        {
            private const string Url = [|"https://api.gocardless.com/payments"|];

            public async Task Get()
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, Url);
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Environment.GetEnvironmentVariable("TOKEN"));
                using var response = await http.SendAsync(request);
                response.EnsureSuccessStatusCode();
            }
        }

        static class Registration
        {
            public static void Add(IServiceCollection services) => services.AddHttpClient("claude", client =>
            {
                client.BaseAddress = new Uri([|"https://api.anthropic.com/"|]);
                client.Timeout = TimeSpan.FromSeconds(60);
            });
        }
        """);

    [Fact]
    public Task AzureQueryAndStorage_Reports() => Reports("""
        class Azure(HttpClient http, string account)
        {
            public async Task Get(string token)
            {
                http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
                await http.GetStringAsync([|"https://management.azure.com/subscriptions"|]);
                await http.GetStringAsync([|"https://acme.blob.core.windows.net/?comp=list"|]);
            }
        }
        """);

    [Fact]
    public Task OneReportAProvider_Reports() => Reports("""
        class Notes(HttpClient http)
        {
            public Task<string> Pages() => http.GetStringAsync([|"https://api.notion.com/v1/pages"|]);

            public Task<string> Users() => http.GetStringAsync("https://api.notion.com/v1/users");
        }
        """);

    [Fact]
    public Task DefaultHeader_IsQuiet() => IsQuiet("""
        class Notes
        {
            private readonly HttpClient http = new() { BaseAddress = new Uri("https://api.notion.com/v1/"), Timeout = TimeSpan.FromSeconds(10) };

            public Notes() => http.DefaultRequestHeaders.Add("notion-version", "2022-06-28");

            public Task<string> Users() => http.GetStringAsync("users");
        }
        """);

    [Fact]
    public Task HeaderOfRequestOrHandler_IsQuiet() => IsQuiet("""
        class Notes(HttpClient http)
        {
            public async Task Get()
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, "https://api.notion.com/v1/users") { Headers = { { "Notion-Version", "2022-06-28" } } };
                using var response = await http.SendAsync(request);
                response.EnsureSuccessStatusCode();
            }
        }

        sealed class VersionHandler : DelegatingHandler
        {
            protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken token)
            {
                request.Headers.TryAddWithoutValidation("anthropic-version", "2023-06-01");
                return base.SendAsync(request, token);
            }
        }

        class Chat(HttpClient http)
        {
            public Task<string> Models() => http.GetStringAsync("https://api.anthropic.com/v1/models");
        }
        """);

    [Fact]
    public Task QueryParameter_IsQuiet() => IsQuiet("""
        class Azure(HttpClient http)
        {
            public Task<string> Get() => http.GetStringAsync("https://management.azure.com/subscriptions?api-version=2022-12-01");

            public Task<string> Other(string query) => http.GetStringAsync($"https://management.usgovcloudapi.net/subscriptions?{query}");
        }
        """);

    [Fact]
    public Task HeaderNamesNotConstant_IsQuiet() => IsQuiet("""
        class Notes(HttpClient http, Dictionary<string, string> headers)
        {
            public async Task Get()
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, "https://api.notion.com/v1/users");
                foreach (var header in headers)
                    request.Headers.Add(header.Key, header.Value);
                using var response = await http.SendAsync(request);
                response.EnsureSuccessStatusCode();
            }
        }
        """);

    [Fact]
    public Task SignedOrAnonymousStorage_IsQuiet() => IsQuiet("""
        class Blobs(HttpClient http)
        {
            public Task<string> Get(string signature) => http.GetStringAsync($"https://acme.blob.core.windows.net/reports/today.json?{signature}");

            public Task<string> Public() => http.GetStringAsync("https://acme.blob.core.windows.net/public/logo.svg");
        }
        """);

    [Fact]
    public Task NoRequestOfThisKind_IsQuiet() => IsQuiet("""
        class Links(HttpClient http)
        {
            public string Help => "https://api.notion.com/v1/";

            public Task<string> Chat() => http.GetStringAsync("https://api.anthropic.com/v1/chat/completions");

            public Task<string> Other() => http.GetStringAsync("https://www.notion.com/help");

            public Task<string> Token() => http.GetStringAsync("https://api.notion.com/v1/oauth/token");
        }
        """);

    /// <summary>An SDK's client sends its version by itself.</summary>
    [Fact]
    public Task ClientOfSdk_IsQuiet() => IsQuiet("""
        namespace Azure.Storage.Blobs
        {
            public class BlobServiceClient
            {
                public BlobServiceClient(Uri uri, AuthenticationHeaderValue credential)
                {
                }
            }
        }

        class Blobs
        {
            public object Client(AuthenticationHeaderValue credential) => new Azure.Storage.Blobs.BlobServiceClient(new Uri("https://acme.blob.core.windows.net"), credential);
        }
        """.Replace("namespace", "#pragma warning disable\nnamespace"));

    [Fact(Skip = "Known gap: A second client of the project that lacks the version is not reported where another one names it")]
    public Task OneOfTwoClients_Reports() => Reports("""
        class Notes(HttpClient http)
        {
            public Task<string> Users() => http.GetStringAsync([|"https://api.notion.com/v1/users"|]);
        }

        class Pages
        {
            private readonly HttpClient http = new() { BaseAddress = new Uri("https://api.notion.com/v1/"), Timeout = TimeSpan.FromSeconds(10) };

            public Pages() => http.DefaultRequestHeaders.Add("Notion-Version", "2022-06-28");

            public Task<string> All() => http.GetStringAsync("pages");
        }
        """);

    [Fact]
    public Task DefaultOfASetting_BesideAProxyThatCopiesHeaders_Reports() => Reports("""
        static class Registration
        {
            public static void Add(IServiceCollection services, Microsoft.Extensions.Configuration.IConfiguration configuration) => services.AddHttpClient("claude", client =>
            {
                client.BaseAddress = new Uri(configuration["Claude:Url"] ?? [|"https://api.anthropic.com/"|]);
                client.Timeout = TimeSpan.FromSeconds(60);
            });

            public static async Task Copy(Microsoft.AspNetCore.Http.HttpContext context, HttpClient http)
            {
                using var response = await http.GetAsync("a");
                context.Response.StatusCode = (int)response.StatusCode;
                foreach (var header in response.Headers)
                    context.Response.Headers[header.Key] = string.Join(",", header.Value);
            }
        }
        """);
}
