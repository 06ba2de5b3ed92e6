using System.Threading.Tasks;
using IntegrationAnalyzers.Tests.Verification;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Errors.IA4003StatusNotLookedAt>;

namespace IntegrationAnalyzers.Tests.Rules.Errors;

/// <summary>RestSharp's and Refit's results that never throw; Flurl, which throws.</summary>
public class IA4003LibraryTests
{
    private static string RestSharp(string body) => """
        using System;
        using System.Threading.Tasks;
        using RestSharp;

        public record Rate(decimal Value);

        public class Rates(RestClient client)
        {
            public async Task<object?> ReadAsync(RestRequest request)
            {

        """ + "        " + body.Replace("\n", "\n        ", System.StringComparison.Ordinal) + "\n    }\n}\n";

    private static string Refit(string body) => """
        using System;
        using System.Threading.Tasks;
        using Refit;

        public record Rate(decimal Value);

        public interface IRates
        {
            [Get("/rates")]
            Task<IApiResponse<Rate>> GetAsync();

            [Post("/rates")]
            Task<IApiResponse> AddAsync([Body] Rate rate);

            [Get("/rates/one")]
            Task<Rate> OneAsync();
        }

        public class Rates(IRates api)
        {
            public async Task<object?> ReadAsync()
            {

        """ + "        " + body.Replace("\n", "\n        ", System.StringComparison.Ordinal) + "\n    }\n}\n";

    /// <summary>A line in the log is no end of the path.</summary>
    [Theory]
    [InlineData("response.ErrorMessage is { Length: > 0 } message", "\"{Message}\", message")]
    [InlineData("response.ErrorMessage is not null", "\"failed\"")]
    [InlineData("response.ErrorException is { } error", "error, \"failed\"")]
    [InlineData("response.StatusCode is not System.Net.HttpStatusCode.OK", "\"failed\"")]
    public Task RestSharpErrorOnWhichOnlyALogDepends_Reports(string error, string logged) => Verify.VerifyAnalyzerAsync(RestSharp(
        $"var response = await [|client.ExecuteAsync<Rate>(request)|];\nif ({error})\n    Log.LogWarning({logged});\nreturn response.Data;").Replace(
            "using RestSharp;", "using Microsoft.Extensions.Logging;\nusing RestSharp;").Replace("RestClient client)\n{", "RestClient client, ILogger<Rates> logger)\n{\n    public ILogger Log => logger;\n"));

    [Theory]
    [InlineData("if (response.ErrorMessage is { Length: > 0 } message)\n    throw new InvalidOperationException(message);")]
    [InlineData("if (response.ErrorMessage is { Length: > 0 } message)\n    Console.Error.WriteLine(message);")]
    [InlineData("if (response.ErrorException is { })\n    return null;")]
    public Task RestSharpErrorThatEndsThePath_OrIsShown_IsQuiet(string look) =>
        Verify.VerifyAnalyzerAsync(RestSharp("var response = await client.ExecuteAsync<Rate>(request);\n" + look + "\nreturn response.Data;"));

    [Theory]
    [InlineData("var response = await [|client.ExecuteAsync<Rate>(request)|];\nreturn response.Data;")]
    [InlineData("var response = await [|client.ExecuteAsync(request)|];\nreturn response.Content;")]
    [InlineData("var response = await [|client.ExecuteAsync<Rate>(request)|];\nif (response.Data == null)\n    return null;\nreturn response.Data.Value;")]
    [InlineData("return (await [|client.ExecuteGetAsync<Rate>(request)|]).Data;")]
    [InlineData("await [|client.ExecutePostAsync(request)|];\nreturn null;")]
    [InlineData("var response = await [|client.ExecuteAsync<Rate>(request)|];\nvar second = await client.ExecuteAsync(new RestRequest(\"rates/{id}\").AddUrlSegment(\"id\", response.Data!.Value.ToString()));\nreturn second.IsSuccessful;")]
    public Task RestSharpResultUnread_Reports(string body) => Verify.VerifyAnalyzerAsync(RestSharp(body));

    [Theory]
    [InlineData("var response = await client.ExecuteAsync<Rate>(request);\nreturn response.IsSuccessful ? response.Data : null;")]
    [InlineData("var response = await client.ExecuteAsync<Rate>(request);\nif (response.ErrorException != null)\n    throw response.ErrorException;\nreturn response.Data;")]
    [InlineData("var response = await client.ExecuteAsync<Rate>(request);\nif (response.ResponseStatus != ResponseStatus.Completed)\n    return null;\nreturn response.Data;")]
    [InlineData("var response = await client.ExecuteAsync<Rate>(request);\nresponse.ThrowIfError();\nreturn response.Data;")]
    [InlineData("return await client.GetAsync<Rate>(request);")]
    public Task RestSharpResultRead_IsQuiet(string body) => Verify.VerifyAnalyzerAsync(RestSharp(body));

    [Fact]
    public Task RestSharpThatThrowsOnAnyError_IsQuiet() => Verify.VerifyAnalyzerAsync(
        RestSharp("var response = await client.ExecuteAsync<Rate>(request);\nreturn response.Data;") +
        "\npublic static class Clients\n{\n    public static RestClient Make(string url) => new(new RestClientOptions(url) { ThrowOnAnyError = true, Timeout = TimeSpan.FromSeconds(5) });\n}\n");

    [Theory]
    [InlineData("ThrowOnAnyError = false, ", "")]
    [InlineData("", "options.ThrowOnAnyError = false;")]
    [InlineData("", "// No ThrowOnAnyError: the status is looked at.")]
    public Task RestSharpThatThrowsOnNoError_Reports(string initial, string later) => Verify.VerifyAnalyzerAsync(
        RestSharp("var response = await [|client.ExecuteAsync<Rate>(request)|];\nreturn response.Data;") +
        $"\npublic static class Clients\n{{\n    public static RestClient Make(string url)\n    {{\n        var options = new RestClientOptions(url) {{ {initial}Timeout = TimeSpan.FromSeconds(5) }};\n        {later}\n        return new(options);\n    }}\n}}\n");

    [Theory]
    [InlineData("var response = await [|api.GetAsync()|];\nreturn response.Content;")]
    [InlineData("var response = await [|api.GetAsync()|];\nif (response.Content is null)\n    return null;\nreturn response.Content.Value;")]
    [InlineData("var response = await [|api.GetAsync()|];\nif (response.Content == null)\n    throw new InvalidOperationException();\nreturn response.Content.Value;")]
    [InlineData("await [|api.AddAsync(new Rate(1))|];\nreturn true;")]
    public Task RefitResponseUnread_Reports(string body) => Verify.VerifyAnalyzerAsync(Refit(body));

    [Theory]
    [InlineData("var response = await api.GetAsync();\nreturn response.IsSuccessful ? response.Content : null;")]
    [InlineData("var response = await api.GetAsync();\nif (response.Error is { } error)\n    throw error;\nreturn response.Content;")]
    [InlineData("var response = await api.GetAsync();\nawait response.EnsureSuccessStatusCodeAsync();\nreturn response.Content;")]
    [InlineData("return await api.OneAsync();")]
    public Task RefitResponseRead_IsQuiet(string body) => Verify.VerifyAnalyzerAsync(Refit(body));

    [Fact]
    public Task FlurlThatThrows_IsQuiet() => Verify.VerifyAnalyzerAsync("""
        using System.Threading.Tasks;
        using Flurl.Http;

        public class Rates
        {
            public async Task<string> ReadAsync(IFlurlRequest request)
            {
                var response = await request.PostJsonAsync(new { });
                return await response.Content.ReadAsStringAsync();
            }

            public Task AddAsync(IFlurlRequest request) => request.PostJsonAsync(new { });
        }
        """);

    [Theory]
    [InlineData("client.Execute<Rate>(request)", "Execute")]
    [InlineData("await client.ExecuteTaskAsync<Rate>(request)", "ExecuteTaskAsync")]
    [InlineData("await client.ExecuteGetTaskAsync<Rate>(request)", "ExecuteGetTaskAsync")]
    [InlineData("await client.ExecutePostTaskAsync<Rate>(request, default)", "ExecutePostTaskAsync")]
    public Task RestSharp106_Reports(string call, string name) => new Verify.Test
    {
        ExpectedDiagnostics = { Verify.Diagnostic().WithLocation(0).WithLocation(1).WithArguments(name, "its body is used before anybody looks at that", "check 'IsSuccessful'") },
        References = TestReferences.Net.With(TestReferences.RestSharp106),
        TestCode = $$"""
            using System.Threading.Tasks;
            using RestSharp;

            #pragma warning disable CS0612, CS1998
            public record Rate(decimal Value);

            public class Rates(IRestClient client)
            {
                public async Task<Rate> ReadAsync(IRestRequest request)
                {
                    var response = {{call.Replace("client.", "{|#0:client.", System.StringComparison.Ordinal)}}|};
                    return {|#1:response.Data|};
                }
            }
            """,
    }.RunAsync();

    [Theory]
    [InlineData("[|request.AllowAnyHttpStatus().GetAsync()|]", "")]
    [InlineData("[|request.AllowAnyHttpStatus().WithHeader(\"a\", \"b\").PostJsonAsync(new { })|]", "")]
    [InlineData("request.AllowAnyHttpStatus().GetAsync()", "response.EnsureSuccessStatusCode();")]
    [InlineData("request.WithHeader(\"a\", \"b\").GetAsync()", "")]
    public Task FlurlThatAllowsAnyStatus(string call, string check) => Verify.VerifyAnalyzerAsync($$"""
        using System.Threading.Tasks;
        using Flurl.Http;

        public class Rates
        {
            public async Task<string> ReadAsync(IFlurlRequest request)
            {
                using var response = await {{call}};
                {{check}}
                return await response.Content.ReadAsStringAsync();
            }
        }
        """);
}
