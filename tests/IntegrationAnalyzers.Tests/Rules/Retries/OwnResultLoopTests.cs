using System.Threading.Tasks;
using IntegrationAnalyzers.Rules.Retries;
using IntegrationAnalyzers.Tests.Verification;
using Xunit;

namespace IntegrationAnalyzers.Tests.Rules.Retries;

/// <summary>Loops that end by a flag of a result of our own: what that is given says whether it tells a failure or a state (microsoft/notification-provider, <c>MSGraphProvider</c>).</summary>
public sealed class OwnResultLoopTests
{
    private static string Orders(string given, string condition, string call) => $$"""
        using System;
        using System.Net.Http;
        using System.Net.Http.Json;
        using System.Threading.Tasks;

        public class Result
        {
            public bool Status { get; set; }
            public string? Text { get; set; }
        }

        class Orders(HttpClient http)
        {
            public async Task<Result?> PlaceAsync(object order)
            {
                var count = 0;
                Result? result = null;
                do
                {
                    count++;
                    result = await {{call}};
                }
                while ({{condition}} && count < 5);
                return result;
            }

            private async Task<Result> SendAsync(object order)
            {
                var response = await http.PostAsJsonAsync("orders", order);
                var result = new Result();
                result.Status = {{given}};
                result.Text = await response.Content.ReadAsStringAsync();
                return result;
            }
        }
        """;

    [Theory]
    [InlineData("response.IsSuccessStatusCode", "!result.Status")]
    [InlineData("response.IsSuccessStatusCode", "(result == null || !result.Status)")]
    [InlineData("response.IsSuccessStatusCode", "result.Status == false")]
    public async Task FlagOfTheStatus_MSGraphProvider_Reports(string given, string condition)
    {
        await RuleVerifier<IA2001RetriedWriteWithoutIdempotencyKey>.VerifyAnalyzerAsync(Orders(given, condition, "[|SendAsync|](order)"));
        await RuleVerifier<IA2006RetryWithoutPause>.VerifyAnalyzerAsync(Orders(given, condition, "SendAsync(order)").Replace("        do\n", "        [|do|]\n"));
    }

    /// <summary>A state that is waited for, an own flag that is given other things, too, and a repeat of what went well.</summary>
    [Theory]
    [InlineData("(await response.Content.ReadAsStringAsync()).Contains(\"shipped\")", "!result.Status")]
    [InlineData("response.IsSuccessStatusCode && response.Headers.Location != null", "!result.Status")]
    [InlineData("response.IsSuccessStatusCode", "result.Status")]
    public async Task FlagOfAState_IsQuiet(string given, string condition)
    {
        await RuleVerifier<IA2001RetriedWriteWithoutIdempotencyKey>.VerifyAnalyzerAsync(Orders(given, condition, "SendAsync(order)"));
        await RuleVerifier<IA2006RetryWithoutPause>.VerifyAnalyzerAsync(Orders(given, condition, "SendAsync(order)"));
    }

    /// <summary>What it is called says whether a result is a failure; a state that is waited for, or a refusal, is none.</summary>
    [Theory]
    [InlineData("last is not Result.Good", "[|Earn|]")]
    [InlineData("last is Result.Failure", "[|Earn|]")]
    [InlineData("last is not Result.Success { }", "[|Earn|]")]
    [InlineData("last is Result.Failure { Reason: not null }", "[|Earn|]")]
    [InlineData("last is Result.Pending", "Earn")]
    [InlineData("last is Result.RateLimited", "Earn")]
    [InlineData("last is Result.Good", "Earn")]
    public Task TypeOfTheResult(string condition, string call) => RuleVerifier<IA2001RetriedWriteWithoutIdempotencyKey>.VerifyAnalyzerAsync($$"""
        using System.Net.Http;
        using System.Net.Http.Json;
        using System.Threading.Tasks;

        abstract record Result
        {
            public sealed record Good : Result;
            public sealed record Success : Result;
            public sealed record Pending : Result;
            public sealed record RateLimited : Result;
            public sealed record Failure(string? Reason) : Result;
        }

        class Points(HttpClient http)
        {
            public async Task<Result> EarnAsync(object points)
            {
                Result last = new Result.Failure("none");
                for (var i = 0; i < 3; i++)
                {
                    last = await {{call}}(points);
                    if ({{condition}})
                        await Task.Delay(700);
                    else
                        return last;
                }

                return last;
            }

            private async Task<Result> Earn(object points)
            {
                using var response = await http.PostAsJsonAsync("earn", points);
                return response.IsSuccessStatusCode ? new Result.Good() : new Result.Failure(response.ReasonPhrase);
            }
        }
        """);
}
