using System.Threading.Tasks;
using Xunit;
using static IntegrationAnalyzers.Tests.Rules.Errors.ResponseSource;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Errors.IA4003StatusNotLookedAt>;

namespace IntegrationAnalyzers.Tests.Rules.Errors;

/// <summary>Names of a payload's members that say how the request went: who reads them needs no status.</summary>
public class IA4003OutcomeNameTests
{
    [Theory]
    [InlineData("Success")]
    [InlineData("IsSuccess")]
    [InlineData("Succeeded")]
    [InlineData("IsSucceeded")]
    [InlineData("Successful")]
    [InlineData("IsSuccessful")]
    [InlineData("IsOk")]
    [InlineData("Ok")]
    [InlineData("HasError")]
    [InlineData("HasErrors")]
    [InlineData("IsError")]
    [InlineData("Error")]
    [InlineData("Errors")]
    [InlineData("ErrorMessage")]
    [InlineData("ErrorMessages")]
    [InlineData("ErrorCode")]
    [InlineData("Error_Code")]
    [InlineData("Err")]
    [InlineData("ErrMsg")]
    [InlineData("ErrCode")]
    [InlineData("Failed")]
    [InlineData("IsFailed")]
    [InlineData("IsFailure")]
    public Task MemberThatSaysHowItWent_IsQuiet(string member) => Verify.VerifyAnalyzerAsync(Orders("client.PostAsync(\"orders\", content)", member));

    [Theory]
    [InlineData("Colour")]
    [InlineData("Code")]
    [InlineData("Msg")]
    public Task MemberThatSaysSomethingElse_Reports(string member) => Verify.VerifyAnalyzerAsync(Orders("[|client.PostAsync(\"orders\", content)|]", member));

    [Theory]
    [InlineData("Code")]
    [InlineData("Status")]
    [InlineData("StatusCode")]
    [InlineData("ResultCode")]
    [InlineData("ReturnCode")]
    [InlineData("RetCode")]
    [InlineData("Ret")]
    [InlineData("State")]
    public Task CodeBesideAText_IsQuiet(string code) => Verify.VerifyAnalyzerAsync(Orders("client.PostAsync(\"orders\", content)", code, "Msg"));

    [Theory]
    [InlineData("Msg")]
    [InlineData("Message")]
    [InlineData("Messages")]
    [InlineData("StatusMessage")]
    [InlineData("ResultMessage")]
    [InlineData("Reason")]
    public Task TextBesideACode_IsQuiet(string text) => Verify.VerifyAnalyzerAsync(Orders("client.PostAsync(\"orders\", content)", "Code", text));

    private static string Orders(string call, params string[] members) => File($$"""
        public class Answer
        {
            public string? Data { get; set; }
            {{string.Join("\n    ", System.Linq.Enumerable.Select(members, member => $"public string? {member} {{ get; set; }}"))}}
        }

        public class Orders(HttpClient client)
        {
            public async Task<string?> CreateAsync(HttpContent content)
            {
                var response = await {{call}};
                var text = await response.Content.ReadAsStringAsync();
                var answer = JsonSerializer.Deserialize<Answer>(text);
                return answer!.Data;
            }

            public static string? Why(Answer answer) => answer.{{members[0]}};
        }
        """);
}
