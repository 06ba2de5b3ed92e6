using System.Threading.Tasks;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Retries.IA2001RetriedWriteWithoutIdempotencyKey>;

namespace IntegrationAnalyzers.Tests.Rules.Retries;

/// <summary>Where a key made for the whole operation has no place, or is not this fix's to make.</summary>
public sealed class IA2001NoFixTests
{
    private const string Usings = IA2001FixTests.Usings;

    [Theory]
    [InlineData("https://connect.squareup.com/v2/")]
    [InlineData("https://sandbox.plaid.com/")]
    public Task ProviderThatTakesTheKeyInTheBody_NoFix(string host) => Verify.VerifyNoFixAsync(
        IA2001FixTests.Provider(host, "public Task Charge(HttpContent charge) => Retry.ExecuteAsync(() => http.[|PostAsync|](\"charges\", charge));"));

    [Fact]
    public Task WrapperWithOtherCallers_OffersNoFix() => Verify.VerifyNoFixAsync(Usings + """
        class Payments(HttpClient http)
        {
            private static readonly AsyncRetryPolicy Retry = Policy.Handle<HttpRequestException>().RetryAsync(3);

            public Task Charge(HttpContent charge) => Retry.ExecuteAsync(() => [|Submit|](charge));

            public Task Once(HttpContent charge) => Submit(charge);

            private Task Submit(HttpContent charge) => http.PostAsync("charges", charge);
        }
        """);

    [Fact]
    public Task MethodGroup_OffersNoFix() => Verify.VerifyNoFixAsync(Usings + """
        class Payments(HttpClient http)
        {
            private static readonly AsyncRetryPolicy Retry = Policy.Handle<HttpRequestException>().RetryAsync(3);

            public Task Charge() => Retry.ExecuteAsync([|Submit|]);

            private Task Submit() => http.PostAsync("charges", null);
        }
        """);

    [Fact]
    public Task Recursion_OffersNoFix() => Verify.VerifyNoFixAsync(Usings + """
        class Payments(HttpClient http)
        {
            public async Task Charge(HttpContent charge, int attempt = 0)
            {
                try
                {
                    await http.[|PostAsync|]("charges", charge);
                }
                catch (HttpRequestException) when (attempt < 3)
                {
                    await Charge(charge, attempt + 1);
                }
            }
        }
        """);

    [Fact]
    public Task RequestMadeByAHelper_OffersNoFix() => Verify.VerifyNoFixAsync(Usings + """
        class Payments(HttpClient http)
        {
            private static readonly AsyncRetryPolicy Retry = Policy.Handle<HttpRequestException>().RetryAsync(3);

            public Task Charge() => Retry.ExecuteAsync(() => http.[|SendAsync|](Make()));

            private static HttpRequestMessage Make() => new(HttpMethod.Post, "charges");
        }
        """);

    [Fact]
    public Task RetryInALambdaPerItem_OffersNoFix() => Verify.VerifyNoFixAsync(Usings + """
        class Payments(HttpClient http)
        {
            private static readonly AsyncRetryPolicy Retry = Policy.Handle<HttpRequestException>().RetryAsync(3);

            public Task Charge(string[] charges) =>
                Task.WhenAll(System.Linq.Enumerable.Select(charges, charge => Retry.ExecuteAsync(() => http.[|PostAsJsonAsync|]("charges", charge))));
        }
        """);

    [Fact]
    public Task CalledByARetryElsewhere_NoFix() => Verify.VerifyNoFixAsync(Usings + """
        class Payments(HttpClient http)
        {
            public async Task<HttpResponseMessage> Charge(HttpContent charge)
            {
                for (var attempt = 1; ; attempt++)
                {
                    try
                    {
                        return await http.[|PostAsync|]("charges", charge);
                    }
                    catch (HttpRequestException) when (attempt < 3)
                    {
                    }
                }
            }
        }

        class Orders(Payments payments)
        {
            public Task<HttpResponseMessage> Pay(HttpContent charge) => payments.Charge(charge);
        }

        class Nightly(Orders orders)
        {
            public async Task Run(HttpContent charge)
            {
                for (var attempt = 1; ; attempt++)
                {
                    try
                    {
                        await orders.Pay(charge);
                        return;
                    }
                    catch (Exception) when (attempt < 5)
                    {
                        await Task.Delay(1000);
                    }
                }
            }
        }
        """);
}
