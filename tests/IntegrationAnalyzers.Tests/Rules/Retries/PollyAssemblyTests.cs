using System.Linq;
using System.Threading.Tasks;
using IntegrationAnalyzers.Tests.Verification;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Retries.IA2008RetriesWhatCannotSucceed>;

namespace IntegrationAnalyzers.Tests.Rules.Retries;

/// <summary>Each assembly by which a project shows that it has policies: another one of Polly's may be missing before a restore.</summary>
public sealed class PollyAssemblyTests
{
    private static readonly string[] Assemblies =
    [
        "Polly", "Polly.Core", "Polly.Extensions", "Polly.Extensions.Http", "Polly.RateLimiting", "Polly.Contrib.WaitAndRetry", "Polly.Caching.Memory", "Polly.Testing",
        "Microsoft.Extensions.Http.Polly", "Microsoft.Extensions.Http.Resilience", "Microsoft.Extensions.Resilience",
    ];

    private const string Policies = """
        namespace Polly
        {
            public class Policy { public static PolicyBuilder Handle<T>() => null; }
            public class PolicyBuilder { }
            public static class AsyncRetrySyntax { public static Retry.AsyncRetryPolicy RetryAsync(this PolicyBuilder builder, int retryCount) => null; }
        }
        namespace Polly.Retry { public class AsyncRetryPolicy { public System.Threading.Tasks.Task<T> ExecuteAsync<T>(System.Func<System.Threading.Tasks.Task<T>> action) => null; } }
        """;

    public static TheoryData<string> Known => [.. Assemblies];

    [Theory]
    [MemberData(nameof(Known))]
    public Task PolicyOfTheAssembly_Reports(string assembly) => Retried(assembly, "[|RetryAsync|]");

    [Theory]
    [InlineData("Pollyanna")]
    [InlineData("Acme.Policies")]
    public Task PolicyOfAnotherAssembly_IsQuiet(string assembly) => Retried(assembly, "RetryAsync");

    private static Task Retried(string assembly, string retry) => new Verify.Test
    {
        TestCode = $$"""
            using System.Net.Http;
            using System.Threading.Tasks;
            using Polly;

            class Orders(HttpClient http)
            {
                public Task<string> Get() => Policy.Handle<System.Exception>().{{retry}}(3).ExecuteAsync(() => http.GetStringAsync("orders"));
            }
            """,
        References = TestReferences.Default.Without(Assemblies).With(OtherLibrary.Beside(assembly, Policies).Without([.. TestReferences.Default.Names.Except([assembly])])),
    }.RunAsync();
}
