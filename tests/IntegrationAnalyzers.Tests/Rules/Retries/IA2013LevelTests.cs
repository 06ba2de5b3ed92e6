using System.Threading.Tasks;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.LevelVerifier<IntegrationAnalyzers.Rules.Retries.IA2013StackedRetries>;

namespace IntegrationAnalyzers.Tests.Rules.Retries;

/// <summary>Who repeats a piece of work repeats the retries of its steps: that may be meant.</summary>
public sealed class IA2013LevelTests
{
    [Fact]
    public Task OuterRepeatsAPage_BBDown_IsASuggestion() => Verify.SuggestsAsync(Program("await Page(); await {|#0:Load|}();"));

    [Fact]
    public Task OuterRepeatsTheCallAlone_IsAWarning() => Verify.WarnsAsync(Program("await {|#0:Load|}();"));

    private static string Program(string attempt) => $$"""
        using System;
        using System.Net.Http;
        using System.Threading.Tasks;

        public class Pages(HttpClient http)
        {
            public async Task Run()
            {
                for (var attempt = 1; ; attempt++)
                {
                    try
                    {
                        {{attempt}}
                        return;
                    }
                    catch (HttpRequestException) when (attempt < 3)
                    {
                        await Task.Delay(1000 * attempt);
                    }
                }
            }

            public Task<string> Page() => http.GetStringAsync("page");

            private async Task<string> Load()
            {
                for (var attempt = 1; ; attempt++)
                {
                    try
                    {
                        return await http.GetStringAsync("file");
                    }
                    catch (HttpRequestException) when (attempt < 3)
                    {
                        await Task.Delay(1000 * attempt);
                    }
                }
            }
        }
        """;
}
