using System.Threading.Tasks;
using IntegrationAnalyzers.Tests.Verification;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Payloads.IA5011ProviderTypeReturned>;

namespace IntegrationAnalyzers.Tests.Rules.Payloads;

public sealed class IA5011ProviderTypeReturnedTests
{
    private const string Head = """
        #nullable enable
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Net.Http;
        using System.Net.Http.Json;
        using System.Threading.Tasks;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.AspNetCore.Routing;

        public sealed class ProviderOrder { public string? Id { get; set; } public List<ProviderLine>? Lines { get; set; } }
        public sealed class ProviderLine { public int Quantity { get; set; } }
        public sealed class OrderView { public string? Id { get; set; } }

        public sealed class Provider(HttpClient http)
        {
            public async Task<ProviderOrder> Order() => await http.GetFromJsonAsync<ProviderOrder>("order") ?? throw new InvalidOperationException();
            public async Task<List<ProviderOrder>> Orders() => await http.GetFromJsonAsync<List<ProviderOrder>>("orders") ?? [];
        }


        """;

    private static Task Action(string members) => Verify.VerifyAnalyzerAsync(Head + $$"""
        public sealed class OrdersController(Provider provider) : ControllerBase
        {
            {{members}}
        }
        """);

    private static Task Minimal(string mapping, string members = "") => Verify.VerifyAnalyzerAsync(Head + $$"""
        public static class Endpoints
        {
            public static void Map(IEndpointRouteBuilder app) => {{mapping}};
            {{members}}
        }
        """);

    /// <summary>A provider's SDK, by the name of its assembly.</summary>
    [Theory]
    [InlineData("Stripe.net")]
    [InlineData("Octokit")]
    [InlineData("Octokit.GraphQL")]
    [InlineData("Twilio")]
    [InlineData("SendGrid")]
    [InlineData("Mollie.Api")]
    [InlineData("Adyen")]
    [InlineData("Braintree")]
    [InlineData("PayPalCheckoutSdk")]
    [InlineData("Square")]
    [InlineData("ShopifySharp")]
    [InlineData("Slack.NetStandard")]
    [InlineData("SlackNet")]
    [InlineData("Microsoft.Graph")]
    [InlineData("Notion.Client")]
    [InlineData("Auth0.ManagementApi")]
    [InlineData("Okta.Sdk")]
    [InlineData("Going.Plaid")]
    [InlineData("CheckoutSdk")]
    [InlineData("Telegram.Bot")]
    [InlineData("Discord.Net.Rest")]
    [InlineData("OpenAI")]
    [InlineData("AWSSDK.S3")]
    [InlineData("Google.Apis.Drive.v3")]
    public Task ObjectOfAProvidersSdk_Reports(string assembly) => new Verify.Test
    {
        TestCode = Head + "public sealed class OrdersController(Sdk.Orders orders) : ControllerBase { public Sdk.Order Get() => [|orders.Find()|]; }",
        References = OtherLibrary.Beside(assembly, "namespace Sdk { public class Order { public string Id { get; set; } } public class Orders { public Order Find() => new Order(); } }"),
    }.RunAsync();

    [Fact]
    public Task ObjectOfAnotherLibrary_IsQuiet() => new Verify.Test
    {
        TestCode = Head + "public sealed class OrdersController(Sdk.Orders orders) : ControllerBase { public Sdk.Order Get() => orders.Find(); }",
        References = OtherLibrary.Beside("Acme.Orders", "namespace Sdk { public class Order { public string Id { get; set; } } public class Orders { public Order Find() => new Order(); } }"),
    }.RunAsync();

    [Theory]
    [InlineData("public async Task<ProviderOrder> Get() => [|await provider.Order()|];")]
    [InlineData("public async Task<ActionResult<ProviderOrder>> Get() { return [|await provider.Order()|]; }")]
    [InlineData("public async Task<IEnumerable<ProviderOrder>> Get() => [|await provider.Orders()|];")]
    [InlineData("public async Task<IActionResult> Get() => Ok([|await provider.Order()|]);")]
    [InlineData("public async Task<IActionResult> Get() { var order = await provider.Order(); return Ok([|order|]); }")]
    [InlineData("public async Task<IActionResult> Lines() => Ok([|(await provider.Order()).Lines|]);")]
    [InlineData("public Task<ProviderOrder> Get() => [|provider.Order()|];")]
    public Task ActionThatAnswersWithIt_Reports(string action) => Action(action);

    [Theory]
    [InlineData("app.MapGet(\"/o\", async (Provider provider) => [|await provider.Order()|])")]
    [InlineData("app.MapGet(\"/o\", async (Provider provider) => { var order = await provider.Order(); return Results.Ok([|order|]); })")]
    [InlineData("app.MapGet(\"/o\", async (Provider provider) => TypedResults.Ok([|await provider.Orders()|]))")]
    [InlineData("app.MapPost(\"/o\", async (Provider provider) => Results.Json([|await provider.Order()|]))")]
    public Task MinimalApiThatAnswersWithIt_Reports(string mapping) => Minimal(mapping);

    [Fact]
    public Task HandlerNamed_Reports() => Minimal(
        "app.MapGet(\"/o\", Get)",
        "private static async Task<ProviderOrder> Get(Provider provider) => [|await provider.Order()|];");

    [Fact]
    public Task SdkType_Reports() => Action("public IActionResult Get([FromServices] Stripe.PaymentIntent intent) => Ok([|intent|]);");

    [Theory]
    [InlineData("public async Task<OrderView> Get() => new OrderView { Id = (await provider.Order()).Id };")]
    [InlineData("public async Task<IActionResult> Get() { var order = await provider.Order(); return Ok(new OrderView { Id = order.Id }); }")]
    [InlineData("public async Task<IActionResult> Get() => Ok((await provider.Orders()).Select(o => new OrderView { Id = o.Id }));")]
    [InlineData("public async Task<IActionResult> Get() => Ok((await provider.Order()).Id);")]
    [InlineData("public async Task<int> Get() => (await provider.Orders()).Count;")]
    [InlineData("public IActionResult Get() => Ok();")]
    [InlineData("private async Task<ProviderOrder> Load() => await provider.Order();")]
    [InlineData("[NonAction] public async Task<ProviderOrder> Load() => await provider.Order();")]
    public Task OwnType_IsQuiet(string action) => Action(action);

    [Fact]
    public Task MinimalApiWithOwnType_IsQuiet() => Minimal("app.MapGet(\"/o\", async (Provider provider) => new OrderView { Id = (await provider.Order()).Id })");

    [Fact]
    public Task ServiceMethod_IsQuiet() => Verify.VerifyAnalyzerAsync(Head + """
        public sealed class Orders(Provider provider)
        {
            public async Task<ProviderOrder> Get() { var order = await provider.Order(); return order; }
            public Func<Task<ProviderOrder>> Later() => async () => await provider.Order();
        }
        """);

    /// <summary>duplicati's <c>WebserverCore</c>: server and client are one project, and the server makes what the client reads.</summary>
    [Theory]
    [InlineData("new ServerOrder { Id = \"1\" }")]
    [InlineData("Make()")]
    public Task TypeThatOurServerMakes_IsQuiet(string value) => Verify.VerifyAnalyzerAsync(Head + $$"""
        public sealed class ServerOrder { public string? Id { get; set; } }

        public sealed class Client(HttpClient http)
        {
            public async Task<ServerOrder?> Get() => await http.GetFromJsonAsync<ServerOrder>("order");
        }

        public sealed class OrdersController : ControllerBase
        {
            public IActionResult Get() => Ok({{value}});
            public ServerOrder Other() => {{value}};
            private static ServerOrder Make() => new() { Id = "1" };
        }
        """);

    [Fact(Skip = "Known gap: A provider's object inside of an object of ours is not looked for")]
    public Task InsideOfOurType_Reports() => Action("public async Task<IActionResult> Get() => Ok(new { Order = [|await provider.Order()|] });");
}
