using System.Threading.Tasks;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Payloads.IA5012UnpinnedApiVersion>;

namespace IntegrationAnalyzers.Tests.Rules.Payloads;

public sealed class IA5012UnpinnedApiVersionFixTests
{
    private const string Usings = IA5012UnpinnedApiVersionTests.Usings;

    [Fact]
    public Task FixIsOffered_BaseAddressOfRegistrations() => Verify.VerifyCodeFixAsync(
        Usings + """
        static class Registration
        {
            public static void Add(IServiceCollection services)
            {
                services.AddHttpClient("claude", client =>
                {
                    // The API of the assistant.
                    client.BaseAddress = new Uri([|"https://api.anthropic.com/"|]); // production
                    client.Timeout = TimeSpan.FromSeconds(60);
                });
                services.AddHttpClient("notes", client => client.BaseAddress = new Uri([|"https://api.notion.com/v1/"|])).SetHandlerLifetime(TimeSpan.FromMinutes(5));
            }
        }
        """,
        Usings + """
        static class Registration
        {
            public static void Add(IServiceCollection services)
            {
                services.AddHttpClient("claude", client =>
                {
                    // The API of the assistant.
                    client.BaseAddress = new Uri("https://api.anthropic.com/"); // production
                    client.DefaultRequestHeaders.Add("anthropic-version", "2026-10-21");
                    client.Timeout = TimeSpan.FromSeconds(60);
                });
                services.AddHttpClient("notes", client =>
                {
                    client.BaseAddress = new Uri("https://api.notion.com/v1/");
                    client.DefaultRequestHeaders.Add("Notion-Version", "2026-03-11");
                }).SetHandlerLifetime(TimeSpan.FromMinutes(5));
            }
        }
        """);

    [Fact]
    public Task FixIsOffered_InitializerAndMessage() => Verify.VerifyCodeFixAsync(
        Usings + """
        class Clients
        {
            private static readonly HttpClient Payments = new() { BaseAddress = new Uri([|"https://api.gocardless.com/"|]), Timeout = TimeSpan.FromSeconds(10) };

            public async Task Get()
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, [|"https://api.notion.com/v1/users"|]);
                using var response = await Payments.SendAsync(request);
                response.EnsureSuccessStatusCode();
            }
        }
        """,
        Usings + """
        class Clients
        {
            private static readonly HttpClient Payments = new() { BaseAddress = new Uri("https://api.gocardless.com/"), Timeout = TimeSpan.FromSeconds(10), DefaultRequestHeaders = { { "GoCardless-Version", "2015-07-06" } } };

            public async Task Get()
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, "https://api.notion.com/v1/users");
                request.Headers.Add("Notion-Version", "2026-03-11");
                using var response = await Payments.SendAsync(request);
                response.EnsureSuccessStatusCode();
            }
        }
        """);

    [Fact]
    public Task VersionTakesItOtherwise_NoFix() => Verify.VerifyNoFixAsync(Usings + """
        class Chat(HttpClient http)
        {
            public async Task Ask(string question)
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, [|"https://api.anthropic.com/v1/messages"|]);
                request.Content = JsonContent.Create(new { model = "claude", temperature = 0.5, messages = new[] { new { role = "user", content = question } } });
                using var response = await http.SendAsync(request);
                response.EnsureSuccessStatusCode();
            }
        }
        """);

    [Fact]
    public Task VersionDiffersByResourceOrIsSigned_NoFix() => Verify.VerifyNoFixAsync(Usings + """
        class Azure(HttpClient http)
        {
            public async Task Get(string token)
            {
                http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
                using var first = new HttpRequestMessage(HttpMethod.Get, [|"https://management.azure.com/subscriptions"|]);
                using var second = new HttpRequestMessage(HttpMethod.Get, [|"https://acme.blob.core.windows.net/?comp=list"|]);
                using var response = await http.SendAsync(first);
                response.EnsureSuccessStatusCode();
                using var other = await http.SendAsync(second);
                other.EnsureSuccessStatusCode();
            }
        }
        """);

    /// <summary>A maker that is handed other providers' addresses too would send them the header.</summary>
    [Fact]
    public Task MakerOfOthersClients_NoFix() => Verify.VerifyNoFixAsync(Usings + """
        class Clients
        {
            public static readonly HttpClient Notes = Build(new Uri([|"https://api.notion.com/v1/"|]));
            public static readonly HttpClient Mail = Build(new Uri("https://api.acmemail.com/"));

            private static HttpClient Build(Uri address)
            {
                var client = new HttpClient { Timeout = TimeSpan.FromSeconds(10) };
                client.BaseAddress = address;
                return client;
            }
        }
        """);

    [Fact]
    public Task MakerOfThisClientAlone_Fix() => Verify.VerifyCodeFixAsync(Usings + Maker.Replace("«0»", "[|\"https://api.notion.com/v1/\"|]").Replace("«1»", ""), Usings + Maker
        .Replace("«0»", "\"https://api.notion.com/v1/\"").Replace("«1»", "client.DefaultRequestHeaders.Add(\"Notion-Version\", \"2026-03-11\");\n        "));

    private const string Maker = """
        class Clients
        {
            public static readonly HttpClient Notes = Build(new Uri(«0»));

            private static HttpClient Build(Uri address)
            {
                var client = new HttpClient { Timeout = TimeSpan.FromSeconds(10) };
                client.BaseAddress = address;
                «1»return client;
            }
        }
        """;

    [Fact]
    public Task UrlInTheCall_NoFix() => Verify.VerifyNoFixAsync(Usings + """
        class Notes(HttpClient http)
        {
            public Task<string> Users() => http.GetStringAsync([|"https://api.notion.com/v1/users"|]);
        }
        """);
}
