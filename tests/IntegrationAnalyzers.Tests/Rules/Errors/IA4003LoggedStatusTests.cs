using System.Threading.Tasks;
using Xunit;
using static IntegrationAnalyzers.Tests.Rules.Errors.ResponseSource;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Errors.IA4003StatusNotLookedAt>;

namespace IntegrationAnalyzers.Tests.Rules.Errors;

/// <summary>A status that decides about nothing but a line in the log: the body is read as if all were well.</summary>
public class IA4003LoggedStatusTests
{
    private const string Log = "Microsoft.Extensions.Logging.ILogger logger = null!;\n";

    [Theory]
    [InlineData("if (!response.IsSuccessStatusCode)\n    logger.LogWarning(\"failed: {Status}\", response.StatusCode);")]
    [InlineData("if (!response.IsSuccessStatusCode)\n{\n    var error = await response.Content.ReadAsStringAsync();\n    logger.LogError(\"failed: {Error}\", error);\n}")]
    [InlineData("if (response.IsSuccessStatusCode)\n{\n    logger.LogInformation(\"read\");\n}\nelse\n{\n    logger.LogError(\"failed\");\n}")]
    [InlineData("if (response.StatusCode != HttpStatusCode.OK)\n    logger.LogError(\"failed\");")]
    public Task OnlyALogDependsOnIt_ZohalService_Reports(string look) =>
        Verify.VerifyAnalyzerAsync(Text(Log + "var response = await [|client.GetAsync(id)|];\n" + look + "\nreturn await response.Content.ReadAsStringAsync();"));

    [Theory]
    [InlineData("if (!response.IsSuccessStatusCode)\n{\n    logger.LogWarning(\"failed\");\n    return null;\n}")]
    [InlineData("if (!response.IsSuccessStatusCode)\n{\n    logger.LogWarning(\"failed\");\n    throw new InvalidOperationException();\n}")]
    [InlineData("var failed = false;\nif (!response.IsSuccessStatusCode)\n{\n    logger.LogWarning(\"failed\");\n    failed = true;\n}\nif (failed)\n    return null;")]
    [InlineData("if (!response.IsSuccessStatusCode)\n    Console.WriteLine(\"failed\");")]
    [InlineData("if (response.IsSuccessStatusCode)\n    logger.LogInformation(\"read\");\nelse\n    return null;")]
    [InlineData("if (!response.IsSuccessStatusCode)\n{\n}")]
    public Task SomethingElseDependsOnIt_Silent(string look) =>
        Verify.VerifyAnalyzerAsync(Text(Log + "var response = await client.GetAsync(id);\n" + look + "\nreturn await response.Content.ReadAsStringAsync();"));

    [Fact]
    public Task WriteWhoseFailureIsLogged_Silent() =>
        Verify.VerifyAnalyzerAsync(Text(Log + "var response = await client.DeleteAsync(id);\nif (!response.IsSuccessStatusCode)\n    logger.LogWarning(\"failed: {Status}\", response.StatusCode);\nreturn null;"));

    [Fact]
    public Task Fix_ChecksBehindTheLog() => Verify.VerifyCodeFixAsync(
        Text(Log + "var response = await [|client.GetAsync(id)|];\nif (!response.IsSuccessStatusCode)\n    logger.LogWarning(\"failed: {Status}\", response.StatusCode);\n\nreturn await response.Content.ReadAsStringAsync();"),
        Text(Log + "var response = await client.GetAsync(id);\nif (!response.IsSuccessStatusCode)\n    logger.LogWarning(\"failed: {Status}\", response.StatusCode);\n\nresponse.EnsureSuccessStatusCode();\nreturn await response.Content.ReadAsStringAsync();"));

    [Fact]
    public Task Fix_BodyUsedInSeveralBranches_MakePayment_ChecksWhereItIsRead() => Verify.VerifyCodeFixAsync(
        Text("var response = await [|client.GetAsync(id)|];\nvar text = await response.Content.ReadAsStringAsync();\ndynamic data = JsonSerializer.Deserialize<System.Dynamic.ExpandoObject>(text)!;\nif (id.Length > 3)\n{\n    return \"x\" + text;\n}\n\nif (data?.status != 1)\n{\n    return null;\n}\n\nreturn text;"),
        Text("var response = await client.GetAsync(id);\nresponse.EnsureSuccessStatusCode();\nvar text = await response.Content.ReadAsStringAsync();\ndynamic data = JsonSerializer.Deserialize<System.Dynamic.ExpandoObject>(text)!;\nif (id.Length > 3)\n{\n    return \"x\" + text;\n}\n\nif (data?.status != 1)\n{\n    return null;\n}\n\nreturn text;"));

    /// <summary>LeanKit/LeanKit.IntegrationService, GitHubIssuesSubsystem: the body is read in the branch of the failed write, for its log.</summary>
    [Theory]
    [InlineData("logger.LogError(\"failed: {Error}\", JsonSerializer.Deserialize<string>(await response.Content.ReadAsStringAsync()));")]
    [InlineData("var error = JsonSerializer.Deserialize<string>(await response.Content.ReadAsStringAsync());\n    logger.LogError(\"failed: {Error}\", error.Trim());")]
    public Task BodyOfAFailedWriteForItsLog_LeanKitGitHubIssuesSubsystem_IsQuiet(string read) =>
        Verify.VerifyAnalyzerAsync(Text(Log + "var response = await client.DeleteAsync(id);\nif (response.StatusCode != HttpStatusCode.OK)\n{\n    " + read + "\n}\nelse\n{\n    logger.LogDebug(\"gone\");\n}\n\nreturn null;"));

    [Fact]
    public Task BodyReadForTheLogAndUsedBehindIt_Reports() =>
        Verify.VerifyAnalyzerAsync(Text(Log + "var response = await [|client.GetAsync(id)|];\nvar text = await response.Content.ReadAsStringAsync();\nif (response.StatusCode != HttpStatusCode.OK)\n    logger.LogError(\"failed: {Error}\", JsonSerializer.Deserialize<string>(text));\n\nreturn text;"));
}
