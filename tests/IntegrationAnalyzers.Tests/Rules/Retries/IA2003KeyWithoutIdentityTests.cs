using System.Threading.Tasks;
using IntegrationAnalyzers.Tests.Verification;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Retries.IA2003KeyWithoutIdentity>;

namespace IntegrationAnalyzers.Tests.Rules.Retries;

public sealed class IA2003KeyWithoutIdentityTests
{
    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Net.Http;
        using System.Net.Http.Headers;
        using System.Net.Http.Json;
        using System.Threading.Tasks;
        using Flurl.Http;
        using Polly;
        using Polly.Retry;
        using Refit;
        using RestSharp;

        """;

    private static string In(string members) => Usings + """
        class Payments(HttpClient http)
        {
            private readonly AsyncRetryPolicy _retry = Policy.Handle<HttpRequestException>().WaitAndRetryAsync(3, n => TimeSpan.FromSeconds(n));


        """ + members + "\n}\n";

    /// <summary>oluwasege/NotificationService, DatabaseSeeder: rows of an own table that are made up.</summary>
    [Theory]
    [InlineData("DatabaseSeeder", "\"welcome-user-001\"")]
    [InlineData("SampleOrders", "\"welcome-user-001\"")]
    [InlineData("Orders", "[|\"welcome-user-001\"|]")]
    public Task RowOfMadeUpData_IsQuiet(string type, string key) => Verify.VerifyAnalyzerAsync(Usings + $$"""
        class {{type}}(HttpClient http)
        {
            public IEnumerable<Sent> Rows() => [new Sent { Recipient = "customer1@example.com", IdempotencyKey = {{key}} }];

            public Task Send() => http.PostAsJsonAsync("sent", Rows());
        }

        class Sent
        {
            public string Recipient { get; set; } = "";
            public string IdempotencyKey { get; set; } = "";
        }
        """);

    [Theory]
    [InlineData("\"charge\"")]
    [InlineData("Fixed")]
    [InlineData("DateTime.Now.Ticks.ToString()")]
    [InlineData("DateTimeOffset.UtcNow.ToUnixTimeMilliseconds().ToString()")]
    [InlineData("$\"{DateTime.UtcNow:yyyyMMddHHmmss}\"")]
    [InlineData("order.GetHashCode().ToString()")]
    [InlineData("HashCode.Combine(order, 1).ToString()")]
    public Task ValueOfTheHeader_Reports(string value) => Verify.VerifyAnalyzerAsync(In($$"""
            private const string Fixed = "fixed";

            public Task<HttpResponseMessage> Charge(string order)
            {
                var request = new HttpRequestMessage(HttpMethod.Post, "charges");
                request.Headers.Add("Idempotency-Key", [|{{value}}|]);
                return http.SendAsync(request);
            }
        """));

    [Theory]
    [InlineData("var key = order.GetHashCode().ToString(\"x\");", "$\"charge-{key}\"")]
    [InlineData("var key = order.GetHashCode();", "\"charge-\" + key")]
    [InlineData("var now = DateTime.UtcNow;", "$\"charge-{now:yyyyMMddHHmmss}\"")]
    [InlineData("var now = DateTime.UtcNow; var ticks = now.Ticks;", "\"charge-\" + ticks")]
    [InlineData("static string Now() => DateTime.UtcNow.Ticks.ToString();", "Now()")]
    [InlineData("string Made() { var now = DateTime.UtcNow; return $\"charge-{now.Ticks}\"; }", "Made()")]
    public Task ValueByLocalOrHelper_Reports(string before, string value) => Verify.VerifyAnalyzerAsync(Charge(before, $"[|{value}|]"));

    [Theory]
    [InlineData("var now = DateTime.UtcNow;", "$\"{order}-{now:yyyyMMdd}\"")]
    [InlineData("var now = DateTime.UtcNow; if (order.Length > 3) now = DateTime.MinValue;", "$\"charge-{now:yyyyMMdd}\"")]
    [InlineData("var key = order.GetHashCode(); var other = order;", "$\"{other}-{key}\"")]
    [InlineData("var key = order + order.GetHashCode();", "$\"charge-{key}\"")]
    [InlineData("string Now() => order + DateTime.UtcNow.Ticks;", "Now()")]
    [InlineData("string Made() { if (order == \"\") return order; return DateTime.UtcNow.Ticks.ToString(); }", "Made()")]
    public Task ValueWithMoreByLocalOrHelper_IsQuiet(string before, string value) => Verify.VerifyAnalyzerAsync(Charge(before, value));

    private static string Charge(string before, string value) => In($$"""
            public Task<HttpResponseMessage> Charge(string order)
            {
                {{before}}
                var request = new HttpRequestMessage(HttpMethod.Post, "charges");
                request.Headers.Add("Idempotency-Key", {{value}});
                return http.SendAsync(request);
            }
        """);

    /// <summary>What a key is put on, whose name says nothing of headers.</summary>
    [Theory]
    [InlineData("HttpRequestHeaders")]
    [InlineData("HttpContentHeaders")]
    [InlineData("HttpHeaders")]
    [InlineData("System.Net.WebHeaderCollection")]
    [InlineData("Grpc.Core.Metadata")]
    public Task KeyPutOnARequest_Reports(string type) => Verify.VerifyAnalyzerAsync(In($$"""
            public static void Mark({{type}} made) => made.Add("Idempotency-Key", [|"1"|]);

            public Task Get() => http.GetAsync("charges");
        """));

    [Fact]
    public Task DefaultHeaderOfTheClient_Reports() => Verify.VerifyAnalyzerAsync(Usings + """
        class Payments
        {
            private readonly HttpClient _http;

            public Payments(HttpClient http, string key)
            {
                _http = http;
                _http.DefaultRequestHeaders.Add("Idempotency-Key", [|Guid.NewGuid().ToString()|]);
                http.DefaultRequestHeaders.TryAddWithoutValidation("Cko-Idempotency-Key", [|key|]);
            }
        }
        """);

    [Fact]
    public Task RefitHeaders_Reports() => Verify.VerifyAnalyzerAsync(Usings + """
        public interface ICharges
        {
            [Headers("Accept: application/json", [|"Idempotency-Key: 1"|])]
            [Post("/charges")]
            Task Charge(string id);
        }
        """);

    [Fact]
    public Task BodyMemberRestSharpAndFlurl_Reports() => Verify.VerifyAnalyzerAsync(In("""
            public Task Square(decimal amount) => http.PostAsJsonAsync("payments", new { amount, idempotency_key = [|"1"|] });

            public Task Rest(RestClient client) => client.ExecuteAsync(new RestRequest("charges", Method.Post).AddHeader("Idempotency-Key", [|"1"|]));

            public Task Fluent() => "https://api.example.com/charges".WithHeader("Idempotency-Key", [|DateTime.UtcNow.Ticks.ToString()|]).PostAsync(null);
        """));

    [Theory]
    [InlineData("Guid.NewGuid().ToString()")]
    [InlineData("order")]
    [InlineData("$\"{order}-{DateTime.UtcNow.Ticks}\"")]
    [InlineData("$\"charge-{order}\"")]
    [InlineData("Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(order)))")]
    public Task KeyOfTheOperation_IsQuiet(string value) => Verify.VerifyAnalyzerAsync(In($$"""
            public Task<HttpResponseMessage> Charge(string order)
            {
                var request = new HttpRequestMessage(HttpMethod.Post, "charges");
                request.Headers.Add("Idempotency-Key", {{value}});
                return http.SendAsync(request);
            }
        """));

    [Fact]
    public Task OtherHeaders_IsQuiet() => Verify.VerifyAnalyzerAsync(In("""
            public Task<HttpResponseMessage> Charge(string order)
            {
                var request = new HttpRequestMessage(HttpMethod.Post, "charges");
                request.Headers.Add("X-Correlation-ID", "1");
                request.Headers.Add("If-None-Match", "*");
                request.Headers.Add("x-requestid", DateTime.UtcNow.Ticks.ToString());
                return http.SendAsync(request);
            }
        """));

    [Fact]
    public Task NameOfTheHeaderInSettingsOrCors_IsQuiet() => Verify.VerifyAnalyzerAsync(Usings + """
        class HeaderNames
        {
            public string IdempotencyKey { get; set; } = "Idempotency-Key";
        }

        class Cors
        {
            public Cors WithHeaders(params string[] names) => this;

            public Cors Set() => WithHeaders("Authorization", "Idempotency-Key", "Content-Type");

            public HeaderNames Names() => new() { IdempotencyKey = "Idempotency-Key" };

            public Dictionary<string, string> Labels() => new() { { "idempotency_key", "Key of the payment" } };
        }
        """);

    [Fact]
    public Task DefaultHeaderOfALocalClientOrSetForEachRequest_IsQuiet() => Verify.VerifyAnalyzerAsync(In("""
            public async Task Once(string order)
            {
                using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
                client.DefaultRequestHeaders.Add("Idempotency-Key", order);
                await client.PostAsync("charges", null);
            }
        """) + """
        class Shared
        {
            private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(5) };

            public Task Charge(string order)
            {
                _http.DefaultRequestHeaders.Remove("Idempotency-Key");
                _http.DefaultRequestHeaders.Add("Idempotency-Key", order);
                return _http.PostAsync("charges", null);
            }
        }
        """);

    [Fact]
    public Task RefitParameterOrEmptyHeader_IsQuiet() => Verify.VerifyAnalyzerAsync(Usings + """
        public interface ICharges
        {
            [Post("/charges")]
            Task Charge(string id, [Header("Idempotency-Key")] string key);

            [Headers("Idempotency-Key:")]
            [Post("/refunds")]
            Task Refund(string id);
        }
        """);

    [Fact]
    public Task Value_BecomesAKeyOfItsOwn() => Verify.VerifyCodeFixAsync(
        In("""
            public Task<HttpResponseMessage> Charge(string order)
            {
                var request = new HttpRequestMessage(HttpMethod.Post, "charges");
                request.Headers.Add("Idempotency-Key", [|order.GetHashCode().ToString()|]); // the key
                return http.SendAsync(request);
            }

            public Task<HttpResponseMessage> Retried()
            {
                return _retry.ExecuteAsync(() =>
                {
                    var request = new HttpRequestMessage(HttpMethod.Post, "charges");
                    request.Headers.Add("Idempotency-Key", [|"1"|]);
                    return http.SendAsync(request);
                });
            }
        """),
        In("""
            public Task<HttpResponseMessage> Charge(string order)
            {
                var request = new HttpRequestMessage(HttpMethod.Post, "charges");
                request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString()); // the key
                return http.SendAsync(request);
            }

            public Task<HttpResponseMessage> Retried()
            {
                var idempotencyKey = Guid.NewGuid().ToString();
                return _retry.ExecuteAsync(() =>
                {
                    var request = new HttpRequestMessage(HttpMethod.Post, "charges");
                    request.Headers.Add("Idempotency-Key", idempotencyKey);
                    return http.SendAsync(request);
                });
            }
        """));

    [Fact]
    public Task DefaultHeaderAndRefit_OffersNoFix() => Verify.VerifyNoFixAsync(Usings + """
        class Payments
        {
            public Payments(HttpClient http) => http.DefaultRequestHeaders.Add("Idempotency-Key", [|"1"|]);
        }

        public interface ICharges
        {
            [Headers([|"Idempotency-Key: 1"|])]
            [Post("/charges")]
            Task Charge(string id);
        }
        """);

    [Fact]
    public Task CalledByARetryElsewhere_OffersNoFix() => Verify.VerifyNoFixAsync(Usings + """
        class Payments(HttpClient http)
        {
            public async Task<HttpResponseMessage> Charge(string charge)
            {
                var request = new HttpRequestMessage(HttpMethod.Post, "charges") { Content = new StringContent(charge) };
                request.Headers.Add("Idempotency-Key", [|DateTime.UtcNow.Ticks.ToString()|]);
                return await http.SendAsync(request);
            }
        }

        class Orders(Payments payments)
        {
            public async Task Pay(string charge)
            {
                for (var attempt = 0; ; attempt++)
                {
                    try
                    {
                        await payments.Charge(charge);
                        return;
                    }
                    catch (HttpRequestException) when (attempt < 3)
                    {
                        await Task.Delay(1000);
                    }
                }
            }
        }
        """);

    [Fact]
    public Task HashCodeInAText_Reports() => Verify.VerifyAnalyzerAsync(In("""
            public Task<HttpResponseMessage> Pay(object order)
            {
                var request = new HttpRequestMessage(HttpMethod.Post, "payments");
                request.Headers.Add("Idempotency-Key", [|$"order-{order.GetHashCode()}"|]);
                return http.SendAsync(request);
            }

            public Task<HttpResponseMessage> Joined(object order)
            {
                var request = new HttpRequestMessage(HttpMethod.Post, "payments");
                request.Headers.Add("Idempotency-Key", [|"order-" + order.GetHashCode()|]);
                return http.SendAsync(request);
            }

            public Task<HttpResponseMessage> WithItsNumber(string id, object order)
            {
                var request = new HttpRequestMessage(HttpMethod.Post, "payments");
                request.Headers.Add("Idempotency-Key", $"order-{id}-{order.GetHashCode()}");
                return http.SendAsync(request);
            }
        """));

    [Theory]
    [InlineData("[|KeyOf(order)|]", "order.GetHashCode().ToString(\"x\")")]
    [InlineData("KeyOf(order)", "\"order-\" + order")]
    [InlineData("KeyOf(order)", "order.Length > 9 ? order : order.GetHashCode().ToString()")]
    public Task HashOfAHelper(string key, string made) => Verify.VerifyAnalyzerAsync(In($$"""
            public Task<HttpResponseMessage> Charge(string order)
            {
                var request = new HttpRequestMessage(HttpMethod.Post, "charges");
                request.Headers.Add("Idempotency-Key", {{key}});
                return http.SendAsync(request);
            }

            private static string KeyOf(string order) => {{made}};
        """));

    private static string Transfer(string type, string value) => Usings + $$"""
        public class {{type}} { public string? CustomerTransactionId { get; set; } }

        class Transfers(HttpClient http)
        {
            public Task<HttpResponseMessage> Send() => http.PostAsJsonAsync("transfers", new {{type}} { CustomerTransactionId = {{value}} });
        }
        """;

    /// <summary>FedEx sends it back with the reply, so that the caller can match the two, and takes nothing for a repeat by it.</summary>
    [Fact]
    public Task LabelThatFedExEchoes_EasyKeysShipping_IsQuiet() => Verify.VerifyAnalyzerAsync(Transfer("TransactionDetail", "\"Track By Number_v16\""));

    [Fact]
    public Task SameNameAtWise_Reports() => Verify.VerifyAnalyzerAsync(Transfer("TransferRequest", "[|\"transfer\"|]"));

    private static string Handed(string callers, string header = "\"Idempotency-Key\"", string put = "key") => Usings + $$"""
        interface IPayments
        {
            Task<HttpResponseMessage> Charge(string charge, string key);
        }

        class Payments(HttpClient http) : IPayments
        {
            public Task<HttpResponseMessage> Charge(string charge, string key) => Post("charges", charge, key);

            public Task<HttpResponseMessage> Post(string path, string body, string key)
            {
                var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body) };
                request.Headers.Add({{header}}, {{put}});
                return http.SendAsync(request);
            }
        }

        class Orders(IPayments payments, Payments own)
        {
            private readonly AsyncRetryPolicy _retry = Policy.Handle<HttpRequestException>().WaitAndRetryAsync(3, n => TimeSpan.FromSeconds(n));

        {{callers}}
        }
        """;

    [Fact]
    public Task KeyHandedToAWrapper_Reports() => Verify.VerifyAnalyzerAsync(Handed("""
            private const string Fixed = "order";

            public Task Direct(string order) => own.Post("orders", order, [|DateTime.UtcNow.Ticks.ToString()|]);

            public Task ByTheInterface(string order) => payments.Charge(order, [|order.GetHashCode().ToString()|]);

            public Task Constant(string order) => payments.Charge(order, key: [|Fixed|]);

            public Task Local(string order)
            {
                var key = DateTime.Now.Ticks.ToString();
                return _retry.ExecuteAsync(() => payments.Charge(order, [|key|]));
            }
        """));

    [Fact]
    public Task KeyOfTheOperationHandedToAWrapper_IsQuiet() => Verify.VerifyAnalyzerAsync(Handed("""
            public Task Made(string order) => own.Post("orders", order, Guid.NewGuid().ToString());

            public Task Given(string order, string id) => payments.Charge(order, id);

            public Task Joined(string order, string id) => payments.Charge(order, $"{id}-{DateTime.UtcNow.Ticks}");

            public Task None(string order) => payments.Charge(order, "");
        """));

    [Theory]
    [InlineData("\"X-Request-Id\"", "key")]
    [InlineData("\"Idempotency-Key\"", "body + key")]
    [InlineData("key", "body")]
    public Task ParameterThatIsNoKeyByItself_IsQuiet(string header, string put) => Verify.VerifyAnalyzerAsync(Handed("""
            public Task Direct(string order) => own.Post("orders", order, "fixed");
        """, header, put));

    [Fact]
    public Task KeyHandedToAWrapper_IsMadeForTheOperation() => Verify.VerifyCodeFixAsync(
        Handed("""
            public Task Direct(string order) => own.Post("orders", order, [|DateTime.UtcNow.Ticks.ToString()|]); // now

            public Task Retried(string order) => _retry.ExecuteAsync(() => payments.Charge(order, [|"order"|]));
        """),
        Handed("""
            public Task Direct(string order) => own.Post("orders", order, Guid.NewGuid().ToString()); // now

            public Task Retried(string order)
            {
                var idempotencyKey = Guid.NewGuid().ToString();
                return _retry.ExecuteAsync(() => payments.Charge(order, idempotencyKey));
            }
        """));
}
