using System.Threading.Tasks;
using IntegrationAnalyzers.Tests.Verification;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Retries.IA2001RetriedWriteWithoutIdempotencyKey>;

namespace IntegrationAnalyzers.Tests.Rules.Retries;

/// <summary>A vendor's options can hold a key; that they can says nothing of these.</summary>
public sealed class IA2001VendorOptionsTests
{
    private static Task Charges(string options, string create) => new Verify.Test
    {
        References = TestReferences.Default.With("Stripe.net"),
        TestCode = $$"""
            using System.Threading.Tasks;
            using Polly;
            using Polly.Retry;
            using Stripe;

            class Payments(PaymentIntentService intents)
            {
                private readonly AsyncRetryPolicy _retry = Policy.Handle<StripeException>().RetryAsync(3);

                public Task Charge(PaymentIntentCreateOptions options, string order) => _retry.ExecuteAsync(() => intents.{{create}}(options, {{options}}));
            }
            """,
    }.RunAsync();

    [Theory]
    [InlineData("new RequestOptions()")]
    [InlineData("new RequestOptions { StripeAccount = order }")]
    public Task OptionsWithoutTheKey_Reports(string options) => Charges(options, "[|CreateAsync|]");

    [Fact]
    public Task OptionsWithTheKey_IsQuiet() => Charges("new RequestOptions { IdempotencyKey = order }", "CreateAsync");
}
