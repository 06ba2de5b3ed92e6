using System.Threading.Tasks;
using IntegrationAnalyzers.CodeFixes.Editing;
using Microsoft.CodeAnalysis.Text;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Errors.IA4002VanishedFailure>;

namespace IntegrationAnalyzers.Tests.CodeFixes;

/// <summary>A fix goes a step deeper as its file does. Every test of a fix runs once more with tabs; here are the other ways.</summary>
public sealed class FileIndentationTests
{
    [Theory]
    [InlineData("a\n{\n\tb\n\t{\n\t\tc\n    // d\n", "\t")]
    [InlineData("a\n{\n  b\n  {\n    c\n  }\n}\n", "  ")]
    [InlineData("a\n{\n    b(c,\n      d);\n    {\n        e\n    }\n    {\n        f\n    }\n}\n", "    ")]
    [InlineData("a\n{\n   b\n   {\n      c\n   }\n}\n", "   ")]
    [InlineData("a\n\n", "    ")]
    public void StepOfAFile(string text, string step) => Assert.Equal(step, FileIndentation.Of(SourceText.From(text)).Step);

    [Fact]
    public Task FixInAFileOfTwoBlanks_KeepsThem() => Verify.VerifyCodeFixAsync(
        Rates("[|catch|] (HttpRequestException)\n    {\n    }"),
        Rates("catch (HttpRequestException ex)\n    {\n      logger.LogError(ex, \"{Operation} failed\", nameof(Latest));\n    }"));

    private static string Rates(string clause) => $$"""
        using System.Net.Http;
        using System.Threading.Tasks;
        using Microsoft.Extensions.Logging;

        public class Rates(HttpClient http, ILogger<Rates> logger)
        {
          public async Task<string?> Latest()
          {
            try
            {
              return await http.GetStringAsync("latest");
            }
            {{clause}}

            return null;
          }
        }
        """;
}
