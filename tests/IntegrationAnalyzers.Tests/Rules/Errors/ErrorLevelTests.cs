using System.Threading.Tasks;
using IntegrationAnalyzers.Rules.Errors;
using IntegrationAnalyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Xunit;
using static IntegrationAnalyzers.Tests.Rules.Errors.EndpointSource;
using Statuses = IntegrationAnalyzers.Tests.Verification.LevelVerifier<IntegrationAnalyzers.Rules.Errors.IA4003StatusNotLookedAt>;

namespace IntegrationAnalyzers.Tests.Rules.Errors;

/// <summary>What an owner would leave is a suggestion: administrators see the text, the body's own outcome is looked at.</summary>
public sealed class ErrorLevelTests
{
    private const string Clause = """
        catch (HttpRequestException ex)
        {
            return BadRequest({|#0:ex.Message|});
        }
        """;

    [Theory]
    [InlineData("[Authorize(Policy = \"RequiresElevation\")]")]
    [InlineData("[Authorize(Roles = \"Administrator\")]")]
    [InlineData("[Area(\"Admin\")]")]
    public Task ToAdministratorsAlone_JellyfinRecommendations_IsASuggestion(string attribute) => LevelVerifier<IA4006UpstreamDetailDisclosed>.SuggestsAsync(Guarded(attribute));

    [Fact]
    public Task ActionThatTriesSomethingOut_ARCompletions_IsASuggestion() =>
        LevelVerifier<IA4006UpstreamDetailDisclosed>.SuggestsAsync(Guarded("[Authorize]").Replace(" Send(", " TestWebhook(", System.StringComparison.Ordinal));

    [Theory]
    [InlineData("[Authorize]")]
    [InlineData("[Authorize(Roles = \"Customer\")]")]
    public Task ToEverybody_BotSharp_IsAWarning(string attribute) => LevelVerifier<IA4006UpstreamDetailDisclosed>.WarnsAsync(Guarded(attribute));

    [Theory]
    [InlineData("var o = Json.Read<Token>(body); if (!o.ok) throw new Exception(o.error); return o.text;")]
    [InlineData("if (Json.Try<Failure>(body, out var failure) && !string.IsNullOrEmpty(failure.errorCode)) throw new Exception(failure.errorCode); return Json.Read<Token>(body).text;")]
    [InlineData("var o = Json.Read<Token>(body); if (o is Map m && m[\"error\"].Count > 0) throw new Exception(); return o.text;")]
    public Task OutcomeBehindASerializerThatDoesNotBind_ExceptionlessSlack_IsASuggestion(string statements) =>
        Statuses.VerifyAsync(Reading(statements), DiagnosticSeverity.Info);

    [Theory]
    [InlineData("var o = Json.Read<Token>(body); if (o.text.Length == 0) throw new Exception(); return o.text;")]
    [InlineData("if ((int)response.StatusCode == 404) return \"\"; return Json.Read<Token>(body).text;")]
    public Task NothingIsLookedAt_Playnite_IsAWarning(string statements) => Statuses.VerifyAsync(Reading(statements), DiagnosticSeverity.Warning);

    [Fact]
    public Task CallerGetsTheOutcome_Paystack_IsASuggestion() => Statuses.VerifyAsync(
        Unbound("""
            public interface IApiResponse { bool Status { get; set; } string Message { get; set; } }

            public class Api(HttpClient client)
            {
                public async Task<T> Get<T>(string path) where T : IApiResponse
                {
                    using var response = await {|#0:client.GetAsync(path)|};
                    var body = await response.Content.ReadAsStringAsync();
                    return Json.Read<T>(body);
                }
            }
            """),
        DiagnosticSeverity.Info);

    /// <summary>Who reads the log has all of it; code has not.</summary>
    [Theory]
    [InlineData("$\"{id} failed - {ex}\"", DiagnosticSeverity.Info)]
    [InlineData("\"failed: \" + ex", DiagnosticSeverity.Info)]
    [InlineData("ex.ToString()", DiagnosticSeverity.Info)]
    [InlineData("$\"{id} failed - {ex.Message}\"", DiagnosticSeverity.Warning)]
    [InlineData("\"failed: \" + ex.Message", DiagnosticSeverity.Warning)]
    [InlineData("$\"{id} failed - {ex.GetType()}\"", DiagnosticSeverity.Warning)]
    public Task WholeExceptionInTheTextOfANewOne_LinxCommerce_IsASuggestion(string text, DiagnosticSeverity severity) => LevelVerifier<IA4004LostCause>.VerifyAsync(
        new()
        {
            TestCode = CatchSource.Service($$"""
                public async Task<string> ReadAsync(string id)
                {
                    try
                    {
                        return await client.GetStringAsync(id);
                    }
                    catch (Exception ex)
                    {
                        throw {|#0:new InvalidOperationException({{text}})|};
                    }
                }

                public ILogger Log => logger;
                """),
        },
        severity);

    private static string Guarded(string attribute) => Action(Clause).Replace("[ApiController]", "[ApiController]\n" + attribute).Replace("using System;\n", "using System;\nusing Microsoft.AspNetCore.Authorization;\n");

    private static RuleVerifier<IA4003StatusNotLookedAt>.Test Reading(string statements) => Unbound($$"""
        public class Token { public string text = ""; }

        public class Api(HttpClient client)
        {
            public async Task<string> Get(string path)
            {
                using var response = await {|#0:client.GetAsync(path)|};
                var body = await response.Content.ReadAsStringAsync();
                {{statements}}
            }
        }
        """);

    /// <summary>The serializer's package is missing.</summary>
    private static RuleVerifier<IA4003StatusNotLookedAt>.Test Unbound(string types) => new() { TestCode = File(types), CompilerDiagnostics = CompilerDiagnostics.None };
}
