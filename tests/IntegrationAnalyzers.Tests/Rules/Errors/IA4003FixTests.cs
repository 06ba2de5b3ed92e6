using System.Threading.Tasks;
using IntegrationAnalyzers.Tests.Verification;
using Xunit;
using static IntegrationAnalyzers.Tests.Rules.Errors.ResponseSource;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Errors.IA4003StatusNotLookedAt>;

namespace IntegrationAnalyzers.Tests.Rules.Errors;

public class IA4003FixTests
{
    [Theory]
    [InlineData(
        "// the rate\nvar response = await [|client.GetAsync(id)|]; // as text\nreturn await response.Content.ReadAsStringAsync();",
        "// the rate\nvar response = await client.GetAsync(id); // as text\nresponse.EnsureSuccessStatusCode();\nreturn await response.Content.ReadAsStringAsync();")]
    [InlineData(
        "HttpResponseMessage response;\nresponse = await [|client.GetAsync(id)|].ConfigureAwait(false);\nreturn await response.Content.ReadAsStringAsync();",
        "HttpResponseMessage response;\nresponse = await client.GetAsync(id).ConfigureAwait(false);\nresponse.EnsureSuccessStatusCode();\nreturn await response.Content.ReadAsStringAsync();")]
    [InlineData(
        "using (var answer = await [|client.GetAsync(id)|])\n{\n    // all of it\n    return await answer.Content.ReadAsStringAsync();\n}",
        "using (var answer = await client.GetAsync(id))\n{\n    // all of it\n    answer.EnsureSuccessStatusCode();\n    return await answer.Content.ReadAsStringAsync();\n}")]
    [InlineData(
        "// in one go\nreturn await (await [|client.GetAsync(id)|]).Content.ReadAsStringAsync();",
        "// in one go\nvar response = await client.GetAsync(id);\nresponse.EnsureSuccessStatusCode();\nreturn await response.Content.ReadAsStringAsync();")]
    [InlineData(
        "var response = await [|client.GetAsync(id)|];\nif (response.StatusCode == HttpStatusCode.NotFound)\n    return null;\nvar text = await response.Content.ReadAsStringAsync();\nreturn text;",
        "var response = await client.GetAsync(id);\nif (response.StatusCode == HttpStatusCode.NotFound)\n    return null;\nresponse.EnsureSuccessStatusCode();\nvar text = await response.Content.ReadAsStringAsync();\nreturn text;")]
    [InlineData(
        "var one = id.Length > 3 ? await (await [|client.GetAsync(id)|]).Content.ReadAsStringAsync() : null;\nreturn one;",
        "var one = id.Length > 3 ? await (await client.GetAsync(id)).EnsureSuccessStatusCode().Content.ReadAsStringAsync() : null;\nreturn one;")]
    [InlineData(
        "return await [|client.GetAsync(id)|].Result.Content.ReadAsStringAsync();",
        "var response = client.GetAsync(id).Result;\nresponse.EnsureSuccessStatusCode();\nreturn await response.Content.ReadAsStringAsync();")]
    public Task Fix_ChecksWhereTheResponseIsFirstHeld(string body, string expected) => Verify.VerifyCodeFixAsync(Text(body), Text(expected));

    [Theory]
    [InlineData(
        "// sent\nawait [|client.PostAsync(\"orders\", content)|];\nreturn true;",
        "// sent\nusing var response = await client.PostAsync(\"orders\", content);\nresponse.EnsureSuccessStatusCode();\nreturn true;")]
    [InlineData(
        "_ = await [|client.PostAsync(\"orders\", content)|]; // sent\nreturn true;",
        "using var response = await client.PostAsync(\"orders\", content); // sent\nresponse.EnsureSuccessStatusCode();\nreturn true;")]
    [InlineData(
        "if (content.Headers.Any())\n    await [|client.PostAsync(\"orders\", content)|];\nreturn true;",
        "if (content.Headers.Any())\n    (await client.PostAsync(\"orders\", content)).EnsureSuccessStatusCode();\nreturn true;")]
    [InlineData(
        "await [|client.PostAsync(\"one\", content)|];\nawait [|client.PostAsync(\"two\", content)|];\nreturn true;",
        "using var response = await client.PostAsync(\"one\", content);\nresponse.EnsureSuccessStatusCode();\nusing var response2 = await client.PostAsync(\"two\", content);\nresponse2.EnsureSuccessStatusCode();\nreturn true;")]
    public Task Fix_DroppedResponse(string body, string expected) => Verify.VerifyCodeFixAsync(Post(body), Post(expected));

    [Fact]
    public Task Fix_DroppedResponse_InASwitchSection_WhichTakesNoUsing() => Verify.VerifyCodeFixAsync(
        Post("switch (content.Headers.ContentLength)\n{\n    case 0:\n        await [|client.PostAsync(\"orders\", content)|];\n        break;\n}\n\nreturn true;"),
        Post("switch (content.Headers.ContentLength)\n{\n    case 0:\n        var response = await client.PostAsync(\"orders\", content);\n        response.EnsureSuccessStatusCode();\n        break;\n}\n\nreturn true;"));

    [Fact]
    public Task Fix_ExpressionBody() => Verify.VerifyCodeFixAsync(
        Service("public async Task<string> ReadAsync(string id) => await (await [|client.GetAsync(id)|]).Content.ReadAsStringAsync();"),
        Service("public async Task<string> ReadAsync(string id) => await (await client.GetAsync(id)).EnsureSuccessStatusCode().Content.ReadAsStringAsync();"));

    [Fact]
    public Task Fix_ResponseOfAPipeline() => Verify.VerifyCodeFixAsync(
        Service("""
            public async Task<string> ReadAsync(string code, ResiliencePipeline pipeline, CancellationToken token)
            {
                var response = await pipeline.ExecuteAsync(async t => await [|client.GetAsync(code, t)|], token);
                return await response.Content.ReadAsStringAsync(token);
            }
            """),
        Service("""
            public async Task<string> ReadAsync(string code, ResiliencePipeline pipeline, CancellationToken token)
            {
                var response = await pipeline.ExecuteAsync(async t => await client.GetAsync(code, t), token);
                response.EnsureSuccessStatusCode();
                return await response.Content.ReadAsStringAsync(token);
            }
            """));

    [Fact]
    public Task Fix_LocalFunctionOfAProgram() => Verify.VerifyCodeFixAsync(
        "using System;\nusing System.Net.Http;\nusing System.Threading.Tasks;\n\nusing var client = new HttpClient { Timeout = TimeSpan.FromSeconds(10) };\nConsole.WriteLine(await Read(\"weather\"));\n\nasync Task<string> Read(string url)\n{\n    var response = await [|client.GetAsync(url)|];\n    var text = await response.Content.ReadAsStringAsync();\n    return text;\n}\n",
        "using System;\nusing System.Net.Http;\nusing System.Threading.Tasks;\n\nusing var client = new HttpClient { Timeout = TimeSpan.FromSeconds(10) };\nConsole.WriteLine(await Read(\"weather\"));\n\nasync Task<string> Read(string url)\n{\n    var response = await client.GetAsync(url);\n    response.EnsureSuccessStatusCode();\n    var text = await response.Content.ReadAsStringAsync();\n    return text;\n}\n");

    [Fact]
    public Task FixAll() => Verify.VerifyCodeFixAsync(
        Service("""
            public async Task<string> OneAsync()
            {
                var response = await [|client.GetAsync("one")|];
                var one = await response.Content.ReadAsStringAsync();
                var two = await (await [|client.GetAsync("two")|]).Content.ReadAsStringAsync();
                return one + two;
            }

            public async Task TwoAsync(HttpContent content)
            {
                await [|client.PostAsync("two", content)|];
            }
            """),
        Service("""
            public async Task<string> OneAsync()
            {
                var response = await client.GetAsync("one");
                response.EnsureSuccessStatusCode();
                var one = await response.Content.ReadAsStringAsync();
                var response2 = await client.GetAsync("two");
                response2.EnsureSuccessStatusCode();
                var two = await response2.Content.ReadAsStringAsync();
                return one + two;
            }

            public async Task TwoAsync(HttpContent content)
            {
                using var response = await client.PostAsync("two", content);
                response.EnsureSuccessStatusCode();
            }
            """));

    [Theory]
    [InlineData(
        "return response.StatusCode != HttpStatusCode.NotFound ? await response.Content.ReadAsStringAsync() : \"none\";",
        "return response.StatusCode != HttpStatusCode.NotFound ? await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync() : \"none\";")]
    [InlineData(
        "return response.StatusCode == HttpStatusCode.NotFound ? \"none\" : await response.Content.ReadAsStringAsync();",
        "return response.StatusCode == HttpStatusCode.NotFound ? \"none\" : await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync();")]
    [InlineData(
        "if (response.StatusCode != HttpStatusCode.NotFound)\n    return await response.Content.ReadAsStringAsync();\nreturn \"none\";",
        "if (response.StatusCode != HttpStatusCode.NotFound)\n    return await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync();\nreturn \"none\";")]
    [InlineData(
        "var text = response.StatusCode == HttpStatusCode.NotFound ? \"\" : await response.Content.ReadAsStringAsync();\nreturn text.Trim();",
        "var text = response.StatusCode == HttpStatusCode.NotFound ? \"\" : await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync();\nreturn text.Trim();")]
    public Task Fix_TestThatGuardsTheReadInItsStatement_IsBeforeTheCheck(string read, string expected) =>
        Verify.VerifyCodeFixAsync(Text("var response = await [|client.GetAsync(id)|];\n" + read), Text("var response = await client.GetAsync(id);\n" + expected));

    [Theory]
    [InlineData("var text = await response.Content.ReadAsStringAsync();\nreturn response.StatusCode == HttpStatusCode.NotFound ? \"none\" : text;")]
    [InlineData("return response.StatusCode == HttpStatusCode.NotFound ? \"none\" : id.Length > 3 ? await response.Content.ReadAsStringAsync() : await response.Content.ReadAsStringAsync() + id;")]
    public Task TestBehindTheRead_OrSeveralReadsBehindIt_HasNoFix(string read) => Verify.VerifyNoFixAsync(Text("var response = await [|client.GetAsync(id)|];\n" + read));

    [Theory]
    [InlineData("var task = [|client.GetAsync(id)|];\nvar response = await task;\nreturn await response.Content.ReadAsStringAsync();")]
    [InlineData("var response = await [|client.GetAsync(id)|];\nif (id.Length > 3)\n    response.EnsureSuccessStatusCode();\nreturn await response.Content.ReadAsStringAsync();")]
    public Task TaskKept_OrACheckOnAnotherPath_HasNoFix(string body) => Verify.VerifyNoFixAsync(Text(body));

    [Theory]
    [InlineData("while (response is null)\n{\n    try\n    {\n        response = await {0};\n    }\n    catch (Exception error)\n    {\n        logger.LogError(error, \"again\");\n    }\n}\n\n", "!")]
    [InlineData("for (var i = 0; i < 3; i++)\n{\n    try\n    {\n        response = await {0};\n        break;\n    }\n    catch (HttpRequestException) when (i < 2)\n    {\n        continue;\n    }\n}\n\n", "!")]
    [InlineData("try\n{\n    response = await {0};\n}\ncatch (Exception error)\n{\n    logger.LogError(error, \"read\");\n}\n\nif (response == null)\n    return null;\n", "")]
    public Task Fix_ChecksBehindATryWhoseClauseCarriesOn(string read, string forgiven)
    {
        var source = Text("HttpResponseMessage? response = null;\n" + read + "{1}return await response" + forgiven + ".Content.ReadAsStringAsync();");
        return Verify.VerifyCodeFixAsync(
            source.Replace("{0}", "[|client.GetAsync(id)|]").Replace("{1}", ""),
            source.Replace("{0}", "client.GetAsync(id)").Replace("{1}", "response" + forgiven + ".EnsureSuccessStatusCode();\n        "));
    }

    [Fact]
    public Task UseThatAsksWhetherThereIsAResponse_BehindATryWhoseClauseCarriesOn_HasNoFix() => Verify.VerifyNoFixAsync(Text(
        "HttpResponseMessage? response = null;\ntry\n{\n    response = await [|client.GetAsync(id)|];\n}\ncatch (Exception error)\n{\n    logger.LogError(error, \"read\");\n}\n\nreturn response is null ? null : await response.Content.ReadAsStringAsync();"));

    [Theory]
    [InlineData("await [|client.PostAsync(\"orders\", content)|];\n        return true;")]
    [InlineData("var response = await [|client.PostAsync(\"orders\", content)|];\n        return (await response.Content.ReadAsStringAsync()).Length > 0;")]
    public Task WriteThatIsRepeatedAfterAnyException_HasNoFix(string sent) => Verify.VerifyNoFixAsync(Post(
        "for (var i = 0; ; i++)\n{\n    try\n    {\n        " + sent + "\n    }\n    catch (HttpRequestException) when (i < 3)\n    {\n        logger.LogWarning(\"again\");\n    }\n}"));

    [Fact]
    public Task RefitInSynchronousCode_HasNoFix() => Verify.VerifyNoFixAsync("""
        using System.Threading.Tasks;
        using Refit;

        public record Rate(decimal Value);

        public interface IRates
        {
            [Get("/rates")]
            Task<IApiResponse<Rate>> GetAsync();
        }

        public class Rates(IRates api)
        {
            public Rate? Read()
            {
                var response = [|api.GetAsync()|].GetAwaiter().GetResult();
                return response.Content;
            }
        }
        """);

    [Fact]
    public Task Fix_Refit() => Verify.VerifyCodeFixAsync(
        RefitSource("var response = await [|api.GetAsync()|];\n        return response.Content;"),
        RefitSource("var response = await api.GetAsync();\n        await response.EnsureSuccessStatusCodeAsync();\n        return response.Content;"));

    [Fact]
    public Task Fix_RestSharp() => Verify.VerifyCodeFixAsync(
        RestSharpSource("var response = await [|client.ExecuteAsync<Rate>(request)|];\n        return response.Data;"),
        RestSharpSource("var response = await client.ExecuteAsync<Rate>(request);\n        response.ThrowIfError();\n        return response.Data;"));

    [Fact]
    public Task Fix_RestSharp106_HasNoThrowIfError() => new Verify.Test
    {
        References = TestReferences.Net.With(TestReferences.RestSharp106),
        TestCode = RestSharp106Source("var response = [|client.Execute<Rate>(request)|];\n        return response.Data;"),
        FixedCode = RestSharp106Source(
            "var response = client.Execute<Rate>(request);\n        if (!response.IsSuccessful)\n            throw new InvalidOperationException($\"The request failed with status {(int)response.StatusCode}\", response.ErrorException);\n        return response.Data;"),
    }.RunAsync();

    [Fact]
    public Task Fix_RefitsExtension_WhereTheFileDoesNotNameItsNamespace() => Verify.VerifyCodeFixAsync(
        RefitSource("await [|api.AddAsync()|];\n        return null;").Replace("using Refit;\n", ""),
        RefitSource("using var response = await api.AddAsync();\n        await response.EnsureSuccessStatusCodeAsync();\n        return null;"));

    [Fact]
    public Task Fix_RefitsOwnMember_NeedsNoUsing() => Verify.VerifyCodeFixAsync(
        RefitSource("var response = await [|api.OneAsync()|];\n        return response.Content;").Replace("using Refit;\n", ""),
        RefitSource("var response = await api.OneAsync();\n        await response.EnsureSuccessStatusCodeAsync();\n        return response.Content;").Replace("using Refit;\n", ""));

    private static string RefitSource(string body) => $$"""
        using System.Threading.Tasks;
        using Refit;

        public record Rate(decimal Value);

        public interface IRates
        {
            [Refit.Get("/rates")]
            Task<Refit.IApiResponse<Rate>> GetAsync();

            [Refit.Get("/rates/one")]
            Task<Refit.ApiResponse<Rate>> OneAsync();

            [Refit.Post("/rates")]
            Task<Refit.IApiResponse> AddAsync();
        }

        public class Rates(IRates api)
        {
            public async Task<Rate?> ReadAsync()
            {
                {{body}}
            }
        }
        """;

    private static string RestSharpSource(string body) => $$"""
        using System.Threading.Tasks;
        using RestSharp;

        public record Rate(decimal Value);

        public class Rates(RestClient client)
        {
            public async Task<Rate?> ReadAsync(RestRequest request)
            {
                {{body}}
            }
        }
        """;

    private static string RestSharp106Source(string body) => $$"""
        using System;
        using RestSharp;

        public record Rate(decimal Value);

        public class Rates(IRestClient client)
        {
            public Rate Read(IRestRequest request)
            {
                {{body}}
            }
        }
        """;
}
