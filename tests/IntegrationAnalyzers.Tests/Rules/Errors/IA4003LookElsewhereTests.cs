using System.Threading.Tasks;
using Xunit;
using static IntegrationAnalyzers.Tests.Rules.Errors.ResponseSource;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Errors.IA4003StatusNotLookedAt>;

namespace IntegrationAnalyzers.Tests.Rules.Errors;

/// <summary>Looks at the status in helpers, wrappers, base classes and handlers.</summary>
public class IA4003LookElsewhereTests
{
    [Fact]
    public Task HelperThatThrows_IsQuiet() => Verify.VerifyAnalyzerAsync(Service("""
        public async Task<string> ReadAsync(string id)
        {
            var response = await client.GetAsync(id);
            await ThrowOnFailureAsync(response);
            return await response.Content.ReadAsStringAsync();
        }

        private static async Task ThrowOnFailureAsync(HttpResponseMessage answer)
        {
            if (answer.IsSuccessStatusCode)
                return;
            throw new InvalidOperationException(await answer.Content.ReadAsStringAsync());
        }
        """));

    private static string SignIn(string before, string behind) => Service($$"""
        public async Task<bool> SignInAsync(System.Net.CookieContainer cookies, HttpContent form, Uri site)
        {
            {{before}}
            {{behind}}
        }
        """);

    /// <summary>A refused sign-in sets no cookie.</summary>
    [Theory]
    [InlineData("return cookies.GetCookies(site)[\"auth\"] is not null;")]
    [InlineData("return cookies.GetAllCookies().Count > 0;")]
    [InlineData("return cookies.GetCookieHeader(site).Contains(\"auth\");")]
    public Task CookiesAskedForBehind_YourShippingMonitor_IsQuiet(string behind) => Verify.VerifyAnalyzerAsync(SignIn("await client.PostAsync(\"signin\", form);", behind));

    [Theory]
    [InlineData("if (cookies.GetCookies(site).Count > 0) return true; await [|client.PostAsync(\"signin\", form)|];", "return true;")]
    [InlineData("await [|client.PostAsync(\"signin\", form)|];", "cookies.Add(site, new System.Net.Cookie()); return true;")]
    public Task CookiesNotAskedForBehind_Reports(string before, string behind) => Verify.VerifyAnalyzerAsync(SignIn(before, behind));

    [Fact]
    public Task ExtensionThatThrows_IsQuiet() => Verify.VerifyAnalyzerAsync(
        ("Test0.cs", Text("var response = (await client.GetAsync(id)).EnsureOk();\nreturn await response.Content.ReadAsStringAsync();")),
        ("Ok.cs", "using System.Net.Http;\n\npublic static class Ok\n{\n    public static HttpResponseMessage EnsureOk(this HttpResponseMessage response) => response.EnsureSuccessStatusCode();\n}\n"));

    [Fact]
    public Task BaseClassChecker_DevStore_IsQuiet() => Verify.VerifyAnalyzerAsync(File("""
        public abstract class Service
        {
            protected bool HandleErrors(HttpResponseMessage response)
            {
                switch ((int)response.StatusCode)
                {
                    case 401:
                    case 403:
                    case 500:
                        throw new InvalidOperationException();
                    case 400:
                        return false;
                }

                response.EnsureSuccessStatusCode();
                return true;
            }

            protected async Task<T?> ReadAsync<T>(HttpResponseMessage response) => JsonSerializer.Deserialize<T>(await response.Content.ReadAsStringAsync());
        }

        public class Orders(HttpClient client) : Service
        {
            public async Task<string?> OneAsync()
            {
                var response = await client.GetAsync("orders/1");
                HandleErrors(response);
                return await ReadAsync<string>(response);
            }

            public async Task<string?> AddAsync(HttpContent content)
            {
                var response = await client.PostAsync("orders", content);
                if (!HandleErrors(response))
                    return await ReadAsync<string>(response);
                return "added";
            }
        }
        """));

    [Fact]
    public Task WrapperThatLooks_IsQuiet() => Verify.VerifyAnalyzerAsync(Service("""
        public async Task<string> ReadAsync()
        {
            var response = await SendAsync("one");
            return await response.Content.ReadAsStringAsync();
        }

        private async Task<HttpResponseMessage> SendAsync(string path)
        {
            var response = await client.GetAsync(path);
            if (!response.IsSuccessStatusCode)
                throw new InvalidOperationException();
            return response;
        }
        """));

    [Fact]
    public Task HandlerOfTheRegistrationThatChecks_IsQuiet() => Verify.VerifyAnalyzerAsync(File("""
        public sealed class ThrowOnFailure : DelegatingHandler
        {
            protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            {
                var response = await base.SendAsync(request, cancellationToken);
                if (!response.IsSuccessStatusCode)
                    throw new InvalidOperationException(await response.Content.ReadAsStringAsync(cancellationToken));
                return response;
            }
        }

        public class Rates(HttpClient client)
        {
            public async Task<string> ReadAsync()
            {
                var response = await client.GetAsync("rates");
                return await response.Content.ReadAsStringAsync();
            }
        }

        public static class Setup
        {
            public static void Add(IServiceCollection services) =>
                services.AddHttpClient<Rates>(c => c.Timeout = TimeSpan.FromSeconds(10)).AddHttpMessageHandler<ThrowOnFailure>();
        }
        """));

    [Theory]
    [InlineData("MessageProcessingHandler")]
    public Task HandlerThatProcessesEachResponse_IsQuiet(string type) => Verify.VerifyAnalyzerAsync(File($$"""
        public sealed class ThrowOnFailure : {{type}}
        {
            protected override HttpRequestMessage ProcessRequest(HttpRequestMessage request, CancellationToken cancellationToken) => request;

            protected override HttpResponseMessage ProcessResponse(HttpResponseMessage response, CancellationToken cancellationToken)
            {
                if (!response.IsSuccessStatusCode)
                    throw new InvalidOperationException(response.ReasonPhrase);
                return response;
            }
        }

        public class Rates(HttpClient client)
        {
            public async Task<string> ReadAsync()
            {
                var response = await client.GetAsync("rates");
                return await response.Content.ReadAsStringAsync();
            }
        }

        public static class Setup
        {
            public static void Add(IServiceCollection services) =>
                services.AddHttpClient<Rates>(c => c.Timeout = TimeSpan.FromSeconds(10)).AddHttpMessageHandler<ThrowOnFailure>();
        }
        """));

    [Fact]
    public Task HandlerOfAnotherRegistration_Reports() => Verify.VerifyAnalyzerAsync(File("""
        public sealed class ThrowOnFailure : DelegatingHandler
        {
            protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            {
                var response = await base.SendAsync(request, cancellationToken);
                return response.IsSuccessStatusCode ? response : throw new InvalidOperationException();
            }
        }

        public class Rates(HttpClient client)
        {
            public async Task<string> ReadAsync()
            {
                var response = await [|client.GetAsync("rates")|];
                return await response.Content.ReadAsStringAsync();
            }
        }

        public class Prices(HttpClient client)
        {
            public HttpClient Client => client;
        }

        public static class Setup
        {
            public static void Add(IServiceCollection services)
            {
                services.AddHttpClient<Rates>(c => c.Timeout = TimeSpan.FromSeconds(10));
                services.AddHttpClient<Prices>(c => c.Timeout = TimeSpan.FromSeconds(10)).AddHttpMessageHandler<ThrowOnFailure>();
            }
        }
        """));

    [Fact]
    public Task RunByAHelperThatLooks_IsQuiet() => Verify.VerifyAnalyzerAsync(Service("""
        public async Task<string> ReadAsync(string code)
        {
            using var response = await Checked(() => client.GetAsync(code));
            return await response.Content.ReadAsStringAsync();
        }

        private static async Task<HttpResponseMessage> Checked(Func<Task<HttpResponseMessage>> send)
        {
            var response = await send();
            response.EnsureSuccessStatusCode();
            return response;
        }
        """));
}
