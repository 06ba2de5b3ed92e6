using System.Threading.Tasks;
using IntegrationAnalyzers.Rules;
using IntegrationAnalyzers.Tests.Verification;
using Xunit;
using BlockingWait = IntegrationAnalyzers.Rules.Timeouts.IA1009BlockingWait;
using CatchAll = IntegrationAnalyzers.Rules.Errors.IA4001CatchAllAroundOutboundCall;
using Credential = IntegrationAnalyzers.Rules.Secrets.IA3002Credential;
using EndpointInSource = IntegrationAnalyzers.Rules.Secrets.IA3003EndpointInSource;
using ProviderToken = IntegrationAnalyzers.Rules.Secrets.IA3001ProviderToken;
using RenewedKey = IntegrationAnalyzers.Rules.Retries.IA2002KeyMadeAnewOnEachAttempt;
using ResentRequest = IntegrationAnalyzers.Rules.Retries.IA2010RequestSentAgain;
using RetriedWrite = IntegrationAnalyzers.Rules.Retries.IA2001RetriedWriteWithoutIdempotencyKey;
using SecretInUrl = IntegrationAnalyzers.Rules.Secrets.IA3008SecretInUrl;
using StatusNotLookedAt = IntegrationAnalyzers.Rules.Errors.IA4003StatusNotLookedAt;
using UncheckedPayload = IntegrationAnalyzers.Rules.Payloads.IA5001UncheckedPayload;
using VanishedFailure = IntegrationAnalyzers.Rules.Errors.IA4002VanishedFailure;

namespace IntegrationAnalyzers.Tests.Rules;

/// <summary>What each kind of line does to the rules, for wrappers of another assembly and for those of the project itself.</summary>
public sealed class VocabularyTests
{
    private const string Charging = """
        using System;
        using System.Threading.Tasks;
        using Acme.Payments;
        using Acme.Resilience;

        public sealed class Checkout(PaymentGateway gateway)
        {
        """;

    private const string RetriedCharge = Charging + """
            public async Task<Receipt?> PayAsync(string order)
            {
                for (var attempt = 0; attempt < 3; attempt++)
                {
                    try
                    {
                        return await gateway.[|ChargeAsync|](order);
                    }
                    catch (TimeoutException)
                    {
                        await Task.Delay(TimeSpan.FromSeconds(1 << attempt));
                    }
                }

                throw new InvalidOperationException("not paid");
            }
        }
        """;

    [Theory]
    [InlineData("call POST Acme.Payments.PaymentGateway.ChargeAsync")]
    [InlineData("call POST Acme.Payments.PaymentGateway.Charge*\n!call Acme.Payments.PaymentGateway.ChargeQuote*")]
    [InlineData("call post Acme.Payments.*")]
    [InlineData("call POST Acme.*.ChargeAsync")]
    public Task Call_IsRetriedWrite_Reports(string vocabulary) => Run<RetriedWrite>(RetriedCharge, vocabulary);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("call GET Acme.Payments.PaymentGateway.ChargeAsync")]
    [InlineData("call POST Acme.Payments.PaymentGateway.Find*")]
    [InlineData("call POST Acme.Payments.*\n!call Acme.Payments.PaymentGateway.Charge*")]
    [InlineData("retry Acme.Payments.*")]
    public Task Call_WithoutItsLine_IsQuiet(string? vocabulary) => Run<RetriedWrite>(Plain(RetriedCharge), vocabulary);

    [Fact]
    public Task Call_SwitchedOff_IsQuiet()
    {
        var test = Test<RetriedWrite>(Plain(RetriedCharge), "call POST Acme.Payments.*");
        test.GlobalOptions["build_property.IntegrationAnalyzersVocabulary"] = "false";
        return test.RunAsync();
    }

    [Fact]
    public Task Call_ByInterfaceOfItsLine_Reports() => Run<RetriedWrite>(
        RetriedCharge.Replace("PaymentGateway gateway", "Acme.Payments.Payments gateway", System.StringComparison.Ordinal), "call POST Acme.Payments.IPayments.ChargeAsync");

    [Fact]
    public Task Call_OverrideOfItsLine_Reports() => Run<RetriedWrite>(
        RetriedCharge.Replace("PaymentGateway gateway", "CardGateway gateway", System.StringComparison.Ordinal) +
        "public sealed class CardGateway : PaymentGateway { public override Task<Receipt> ChargeAsync(string order, System.Threading.CancellationToken cancellationToken = default) => throw new NotSupportedException(); }",
        "call POST Acme.Payments.PaymentGateway.ChargeAsync");

    [Fact]
    public Task Call_ThroughWrapperInAnotherFile_Reports()
    {
        var test = Test<RetriedWrite>(
            RetriedCharge.Replace("PaymentGateway gateway", "Till gateway", System.StringComparison.Ordinal), "call POST Acme.Payments.PaymentGateway.Charge*");
        test.TestState.Sources.Add(("/0/Till.cs", """
            using System.Threading.Tasks;
            using Acme.Payments;

            public sealed class Till(PaymentGateway gateway)
            {
                public Task<Receipt> ChargeAsync(string order) => gateway.ChargeAsync(order);
            }
            """));
        return test.RunAsync();
    }

    [Fact]
    public Task Call_ThatIsGivenAKey_IsQuiet() => Run<RetriedWrite>(
        Plain(RetriedCharge).Replace("ChargeAsync(order)", "ChargeOnceAsync(order, order)", System.StringComparison.Ordinal), "call POST Acme.Payments.*");

    [Fact]
    public Task Call_InCatchAll_Reports() => Run<CatchAll>(
        Charging + """
            public async Task<Receipt?> FindAsync(string id)
            {
                try
                {
                    return await gateway.FindAsync(id);
                }
                [|catch|] (Exception ex)
                {
                    Console.Error.WriteLine(ex);
                    return new Receipt("");
                }
            }
        }
        """, "call GET Acme.Payments.PaymentGateway.Find*");

    [Fact]
    public Task Call_WithEmptyCatch_Reports() => Run<VanishedFailure>(
        Charging + """
            public async Task PayAsync(string order)
            {
                try
                {
                    await gateway.ChargeAsync(order);
                }
                [|catch|] (System.Net.Http.HttpRequestException)
                {
                }
            }
        }
        """, "call POST Acme.Payments.PaymentGateway.Charge*");

    [Fact]
    public Task Call_WaitedFor_Reports() => Run<BlockingWait>(
        Charging + """
            public Receipt Pay(string order) => gateway.ChargeAsync(order).[|Result|];
        }
        """, "call POST Acme.Payments.PaymentGateway.Charge*");

    [Fact]
    public Task Call_WhoseResponseNobodyLooksAt_Reports() => Run<StatusNotLookedAt>(
        Charging + """
            public async Task<string> RefundAsync(string id)
            {
                var response = await [|gateway.RefundAsync(id)|];
                return await response.Content.ReadAsStringAsync();
            }
        }
        """, "call POST Acme.Payments.PaymentGateway.Refund*");

    [Fact]
    public Task Call_WhoseResponseNobodyLooksAt_FixIsOffered()
    {
        const string read = Charging + """
                public async Task<string> RefundAsync(string id)
                {
                    var response = await [|gateway.RefundAsync(id)|];
                    return await response.Content.ReadAsStringAsync();
                }
            }
            """;
        var test = Test<StatusNotLookedAt>(read, "call POST Acme.Payments.PaymentGateway.Refund*");
        test.FixedCode = Plain(read).Replace(
            "        return await response", "        response.EnsureSuccessStatusCode();\n        return await response", System.StringComparison.Ordinal);
        return test.RunAsync();
    }

    [Fact]
    public Task NegatedCall_TakesOutWhatIsKnownWithoutAFile()
    {
        const string source = """
            using System;
            using System.Net.Http;
            using System.Threading;
            using System.Threading.Tasks;

            namespace Shop
            {
                public sealed class FakeClient : HttpClient
                {
                    public override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => throw new NotSupportedException();
                }

                public sealed class Orders(FakeClient client)
                {
                    public async Task SendAsync(string order)
                    {
                        for (var attempt = 0; attempt < 3; attempt++)
                        {
                            try
                            {
                                using var request = new HttpRequestMessage(HttpMethod.Post, "orders");
                                using var response = await client.[|SendAsync|](request, CancellationToken.None);
                                response.EnsureSuccessStatusCode();
                                return;
                            }
                            catch (HttpRequestException)
                            {
                                await Task.Delay(TimeSpan.FromSeconds(1 << attempt));
                            }
                        }

                        throw new InvalidOperationException("not sent");
                    }
                }
            }
            """;
        return Task.WhenAll(Run<RetriedWrite>(source, null), Run<RetriedWrite>(Plain(source), "!call Shop.FakeClient.SendAsync"));
    }

    [Fact]
    public Task NegatedCall_TakesOutAWrapperOfTheProject()
    {
        const string source = Charging + """
                public Task<Receipt> TryAsync(string order) => gateway.ChargeAsync(order);

                public async Task<Receipt> PayAsync(string order)
                {
                    while (true)
                    {
                        try
                        {
                            return await [|TryAsync|](order);
                        }
                        catch (TimeoutException)
                        {
                            await Task.Delay(1000);
                        }
                    }
                }
            }
            """;
        return Task.WhenAll(
            Run<RetriedWrite>(source, "call POST Acme.Payments.*"), Run<RetriedWrite>(Plain(source), "call POST Acme.Payments.*\n!call Checkout.TryAsync"));
    }

    private const string RetriedPost = """
        using System;
        using System.Net.Http;
        using System.Threading.Tasks;
        using Acme.Resilience;

        public sealed class Orders(HttpClient client)
        {
            public Task<HttpResponseMessage> SendAsync(HttpContent order) => Retry.RunAsync(() => client.[|PostAsync|]("orders", order));
        }
        """;

    [Theory]
    [InlineData("retry Acme.Resilience.Retry.Run*")]
    [InlineData("retry Acme.Resilience.*")]
    public Task Retry_Reports(string vocabulary) => Run<RetriedWrite>(RetriedPost, vocabulary);

    [Theory]
    [InlineData(null)]
    [InlineData("retry Acme.Resilience.Retry.Once*")]
    [InlineData("retry Acme.Resilience.*\n!retry Acme.Resilience.Retry.Run*")]
    public Task Retry_WithoutItsLine_IsQuiet(string? vocabulary) => Run<RetriedWrite>(Plain(RetriedPost), vocabulary);

    [Fact]
    public Task Retry_OfOneRequest_Reports() => Run<ResentRequest>(
        """
        using System.Net.Http;
        using System.Threading.Tasks;
        using Acme.Resilience;

        public sealed class Orders(HttpClient client)
        {
            public async Task<HttpResponseMessage> ReadAsync()
            {
                var request = new HttpRequestMessage(HttpMethod.Get, "orders");
                return await Retry.RunAsync(() => client.SendAsync([|request|]));
            }
        }
        """, "retry Acme.Resilience.*");

    [Fact]
    public Task Retry_ThatMakesKeysAnew_Reports() => Run<RenewedKey>(
        """
        using System;
        using System.Net.Http;
        using System.Threading.Tasks;
        using Acme.Resilience;

        public sealed class Orders(HttpClient client)
        {
            public async Task<HttpResponseMessage> SendAsync()
            {
                return await Retry.RunAsync(async () =>
                {
                    using var request = new HttpRequestMessage(HttpMethod.Post, "orders");
                    request.Headers.Add("Idempotency-Key", [|Guid.NewGuid().ToString()|]);
                    return await client.SendAsync(request);
                });
            }
        }
        """, "retry Acme.Resilience.*");

    [Fact]
    public Task NegatedRetry_TakesOutAHelperOfTheProject()
    {
        const string source = """
            using System;
            using System.Net.Http;
            using System.Threading.Tasks;

            public static class Helper
            {
                public static async Task<T> RunAsync<T>(Func<Task<T>> work)
                {
                    while (true)
                    {
                        try
                        {
                            return await work();
                        }
                        catch (HttpRequestException)
                        {
                            await Task.Delay(1000);
                        }
                    }
                }
            }

            public sealed class Orders(HttpClient client)
            {
                public Task<HttpResponseMessage> SendAsync(HttpContent order) => Helper.RunAsync(() => client.[|PostAsync|]("orders", order));
            }
            """;
        return Task.WhenAll(Run<RetriedWrite>(source, null), Run<RetriedWrite>(Plain(source), "!retry Helper.RunAsync"));
    }

    private const string CheckedPayload = """
        using System.Net.Http;
        using System.Net.Http.Json;
        using System.Threading.Tasks;
        using Acme.Guards;

        public sealed record Order(string Id);

        public sealed class Orders(HttpClient client)
        {
            public async Task<string> IdAsync()
            {
                var order = await [|client.GetFromJsonAsync<Order>("orders/1")|];
                Payload.AssureValid(order);
                return order!.Id;
            }
        }
        """;

    [Fact]
    public Task Validator_IsQuiet() => Run<UncheckedPayload>(Plain(CheckedPayload), "validator Acme.Guards.*Valid*");

    [Theory]
    [InlineData(null)]
    [InlineData("validator Acme.Guards.*Sound*")]
    public Task Validator_WithoutItsLine_Reports(string? vocabulary) => Run<UncheckedPayload>(CheckedPayload, vocabulary);

    [Fact]
    public Task Validator_ThatGivesBackWhatItChecked_IsQuiet() => Run<UncheckedPayload>(
        Plain(CheckedPayload).Replace("Payload.AssureValid(order);\n        return order!.Id;", "return order.Sound().Id;", System.StringComparison.Ordinal), "validator Acme.Guards.Payload.Sound");

    [Fact]
    public Task NegatedValidator_TakesOutWhatIsKnownByItsName()
    {
        var source = CheckedPayload.Replace("Payload.AssureValid", "Checks.Check", System.StringComparison.Ordinal) + "\npublic static class Checks { public static void Check(object? value) { } }";
        return Task.WhenAll(Run<UncheckedPayload>(Plain(source), null), Run<UncheckedPayload>(source, "!validator Checks.Check"));
    }

    private const string LookedAt = """
        using System;
        using System.Net.Http;
        using System.Threading.Tasks;

        public static class Responses
        {
            public static void Sift(HttpResponseMessage response) => Console.WriteLine(response.Headers);
        }

        public sealed class Orders(HttpClient client)
        {
            public async Task<string> ReadAsync()
            {
                var response = await [|client.GetAsync("orders")|];
                Responses.Sift(response);
                return await response.Content.ReadAsStringAsync();
            }
        }
        """;

    [Fact]
    public Task Status_IsQuiet() => Run<StatusNotLookedAt>(Plain(LookedAt), "status Responses.Si*");

    [Fact]
    public Task Status_WithoutItsLine_Reports() => Run<StatusNotLookedAt>(LookedAt, null);

    [Fact]
    public Task NegatedStatus_TakesOutAHelperThatSeemsToLook()
    {
        var source = LookedAt.Replace("Console.WriteLine(response.Headers)", "response.EnsureSuccessStatusCode()", System.StringComparison.Ordinal);
        return Task.WhenAll(Run<StatusNotLookedAt>(Plain(source), null), Run<StatusNotLookedAt>(source, "!status Responses.Sift"));
    }

    private static readonly string NamedSecret = "public static class Mail { public static string Password() => Acme.Vault.Secrets.Read([|\"kT9w" + "Q2vL-7xZ\"|]); }";

    [Fact]
    public Task SecretSource_IsQuiet() => Run<Credential>(Plain(NamedSecret), "secret-source Acme.Vault.*");

    private static string InUrl(string url) => $$"""
        using System.Net.Http;
        using System.Threading.Tasks;

        public sealed class Maps(HttpClient client)
        {
            public Task<string> ReadAsync() => client.GetStringAsync({{url}});
        }
        """;

    /// <summary>What a source of secrets gives is one, also under a name and a parameter that say little.</summary>
    [Theory]
    [InlineData("$\"https://maps.acme.example/tiles?key=[|{Acme.Vault.Secrets.Read(\"maps\")}|]\"")]
    [InlineData("\"https://maps.acme.example/tiles?appid=\" + [|Acme.Vault.Secrets.Read(\"maps\")|]")]
    public Task SecretSource_InAUrl_Reports(string url) => Run<SecretInUrl>(InUrl(url), "secret-source Acme.Vault.*");

    [Theory]
    [InlineData("$\"https://maps.acme.example/tiles?key={Acme.Vault.Secrets.Read(\"maps\")}\"", null)]
    [InlineData("$\"https://maps.acme.example/tiles?style={Acme.Vault.Secrets.Read(\"maps\")}\"", "secret-source Acme.Vault.*")]
    public Task SecretSource_InAUrlThatNamesNoKey_IsQuiet(string url, string? vocabulary) => Run<SecretInUrl>(InUrl(url), vocabulary);

    private const string VaultByUrl = """
        using System.Net.Http;

        public sealed class Vault(HttpClient client)
        {
            public string Read(string name) => client.GetStringAsync(name).GetAwaiter().GetResult();
        }

        public sealed class Mail(Vault vault)
        {
            public string Password() => vault.Read([|"https://vault.acme.io/secrets/mail"|]);
        }
        """;

    /// <summary>An identifier of a secret that looks like an address is the vault's business.</summary>
    [Fact]
    public Task SecretSource_GivenAUrl_IsQuiet() => Run<EndpointInSource>(Plain(VaultByUrl), "secret-source Vault.Read");

    [Fact]
    public Task SecretSource_GivenAUrlWithoutItsLine_Reports() => Run<EndpointInSource>(VaultByUrl, null);

    [Theory]
    [InlineData(null)]
    [InlineData("secret-source Acme.Vault.*\n!secret-source Acme.Vault.Secrets.Read")]
    public Task SecretSource_WithoutItsLine_Reports(string? vocabulary) => Run<Credential>(NamedSecret, vocabulary);

    private static string Plain(string source) => source.Replace("[|", "", System.StringComparison.Ordinal).Replace("|]", "", System.StringComparison.Ordinal);

    private static Task Run<TRule>(string source, string? vocabulary)
        where TRule : IntegrationAnalyzer, new() => Test<TRule>(source, vocabulary).RunAsync();

    private static RuleVerifier<TRule>.Test Test<TRule>(string source, string? vocabulary)
        where TRule : IntegrationAnalyzer, new()
    {
        var test = new RuleVerifier<TRule>.Test
        {
            TestCode = source,
            References = TestReferences.Default.With(StubAssemblies.Get("Acme.Platform@1")),
        };
        if (vocabulary is not null)
            test.TestState.AdditionalFiles.Add(("/0/IntegrationAnalyzers.Apis.txt", vocabulary));
        return test;
    }
}
