using System.Threading.Tasks;
using Xunit;
using static IntegrationAnalyzers.Tests.Rules.Errors.ResponseSource;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Errors.IA4003StatusNotLookedAt>;

namespace IntegrationAnalyzers.Tests.Rules.Errors;

/// <summary>A content that a pattern takes out of its response.</summary>
public class IA4003PatternTests
{
    [Theory]
    [InlineData("if (response is { Content: { } content })\n    return await content.ReadAsStringAsync();\nreturn null;")]
    [InlineData("if (response is { Content: var content })\n    return await content.ReadAsStringAsync();\nreturn null;")]
    [InlineData("if (response is not { Content: { } content })\n    return null;\nreturn await content.ReadAsStringAsync();")]
    [InlineData("if (response is { Content: not null } answer)\n    return await answer.Content.ReadAsStringAsync();\nreturn null;")]
    public Task ContentOfAPattern_Reports(string use) => Verify.VerifyAnalyzerAsync(Text("var response = await [|client.GetAsync(id)|];\n" + use));

    [Theory]
    [InlineData("if (response is { IsSuccessStatusCode: true, Content: { } content })\n    return await content.ReadAsStringAsync();\nreturn null;")]
    [InlineData("if (response is not { StatusCode: HttpStatusCode.OK, Content: var content })\n    return null;\nreturn await content.ReadAsStringAsync();")]
    [InlineData("if (response is { Content: { Headers.ContentLength: > 0 } content })\n    return await content.ReadAsStringAsync();\nreturn null;")]
    [InlineData("if (response is { Content: { } content })\n{\n    response.EnsureSuccessStatusCode();\n    return await content.ReadAsStringAsync();\n}\n\nreturn null;")]
    [InlineData("if (response is { RequestMessage: { Content: { } content } })\n    return await content.ReadAsStringAsync();\nreturn null;")]
    public Task PatternThatAsksForMore_OrALookBehindIt_IsQuiet(string use) => Verify.VerifyAnalyzerAsync(Text("var response = await client.GetAsync(id);\n" + use));

    [Fact]
    public Task Fix_ChecksBeforeThePattern() => Verify.VerifyCodeFixAsync(
        Text("var response = await [|client.GetAsync(id)|];\nif (response is { Content: { } content })\n    return await content.ReadAsStringAsync();\nreturn null;"),
        Text("var response = await client.GetAsync(id);\nresponse.EnsureSuccessStatusCode();\nif (response is { Content: { } content })\n    return await content.ReadAsStringAsync();\nreturn null;"));
}
