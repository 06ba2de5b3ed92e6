using System.Threading;
using IntegrationAnalyzers.Apis;
using Xunit;

namespace IntegrationAnalyzers.Tests.Model.Calls;

public sealed class RequestVerbTests
{
    [Theory]
    [InlineData("http.SendAsync(new HttpRequestMessage(HttpMethod.Post, \"x\"))", nameof(HttpVerb.Post))]
    [InlineData("http.SendAsync(new HttpRequestMessage { Method = HttpMethod.Patch })", nameof(HttpVerb.Patch))]
    [InlineData("http.SendAsync(new HttpRequestMessage { Method = new HttpMethod(\"DELETE\") })", nameof(HttpVerb.Delete))]
    [InlineData("http.SendAsync(new HttpRequestMessage(HttpMethod.Parse(\"PUT\"), \"x\"))", nameof(HttpVerb.Put))]
    [InlineData("http.SendAsync(new HttpRequestMessage())", nameof(HttpVerb.Get))]
    [InlineData("http.SendAsync(new HttpRequestMessage(fromField, \"x\"))", nameof(HttpVerb.Post))]
    [InlineData("http.SendAsync(Make())", nameof(HttpVerb.Put))]
    [InlineData("http.SendAsync(MakeFor(HttpMethod.Post))", nameof(HttpVerb.Post))]
    [InlineData("http.SendAsync(new HttpRequestMessage(Environment.TickCount > 0 ? HttpMethod.Get : HttpMethod.Post, \"x\"))", nameof(HttpVerb.Unknown))]
    [InlineData("http.SendAsync(unknown)", nameof(HttpVerb.Unknown))]
    public void SendAsync_ReadsTheMessage(string call, string verb) => Assert.Equal(verb, Verb("SendAsync", "await " + call + ";"));

    [Theory]
    [InlineData("var request = new HttpRequestMessage(HttpMethod.Post, \"x\");", nameof(HttpVerb.Post))]
    [InlineData("var request = new HttpRequestMessage(); request.Method = HttpMethod.Post;", nameof(HttpVerb.Post))]
    [InlineData("var verb = HttpMethod.Patch; using var request = new HttpRequestMessage(verb, \"x\");", nameof(HttpVerb.Patch))]
    [InlineData("HttpRequestMessage request; request = new HttpRequestMessage(HttpMethod.Post, \"x\");", nameof(HttpVerb.Post))]
    [InlineData("HttpRequestMessage request = new(HttpMethod.Post, \"x\"); request = unknown;", nameof(HttpVerb.Unknown))]
    public void SendAsync_ReadsVariables(string statements, string verb) => Assert.Equal(verb, Verb("SendAsync", statements + " await http.SendAsync(request);"));

    [Theory]
    [InlineData("ExecuteAsync", "await rest.ExecuteAsync(new RestRequest(\"x\", Method.Post));", nameof(HttpVerb.Post))]
    [InlineData("ExecuteAsync", "var r = new RestRequest(\"x\") { Method = Method.Put }; await rest.ExecuteAsync(r);", nameof(HttpVerb.Put))]
    [InlineData("ExecuteAsync", "await rest.ExecuteAsync(new RestRequest(\"x\", Method.Post).AddHeader(\"a\", \"b\"));", nameof(HttpVerb.Post))]
    [InlineData("ExecuteAsync", "await rest.ExecuteAsync(new RestRequest(\"x\"));", nameof(HttpVerb.Get))]
    [InlineData("ExecutePostAsync", "await rest.ExecutePostAsync(new RestRequest(\"x\"));", nameof(HttpVerb.Post))]
    [InlineData("PostJsonAsync", "await \"https://h/x\".PostJsonAsync(new { });", nameof(HttpVerb.Post))]
    [InlineData("SendAsync", "await new Flurl.Url(\"https://h/x\").SendAsync(HttpMethod.Post, null);", nameof(HttpVerb.Post))]
    [InlineData("Create", "await refit.Create(\"x\");", nameof(HttpVerb.Post))]
    [InlineData("Read", "await refit.Read();", nameof(HttpVerb.Get))]
    [InlineData("GetResponse", "var w = WebRequest.Create(\"https://h\"); w.Method = \"POST\"; w.GetResponse();", nameof(HttpVerb.Post))]
    [InlineData("GetResponse", "var w = WebRequest.Create(\"https://h\"); w.GetResponse();", nameof(HttpVerb.Get))]
    public void Libraries(string member, string statements, string verb) => Assert.Equal(verb, Verb(member, statements));

    private static string? Verb(string member, string statements)
    {
        var source = new ModelSource($$"""
            interface IRefit
            {
                [Post("/x")]
                Task Create([Body] string body);

                [Get("/x")]
                Task Read();
            }

            class Calls(HttpClient http, RestClient rest, IRefit refit)
            {
                private static readonly HttpMethod fromField = HttpMethod.Post;
                private static HttpRequestMessage unknown = null!;

                public async Task Run()
                {
                    await Task.Yield();
                    {{statements}}
                    _ = (http, rest, refit, fromField, unknown);
                }

                private static HttpRequestMessage Make() => new(HttpMethod.Put, "x");

                private static HttpRequestMessage MakeFor(HttpMethod method) => new HttpRequestMessage(method, "x");
            }
            """);
        return source.Model.Calls.Read(source.Call(member), CancellationToken.None)?.Verb.Verb.ToString();
    }
}
