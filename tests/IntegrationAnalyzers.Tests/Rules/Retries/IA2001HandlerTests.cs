using System.Threading.Tasks;
using IntegrationAnalyzers.Tests.Verification;
using Microsoft.CodeAnalysis.Testing;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Retries.IA2001RetriedWriteWithoutIdempotencyKey>;

namespace IntegrationAnalyzers.Tests.Rules.Retries;

/// <summary>A handler that sends its request again, and Stripe's services, whose calls have everyday names.</summary>
public sealed class IA2001HandlerTests
{
    private const string Usings = """
        using System;
        using System.Net;
        using System.Net.Http;
        using System.Threading;
        using System.Threading.Tasks;
        using Polly;
        using Polly.Retry;
        using Stripe;

        """;

    private const string Writer = """
        class Orders(HttpClient http)
        {
            public Task<HttpResponseMessage> Submit(HttpContent order) => http.PostAsync("orders", order);
        }

        """;

    private static readonly TestReferences WithStripe = TestReferences.Default.With("Stripe.net");

    private static string Handler(string body, string members = "") => Usings + Writer + $$"""
        class RetryPolicy : DelegatingHandler
        {
            private readonly int _MaxAmountOfRetries = 3;
        {{members}}
            protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            {
                HttpResponseMessage response = null!;
        {{body}}
                return response;
            }
        }
        """;

    [Fact]
    public Task HandlerThatSendsAgain_WebApiAspNetRetryPolicy_Reports() => Run(
        Handler("""
                    {|#1:for|} (int i = 0; i < _MaxAmountOfRetries; i++)
                    {
                        response = await base.{|#0:SendAsync|}(request, cancellationToken);
                        if (response.IsSuccessStatusCode)
                        {
                            return response;
                        }
                    }
            """),
        Verify.Diagnostic().WithLocation(0).WithLocation(1).WithMessage(
            "'SendAsync' (whatever its method) is retried up to 2 times without an idempotency key: when only the answer was lost, the write happens twice"));

    [Fact]
    public Task HandlerWithAPolicyOfItsOwn_Reports() => Run(Handler(
        """
                response = await _retry.ExecuteAsync(token => base.[|SendAsync|](request, token), cancellationToken);
        """,
        "    private readonly AsyncRetryPolicy<HttpResponseMessage> _retry = Policy.HandleResult<HttpResponseMessage>(r => !r.IsSuccessStatusCode).RetryAsync(3);\n"));

    [Fact]
    public Task HandlerThatBuffersTheContentFirst_Reports() => Run(Handler("""
                if (request.Content != null)
                    await request.Content.LoadIntoBufferAsync();
                for (int i = 0; i < 3; i++)
                {
                    try
                    {
                        return await base.[|SendAsync|](request, cancellationToken);
                    }
                    catch (HttpRequestException) when (i < 2)
                    {
                    }
                }
        """));

    [Fact]
    public Task HandlerThatOnlyLogsTheMethod_Reports() => Run(Handler("""
                for (int i = 0; i < _MaxAmountOfRetries; i++)
                {
                    Console.WriteLine($"{request.Method} {request.RequestUri}");
                    response = await base.[|SendAsync|](request, cancellationToken);
                    if (response.IsSuccessStatusCode)
                        return response;
                }
        """));

    [Theory]
    [InlineData("if (request.Method != HttpMethod.Get) return await base.SendAsync(request, cancellationToken);")]
    [InlineData("if (!CanRepeat(request)) return await base.SendAsync(request, cancellationToken);")]
    [InlineData("if (request.Headers.Contains(\"X-No-Retry\")) return await base.SendAsync(request, cancellationToken);")]
    [InlineData("if (!request.Headers.Contains(\"Idempotency-Key\")) request.Headers.Add(\"Idempotency-Key\", Guid.NewGuid().ToString());")]
    public Task HandlerThatLooksAtItsRequest_IsQuiet(string guard) => Run(Handler(
        $$"""
                {{guard}}
                for (int i = 0; i < 3; i++)
                {
                    response = await base.SendAsync(request, cancellationToken);
                    if (response.IsSuccessStatusCode)
                        return response;
                }
        """,
        "    private static bool CanRepeat(HttpRequestMessage request) => request.Content is null;\n"));

    [Fact]
    public Task HandlerThatRepeatsAfter401WithANewToken_IsQuiet() => Run(Handler("""
                for (int i = 0; i < 2; i++)
                {
                    response = await base.SendAsync(request, cancellationToken);
                    if (response.StatusCode != HttpStatusCode.Unauthorized)
                        return response;
                    request.Headers.Authorization = new("Bearer", await Task.FromResult("…"));
                }
        """));

    [Fact]
    public Task HandlerInAnApplicationThatOnlyReads_IsQuiet() => Run(Handler("""
                for (int i = 0; i < 3; i++)
                {
                    response = await base.SendAsync(request, cancellationToken);
                    if (response.IsSuccessStatusCode)
                        return response;
                }
        """).Replace("PostAsync(\"orders\", order)", "GetAsync(\"orders\")", System.StringComparison.Ordinal));

    [Fact]
    public Task HandlerOfAnotherKeyInFront_IsQuiet() => Run(Handler("""
                for (int i = 0; i < 3; i++)
                {
                    response = await base.SendAsync(request, cancellationToken);
                    if (response.IsSuccessStatusCode)
                        return response;
                }
        """) + """

        class KeyHandler : DelegatingHandler
        {
            protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            {
                request.Headers.TryAddWithoutValidation("Idempotency-Key", Guid.NewGuid().ToString());
                return base.SendAsync(request, cancellationToken);
            }
        }
        """);

    [Fact]
    public Task Handler_SendsWritesOnce() => Verify.VerifyCodeFixAsync(
        Usings.Replace("using Stripe;\n", "", System.StringComparison.Ordinal) + Writer + """
            class RetryPolicy : DelegatingHandler
            {
                protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
                {
                    // Three attempts.
                    for (int i = 0; i < 3; i++)
                    {
                        var response = await base.[|SendAsync|](request, cancellationToken).ConfigureAwait(false);
                        if (response.IsSuccessStatusCode)
                            return response;
                    }

                    throw new HttpRequestException();
                }
            }
            """,
        Usings.Replace("using Stripe;\n", "", System.StringComparison.Ordinal) + Writer + """
            class RetryPolicy : DelegatingHandler
            {
                protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
                {
                    if (request.Method == HttpMethod.Post || request.Method == HttpMethod.Patch)
                        return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
                    // Three attempts.
                    for (int i = 0; i < 3; i++)
                    {
                        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
                        if (response.IsSuccessStatusCode)
                            return response;
                    }

                    throw new HttpRequestException();
                }
            }
            """);

    [Fact]
    public Task StripeUnderARetry_Reports() => Run(Usings + """
        class Payments(PaymentIntentService intents, RefundService refunds)
        {
            private readonly AsyncRetryPolicy _retry = Policy.Handle<StripeException>().WaitAndRetryAsync(3, n => TimeSpan.FromSeconds(n));

            public Task Charge(PaymentIntentCreateOptions options) => _retry.ExecuteAsync(() => intents.[|CreateAsync|](options));

            public Task Refund(RefundCreateOptions options) => _retry.ExecuteAsync(() => [|Give|](options));

            private Task Give(RefundCreateOptions options) => refunds.CreateAsync(options, cancellationToken: default);
        }
        """);

    [Fact]
    public Task StripeWithItsKeyOrARead_IsQuiet() => Run(Usings + """
        class Payments(PaymentIntentService intents)
        {
            private readonly AsyncRetryPolicy _retry = Policy.Handle<StripeException>().WaitAndRetryAsync(3, n => TimeSpan.FromSeconds(n));

            public Task Charge(PaymentIntentCreateOptions options, string order)
            {
                var request = new RequestOptions { IdempotencyKey = order };
                return _retry.ExecuteAsync(() => intents.CreateAsync(options, request));
            }

            public Task Charge(PaymentIntentCreateOptions options, RequestOptions request) => _retry.ExecuteAsync(() => intents.CreateAsync(options, request));

            public Task Read(string id) => _retry.ExecuteAsync(() => intents.GetAsync(id));
        }
        """);

    [Fact]
    public Task Stripe_GetsRequestOptions() => new Verify.Test
    {
        References = WithStripe,
        TestCode = Usings + """
        class Payments(PaymentIntentService intents)
        {
            private readonly AsyncRetryPolicy _retry = Policy.Handle<StripeException>().WaitAndRetryAsync(3, n => TimeSpan.FromSeconds(n));

            public async Task Charge(PaymentIntentCreateOptions options, CancellationToken token)
            {
                await _retry.ExecuteAsync(() => intents.[|CreateAsync|](options));
                await _retry.ExecuteAsync(ct => intents.[|CreateAsync|](options, cancellationToken: ct), token);
            }
        }
        """,
        FixedCode = Usings + """
        class Payments(PaymentIntentService intents)
        {
            private readonly AsyncRetryPolicy _retry = Policy.Handle<StripeException>().WaitAndRetryAsync(3, n => TimeSpan.FromSeconds(n));

            public async Task Charge(PaymentIntentCreateOptions options, CancellationToken token)
            {
                var idempotencyKey = Guid.NewGuid().ToString();
                await _retry.ExecuteAsync(() => intents.CreateAsync(options, new RequestOptions { IdempotencyKey = idempotencyKey }));
                var idempotencyKey2 = Guid.NewGuid().ToString();
                await _retry.ExecuteAsync(ct => intents.CreateAsync(options, cancellationToken: ct, requestOptions: new RequestOptions { IdempotencyKey = idempotencyKey2 }), token);
            }
        }
        """,
    }.RunAsync();

    private static Task Run(string source, params DiagnosticResult[] expected)
    {
        var test = new Verify.Test { References = WithStripe, TestCode = source };
        test.ExpectedDiagnostics.AddRange(expected);
        return test.RunAsync();
    }
}
