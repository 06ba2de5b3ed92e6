using System.Threading.Tasks;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Retries.IA2013StackedRetries>;

namespace IntegrationAnalyzers.Tests.Rules.Retries;

public sealed class IA2013LayeredClientTests
{
    [Theory]
    [InlineData("await rates.[|ReadAsync|]()")]
    [InlineData("await news.ReadAsync()")]
    public Task OnlyTheHandlersOfTheDerivedClientCount(string call) => Verify.VerifyAnalyzerAsync($$"""
        using System;
        using System.Net.Http;
        using System.Threading.Tasks;
        using Microsoft.Extensions.DependencyInjection;
        using Polly;
        using Polly.Extensions.Http;

        public abstract class ApiBase(HttpClient http)
        {
            protected Task<string> GetAsync(string path) => http.GetStringAsync(path);
        }

        public sealed class Rates(HttpClient http) : ApiBase(http)
        {
            public Task<string> ReadAsync() => GetAsync("rates");
        }

        public sealed class News(HttpClient http) : ApiBase(http)
        {
            public Task<string> ReadAsync() => GetAsync("news");
        }

        public sealed class Page(Rates rates, News news)
        {
            public async Task<string> Show()
            {
                for (var attempt = 1; ; attempt++)
                {
                    try
                    {
                        return {{call}};
                    }
                    catch (HttpRequestException) when (attempt < 3)
                    {
                        await Task.Delay(1000 * attempt);
                    }
                }
            }

            public (Rates, News) All => (rates, news);
        }

        public static class Setup
        {
            public static void Add(IServiceCollection services)
            {
                services.AddHttpClient<Rates>(C).AddPolicyHandler(HttpPolicyExtensions.HandleTransientHttpError().WaitAndRetryAsync(3, n => TimeSpan.FromSeconds(n)));
                services.AddHttpClient<News>(C);
            }

            private static void C(HttpClient client) => client.Timeout = TimeSpan.FromSeconds(9);
        }
        """);
}
