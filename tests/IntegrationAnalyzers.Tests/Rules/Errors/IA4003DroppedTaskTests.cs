using System.Threading.Tasks;
using Xunit;
using static IntegrationAnalyzers.Tests.Rules.Errors.ResponseSource;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Errors.IA4003StatusNotLookedAt>;

namespace IntegrationAnalyzers.Tests.Rules.Errors;

/// <summary>Writes whose task is waited for later, or with others, and what is no look at a status.</summary>
public class IA4003DroppedTaskTests
{
    [Theory]
    [InlineData("var task = [|client.PostAsync(\"orders\", content)|];\nlogger.LogInformation(\"posting\");\nawait task;\nreturn true;")]
    [InlineData("var task = [|client.PostAsync(\"orders\", content)|];\nvar response = await task;\nlogger.LogInformation(\"posted\");\nreturn true;")]
    [InlineData("var one = [|client.PostAsync(\"one\", content)|];\nvar two = [|client.PostAsync(\"two\", content)|];\nawait Task.WhenAll(one, two);\nreturn true;")]
    [InlineData("await Task.WhenAll([|client.PostAsync(\"one\", content)|], [|client.PostAsync(\"two\", content)|]);\nreturn true;")]
    public Task TaskThatIsWaitedForLater_Reports(string body) => Verify.VerifyAnalyzerAsync(Post(body));

    [Theory]
    [InlineData("var task = client.PostAsync(\"orders\", content);\nlogger.LogInformation(\"posting\");\n(await task).EnsureSuccessStatusCode();\nreturn true;")]
    [InlineData("var one = client.PostAsync(\"one\", content);\nvar two = client.PostAsync(\"two\", content);\nawait Task.WhenAll(one, two);\nreturn one.Result.IsSuccessStatusCode && two.Result.IsSuccessStatusCode;")]
    [InlineData("var all = await Task.WhenAll(client.PostAsync(\"one\", content), client.PostAsync(\"two\", content));\nreturn all.All(r => r.IsSuccessStatusCode);")]
    [InlineData("var task = client.PostAsync(\"orders\", content);\nlogger.LogInformation(\"posting\");\nreturn true;")]
    public Task TaskWhoseResponseIsLookedAt_OrThatNobodyWaitsFor_IsQuiet(string body) => Verify.VerifyAnalyzerAsync(Post(body));

    [Theory]
    [InlineData("var response = await [|client.GetAsync(id)|];\nSystem.Diagnostics.Debug.Assert(response.IsSuccessStatusCode);\nreturn await response.Content.ReadAsStringAsync();")]
    [InlineData("var response = await [|client.GetAsync(id)|];\nvar (text, type) = (await response.Content.ReadAsStringAsync(), response.Content.Headers.ContentType?.MediaType);\nreturn text + type;")]
    public Task AssertionOrTypeOfTheBodyBesideIt_IsNoLook(string body) => Verify.VerifyAnalyzerAsync(Text(body));

    [Theory]
    [InlineData("var response = await client.GetAsync(id);\nif (response.Content.Headers.ContentType?.MediaType != \"application/json\")\n    return null;\nreturn await response.Content.ReadAsStringAsync();")]
    [InlineData("var response = await client.GetAsync(id);\nvar type = response.Content.Headers.ContentType;\nreturn type is null ? null : await response.Content.ReadAsStringAsync();")]
    public Task TypeOfTheBodyThatIsAskedFor_IsALook(string body) => Verify.VerifyAnalyzerAsync(Text(body));
}
