using System.Threading.Tasks;
using Xunit;
using static IntegrationAnalyzers.Tests.Rules.Errors.CatchSource;
using Verify = IntegrationAnalyzers.Tests.Verification.LevelVerifier<IntegrationAnalyzers.Rules.Errors.IA4002VanishedFailure>;

namespace IntegrationAnalyzers.Tests.Rules.Errors;

/// <summary>A method whose documentation says what it gives for a failure has told its callers; the log has nothing.</summary>
public sealed class IA4002LevelTests
{
    private static string Read(string documentation, string name = "GetModelAsync", string call = "client.PostAsync(\"show\", null)") => Service($$"""
        {{documentation}}
        public async Task<string?> {{name}}(string id)
        {
            _ = logger;
            try
            {
                using var response = await {{call}};
                return await response.Content.ReadAsStringAsync() + id;
            }
            {|#0:catch|} { return null; }
        }
        """);

    [Theory]
    [InlineData("/// <summary>\n/// Asks for the details.\n/// Returns null if the server is unreachable or the model is not found.\n/// </summary>")]
    [InlineData("/// <summary>Asks for a word and returns it, or null on any failure. Never throws.</summary>")]
    [InlineData("/// <summary>Asks for a word: empty where the call fails.</summary>")]
    [InlineData("/// <summary>Null on an exception.</summary>")]
    [InlineData("/// <summary>Null while the server is unavailable.</summary>")]
    [InlineData("/// <summary>Null when offline.</summary>")]
    [InlineData("/// <summary>Null where the server cannot be reached.</summary>")]
    [InlineData("/// <summary>Asks for a voice.</summary>\n/// <returns>The voice, or <c>null</c>\n/// after an error.</returns>")]
    public Task ClaudetRelay_DocumentedNullOfARead_IsASuggestion(string documentation) => Verify.SuggestsAsync(Read(documentation));

    [Theory]
    [InlineData("")]
    [InlineData("/// <summary>Asks for the details; null where there are none.</summary>")]
    [InlineData("/// <summary>Asks for the details.</summary>\n/// <returns>null</returns>\n/// <exception cref=\"InvalidOperationException\">never</exception>")]
    [InlineData("/// <summary>Asks for the details. An error ends it.</summary>")]
    public Task NullThatNobodyDocuments_IsAWarning(string documentation) => Verify.WarnsAsync(Read(documentation));

    [Theory]
    [InlineData("SendMessageAsync")]
    [InlineData("PayAsync")]
    [InlineData("GetPaymentAsync")]
    public Task DocumentedNullOfAWriteOrOfMoney_IsAWarning(string name) => Verify.WarnsAsync(Read("/// <summary>Null on any failure.</summary>", name));
}
