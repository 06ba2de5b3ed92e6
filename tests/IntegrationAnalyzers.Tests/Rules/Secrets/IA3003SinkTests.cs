using System.Threading.Tasks;
using IntegrationAnalyzers.Rules.Secrets;
using IntegrationAnalyzers.Tests.Verification;
using Xunit;

namespace IntegrationAnalyzers.Tests.Rules.Secrets;

/// <summary>Members of libraries that are given an address and call it.</summary>
public sealed class IA3003SinkTests
{
    private const string Usings = """
        using System;
        using System.Net;
        using System.Net.Http;
        using System.Net.WebSockets;
        using System.Text;
        using System.Threading;
        using System.Threading.Tasks;

        #pragma warning disable SYSLIB0014


        """;

    // As the packages declare them.
    private const string Rpc = """

        namespace Microsoft.AspNetCore.SignalR.Client
        {
            public interface IHubConnectionBuilder { }
            public class HubConnectionBuilder : IHubConnectionBuilder { }
            public static class HubConnectionBuilderHttpExtensions { public static IHubConnectionBuilder WithUrl(this IHubConnectionBuilder hubConnectionBuilder, string url) => hubConnectionBuilder; }
        }
        namespace Amazon.S3 { public class AmazonS3Config { public string ServiceURL { get; set; } = ""; } }
        namespace Refitted { public interface IOrders { [Refit.Get("/orders")] Task<string> All(); } }
        namespace Shipping
        {
            public class ShipClientOptions
            {
                public string Endpoint { get; set; } = "";
                public string ServiceURL { get; set; } = "";
                public string ServiceUrl { get; set; } = "";
                public string BaseUrl { get; set; } = "";
                public string BaseUri { get; set; } = "";
                public string BaseAddress { get; set; } = "";
            }
            public class ShipClientConfig { public string Endpoint { get; set; } = ""; }
            public class ShipNotes { public string Endpoint { get; set; } = ""; }
        }
        """;

    [Theory]
    [InlineData("_ = new HttpClient { BaseAddress = new Uri($) };")]
    [InlineData("_ = new HttpRequestMessage { RequestUri = new Uri($) };")]
    [InlineData("_ = new WebClient { BaseAddress = $ };")]
    [InlineData("_ = new RestSharp.RestClientOptions { BaseUrl = new Uri($) };")]
    [InlineData("new RestSharp.RestRequest().Resource = $;")]
    [InlineData("((Flurl.Http.IFlurlClient)new Flurl.Http.FlurlClient()).BaseUrl = $;")]
    [InlineData("new Flurl.Http.FlurlClient().BaseUrl = $;")]
    [InlineData("void Send(Flurl.Http.IFlurlRequest request) => request.Url = new Flurl.Url($);")]
    [InlineData("void Send(Flurl.Http.FlurlRequest request) => request.Url = new Flurl.Url($);")]
    [InlineData("_ = new Grpc.Net.ClientFactory.GrpcClientFactoryOptions { Address = new Uri($) };")]
    [InlineData("_ = new Amazon.S3.AmazonS3Config { ServiceURL = $ };")]
    [InlineData("_ = new Shipping.ShipClientOptions { Endpoint = $ };")]
    [InlineData("_ = new Shipping.ShipClientOptions { ServiceURL = $ };")]
    [InlineData("_ = new Shipping.ShipClientOptions { ServiceUrl = $ };")]
    [InlineData("_ = new Shipping.ShipClientOptions { BaseUrl = $ };")]
    [InlineData("_ = new Shipping.ShipClientOptions { BaseUri = $ };")]
    [InlineData("_ = new Shipping.ShipClientOptions { BaseAddress = $ };")]
    [InlineData("_ = new Shipping.ShipClientConfig { Endpoint = $ };")]
    public Task AddressOfAClientOrARequest_Reports(string statement) => Reports(statement);

    [Theory]
    [InlineData("_ = WebRequest.Create($);")]
    [InlineData("_ = HttpWebRequest.Create($);")]
    [InlineData("_ = WebRequest.CreateHttp($);")]
    [InlineData("_ = WebRequest.CreateDefault(new Uri($));")]
    [InlineData("_ = new ClientWebSocket().ConnectAsync(new Uri($), CancellationToken.None);")]
    [InlineData("_ = Grpc.Net.Client.GrpcChannel.ForAddress($);")]
    [InlineData("_ = Refit.RestService.For<Refitted.IOrders>($);")]
    [InlineData("_ = Refit.RestService.ForGenerated<Refitted.IOrders>($);")]
    [InlineData("_ = Microsoft.AspNetCore.SignalR.Client.HubConnectionBuilderHttpExtensions.WithUrl(new Microsoft.AspNetCore.SignalR.Client.HubConnectionBuilder(), $);")]
    public Task AddressThatIsCalled_Reports(string statement) => Reports(statement);

    [Theory]
    [InlineData("_ = new HttpRequestMessage(HttpMethod.Get, $);")]
    [InlineData("_ = new RestSharp.RestClient($);")]
    [InlineData("_ = new RestSharp.RestClientOptions($);")]
    [InlineData("_ = new RestSharp.RestRequest($);")]
    [InlineData("_ = new Flurl.Http.FlurlClient($);")]
    [InlineData("_ = new Flurl.Http.FlurlRequest(new Flurl.Url($));")]
    public Task ClientOrRequestMadeForAnAddress_Reports(string statement) => Reports(statement);

    [Theory]
    [InlineData("Microsoft.AspNet.SignalR.Client", "HubConnection", "string url", "$")]
    [InlineData("Elasticsearch.Net", "ConnectionConfiguration", "System.Uri uri", "new Uri($)")]
    [InlineData("Azure.Data.Tables", "TableServiceClient", "System.Uri endpoint", "new Uri($)")]
    [InlineData("Amazon.Shipping", "AmazonShippingClient", "string endpoint", "$")]
    public Task ClientOfAPackageMadeForAnAddress_Reports(string ns, string type, string parameter, string argument) => new RuleVerifier<IA3003EndpointInSource>.Test
    {
        TestCode = Source($"_ = new {ns}.{type}({argument});"),
        References = OtherLibrary.Beside(ns, $"namespace {ns} {{ public class {type} {{ public {type}({parameter}) {{ }} }} }}"),
    }.RunAsync();

    [Theory]
    [InlineData("_ = new RestSharp.RestClient { BaseUrl = new Uri($) };")]
    [InlineData("void Set(RestSharp.IRestClient client) => client.BaseUrl = new Uri($);")]
    [InlineData("new RestSharp.RestRequest().Resource = $;")]
    [InlineData("void Set(RestSharp.IRestRequest request) => request.Resource = $;")]
    public Task AddressOfARestSharp106Client_Reports(string statement) => new RuleVerifier<IA3003EndpointInSource>.Test
    {
        TestCode = Source(statement),
        References = TestReferences.Default.With(TestReferences.RestSharp106),
    }.RunAsync();

    [Theory]
    [InlineData("new UriBuilder($).Uri")]
    [InlineData("new Flurl.Url($).ToString()")]
    [InlineData("new StringBuilder($).Append(code).ToString()")]
    [InlineData("new StringBuilder().AppendFormat($, code).ToString()")]
    [InlineData("string.Format($, code)")]
    [InlineData("new StringBuilder().Append($).ToString()")]
    [InlineData("$.Trim()")]
    [InlineData("$.TrimEnd('/')")]
    [InlineData("$.TrimStart()")]
    [InlineData("$.Replace(\"v1\", code)")]
    [InlineData("string.Concat($, code)")]
    [InlineData("$.ToLower()")]
    [InlineData("$.ToLowerInvariant()")]
    [InlineData("$.Insert(30, code)")]
    [InlineData("Microsoft.AspNetCore.WebUtilities.QueryHelpers.AddQueryString($, \"code\", code)")]
    [InlineData("Flurl.Url.Combine($, code)")]
    [InlineData("string.Join(\"/\", $, code)")]
    public Task AddressInAnotherFormThatIsCalled_Reports(string url) => Reports($"Task<string> Get(HttpClient http, string code) => http.GetStringAsync({url});");

    [Theory]
    [InlineData("_ = new Shipping.ShipNotes { Endpoint = \"https://api.acmeship.com/v1\" };")]
    [InlineData("_ = \"https://api.acmeship.com/v1\".Trim();")]
    public Task AddressThatNobodyCalls_IsQuiet(string statement) => RuleVerifier<IA3003EndpointInSource>.VerifyAnalyzerAsync(Source(statement));

    private static Task Reports(string statement) => RuleVerifier<IA3003EndpointInSource>.VerifyAnalyzerAsync(Source(statement));

    private static string Source(string statement) =>
        Usings + "class Orders\n{\n    void Use()\n    {\n        " + statement.Replace("$", "[|\"https://api.acmeship.com/v1\"|]") + "\n    }\n}\n" + Rpc;
}
