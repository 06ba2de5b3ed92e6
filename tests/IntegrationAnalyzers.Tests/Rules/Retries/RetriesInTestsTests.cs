using System.Threading.Tasks;
using IntegrationAnalyzers.Rules.Retries;
using IntegrationAnalyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Xunit;

namespace IntegrationAnalyzers.Tests.Rules.Retries;

/// <summary>A test repeats what flickers, on a system of its own.</summary>
public sealed class RetriesInTestsTests
{
    private const string Source = """
        using System;
        using System.Net.Http;
        using System.Threading.Tasks;
        using Polly;

        public class ExceptionTests
        {
            private readonly HttpClient _client = new() { Timeout = TimeSpan.FromSeconds(5) };

            public async Task ThrowsOnErrorObject()
            {
                while (true)
                {
                    try
                    {
                        (await _client.PostAsync("orders.json", null)).EnsureSuccessStatusCode();
                        return;
                    }
                    catch (HttpRequestException)
                    {
                    }
                }
            }

            public Task<HttpResponseMessage> CreateProduct() =>
                Policy.Handle<Exception>().RetryAsync(5).ExecuteAsync(() => _client.PostAsync("api/products", null));
        }
        """;

    [Fact]
    public Task ShopifySharpExceptionTests_RetriedWrite_IsQuiet() => InTests<IA2001RetriedWriteWithoutIdempotencyKey>();

    [Fact]
    public Task ShopifySharpExceptionTests_RetryWithoutPause_IsQuiet() => InTests<IA2006RetryWithoutPause>();

    [Fact]
    public Task PracticalCleanArchitectureApiTests_RetryOfEverything_IsQuiet() => InTests<IA2008RetriesWhatCannotSucceed>();

    private static Task InTests<TAnalyzer>()
        where TAnalyzer : Microsoft.CodeAnalysis.Diagnostics.DiagnosticAnalyzer, new() => new RuleVerifier<TAnalyzer>.Test
        {
            TestCode = Source,
            References = TestReferences.Default.With(TestReferences.Of("xunit.core", MetadataReference.CreateFromFile(typeof(FactAttribute).Assembly.Location))),
        }.RunAsync();
}
