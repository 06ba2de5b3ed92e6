using System.Threading.Tasks;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Secrets.IA3004NonProductionEndpoint>;

namespace IntegrationAnalyzers.Tests.Rules.Secrets;

/// <summary>The names under which an endpoint is read whose host says nothing.</summary>
public sealed class IA3004EndpointNameTests
{
    private const string Usings = IA3004NonProductionEndpointTests.Usings;

    [Fact]
    public Task TypedClient_FixNamesItsPurpose() => Verify.VerifyCodeFixAsync(
        Usings + """
        class UserHttpClient
        {
            private readonly HttpClient _client;

            public UserHttpClient(HttpClient client)
            {
                _client = client;
                _client.BaseAddress = new Uri([|"http://localhost:5000"|]);
            }
        }
        """,
        Usings + """
        class UserHttpClient
        {
            private readonly HttpClient _client;

            public UserHttpClient(HttpClient client)
            {
                _client = client;
                _client.BaseAddress = new Uri(Environment.GetEnvironmentVariable("USER_BASE_URL") ?? throw new InvalidOperationException("Set the environment variable USER_BASE_URL."));
            }
        }
        """);

    [Fact]
    public Task Registration_FixNamesTheClient() => Verify.VerifyCodeFixAsync(
        Usings + """
        using Microsoft.Extensions.DependencyInjection;

        class OrderService(HttpClient http) { public Task<string> Get() => http.GetStringAsync("orders"); }

        static class Startup
        {
            public static void Add(IServiceCollection services)
            {
                services.AddHttpClient<OrderService>(opt =>
                {
                    opt.BaseAddress = new Uri([|"http://localhost:7202/"|]);
                    opt.Timeout = TimeSpan.FromSeconds(9);
                });
                services.AddHttpClient("price-list", c =>
                {
                    c.BaseAddress = new Uri([|"http://localhost:7203/"|]);
                    c.Timeout = TimeSpan.FromSeconds(9);
                });
            }
        }
        """,
        Usings + """
        using Microsoft.Extensions.DependencyInjection;

        class OrderService(HttpClient http) { public Task<string> Get() => http.GetStringAsync("orders"); }

        static class Startup
        {
            public static void Add(IServiceCollection services)
            {
                services.AddHttpClient<OrderService>(opt =>
                {
                    opt.BaseAddress = new Uri(Environment.GetEnvironmentVariable("ORDER_BASE_URL") ?? throw new InvalidOperationException("Set the environment variable ORDER_BASE_URL."));
                    opt.Timeout = TimeSpan.FromSeconds(9);
                });
                services.AddHttpClient("price-list", c =>
                {
                    c.BaseAddress = new Uri(Environment.GetEnvironmentVariable("PRICE_LIST_BASE_URL") ?? throw new InvalidOperationException("Set the environment variable PRICE_LIST_BASE_URL."));
                    c.Timeout = TimeSpan.FromSeconds(9);
                });
            }
        }
        """);

    [Fact]
    public Task TwoEndpointsOfOnePurpose_FixTellsThemApartByPort() => Verify.VerifyCodeFixAsync(
        Usings + """
        class Orders(HttpClient http)
        {
            public Task<string> Read() => http.GetStringAsync([|"http://localhost:5000"|]);

            public Task<string> Search(string text) => http.GetStringAsync([|$"http://localhost:5001/search?q={text}"|]);
        }
        """,
        Usings + """
        class Orders(HttpClient http)
        {
            public Task<string> Read() => http.GetStringAsync(Environment.GetEnvironmentVariable("ORDERS_PORT5000_BASE_URL") ?? throw new InvalidOperationException("Set the environment variable ORDERS_PORT5000_BASE_URL."));

            public Task<string> Search(string text) => http.GetStringAsync((Environment.GetEnvironmentVariable("ORDERS_PORT5001_BASE_URL") ?? throw new InvalidOperationException("Set the environment variable ORDERS_PORT5001_BASE_URL.")).TrimEnd('/') + $"/search?q={text}");
        }
        """);

    [Fact]
    public Task NoNameTellsThePurpose_FixNamesThePort() => Verify.VerifyCodeFixAsync(
        Usings + """
        class ApiClient(HttpClient http)
        {
            private const string BaseUrl = [|"http://localhost:5000/"|];

            public Task<string> Read() => http.GetStringAsync(BaseUrl + "x");
        }
        """,
        Usings + """
        class ApiClient(HttpClient http)
        {
            private static string BaseUrl => Environment.GetEnvironmentVariable("LOCALHOST_PORT5000_BASE_URL") ?? throw new InvalidOperationException("Set the environment variable LOCALHOST_PORT5000_BASE_URL.");

            public Task<string> Read() => http.GetStringAsync(BaseUrl + "x");
        }
        """);
}
